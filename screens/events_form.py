"""Previews of an announcement and of a change: what it will look like, and to whom exactly it goes."""

from datetime import datetime

from domain.actions.events import OpenEvent, PublishEvent, SaveEvent
from domain.actions.forms import FormCancel, FormStep
from domain.event_reminders import Promise
from domain.events import Event, EventBefore, EventDraft, GroupLabel, Reach
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.events_parents import heading, labels, note

FIELDS = ("title", "day", "time", "place", "groups", "note")


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
) -> Screen:
    """What the invitation says, the exact number of people who get it, and which reminders will follow.

    `choice`: there are several groups to choose from. `heard_at`: the quiet hours hold it back until then.
    """
    later = () if heard_at is None else (say("events-reach-later", when=Moment(heard_at, zone)),)
    return screen(
        say("events-preview-title"),
        heading(groups),
        _facts(draft, zone),
        Joined((*_reach(reach), *(later if reach.adults else ()), _promised(promise))),
        rows=(
            (Button(say("events-button-publish"), PublishEvent(token), style=Style.SUCCESS),),
            *_fields(form, draft, promise, choice=choice),
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
    choice: bool = True,
) -> Screen:
    """«Было … стало …», how many people will be told, and a button for each field."""
    before = EventBefore(event.title, event.starts_at, event.place, event.note)
    body: list[Phrase | Joined] = [say("events-change-preview-title"), heading(groups), _facts(draft, zone)]
    if not changed:
        body.append(say("events-change-none"))
        rows: Rows = (
            *_fields(form, draft, promise, choice=choice),
            (Button(say("button-back"), OpenEvent(event.id)),),
        )
        return screen(*body, rows=rows)
    lines = list(differences(before, draft, zone))
    news = bool(lines) or bool(event.group_ids - draft.group_ids)
    if draft.group_ids != event.group_ids:
        lines.append(say("events-diff-groups", groups=labels(groups)))
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
    body.append(Joined(tuple(hearing)))
    key = "events-button-save-tell" if told or invited else "events-button-save"
    return screen(
        *body,
        rows=(
            (Button(say(key), SaveEvent(event.id, event.version), style=Style.SUCCESS),),
            *_fields(form, draft, promise, choice=choice),
            (Button(say("button-cancel"), FormCancel(form, token)),),
        ),
    )


def differences(before: EventBefore, now: Event | EventDraft, zone: str) -> tuple[Phrase, ...]:
    """«Было … стало …», a line for each thing that is different."""
    lines: list[Phrase] = []
    if before.title != now.title:
        lines.append(say("events-diff-title", before=before.title, after=now.title))
    if before.starts_at != now.starts_at:
        lines.append(
            say("events-diff-when", before=Moment(before.starts_at, zone), after=Moment(now.starts_at, zone))
        )
    if before.place != now.place:
        lines.append(say("events-diff-place", before=before.place, after=now.place))
    if before.note != now.note:
        gone = now.note is None
        lines.append(say("events-diff-note-gone") if gone else say("events-diff-note", after=now.note or ""))
    return tuple(lines)


def _facts(draft: EventDraft, zone: str) -> Joined:
    parts: list[Phrase | Joined | str] = [
        say("events-title", title=draft.title),
        say("events-when", when=Moment(draft.starts_at, zone)),
        say("events-place", place=draft.place),
    ]
    if draft.note is not None:
        parts.append(note(draft.note, bring=draft.bring))
    return Joined(tuple(parts))


def _reach(reach: Reach) -> tuple[Phrase, ...]:
    lines: list[Phrase] = []
    if reach.adults:
        lines.append(say("events-reach", adults=reach.adults, families=reach.families))
    else:
        lines.append(say("events-reach-nobody", closed=reach.closed))
    if reach.limited_families:
        lines.append(say("events-reach-limited", families=reach.limited_families))
    if reach.without_phone:
        lines.append(say("events-reach-without-phone", families=reach.without_phone))
    if reach.closed:
        lines.append(say("events-reach-closed", adults=reach.closed))
    return tuple(lines)


def _promised(promise: Promise) -> Phrase:
    """Which reminders follow; nothing is promised that cannot come."""
    if promise.bring:
        return say("events-preview-bring")
    return say("events-preview-remind" if promise.day else "events-preview-no-reminder")


def _fields(form: str, draft: EventDraft, promise: Promise, *, choice: bool) -> Rows:
    names = [name for name in FIELDS if choice or name != "groups"]
    buttons = [Button(say(f"events-field-{name}"), FormStep(form, name)) for name in names]
    if draft.note is not None and promise.bring_possible:
        state = "on" if draft.bring else "off"
        buttons.append(Button(say("events-field-bring", state=state), FormStep(form, "bring")))
    return in_rows(buttons, 2)
