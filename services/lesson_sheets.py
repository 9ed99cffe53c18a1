"""Analysis sheets of open lessons: colleagues fill them in, the author and those who lead read them together."""

from db.work import Database, Reading
from domain.access import Permission, grant, reach
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.events import Event
from domain.forms import accepted, clean
from domain.ids import EventId
from domain.lesson_sheets import (
    SHEET_TIME,
    WORDS_LIMIT,
    LessonToFill,
    LessonView,
    Sheet,
    SheetForm,
    has_sheet,
    is_possible,
    may_fill,
    summed,
)
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import STAFF, Actor, Organisation
from services.access import organisation_of, today_in

MOST_AWAITED = 3
"""Lessons that wait for a sheet, as the list of one's own events names them."""


class LessonSheets:
    """Who said what is known to those who lead; whoever held the lesson reads it without names, also a head."""

    def __init__(self, database: Database, clock: Clock, form: SheetForm) -> None:
        self._db = database
        self._clock = clock
        self.form = form

    async def look(self, actor: Actor, event_id: EventId) -> LessonView:
        """The sheet of an open lesson: one's own, and all together for the author and those who lead."""
        async with self._db.read() as reading:
            event, organisation, fills = await _access_lesson(reading, actor, event_id)
            own = (
                await reading.lesson_sheets.find(organisation.id, event_id, actor.person_id)
                if fills
                else None
            )
            leads = _leads(actor, organisation, self._clock)
            mine = event.author_person_id == actor.person_id
            summary = None
            if leads or mine:
                filled = await reading.lesson_sheets.of_event(organisation, event_id)
                summary = summed(self.form, filled, named=leads and not mine)
        closed = may_fill(event, now=self._clock.now())
        manages = _sees_card(actor, event, self._clock)
        return LessonView(event, organisation, self.form, own, fills, closed, summary, manages)

    async def fill(self, actor: Actor, event_id: EventId, sheet: Sheet) -> Refused | None:
        """What this colleague has seen: the latest sheet stands, until a week after the lesson."""
        lines = [_line(words) for words in (sheet.takeaway, sheet.advice)]
        for line in lines:
            if isinstance(line, Refused):
                return line
        takeaway, advice = (line if isinstance(line, str) else None for line in lines)
        if not sheet.marks:
            return Refused(Reason.SHEET_EMPTY)
        if not is_possible(self.form, sheet):
            raise Missing
        async with self._db.work() as work:
            event, organisation, fills = await _access_lesson(work, actor, event_id)
            if not fills:
                raise Forbidden(f"{Permission.FILL_SHEETS} of event {event_id}")
            if refused := may_fill(event, now=self._clock.now()):
                return refused
            written = Sheet(sheet.marks, takeaway, advice)
            await work.lesson_sheets.write(organisation.id, event_id, actor.person_id, written)
            await work.audit.note(
                "sheet.filled",
                organisation_id=organisation.id,
                by=actor.person_id,
                subject=subject_of(event_id),
            )
        return None

    async def awaited(self, actor: Actor) -> tuple[LessonToFill, ...]:
        """Open lessons of the last week that wait for this person's sheet."""
        homes = sorted({m.organisation_id for m in actor.memberships if m.role in STAFF})
        if not homes:
            return ()
        async with self._db.read() as reading:
            since = self._clock.now() - SHEET_TIME
            found = await reading.lesson_sheets.awaited(
                homes, actor.person_id, since=since, limit=MOST_AWAITED
            )
        return tuple(found)


async def _access_lesson(
    reading: Reading, actor: Actor, event_id: EventId
) -> tuple[Event, Organisation, bool]:
    """An open lesson, and whether this person is one of those who fill in its sheet: not who held it.

    Whoever is invited may look, and whoever may look at the event; staff alone.
    """
    for organisation_id in sorted({m.organisation_id for m in actor.memberships if m.role in STAFF}):
        invitation = await reading.event_reads.invitation(organisation_id, event_id, actor.person_id)
        if invitation is None:
            continue
        event = await reading.events.find(organisation_id, event_id)
        if event is None or not has_sheet(event):
            raise Missing
        organisation = organisation_of(actor, organisation_id)
        mine = event.author_person_id == actor.person_id
        leads = _leads(actor, organisation, reading.clock)
        if not (invitation.invited or leads or mine or _sees_card(actor, event, reading.clock)):
            raise Forbidden(f"{Permission.SEE_EVENTS} of event {event_id}")
        today = today_in(actor, organisation.id, reading.clock)
        marks = grant(actor, Permission.FILL_SHEETS, organisation.id, today=today) is not None
        return event, organisation, marks and not mine and (invitation.invited or leads)
    raise Missing


def _leads(actor: Actor, organisation: Organisation, clock: Clock) -> bool:
    today = today_in(actor, organisation.id, clock)
    return grant(actor, Permission.SEE_SHEETS, organisation.id, today=today) is not None


def _sees_card(actor: Actor, event: Event, clock: Clock) -> bool:
    try:
        reached = reach(
            actor, Permission.SEE_EVENTS, event.organisation_id, today_in(actor, event.organisation_id, clock)
        )
    except Forbidden:
        return False
    return reached is None or bool(event.group_ids & reached)


def _line(words: str | None) -> str | Refused | None:
    return None if words is None else accepted(clean(words), WORDS_LIMIT)
