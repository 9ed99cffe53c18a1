"""«🚶 По дороге домой»: the message again, a face, the game."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_way_home import LikeGuest, OpenWayHome, PlayGuest
from domain.outcomes import AlreadyDone
from domain.people import Actor
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import guests_way_home as screens
from services.guest_way_home import GuestWayHome


async def look(
    _: CallbackQuery, action: OpenWayHome, actor: Actor, guest_way_home: GuestWayHome, show: Show
) -> None:
    """The questions to the child."""
    found = screens.way_home(await guest_way_home.look(actor, action.visit_id))
    await show(replace(found, fresh=action.fresh))


async def like(
    _: CallbackQuery, action: LikeGuest, actor: Actor, guest_way_home: GuestWayHome, show: Show
) -> None:
    """A face was tapped."""
    try:
        view = await guest_way_home.like(actor, action.visit_id, action.liking)
    except AlreadyDone:
        view = await guest_way_home.look(actor, action.visit_id)
    await show(screens.way_home(view), screens.liked(action.liking) if view.may_like else None)


async def play(
    _: CallbackQuery, action: PlayGuest, actor: Actor, guest_way_home: GuestWayHome, show: Show
) -> None:
    """«🎲 Поиграть», and every answer."""
    await show(screens.game(await guest_way_home.game(actor, action.visit_id), action))


def build() -> Router:
    """A new router of what families see after a visit."""
    router = Router(name="guests-way-home")
    router.callback_query.register(look, Tap(OpenWayHome), Known())
    router.callback_query.register(like, Tap(LikeGuest), Known())
    router.callback_query.register(play, Tap(PlayGuest), Known())
    return router
