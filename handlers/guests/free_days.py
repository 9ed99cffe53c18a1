"""«Не зовём гостей»: looked at, added by a short form, taken back; quiet months by one tap."""

from collections.abc import Sequence
from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_dates import AddFreeDays, OpenFreeDays, RemoveFreeDays, SetQuietMonth
from domain.forms import Value, words
from domain.guest_calendar import NOTE_LIMIT
from domain.guest_series_checks import first_check, last_check
from domain.ids import GroupId, OrganisationId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import as_day, organisation_id_of
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from messenger.show import Show
from screens import guests_free_days as screens
from screens.base import say
from services.guest_free_days import GuestFreeDays

ALL = "all"


async def _whose(run: FormRun) -> Sequence[Option]:
    free_days: GuestFreeDays = run.services["guest_free_days"]
    groups, for_all = await free_days.groups(run.actor, organisation_id_of(run))
    offered = [Option(str(g.id), say("events-group", name=g.name, emoji=g.emoji)) for g in groups]
    everybody = [Option(ALL, say("guests-free-everybody", kind=run.kind))] if for_all else []
    return [*everybody, *offered]


async def _finish(run: FormRun) -> None:
    free_days: GuestFreeDays = run.services["guest_free_days"]
    whose = run.text("group")
    try:
        outcome = await free_days.add(
            run.actor,
            organisation_id_of(run),
            None if whose == ALL else GroupId(int(whose)),
            date.fromisoformat(run.text("first")),
            date.fromisoformat(run.text("last")),
            run.maybe_text("note"),
        )
    except Missing:
        outcome = Refused(Reason.GONE)
    if isinstance(outcome, Refused):
        await run.ask_again("group" if outcome.reason is Reason.GONE else "last", outcome)
        return
    run.close()
    await run.show(screens.page(outcome, screens.added_word()))


FREE_DAYS = Form(
    "gde",
    "guests-form-free-days",
    (
        Step("group", "guests-ask-free-whose", options=_whose),
        Step(
            "first",
            "guests-ask-free-first",
            check=first_check,
            example="guests-example-first",
            calendar=True,
            shown=as_day,
        ),
        Step(
            "last",
            "guests-ask-free-last",
            check=last_check,
            example="guests-example-last",
            calendar=True,
            calendar_from="first",
            shown=as_day,
        ),
        Step(
            "note",
            "guests-ask-free-note",
            check=words(NOTE_LIMIT),
            example="guests-example-free-note",
            optional=True,
        ),
    ),
    _finish,
    restart=lambda context: AddFreeDays(OrganisationId(int(context["organisation"]))),
    place=lambda context: OpenFreeDays(OrganisationId(int(context["organisation"]))),
)


async def page(
    _: CallbackQuery, action: OpenFreeDays, actor: Actor, guest_free_days: GuestFreeDays, show: Show
) -> None:
    """«🌙 Не зовём гостей»."""
    await show(screens.page(await guest_free_days.page(actor, action.organisation_id, action.page)))


async def add(
    _: CallbackQuery, action: AddFreeDays, actor: Actor, guest_free_days: GuestFreeDays, forms: Forms
) -> None:
    """«➕ Добавить дни»; the only group is not asked about."""
    groups, for_all = await guest_free_days.groups(actor, action.organisation_id)
    known: dict[str, Value] = {"group": str(groups[0].id)} if len(groups) == 1 and not for_all else {}
    await forms.start(FREE_DAYS, context={"organisation": action.organisation_id}, values=known)


async def remove(
    _: CallbackQuery, action: RemoveFreeDays, actor: Actor, guest_free_days: GuestFreeDays, show: Show
) -> None:
    """«🗑»: guests may be invited again."""
    try:
        view = await guest_free_days.remove(actor, action.organisation_id, action.entry_id)
    except AlreadyDone:
        view = await guest_free_days.page(actor, action.organisation_id)
    await show(screens.page(view, screens.removed_word()))


async def quiet(
    _: CallbackQuery, action: SetQuietMonth, actor: Actor, guest_free_days: GuestFreeDays, show: Show
) -> None:
    """A month is quiet, or is not."""
    try:
        view = await guest_free_days.set_quiet(actor, action.organisation_id, action.month, on=action.on)
    except AlreadyDone:
        view = await guest_free_days.page(actor, action.organisation_id)
    await show(screens.page(view))


def build() -> Router:
    """A new router of days without guests."""
    router = Router(name="guests-free-days")
    router.callback_query.register(page, Tap(OpenFreeDays), Known())
    router.callback_query.register(add, Tap(AddFreeDays), Known())
    router.callback_query.register(remove, Tap(RemoveFreeDays), Known())
    router.callback_query.register(quiet, Tap(SetQuietMonth), Known())
    answer_forms(router, FREE_DAYS)
    return router
