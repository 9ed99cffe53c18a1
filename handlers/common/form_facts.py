"""What forms of every feature ask of themselves: whose they are, how a chosen day is said, when it would be heard."""

from datetime import date, datetime

from domain.forms import Value
from domain.ids import OrganisationId
from domain.notices import after_quiet_hours
from domain.outcomes import Missing
from domain.people import Organisation
from handlers.common.form_run import FormRun
from screens.base import Arg, Day


def as_day(value: Value) -> Arg:
    """A stored «2026-03-12» as a day to be said."""
    return Day(date.fromisoformat(str(value)))


def organisation_id_of(run: FormRun) -> OrganisationId:
    """The organisation that the form is about."""
    return OrganisationId(int(run.context["organisation"]))


def organisation_of(run: FormRun) -> Organisation:
    """The same, as it stands: only its staff come here."""
    if run.organisation is None:
        raise Missing
    return run.organisation


def heard_at(run: FormRun) -> datetime | None:
    """When the quiet hours let a message out; None when it is heard at once."""
    here, now = organisation_of(run), run.clock.now()
    heard = after_quiet_hours(now, here.timezone, here.quiet_from, here.quiet_to)
    return heard if heard > now else None
