"""Coming in by a link: `/start` with a payload, consent, who you are to the child, your name."""

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from domain.actions.joining import (
    Agree,
    NoName,
    OpenLink,
    StayOut,
    TellKinship,
    TypeName,
    UseProfileName,
)
from domain.ids import MembershipId
from domain.joining import AlreadyIn, Invitation, Joined, Waiting, profile_name
from domain.links import LinkKind, Start, parse_start
from domain.outcomes import AlreadyDone, Reason, Refused
from domain.people import Actor, Visitor
from handlers.common.filters import Known, Tap
from handlers.common.form_router import answer_forms
from handlers.common.forms import Forms
from handlers.joining import staff
from handlers.joining.forms import FORMS, NAME
from messenger.show import Show
from screens import joining as screens
from screens import menu_settings
from services.joining import Joining
from services.menu import Menu
from services.settings import Settings

Opened = Invitation | AlreadyIn | Waiting | Joined | Refused


def build() -> Router:
    """A new router of joining, newcomers and staff."""
    router = Router(name="joining")
    router.message.register(open_by_start, CommandStart(deep_link=True))
    router.callback_query.register(open_again, Tap(OpenLink))
    router.callback_query.register(agree, Tap(Agree))
    router.callback_query.register(stay_out, Tap(StayOut))
    router.callback_query.register(become, Tap(TellKinship))
    router.callback_query.register(use_profile_name, Tap(UseProfileName), Known())
    router.callback_query.register(no_name, Tap(NoName), Known())
    router.callback_query.register(type_name, Tap(TypeName), Known())
    router.include_router(staff.build())
    answer_forms(router, *FORMS)
    return router


async def open_by_start(
    _: Message,
    command: CommandObject,
    visitor: Visitor,
    actor: Actor | None,
    show: Show,
    joining: Joining,
    menu: Menu,
    forms: Forms,
) -> None:
    """Somebody scanned a card or opened a link: nothing is stored yet."""
    start = parse_start(command.args or "")
    actor = await menu.greet(actor, visitor, show.texts.locale)
    await forms.pause()
    if start is None:
        await show(screens.refused(Refused(Reason.LINK_UNKNOWN), known=actor is not None))
        return
    opened = await joining.look(actor, start, show.texts.locale)
    if isinstance(opened, Invitation) and not opened.consent_stands:
        await show(screens.greeting(opened))
        await show(screens.consent(opened))
        return
    await _show(show, forms, visitor, opened, known=actor is not None)


async def open_again(
    _: CallbackQuery,
    action: OpenLink,
    visitor: Visitor,
    actor: Actor | None,
    show: Show,
    joining: Joining,
    forms: Forms,
) -> None:
    """«Назад» to the consent, or to the invitation."""
    opened = await _look(joining, actor, action.start, show)
    await _show(show, forms, visitor, opened, known=actor is not None)


async def agree(
    _: CallbackQuery,
    action: Agree,
    visitor: Visitor,
    actor: Actor | None,
    show: Show,
    joining: Joining,
    forms: Forms,
) -> None:
    """«Согласен»: staff and partners are in; a family is asked who they are to the child."""
    start = parse_start(action.start)
    if start is not None and start.kind.personal:
        try:
            outcome = await joining.accept(visitor, actor, start, action.version, show.texts.locale)
        except AlreadyDone:
            outcome = await _came_in(joining, actor, start, show)
        await _show(show, forms, visitor, outcome, known=actor is not None)
        return
    opened = await _look(joining, actor, action.start, show)
    if isinstance(opened, Invitation) and opened.consent.version == action.version:
        await show(screens.kinship(opened))
        return
    await _show(show, forms, visitor, opened, known=actor is not None)


async def stay_out(
    _: CallbackQuery,
    action: StayOut,
    visitor: Visitor,
    actor: Actor | None,
    show: Show,
    joining: Joining,
    forms: Forms,
) -> None:
    """«Не сейчас»: the way out."""
    opened = await _look(joining, actor, action.start, show)
    if isinstance(opened, Invitation):
        await show(screens.stayed_out(opened))
        return
    await _show(show, forms, visitor, opened, known=actor is not None)


async def become(
    _: CallbackQuery,
    action: TellKinship,
    visitor: Visitor,
    actor: Actor | None,
    show: Show,
    joining: Joining,
    forms: Forms,
) -> None:
    """Who the adult is to the child: everything is stored by this tap."""
    start = parse_start(action.start)
    if start is None:
        await show(screens.refused(Refused(Reason.LINK_UNKNOWN), known=actor is not None))
        return
    try:
        outcome = await joining.become(
            visitor, actor, start, action.version, action.kinship, show.texts.locale
        )
    except AlreadyDone:
        outcome = await _came_in(joining, actor, start, show)
    await _show(show, forms, visitor, outcome, known=actor is not None, fresh=True)


async def use_profile_name(
    _: CallbackQuery,
    action: UseProfileName,
    visitor: Visitor,
    actor: Actor,
    show: Show,
    settings: Settings,
    menu: Menu,
    forms: Forms,
) -> None:
    """«Меня зовут …, верно»."""
    await forms.pause()
    target = MembershipId(action.target)
    outcome = await settings.name_by_profile(actor, visitor, target, waiting=action.waiting)
    await _named(show, menu, outcome, action.target, waiting=action.waiting)


async def no_name(
    _: CallbackQuery, action: NoName, actor: Actor, show: Show, settings: Settings, menu: Menu, forms: Forms
) -> None:
    """«Не указывать»."""
    await forms.pause()
    outcome = await settings.name_self(actor, None, MembershipId(action.target), waiting=action.waiting)
    await _named(show, menu, outcome, action.target, waiting=action.waiting)


async def type_name(_: CallbackQuery, action: TypeName, forms: Forms) -> None:
    """«Другое имя»."""
    await forms.start(NAME, context=_named_one(action.target, waiting=action.waiting), anew=True)


async def _take_words(forms: Forms, target: int, *, waiting: bool) -> None:
    """«Как к вам обращаться?» stands with its buttons: a name that is typed below it is taken, too."""
    await forms.start(NAME, context=_named_one(target, waiting=waiting), at="name", anew=True, quiet=True)


def _named_one(target: int, *, waiting: bool) -> dict[str, int | str]:
    """Whose name it is: of a role, or of a request that waits."""
    return {"target": target, "waiting": int(waiting)}


async def _named(show: Show, menu: Menu, outcome: Actor | Refused, target: int, *, waiting: bool) -> None:
    if isinstance(outcome, Refused):
        await show(screens.refused(outcome, known=True))
        return
    await show(screens.named(await menu.look(outcome), target, waiting=waiting), menu_settings.saved())


async def _look(joining: Joining, actor: Actor | None, payload: str, show: Show) -> Opened:
    start = parse_start(payload)
    if start is None:
        return Refused(Reason.LINK_UNKNOWN)
    return await joining.look(actor, start, show.texts.locale)


async def _came_in(joining: Joining, actor: Actor | None, start: Start, show: Show) -> Opened:
    """The role was given, but the bot was stopped before it could say so: it is said now."""
    opened = await joining.look(actor, start, show.texts.locale)
    return Joined(opened.actor, opened.membership, opened.group) if isinstance(opened, AlreadyIn) else opened


async def _show(
    show: Show, forms: Forms, visitor: Visitor, opened: Opened, *, known: bool, fresh: bool = False
) -> None:
    """The screen of what a link gave; `fresh` when it was given just now, and a name may be asked."""
    profile = profile_name(visitor.first_name, visitor.last_name)
    match opened:
        case Invitation() if not opened.consent_stands:
            await show(screens.consent(opened))
        case Invitation(start=start) if start.kind in (LinkKind.CARD, LinkKind.GROUP):
            await show(screens.kinship(opened))
        case Invitation():
            await show(screens.confirm(opened))
        case AlreadyIn():
            await show(screens.already_in(opened))
        case Joined(membership=membership):
            if membership.organisation.personal_data and membership.name is None:
                await _take_words(forms, membership.id, waiting=False)
                await show(screens.ask_name(membership.id, profile, waiting=False))
            else:
                await show(screens.welcome(opened))
        case Waiting(organisation=organisation, request=request):
            if organisation.personal_data and request.name is None and fresh:
                await _take_words(forms, request.id, waiting=True)
                await show(screens.ask_name(request.id, profile, waiting=True))
            else:
                await show(screens.waiting(opened))
        case Refused():
            await show(screens.refused(opened, known=known))
