"""The form of an announcement: words, to whom, and a preview from which it is sent or put aside."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.announcements import (
    CopyAnnouncement,
    EditAnnouncement,
    KeepAnnouncement,
    NewAnnouncement,
    PublishAnnouncement,
)
from domain.announcements import Announcement, AnnouncementDraft
from domain.forms import Value
from domain.ids import AnnouncementId, GroupId, OrganisationId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.announcements.card import show_card
from handlers.announcements.words import TEXT
from handlers.common.filters import Known, Tap
from handlers.common.form_audience import groups_offered, invitees_of, ticks, who_offered
from handlers.common.form_facts import heard_at, organisation_id_of
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from messenger.show import Show
from screens import announcements as screens
from screens.base import Arg, say
from services.announcement_drafts import AnnouncementDrafts
from services.announcements import Announcements
from services.events import Events

Act: TypeAlias = Callable[[FormRun], Awaitable[Announcement | Refused]]


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


def _draft_of(run: FormRun) -> AnnouncementDraft:
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


async def _step_of(run: FormRun, refused: Refused) -> str | None:
    if refused.reason is Reason.NOBODY_ADDRESSED:
        events: Events = run.services["events"]
        others = await events.others_to_invite(run.actor, organisation_id_of(run))
        return "who" if others.everybody or others.teachers else "groups"
    return _ABOUT.get(refused.reason)


async def _preview(run: FormRun) -> None:
    """Everything is answered: what it will look like, and how many people get it."""
    announcements: Announcements = run.services["announcements"]
    events: Events = run.services["events"]
    draft = _draft_of(run)
    try:
        outcome = await announcements.preview(run.actor, organisation_id_of(run), draft)
    except Missing:  # a group was put away while it was typed
        outcome = Refused(Reason.GONE)
    if isinstance(outcome, Refused):
        await run.ask_again(await _step_of(run, outcome) or "groups", outcome)
        return
    groups = await events.groups_to_invite(run.actor, organisation_id_of(run))
    await run.show(
        screens.preview(
            *(run.form.name, run.token, draft, run.zone),
            tuple(group for group in groups if group.id in draft.group_ids),
            outcome,
            choice=len(groups) > 1,
            others=await events.others_to_invite(run.actor, organisation_id_of(run)),
            heard_at=heard_at(run),
        )
    )


NEW = Form(
    "nn",
    "announcements-form-new",
    STEPS,
    _preview,
    previewed=True,
    named="text",
    restart=lambda context: NewAnnouncement(OrganisationId(int(context["organisation"]))),
)
FILLED = Form(
    "nf",
    "announcements-form-new",
    STEPS,
    _preview,
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
        draft = _draft_of(run)
        if "kept" not in run.context:
            return await announcements.publish(actor, organisation_id_of(run), draft, run.token)
        kept, version = AnnouncementId(int(run.context["kept"])), int(run.context["version"])
        return await announcement_drafts.publish(actor, kept, version, draft, run.token)

    await _carry_out(action.token, "published", send, actor, announcements, forms, show)


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
        draft = _draft_of(run)
        if "kept" not in run.context:
            return await announcement_drafts.keep(actor, organisation_id_of(run), draft, run.token)
        kept, version = AnnouncementId(int(run.context["kept"])), int(run.context["version"])
        return await announcement_drafts.rewrite(actor, kept, version, draft, run.token)

    await _carry_out(action.token, "kept", put_aside, actor, announcements, forms, show)


async def _carry_out(
    token: str,
    what: str,
    act: Act,
    actor: Actor,
    announcements: Announcements,
    forms: Forms,
    show: Show,
) -> None:
    run = await _typed(forms, token)
    if run is None:
        made = await announcements.made_of(actor, token)
        await show_card(actor, made, announcements, show, screens.word(what))
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
            await show_card(actor, number, announcements, show, screens.word(what))
        elif (step := await _step_of(run, number)) is not None:
            await run.ask_again(step, number)
        else:  # somebody else has touched it meanwhile
            run.close()
            kept = AnnouncementId(int(run.context["kept"]))
            await show_card(actor, kept, announcements, show, screens.refused_word(number))


async def _typed(forms: Forms, token: str) -> FormRun | None:
    """The unfinished announcement under whose preview a button was tapped."""
    for form in (NEW, FILLED):
        run = await forms.find(form)
        if run is not None and run.token == token:
            return run
    return None


def build() -> Router:
    """A new router of the form."""
    router = Router(name="announcements-form")
    router.callback_query.register(new, Tap(NewAnnouncement), Known())
    router.callback_query.register(copy, Tap(CopyAnnouncement), Known())
    router.callback_query.register(publish, Tap(PublishAnnouncement), Known())
    router.callback_query.register(keep, Tap(KeepAnnouncement), Known())
    answer_forms(router, NEW, FILLED)
    return router
