"""What a teacher is warned of before saying yes; nothing of it is refused: the teacher decides."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from content.professions import catalogue
from content.trades import needs_thought
from db.work import Reading
from domain.guest_warnings import NOTHING, Clash, Warned, is_for_older
from domain.guests import MINUTES, Visit, VisitStatus
from domain.ids import GroupId, OrganisationId
from domain.outcomes import Missing
from domain.people import Group

LONGEST_BEFORE = timedelta(hours=12)
"""An event that began earlier than this is not looked for."""
AT_LEAST = timedelta(hours=1)
"""How long an event goes on of which nobody said when it ends."""
NAMED = 3
_STILL_ASKED = (VisitStatus.APPLIED, VisitStatus.DETAILED)


async def warned_of(reading: Reading, visit: Visit) -> Warned:
    """Of a visit that waits for an answer: an event of the group at this hour, the children's age, the trade."""
    if visit.status not in _STILL_ASKED or visit.starts_at <= reading.clock.now():
        return NOTHING
    group = await _group(reading, visit.organisation_id, visit.group_id)
    slug = visit.profession.slug
    card = None if slug is None else catalogue().by_slug.get(slug)
    from_age = None
    if card is not None and card.talk is not None and is_for_older(card.from_age, group.age_band):
        from_age = card.from_age
    return Warned(
        await clashes_of(reading, group, [visit.starts_at]),
        from_age=from_age,
        thought=needs_thought(visit.profession.name),
    )


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
