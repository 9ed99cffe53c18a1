"""One's own data: /privacy, /my_data, /delete_me; consents, leaving; the head's acts."""

import asyncio

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.actions.privacy import (
    ChooseLeaving,
    EraseMe,
    GetAct,
    GetMyDataFile,
    LeaveOrganisation,
    OpenActs,
    OpenConsents,
    OpenMyData,
    OpenPrivacy,
    ReadConsent,
    WithdrawConsent,
)
from domain.outcomes import Refused
from domain.people import Actor
from domain.privacy import Left
from handlers.common.filters import Known, Tap
from messenger.show import Show
from reports.documents.retention_act import retention_act
from screens import privacy as screens
from screens.base import Document, say
from screens.render import plain
from services.consents import Consents
from services.privacy import Privacy
from services.retention import Retention


def build() -> Router:
    """A new router of privacy."""
    router = Router(name="privacy")
    router.message.register(open_privacy, Command("privacy"))
    router.message.register(open_my_data, Command("my_data"))
    router.message.register(ask_erase, Command("delete_me"))
    router.callback_query.register(open_privacy, Tap(OpenPrivacy))
    router.callback_query.register(open_my_data, Tap(OpenMyData))
    router.callback_query.register(get_file, Tap(GetMyDataFile), Known())
    router.callback_query.register(open_consents, Tap(OpenConsents), Known())
    router.callback_query.register(read_consent, Tap(ReadConsent), Known())
    router.callback_query.register(withdraw, Tap(WithdrawConsent), Known())
    router.callback_query.register(choose_leaving, Tap(ChooseLeaving), Known())
    router.callback_query.register(leave, Tap(LeaveOrganisation), Known())
    router.callback_query.register(erase, Tap(EraseMe), Known())
    router.callback_query.register(erased, Tap(EraseMe))
    router.callback_query.register(open_acts, Tap(OpenActs), Known())
    router.callback_query.register(get_act, Tap(GetAct), Known())
    return router


async def open_privacy(_: Message | CallbackQuery, actor: Actor | None, show: Show) -> None:
    """How the bot treats data."""
    await show(screens.privacy(known=actor is not None))


async def open_my_data(_: Message | CallbackQuery, actor: Actor | None, show: Show, privacy: Privacy) -> None:
    """What is stored about me."""
    if actor is None:
        await show(screens.nothing_stored())
        return
    await show(screens.my_data(await privacy.my_data(actor)))


async def get_file(_: CallbackQuery, actor: Actor, show: Show, privacy: Privacy) -> None:
    """Everything as a file."""
    await show(screens.my_data_file(await privacy.my_data_file(actor)))


async def open_consents(_: CallbackQuery, actor: Actor, show: Show, privacy: Privacy) -> None:
    """My consents."""
    await show(screens.consents(await privacy.my_data(actor)))


async def read_consent(
    _: CallbackQuery, action: ReadConsent, actor: Actor, show: Show, consents: Consents
) -> None:
    """The text I agreed to."""
    await show(screens.consent(await consents.read(actor, action.consent_id, show.texts.locale)))


async def withdraw(
    _: CallbackQuery, action: WithdrawConsent, actor: Actor, show: Show, privacy: Privacy
) -> None:
    """Withdraw a consent, asked once."""
    if not action.sure:
        await show(screens.ask_withdraw(action, await privacy.my_data(actor)))
        return
    await _left(show, actor, await privacy.withdraw(actor, action.consent_id))


async def choose_leaving(_: CallbackQuery, actor: Actor, show: Show) -> None:
    """Which organisation to leave."""
    await show(screens.choose_leaving(actor))


async def leave(
    _: CallbackQuery, action: LeaveOrganisation, actor: Actor, show: Show, privacy: Privacy
) -> None:
    """Leave an organisation, asked once; the last head is told before the question."""
    if action.sure:
        await _left(show, actor, await privacy.leave(actor, action.organisation_id))
        return
    refused = await privacy.may_leave(actor, action.organisation_id)
    if refused is not None:
        await show(screens.refused(refused, actor))
        return
    await show(screens.ask_leave(actor, action.organisation_id))


async def ask_erase(_: Message, actor: Actor | None, show: Show, privacy: Privacy) -> None:
    """/delete_me."""
    if actor is None:
        await show(screens.nothing_stored())
        return
    await _ask_erase(actor, show, privacy)


async def erase(_: CallbackQuery, action: EraseMe, actor: Actor, show: Show, privacy: Privacy) -> None:
    """Erase everything, asked once."""
    if action.sure:
        await _left(show, actor, await privacy.erase(actor))
        return
    await _ask_erase(actor, show, privacy)


async def erased(_: CallbackQuery, show: Show) -> None:
    """The same by somebody of whom nothing is stored any more."""
    await show(screens.nothing_stored())


async def open_acts(
    _: CallbackQuery, action: OpenActs, actor: Actor, show: Show, retention: Retention
) -> None:
    """What was deleted, month by month."""
    await show(screens.acts(await retention.acts(actor, action.organisation_id), action.page))


async def get_act(_: CallbackQuery, action: GetAct, actor: Actor, show: Show, retention: Retention) -> None:
    """The act of a month as a paper; the list of those that there are, when it is too old."""
    state = await retention.acts(actor, action.organisation_id)
    act = state.find(action.month)
    if act is None:
        await show(screens.acts(state, 0))
        return
    await show.toast()
    over = state.is_over(act)
    content = await asyncio.to_thread(retention_act, act, show.texts, over=over)
    name = plain(say("privacy-act-file", month=f"{act.month:%Y-%m}"), show.texts)
    await show(screens.act(act, Document(content, name), over=over))


async def _ask_erase(actor: Actor, show: Show, privacy: Privacy) -> None:
    refused = await privacy.may_leave(actor, None)
    await show(screens.ask_erase(actor) if refused is None else screens.refused(refused, actor))


async def _left(show: Show, actor: Actor, outcome: Left | Refused) -> None:
    await show(screens.refused(outcome, actor) if isinstance(outcome, Refused) else screens.left(outcome))
