"""The form of dates for guests: typed once, ends in a preview with exact numbers."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_dates import NewGuestSeries
from domain.actions.guests import InviteGuests, NewGuestDates, OpenGuests
from domain.forms import Value, words
from domain.guest_checks import dates_check, starts_of
from domain.guest_views import OpeningReach
from domain.guests import WISH_LIMIT, OpeningDraft
from domain.ids import ChildId, GroupId, MembershipId, OrganisationId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import heard_at, organisation_id_of, organisation_of
from handlers.common.form_model import Form, Option, Ready, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.guests.inviting import groups, open_once, partners
from messenger.show import Show
from screens import guests_opening as screens
from screens.base import Button, Rows, say
from services.guest_openings import GuestOpenings
from services.guest_series import GuestSeries
from services.guest_suggestions import GuestSuggestions

HOURS = ("9-20", "10-00", "15-40")
"""When a guest fits into the day: a working standard of this project."""
FIELDS = ("group", "dates", "wish", "families", "partners")
PREFILLED = ("dates", "wish", "families")
"""What may be suggested before the first question, and changed like any answer."""


async def _hours(_run: FormRun) -> Sequence[Option]:
    return [Option(hour, hour.replace("-", ":")) for hour in HOURS]


async def _families(run: FormRun) -> Sequence[Option]:
    openings: GuestOpenings = run.services["guest_openings"]
    found = await openings.families(run.actor, organisation_id_of(run), GroupId(int(run.text("group"))))
    return [Option(str(child.id), say("guests-inviting-family", code=child.code)) for child in found]


async def _not_yet(run: FormRun) -> Ready | None:
    """«💡 Кто ещё не был»: families whose adults were no guests this school year."""
    suggestions: GuestSuggestions = run.services["guest_suggestions"]
    found = await suggestions.unmet(run.actor, GroupId(int(run.text("group"))))
    if not found:
        return None
    label = say("guests-button-tick-unmet", families=len(found))
    return Ready(label, tuple(str(child.id) for child in found))


def _month_at_once(run: FormRun) -> Rows:
    """«📆 Сразу на месяц»: weekdays and hours in place of single days; for the whole group alone."""
    if run.values.get("families"):
        return ()
    return ((Button(say("guests-button-series"), NewGuestSeries(organisation_id_of(run))),),)


def _draft(run: FormRun) -> OpeningDraft:
    return OpeningDraft(
        group_id=GroupId(int(run.text("group"))),
        starts=starts_of(run.picked("dates"), run.zone),
        wish=run.maybe_text("wish"),
        partner_ids=frozenset(MembershipId(int(partner)) for partner in run.picked("partners")),
        children=frozenset(ChildId(int(child)) for child in run.picked("families")),
    )


def _step_of(refused: Refused) -> str:
    """Which answer a refusal is about."""
    match refused.reason:
        case Reason.GONE | Reason.NO_RECIPIENTS:
            return "group"
        case Reason.TOO_LONG | Reason.LOOKS_LIKE_DOCUMENT:
            return "wish"
        case Reason.FAMILIES_ELSEWHERE:
            return "families"
        case _:
            return "dates"


def _fields(run: FormRun, reach: OpeningReach) -> tuple[str, ...]:
    """What may be changed: not what was known before; whom to invite, unless the group has no family."""
    asked = [name for name in FIELDS if name not in run.draft.known or name in PREFILLED]
    if not (reach.named or reach.families or reach.without_phone or reach.closed):
        asked.remove("families")
    return tuple(asked)


async def _preview(run: FormRun) -> None:
    """Everything is answered: what is opened, and how many people are invited."""
    openings: GuestOpenings = run.services["guest_openings"]
    draft = _draft(run)
    groups = await openings.groups(run.actor, organisation_id_of(run))
    group = next((one for one in groups if one.id == draft.group_id), None)
    try:
        outcome = await openings.preview(run.actor, organisation_id_of(run), draft)
        series: GuestSeries = run.services["guest_series"]
        look = await series.look(run.actor, organisation_id_of(run), draft.group_id, draft.starts)
    except Missing:  # the group was put away, or a partner has left, while the teacher was typing
        outcome, look = Refused(Reason.GONE), None
    if group is None or isinstance(outcome, Refused):
        refused = outcome if isinstance(outcome, Refused) else Refused(Reason.GONE)
        await run.ask_again(_step_of(refused), refused)
        return
    await run.show(
        screens.preview(
            *(run.form.name, run.token, draft, organisation_of(run), group, outcome),
            heard_at=heard_at(run),
            fields=_fields(run, outcome),
            look=look,
        )
    )


DATES = Form(
    "gn",
    "guests-form-new",
    (
        Step("group", "guests-ask-group", options=groups, beside=_month_at_once),
        Step(
            "dates",
            "guests-ask-dates",
            check=dates_check,
            example="guests-example-dates",
            options=_hours,
            columns=3,
            moments=True,
            beside=_month_at_once,
        ),
        Step(
            "wish", "guests-ask-wish", check=words(WISH_LIMIT), example="guests-example-wish", optional=True
        ),
        Step(
            "families",
            "guests-inviting-ask",
            options=_families,
            many=True,
            optional=True,
            everything=False,
            columns=2,
            ready=_not_yet,
        ),
        Step("partners", "guests-ask-partners", options=partners, many=True, optional=True),
    ),
    _preview,
    previewed=True,
    restart=lambda context: NewGuestDates(OrganisationId(int(context["organisation"]))),
    place=lambda context: OpenGuests(OrganisationId(int(context["organisation"]))),
)


async def new(
    _: CallbackQuery, action: NewGuestDates, actor: Actor, guest_openings: GuestOpenings, forms: Forms
) -> None:
    """«➕ Открыть даты»; the only group is not asked about, nor partners where there are none."""
    known = await known_at_first(actor, action.organisation_id, guest_openings)
    await forms.start(DATES, context={"organisation": action.organisation_id}, values=known)


async def known_at_first(
    actor: Actor, organisation_id: OrganisationId, guest_openings: GuestOpenings
) -> dict[str, Value]:
    """What need not be asked."""
    groups = await guest_openings.groups(actor, organisation_id)
    known: dict[str, Value] = {"families": []}  # the whole group, until the preview is answered otherwise
    if len(groups) == 1:
        known["group"] = str(groups[0].id)
    if not await guest_openings.partners(actor, organisation_id):
        known["partners"] = []
    return known


async def invite(
    _: CallbackQuery,
    action: InviteGuests,
    actor: Actor,
    guest_openings: GuestOpenings,
    forms: Forms,
    show: Show,
) -> None:
    """«✅ Пригласить»; a second tap finds the dates that the first one opened."""
    await open_once(DATES, action.token, actor, guest_openings, forms, show, _drafted, _step_of)


async def _drafted(run: FormRun) -> OpeningDraft:
    return _draft(run)


def build() -> Router:
    """A new router of the form."""
    router = Router(name="guests-opening")
    router.callback_query.register(new, Tap(NewGuestDates), Known())
    router.callback_query.register(invite, Tap(InviteGuests), Known())
    answer_forms(router, DATES)
    return router
