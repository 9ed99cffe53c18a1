"""The form of an announcement: words, to whom, and a preview."""

from collections.abc import Mapping

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.announcements import (
    CopyAnnouncement,
    EditAnnouncement,
    NewAnnouncement,
)
from domain.announcements import Announcement, AnnouncementDraft
from domain.forms import Value
from domain.ids import AnnouncementId, GroupId, OrganisationId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor
from handlers.announcements.words import TEXT
from handlers.common.filters import Known, Tap
from handlers.common.form_audience import groups_offered, invitees_of, ticks, who_offered
from handlers.common.form_facts import heard_at, organisation_id_of, organisation_of
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from screens import announcements as screens
from screens.base import Arg, say
from services.announcement_drafts import AnnouncementDrafts
from services.announcements import Announcements
from services.event_proposals import EventProposals
from services.events import Events


def _picture_of(values: Mapping[str, Value]) -> str | None:
    said = values.get("picture")
    return said if isinstance(said, str) else None


async def _pictured(run: FormRun) -> Arg | None:
    """That there is a picture, which may be taken away again."""
    return None if _picture_of(run.values) is None else say("events-picture-there")


STEPS = (
    TEXT,
    Step(
        "who",
        "announcements-ask-who",
        options=who_offered,
        many=True,
        everything=False,
        none_picked=Reason.NO_GROUPS,
    ),
    Step(
        "groups",
        "announcements-ask-groups",
        options=groups_offered,
        many=True,
        none_picked=Reason.NO_GROUPS,
        when=lambda run: invitees_of(run.values).parents,
    ),
    Step(
        "picture",
        "announcements-ask-picture",
        picture=True,
        optional=True,
        stored=_pictured,
    ),
)
_ABOUT = {
    Reason.EMPTY: "text",
    Reason.TOO_LONG: "text",
    Reason.LOOKS_LIKE_DOCUMENT: "text",
    Reason.TOO_LONG_FOR_PICTURE: "text",
    Reason.NO_GROUPS: "groups",
    Reason.PARENTS_TOO: "who",
    Reason.GONE: "groups",
}
"""Which answer a refusal is about."""


def draft_of(run: FormRun) -> AnnouncementDraft:
    invitees = invitees_of(run.values)
    groups = run.picked("groups") if invitees.parents else ()
    return AnnouncementDraft(
        run.text("text"),
        frozenset(GroupId(int(group)) for group in groups),
        invitees,
        _picture_of(run.values),
    )


def _values_of(draft: AnnouncementDraft) -> dict[str, Value]:
    values: dict[str, Value] = {
        "text": draft.text,
        "who": [*ticks(draft.invitees)],
        "picture": draft.picture,
    }
    groups = [str(group) for group in sorted(draft.group_ids)]
    return values | {"groups": [*groups]} if groups else values


async def step_of(run: FormRun, refused: Refused) -> str | None:
    if refused.reason is Reason.NOBODY_ADDRESSED:
        events: Events = run.services["events"]
        others = await events.others_to_invite(run.actor, organisation_id_of(run))
        return "who" if others.everybody or others.teachers else "groups"
    return _ABOUT.get(refused.reason)


async def show_preview(run: FormRun) -> None:
    """Everything is answered: what it will look like, and how many people get it."""
    announcements: Announcements = run.services["announcements"]
    events: Events = run.services["events"]
    draft = draft_of(run)
    try:
        outcome = await announcements.preview(run.actor, organisation_id_of(run), draft)
    except Missing:  # a group was put away while it was typed
        outcome = Refused(Reason.GONE)
    if isinstance(outcome, Refused):
        await run.ask_again(await step_of(run, outcome) or "groups", outcome)
        return
    groups = await events.groups_to_invite(run.actor, organisation_id_of(run))
    proposals: EventProposals = run.services["event_proposals"]
    needed = await proposals.needed(run.actor, organisation_id_of(run))
    await run.show(
        screens.preview(
            *(run.form.name, run.token, draft, run.zone),
            tuple(group for group in groups if group.id in draft.group_ids),
            outcome,
            choice=len(groups) > 1,
            others=await events.others_to_invite(run.actor, organisation_id_of(run)),
            heard_at=heard_at(run),
            approval=organisation_of(run).kind if needed else None,
        )
    )


NEW = Form(
    "nn",
    "announcements-form-new",
    STEPS,
    show_preview,
    previewed=True,
    named="text",
    restart=lambda context: NewAnnouncement(OrganisationId(int(context["organisation"]))),
)
FILLED = Form(
    "nf",
    "announcements-form-new",
    STEPS,
    show_preview,
    previewed=True,
    named="text",
    restart=lambda context: (
        EditAnnouncement(AnnouncementId(int(context["kept"])))
        if "kept" in context
        else CopyAnnouncement(AnnouncementId(int(context["copied"])))
    ),
)
"""The same, begun with what another one says: a kept one that is gone on with, or one that is copied."""


async def new(_: CallbackQuery, action: NewAnnouncement, actor: Actor, events: Events, forms: Forms) -> None:
    """«➕ Новое объявление»; who addresses parents alone is not asked whom, with one group not which."""
    groups = await events.groups_to_invite(actor, action.organisation_id)
    others = await events.others_to_invite(actor, action.organisation_id)
    known: dict[str, Value] = {"picture": None}
    if not others.everybody:
        known["who"] = ["parents"]
    if len(groups) == 1:
        known["groups"] = [str(groups[0].id)]
    await forms.start(NEW, context={"organisation": action.organisation_id}, values=known)


async def fill(forms: Forms, kept: Announcement) -> None:
    """Go on with a kept one."""
    context = {"organisation": kept.organisation_id, "kept": kept.id, "version": kept.version}
    draft = AnnouncementDraft(kept.text, kept.group_ids, kept.invitees, kept.picture)
    await forms.start(FILLED, context=context, values=_values_of(draft), anew=True)


async def copy(
    _: CallbackQuery,
    action: CopyAnnouncement,
    actor: Actor,
    announcement_drafts: AnnouncementDrafts,
    forms: Forms,
) -> None:
    """«📋 Скопировать»: the form, with everything that the other one says."""
    draft, here = await announcement_drafts.copy_of(actor, action.announcement_id)
    context = {"organisation": here.id, "copied": action.announcement_id}
    await forms.start(FILLED, context=context, values=_values_of(draft), anew=True)


def build() -> Router:
    """A new router of the form."""
    router = Router(name="announcements-form")
    router.callback_query.register(new, Tap(NewAnnouncement), Known())
    router.callback_query.register(copy, Tap(CopyAnnouncement), Known())
    answer_forms(router, NEW, FILLED)
    return router
