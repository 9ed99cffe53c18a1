"""Taps about seats: an offer taken or declined, the way out of the queue, its rule, and the queue as staff see it."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.seats import DeclineSeat, LeaveQueue, OpenQueue, OpenSeatRule, TakeSeat
from domain.event_views import Answered
from domain.ids import EventId
from domain.outcomes import AlreadyDone
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.events.parents import settled
from messenger.show import Show
from screens import events_parents, seats_staff
from screens import seats as screens
from screens.base import Toast
from services.rsvps import Rsvps
from services.seats import Seats

_Way = Callable[[Actor, EventId], Awaitable[Answered]]


async def take(
    _: CallbackQuery, action: TakeSeat, actor: Actor, seats: Seats, rsvps: Rsvps, show: Show
) -> None:
    """«✅ Беру»."""
    await _settle(action, actor, seats.take_offer, screens.took(), rsvps, show)


async def decline(
    _: CallbackQuery, action: DeclineSeat, actor: Actor, seats: Seats, rsvps: Rsvps, show: Show
) -> None:
    """«Уже не нужно»."""
    await _settle(action, actor, seats.decline_offer, screens.declined(), rsvps, show)


async def leave(
    _: CallbackQuery, action: LeaveQueue, actor: Actor, seats: Seats, rsvps: Rsvps, show: Show
) -> None:
    """«✖️ Выйти из очереди»."""
    await _settle(action, actor, seats.leave_queue, screens.left(), rsvps, show)


async def rule(_: CallbackQuery, action: OpenSeatRule, actor: Actor, show: Show) -> None:
    """«ℹ️ Как дают места»."""
    await show(screens.rule())


async def queue(_: CallbackQuery, action: OpenQueue, actor: Actor, seats: Seats, show: Show) -> None:
    """«⏳ Очередь» on the staff's card."""
    await show(seats_staff.queue(await seats.queue_page(actor, action.event_id, action.page)))


async def _settle(
    action: TakeSeat | DeclineSeat | LeaveQueue,
    actor: Actor,
    way: _Way,
    done: Toast,
    rsvps: Rsvps,
    show: Show,
) -> None:
    try:
        outcome = await way(actor, action.event_id)
    except AlreadyDone:  # it was done, but the bot was stopped before it could say so
        outcome = await rsvps.look(actor, action.event_id)
        open_ = outcome.refused is None
        await show(events_parents.invitation(outcome.invitation, open_=open_, listed=action.listed))
        return
    await settled(outcome, done, show, listed=action.listed)


def build() -> Router:
    """A new router of seats."""
    router = Router(name="events-seats")
    router.callback_query.register(take, Tap(TakeSeat), Known())
    router.callback_query.register(decline, Tap(DeclineSeat), Known())
    router.callback_query.register(leave, Tap(LeaveQueue), Known())
    router.callback_query.register(rule, Tap(OpenSeatRule), Known())
    router.callback_query.register(queue, Tap(OpenQueue), Known())
    return router
