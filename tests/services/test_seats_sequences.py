"""A hundred sequences of everything that can be done with seats, through the services, compared with the reference.

Family 1 has two adults and is told of by both; 2 and 3 have one; 4 has no phone and is entered by staff.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import delete, update

from db.models import EventPartyRow, EventRow, NoticeRow, RsvpRow
from db.work import Database
from domain.answers import Answer
from domain.events import Event
from domain.people import Actor, Role
from domain.seat_views import WhenFull
from domain.seats import Seats, SeatsBy
from tests.seats_reference import Reference
from tests.services.seated import drift, look, offers
from tests.services.sunny import Sunny, build_sunny

SEQUENCES, STEPS = 100, 4
COMING = (Answer.WITH_CHILD, Answer.ALONE)


class Play:
    """One event played again and again, and the reference beside it."""

    def __init__(self, sunny: Sunny, teacher: Actor, event: Event, adults: list[tuple[int, Actor]]) -> None:
        self.sunny, self.teacher, self.event, self.adults = sunny, teacher, event, adults
        self.chance = Random(3)
        self.by = SeatsBy.FAMILY
        self.reference = Reference(1)
        self.said = dict[tuple[int, int], Answer]()
        """By family and adult; what staff entered under 0."""

    async def begin(self, sequence: int) -> None:
        """Empty, with other seats."""
        self.by = SeatsBy.PERSON if sequence % 2 else SeatsBy.FAMILY
        self.reference, self.said = Reference(self.chance.randint(1, 3)), {}
        async with self.sunny.database.work(claims=False) as work:
            for row in (EventPartyRow, RsvpRow, NoticeRow):
                await work.connection.execute(delete(row))
            counters = {"seats_taken": 0, "waiting": 0, "next_ticket": 1}
            fresh = {"seats": self.reference.count, "seats_by": self.by.value}
            await work.connection.execute(update(EventRow).values(**counters, **fresh))
        which = self.chance.sample(range(1, 4), 3)
        for one in which:  # most come: else nobody waits
            await self._answer([one], COMING)
        if sequence % 3 == 0:
            await self._enter(COMING, [WhenFull.QUEUE])

    async def step(self) -> None:
        """Something is done, here and there."""
        match self.chance.randrange(12):
            case 0 | 1 | 2:
                await offers(self.sunny).offer_due()
                asked = {
                    family for (family, adult), answer in self.said.items() if adult and answer in COMING
                }
                self.reference.offer(silent={1, 2, 3, 4} - asked)
            case 3:
                await self._lapse()
            case 4 | 5:
                await self._take()
            case 6:
                await self._seats()
            case 7:
                await self._enter()
            case _:
                await self._answer()

    def wants(self, family: int) -> int:
        """Seats that a family needs."""
        coming = [answer for (of, _), answer in self.said.items() if of == family and answer in COMING]
        if self.by is SeatsBy.FAMILY:
            return min(len(coming), 1)
        return len(coming) + int(Answer.WITH_CHILD in coming)

    async def _answer(
        self, which: Sequence[int] = (0, 1, 2, 3), answers: Sequence[Answer] = tuple(Answer)
    ) -> None:
        family, adult = self.adults[self.chance.choice(which)]
        answer = self.chance.choice(answers)
        outcome = await self.sunny.rsvps.answer(adult, self.event.id, answer)
        with self._saying((family, adult.person_id), answer) as undo:
            if not self._told(family, answer):
                undo()
                assert outcome.refused is not None
            else:
                assert outcome.refused is None

    async def _enter(
        self, answers: Sequence[Answer] = tuple(Answer), modes: Sequence[WhenFull] = tuple(WhenFull)
    ) -> None:
        family = self.chance.choice((1, 4, 4))
        answer, full = self.chance.choice(answers), self.chance.choice(modes)
        child = self.sunny.children[family - 1]
        refused = await self.sunny.rsvp_entries.enter(self.teacher, self.event.id, child, answer, full=full)
        with self._saying((family, 0), answer) as undo:
            if not self._told(family, answer, full):
                undo()
                assert refused is not None
            else:
                assert refused is None

    def _told(self, family: int, answer: Answer, full: WhenFull = WhenFull.QUEUE) -> bool:
        want, comes = self.wants(family), answer in COMING
        return self.reference.answer(family, want, comes=comes, full=full.value)

    @contextmanager
    def _saying(self, key: tuple[int, int], answer: Answer) -> Iterator[Any]:
        before = self.said.get(key)
        self.said[key] = answer

        def undo() -> None:
            del self.said[key]
            if before is not None:
                self.said[key] = before

        yield undo

    async def _take(self) -> None:
        family, adult = self.chance.choice(self.adults)
        if self.chance.random() < 0.6:
            outcome = await self.sunny.seats.take_offer(adult, self.event.id)
            assert (outcome.refused is None) == self.reference.take(family)
            return
        waits = family in self.reference.queue or family in self.reference.offered
        await self.sunny.seats.leave_queue(adult, self.event.id)
        if waits:
            self.said[family, adult.person_id] = Answer.NO
            self._told(family, Answer.NO)

    async def _lapse(self) -> None:
        async with self.sunny.database.work(claims=False) as work:
            await work.connection.execute(
                update(EventPartyRow)
                .where(EventPartyRow.status == "offered")
                .values(offered_until=self.sunny.clock.now())
            )
            await work.connection.execute(delete(NoticeRow))  # read long ago
        await offers(self.sunny).lapse_due()
        self.reference.lapse()

    async def _seats(self) -> None:
        taken = self.reference.count - self.reference.free
        count = self.chance.randint(1, 3)
        now = await self.sunny.changes.to_change(self.teacher, self.event.id)
        assert isinstance(now, Event)
        draft = self.sunny.draft(days=5, seats=Seats(count, self.by))
        await self.sunny.changes.change(self.teacher, self.event.id, now.version, draft)
        if count >= taken or count >= self.reference.count:
            self.reference.count = count


async def test_a_hundred_sequences(database: Database) -> None:
    """After each step: the tables say what the reference says, and the counters what the tables say."""
    sunny = await build_sunny(database)
    sunny.clock.advance(timedelta(hours=32 - sunny.clock.now().hour))
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher, seats=Seats(1, SeatsBy.FAMILY))
    adults = [(number, await sunny.adult(number)) for number in (1, 1, 2, 3)]
    play = Play(sunny, teacher, event, adults)
    children, met = list[int](sunny.children), set[str]()
    for sequence in range(SEQUENCES):
        await play.begin(sequence)
        for _ in range(STEPS):
            await play.step()
        now = await look(database, event.id)
        stands = {
            children.index(child) + 1: (status.value, size) for child, (status, size) in now.parties.items()
        }
        assert stands == play.reference.stands(), sequence
        assert await drift(database, event.id) == [], sequence
        met |= {status for status, _ in stands.values()}
    assert met == {"held", "waiting", "offered"}
