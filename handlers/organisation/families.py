"""Families of a group: codes, the adults bound, children who move and leave."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.groups import MarkLeft, MoveChild, OpenChild, OpenFamilies, ReturnChild, UnbindAdult
from domain.outcomes import Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.organisation.answers import refuse, told
from messenger.show import Show
from screens import organisation_families as screens
from services.families import Families


def build() -> Router:
    """The router of families."""
    router = Router(name="organisation-families")

    @router.callback_query(Tap(OpenFamilies), Known())
    async def listed(
        _: CallbackQuery, action: OpenFamilies, actor: Actor, show: Show, families: Families
    ) -> None:
        await show(screens.families(await families.families(actor, action.group_id), action.page))

    @router.callback_query(Tap(OpenChild), Known())
    async def child(
        _: CallbackQuery, action: OpenChild, actor: Actor, show: Show, families: Families
    ) -> None:
        await show(screens.child(await families.child(actor, action.child_id)))

    @router.callback_query(Tap(MoveChild), Known())
    async def move(_: CallbackQuery, action: MoveChild, actor: Actor, show: Show, families: Families) -> None:
        if action.group_id is None:
            await show(screens.move(await families.move_choice(actor, action.child_id), action.page))
            return
        moved = await families.move(actor, action.child_id, action.group_id)
        if isinstance(moved, Refused):
            await refuse(show, moved)
            return
        view = await families.child(actor, action.child_id)
        await show(screens.child(view), told("organisation-child-moved"))

    @router.callback_query(Tap(MarkLeft), Known())
    async def left(_: CallbackQuery, action: MarkLeft, actor: Actor, show: Show, families: Families) -> None:
        view = await families.child(actor, action.child_id)
        if not action.sure:
            await show(screens.left_sure(view))
            return
        await families.mark_left(actor, action.child_id)
        await show(screens.child(await families.child(actor, action.child_id)))

    @router.callback_query(Tap(ReturnChild), Known())
    async def returned(
        _: CallbackQuery, action: ReturnChild, actor: Actor, show: Show, families: Families
    ) -> None:
        outcome = await families.take_back(actor, action.child_id)
        if isinstance(outcome, Refused):
            await refuse(show, outcome)
            return
        await show(screens.child(await families.child(actor, action.child_id)))

    @router.callback_query(Tap(UnbindAdult), Known())
    async def unbind(
        _: CallbackQuery, action: UnbindAdult, actor: Actor, show: Show, families: Families
    ) -> None:
        if not action.sure:
            view = await families.child(actor, action.child_id)
            await show(screens.unbind_sure(view, action.membership_id))
            return
        await families.unbind(actor, action.child_id, action.membership_id)
        view = await families.child(actor, action.child_id)
        await show(screens.child(view), told("organisation-unbound"))

    return router
