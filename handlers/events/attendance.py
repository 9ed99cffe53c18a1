"""Who comes, and «внести за семью»."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.events import ClearAnswer, EnterAnswer, EnterFamilies, EnterFamily, OpenAttendance
from domain.ids import EventId
from domain.outcomes import AlreadyDone, Reason
from domain.people import Actor
from domain.seat_views import WhenFull
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import events_attendance as screens
from screens import events_parents, seats_staff
from screens.base import Toast
from services.rsvp_entries import RsvpEntries

SEATLESS = (Reason.NO_SEATS, Reason.NO_SEAT_FOR_ALL)
"""Why a family that comes was not entered, until staff have said what to do."""


async def attendance(
    _: CallbackQuery, action: OpenAttendance, actor: Actor, rsvp_entries: RsvpEntries, show: Show
) -> None:
    """«👥 Кто придёт»."""
    await show(screens.attendance(await rsvp_entries.attendance(actor, action.event_id, action.page)))


async def families(
    _: CallbackQuery, action: EnterFamilies, actor: Actor, rsvp_entries: RsvpEntries, show: Show
) -> None:
    """«✍️ Внести за семью»."""
    await _families(actor, action.event_id, action.page, rsvp_entries, show)


async def family(
    _: CallbackQuery, action: EnterFamily, actor: Actor, rsvp_entries: RsvpEntries, show: Show
) -> None:
    """A family was chosen."""
    event, organisation, found = await rsvp_entries.family(actor, action.event_id, action.child_id)
    await show(screens.family(event, organisation, found, action.page))


async def enter(
    _: CallbackQuery, action: EnterAnswer, actor: Actor, rsvp_entries: RsvpEntries, show: Show
) -> None:
    """What the family said was tapped."""
    try:
        refused = await rsvp_entries.enter(
            actor, action.event_id, action.child_id, action.answer, full=action.full
        )
    except AlreadyDone:
        refused = None
    event, organisation, found = await rsvp_entries.family(actor, action.event_id, action.child_id)
    if refused is not None and refused.reason in SEATLESS:
        await show(seats_staff.no_seat(event, organisation, found, action.answer, action.page, refused))
        return
    toast = screens.entered(found, action.answer)
    if refused is not None:
        toast = events_parents.not_answered(refused)
    elif action.full is not WhenFull.ASK:
        toast = seats_staff.entered(found, action.full) or toast
    await _families(actor, action.event_id, action.page, rsvp_entries, show, toast)


async def clear(
    _: CallbackQuery, action: ClearAnswer, actor: Actor, rsvp_entries: RsvpEntries, show: Show
) -> None:
    """«✖️ Убрать ответ»."""
    try:
        refused = await rsvp_entries.clear(actor, action.event_id, action.child_id)
    except AlreadyDone:
        refused = None
    _event, _organisation, found = await rsvp_entries.family(actor, action.event_id, action.child_id)
    toast = screens.cleared(found) if refused is None else events_parents.not_answered(refused)
    await _families(actor, action.event_id, action.page, rsvp_entries, show, toast)


async def _families(
    actor: Actor,
    event_id: EventId,
    number: int,
    rsvp_entries: RsvpEntries,
    show: Show,
    toast: Toast | None = None,
) -> None:
    await show(screens.to_enter(await rsvp_entries.to_enter(actor, event_id, number)), toast)


def build() -> Router:
    """A new router of who comes."""
    router = Router(name="events-attendance")
    router.callback_query.register(attendance, Tap(OpenAttendance), Known())
    router.callback_query.register(families, Tap(EnterFamilies), Known())
    router.callback_query.register(family, Tap(EnterFamily), Known())
    router.callback_query.register(enter, Tap(EnterAnswer), Known())
    router.callback_query.register(clear, Tap(ClearAnswer), Known())
    return router
