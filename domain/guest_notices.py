"""What is told about dates for guests and their visits, and to whom: the group's families, its teachers, the guest."""

from collections.abc import Iterable
from datetime import datetime

from domain.guests import Slot, Visit
from domain.ids import OpeningId, OrganisationId, PersonId, SlotId, VisitId
from domain.notice_rules import urgency_of_change
from domain.notices import Circular, NoticeDraft, NoticeKind, Urgency


def subject_of(visit_id: VisitId) -> str:
    """«visit:12»: what notices and sent messages about the visit carry."""
    return f"visit:{visit_id}"


def subject_of_opening(opening_id: OpeningId) -> str:
    """«opening:12»: what the invitation of guests carries."""
    return f"opening:{opening_id}"


def invitation(
    organisation_id: OrganisationId, opening_id: OpeningId, starts: Iterable[datetime]
) -> Circular:
    """The invitation to be the group's guest; of no use once the last date has come."""
    return Circular(
        NoticeKind.GUESTS_INVITED,
        organisation_id,
        f"guests-invited:{opening_id}",
        expires_at=max(starts),
        params={"opening": opening_id},
        subject=subject_of_opening(opening_id),
    )


def late_invitation(
    organisation_id: OrganisationId,
    opening_id: OpeningId,
    person_id: PersonId,
    *,
    due_at: datetime,
    last: datetime,
) -> NoticeDraft:
    """The invitation of somebody who joined after dates were opened: it shows all that are free; until the last one."""
    return NoticeDraft(
        NoticeKind.GUESTS_INVITED,
        person_id,
        organisation_id,
        f"guests-newcomer:{opening_id}:{person_id}",
        due_at=due_at,
        expires_at=last,
        params={"opening": opening_id, "late": 1},
        subject=subject_of_opening(opening_id),
    )


def to_staff(
    kind: NoticeKind,
    visit: Visit,
    version: int,
    person_id: PersonId,
    *,
    urgency: Urgency | None = None,
) -> NoticeDraft:
    """What a teacher hears of a visit in one of its versions; until the visit begins."""
    return _draft(
        kind,
        visit,
        f"{kind.value}:{visit.id}:{version}:{person_id}",
        person_id,
        urgency=urgency,
    )


def to_guest(kind: NoticeKind, visit: Visit, version: int, guest_id: PersonId) -> NoticeDraft:
    """What a guest hears of the visit in one of its versions; until it was to begin."""
    return _draft(kind, visit, f"{kind.value}:{visit.id}:{version}", guest_id)


def gave_back(visit: Visit, version: int, person_id: PersonId, *, now: datetime) -> NoticeDraft:
    """«Дата снова свободна»: at once when it would have been soon."""
    return to_staff(
        NoticeKind.GUEST_GAVE_BACK,
        visit,
        version,
        person_id,
        urgency=urgency_of_change(visit.starts_at, now=now),
    )


def moved(
    visit: Visit, to: Slot, guest_id: PersonId, *, was: SlotId, was_at: datetime, now: datetime
) -> NoticeDraft:
    """«Было … стало …»; at once if what was, or what is now, starts soon. `was`: the date that the guest knows of."""
    ahead = [at for at in (was_at, to.starts_at) if at > now]
    return NoticeDraft(
        NoticeKind.GUEST_MOVED,
        guest_id,
        visit.organisation_id,
        f"{NoticeKind.GUEST_MOVED.value}:{visit.id}:{visit.version + 1}",
        expires_at=max(ahead),
        urgency=urgency_of_change(min(ahead), now=now),
        params={"visit": visit.id, "was": was},
        subject=subject_of(visit.id),
    )


def reminder(visit: Visit, person_id: PersonId, hours: int) -> NoticeDraft:
    """A visit is near; what is put out late in spite of everything waits for the end of quiet hours."""
    return NoticeDraft(
        NoticeKind.GUEST_REMINDER,
        person_id,
        visit.organisation_id,
        f"guest-reminder:{visit.id}:{int(visit.starts_at.timestamp())}:{hours}:{person_id}",
        expires_at=visit.starts_at,
        params={"visit": visit.id, "hours": hours, "at": int(visit.starts_at.timestamp())},
        subject=subject_of(visit.id),
    )


def advice(visit: Visit, guest_id: PersonId) -> NoticeDraft:
    """«Памятка гостя», which comes by itself; never twice, whatever becomes of the date."""
    return NoticeDraft(
        NoticeKind.GUEST_ADVICE,
        guest_id,
        visit.organisation_id,
        f"{NoticeKind.GUEST_ADVICE.value}:{visit.id}",
        expires_at=visit.starts_at,
        params={"visit": visit.id},
        subject=subject_of(visit.id),
    )


def afterwards(visit: Visit, person_id: PersonId) -> NoticeDraft:
    """«Как прошло?»"""
    return NoticeDraft(
        NoticeKind.GUEST_AFTER,
        person_id,
        visit.organisation_id,
        f"guest-after:{visit.id}:{int(visit.starts_at.timestamp())}:{person_id}",
        params={"visit": visit.id},
        subject=subject_of(visit.id),
    )


def follow_up(visit: Visit, person_id: PersonId, day: int) -> NoticeDraft:
    """«Что осталось после гостя?», so many days after the visit."""
    return NoticeDraft(
        NoticeKind.GUEST_FOLLOW_UP,
        person_id,
        visit.organisation_id,
        f"guest-follow-up:{visit.id}:{day}:{person_id}",
        params={"visit": visit.id},
        subject=subject_of(visit.id),
    )


def _draft(
    kind: NoticeKind,
    visit: Visit,
    key: str,
    person_id: PersonId,
    *,
    urgency: Urgency | None = None,
) -> NoticeDraft:
    """Of no use once the visit has begun."""
    return NoticeDraft(
        kind,
        person_id,
        visit.organisation_id,
        key,
        expires_at=visit.starts_at,
        urgency=urgency,
        params={"visit": visit.id},
        subject=subject_of(visit.id),
    )
