"""What closing a group would meet: visits, free dates, events, quizzes; and whom each change concerns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from db.work import Reading
from domain.closure_views import AskedGuest
from domain.closures import MOST, WEEKS_TRIED, Affected, Deed, Kind, Span, another_day, chosen
from domain.event_notices import subject_of as subject_of_event
from domain.events import Event, EventStatus
from domain.guest_notices import subject_of as subject_of_visit
from domain.guests import Slot, Visit
from domain.ids import EventId, GroupId, OrganisationId, PersonId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Group, Organisation
from services.event_access import may_post


@dataclass(frozen=True, slots=True)
class Met:
    """Everything on the days of a closure, as it is now."""

    organisation: Organisation
    group: Group
    span: Span
    affected: tuple[Affected, ...]
    events: Mapping[str, Event]
    visits: Mapping[str, Visit]
    slots: tuple[Slot, ...]
    """Free dates for guests."""
    asked: Mapping[str, Visit]
    """Visits whose guests are asked whether they would come on one of the days instead."""

    @property
    def questions(self) -> tuple[AskedGuest, ...]:
        """The guests who are asked."""
        return tuple(
            AskedGuest(
                visit.profession.name,
                visit.asked.starts_at,
                None if self.span.holds(visit.starts_at) else visit.starts_at,
            )
            for visit in self.asked.values()
            if visit.asked is not None
        )

    def deeds(self, choices: int) -> list[tuple[Affected, Deed]]:
        """What is done, to what."""
        decided = zip(self.affected, chosen(self.affected, choices), strict=True)
        return [(one, deed) for one, deed in decided if deed is not None]


async def meet(
    reading: Reading, actor: Actor, organisation: Organisation, group: Group, span: Span
) -> Met | Refused:
    """What stands on the closed days and is still ahead, each with another day where one is found."""
    now, here = reading.clock.now(), organisation.id
    horizon = span.ends + timedelta(weeks=WEEKS_TRIED + 1)
    found = await reading.closure_reads.events_of(here, group.id, now, horizon)
    visits = await reading.guest_visits.ahead_in(here, group.id)
    slots = await reading.guest_reads.free(here, [group.id])
    standing = await reading.closures.standing(here, [group.id], span.from_day)
    events = [
        await _event(reading, here, event_id)
        for event_id, starts_at, over_at in found
        if starts_at < span.ends and over_at >= span.begins
    ]
    in_span = [visit for visit in visits if span.holds(visit.starts_at)]
    free = tuple(slot for slot in slots if span.holds(slot.starts_at))
    if len(events) + len(in_span) + bool(free) > MOST:
        return Refused(Reason.CLOSURE_TOO_FULL, {"limit": MOST})
    asked = {visit: visit.asked.starts_at for visit in visits if visit.asked is not None}
    taken = {at for _, at, _ in found} | {visit.starts_at for visit in visits} | {*asked.values()}
    affected = list[Affected]()
    for visit in in_span:
        to = another_day(visit.starts_at, span, taken, standing)
        taken |= set() if to is None else {to}
        subject, title = subject_of_visit(visit.id), visit.profession.name
        affected.append(Affected(Kind.VISIT, subject, visit.starts_at, visit.version, title, to))
    for event in events:
        one = _of_event(group, event, span, mine=may_post(actor, here, reading, event))
        if one.kind is Kind.EVENT:
            to = another_day(event.starts_at, span, taken, standing)
            taken |= set() if to is None else {to}
            one = replace(one, to=to)
        affected.append(one)
    if free:
        dates = tuple(slot.starts_at for slot in free)
        affected.append(Affected(Kind.DATES, "dates", dates[0], dates=dates))
    affected.sort(key=lambda one: (one.starts_at, one.subject))
    return Met(
        organisation,
        group,
        span,
        tuple(affected),
        {subject_of_event(event.id): event for event in events},
        {subject_of_visit(visit.id): visit for visit in in_span},
        free,
        {subject_of_visit(visit.id): visit for visit, at in asked.items() if span.holds(at)},
    )


async def concerned(
    reading: Reading, met: Met, done: Sequence[tuple[Affected, Deed]], *, but: PersonId
) -> frozenset[PersonId]:
    """Who is told: who would come to what is changed, its guests and authors, and the teachers of the group."""
    here = met.organisation.id
    touched = [met.events[one.subject] for one, _ in done if one.subject in met.events]
    visits = [met.visits[one.subject] for one, _ in done if one.subject in met.visits]
    today = reading.clock.today(met.organisation.timezone)
    people = set(await reading.guest_people.teachers(here, met.group.id, today))
    people |= {event.author_person_id for event in touched}
    people |= {visit.guest_id for visit in visits if visit.guest_id is not None}
    for expected in (await expected_at(reading, met.group.id, touched)).values():
        people |= expected
    return frozenset(people - {but})


async def expected_at(
    reading: Reading, group_id: GroupId, events: Sequence[Event]
) -> Mapping[EventId, frozenset[PersonId]]:
    """Who would come to each event; of one that others are invited to, adults of this group alone."""
    if not events:
        return {}
    here = events[0].organisation_id
    expected = await reading.closure_reads.expecting(here, [event.id for event in events])
    shared = [event for event in events if not is_of(group_id, event)]
    adults = await reading.closure_reads.adults_of(here, group_id) if shared else frozenset()
    return {
        event.id: expected.get(event.id, frozenset()) & adults
        if event in shared
        else expected.get(event.id, frozenset())
        for event in events
    }


def is_of(group_id: GroupId, event: Event) -> bool:
    """Whether it is for this group and no other."""
    return event.group_ids == {group_id}


def _of_event(group: Group, event: Event, span: Span, *, mine: bool) -> Affected:
    kind = Kind.EVENT
    if event.status is EventStatus.PLANNED:
        kind = Kind.PLANNED
    elif not span.holds(event.starts_at):
        kind = Kind.EARLIER
    elif event.group_ids != {group.id}:
        kind = Kind.SHARED
    elif not mine:
        kind = Kind.FOREIGN
    return Affected(kind, subject_of_event(event.id), event.starts_at, event.version, event.title)


async def _event(reading: Reading, organisation_id: OrganisationId, event_id: EventId) -> Event:
    event = await reading.events.find(organisation_id, event_id)
    if event is None:
        raise Missing
    return event
