"""Who hears of a visit: the teachers of the group, its guest, the audit log. Put in the commit that makes it true."""

from datetime import date
from zoneinfo import ZoneInfo

from db.work import Work
from domain.guest_notices import gave_back, subject_of, to_guest, to_staff
from domain.guests import Visit
from domain.ids import GroupId, PersonId
from domain.notices import NoticeKind
from domain.people import Actor, Organisation, Role
from domain.way_home import heard_at, way_home

UNHEARD = (
    NoticeKind.GUEST_APPLIED,
    NoticeKind.GUEST_DETAILED,
    NoticeKind.GUEST_READY,
    NoticeKind.GUEST_WAITS,
    NoticeKind.GUEST_WAITS_LONG,
    NoticeKind.GUEST_SILENT,
    NoticeKind.GUEST_MOVE_ANSWERED,
    NoticeKind.GUEST_CHANGED,
)
"""What teachers hear of a visit, and need not hear any more once there is newer news."""
OF_THE_GUEST = (
    NoticeKind.GUEST_ACCEPTED,
    NoticeKind.GUEST_CONFIRMED,
    NoticeKind.GUEST_MOVED,
    NoticeKind.GUEST_REMINDER,
    NoticeKind.GUEST_ADVICE,
    NoticeKind.GUEST_ASKED,
    NoticeKind.GUEST_MOVE_ASKED,
    NoticeKind.GUEST_MOVE_DROPPED,
    NoticeKind.GUEST_CHANGE_ASKED,
    NoticeKind.GUEST_ASKED_AGAIN,
)


async def teachers_of(work: Work, organisation: Organisation, visit: Visit) -> tuple[PersonId, ...]:
    """Who hears of a visit: who answers for the group today, substitutes among them; without any, who leads."""
    return await answering(work, organisation, visit.group_id, work.clock.today(organisation.timezone))


async def teachers_on_the_day(work: Work, organisation: Organisation, visit: Visit) -> tuple[PersonId, ...]:
    """Who answers for the group on the day of the visit; without anybody, who leads."""
    day = visit.starts_at.astimezone(ZoneInfo(organisation.timezone)).date()
    return await answering(work, organisation, visit.group_id, day)


async def answering(
    work: Work, organisation: Organisation, group_id: GroupId, day: date
) -> tuple[PersonId, ...]:
    """Teachers and substitutes of that day; else the methodists; else the heads."""
    teachers = await work.guest_people.teachers(organisation.id, group_id, day)
    for role in (Role.METHODIST, Role.HEAD):
        if not teachers:
            members = await work.people.memberships(organisation.id, {role})
            teachers = tuple(member.person_id for member in members)
    return teachers


async def tell_teachers(
    work: Work, organisation: Organisation, visit: Visit, version: int, kind: NoticeKind
) -> None:
    """Tell the teachers what a guest did; whoever did it as a guest of the own group knows it."""
    await work.outbox.cancel(subject_of(visit.id), UNHEARD)
    await work.outbox.put(
        *(
            to_staff(kind, visit, version, person_id)
            for person_id in await teachers_of(work, organisation, visit)
            if person_id != visit.guest_id
        )
    )


async def tell_guest(work: Work, actor: Actor, visit: Visit, version: int, kind: NoticeKind) -> None:
    """Tell the guest what a teacher decided; what they would have heard of an older decision is dropped."""
    await work.outbox.cancel(subject_of(visit.id), (*UNHEARD, NoticeKind.GUEST_ACCEPTED))
    if visit.guest_id is not None and visit.guest_id != actor.person_id:
        await work.outbox.put(to_guest(kind, visit, version, visit.guest_id))


async def tell_given_back(work: Work, organisation: Organisation, visit: Visit) -> None:
    """Tell the teachers that a date is free again, but for those who have not heard yet that it was taken."""
    unheard = await work.outbox.take_back(subject_of(visit.id), (NoticeKind.GUEST_APPLIED,))
    later = (*OF_THE_GUEST, *UNHEARD)
    await work.outbox.cancel(subject_of(visit.id), later)
    now = work.clock.now()
    await work.outbox.put(
        *(
            gave_back(visit, visit.version + 1, person_id, now=now)
            for person_id in await teachers_of(work, organisation, visit)
            if person_id != visit.guest_id and person_id not in unheard
        )
    )


async def tell_families(work: Work, organisation: Organisation, visit: Visit) -> None:
    """«🚶 По дороге домой»: a visit was held just now; who has been told of it before is not told again."""
    hours = await work.outbox.hours(organisation.id)
    due_at = None if hours is None else heard_at(visit, hours, now=work.clock.now())
    if due_at is not None:
        await work.outbox.fan_out(
            way_home(visit, organisation.timezone, due_at), work.guest_likings.to_tell(visit)
        )


async def note_visit(work: Work, by: Actor | None, visit: Visit, action: str, **details: int | str) -> None:
    """The line of the audit log; nobody's when the visit ends with the role or the data of its guest."""
    await work.audit.note(
        action,
        organisation_id=visit.organisation_id,
        by=None if by is None else by.person_id,
        subject=subject_of(visit.id),
        **details,
    )
