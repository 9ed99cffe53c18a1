"""Where answers bring parties, compared with a simple reference over thousands of sequences; and how offers end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.answers import Answer
from domain.ids import ChildId, EventId, OrganisationId, PartyId, PersonId
from domain.notices import NoticeStatus
from domain.offers import after_offer, waits_on
from domain.outcomes import Refused
from domain.parties import Key, Kin, Said, Stand, Tie, aim, rearranged, wishes
from domain.seat_views import WhenFull
from domain.seats import Party, PartyStatus, Room, Seats, SeatsBy
from tests.seats_reference import Reference

NOW = datetime(2027, 3, 10, 6, 0, tzinfo=UTC)
LATER, SOON = NOW + timedelta(days=3), NOW + timedelta(hours=1)
HELD, WAITING, OFFERED = PartyStatus.HELD, PartyStatus.WAITING, PartyStatus.OFFERED
MODES = (WhenFull.QUEUE, WhenFull.QUEUE, WhenFull.ASK, WhenFull.OVER)


class Book:
    """An event's row and its parties, as the tables keep them: what `aim` says is carried out by the row's rules."""

    def __init__(self, count: int) -> None:
        self.room = Room(OrganisationId(1), EventId(1), True, LATER, None, Seats(count, SeatsBy.PERSON), 0, 0)
        self.parties = dict[int, Party]()
        self.next_ticket = 1

    def answer(self, who: int, want: int, *, comes: bool, full: WhenFull, first_come: bool) -> bool:
        """What a service does under the event's lock."""
        own = self.parties.get(who)
        room = replace(self.room, starts_at=SOON if first_come else LATER)
        to = aim(own, want, room, comes=comes, now=NOW, full=full)
        if isinstance(to, Refused):
            return False
        stand = to.first
        more = _taken(stand) - _taken(own)
        fits = self.room.taken + more <= self.count and (first_come or self.room.waiting == 0)
        if more > 0 and not to.over and not fits:
            if isinstance(to.otherwise, Refused):
                return False
            stand = to.otherwise
        self._write(who, own, stand)
        return True

    def offer(self) -> list[int]:
        """The tick, as long as the first of the queue fits."""
        got = []
        while queue := sorted(
            (party.ticket or 0, who)
            for who, party in self.parties.items()
            if party.status is WAITING and party.size <= self.count
        ):
            party = self.parties[who := queue[0][1]]
            if self.room.taken + party.size > self.count:
                break
            self._write(who, party, Stand(OFFERED, party.size))
            self.parties[who] = replace(self.parties[who], offered_until=NOW + timedelta(hours=1))
            got.append(who)
        return got

    def lapse(self) -> None:
        """Every offer is over."""
        offered = [who for who, party in self.parties.items() if party.status is OFFERED]
        for who in sorted(offered, key=lambda each: self.parties[each].ticket or 0):
            party = self.parties[who]
            self._write(who, party, None)
            if waits_on(party.lapses):
                self._write(who, None, Stand(WAITING, party.size))
                self.parties[who] = replace(self.parties[who], lapses=party.lapses + 1)

    @property
    def count(self) -> int:
        """Seats of the event."""
        assert self.room.seats is not None
        return self.room.seats.count

    def _write(self, who: int, own: Party | None, stand: Stand | None) -> None:
        waits = int(stand is not None and stand.status is WAITING) - int(
            own is not None and own.status is WAITING
        )
        taken = self.room.taken + _taken(stand) - _taken(own)
        self.room = replace(self.room, taken=taken, waiting=self.room.waiting + waits)
        self.parties.pop(who, None)
        if stand is None:
            return
        ticket = None if own is None or stand.status is HELD else own.ticket
        if stand.status is WAITING and ticket is None:
            ticket, self.next_ticket = self.next_ticket, self.next_ticket + 1
        until = own.offered_until if own is not None and stand.status is OFFERED else None
        lapses = 0 if own is None else own.lapses
        self.parties[who] = Party(
            *(PartyId(who), EventId(1), ChildId(who), None, stand.size, stand.status, ticket, until, lapses)
        )


def _taken(stand: Stand | Party | None) -> int:
    return 0 if stand is None or stand.status is WAITING else stand.size


@settings(max_examples=300)
@given(st.integers(1, 5), st.binary(min_size=4, max_size=60))
def test_the_bot_and_the_reference_agree(count: int, taps: bytes) -> None:
    """Whatever is tapped in whatever order, with raised and lowered seats, offers and lapses."""
    play(count, taps)


def test_they_agree_over_thousands_of_sequences() -> None:
    """The same without shrinking, which is cheap."""
    chance = Random(7)
    for _ in range(2000):
        play(chance.randint(1, 5), chance.randbytes(30))


def play(count: int, taps: bytes) -> None:
    """A sequence of taps, compared after each."""
    book, reference = Book(count), Reference(count)
    for act, how in zip(taps[::2], taps[1::2], strict=False):
        who, want = act % 5, how % 4
        comes, full, first_come = how % 3 != 0, MODES[how // 4 % 4], how // 16 % 5 == 0
        sat = {each for each, (status, _) in reference.stands().items() if status == "held"}
        waited = list(reference.queue)
        match act // 5 % 6:
            case 0:
                assert book.offer() == reference.offer()
            case 1:
                book.lapse()
                reference.lapse()
            case 2:
                wanted = max(1 + how % 6, book.room.taken)
                assert book.room.seats is not None
                book.room = replace(book.room, seats=replace(book.room.seats, count=wanted))
                reference.count = wanted
            case _:
                done = book.answer(who, want, comes=comes, full=full, first_come=first_come)
                told = reference.answer(who, want, comes=comes, full=full.value, first_come=first_come)
                assert done == told
                new = {each for each, (status, _) in reference.stands().items() if status == "held"} - sat
                overtaken = [each for each in waited if each not in new]
                offered = who not in waited and who in sat | new and reference.size(who) is not None
                if new and overtaken and not first_come and full is not WhenFull.OVER:
                    assert offered, "nobody sits down past those who wait, except by an offer"
        stands = {each: (party.status.value, party.size) for each, party in book.parties.items()}
        assert stands == reference.stands()
        assert book.room.taken == sum(size for status, size in stands.values() if status != "waiting")
        assert book.room.waiting == sum(status == "waiting" for status, _ in stands.values())


def test_a_family_is_called_by_its_lowest_invited_child() -> None:
    """Both parents of the same children are one party; who shares only one of them may be another."""
    mother, father, uncle = PersonId(1), PersonId(2), PersonId(3)
    three, five, seven, nine = (ChildId(number) for number in (3, 5, 7, 9))
    kin = Kin(
        [
            *(Tie(child, adult) for child in (three, five) for adult in (mother, father)),
            *(Tie(five, uncle), Tie(seven, uncle), Tie(nine, None), Tie(ChildId(1), mother, invited=False)),
        ]
    )
    assert [kin.anchor(adult) for adult in (mother, father, uncle, PersonId(4))] == [three, three, five, None]
    assert (kin.members(three), kin.size(three), kin.size(five)) == ({mother, father}, 2, 2)
    said = Said(
        {mother: Answer.WITH_CHILD, father: Answer.ALONE, uncle: Answer.NO, PersonId(4): Answer.ALONE},
        {nine: Answer.WITH_CHILD, five: Answer.ALONE, ChildId(1): Answer.ALONE},
    )
    assert wishes(kin, said, SeatsBy.PERSON) == {Key(three): 5, Key(nine): 2, Key(None, PersonId(4)): 1}
    assert wishes(kin, said, SeatsBy.FAMILY) == {Key(three): 1, Key(nine): 1, Key(None, PersonId(4)): 1}


def test_a_party_follows_its_adults_to_another_anchor_and_never_grows() -> None:
    mother = PersonId(1)
    kin = Kin([Tie(ChildId(3), mother, invited=False), Tie(ChildId(5), mother)])
    party = Party(PartyId(1), EventId(1), ChildId(3), None, 2, HELD, None, None, 0)
    gone = replace(party, id=PartyId(2), child_id=ChildId(8))
    followed, ended = rearranged([gone, party], kin, {Key(ChildId(5)): 3})
    assert (followed.party, followed.key, followed.size) == (party, Key(ChildId(5)), 2)
    assert (ended.party, ended.size) == (gone, 0)
    (resized,) = rearranged([party], kin, {Key(ChildId(5)): 3}, resize=True)
    assert resized.size == 3


HOUR = timedelta(hours=1)
SENT, FAILED, QUEUED = NoticeStatus.SENT, NoticeStatus.FAILED, NoticeStatus.QUEUED


@pytest.mark.parametrize(
    ("until", "told", "expected"),
    [
        (NOW + HOUR, [(SENT, NOW - HOUR)], NOW + HOUR),  # it goes on
        (NOW, [(SENT, NOW - 5 * HOUR)], NOW),  # it is over
        (NOW, [(SENT, NOW - HOUR / 2)], NOW + HOUR / 2),  # told late: an hour from then
        (NOW, [(QUEUED, None), (FAILED, NOW)], NOW + HOUR),  # the bot was down: still on its way
        (NOW + HOUR, [(FAILED, NOW), (FAILED, NOW)], NOW),  # nobody could be told
        (NOW, [], NOW),
    ],
)
def test_when_an_offer_is_over(
    until: datetime, told: list[tuple[NoticeStatus, datetime | None]], expected: datetime
) -> None:
    assert after_offer(until, told, NOW, NOW + 12 * HOUR) == expected
    assert after_offer(until, told, NOW, NOW + HOUR) <= max(until, NOW), "never into the last hour"
