"""The menu and what always works: /start, /menu, /help, /settings; roles, language, names."""

from aiogram import Router
from aiogram.filters import Command, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.actions.menu import (
    ChooseLanguage,
    ChooseRole,
    EditOffers,
    EditOwnName,
    EditPetName,
    Inert,
    OpenHelp,
    OpenMenu,
    OpenSettings,
    SwitchRole,
)
from domain.people import Actor, Visitor
from handlers.common.below import Below
from handlers.common.filters import Known, Tap
from handlers.common.form_router import answer_forms
from handlers.common.forms import Forms
from handlers.common.snapshots import Snapshots
from handlers.menu.forms import FORMS, OFFERS, OWN_NAME, PET_NAME
from locales import texts_for
from messenger.show import Show
from screens import joining as joining_screens
from screens import menu as screens
from screens import menu_settings, posts
from services.menu import Menu
from services.settings import Settings


def build() -> Router:
    """A new router of the menu. Its commands work in the middle of forms, too: those take no words that begin with «/»."""
    router = Router(name="menu")
    router.message.register(start, CommandStart())
    router.message.register(open_menu, Command("menu"), Known())
    router.message.register(open_help, Command("help"))
    router.message.register(open_settings, Command("settings"), Known())
    router.callback_query.register(open_menu, Tap(OpenMenu), Known())
    router.callback_query.register(open_help, Tap(OpenHelp))
    router.callback_query.register(open_settings, Tap(OpenSettings), Known())
    router.callback_query.register(choose_role, Tap(ChooseRole), Known())
    router.callback_query.register(switch_role, Tap(SwitchRole), Known())
    router.callback_query.register(choose_language, Tap(ChooseLanguage), Known())
    router.callback_query.register(edit_own_name, Tap(EditOwnName), Known())
    router.callback_query.register(edit_pet_name, Tap(EditPetName), Known())
    router.callback_query.register(edit_offers, Tap(EditOffers), Known())
    router.callback_query.register(inert, Tap(Inert))
    answer_forms(router, *FORMS)
    return router


async def start(
    _: Message,
    visitor: Visitor,
    actor: Actor | None,
    show: Show,
    menu: Menu,
    forms: Forms,
    state: FSMContext,
    raw_state: str | None,
) -> None:
    """«Start» without a link: the menu of somebody known, the way in for somebody else."""
    greeted = await menu.greet(actor, visitor, show.texts.locale)
    if greeted is None:
        await show(joining_screens.stranger())
        return
    await _put_away(show, state, raw_state)
    await show(screens.menu(await menu.look(greeted), await forms.pause()))


async def open_menu(
    _: Message | CallbackQuery,
    actor: Actor,
    show: Show,
    menu: Menu,
    forms: Forms,
    state: FSMContext,
    raw_state: str | None,
) -> None:
    """The menu; an unfinished form waits behind a button."""
    await _put_away(show, state, raw_state)
    await show(screens.menu(await menu.look(actor), await forms.pause()))


async def _put_away(show: Show, state: FSMContext, raw_state: str | None) -> None:
    """The keyboard below the chat, that asked for a group or channel and was left alone, goes; pictures are awaited no more."""
    await Snapshots(state).end(raw_state)
    if await Below(state).clear():
        await show(posts.put_away())


async def open_help(_: Message | CallbackQuery, actor: Actor | None, show: Show) -> None:
    """Help for whoever asks."""
    await show(screens.help_screen(actor))


async def open_settings(_: Message | CallbackQuery, actor: Actor, show: Show, forms: Forms) -> None:
    """Settings."""
    await forms.pause()
    await show(menu_settings.settings(actor))


async def choose_role(_: CallbackQuery, actor: Actor, show: Show) -> None:
    """The list of roles."""
    await show(screens.roles(actor))


async def switch_role(_: CallbackQuery, action: SwitchRole, actor: Actor, show: Show, menu: Menu) -> None:
    """Another role's menu."""
    switched = await menu.switch_role(actor, action.membership_id)
    await show(screens.menu(await menu.look(switched)))


async def choose_language(
    _: CallbackQuery, action: ChooseLanguage, actor: Actor, show: Show, settings: Settings
) -> None:
    """The languages, or a change to one of them, said in it at once."""
    if action.locale is None:
        await show(menu_settings.languages(actor))
        return
    spoken = await settings.speak(actor, action.locale)
    show.texts = texts_for(spoken.locale)
    await show(menu_settings.settings(spoken), menu_settings.saved())


async def edit_own_name(_: CallbackQuery, action: EditOwnName, forms: Forms) -> None:
    """«Моё имя»."""
    await forms.start(OWN_NAME, context={"membership": action.membership_id}, anew=True)


async def edit_pet_name(_: CallbackQuery, action: EditPetName, forms: Forms) -> None:
    """«Домашнее имя»."""
    context = {"membership": action.membership_id, "child": action.child_id}
    await forms.start(PET_NAME, context=context, anew=True)


async def edit_offers(_: CallbackQuery, action: EditOffers, forms: Forms) -> None:
    """«Что я могу показать»."""
    await forms.start(OFFERS, context={"membership": action.membership_id}, anew=True)


async def inert(_: CallbackQuery, show: Show) -> None:
    """A heading was tapped: nothing happens."""
    await show.toast()
