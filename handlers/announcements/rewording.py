"""The words of an announcement that is out: typed anew, looked at, saved."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.announcements import EditAnnouncement, OpenAnnouncement, SaveAnnouncement
from domain.announcement_views import AnnouncementCard
from domain.ids import AnnouncementId
from domain.outcomes import AlreadyDone, Reason, Refused
from domain.people import Actor
from handlers.announcements.card import show_card
from handlers.announcements.words import TEXT
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from messenger.show import Show
from screens import announcements as screens
from services.announcement_changes import AnnouncementChanges
from services.announcements import Announcements


async def _preview(run: FormRun) -> None:
    """The words as they will be, and in how many chats they change."""
    changes: AnnouncementChanges = run.services["announcement_changes"]
    announcements: Announcements = run.services["announcements"]
    number, version = AnnouncementId(int(run.context["announcement"])), int(run.context["version"])
    outcome = await changes.preview(run.actor, number, version, run.text("text"))
    if not isinstance(outcome, Refused):
        changed, standing = outcome
        groups = (await announcements.card(run.actor, number)).groups
        await run.show(screens.preview_change(run.form.name, run.token, changed, groups, standing))
    elif outcome.reason is Reason.CHANGED_MEANWHILE:
        run.close()
        await show_card(run.actor, number, announcements, run.show, screens.refused_word(outcome))
    else:
        await run.ask_again("text", outcome)


REWORD = Form(
    "ne",
    "announcements-form-change",
    (TEXT,),
    _preview,
    previewed=True,
    named="text",
    restart=lambda context: EditAnnouncement(AnnouncementId(int(context["announcement"]))),
    place=lambda context: OpenAnnouncement(AnnouncementId(int(context["announcement"]))),
)


async def reword(forms: Forms, view: AnnouncementCard) -> None:
    """Ask for the new words; the old ones stand above the question."""
    words = view.announcement
    context = {"organisation": words.organisation_id, "announcement": words.id, "version": words.version}
    await forms.start(REWORD, context=context, values={"text": words.text}, at="text", anew=True)


async def save(
    _: CallbackQuery,
    action: SaveAnnouncement,
    actor: Actor,
    announcements: Announcements,
    announcement_changes: AnnouncementChanges,
    forms: Forms,
    show: Show,
) -> None:
    """«✅ Сохранить»."""
    number = action.announcement_id
    run = await forms.find(REWORD)
    same = run is not None and (run.context["announcement"], run.context["version"]) == (
        number,
        action.version,
    )
    if run is None or not same:
        await show_card(actor, number, announcements, show)
        return
    if run.draft.at is not None:
        await run.ask()
        return
    async with forms.saving(run):
        word = screens.word("reworded")
        try:
            text = run.text("text")
            outcome = await announcement_changes.reword(actor, number, action.version, text)
        except AlreadyDone:
            pass
        else:
            word = screens.refused_word(outcome) if isinstance(outcome, Refused) else word
        run.close()
        await show_card(actor, number, announcements, show, word)


def build() -> Router:
    """A new router of changed words."""
    router = Router(name="announcements-rewording")
    router.callback_query.register(save, Tap(SaveAnnouncement), Known())
    answer_forms(router, REWORD)
    return router
