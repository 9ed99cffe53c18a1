"""A guest's taps before and after an application: groups and their dates, own visits, giving a date back."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guests import (
    BecomeGuest,
    GiveBackDate,
    MyVisits,
    OpenGroupDates,
    OpenOpening,
    OpenVisit,
)
from domain.guest_views import GuestInvitation
from domain.ids import GroupId
from domain.outcomes import AlreadyDone
from domain.people import Actor, OrganisationKind, Role
from handlers.common.filters import Known, Tap
from handlers.guests.cards import show_card, show_outcome
from messenger.show import Show
from screens import guests_invited, guests_nudges, guests_visits
from screens.base import Screen
from services.guest_applications import GuestApplications
from services.guest_queue import GuestQueue


async def become(
    _: CallbackQuery, action: BecomeGuest, actor: Actor, guest_applications: GuestApplications, show: Show
) -> None:
    """«🎤 Стать гостем группы»: the only group is opened at once."""
    views = await guest_applications.groups(actor)
    if len(views) == 1:
        await show(_invitation(actor, views[0]))
        return
    kind = views[0].organisation.kind if views else _own_kind(actor)
    await show(guests_invited.groups(views, kind))


async def group_dates(
    _: CallbackQuery,
    action: OpenGroupDates,
    actor: Actor,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """Every free date of a group."""
    await show(_invitation(actor, await guest_applications.dates(actor, action.group_id), action.page))


async def opening(
    _: CallbackQuery, action: OpenOpening, actor: Actor, guest_applications: GuestApplications, show: Show
) -> None:
    """The invitation that an evening summary named."""
    view = await guest_applications.invitation(actor, action.opening_id)
    found = guests_nudges.opened(view, with_map=_is_family(actor, view.group.id))
    await show(replace(found, fresh=action.fresh))


async def mine(
    _: CallbackQuery,
    action: MyVisits,
    actor: Actor,
    guest_applications: GuestApplications,
    guest_queue: GuestQueue,
    show: Show,
) -> None:
    """«🎤 Мои визиты», and where one waits."""
    visits, more = await guest_applications.mine(actor, action.page)
    places = await guest_queue.mine(actor)
    await show(guests_visits.mine(visits, action.page, more=more, places=places))


async def visit(
    _: CallbackQuery, action: OpenVisit, actor: Actor, guest_applications: GuestApplications, show: Show
) -> None:
    """The card of a visit."""
    await show_card(actor, action.visit_id, guest_applications, show)


async def give_back(
    _: CallbackQuery, action: GiveBackDate, actor: Actor, guest_applications: GuestApplications, show: Show
) -> None:
    """«↩️ Вернуть дату»: asked once."""
    if not action.sure:
        view = await guest_applications.visit(actor, action.visit_id)
        await show(guests_visits.give_back(view, action.version))
        return
    try:
        outcome = await guest_applications.give_back(actor, action.visit_id, action.version)
    except AlreadyDone:
        outcome = None
    word = guests_visits.given_back_word()
    await show_outcome(actor, action.visit_id, outcome, word, guest_applications, show)


def _invitation(actor: Actor, view: GuestInvitation, page: int = 0) -> Screen:
    return guests_invited.invitation(view, page, with_map=_is_family(actor, view.group.id))


def _is_family(actor: Actor, group_id: GroupId) -> bool:
    """Whether a child of this person is in the group: its family may see what the group has met."""
    return any(
        child.group_id == group_id for membership in actor.memberships for child in membership.children
    )


def _own_kind(actor: Actor) -> OrganisationKind:
    guests = [m for m in actor.memberships if m.role in (Role.PARENT, Role.PARTNER)]
    return guests[0].organisation.kind if guests else OrganisationKind.KINDERGARTEN


def build() -> Router:
    """A new router of the guest's side."""
    router = Router(name="guests-guest")
    router.callback_query.register(become, Tap(BecomeGuest), Known())
    router.callback_query.register(group_dates, Tap(OpenGroupDates), Known())
    router.callback_query.register(opening, Tap(OpenOpening), Known())
    router.callback_query.register(mine, Tap(MyVisits), Known())
    router.callback_query.register(visit, Tap(OpenVisit), Known())
    router.callback_query.register(give_back, Tap(GiveBackDate), Known())
    return router
