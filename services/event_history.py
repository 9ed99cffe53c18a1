"""Past events, looked through by form, group and month, on the screen and as a table."""

from datetime import date
from zoneinfo import ZoneInfo

from db.work import Database
from domain.access import Permission, reach
from domain.clock import Clock
from domain.event_forms import EventForm
from domain.history import MOST_EVENTS, HistoryPage, PastTable, Sought
from domain.ids import GroupId, OrganisationId
from domain.outcomes import Forbidden
from domain.people import Actor, Organisation
from services.access import access_organisation, reached_groups, today_in

PAGE = 8


class EventHistory:
    """Looks back, at the events of the groups that a person reaches."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def page(
        self, actor: Actor, organisation_id: OrganisationId, sought: Sought, page: int = 0
    ) -> HistoryPage:
        """A page of past events, and what there is to choose by."""
        organisation, reached = self._allowed(actor, organisation_id, sought)
        page = max(page, 0)
        async with self._db.read() as reading:
            events = await reading.history.page(
                *(organisation_id, reached, sought, organisation.timezone),
                limit=PAGE + 1,
                offset=page * PAGE,
            )
            kinds = await reading.history.kinds(organisation_id, reached)
            groups = await reached_groups(reading, actor, organisation_id, Permission.SEE_EVENTS)
        here = ZoneInfo(organisation.timezone)
        months = {date(at.year, at.month, 1) for at in (start.astimezone(here) for _, start in kinds)}
        there = {form for form, _ in kinds}
        forms = tuple(form for form in EventForm if form in there)
        return HistoryPage(
            organisation,
            sought,
            tuple(events[:PAGE]),
            page,
            len(events) > PAGE,
            forms,
            groups,
            tuple(sorted(months, reverse=True)),
        )

    async def table(self, actor: Actor, organisation_id: OrganisationId, sought: Sought) -> PastTable:
        """The same events with the families that came, by code: what a table is made of."""
        organisation, reached = self._allowed(actor, organisation_id, sought)
        async with self._db.read() as reading:
            events = await reading.history.page(
                organisation_id, reached, sought, organisation.timezone, limit=MOST_EVENTS + 1
            )
            told = events[:MOST_EVENTS]
            ids = [event.id for event in told]
            families = await reading.history.families(organisation_id, reached, ids)
            moods = await reading.recaps.moods(organisation_id, ids)
        return PastTable(organisation, tuple(told), families, moods, len(events) > MOST_EVENTS)

    def _allowed(
        self, actor: Actor, organisation_id: OrganisationId, sought: Sought
    ) -> tuple[Organisation, frozenset[GroupId] | None]:
        organisation = access_organisation(
            actor, organisation_id, Permission.SEE_EVENTS, self._clock
        ).organisation
        today = today_in(actor, organisation_id, self._clock)
        reached = reach(actor, Permission.SEE_EVENTS, organisation_id, today)
        if reached is not None and sought.group_id is not None and sought.group_id not in reached:
            raise Forbidden(f"events of group {sought.group_id}")
        return organisation, reached
