"""Whom a group could ask to be its guest: professional days ahead, families and professions that were not there yet."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from db.work import Database, Reading
from domain.access import Permission, grant
from domain.clock import Clock
from domain.events import GroupLabel
from domain.guest_suggestions import (
    DayLine,
    DaysPage,
    Suggestions,
    Wished,
    latest,
    unmet_professions,
    unmet_spheres,
)
from domain.ids import GroupId, OrganisationId
from domain.outcomes import Missing
from domain.people import Actor, Child, Organisation
from domain.professional_days import ProfessionalDay, dates_around, days_between, next_of
from domain.professions import Catalogue
from domain.waves import school_year
from services.access import access_group, access_organisation, reached_groups, today_in

PAGE = 6
AHEAD = timedelta(days=364)
"""How far the list of days goes: each of them once."""
SOON = timedelta(days=60)
"""How near a professional day must be to suggest its profession."""


class GuestSuggestions:
    """What staff who may open dates are reminded of. Nothing is written."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        catalogue: Catalogue,
        days: tuple[ProfessionalDay, ...],
        holidays: Callable[[date, date], Mapping[date, str]],
    ) -> None:
        self._db = database
        self._clock = clock
        self._catalogue = catalogue
        self._days = days
        self._holidays = holidays

    async def days(self, actor: Actor, organisation_id: OrganisationId, page: int = 0) -> DaysPage:
        """The professional days of a year ahead, each with when such a guest came last to the groups of this person."""
        here = access_organisation(actor, organisation_id, Permission.SEE_GUESTS, self._clock).organisation
        today = today_in(actor, organisation_id, self._clock)
        ahead = days_between(self._days, today, today + AHEAD)
        page = min(max(page, 0), max(0, (len(ahead) - 1) // PAGE))
        shown = ahead[page * PAGE : (page + 1) * PAGE]
        slugs = {slug for one in shown for slug in one.day.professions}
        async with self._db.read() as reading:
            groups = await reached_groups(reading, actor, organisation_id, Permission.SEE_GUESTS)
            found = await reading.guest_suggestions.last_of(
                organisation_id, {one.id for one in groups}, slugs
            )
        last = {slug: at.astimezone(ZoneInfo(here.timezone)).date() for slug, at in found.items()}
        may = grant(actor, Permission.OPEN_GUEST_DATES, organisation_id, today=today) is not None
        lines = tuple(DayLine(one, latest(one.day.professions, last)) for one in shown)
        return DaysPage(here, lines, page, len(ahead) > (page + 1) * PAGE, may)

    async def for_day(self, actor: Actor, organisation_id: OrganisationId, slug: str) -> Wished:
        """What an invitation for a professional day begins with: its profession, working days around it."""
        allowed = access_organisation(actor, organisation_id, Permission.OPEN_GUEST_DATES, self._clock)
        today = today_in(actor, organisation_id, self._clock)
        found = next_of(self._days, slug, today)
        if found is None:
            raise Missing
        wish = self._catalogue.by_slug[found.day.professions[0]].name
        return Wished(allowed.organisation, None, wish, self._around(found.on, today))

    async def groups(
        self, actor: Actor, organisation_id: OrganisationId
    ) -> tuple[Organisation, tuple[GroupLabel, ...]]:
        """The groups for which this person may ask guests."""
        here = access_organisation(actor, organisation_id, Permission.OPEN_GUEST_DATES, self._clock)
        async with self._db.read() as reading:
            found = await reached_groups(reading, actor, organisation_id, Permission.OPEN_GUEST_DATES)
        return here.organisation, found

    async def of_group(self, actor: Actor, group_id: GroupId) -> Suggestions:
        """Families, spheres and professions that a group has not met yet."""
        async with self._db.read() as reading:
            allowed, group = await access_group(reading, actor, group_id, Permission.OPEN_GUEST_DATES)
            here = allowed.organisation
            families = await _unmet(reading, here, group_id)
            known = await reading.guest_reads.met(here.id, group_id)
        met: Collection[str] = {one.slug for one in known if one.slug is not None}
        today = self._clock.today(here.timezone)
        coming = days_between(self._days, today, today + SOON)
        return Suggestions(
            here,
            GroupLabel(group.id, group.name, group.emoji),
            families,
            unmet_spheres(self._catalogue, met),
            unmet_professions(self._catalogue, met, coming),
        )

    async def unmet(self, actor: Actor, group_id: GroupId) -> tuple[Child, ...]:
        """The families alone: ready to be ticked in an invitation by name."""
        async with self._db.read() as reading:
            allowed, _ = await access_group(reading, actor, group_id, Permission.OPEN_GUEST_DATES)
            return await _unmet(reading, allowed.organisation, group_id)

    async def for_profession(self, actor: Actor, group_id: GroupId, slug: str) -> Wished:
        """What an invitation of one profession begins with; days, if its professional day is near."""
        async with self._db.read() as reading:
            allowed, _ = await access_group(reading, actor, group_id, Permission.OPEN_GUEST_DATES)
        card = self._catalogue.by_slug.get(slug)
        if card is None:
            raise Missing
        here = allowed.organisation
        today = self._clock.today(here.timezone)
        coming = days_between(self._days, today, today + SOON)
        near = next((one.on for one in coming if slug in one.day.professions), None)
        return Wished(here, group_id, card.name, () if near is None else self._around(near, today))

    def _around(self, on: date, today: date) -> tuple[date, ...]:
        span = timedelta(days=7)
        return dates_around(on, today, self._holidays(on - span, on + span))


async def _unmet(reading: Reading, here: Organisation, group_id: GroupId) -> tuple[Child, ...]:
    today = reading.clock.today(here.timezone)
    since = datetime(school_year(today), 9, 1, tzinfo=ZoneInfo(here.timezone))
    return await reading.guest_suggestions.unmet(here.id, group_id, since=since, today=today)
