"""The questions about an event, and what their answers make."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from domain.event_checks import day_check, start_of, time_check
from domain.event_reminders import Promise, promise
from domain.event_words import message_check
from domain.events import NOTE_LIMIT, PLACE_LIMIT, Event, EventDraft
from domain.forms import Value, words
from domain.ids import GroupId, OrganisationId
from domain.outcomes import Reason, Refused
from handlers.common.form_audience import groups_offered, invitees_of
from handlers.common.form_facts import as_day, organisation_of
from handlers.common.form_hours import times_offered
from handlers.common.form_model import Option, Step
from handlers.common.form_run import FormRun
from handlers.events.form_further import (
    FURTHER,
    form_of,
    further_values,
    picture_of,
    seats_of,
    times_of,
)
from screens.base import Arg, Rows, say
from screens.events_templates import list_button as templates_button

YES, NO = "yes", "no"


async def _yes_or_no(_run: FormRun) -> Sequence[Option]:
    return [Option(YES, say("button-yes")), Option(NO, say("button-no"))]


def _can_remind_to_bring(run: FormRun) -> bool:
    """Whether there is something to bring, and five days before the start are still ahead."""
    if not all(run.values.get(name) for name in ("note", "day", "time")):
        return False
    return promise_of(run).bring_possible


def _known(run: FormRun) -> Mapping[str, Arg]:
    """Whether a message has named the day already, and no title."""
    return {"known": YES if "day" in run.values and "title" not in run.values else NO}


def _unclear(run: FormRun) -> Mapping[str, Arg]:
    """The day of a message that was not clear."""
    words = None if "day" in run.values else run.maybe_text("unclear")
    return {"said": NO if words is None else YES, "unclear": words or ""}


def _left(run: FormRun) -> Mapping[str, Arg]:
    """What else a message said, which may be the place."""
    words = None if "place" in run.values else run.maybe_text("left")
    return {"said": NO if words is None else YES, "left": words or ""}


def _by_template(run: FormRun) -> Rows:
    """«📋 По образцу», before a new event has a title; what began with a template has one."""
    return (
        ()
        if "title" in run.values
        else ((templates_button(OrganisationId(int(run.context["organisation"]))),),)
    )


STEPS = (
    Step(
        "title",
        "events-ask-title",
        check=message_check,
        example="events-example-title",
        beside=_by_template,
        args=_known,
    ),
    Step(
        "day",
        "events-ask-day",
        check=day_check,
        example="events-example-day",
        calendar=True,
        shown=as_day,
        args=_unclear,
    ),
    Step(
        "time",
        "events-ask-time",
        check=time_check,
        example="events-example-time",
        options=times_offered,
        columns=3,
        shown=str,
    ),
    Step(
        "place",
        "events-ask-place",
        check=words(PLACE_LIMIT),
        example="events-example-place",
        args=_left,
    ),
    Step("groups", "events-ask-groups", options=groups_offered, many=True, none_picked=Reason.NO_GROUPS),
    Step(
        "note",
        "events-ask-note",
        check=words(NOTE_LIMIT, lines=True),
        example="events-example-note",
        optional=True,
    ),
    Step(
        "bring",
        "events-ask-bring",
        options=_yes_or_no,
        columns=2,
        when=_can_remind_to_bring,
    ),
    *FURTHER,
)
_ABOUT = {
    Reason.DATE_PAST: "time",
    Reason.DATE_TOO_FAR: "day",
    Reason.END_BEFORE_START: "ends",
    Reason.EVENT_TOO_LONG: "ends",
    Reason.CUTOFF_AFTER_START: "until",
    Reason.CUTOFF_PAST: "until",
    Reason.SEATS_BELOW_COMING: "seats",
    Reason.TOO_LONG_FOR_PICTURE: "note",
    Reason.NO_GROUPS: "groups",
    Reason.NO_RECIPIENTS: "groups",
    Reason.NOBODY_INVITED: "who",
    Reason.PARENTS_TOO: "who",
    Reason.GONE: "groups",
}
"""Which answer a refusal is about."""


def promise_of(run: FormRun) -> Promise:
    """Which reminders can still come before the start that is typed."""
    starts_at = start_of(run.values, run.zone)
    return promise(starts_at, organisation_of(run), bring=_wants_bring(run), now=run.clock.now())


def _wants_bring(run: FormRun) -> bool:
    return run.maybe_text("note") is not None and run.values.get("bring") == YES


def draft_of(run: FormRun) -> EventDraft:
    """What the answers make; the wish to be reminded is kept even while it cannot be granted."""
    ends_at, answer_until = times_of(run)
    invitees = invitees_of(run.values)
    groups = run.picked("groups") if invitees.parents else ()
    return EventDraft(
        title=run.text("title"),
        starts_at=start_of(run.values, run.zone),
        place=run.text("place"),
        group_ids=frozenset(GroupId(int(group)) for group in groups),
        note=run.maybe_text("note"),
        bring=_wants_bring(run),
        form=form_of(run.values),
        ends_at=ends_at,
        answer_until=answer_until,
        seats=seats_of(run.values),
        invitees=invitees,
        picture=picture_of(run.values),
    )


def values_of(event: Event, zone: str) -> Mapping[str, Value]:
    """The answers that would make this event. Whoever adds a note to it is asked about the reminder."""
    local = event.starts_at.astimezone(ZoneInfo(zone))
    values: dict[str, Value] = {
        "title": event.title,
        "day": local.date().isoformat(),
        "time": local.time().isoformat(timespec="minutes"),
        "place": event.place,
        "groups": [str(group) for group in sorted(event.group_ids)],
        "note": event.note,
        **further_values(event, zone),
    }
    return values if event.note is None else values | {"bring": YES if event.bring else NO}


def step_of(refused: Refused) -> str | None:
    """The answer that a refusal is about; None when it is about the event as a whole."""
    return _ABOUT.get(refused.reason)
