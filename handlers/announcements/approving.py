"""A methodist looks at an announcement that waits: the words, the picture, the two decisions."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.announcement_approvals import (
    ApproveAnnouncement,
    OpenProposedAnnouncement,
    ReturnAnnouncement,
    ShowAnnouncementPicture,
)
from domain.announcement_approvals import ProposedWords, SettledWords
from domain.ids import AnnouncementId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import organisation_of
from handlers.common.form_model import Form
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.common.remark import REMARK
from messenger.show import Show
from screens import announcements_approvals as screens
from services.access import organisation_of as organisation_here
from services.announcement_approvals import AnnouncementApprovals
from services.pictures import Pictures


async def _show(
    actor: Actor,
    announcement_id: AnnouncementId,
    approvals: AnnouncementApprovals,
    show: Show,
    hint: Refused | None = None,
) -> None:
    """What waits, or what has become of it."""
    view = await approvals.look(actor, announcement_id)
    await show(screens.card(view, hint) if isinstance(view, ProposedWords) else screens.settled(view))


async def card(
    _: CallbackQuery,
    action: OpenProposedAnnouncement,
    actor: Actor,
    announcement_approvals: AnnouncementApprovals,
    show: Show,
) -> None:
    """An announcement of the list."""
    await _show(actor, action.announcement_id, announcement_approvals, show)


async def picture(
    _: CallbackQuery,
    action: ShowAnnouncementPicture,
    actor: Actor,
    announcement_approvals: AnnouncementApprovals,
    pictures: Pictures,
    show: Show,
) -> None:
    """«🖼 Показать картинку»."""
    view = await announcement_approvals.look(actor, action.announcement_id)
    if isinstance(view, SettledWords):
        await show(screens.settled(view))
        return
    sha256 = view.announcement.picture
    await show(screens.picture(view, None if sha256 is None else await pictures.find(sha256)))


async def approve(
    _: CallbackQuery,
    action: ApproveAnnouncement,
    actor: Actor,
    announcement_approvals: AnnouncementApprovals,
    show: Show,
) -> None:
    """«✅ Опубликовать»; whoever comes second reads who was first."""
    number = action.announcement_id
    try:
        outcome = await announcement_approvals.approve(actor, number, action.version)
    except AlreadyDone:
        await _show(actor, number, announcement_approvals, show)
        return
    match outcome:
        case SettledWords():
            await show(screens.settled(outcome))
        case Refused():
            await _show(actor, number, announcement_approvals, show, outcome)
        case _:
            await show(screens.approved(outcome, organisation_here(actor, outcome.organisation_id)))


async def _return(run: FormRun) -> None:
    """The remark is there, or there is none: back to its author."""
    approvals: AnnouncementApprovals = run.services["announcement_approvals"]
    number, version = AnnouncementId(int(run.context["announcement"])), int(run.context["version"])
    outcome = await approvals.send_back(run.actor, number, version, run.maybe_text("words"))
    run.close()
    match outcome:
        case SettledWords():
            await run.show(screens.settled(outcome))
        case Refused():
            await _show(run.actor, number, approvals, run.show, outcome)
        case _:
            await run.show(screens.sent_back(outcome, organisation_of(run)))


RETURN = Form(
    "vg",
    "approvals-form-return",
    (REMARK,),
    _return,
    place=lambda context: OpenProposedAnnouncement(AnnouncementId(int(context["announcement"]))),
)


async def ask_return(
    _: CallbackQuery,
    action: ReturnAnnouncement,
    actor: Actor,
    announcement_approvals: AnnouncementApprovals,
    forms: Forms,
    show: Show,
) -> None:
    """«✏️ Вернуть с замечанием»."""
    number = action.announcement_id
    view = await announcement_approvals.look(actor, number)
    if isinstance(view, SettledWords) or view.announcement.version != action.version:
        await _show(actor, number, announcement_approvals, show)
        return
    context = {"organisation": view.organisation.id, "announcement": number, "version": action.version}
    await forms.start(RETURN, context=context, anew=True)


def build() -> Router:
    """A new router of what a methodist decides."""
    router = Router(name="announcements-approving")
    router.callback_query.register(card, Tap(OpenProposedAnnouncement), Known())
    router.callback_query.register(picture, Tap(ShowAnnouncementPicture), Known())
    router.callback_query.register(approve, Tap(ApproveAnnouncement), Known())
    router.callback_query.register(ask_return, Tap(ReturnAnnouncement), Known())
    answer_forms(router, RETURN)
    return router
