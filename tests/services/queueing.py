"""The queue of «Солнышко» for the tests: its services, who stands where, and time that passes."""

from datetime import timedelta

from content.professions import catalogue
from domain.guest_queue import Waiter
from domain.guests import Slot
from domain.ids import SlotId
from domain.notices import NoticeKind
from domain.people import Actor
from services.guest_offers import GuestOffers
from services.guest_own_moves import GuestOwnMoves
from services.guest_queue import GuestQueue
from services.guest_queue_notices import GuestQueueNotices
from tests.services.visiting import Visiting


class Queueing:
    """Services over the kindergarten of the tests."""

    def __init__(self, sun: Visiting) -> None:
        self.sun = sun
        self.queue = GuestQueue(sun.database, sun.clock, catalogue())
        self.offers = GuestOffers(sun.database, sun.clock)
        self.moves = GuestOwnMoves(sun.database, sun.clock)
        self.told = GuestQueueNotices(sun.database, sun.clock)

    async def waiters(self) -> list[Waiter]:
        """Who waits, in order."""
        async with self.sun.database.read() as reading:
            return await reading.guest_queue.of_group(self.sun.organisation_id, self.sun.sun)

    async def order(self) -> list[int]:
        """Their persons."""
        return [waiter.guest_id for waiter in await self.waiters()]

    async def slot(self, slot_id: SlotId) -> Slot:
        """A date as it stands."""
        async with self.sun.database.read() as reading:
            found = await reading.guest_openings.find_slot(self.sun.organisation_id, slot_id)
        assert found is not None
        return found

    async def offered(self) -> list[int]:
        """Whom an offer waits to be told to, or was told."""
        return await self.sun.waiting(NoticeKind.GUEST_OFFERED)

    def by_day(self) -> None:
        """Noon of the kindergarten of this day or the next: offers are made."""
        now = self.sun.clock.now()
        noon = now.replace(hour=5, minute=0, second=0, microsecond=0)
        self.sun.clock.advance((noon if noon >= now else noon + timedelta(days=1)) - now)


def place_of(order: list[int], guest: Actor) -> int:
    """From 1."""
    return order.index(guest.person_id) + 1
