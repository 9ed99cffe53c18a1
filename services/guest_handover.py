"""A teacher leaves a group: what guests wait for, and what the teacher has not heard yet, goes to who answers now."""

from collections.abc import Iterable

from db.work import Work
from domain.guest_notices import subject_of, to_staff
from domain.guests import VisitStatus
from domain.ids import GroupId, OrganisationId, PersonId, VisitId
from domain.notices import NoticeDraft, NoticeKind
from domain.people import STAFF, Membership
from services.guest_news import teachers_of

OPEN = {
    VisitStatus.APPLIED: NoticeKind.GUEST_APPLIED,
    VisitStatus.DETAILED: NoticeKind.GUEST_DETAILED,
}
"""Visits about which a teacher is asked something, and by which notice."""


async def unheard_of(work: Work, person_id: PersonId) -> tuple[NoticeDraft, ...]:
    """What somebody would have been told of visits as a teacher: to be asked before their notices are dropped."""
    return await work.guest_people.unsent_to(person_id)


async def hand_over(
    work: Work,
    leaving: Iterable[Membership],
    unheard: Iterable[NoticeDraft],
    group_id: GroupId | None = None,
) -> None:
    """Somebody answers for these groups no longer: tell whoever does now, each of the same only once.

    Applications that nobody has answered are told to every one of them who has not heard of it; `group_id` when the
    role stays and one group is taken.
    """
    waiting = tuple(unheard)
    for member in (one for one in leaving if one.role in STAFF):
        await _pass_on(work, member, waiting, group_id)
        groups = {days.group_id for days in member.teaches} if group_id is None else {group_id}
        for group in sorted(groups):
            await _open_visits(work, member.organisation_id, group)


async def _open_visits(work: Work, organisation_id: OrganisationId, group_id: GroupId) -> None:
    organisation = await work.organisations.find(organisation_id)
    if organisation is None:
        return
    for visit in await work.guest_visits.ahead_in(organisation_id, group_id):
        kind = OPEN.get(visit.status)
        if kind is None:
            continue
        await work.outbox.put(
            *(
                to_staff(kind, visit, visit.version, person_id)
                for person_id in await teachers_of(work, organisation, visit)
                if person_id != visit.guest_id
            )
        )


async def _pass_on(
    work: Work, member: Membership, unheard: Iterable[NoticeDraft], group_id: GroupId | None
) -> None:
    """The same fact to whoever answers now: the key names the fact first and the person last."""
    organisation = member.organisation
    for draft in unheard:
        if draft.organisation_id != member.organisation_id:
            continue
        visit = await work.guest_visits.find(member.organisation_id, VisitId(int(draft.params["visit"])))
        if visit is None or visit.guest_id == member.person_id:
            continue
        if group_id is not None and visit.group_id != group_id:
            continue
        fact = draft.dedupe_key.removesuffix(f":{member.person_id}")
        await work.outbox.put(
            *(
                NoticeDraft(
                    draft.kind,
                    person_id,
                    draft.organisation_id,
                    f"{fact}:{person_id}",
                    due_at=draft.due_at,
                    expires_at=draft.expires_at,
                    urgency=draft.urgency,
                    params=draft.params,
                    subject=subject_of(visit.id),
                )
                for person_id in await teachers_of(work, organisation, visit)
                if person_id not in (visit.guest_id, member.person_id)
            )
        )
