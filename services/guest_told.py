"""The visit that a notice speaks of, at the moment it is sent: for whoever may see it by then."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from db.work import Reading
from domain.guest_views import VisitCard
from domain.guests import ACTIVE, Visit
from domain.ids import VisitId
from domain.notices import Notice
from domain.outcomes import Forbidden, Missing
from domain.people import Actor, Organisation
from services.guest_access import access_visit, card_of

Access: TypeAlias = Callable[[Reading, Actor, VisitId], Awaitable[tuple[Visit, Organisation]]]


async def visit_of_notice(
    reading: Reading, notice: Notice, access: Access = access_visit
) -> tuple[Actor, Visit, Organisation] | None:
    """Whom the notice is for, with the visit; None once `access` refuses it to them, or they are gone."""
    actor = await reading.people.find_person(notice.person_id)
    if actor is None:
        return None
    try:
        visit, organisation = await access(reading, actor, VisitId(int(notice.params["visit"])))
    except (Forbidden, Missing):
        return None
    return actor, visit, organisation


async def card_ahead_of_notice(reading: Reading, notice: Notice) -> VisitCard | None:
    """The visit as this person sees it, while it is ahead of somebody."""
    found = await visit_of_notice(reading, notice)
    if found is None:
        return None
    actor, visit, organisation = found
    if visit.status not in ACTIVE or visit.starts_at <= reading.clock.now():
        return None
    return await card_of(reading, actor, visit, organisation)
