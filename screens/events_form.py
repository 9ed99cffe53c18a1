"""Previews of an announcement and of a change: what it will look like, and to whom exactly it goes."""

from datetime import datetime

from domain.actions.event_approvals import ProposeEvent
from domain.actions.event_drafts import KeepDraft
from domain.actions.events import MoreFields, OpenEvent, PublishEvent, SaveEvent
from domain.actions.forms import FormCancel, FormStep
from domain.closures import ShutGroup
from domain.event_forms import FOR_PARENTS, EventForm
from domain.event_reminders import Promise
from domain.event_views import OthersToInvite
from domain.events import Event, EventBefore, EventDraft, GroupLabel, Reach
from domain.people import OrganisationKind
from domain.seats import Seats
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.closures import warnings
from screens.events_facts import facts, form_name, span, whom
from screens.events_parents import heading, labels

FIELDS = ("title", "day", "time", "place", "groups", "note")
FURTHER = ("form", "ends", "seats", "until")
"""What is asked behind «⚙️ Ещё» alone: most events need none of it."""
_NO_OTHERS = OthersToInvite(everybody=False, sets=())


def preview(
    form: str,
    token: str,
    draft: EventDraft,
    zone: str,
    groups: tuple[GroupLabel, ...],
    reach: Reach,
    *,
    promise: Promise,
    choice: bool = True,
    heard_at: datetime | None = None,
    others: OthersToInvite = _NO_OTHERS,
    further: bool = False,
    approval: OrganisationKind | None = None,
) -> Screen:
    """What the invitation says, the exact number of people who get it, and which reminders will follow.

    `choice`: there are several groups to choose from. `heard_at`: the quiet hours hold it back until then.
    `others` may be invited, too. `further`: «⚙️ Ещё» was tapped. `approval`: a methodist looks at it before it comes out.
    """
    publish = Button(say("events-button-publish"), PublishEvent(token), style=Style.SUCCESS)
    if approval is not None:
        publish = Button(say("approvals-button-propose"), ProposeEvent(token), style=Style.SUCCESS)
    later = () if heard_at is None else (say("events-reach-later", when=Moment(heard_at, zone)),)
    return screen(
        say("events-preview-title"),
        *_head(groups),
        *_whom(draft, others),
        preview_facts(draft, zone),
        Joined(
            (
                *reach_lines(reach, mixed=draft.invitees != FOR_PARENTS),
                *(later if reach.adults else ()),
                _promised(promise),
            )
        ),
        *(() if approval is None else (say("approvals-first", kind=approval.value),)),
        rows=(
            (publish, Button(say("events-draft-button-keep"), KeepDraft(token))),
            *_fields(form, draft, promise, choice=choice, others=others, further=further),
            (Button(say("button-cancel"), FormCancel(form, token)),),
        ),
    )


def preview_change(
    form: str,
    token: str,
    event: Event,
    draft: EventDraft,
    zone: str,
    groups: tuple[GroupLabel, ...],
    told: int,
    invited: int,
    *,
    promise: Promise,
    changed: bool,
    shut: tuple[ShutGroup, ...] = (),
    choice: bool = True,
    others: OthersToInvite = _NO_OTHERS,
    further: bool = False,
) -> Screen:
    """«Было … стало …», how many people will be told, and a button for each field."""
    told_before = (event.title, event.starts_at, event.place, event.note, event.ends_at, event.answer_until)
    before = EventBefore(*told_before, event.form)
    body: list[Phrase | Joined] = [
        say("events-change-preview-title"),
        *_head(groups),
        *_whom(draft, others),
        preview_facts(draft, zone),
    ]
    if not changed:
        body.append(say("events-change-none"))
        rows: Rows = (
            *_fields(form, draft, promise, choice=choice, others=others, further=further),
            (Button(say("button-back"), OpenEvent(event.id)),),
        )
        return screen(*body, rows=rows)
    lines = list(differences(before, draft, zone))
    fewer = event.group_ids - draft.group_ids or event.invitees | draft.invitees != draft.invitees
    news = bool(lines) or bool(fewer)
    if draft.invitees != event.invitees:
        lines.append(next(iter(_whom(draft, others)), say("events-diff-who-parents")))
    if draft.group_ids != event.group_ids and draft.group_ids:
        lines.append(say("events-diff-groups", groups=labels(groups)))
    if draft.seats != event.seats:
        lines.append(say("events-diff-seats-gone") if draft.seats is None else _seats(draft.seats))
    if draft.picture != event.picture:
        lines.append(_diff_picture(event, draft))
    if draft.starts_at != event.starts_at:
        lines.append(_promised(promise))
    elif draft.bring != event.bring and promise.bring_possible:
        lines.append(say("events-diff-bring-on" if draft.bring else "events-diff-bring-off"))
    body.append(Joined(tuple(lines)))
    hearing = []
    if told:
        hearing.append(say("events-change-told", adults=told))
    if invited:
        hearing.append(say("events-change-invited", adults=invited))
    if not hearing:
        hearing.append(say("events-change-told-nobody" if news else "events-change-no-news"))
    body.append(Joined((*hearing, *warnings(shut))))
    key = "events-button-save-tell" if told or invited else "events-button-save"
    return screen(
        *body,
        rows=(
            (Button(say(key), SaveEvent(event.id, event.version), style=Style.SUCCESS),),
            *_fields(form, draft, promise, choice=choice, others=others, further=further),
            (Button(say("button-cancel"), FormCancel(form, token)),),
        ),
    )


def differences(before: EventBefore, now: Event | EventDraft, zone: str) -> tuple[Phrase, ...]:
    """«Было … стало …», a line for each thing that is different."""
    lines: list[Phrase] = []
    if before.title != now.title:
        lines.append(say("events-diff-title", before=before.title, after=now.title))
    if before.form is not None and before.form is not now.form:
        lines.append(_diff_form(before.form, now.form))
    if (before.starts_at, before.ends_at) != (now.starts_at, now.ends_at):
        was, is_now = (span(each.starts_at, each.ends_at, zone) for each in (before, now))
        lines.append(say("events-diff-when", before=was, after=is_now))
    if before.place != now.place:
        lines.append(say("events-diff-place", before=before.place, after=now.place))
    if before.note != now.note:
        gone = now.note is None
        lines.append(say("events-diff-note-gone") if gone else say("events-diff-note", after=now.note or ""))
    if before.answer_until != now.answer_until:
        lines.append(
            say("events-diff-until-gone")
            if now.answer_until is None
            else say("events-diff-until", after=Moment(now.answer_until, zone))
        )
    return tuple(lines)


def _diff_picture(event: Event, draft: EventDraft) -> Phrase:
    if draft.picture is None:
        return say("events-diff-picture-gone")
    return say("events-diff-picture-new" if event.picture is None else "events-diff-picture")


def _diff_form(before: EventForm, now: EventForm) -> Phrase:
    if EventForm.OTHER in (before, now):  # there is only one of them to be said
        return (
            say("events-diff-form-gone")
            if now is EventForm.OTHER
            else say("events-form", form=form_name(now))
        )
    return say("events-diff-form", before=form_name(before), after=form_name(now))


def preview_facts(draft: EventDraft, zone: str) -> Joined:
    """What people read, and how many may come, which they read with the seats taken by then."""
    further: tuple[Phrase, ...] = () if draft.seats is None else (_seats(draft.seats),)
    if draft.picture is not None:
        further += (say("events-picture-goes-along"),)
    return Joined((*facts(draft, zone).parts, *further))


def _seats(seats: Seats) -> Phrase:
    return say("events-seats", count=seats.count, by=seats.by.value)


def reach_lines(reach: Reach, *, mixed: bool = False) -> tuple[Phrase, ...]:
    """Whom the announcement reaches, and whom it does not."""
    lines: list[Phrase] = []
    if reach.adults and mixed:
        lines.append(say("events-reach-mixed", adults=reach.adults))
    elif reach.adults:
        lines.append(say("events-reach", adults=reach.adults, families=reach.families))
    else:
        lines.append(say("events-reach-nobody", closed=reach.closed))
    if reach.limited_families:
        lines.append(say("events-reach-limited", families=reach.limited_families))
    if reach.without_phone:
        lines.append(say("events-reach-without-phone", families=reach.without_phone))
    if reach.closed:
        lines.append(say("events-reach-closed", adults=reach.closed))
    return (*lines, *warnings(reach.shut))


def _promised(promise: Promise) -> Phrase:
    """Which reminders follow; nothing is promised that cannot come."""
    if promise.bring:
        return say("events-preview-bring")
    return say("events-preview-remind" if promise.day else "events-preview-no-reminder")


def _head(groups: tuple[GroupLabel, ...]) -> tuple[Phrase, ...]:
    return (heading(groups),) if groups else ()


def _whom(draft: EventDraft, others: OthersToInvite) -> tuple[Phrase, ...]:
    """Who is invited, unless it is parents alone."""
    said = whom(draft.invitees, tuple(name for of, name in others.sets if of in draft.invitees.set_ids))
    return () if said is None else (said,)


def _fields(
    form: str,
    draft: EventDraft,
    promise: Promise,
    *,
    choice: bool,
    others: OthersToInvite,
    further: bool,
) -> Rows:
    """A button for each answer; the further ones behind «⚙️ Ещё»."""
    choice = choice and draft.invitees.parents
    names = [name for name in FIELDS if choice or name != "groups"]
    buttons = [Button(say(f"events-field-{name}"), FormStep(form, name)) for name in names]
    if draft.note is not None and promise.bring_possible:
        state = "on" if draft.bring else "off"
        buttons.append(Button(say("events-field-bring", state=state), FormStep(form, "bring")))
    if not further:
        return (*in_rows(buttons, 2), (Button(say("events-button-more"), MoreFields(form)),))
    asked = (
        *FURTHER,
        *(("who",) if others.everybody or others.teachers else ()),
        "picture",
    )
    more = [Button(say(f"events-field-{name}"), FormStep(form, name)) for name in asked]
    return (*in_rows(buttons, 2), *in_rows(more, 2))
