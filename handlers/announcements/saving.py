"""What is done with a typed announcement: sent, sent to a methodist, or put aside."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.announcement_approvals import ProposeAnnouncement
from domain.actions.announcements import KeepAnnouncement, PublishAnnouncement
from domain.announcements import Announcement, AnnouncementStatus
from domain.ids import AnnouncementId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.announcements.card import show_card
from handlers.announcements.form import FILLED, NEW, draft_of, show_preview, step_of
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import organisation_id_of
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from messenger.show import Show
from screens import announcements as screens
from services.announcement_drafts import AnnouncementDrafts
from services.announcement_proposals import AnnouncementProposals
from services.announcements import Announcements

Act: TypeAlias = Callable[[FormRun], Awaitable[Announcement | Refused]]
_S = AnnouncementStatus


async def publish(
    _: CallbackQuery,
    action: PublishAnnouncement,
    actor: Actor,
    announcements: Announcements,
    announcement_drafts: AnnouncementDrafts,
    forms: Forms,
    show: Show,
) -> None:
    """«✅ Отправить»; a second tap finds the announcement that the first one made."""

    async def send(run: FormRun) -> Announcement | Refused:
        draft = draft_of(run)
        if (kept := _kept(run)) is None:
            return await announcements.publish(actor, organisation_id_of(run), draft, run.token)
        return await announcement_drafts.publish(actor, *kept, draft, run.token)

    await _carry_out(action.token, _S.PUBLISHED, send, actor, announcements, forms, show)


async def keep(
    _: CallbackQuery,
    action: KeepAnnouncement,
    actor: Actor,
    announcements: Announcements,
    announcement_drafts: AnnouncementDrafts,
    forms: Forms,
    show: Show,
) -> None:
    """«💾 Отложить»; a second tap finds the one that the first has kept."""

    async def put_aside(run: FormRun) -> Announcement | Refused:
        draft = draft_of(run)
        if (kept := _kept(run)) is None:
            return await announcement_drafts.keep(actor, organisation_id_of(run), draft, run.token)
        return await announcement_drafts.rewrite(actor, *kept, draft, run.token)

    await _carry_out(action.token, _S.DRAFT, put_aside, actor, announcements, forms, show)


async def propose(
    _: CallbackQuery,
    action: ProposeAnnouncement,
    actor: Actor,
    announcements: Announcements,
    announcement_proposals: AnnouncementProposals,
    forms: Forms,
    show: Show,
) -> None:
    """«📨 На проверку»; a second tap finds the announcement that the first one sent."""

    async def send(run: FormRun) -> Announcement | Refused:
        draft = draft_of(run)
        if (kept := _kept(run)) is None:
            return await announcement_proposals.propose_new(actor, organisation_id_of(run), draft, run.token)
        return await announcement_proposals.propose(actor, *kept, draft=draft, token=run.token)

    await _carry_out(action.token, _S.PROPOSED, send, actor, announcements, forms, show)


async def _carry_out(
    token: str,
    wanted: AnnouncementStatus,
    act: Act,
    actor: Actor,
    announcements: Announcements,
    forms: Forms,
    show: Show,
) -> None:
    run = await _typed(forms, token)
    if run is None:
        made = await announcements.made_of(actor, token)
        await show_card(actor, made, announcements, show, done=wanted)
        return
    if run.draft.at is not None:
        await run.ask()  # a field is being changed: the preview comes back after it
        return
    async with forms.saving(run):
        try:
            outcome = await act(run)
        except AlreadyDone:
            number: AnnouncementId | Refused = await announcements.made_of(actor, token)
        except Missing:
            number = Refused(Reason.GONE)
        else:
            number = outcome if isinstance(outcome, Refused) else outcome.id
        if not isinstance(number, Refused):
            run.close()
            await show_card(actor, number, announcements, show, done=wanted)
        elif number.reason in (Reason.NEEDS_APPROVAL, Reason.APPROVAL_NOT_NEEDED):
            await show_preview(run)  # switched while it was typed: the preview says what to do
        elif (step := await step_of(run, number)) is not None:
            await run.ask_again(step, number)
        else:  # somebody else has touched it meanwhile
            run.close()
            kept = AnnouncementId(int(run.context["kept"]))
            await show_card(actor, kept, announcements, show, screens.refused_word(number))


def _kept(run: FormRun) -> tuple[AnnouncementId, int] | None:
    """The draft that is being filled in, and the version that was looked at; None for something new."""
    if "kept" not in run.context:
        return None
    return AnnouncementId(int(run.context["kept"])), int(run.context["version"])


async def _typed(forms: Forms, token: str) -> FormRun | None:
    """The unfinished announcement under whose preview a button was tapped."""
    for form in (NEW, FILLED):
        run = await forms.find(form)
        if run is not None and run.token == token:
            return run
    return None


def build() -> Router:
    """A new router of what is done under the preview."""
    router = Router(name="announcements-saving")
    router.callback_query.register(publish, Tap(PublishAnnouncement), Known())
    router.callback_query.register(propose, Tap(ProposeAnnouncement), Known())
    router.callback_query.register(keep, Tap(KeepAnnouncement), Known())
    return router
