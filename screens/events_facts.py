"""An event in lines: what, when, where, what else; the same words for its families, its staff and its author."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.event_forms import FOR_PARENTS, EventForm, Invitees
from domain.events import Event, EventDraft
from screens.base import Arg, Joined, Moment, Phrase, Unsaid, say


def facts(event: Event | EventDraft, zone: str) -> Joined:
    """What, when, where, what else, and until when answers are waited for."""
    parts: list[Phrase | Joined | Unsaid | str] = []
    if event.form is not EventForm.OTHER:
        name = form_name(event.form)
        parts.append(Unsaid(say("events-form", form=name), name, event.title))
    parts += [
        say("events-title", title=event.title),
        say("events-when", when=span(event.starts_at, event.ends_at, zone)),
        say("events-place", place=event.place),
    ]
    if event.note is not None:
        parts.append(note(event.note, bring=event.bring))
    if event.answer_until is not None:
        parts.append(say("events-until", until=Moment(event.answer_until, zone)))
    return Joined(tuple(parts))


def span(starts_at: datetime, ends_at: datetime | None, zone: str) -> Arg:
    """«пт, 12 марта, 10:00», with its end: «– 11:30» of the same day, or another day and its hour."""
    start = Moment(starts_at, zone)
    if ends_at is None:
        return start
    first, last = (moment.astimezone(ZoneInfo(zone)).date() for moment in (starts_at, ends_at))
    return say("events-span", start=start, end=Moment(ends_at, zone, "hour" if first == last else "full"))


def note(text: str, *, bring: bool) -> Phrase:
    """What else is to be known, or brought."""
    return say("events-bring", note=text) if bring else say("events-note", note=text)


def form_name(form: EventForm) -> Phrase:
    """«Мастер-класс»."""
    return say(f"events-form-kind-{form.value}")


def whom(invitees: Invitees, sets: tuple[str, ...]) -> Phrase | None:
    """«Зовём: родителей, педагогов этих детей, «Рабочая группа»»; None for parents alone, as usual."""
    if invitees == FOR_PARENTS:
        return None
    named: list[Phrase] = []
    if invitees.parents:
        named.append(say("events-who-parents"))
    if invitees.staff:
        named.append(say("events-who-teachers" if invitees.parents else "events-who-staff"))
    if invitees.partners:
        named.append(say("events-who-partners"))
    named += [say("events-who-set", name=name) for name in sets]
    if invitees.set_ids and not sets:
        named.append(say("events-who-sets", count=len(invitees.set_ids)))
    return say("events-who", who=Joined(tuple(named), by=", "))
