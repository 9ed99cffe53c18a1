"""Who comes, and «внести за семью»."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.events import ClearAnswer, EnterAnswer, EnterFamilies, EnterFamily, OpenAttendance
from domain.ids import EventId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import events_attendance as screens
from screens import events_parents
from screens.base import Toast
from services.rsvps import Rsvps


async def attendance(
    _: CallbackQuery, action: OpenAttendance, actor: Actor, rsvps: Rsvps, show: Show
) -> None:
    """«👥 Кто придёт»."""
    await show(screens.attendance(await rsvps.attendance(actor, action.event_id, action.page)))


async def families(_: CallbackQuery, action: EnterFamilies, actor: Actor, rsvps: Rsvps, show: Show) -> None:
    """«✍️ Внести за семью»."""
    await _families(actor, action.event_id, action.page, rsvps, show)


async def family(_: CallbackQuery, action: EnterFamily, actor: Actor, rsvps: Rsvps, show: Show) -> None:
    """A family was chosen."""
    event, organisation, found = await rsvps.family(actor, action.event_id, action.child_id)
    await show(screens.family(event, organisation, found, action.page))


async def enter(_: CallbackQuery, action: EnterAnswer, actor: Actor, rsvps: Rsvps, show: Show) -> None:
    """What the family said was tapped."""
    try:
        refused = await rsvps.enter(actor, action.event_id, action.child_id, action.answer)
    except AlreadyDone:
        refused = None
    _event, _organisation, found = await rsvps.family(actor, action.event_id, action.child_id)
    toast = screens.entered(found, action.answer)
    if isinstance(refused, Refused):
        toast = events_parents.not_answered(refused)
    await _families(actor, action.event_id, action.page, rsvps, show, toast)


async def clear(_: CallbackQuery, action: ClearAnswer, actor: Actor, rsvps: Rsvps, show: Show) -> None:
    """«✖️ Убрать ответ»."""
    try:
        refused = await rsvps.clear(actor, action.event_id, action.child_id)
    except AlreadyDone:
        refused = None
    _event, _organisation, found = await rsvps.family(actor, action.event_id, action.child_id)
    toast = screens.cleared(found) if refused is None else events_parents.not_answered(refused)
    await _families(actor, action.event_id, action.page, rsvps, show, toast)


async def _families(
    actor: Actor, event_id: EventId, number: int, rsvps: Rsvps, show: Show, toast: Toast | None = None
) -> None:
    await show(screens.to_enter(await rsvps.to_enter(actor, event_id, number)), toast)


def build() -> Router:
    """A new router of who comes."""
    router = Router(name="events-attendance")
    router.callback_query.register(attendance, Tap(OpenAttendance), Known())
    router.callback_query.register(families, Tap(EnterFamilies), Known())
    router.callback_query.register(family, Tap(EnterFamily), Known())
    router.callback_query.register(enter, Tap(EnterAnswer), Known())
    router.callback_query.register(clear, Tap(ClearAnswer), Known())
    return router
