"""«⋯ Ещё», the month of all groups, one group's month, the school year in figures."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_overview import OpenGroupMonth, OpenGuestMonth, OpenGuestsMore, OpenGuestYear
from domain.people import Actor
from domain.waves import school_year
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import guests_more, guests_overview
from services.guest_overviews import GuestOverviews


async def more(
    _: CallbackQuery, action: OpenGuestsMore, actor: Actor, guest_overviews: GuestOverviews, show: Show
) -> None:
    """«⋯ Ещё»."""
    organisation, today = guest_overviews.here(actor, action.organisation_id)
    await show(guests_more.more(organisation, today))


async def month(
    _: CallbackQuery, action: OpenGuestMonth, actor: Actor, guest_overviews: GuestOverviews, show: Show
) -> None:
    """«📆 Месяц»."""
    found = await guest_overviews.month(actor, action.organisation_id, action.month, action.page)
    await show(guests_overview.month(found))


async def month_of_group(
    _: CallbackQuery, action: OpenGroupMonth, actor: Actor, guest_overviews: GuestOverviews, show: Show
) -> None:
    """A group of the month."""
    await show(
        guests_overview.month_of_group(
            await guest_overviews.month_of_group(actor, action.group_id, action.month)
        )
    )


async def year(
    _: CallbackQuery, action: OpenGuestYear, actor: Actor, guest_overviews: GuestOverviews, show: Show
) -> None:
    """«📊 Учебный год»."""
    _organisation, today = guest_overviews.here(actor, action.organisation_id)
    found = await guest_overviews.year(actor, action.organisation_id, action.year)
    await show(guests_overview.year(found, now=school_year(today)))


def build() -> Router:
    """A new router of what is seen from above."""
    router = Router(name="guests-overview")
    router.callback_query.register(more, Tap(OpenGuestsMore), Known())
    router.callback_query.register(month, Tap(OpenGuestMonth), Known())
    router.callback_query.register(month_of_group, Tap(OpenGroupMonth), Known())
    router.callback_query.register(year, Tap(OpenGuestYear), Known())
    return router
