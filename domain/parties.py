"""Who is one party at an event with seats, and where it stands after an answer.

A family is called by its anchor, the lowest number among the invited children of an adult: both parents of the same
children have the same one. Adults who share only some of their children may have two.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from domain.answers import Answer, FamilyAnswer
from domain.ids import ChildId, PersonId
from domain.outcomes import Reason, Refused
from domain.seat_views import WhenFull
from domain.seats import Party, PartyStatus, Room, SeatsBy, party_size


@dataclass(frozen=True, slots=True)
class Key:
    """Whose party it is: a family's, or an adult's without a child."""

    child_id: ChildId | None
    person_id: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A child and one of its adults; nobody when it has none who uses the bot."""

    child_id: ChildId
    person_id: PersonId | None
    invited: bool = True
    """Whether the event is for the child's group, and the child is there."""


class Kin:
    """Adults and their children, as far as they hang together."""

    def __init__(self, ties: Iterable[Tie]) -> None:
        self._of_adult: dict[PersonId, set[ChildId]] = defaultdict(set)
        self._adults: dict[ChildId, set[PersonId]] = defaultdict(set)
        self._known: dict[ChildId, set[PersonId]] = defaultdict(set)
        self.children = set[ChildId]()
        """The invited ones."""
        for tie in ties:
            if tie.person_id is not None:
                self._known[tie.child_id].add(tie.person_id)
            if not tie.invited:
                continue
            self.children.add(tie.child_id)
            if tie.person_id is not None:
                self._of_adult[tie.person_id].add(tie.child_id)
                self._adults[tie.child_id].add(tie.person_id)

    @property
    def people(self) -> set[PersonId]:
        """Adults with an invited child."""
        return set(self._of_adult)

    def anchor(self, person_id: PersonId) -> ChildId | None:
        """The lowest of the adult's invited children; None for one without any."""
        return min(self._of_adult.get(person_id, ()), default=None)

    def anchor_of_child(self, child_id: ChildId) -> ChildId:
        """Where an answer entered for a child counts: with its adults, or with the child alone."""
        return min(
            (child for adult in self._adults[child_id] for child in self._of_adult[adult]), default=child_id
        )

    def heirs(self, child_id: ChildId) -> set[ChildId]:
        """Where the adults of a child have their anchor now, also when the child is not invited any more."""
        anchors = {self.anchor(adult) for adult in self._known[child_id]}
        return {anchor for anchor in anchors if anchor is not None}

    def members(self, anchor: ChildId) -> set[PersonId]:
        """Adults of a party."""
        return {adult for adult in self._adults[anchor] if self.anchor(adult) == anchor}

    def size(self, anchor: ChildId) -> int:
        """Children of a party."""
        return len({child for adult in self.members(anchor) for child in self._of_adult[adult]} | {anchor})


@dataclass(frozen=True, slots=True)
class Said:
    """What adults answered, and what staff entered for children."""

    by_adults: Mapping[PersonId, Answer]
    entered: Mapping[ChildId, Answer]


def wishes(kin: Kin, said: Said, by: SeatsBy) -> dict[Key, int]:
    """Seats that each party wants; only those parties that come."""
    answers: dict[ChildId, list[Answer]] = defaultdict(list)
    alone = dict[Key, int]()
    for adult, answer in said.by_adults.items():
        anchor = kin.anchor(adult)
        if anchor is not None:
            answers[anchor].append(answer)
        elif answer.comes:
            alone[Key(None, adult)] = party_size([answer], 0, by)
    for child, answer in said.entered.items():
        if child in kin.children:
            answers[kin.anchor_of_child(child)].append(answer)
    families = {Key(anchor): party_size(given, kin.size(anchor), by) for anchor, given in answers.items()}
    return {key: size for key, size in (families | alone).items() if size}


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a party stands, with how many seats."""

    status: PartyStatus
    size: int


@dataclass(frozen=True, slots=True)
class Aim:
    """Where a party gets if there are seats for it, and what happens otherwise. None: it is no party any more."""

    first: Stand | None
    otherwise: Stand | Refused | None = None
    over: bool = False
    """Whether it sits even if there are not enough."""


def aim(
    own: Party | None, want: int, room: Room, *, comes: bool, now: datetime, full: WhenFull = WhenFull.QUEUE
) -> Aim | Refused:
    """What an answer makes of a party that wants so many seats; `comes` is whether the answer itself was «приду».

    Nobody is split, and nobody who waits is overtaken: that the seats are there is for the event's row to say.
    """
    if own is not None and not comes:
        want = min(want, own.size)
    if want == 0 or (own is None and not comes):
        return Aim(None)
    too_large = Refused(Reason.NO_SEAT_FOR_ALL, {"left": room.left(now)})
    held = Stand(PartyStatus.HELD, want)
    if comes and full is WhenFull.OVER:
        return Aim(held, over=True)
    if own is None or own.status is PartyStatus.WAITING:
        return _of_the_queue(own, held, room, too_large, comes=comes, now=now, full=full)
    offered = own.offered_until is not None and own.offered_until > now
    takes = own.status is PartyStatus.HELD or (comes and offered)
    stays = held if takes else Stand(PartyStatus.OFFERED, want)
    return Aim(stays, too_large if want > own.size else None)


def _of_the_queue(
    own: Party | None,
    held: Stand,
    room: Room,
    too_large: Refused,
    *,
    comes: bool,
    now: datetime,
    full: WhenFull,
) -> Aim | Refused:
    if room.seats is not None and held.size > max(room.seats.count, 0 if own is None else own.size):
        return too_large
    otherwise: Stand | Refused = Stand(PartyStatus.WAITING, held.size)
    if comes and full is WhenFull.ASK:
        otherwise = Refused(Reason.NO_SEATS, too_large.args)
    if own is None or (comes and room.first_come(now)):
        return Aim(held, otherwise)
    return otherwise if isinstance(otherwise, Refused) else Aim(otherwise)


def with_seats(
    families: Iterable[FamilyAnswer], kin: Kin, parties: Iterable[Party]
) -> tuple[list[FamilyAnswer], int]:
    """Families with what their parties say of them, and how many adults have a seat."""
    held = {Key(party.child_id, party.person_id) for party in parties if party.status is PartyStatus.HELD}
    adults = set[PersonId]()
    shown, entered = list[FamilyAnswer](), 0
    for family in families:
        seated = {adult for adult in family.coming_ids if Key(kin.anchor(adult)) in held}
        told = family.entered is not None and family.entered.comes
        by_staff = told and Key(kin.anchor_of_child(family.child_id)) in held
        comes = family.answer is not None and family.answer.comes
        adults |= seated
        entered += by_staff
        shown.append(replace(family, waits=comes and not (seated or by_staff)))
    return shown, len(adults) + entered


@dataclass(frozen=True, slots=True)
class Rearranged:
    """A party as it becomes: perhaps under another anchor, with fewer seats or none."""

    party: Party
    key: Key
    size: int


def rearranged(
    parties: Iterable[Party],
    kin: Kin,
    wanted: Mapping[Key, int],
    *,
    resize: bool = False,
    strays: bool = False,
) -> list[Rearranged]:
    """What becomes of parties when children and adults have changed: no party grows by itself.

    The party of a child that is no anchor any more goes on under the anchor that its adults have now. `resize` is
    for seats that are counted otherwise now: each party gets what it wants. With `strays` a party whose child is gone
    goes on under any anchor of these kin that wants seats and has none.
    """
    parties = sorted(parties, key=lambda party: party.id)
    keys = {party.id: Key(party.child_id, party.person_id) for party in parties}
    free = set(wanted) - set(keys.values())
    for party in parties:
        if keys[party.id] in wanted or party.child_id is None:
            continue
        heirs = {Key(anchor) for anchor in kin.heirs(party.child_id)} & free
        if not heirs and strays:
            heirs = {key for key in free if key.child_id is not None}
        if heirs:
            keys[party.id] = min(heirs, key=lambda key: key.child_id or 0)
            free.discard(keys[party.id])
    return [
        Rearranged(
            party,
            keys[party.id],
            want if resize else min(party.size, want),
        )
        for party in parties
        for want in [wanted.get(keys[party.id], 0)]
    ]
