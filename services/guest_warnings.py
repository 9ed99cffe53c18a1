"""What a teacher is warned of before saying yes; nothing of it is refused: the teacher decides."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from content.holidays import holidays_between
from content.professions import catalogue
from content.trades import needs_thought
from db.work import Reading
from domain.guest_calendar import WEEKEND, Days, Skipped, unusual
from domain.guest_warnings import NOTHING, Clash, Warned, is_for_older
from domain.guests import MINUTES, Visit, VisitStatus
from domain.ids import GroupId, OrganisationId
from domain.outcomes import Missing
from domain.people import Group, Organisation

LONGEST_BEFORE = timedelta(hours=12)
"""An event that began earlier than this is not looked for."""
AT_LEAST = timedelta(hours=1)
"""How long an event goes on of which nobody said when it ends."""
NAMED = 3
LATELY = timedelta(days=60)
"""A trade that came within this time may be too soon for another one of it."""
LINES = 60
_STILL_ASKED = (VisitStatus.APPLIED, VisitStatus.DETAILED)


async def warned_of(reading: Reading, visit: Visit) -> Warned:
    """Of a visit that waits for an answer: an event of the group at this hour, the children's age, the trade."""
    if visit.status not in _STILL_ASKED or visit.starts_at <= reading.clock.now():
        return NOTHING
    group = await _group(reading, visit.organisation_id, visit.group_id)
    slug = visit.profession.slug
    card = None if slug is None else catalogue().by_slug.get(slug)
    from_age = None
    if card is not None and is_for_older(card.from_age, group.age_band):
        from_age = card.from_age
    return Warned(
        await clashes_of(reading, group, [visit.starts_at]),
        from_age=from_age,
        thought=needs_thought(visit.profession.name),
        lately=await _lately(reading, visit),
    )


async def warned_of_dates(
    reading: Reading, organisation: Organisation, visit: Visit, moments: Collection[datetime]
) -> Warned:
    """Of dates that a visit may move to: events, days on which few invite; and the age and the trade once more."""
    group = await _group(reading, visit.organisation_id, visit.group_id)
    said = await warned_of(reading, visit)
    return replace(
        said,
        clashes=await clashes_of(reading, group, moments),
        lately=await _lately(reading, visit),
        unusual=await unusual_of(reading, organisation, group.id, moments),
    )


async def unusual_of(
    reading: Reading, organisation: Organisation, group_id: GroupId, moments: Collection[datetime]
) -> tuple[Skipped, ...]:
    """Which of these dates are on a holiday, a weekend or a day without guests, or in a quiet month."""
    if not moments:
        return ()
    zone = ZoneInfo(organisation.timezone)
    days = [at.astimezone(zone).date() for at in moments]
    today = reading.clock.today(organisation.timezone)
    known = Days(
        holidays_between(min(days), max(days)),
        free_days=await reading.guest_free_days.standing(organisation.id, [group_id], today),
        quiet_months=organisation.quiet_months,
        weekend=WEEKEND[organisation.kind],
    )
    return unusual(moments, known, zone=organisation.timezone)


async def _lately(reading: Reading, visit: Visit) -> datetime | None:
    """When the group has last met this trade, within the last weeks."""
    if visit.profession.slug is None:
        return None
    now = reading.clock.now()
    lines = await reading.guest_reads.lines_of_group(
        visit.organisation_id, visit.group_id, (now - LATELY, now), limit=LINES
    )
    met = [
        slot.starts_at
        for slot, one in lines
        if one is not None
        and one.id != visit.id
        and one.status is VisitStatus.HELD
        and one.profession.slug == visit.profession.slug
    ]
    return max(met, default=None)


async def clashes_of(reading: Reading, group: Group, moments: Iterable[datetime]) -> tuple[Clash, ...]:
    """Events of a group at the hours of these dates; the first few of them."""
    hours = sorted(moments)
    if not hours:
        return ()
    length = timedelta(minutes=MINUTES[group.age_band])
    events = await reading.closure_reads.events_of(
        group.organisation_id, group.id, hours[0] - LONGEST_BEFORE, hours[-1] + length
    )
    found: list[Clash] = []
    for at in hours:
        for event_id, begins, ends in events:
            if len(found) < NAMED and begins < at + length and max(ends, begins + AT_LEAST) > at:
                event = await reading.events.find(group.organisation_id, event_id)
                if event is not None:
                    found.append(Clash(at, event.title))
                break
    return tuple(found)


async def _group(reading: Reading, organisation_id: OrganisationId, group_id: GroupId) -> Group:
    group = await reading.groups.find(organisation_id, group_id)
    if group is None:
        raise Missing
    return group
