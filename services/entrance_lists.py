"""What `python -m bot entrance-list` prints: an operator at the organisation's computer asks, so there is no actor."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.work import Database
from domain.clock import Clock
from domain.guest_papers import ENTRANCE_DAYS, JOURNAL_LIMIT, EntranceLine, EntranceList
from domain.guests import AGREED
from domain.ids import OrganisationId
from domain.outcomes import Missing


class EntranceLists:
    """Guests who are awaited: made on demand, kept nowhere, never sent through the messenger (rule 13)."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def awaited(self, organisation_id: OrganisationId, first: date | None, days: int) -> EntranceList:
        """Visits that were said yes to, on `days` days from the first (today, when none is given); the list is noted in the audit log."""
        days = min(max(days, 1), ENTRANCE_DAYS)
        async with self._db.work() as work:
            organisation = await work.organisations.find(organisation_id)
            if organisation is None:
                raise Missing
            here = ZoneInfo(organisation.timezone)
            first = first or self._clock.today(organisation.timezone)
            begin, end = (
                datetime.combine(day, time(0), tzinfo=here) for day in (first, first + timedelta(days=days))
            )
            found = await work.guest_papers.of_days(
                organisation_id, None, sorted(AGREED), (begin, end), limit=JOURNAL_LIMIT
            )
            asked = [visit.id for _, visit in found] if organisation.personal_data else []
            names = await work.guest_entrance.names(organisation_id, asked)
            await work.audit.note(
                "entrance-list.made",
                organisation_id=organisation_id,
                by=None,
                subject=f"organisation:{organisation_id}",
            )
        lines = tuple(EntranceLine(group, visit, names.get(visit.id)) for group, visit in found)
        return EntranceList(organisation, first, first + timedelta(days=days - 1), lines)
