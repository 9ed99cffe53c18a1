"""The staff's taps: the list, the pack, the card, closing, results."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.waves import (
    ApprovePack,
    CloseWave,
    OpenCodes,
    OpenProfile,
    OpenWave,
    OpenWaves,
    ReadPack,
)
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import waves as screens
from screens import waves_pack, waves_results
from services.quiz_results import QuizResults
from services.waves import Waves


def build() -> Router:
    """A new router of the staff's side."""
    router = Router(name="waves-staff")
    router.callback_query.register(page, Tap(OpenWaves), Known())
    router.callback_query.register(pack, Tap(ReadPack), Known())
    router.callback_query.register(approve, Tap(ApprovePack), Known())
    router.callback_query.register(card, Tap(OpenWave), Known())
    router.callback_query.register(close, Tap(CloseWave), Known())
    router.callback_query.register(codes, Tap(OpenCodes), Known())
    router.callback_query.register(profile, Tap(OpenProfile), Known())
    return router


async def page(_: CallbackQuery, action: OpenWaves, actor: Actor, waves: Waves, show: Show) -> None:
    """«⭐ Викторина»."""
    await show(screens.page(await waves.overview(actor, action.organisation_id), action.page))


async def pack(_: CallbackQuery, action: ReadPack, actor: Actor, waves: Waves, show: Show) -> None:
    """The questions and the parents' texts."""
    view = await waves.overview(actor, action.organisation_id)
    instrument = await waves.pack(actor, action.organisation_id)
    shown = waves_pack.page(instrument, action.organisation_id, action.page, may_approve=view.may_approve)
    await show(shown)


async def approve(_: CallbackQuery, action: ApprovePack, actor: Actor, waves: Waves, show: Show) -> None:
    """«Утвердить»: asks once; what has changed since it was read is read again."""
    instrument = await waves.pack(actor, action.organisation_id)
    if instrument.version != action.version:
        await show(waves_pack.page(instrument, action.organisation_id, 0, may_approve=True))
    elif not action.sure:
        await show(screens.approve_sure(action.organisation_id, action.version))
    else:
        try:
            view = await waves.approve(actor, action.organisation_id)
        except AlreadyDone:
            view = await waves.overview(actor, action.organisation_id)
        await show(screens.page(view, word=screens.approved_word()))


async def card(_: CallbackQuery, action: OpenWave, actor: Actor, waves: Waves, show: Show) -> None:
    """A wave of the list."""
    await show(screens.card(await waves.card(actor, action.wave_id), action.page))


async def close(_: CallbackQuery, action: CloseWave, actor: Actor, waves: Waves, show: Show) -> None:
    """«Закрыть викторину»: asks once."""
    if not action.sure:
        await show(screens.close_sure(await waves.card(actor, action.wave_id)))
        return
    try:
        outcome = await waves.close(actor, action.wave_id)
    except AlreadyDone:
        outcome = await waves.card(actor, action.wave_id)
    if isinstance(outcome, Refused):  # somebody else has closed it already
        outcome = await waves.card(actor, action.wave_id)
    await show(screens.card(outcome, word=screens.closed_word()))


async def codes(
    _: CallbackQuery, action: OpenCodes, actor: Actor, quiz_results: QuizResults, show: Show
) -> None:
    """The psychologist's table."""
    await show(waves_results.codes(await quiz_results.codes(actor, action.wave_id, action.page)))


async def profile(
    _: CallbackQuery, action: OpenProfile, actor: Actor, quiz_results: QuizResults, show: Show
) -> None:
    """A group's results."""
    await show(waves_results.profile(await quiz_results.profile(actor, action.wave_id, action.group_id)))
