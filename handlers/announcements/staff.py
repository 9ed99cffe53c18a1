"""Announcements of an organisation: the list, the card, and what is done with kept ones."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.announcements import (
    DropAnnouncement,
    EditAnnouncement,
    OpenAnnouncement,
    OpenAnnouncements,
    PlanAnnouncement,
    PublishKeptAnnouncement,
    UnplanAnnouncement,
)
from domain.announcements import KEPT, AnnouncementStatus
from domain.event_checks import day_check, start_of, time_check
from domain.ids import AnnouncementId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.announcements.card import came_of, show_card
from handlers.announcements.form import fill
from handlers.announcements.rewording import reword
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import as_day, organisation_of
from handlers.common.form_hours import times_offered
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from messenger.show import Show
from screens import announcements as screens
from screens.base import Phrase
from screens.events_approvals import proposed_word
from services.announcement_drafts import AnnouncementDrafts
from services.announcement_proposals import AnnouncementProposals
from services.announcements import Announcements

_ABOUT = {Reason.DATE_PAST: "time", Reason.DATE_TOO_FAR: "day"}
"""Which answer a refusal is about; any other is about the announcement."""


async def page(
    _: CallbackQuery, action: OpenAnnouncements, actor: Actor, announcements: Announcements, show: Show
) -> None:
    """«📣 Объявления»."""
    await show(screens.page(await announcements.page(actor, action.organisation_id, action.page)))


async def card(
    _: CallbackQuery, action: OpenAnnouncement, actor: Actor, announcements: Announcements, show: Show
) -> None:
    """An announcement of the list."""
    await show_card(actor, action.announcement_id, announcements, show)


async def edit(
    _: CallbackQuery,
    action: EditAnnouncement,
    actor: Actor,
    announcements: Announcements,
    forms: Forms,
    show: Show,
) -> None:
    """«✏️ Изменить»: all of a kept one, the words of one that is out; nothing of one that was taken back."""
    view = await announcements.card(actor, action.announcement_id)
    if view.may_change and view.announcement.status in KEPT:
        await fill(forms, view.announcement)
    elif view.may_change and view.announcement.published_at is not None:
        await reword(forms, view)
    else:
        await show(screens.card(view))


async def publish(
    _: CallbackQuery,
    action: PublishKeptAnnouncement,
    actor: Actor,
    announcements: Announcements,
    announcement_drafts: AnnouncementDrafts,
    show: Show,
) -> None:
    """«✅ Отправить сейчас»; whoever comes second sees it sent."""
    sending = announcement_drafts.publish(actor, action.announcement_id, action.version)
    word = await came_of(sending, screens.word("published"))
    await show_card(actor, action.announcement_id, announcements, show, word)


async def drop(
    _: CallbackQuery,
    action: DropAnnouncement,
    actor: Actor,
    announcements: Announcements,
    announcement_drafts: AnnouncementDrafts,
    show: Show,
) -> None:
    """«🗑 Удалить», and «Да, удалить»."""
    number = action.announcement_id
    try:
        view = await announcements.card(actor, number)
    except Missing:
        if not action.sure:
            raise
        here = actor.current
        if here is None:
            raise
        await show(screens.dropped(here.organisation_id))  # by the tap before this one
        return
    if not action.sure:
        kept = view.may_change and view.announcement.status in KEPT
        await show(screens.confirm_drop(view.announcement) if kept else screens.card(view))
        return
    try:
        refused = await announcement_drafts.drop(actor, number, action.version)
    except AlreadyDone:
        refused = None
    if refused is not None:
        await show_card(actor, number, announcements, show, screens.refused_word(refused))
        return
    await show(screens.dropped(view.organisation.id))


async def _planned(run: FormRun) -> None:
    """The day and the hour are known: the bot will send it then."""
    announcement_drafts: AnnouncementDrafts = run.services["announcement_drafts"]
    announcements: Announcements = run.services["announcements"]
    number, version = AnnouncementId(int(run.context["kept"])), int(run.context["version"])
    proposals: AnnouncementProposals = run.services["announcement_proposals"]
    word: Phrase = screens.word("kept")
    try:
        at = start_of(run.values, run.zone)
        if run.context.get("approval"):
            outcome = await proposals.propose(run.actor, number, version, publish_at=at)
        else:
            outcome = await announcement_drafts.plan(run.actor, number, version, at)
    except AlreadyDone:
        pass
    except Missing:
        word = screens.refused_word(Refused(Reason.GONE))
    else:
        if isinstance(outcome, Refused):
            if (step := _ABOUT.get(outcome.reason)) is not None:
                await run.ask_again(step, outcome)
                return
            word = screens.refused_word(outcome)
        elif outcome.status is AnnouncementStatus.PROPOSED:
            word = proposed_word(organisation_of(run))
        else:
            word = screens.planned_word(outcome, organisation_of(run))
    run.close()
    await show_card(run.actor, number, announcements, run.show, word)


PLAN = Form(
    "np",
    "announcements-form-plan",
    (
        Step(
            "day",
            "announcements-plan-ask-day",
            check=day_check,
            example="events-example-day",
            calendar=True,
            shown=as_day,
        ),
        Step(
            "time",
            "announcements-plan-ask-time",
            check=time_check,
            example="events-example-time",
            options=times_offered,
            columns=3,
            shown=str,
        ),
    ),
    _planned,
    place=lambda context: OpenAnnouncement(AnnouncementId(int(context["kept"]))),
)


async def plan(
    _: CallbackQuery,
    action: PlanAnnouncement,
    actor: Actor,
    announcements: Announcements,
    forms: Forms,
    show: Show,
) -> None:
    """«🕘 Отправить позже»."""
    view = await announcements.card(actor, action.announcement_id)
    kept = view.announcement
    if not view.may_change or kept.status not in KEPT or kept.version != action.version:
        await show(screens.card(view))
        return
    context: dict[str, int | str] = {
        "organisation": kept.organisation_id,
        "kept": kept.id,
        "version": kept.version,
    }
    if view.approval and kept.publish_at is None:
        context["approval"] = 1
    await forms.start(PLAN, context=context, anew=True)


async def unplan(
    _: CallbackQuery,
    action: UnplanAnnouncement,
    actor: Actor,
    announcements: Announcements,
    announcement_drafts: AnnouncementDrafts,
    show: Show,
) -> None:
    """«✖️ Не по времени»."""
    doing = announcement_drafts.unplan(actor, action.announcement_id, action.version)
    word = await came_of(doing, screens.word("unplanned"))
    await show_card(actor, action.announcement_id, announcements, show, word)


def build() -> Router:
    """A new router of the staff's list and of kept announcements."""
    router = Router(name="announcements-staff")
    router.callback_query.register(page, Tap(OpenAnnouncements), Known())
    router.callback_query.register(card, Tap(OpenAnnouncement), Known())
    router.callback_query.register(edit, Tap(EditAnnouncement), Known())
    router.callback_query.register(publish, Tap(PublishKeptAnnouncement), Known())
    router.callback_query.register(drop, Tap(DropAnnouncement), Known())
    router.callback_query.register(plan, Tap(PlanAnnouncement), Known())
    router.callback_query.register(unplan, Tap(UnplanAnnouncement), Known())
    answer_forms(router, PLAN)
    return router
