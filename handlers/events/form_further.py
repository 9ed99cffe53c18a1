"""The further questions about an event, behind «⚙️ Ещё»: most events need none of them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.event_checks import (
    DAYS_BEFORE,
    EVENING,
    UNSAID,
    cutoff_check,
    cutoff_of,
    cutoff_said,
    end_check,
    end_of,
    end_said,
    moment_of,
    seats_check,
    start_of,
)
from domain.event_forms import EventForm
from domain.events import Event
from domain.forms import Value
from domain.outcomes import Reason
from domain.seats import Seats, SeatsBy
from handlers.common.form_audience import ticks, who_offered
from handlers.common.form_model import Option, Step
from handlers.common.form_run import FormRun
from screens.base import Arg, Moment, say
from screens.events_facts import form_name

_LENGTHS = (30, 45, 60, 90, 120, 180)
"""Minutes that events usually take."""
_ROOMS = (5, 8, 10, 12, 15, 20, 25, 30)
"""How many usually fit."""

PLAIN: Mapping[str, Value] = {
    "form": EventForm.OTHER.value,
    "ends": None,
    "seats": None,
    "until": None,
    "who": ["parents"],
    "picture": None,
}
"""What stands as long as nobody taps «⚙️ Ещё»."""


async def _forms(_run: FormRun) -> Sequence[Option]:
    named = [Option(form.value, form_name(form)) for form in EventForm if form is not EventForm.OTHER]
    return [*named, Option(EventForm.OTHER.value, say("events-option-form-other"))]


async def _ends(run: FormRun) -> Sequence[Option]:
    start = start_of(run.values, run.zone)
    ends = [(start + timedelta(minutes=length)).astimezone(ZoneInfo(run.zone)) for length in _LENGTHS]
    same_day = [end for end in ends if end.date() == start.astimezone(ZoneInfo(run.zone)).date()]
    hours = [Option(f"{end:%H-%M}", f"{end.hour}:{end:%M}") for end in same_day]
    return [*hours, Option(UNSAID, say("events-option-ends-none"))]


async def _seats(_run: FormRun) -> Sequence[Option]:
    return [
        *(Option(str(count), str(count)) for count in _ROOMS),
        Option(UNSAID, say("events-option-seats-none")),
    ]


async def _by(_run: FormRun) -> Sequence[Option]:
    return [Option(by.value, say(f"events-option-by-{by.value}")) for by in SeatsBy]


async def _until(run: FormRun) -> Sequence[Option]:
    """The days before that are still ahead."""
    start = start_of(run.values, run.zone)
    local = start.astimezone(ZoneInfo(run.zone)).date()
    at = f"{EVENING.hour}:{EVENING:%M}"
    ahead = [
        days
        for days in DAYS_BEFORE
        if moment_of(local - timedelta(days=days), EVENING, run.zone) > run.clock.now()
    ]
    return [
        *(Option(f"d{days}", say("events-option-until", days=days, at=at)) for days in ahead),
        Option(UNSAID, say("events-option-until-none")),
    ]


def _as_end(value: Value) -> Arg:
    """«11:30», or a day and its hour."""
    said = str(value)
    return said if len(said) <= 5 else Moment(datetime.fromisoformat(said).replace(tzinfo=UTC), "UTC")


def _as_cutoff(value: Value) -> Arg:
    said = str(value)
    if not said.startswith("d"):
        return _as_end(value)
    return say("events-option-until", days=int(said[1:]), at=f"{EVENING.hour}:{EVENING:%M}")


async def _pictured(run: FormRun) -> Arg | None:
    """That there is a picture, which may be taken away again."""
    return None if picture_of(run.values) is None else say("events-picture-there")


FURTHER = (
    Step(
        "form",
        "events-ask-form",
        options=_forms,
        columns=2,
        shown=lambda value: form_name(EventForm(str(value))),
    ),
    Step(
        "ends",
        "events-ask-ends",
        check=end_check,
        example="events-example-ends",
        options=_ends,
        columns=3,
        shown=_as_end,
    ),
    Step(
        "seats",
        "events-ask-seats",
        check=seats_check,
        example="events-example-seats",
        options=_seats,
        columns=4,
        shown=str,
    ),
    Step(
        "by",
        "events-ask-by",
        options=_by,
        when=lambda run: run.values.get("seats") is not None,
    ),
    Step(
        "until",
        "events-ask-until",
        check=cutoff_check,
        example="events-example-until",
        options=_until,
        shown=_as_cutoff,
    ),
    Step(
        "who",
        "events-ask-who",
        options=who_offered,
        many=True,
        everything=False,
        none_picked=Reason.NO_GROUPS,
    ),
    Step(
        "picture",
        "events-ask-picture",
        picture=True,
        optional=True,
        stored=_pictured,
        when=lambda run: "picture" in run.values,
    ),
)


def picture_of(values: Mapping[str, Value]) -> str | None:
    """The picture that goes with it."""
    said = values.get("picture")
    return said if isinstance(said, str) else None


def form_of(values: Mapping[str, Value]) -> EventForm:
    """What sort of event was said to be."""
    return EventForm(str(values.get("form") or EventForm.OTHER.value))


def seats_of(values: Mapping[str, Value]) -> Seats | None:
    """How many may come, if that was said."""
    count, by = values.get("seats"), values.get("by")
    return Seats(count, SeatsBy(str(by))) if isinstance(count, int) and by is not None else None


def times_of(run: FormRun) -> tuple[datetime | None, datetime | None]:
    """The end, and until when people may answer."""
    return end_of(run.values, run.zone), cutoff_of(run.values, run.zone)


def further_values(event: Event, zone: str) -> dict[str, Value]:
    """The answers that would make what this event has besides the usual."""
    values: dict[str, Value] = {
        "form": event.form.value,
        "ends": end_said(event.starts_at, event.ends_at, zone),
        "seats": None if event.seats is None else event.seats.count,
        "until": cutoff_said(event.starts_at, event.answer_until, zone),
        "who": ticks(event.invitees),
        "picture": event.picture,
    }
    return values if event.seats is None else values | {"by": event.seats.by.value}
