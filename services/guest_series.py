"""A series of dates for guests, planned before anything is opened."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime

from db.work import Database
from domain.access import Permission, require
from domain.clock import Clock
from domain.guest_calendar import Days, Pattern, may_plan, moments, plan
from domain.guest_date_views import SeriesPlan
from domain.guest_warnings import DatesLook
from domain.guests import MINUTES
from domain.ids import GroupId, OrganisationId
from domain.outcomes import Missing, Refused
from domain.people import Actor
from domain.professional_days import ProfessionalDay, near
from services.access import organisation_of, today_in
from services.guest_access import group_label
from services.guest_warnings import NAMED, clashes_of, unusual_of

Holidays = Callable[[date, date], Mapping[date, str]]


class GuestSeries:
    """Plans: every date of a pattern with what becomes of it."""

    def __init__(
        self, database: Database, clock: Clock, holidays: Holidays, days: tuple[ProfessionalDay, ...] = ()
    ) -> None:
        self._db = database
        self._clock = clock
        self._holidays = holidays
        self._days = days

    async def look(
        self, actor: Actor, organisation_id: OrganisationId, group_id: GroupId, starts: Collection[datetime]
    ) -> DatesLook:
        """How long a guest talks in this group, and what to think of on these dates."""
        today = today_in(actor, organisation_id, self._clock)
        require(actor, Permission.OPEN_GUEST_DATES, organisation_id, group_id=group_id, today=today)
        organisation = organisation_of(actor, organisation_id)
        async with self._db.read() as reading:
            group = await reading.groups.find(organisation_id, group_id)
            if group is None:
                raise Missing
            clashes = await clashes_of(reading, group, starts)
            odd = await unusual_of(reading, organisation, group_id, starts)
        celebrated = near(self._days, starts, organisation.timezone)[:NAMED]
        return DatesLook(MINUTES[group.age_band], clashes, celebrated, odd)

    async def plan(
        self,
        actor: Actor,
        organisation_id: OrganisationId,
        group_id: GroupId,
        pattern: Pattern,
        *,
        with_quiet: bool = False,
        removed: Collection[datetime] = (),
    ) -> SeriesPlan | Refused:
        """All dates of a pattern: opened or skipped, and why. Nothing is written."""
        today = today_in(actor, organisation_id, self._clock)
        require(actor, Permission.OPEN_GUEST_DATES, organisation_id, group_id=group_id, today=today)
        now, zone = self._clock.now(), organisation_of(actor, organisation_id).timezone
        if refused := may_plan(pattern, now=now, zone=zone):
            return refused
        async with self._db.read() as reading:
            group = await reading.groups.find(organisation_id, group_id)
            organisation = await reading.organisations.find(organisation_id)
            if group is None or group.archived_at is not None or organisation is None:
                raise Missing
            days = Days(
                self._holidays(pattern.first, pattern.last),
                await reading.closures.standing(organisation_id, [group_id], today),
                await reading.guest_free_days.standing(organisation_id, [group_id], today),
                frozenset() if with_quiet else organisation.quiet_months,
                await reading.guest_openings.standing(organisation_id, group_id, moments(pattern, zone)),
            )
            label = await group_label(reading, organisation_id, group_id)
            planned = plan(pattern, days, zone=zone, now=now, removed=removed)
            clashes = await clashes_of(reading, group, planned.starts)
        celebrated = near(self._days, planned.starts, zone)[:NAMED]
        look = DatesLook(MINUTES[group.age_band], clashes, celebrated)
        return SeriesPlan(organisation, label, planned, look)
