"""Seats and the queue as a child would keep them, with lists and without counters: what the bot is compared with."""

from collections.abc import Collection
from dataclasses import dataclass, field

LAPSES = 2


@dataclass(slots=True)
class Reference:
    """An event with so many seats; parties are called by numbers."""

    count: int
    held: dict[int, int] = field(default_factory=dict)
    offered: dict[int, int] = field(default_factory=dict)
    queue: list[int] = field(default_factory=list)
    sizes: dict[int, int] = field(default_factory=dict)
    """Of those in the queue."""
    lapses: dict[int, int] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    """Those who have an offer, as they stood in the queue."""

    @property
    def free(self) -> int:
        """Seats that nobody has."""
        return self.count - sum(self.held.values()) - sum(self.offered.values())

    def answer(
        self, who: int, want: int, *, comes: bool, full: str = "queue", first_come: bool = False
    ) -> bool:
        """A party answers; False when it is refused and everything stays."""
        has = self.size(who)
        if has is not None and not comes:
            want = min(want, has)
        if want == 0 or (has is None and not comes):
            self.forget(who)
            return True
        if comes and full == "over":
            self.forget(who)
            self.held[who] = want
            return True
        if who in self.held or who in self.offered:
            return self._of_a_seat(who, want, comes=comes, first_come=first_come)
        if want > self.count and want > (has or 0):
            return False
        in_turn = has is None and not self.queue
        if (in_turn or (comes and first_come)) and want <= self.free:
            self.forget(who)
            self.held[who] = want
            return True
        if comes and full == "ask":
            return False
        if has is None:
            self.queue.append(who)
        self.sizes[who] = want
        return True

    def offer(self, silent: Collection[int] = ()) -> list[int]:
        """Free seats go to the first of the queue, and to the next, as long as the first fits.

        Who has nobody to be asked sits at once.
        """
        got = []
        while (first := next((who for who in self.queue if self.sizes[who] <= self.count), None)) is not None:
            if self.sizes[first] > self.free:
                break
            self.queue.remove(first)
            self.offered[first] = self.sizes.pop(first)
            self.order.append(first)
            got.append(first)
            if first in silent:
                self.take(first)
        return got

    def take(self, who: int) -> bool:
        """«Беру»; False when there is nothing to take."""
        if who in self.offered:
            self.held[who] = self.offered.pop(who)
            self.order.remove(who)
            self.lapses.pop(who, None)
        return who in self.held

    def lapse(self) -> None:
        """Every offer is over."""
        for who in list(self.order):
            size, lapses = self.offered.pop(who), self.lapses.pop(who, 0) + 1
            self.order.remove(who)
            if lapses < LAPSES:
                self.queue.append(who)
                self.sizes[who] = size
                self.lapses[who] = lapses

    def size(self, who: int) -> int | None:
        """Seats that a party has, is offered or waits for."""
        return self.held.get(who, self.offered.get(who, self.sizes.get(who)))

    def forget(self, who: int) -> None:
        """It is no party any more."""
        self.held.pop(who, None)
        self.sizes.pop(who, None)
        self.lapses.pop(who, None)
        if self.offered.pop(who, None) is not None:
            self.order.remove(who)
        if who in self.queue:
            self.queue.remove(who)

    def stands(self) -> dict[int, tuple[str, int]]:
        """Where everybody stands, with how many seats."""
        return {
            **{who: ("held", size) for who, size in self.held.items()},
            **{who: ("offered", size) for who, size in self.offered.items()},
            **{who: ("waiting", self.sizes[who]) for who in self.queue},
        }

    def _of_a_seat(self, who: int, want: int, *, comes: bool, first_come: bool) -> bool:
        has = self.size(who) or 0
        if want > has and (want - has > self.free or (self.queue and not first_come)):
            return False
        if who in self.offered and comes:
            self.take(who)
        if who in self.held:
            self.held[who] = want
        else:
            self.offered[who] = want
        return True
