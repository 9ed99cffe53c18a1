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
    """The teachers first; who leads no sooner than a day after them."""
    if not found.reminded:
        return Wait.TEACHERS if found.since + TEACHERS_AFTER <= now else None
    return Wait.LEADERS if found.since + LEADERS_AFTER <= now else None


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
