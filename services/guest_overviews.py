"""«Гость группы» from above: the month of all groups, one group's month, and the school year in figures."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from db.reads.guest_overview import MonthCount
from db.work import Database
from domain.access import Permission
from domain.clock import Clock
from domain.events import GroupLabel
from domain.guest_overview import LONGEST_MONTH, GroupMonth, GuestMonth, GuestYear, MonthOfGroup
from domain.guests import AGREED, VisitStatus
from domain.history import span_of
from domain.ids import GroupId, OrganisationId
from domain.people import Actor, Organisation
from domain.professions import Catalogue, Sphere
from services.access import access_group, access_organisation, reached_groups, today_in
from services.guest_lines import lines_of

PAGE = 8


class GuestOverviews:
    """What staff see of guests at a glance, for the groups that they reach."""

    def __init__(self, database: Database, clock: Clock, catalogue: Catalogue) -> None:
        self._db = database
        self._clock = clock
        self._catalogue = catalogue

    def here(self, actor: Actor, organisation_id: OrganisationId) -> tuple[Organisation, date]:
        """The organisation, and what day it is there, for those who may see its guests."""
        seen_as = access_organisation(actor, organisation_id, Permission.SEE_GUESTS, self._clock)
        return seen_as.organisation, today_in(actor, organisation_id, self._clock)

    async def month(
        self, actor: Actor, organisation_id: OrganisationId, month: date, page: int = 0
    ) -> GuestMonth:
        """How many guests each group has in a month: those without any come first."""
        seen_as = access_organisation(actor, organisation_id, Permission.SEE_GUESTS, self._clock)
        first = month.replace(day=1)
        async with self._db.read() as reading:
            groups = await reached_groups(reading, actor, organisation_id, Permission.SEE_GUESTS)
            span = span_of(first, seen_as.organisation.timezone)
            counts = await reading.guest_overviews.month(
                organisation_id, {group.id for group in groups}, span
            )
        months = sorted(_months(groups, counts), key=lambda one: one.held + one.agreed)
        page = min(max(page, 0), max(0, (len(months) - 1) // PAGE))
        shown = months[page * PAGE : (page + 1) * PAGE]
        return GuestMonth(seen_as.organisation, first, tuple(shown), page, len(months) > (page + 1) * PAGE)

    async def month_of_group(self, actor: Actor, group_id: GroupId, month: date) -> MonthOfGroup:
        """Every date of one group in a month."""
        first, now = month.replace(day=1), self._clock.now()
        async with self._db.read() as reading:
            seen_as, group = await access_group(reading, actor, group_id, Permission.SEE_GUESTS)
            here = seen_as.organisation
            found = await reading.guest_reads.lines_of_group(
                here.id, group.id, span_of(first, here.timezone), limit=LONGEST_MONTH
            )
            told = [(slot, visit) for slot, visit in found if visit is not None or slot.starts_at > now]
            lines = await lines_of(reading, here, told)
        return MonthOfGroup(here, first, GroupLabel(group.id, group.name, group.emoji), lines, now)

    async def year(self, actor: Actor, organisation_id: OrganisationId, year: int) -> GuestYear:
        """What guests have brought in the school year that began in `year`: September to August."""
        seen_as = access_organisation(actor, organisation_id, Permission.SEE_GUESTS, self._clock)
        here = ZoneInfo(seen_as.organisation.timezone)
        span = (datetime(year, 9, 1, tzinfo=here), datetime(year + 1, 9, 1, tzinfo=here))
        async with self._db.read() as reading:
            groups = await reached_groups(reading, actor, organisation_id, Permission.SEE_GUESTS)
            ids = {group.id for group in groups}
            held = await reading.guest_overviews.held(organisation_id, ids, span)
            families, _, _ = await reading.event_reads.count_families(organisation_id, ids)
            told = await reading.guest_overviews.told(organisation_id, ids, span)
        spheres: Counter[Sphere | None] = Counter()
        for one in held:
            card = self._catalogue.by_slug.get(one.slug or "")
            spheres[None if card is None else card.sphere] += one.visits
        return GuestYear(
            organisation=seen_as.organisation,
            year=year,
            visits=sum(one.visits for one in held),
            children=sum(one.children for one in held),
            groups_met=len({one.group_id for one in held}),
            groups=len(groups),
            families_met=told.families,
            families=families,
            partners=told.partners,
            followed=told.followed,
            spheres=spheres,
        )


def _months(groups: tuple[GroupLabel, ...], counts: tuple[MonthCount, ...]) -> list[GroupMonth]:
    months = {group.id: GroupMonth(group) for group in groups}
    for one in counts:
        month, dates = months[one.group_id], one.dates
        match one.status:
            case VisitStatus.HELD:
                months[one.group_id] = replace(month, held=month.held + dates)
            case VisitStatus.APPLIED if one.ahead:
                months[one.group_id] = replace(month, asked=month.asked + dates)
            case None if one.ahead:
                months[one.group_id] = replace(month, free=month.free + dates)
            case status if status in AGREED and one.ahead:
                months[one.group_id] = replace(month, agreed=month.agreed + dates)
    return list(months.values())
