"""Taps of who waits: joining, days that suit, an offer, leaving; and who waits, for staff."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_queue import (
    ChooseGuestDays,
    JoinGuestQueue,
    LeaveGuestQueue,
    OpenGuestPlace,
    OpenGuestQueues,
    PassOfferedDate,
    TakeOfferedDate,
    WaitInstead,
    WishGuestDays,
)
from domain.actions.guests import OpenGroupDates
from domain.ids import GroupId
from domain.outcomes import AlreadyDone, Missing, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.guests.application import APPLICATION
from handlers.guests.application_steps import STEPS, answered_by, application_of
from messenger.show import Show
from screens import guests_invited, guests_visits
from screens import guests_queue as screens
from screens.base import Phrase
from screens.guests_words import refused_word
from services.guest_applications import GuestApplications
from services.guest_queue import GuestQueue


async def _wait(run: FormRun) -> None:
    """Everything is answered: the application waits."""
    queue: GuestQueue = run.services["guest_queue"]
    group_id = GroupId(int(run.context["group"]))
    try:
        outcome = await queue.join(run.actor, group_id, application_of(run))
    except AlreadyDone:
        outcome = await queue.place(run.actor, group_id)
    run.close()
    if isinstance(outcome, Refused):
        applications: GuestApplications = run.services["guest_applications"]
        view = await applications.dates(run.actor, group_id)
        await run.show(guests_invited.invitation(view, word=refused_word(outcome)))
    else:
        await run.show(screens.place(outcome, screens.joined_word()))


QUEUE = Form(
    "gqa",
    "guests-form-queue",
    (replace(STEPS[0], question="guests-queue-ask-sphere", args=answered_by), *STEPS[1:]),
    _wait,
    restart=lambda context: JoinGuestQueue(GroupId(int(context["group"]))),
    place=lambda context: OpenGroupDates(GroupId(int(context["group"]))),
)


async def join(
    _: CallbackQuery,
    action: JoinGuestQueue,
    actor: Actor,
    guest_applications: GuestApplications,
    forms: Forms,
    show: Show,
) -> None:
    """«⏳ Встать в очередь»: what would they show? Who waits already sees the place."""
    view = await guest_applications.dates(actor, action.group_id)
    if view.waits is not None:
        await show(screens.place(view.waits))
        return
    context: dict[str, int | str] = {"organisation": view.organisation.id, "group": view.group.id}
    await forms.start(QUEUE, context=context)


async def wait_instead(
    _: CallbackQuery,
    action: WaitInstead,
    actor: Actor,
    guest_queue: GuestQueue,
    guest_applications: GuestApplications,
    forms: Forms,
    show: Show,
) -> None:
    """«⏳ Подождать другую дату»: the application that was typed waits; without it the questions begin."""
    run = await forms.find(APPLICATION)
    if run is None or run.token != action.token or run.draft.at is not None:
        await join(_, JoinGuestQueue(action.group_id), actor, guest_applications, forms, show)
        return
    async with forms.saving(run):
        await _wait(run)


async def place(
    _: CallbackQuery,
    action: OpenGuestPlace,
    actor: Actor,
    guest_queue: GuestQueue,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """The own place, or the dates for who does not wait any more."""
    await _now(actor, action.group_id, guest_queue, guest_applications, show)


async def choose_days(
    _: CallbackQuery, action: ChooseGuestDays, actor: Actor, guest_queue: GuestQueue, show: Show
) -> None:
    """«📅 Какие дни подходят»."""
    await show(screens.days(await guest_queue.place(actor, action.group_id)))


async def wish_days(
    _: CallbackQuery, action: WishGuestDays, actor: Actor, guest_queue: GuestQueue, show: Show
) -> None:
    """A day was tapped."""
    weekdays = frozenset(int(day) for day in action.weekdays if day.isdecimal())
    try:
        outcome = await guest_queue.wish(actor, action.group_id, weekdays)
    except AlreadyDone:
        outcome = await guest_queue.place(actor, action.group_id)
    if isinstance(outcome, Refused):
        outcome = await guest_queue.place(actor, action.group_id)
    await show(screens.days(outcome))


async def take(
    _: CallbackQuery,
    action: TakeOfferedDate,
    actor: Actor,
    guest_queue: GuestQueue,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """«✅ Беру»."""
    try:
        outcome = await guest_queue.take_offered(actor, action.group_id, action.slot_id)
    except AlreadyDone:
        await _now(actor, action.group_id, guest_queue, guest_applications, show)
        return
    if isinstance(outcome, Refused):
        word = refused_word(outcome)
        await _now(actor, action.group_id, guest_queue, guest_applications, show, word)
    else:
        await show(guests_visits.card(outcome, guests_visits.applied_word()))


async def pass_on(
    _: CallbackQuery,
    action: PassOfferedDate,
    actor: Actor,
    guest_queue: GuestQueue,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """«📅 Другой день, подожду»."""
    try:
        outcome = await guest_queue.pass_on(actor, action.group_id, action.slot_id)
    except (AlreadyDone, Missing):
        await _now(actor, action.group_id, guest_queue, guest_applications, show)
        return
    word = refused_word(outcome) if isinstance(outcome, Refused) else screens.passed_word()
    await _now(actor, action.group_id, guest_queue, guest_applications, show, word)


async def leave(
    _: CallbackQuery,
    action: LeaveGuestQueue,
    actor: Actor,
    guest_queue: GuestQueue,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """«Уже не нужно», «✖️ Выйти из очереди»: asked once."""
    try:
        if not action.sure:
            await show(screens.leaving(await guest_queue.place(actor, action.group_id)))
            return
        was = await guest_queue.leave(actor, action.group_id)
    except (AlreadyDone, Missing):
        await _now(actor, action.group_id, guest_queue, guest_applications, show)
        return
    await show(screens.left(was.group))


async def queues(
    _: CallbackQuery, action: OpenGuestQueues, actor: Actor, guest_queue: GuestQueue, show: Show
) -> None:
    """«⏳ Очередь гостей» of the staff."""
    await show(screens.queues(await guest_queue.page(actor, action.organisation_id, action.page)))


async def _now(
    actor: Actor,
    group_id: GroupId,
    guest_queue: GuestQueue,
    guest_applications: GuestApplications,
    show: Show,
    word: Phrase | None = None,
) -> None:
    """The place as it is now; the dates of the group for who does not wait."""
    try:
        await show(screens.place(await guest_queue.place(actor, group_id), word))
    except Missing:
        view = await guest_applications.dates(actor, group_id)
        await show(guests_invited.invitation(view, word=word))


def build() -> Router:
    """A new router of the queue."""
    router = Router(name="guests-queue")
    router.callback_query.register(join, Tap(JoinGuestQueue), Known())
    router.callback_query.register(wait_instead, Tap(WaitInstead), Known())
    router.callback_query.register(place, Tap(OpenGuestPlace), Known())
    router.callback_query.register(choose_days, Tap(ChooseGuestDays), Known())
    router.callback_query.register(wish_days, Tap(WishGuestDays), Known())
    router.callback_query.register(take, Tap(TakeOfferedDate), Known())
    router.callback_query.register(pass_on, Tap(PassOfferedDate), Known())
    router.callback_query.register(leave, Tap(LeaveGuestQueue), Known())
    router.callback_query.register(queues, Tap(OpenGuestQueues), Known())
    answer_forms(router, QUEUE)
    return router
