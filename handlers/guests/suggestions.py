"""«📅 Профессиональные дни» and «💡 Кого ещё не было»: looked at, and turned into an invitation."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_suggestions import (
    InviteForDay,
    InviteProfession,
    InviteUnmet,
    OpenGroupSuggestions,
    OpenProfessionalDays,
    OpenSuggestions,
)
from domain.forms import Value
from domain.guest_suggestions import Wished
from domain.ids import OrganisationId
from domain.people import Actor
from domain.professional_days import OFFERED_HOUR
from handlers.common.filters import Known, Tap
from handlers.common.forms import Forms
from handlers.guests.opening import DATES, known_at_first
from messenger.show import Show
from screens import guests_suggestions as screens
from services.guest_openings import GuestOpenings
from services.guest_suggestions import GuestSuggestions


async def days(
    _: CallbackQuery,
    action: OpenProfessionalDays,
    actor: Actor,
    guest_suggestions: GuestSuggestions,
    show: Show,
) -> None:
    """«📅 Профессиональные дни»."""
    await show(screens.days(await guest_suggestions.days(actor, action.organisation_id, action.page)))


async def groups(
    _: CallbackQuery, action: OpenSuggestions, actor: Actor, guest_suggestions: GuestSuggestions, show: Show
) -> None:
    """«💡 Кого ещё не было»; the only group is not asked about."""
    organisation, found = await guest_suggestions.groups(actor, action.organisation_id)
    if len(found) == 1:
        await show(screens.of_group(await guest_suggestions.of_group(actor, found[0].id)))
        return
    await show(screens.groups(organisation, found, action.page))


async def of_group(
    _: CallbackQuery,
    action: OpenGroupSuggestions,
    actor: Actor,
    guest_suggestions: GuestSuggestions,
    show: Show,
) -> None:
    """The suggestions of a group."""
    await show(screens.of_group(await guest_suggestions.of_group(actor, action.group_id)))


async def for_day(
    _: CallbackQuery,
    action: InviteForDay,
    actor: Actor,
    guest_suggestions: GuestSuggestions,
    guest_openings: GuestOpenings,
    forms: Forms,
) -> None:
    """A professional day was tapped: dates around it, its profession as the wish."""
    wished = await guest_suggestions.for_day(actor, action.organisation_id, action.day)
    await _begin(actor, wished, guest_openings, forms)


async def for_profession(
    _: CallbackQuery,
    action: InviteProfession,
    actor: Actor,
    guest_suggestions: GuestSuggestions,
    guest_openings: GuestOpenings,
    forms: Forms,
) -> None:
    """A profession was tapped."""
    wished = await guest_suggestions.for_profession(actor, action.group_id, action.slug)
    await _begin(actor, wished, guest_openings, forms)


async def for_unmet(
    _: CallbackQuery,
    action: InviteUnmet,
    actor: Actor,
    guest_suggestions: GuestSuggestions,
    guest_openings: GuestOpenings,
    forms: Forms,
) -> None:
    """«💌 Позвать эти семьи»: they are ticked, the dates are asked."""
    found = await guest_suggestions.of_group(actor, action.group_id)
    here = found.organisation.id
    known = await known_at_first(actor, here, guest_openings)
    known |= {"group": str(action.group_id), "families": [str(child.id) for child in found.families]}
    await _start(forms, here, known)


async def _begin(actor: Actor, wished: Wished, guest_openings: GuestOpenings, forms: Forms) -> None:
    here = wished.organisation.id
    known = await known_at_first(actor, here, guest_openings)
    known["wish"] = wished.wish
    if wished.days:
        known["dates"] = [f"{day.isoformat()}T{OFFERED_HOUR}" for day in wished.days]
    if wished.group_id is not None:
        known["group"] = str(wished.group_id)
    await _start(forms, here, known)


async def _start(forms: Forms, here: OrganisationId, known: dict[str, Value]) -> None:
    await forms.start(DATES, context={"organisation": here}, values=known, anew=True)


def build() -> Router:
    """A new router of suggestions."""
    router = Router(name="guests-suggestions")
    router.callback_query.register(days, Tap(OpenProfessionalDays), Known())
    router.callback_query.register(groups, Tap(OpenSuggestions), Known())
    router.callback_query.register(of_group, Tap(OpenGroupSuggestions), Known())
    router.callback_query.register(for_day, Tap(InviteForDay), Known())
    router.callback_query.register(for_profession, Tap(InviteProfession), Known())
    router.callback_query.register(for_unmet, Tap(InviteUnmet), Known())
    return router
