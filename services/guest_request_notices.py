"""What notices about questions to guests say at the moment of sending; None when a notice is no longer true."""

from db.work import Database
from domain.clock import Clock
from domain.guest_asking import is_asked
from domain.guest_views import VisitCard
from domain.guests import AGREED
from domain.notices import Notice
from services.guest_told import card_ahead_of_notice


class GuestRequestNotices:
    """Loads what these notices tell, as it is by now, for whom it is by now."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def move_asked_for_notice(self, notice: Notice) -> VisitCard | None:
        """Another date, for the guest: while it is this one that is asked about."""
        card = await self._card(notice)
        if card is None or not card.mine or not is_asked(card.visit, now=self._clock.now()):
            return None
        asked = card.visit.asked
        return card if asked is not None and asked.slot_id == notice.params["slot"] else None

    async def move_dropped_for_notice(self, notice: Notice) -> VisitCard | None:
        """The visit stays after all, for the guest: while nothing else is asked and it does."""
        card = await self._card(notice)
        stays = card is not None and card.visit.asked is None and card.visit.slot_id == notice.params["slot"]
        return card if stays else None

    async def move_answered_for_notice(self, notice: Notice) -> tuple[VisitCard, str] | None:
        """What came of the question, for a teacher: while the visit stands where it stood then."""
        card = await self._card(notice)
        if card is None or card.visit.asked is not None or card.visit.slot_id != notice.params["slot"]:
            return None
        return card, str(notice.params["answer"])

    async def change_asked_for_notice(self, notice: Notice) -> VisitCard | None:
        """What to change, for the guest: until it is changed or decided."""
        card = await self._card(notice)
        return card if card is not None and card.mine and card.visit.change is not None else None

    async def changed_for_notice(self, notice: Notice) -> VisitCard | None:
        """A guest has changed what was asked for, for a teacher: unless something is asked again."""
        card = await self._card(notice)
        return card if card is not None and card.visit.change is None else None

    async def unread_for_notice(self, notice: Notice) -> VisitCard | None:
        """A guest who does not read, for a teacher: while that is so and the guest is awaited."""
        card = await self._card(notice)
        return card if card is not None and card.unread and card.visit.status in AGREED else None

    async def _card(self, notice: Notice) -> VisitCard | None:
        async with self._db.read() as reading:
            return await card_ahead_of_notice(reading, notice)
