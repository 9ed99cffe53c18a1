"""What an adult is called: said once in an organisation, it is known for every role there (rule 9)."""

from db.work import Work
from domain.ids import MembershipId, PersonId
from domain.people import Organisation


async def known_name(work: Work, organisation: Organisation, person_id: PersonId) -> str | None:
    """The name that the person has in some role of the organisation; None with names off."""
    person = await work.people.find_person(person_id) if organisation.personal_data else None
    held = () if person is None else person.memberships
    return next((m.name for m in held if m.organisation_id == organisation.id and m.name is not None), None)


async def keep_name(
    work: Work,
    organisation: Organisation,
    person_id: PersonId,
    membership_id: MembershipId,
    said: str | None = None,
) -> None:
    """Give a new role the name that was `said` for it, or that the person has here already."""
    name = said if said is not None and organisation.personal_data else None
    name = name or await known_name(work, organisation, person_id)
    if name is not None:
        await work.people.set_name(organisation.id, membership_id, name)
