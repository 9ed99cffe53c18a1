"""How seats become free when people go: before what is stored of them is erased, so that it can be counted."""

from collections.abc import Collection, Iterable

from db.work import Work
from domain.ids import ChildId, OrganisationId, PersonId
from services.seating import reseat


async def leave_seats(work: Work, person_id: PersonId, organisation_id: OrganisationId) -> None:
    """A person leaves an organisation, or has no role of a parent there any more: their parties shrink or end.

    A family that has no other adult goes with its last one, and so does what staff entered for it.
    """
    children = await work.erasures.children_of(person_id, organisation_id)
    left = await work.erasures.without_adults(children, but=person_id)
    await reseat(work, organisation_id, children=children, gone=[person_id], left=left)


async def leave_seats_everywhere(work: Work, person_id: PersonId) -> None:
    """A person is being erased: the same wherever they have a role."""
    person = await work.people.find_person(person_id)
    held = () if person is None else person.memberships
    for organisation_id in sorted({membership.organisation_id for membership in held}):
        await leave_seats(work, person_id, organisation_id)


async def leave_with_child(work: Work, organisation_id: OrganisationId, child_id: ChildId) -> None:
    """A child leaves: its family keeps the seats of its other children, if any."""
    await reseat(work, organisation_id, left=[child_id])


async def hold_seats(work: Work, person_id: PersonId) -> None:
    """Hold the events where the person has a seat, before anything else is held that an answer needs as well."""
    person = await work.people.find_person(person_id)
    held = () if person is None else person.memberships
    for organisation_id in sorted({membership.organisation_id for membership in held}):
        children = await work.erasures.children_of(person_id, organisation_id)
        for event_id in await work.seats.events_with(organisation_id, children, [person_id]):
            await work.seats.hold(organisation_id, event_id)


async def follow_families(
    work: Work,
    organisation_id: OrganisationId,
    *,
    people: Collection[PersonId] = (),
    children: Iterable[ChildId] = (),
) -> None:
    """Children have moved or gone, adults have come to them or left them, or somebody has lost what invited them.

    The tables say so already. Who is invited no more leaves the seat or the queue.
    """
    await reseat(work, organisation_id, people=people, children=list(children))
