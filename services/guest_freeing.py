"""How a date that a guest had becomes free again: given back, refused, or its guest is gone."""

from collections.abc import Awaitable, Callable, Iterable

from db.work import Work
from domain.guest_notices import subject_of
from domain.guests import ACTIVE, GuestDecline, Visit, VisitStatus
from domain.ids import ChildId, GroupId, OrganisationId, PersonId
from domain.notices import NoticeKind
from domain.people import Actor, Organisation, Role
from services.closed_days import free_date
from services.guest_access import openings_of, own_groups
from services.guest_line import end, leave
from services.guest_news import OF_THE_GUEST, UNHEARD, note_visit, tell_given_back, tell_guest


async def give_back(work: Work, organisation: Organisation, visit: Visit) -> bool:
    """Free the date of a visit and tell the teachers; False when somebody changed the visit meanwhile."""
    if not await work.guest_visits.change(visit, VisitStatus.GIVEN_BACK):
        return False
    await _leave_date(work, visit)
    await tell_given_back(work, organisation, visit)
    return True


async def take_back(work: Work, visit: Visit) -> bool:
    """Free the date of a visit that staff entered; whoever takes it back knows it, nobody else has heard of it."""
    if not await work.guest_visits.change(visit, VisitStatus.GIVEN_BACK):
        return False
    await _leave_date(work, visit)
    await work.outbox.cancel(subject_of(visit.id), (*OF_THE_GUEST, *UNHEARD))
    return True


async def decline(work: Work, actor: Actor, visit: Visit, reason: GuestDecline, note: str | None) -> bool:
    """Say no to a guest: free the date and tell them; False when somebody changed the visit meanwhile."""
    if not await call_off(work, actor, visit, reason, note):
        return False
    await tell_guest(work, actor, visit, visit.version + 1, NoticeKind.GUEST_DECLINED)
    return True


async def call_off(work: Work, actor: Actor, visit: Visit, reason: GuestDecline, note: str | None) -> bool:
    """The same without telling: whoever calls it off says it in words of their own."""
    declined = {"decline": reason.value, "decline_note": note}
    if not await work.guest_visits.change(visit, VisitStatus.DECLINED, **declined):
        return False
    await _leave_date(work, visit)
    await work.outbox.cancel(subject_of(visit.id), (*OF_THE_GUEST, *UNHEARD))
    await note_visit(work, actor, visit, "guest-visit.declined", reason=reason.value)
    return True


async def _leave_date(work: Work, visit: Visit) -> None:
    """Nobody comes: the date is free again, and nobody needs the guest's full name at the entrance."""
    await free_date(work, visit)
    await work.guest_entrance.drop(visit)


async def close_dates(work: Work, actor: Actor, organisation_id: OrganisationId, group_id: GroupId) -> None:
    """A group goes into the archive: its free dates are closed; who was to come, or waited, hears of it."""
    for waiter in await work.guest_queue.of_group(organisation_id, group_id):
        await end(work, actor, waiter, archived=True)
    await work.guest_openings.withdraw_ahead(organisation_id, group_id)  # whoever is taking one is waited for
    for visit in await work.guest_visits.ahead_in(organisation_id, group_id):
        await _end(work, visit, lambda now: decline(work, actor, now, GuestDecline.GROUP_CLOSED, None))
    await work.guest_openings.withdraw_ahead(organisation_id, group_id)


async def leave_visits(work: Work, person_id: PersonId, organisation_id: OrganisationId) -> None:
    """A role of a guest has ended: dates that they may not take any more are free again, the teachers hear of it.

    Who is no guest of the organisation at all any more leaves nothing in the visits that were.
    """
    organisation = await work.organisations.find(organisation_id)
    person = await work.people.find_person(person_id)
    if organisation is None or person is None:
        return
    invited = await openings_of(work, person, organisation_id)
    groups = own_groups(person, organisation_id) | set(invited.values())
    for waiter in await work.guest_queue.of_guest([organisation_id], person_id):
        if waiter.group_id not in groups:
            await leave(work, None, waiter, "guest-queue.left")
    for visit in await work.guest_visits.ahead_of(organisation_id, person_id):
        if visit.group_id not in groups:
            await _free(work, organisation, visit)
    if not any(
        held.organisation_id == organisation_id and held.role in (Role.PARENT, Role.PARTNER)
        for held in person.memberships
    ):
        await work.guest_visits.detach(organisation_id, person_id)
        await work.guest_letters.detach(organisation_id, person_id)
        await work.guest_messages.forget(organisation_id, person_id)
        await work.guest_entrance.forget(organisation_id, person_id)
        await work.guest_likings.forget_person(organisation_id, person_id)


async def end_waits(work: Work, by: Actor, person_id: PersonId, organisation_id: OrganisationId) -> None:
    """A child has gone to another group: its adults do not wait for dates of the old one any more, and hear of it.

    What was kept for them is offered to who is next at once.
    """
    person = await work.people.find_person(person_id)
    if person is None:
        return
    invited = await openings_of(work, person, organisation_id)
    groups = own_groups(person, organisation_id) | set(invited.values())
    for waiter in await work.guest_queue.of_guest([organisation_id], person_id):
        if waiter.group_id not in groups:
            await end(work, by, waiter, archived=False)


async def free_everywhere(work: Work, person_id: PersonId) -> None:
    """A person is being erased: their dates are free again wherever they were a guest, the teachers hear of it."""
    person = await work.people.find_person(person_id)
    held = () if person is None else person.memberships
    here = {membership.organisation_id: membership.organisation for membership in held}
    for waiter in await work.guest_queue.of_guest(sorted(here), person_id):
        await leave(work, None, waiter, "guest-queue.left")
    for organisation in here.values():
        for visit in await work.guest_visits.ahead_of(organisation.id, person_id):
            await _free(work, organisation, visit)
        children = await work.erasures.children_of(person_id, organisation.id)
        await free_families(work, organisation.id, children, but=person_id)


async def free_families(
    work: Work, organisation_id: OrganisationId, child_ids: Iterable[ChildId], *, but: PersonId | None = None
) -> None:
    """What staff entered for families goes with their last adult, or with the child: dates ahead are free again.

    `but` is an adult who is going and still counts as one.
    """
    organisation = await work.organisations.find(organisation_id)
    alone = await work.erasures.without_adults(child_ids, but=but)
    if organisation is None:
        return
    for visit in await work.guest_visits.ahead_of_families(organisation_id, alone):
        await _free(work, organisation, visit)


async def _free(work: Work, organisation: Organisation, visit: Visit) -> None:
    if await _end(work, visit, lambda now: give_back(work, organisation, now)):
        await note_visit(work, None, visit, "guest-visit.given-back")


async def _end(work: Work, visit: Visit, act: Callable[[Visit], Awaitable[bool]]) -> bool:
    """End a visit for good: whoever changes it at this moment is waited for, and it ends as it stands then.

    False when they have ended it themselves.
    """
    now: Visit | None = visit
    while now is not None and now.status in ACTIVE:
        if await act(now):
            return True
        now = await work.guest_visits.find(visit.organisation_id, visit.id)
    return False
