"""A parent's taps: the four answers, the list of what is ahead, a card of it."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.events import AnswerEvent, MyEvents, OpenInvitation
from domain.event_views import Answered
from domain.outcomes import AlreadyDone, Reason
from domain.people import Actor
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import events_parents as screens
from screens.base import Toast
from services.lesson_sheets import LessonSheets
from services.rsvps import Rsvps

STILL_OPEN = (Reason.NO_SEAT_FOR_ALL, Reason.OFFER_GONE)
"""What is refused although answers are still taken."""


async def answer(_: CallbackQuery, action: AnswerEvent, actor: Actor, rsvps: Rsvps, show: Show) -> None:
    """One of the four buttons of an invitation."""
    try:
        outcome = await rsvps.answer(actor, action.event_id, action.answer)
    except AlreadyDone:  # the answer was taken, but the bot was stopped before it could say so
        await _card(actor, action, rsvps, show)
        return
    await settled(outcome, screens.answered(outcome.invitation, action.answer), show, listed=action.listed)


async def settled(outcome: Answered, done: Toast, show: Show, *, listed: bool) -> None:
    """The event as it is now, and that it was done, or why it was not."""
    refused = outcome.refused
    open_ = refused is None or refused.reason in STILL_OPEN
    toast = done if refused is None else screens.not_answered(refused)
    await show(screens.invitation(outcome.invitation, open_=open_, listed=listed), toast)


async def mine(
    _: CallbackQuery,
    action: MyEvents,
    actor: Actor,
    rsvps: Rsvps,
    lesson_sheets: LessonSheets,
    show: Show,
) -> None:
    """«📅 Мои мероприятия», and for staff the lessons that wait for their sheet."""
    page = await rsvps.mine(actor, action.page)
    lessons = () if page.page else await lesson_sheets.awaited(actor)
    await show(screens.mine(page.events, page.page, more=page.more, fresh=action.fresh, lessons=lessons))


async def _card(actor: Actor, action: AnswerEvent | OpenInvitation, rsvps: Rsvps, show: Show) -> None:
    looked = await rsvps.look(actor, action.event_id)
    listed = isinstance(action, OpenInvitation) or action.listed
    found = screens.invitation(looked.invitation, open_=looked.refused is None, listed=listed)
    await show(replace(found, fresh=isinstance(action, OpenInvitation) and action.fresh))


async def card(_: CallbackQuery, action: OpenInvitation, actor: Actor, rsvps: Rsvps, show: Show) -> None:
    """An event of the list."""
    await _card(actor, action, rsvps, show)


def build() -> Router:
    """A new router of the parent's side."""
    router = Router(name="events-parents")
    router.callback_query.register(answer, Tap(AnswerEvent), Known())
    router.callback_query.register(mine, Tap(MyEvents), Known())
    router.callback_query.register(card, Tap(OpenInvitation), Known())
    return router
