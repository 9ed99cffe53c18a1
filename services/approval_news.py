"""What notices about publications that wait for a methodist say; None when they are no longer true."""

from db.work import Database, Reading
from domain.access import Permission, grant
from domain.approvals import DecisionNews, ProposedCard, Settlement, settlement
from domain.clock import Clock
from domain.events import Event
from domain.ids import EventId
from domain.notices import Notice
from domain.outcomes import Missing
from domain.people import Organisation
from services.event_approvals import colleague, look_at


class ApprovalNews:
    """Loads what methodists and authors are told, as it is by now."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def proposed_for_notice(self, notice: Notice) -> ProposedCard | None:
        """That something waits: to who may decide, while it waits as it was sent."""
        async with self._db.read() as reading:
            found = await _found(reading, notice)
            person = await reading.people.find_person(notice.person_id)
            if found is None or person is None:
                return None
            event, organisation = found
            today = self._clock.today(organisation.timezone)
            may = grant(person, Permission.APPROVE_EVENTS, organisation.id, today=today)
            if may is None or event.version != notice.params["version"]:
                return None
            try:
                card = await look_at(reading, person, event.id)
            except Missing:
                return None
        return card if isinstance(card, ProposedCard) else None

    async def approved_for_notice(self, notice: Notice) -> DecisionNews | None:
        """That it is out, or waits for its time: while nobody has taken it back since."""
        news = await self._news(notice)
        let_out = (Settlement.PUBLISHED, Settlement.PLANNED)
        return news if news is not None and news.what in let_out and news.event.decided_by else None

    async def returned_for_notice(self, notice: Notice) -> DecisionNews | None:
        """That it is a draft again: until its author has gone on with it."""
        news = await self._news(notice)
        if news is None or news.event.version != notice.params["version"]:
            return None
        return news

    async def _news(self, notice: Notice) -> DecisionNews | None:
        async with self._db.read() as reading:
            found = await _found(reading, notice)
            if found is None:
                return None
            event, organisation = found
            what = settlement(event, now=self._clock.now())
            if what is None:
                return None
            by = await colleague(reading, organisation, event.decided_by)
        return DecisionNews(event, organisation, what, by)


async def _found(reading: Reading, notice: Notice) -> tuple[Event, Organisation] | None:
    if notice.organisation_id is None:
        return None
    event = await reading.events.find(notice.organisation_id, EventId(int(notice.params["event"])))
    organisation = await reading.organisations.find(notice.organisation_id)
    return None if event is None or organisation is None else (event, organisation)
