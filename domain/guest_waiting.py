"""How long a guest waits for an answer: one reminder to the teachers, then who leads is told, then nothing more."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.guest_notices import subject_of
from domain.guests import Visit
from domain.ids import PersonId
from domain.notices import NoticeDraft, NoticeKind
from domain.people import Organisation

TEACHERS_AFTER = timedelta(hours=48)
LEADERS_AFTER = TEACHERS_AFTER + timedelta(hours=24)
TEACHERS_NEAR, LEADERS_NEAR = timedelta(hours=24), timedelta(hours=18)
"""So long before the visit nobody waits for the two days to be over."""
TEACHERS_LEAST, LEADERS_LEAST = timedelta(hours=2), timedelta(hours=4)
"""But so long at least."""


class Wait(StrEnum):
    """What is due of a visit that waits."""

    TEACHERS = "teachers"
    LEADERS = "leaders"


@dataclass(frozen=True, slots=True)
class WaitingVisit:
    """A visit whose guest waits for an answer."""

    visit: Visit
    organisation: Organisation
    since: datetime
    reminded: bool
    """Whether its teachers were reminded."""


def due_of(found: WaitingVisit, now: datetime) -> Wait | None:
    """The teachers first; who leads no sooner than a day after them, or when the visit is near."""
    waited, left = now - found.since, found.visit.starts_at - now
    if not found.reminded:
        near = left <= TEACHERS_NEAR and waited >= TEACHERS_LEAST
        return Wait.TEACHERS if near or waited >= TEACHERS_AFTER else None
    near = left <= LEADERS_NEAR and waited >= LEADERS_LEAST
    return Wait.LEADERS if near or waited >= LEADERS_AFTER else None


def waits(visit: Visit, person_id: PersonId, *, long: bool) -> NoticeDraft:
    """«Гость ждёт ответа»: of no use once the visit has begun, or is another version."""
    kind = NoticeKind.GUEST_WAITS_LONG if long else NoticeKind.GUEST_WAITS
    return NoticeDraft(
        kind,
        person_id,
        visit.organisation_id,
        f"{kind.value}:{visit.id}:{visit.version}:{person_id}",
        expires_at=visit.starts_at,
        params={"visit": visit.id, "version": visit.version},
        subject=subject_of(visit.id),
    )
