"""How long one side waits for the other.

A guest for an answer: one reminder to the teachers, then who leads is told, then nothing more. The teachers for what
they asked the guest, or for the details after «предварительно да»: one reminder to the guest, then the teachers know.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.guest_notices import subject_of
from domain.guests import ACTIVE, Visit, VisitStatus
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
    GUEST = "guest"
    SILENT = "silent"
    """The teachers hear that the guest does not answer."""

    @property
    def first(self) -> bool:
        """Whether it is the first of the two messages."""
        return self in (Wait.TEACHERS, Wait.GUEST)


@dataclass(frozen=True, slots=True)
class WaitingVisit:
    """A visit of which one side waits for the other."""

    visit: Visit
    organisation: Organisation
    since: datetime
    reminded: bool
    """Whether the first message went out."""


def waits_for_guest(visit: Visit) -> bool:
    """Whether it is the guest of an active visit who is to answer."""
    return visit.status in ACTIVE and (visit.change is not None or visit.status is VisitStatus.TENTATIVE)


def due_of(found: WaitingVisit, now: datetime) -> Wait | None:
    """Who is to answer first; the others no sooner than a day after them, or when the visit is near."""
    first, then = (Wait.GUEST, Wait.SILENT) if waits_for_guest(found.visit) else (Wait.TEACHERS, Wait.LEADERS)
    waited, left = now - found.since, found.visit.starts_at - now
    if not found.reminded:
        near = left <= TEACHERS_NEAR and waited >= TEACHERS_LEAST
        return first if near or waited >= TEACHERS_AFTER else None
    near = left <= LEADERS_NEAR and waited >= LEADERS_LEAST
    return then if near or waited >= LEADERS_AFTER else None


_KINDS = {
    Wait.TEACHERS: NoticeKind.GUEST_WAITS,
    Wait.LEADERS: NoticeKind.GUEST_WAITS_LONG,
    Wait.GUEST: NoticeKind.GUEST_ASKED_AGAIN,
    Wait.SILENT: NoticeKind.GUEST_SILENT,
}


def waits(visit: Visit, person_id: PersonId, due: Wait) -> NoticeDraft:
    """«Гость ждёт ответа», «Ждём ответа гостя»: of no use once the visit has begun, or is another version."""
    kind = _KINDS[due]
    return NoticeDraft(
        kind,
        person_id,
        visit.organisation_id,
        f"{kind.value}:{visit.id}:{visit.version}:{person_id}",
        expires_at=visit.starts_at,
        params={"visit": visit.id, "version": visit.version},
        subject=subject_of(visit.id),
    )
