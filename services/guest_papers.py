"""The journal of guests and the poster of a group's door."""

from datetime import datetime
from zoneinfo import ZoneInfo

from db.work import Database
from domain.access import Permission, reach
from domain.clock import Clock
from domain.events import GroupLabel
from domain.guest_papers import JOURNAL_LIMIT, DoorPoster, Journal, PaperLine
from domain.guests import VisitStatus
from domain.ids import GroupId, OrganisationId
from domain.people import Actor, Organisation
from services.access import access_group, access_organisation, reached_groups, today_in

CONCLUDED = (VisitStatus.HELD, VisitStatus.NOT_HELD)
"""What a journal tells of."""


class GuestPapers:
    """What staff print about guests, for the groups that they reach."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def journal(self, actor: Actor, organisation_id: OrganisationId, year: int) -> Journal:
        """Visits held, or not, in the school year that began in `year`: of all groups, or of a teacher's own."""
        seen_as = access_organisation(actor, organisation_id, Permission.SEE_GUESTS, self._clock)
        organisation = seen_as.organisation
        today = today_in(actor, organisation_id, self._clock)
        reached = reach(actor, Permission.SEE_GUESTS, organisation_id, today)
        here = ZoneInfo(organisation.timezone)
        span = (datetime(year, 9, 1, tzinfo=here), datetime(year + 1, 9, 1, tzinfo=here))
        async with self._db.read() as reading:
            found = await reading.guest_papers.of_days(
                organisation_id, reached, CONCLUDED, span, limit=JOURNAL_LIMIT
            )
            shown = await reading.guest_people.shown(organisation, [visit for _, visit in found])
            done = await reading.guest_traces.done_in(organisation_id, span)
        lines = tuple(
            PaperLine(group, visit, shown.get(visit.id), done.get(visit.id, ())) for group, visit in found
        )
        groups = {line.group.id: line.group for line in lines}
        return Journal(organisation, year, lines, next(iter(groups.values())) if len(groups) == 1 else None)

    async def groups(
        self, actor: Actor, organisation_id: OrganisationId
    ) -> tuple[Organisation, tuple[GroupLabel, ...]]:
        """The groups whose posters the person may print."""
        seen_as = access_organisation(actor, organisation_id, Permission.SEE_GUESTS, self._clock)
        async with self._db.read() as reading:
            groups = await reached_groups(reading, actor, organisation_id, Permission.SEE_GUESTS)
        return seen_as.organisation, groups

    async def poster(self, actor: Actor, group_id: GroupId) -> DoorPoster:
        """«Профессии нашей группы»: what the group has met."""
        async with self._db.read() as reading:
            seen_as, group = await access_group(reading, actor, group_id, Permission.SEE_GUESTS)
            met = await reading.guest_reads.met(group.organisation_id, group.id)
        return DoorPoster(seen_as.organisation, GroupLabel(group.id, group.name, group.emoji), met)
