"""The queue of a group for dates as a child would keep it: lists, and one rule at a time. The bot is compared with it."""

from dataclasses import dataclass, field

LAPSES = 2
MOST = 2


@dataclass(slots=True)
class Reference:
    """Dates and guests are called by numbers; each guest says on which dates they can come."""

    can: dict[int, set[int]]
    """Which dates suit whom; a guest who is not named can come on any."""
    free: list[int] = field(default_factory=list)
    """Dates that nobody has, the soonest first."""
    taken: dict[int, int] = field(default_factory=dict)
    """Whose a date is."""
    queue: list[int] = field(default_factory=list)
    offered: dict[int, int] = field(default_factory=dict)
    """By guest, the date that is kept for them."""
    lapses: dict[int, int] = field(default_factory=dict)
    passed: dict[int, set[int]] = field(default_factory=dict)
    """By guest, dates that they let pass while they waited."""

    def suits(self, guest: int, date: int) -> bool:
        """Whether the guest can come on this date, and has not let it pass."""
        if date in self.passed.get(guest, ()):
            return False
        return guest not in self.can or date in self.can[guest]

    def kept(self) -> dict[int, int]:
        """For whom each free date is kept: what is offered, then the order of the queue."""
        found = {date: guest for guest, date in self.offered.items() if date in self.free}
        for guest in self.queue:
            if guest not in self.offered:
                fit = next((d for d in self.free if d not in found and self.suits(guest, d)), None)
                if fit is not None:
                    found[fit] = guest
        return found

    def take(self, guest: int, date: int) -> str:
        """«taken», «queued» or «refused»."""
        if list(self.taken.values()).count(guest) >= MOST:
            return "refused"
        kept = self.kept()
        if date in self.free and kept.get(date, guest) == guest:
            self.free.remove(date)
            self.taken[date] = guest
            self.leave(guest)
            return "taken"
        if any(kept.get(other, guest) == guest for other in self.free):
            return "refused"
        if guest not in self.queue:
            self.queue.append(guest)
        return "queued"

    def join(self, guest: int) -> bool:
        """«Встать в очередь»."""
        if list(self.taken.values()).count(guest) >= MOST:
            return False
        if guest not in self.queue:
            self.queue.append(guest)
        return True

    def give_back(self, date: int) -> None:
        """The date is free again."""
        del self.taken[date]
        self.free = sorted([*self.free, date])

    def offer(self) -> list[tuple[int, int]]:
        """What is kept is offered; gives who got which date."""
        got = [(guest, date) for date, guest in self.kept().items() if guest not in self.offered]
        self.offered |= dict(got)
        return sorted(got, key=lambda pair: self.queue.index(pair[0]))

    def accept(self, guest: int) -> bool:
        """«Беру»."""
        date = self.offered.get(guest)
        return date is not None and self.take(guest, date) == "taken"

    def let_pass(self, guest: int) -> None:
        """«Другой день»: the place stays, and this date is not offered again."""
        self.passed.setdefault(guest, set()).add(self.offered.pop(guest))

    def withdraw(self, date: int) -> None:
        """The teacher closes a free date; for whom it was kept keeps the place."""
        self.free.remove(date)
        for dates in self.passed.values():
            dates.discard(date)
        for guest, kept in list(self.offered.items()):
            if kept == date:
                del self.offered[guest]

    def lapse(self) -> None:
        """Every offer is over: late ones go to the end, after the second time they are out."""
        for guest in [one for one in self.queue if one in self.offered]:
            del self.offered[guest]
            self.queue.remove(guest)
            lapses = self.lapses.pop(guest, 0) + 1
            if lapses < LAPSES:
                self.queue.append(guest)
                self.lapses[guest] = lapses
            else:
                self.passed.pop(guest, None)

    def leave(self, guest: int) -> None:
        """They do not wait any more."""
        self.offered.pop(guest, None)
        self.lapses.pop(guest, None)
        self.passed.pop(guest, None)
        if guest in self.queue:
            self.queue.remove(guest)
