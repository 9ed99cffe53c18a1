"""The form of a series of dates for guests: weekdays, hours, a month; ends in a preview of every date."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_dates import InviteSeries, NewGuestSeries, WithQuietMonths
from domain.actions.guests import OpenGuests
from domain.forms import Value, words
from domain.guest_calendar import months_ahead
from domain.guest_date_views import SeriesPlan
from domain.guest_series_checks import (
    OWN_PERIOD,
    first_check,
    hours_check,
    last_check,
    pattern_of,
    written,
)
from domain.guests import WISH_LIMIT, OpeningDraft
from domain.ids import GroupId, MembershipId, OrganisationId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, OrganisationKind
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import as_day, heard_at, organisation_id_of, organisation_of
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.guests.inviting import groups, open_once, partners
from handlers.guests.opening import HOURS
from messenger.show import Show
from screens import guests_series
from screens.base import Day, Moment, Phrase, say
from services.guest_openings import GuestOpenings
from services.guest_series import GuestSeries

QUIET = {"quiet": "no"}
FIELDS = ("group", "weekdays", "hours", "period", "wish", "partners")


async def _weekdays(run: FormRun) -> Sequence[Option]:
    days = 6 if organisation_of(run).kind is OrganisationKind.SCHOOL else 5
    return [Option(str(day), say("guests-series-weekday", day=day)) for day in range(days)]


async def _hours(_run: FormRun) -> Sequence[Option]:
    return [Option(hour.zfill(5), hour.replace("-", ":")) for hour in HOURS]


async def _periods(run: FormRun) -> Sequence[Option]:
    months = months_ahead(run.clock.today(run.zone))
    offered = [
        Option(f"{month:%Y-%m}", Phrase("guests-period-month", {"month": Day(month, "month")}))
        for month in months
    ]
    return [*offered, Option(OWN_PERIOD, say("guests-period-own"))]


async def _standing(run: FormRun) -> Sequence[Option]:
    """Every date of the plan, those that were taken out among them."""
    found = await _plan(run, whole=True)
    if isinstance(found, Refused):
        return []
    return [
        Option(_named(at, run.zone), Phrase("guests-series-date", {"when": Moment(at, run.zone)}))
        for at in found.planned.starts
    ]


def _own_period(run: FormRun) -> bool:
    return run.draft.values.get("period") == OWN_PERIOD


async def _plan(run: FormRun, *, whole: bool = False) -> SeriesPlan | Refused:
    series: GuestSeries = run.services["guest_series"]
    return await series.plan(
        run.actor,
        organisation_id_of(run),
        GroupId(int(run.text("group"))),
        pattern_of(run.draft.values),
        with_quiet=run.draft.values.get("quiet") == "yes",
        removed=() if whole else [_moment(name, run.zone) for name in run.picked("without")],
    )


def _draft(run: FormRun, starts: tuple[datetime, ...]) -> OpeningDraft:
    return OpeningDraft(
        group_id=GroupId(int(run.text("group"))),
        starts=starts,
        wish=run.maybe_text("wish"),
        partner_ids=frozenset(MembershipId(int(partner)) for partner in run.picked("partners")),
    )


def _step_of(refused: Refused) -> str:
    """Which answer a refusal is about."""
    match refused.reason:
        case Reason.GONE | Reason.NO_RECIPIENTS:
            return "group"
        case Reason.TOO_LONG | Reason.LOOKS_LIKE_DOCUMENT:
            return "wish"
        case _:
            return "period"


async def _preview(run: FormRun) -> None:
    """Everything is answered: every date, what is left out and why, how many people are invited."""
    openings: GuestOpenings = run.services["guest_openings"]
    try:
        found = await _plan(run)
        if not isinstance(found, Refused) and found.planned.starts:
            draft = _draft(run, found.planned.starts)
            reach = await openings.preview(run.actor, organisation_id_of(run), draft)
        else:
            reach = None
    except Missing:  # the group was put away, or a partner has left, while the teacher was typing
        found, reach = Refused(Reason.GONE), None
    refused = next((one for one in (found, reach) if isinstance(one, Refused)), None)
    if refused is not None or isinstance(found, Refused) or isinstance(reach, Refused):
        assert refused is not None
        await run.ask_again(_step_of(refused), refused)
        return
    await run.show(
        guests_series.preview(
            run.form.name,
            run.token,
            found,
            run.maybe_text("wish"),
            reach,
            heard_at=heard_at(run),
            fields=tuple(name for name in FIELDS if name not in run.draft.known),
            with_quiet=run.draft.values.get("quiet") == "yes",
        )
    )


SERIES = Form(
    "gda",
    "guests-form-series",
    (
        Step("group", "guests-ask-group", options=groups),
        Step("weekdays", "guests-ask-weekdays", options=_weekdays, many=True, columns=3),
        Step(
            "hours",
            "guests-ask-hours",
            check=hours_check,
            example="guests-example-hours",
            options=_hours,
            many=True,
            columns=3,
            everything=False,
        ),
        Step("period", "guests-ask-period", options=_periods, columns=2),
        Step(
            "first",
            "guests-ask-first",
            check=first_check,
            example="guests-example-first",
            calendar=True,
            when=_own_period,
            shown=as_day,
        ),
        Step(
            "last",
            "guests-ask-last",
            check=last_check,
            example="guests-example-last",
            calendar=True,
            calendar_from="first",
            when=_own_period,
            shown=as_day,
        ),
        Step(
            "wish", "guests-ask-wish", check=words(WISH_LIMIT), example="guests-example-wish", optional=True
        ),
        Step("partners", "guests-ask-partners", options=partners, many=True, optional=True),
        Step(
            "without",
            "guests-ask-without",
            options=_standing,
            many=True,
            optional=True,
            columns=2,
            when=lambda run: run.draft.reviewed,
        ),
    ),
    _preview,
    previewed=True,
    restart=lambda context: NewGuestSeries(OrganisationId(int(context["organisation"]))),
    place=lambda context: OpenGuests(OrganisationId(int(context["organisation"]))),
)


async def new(
    _: CallbackQuery, action: NewGuestSeries, actor: Actor, guest_openings: GuestOpenings, forms: Forms
) -> None:
    """«📆 Сразу на месяц»; the only group is not asked about, nor partners where there are none."""
    groups = await guest_openings.groups(actor, action.organisation_id)
    known: dict[str, Value] = {"without": [], **QUIET}
    if len(groups) == 1:
        known["group"] = str(groups[0].id)
    if not await guest_openings.partners(actor, action.organisation_id):
        known["partners"] = []
    await forms.start(SERIES, context={"organisation": action.organisation_id}, values=known)


async def with_quiet(_: CallbackQuery, action: WithQuietMonths, forms: Forms) -> None:
    """Dates of quiet months, too: one tap there, one tap back."""
    run = await forms.open(SERIES)
    if run is None:
        return
    async with forms.saving(run):
        if run.token == action.token and run.draft.at is None:
            run.draft.values["quiet"] = "yes" if action.on else "no"
        await run.ask()


async def invite(
    _: CallbackQuery,
    action: InviteSeries,
    actor: Actor,
    guest_openings: GuestOpenings,
    forms: Forms,
    show: Show,
) -> None:
    """«✅ Пригласить»; a second tap finds the dates that the first one opened."""
    await open_once(SERIES, action.token, actor, guest_openings, forms, show, _drafted, _step_of)


async def _drafted(run: FormRun) -> OpeningDraft | Refused:
    found = await _plan(run)
    return found if isinstance(found, Refused) else _draft(run, found.planned.starts)


def _named(at: datetime, zone: str) -> str:
    """A date as a draft and a button carry it, on the wall clock: «2026-03-12T09-20»."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local.date().isoformat()}T{written(local.time())}"


def _moment(name: str, zone: str) -> datetime:
    day, _, hour = name.partition("T")
    local = datetime.fromisoformat(f"{date.fromisoformat(day).isoformat()}T{hour.replace('-', ':')}")
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def build() -> Router:
    """A new router of the form."""
    router = Router(name="guests-series")
    router.callback_query.register(new, Tap(NewGuestSeries), Known())
    router.callback_query.register(with_quiet, Tap(WithQuietMonths), Known())
    router.callback_query.register(invite, Tap(InviteSeries), Known())
    answer_forms(router, SERIES)
    return router
