"""Whoever comes by a colleague's link: a partner like the colleague, invited to the same dates."""

from dataclasses import replace

from db.work import Reading, Work
from domain.guest_notices import subject_of_opening
from domain.guest_passing import open_until
from domain.ids import MembershipId, PersonId
from domain.links import Link
from domain.outcomes import Reason, Refused
from domain.people import STAFF, Actor, Membership, Organisation, Role
from services.guest_access import own_groups
from services.guest_news import answering
from services.guest_passing import partnership_of


async def passed_to(reading: Reading, actor: Actor | None, link: Link) -> Link | Membership | Refused:
    """The link with what its giver is by now; the own role for who may take these dates already.

    Refused once none of the dates stands any more.
    """
    if actor is not None and actor.person_id == link.created_by:
        return Refused(Reason.PASSED_OWN)
    giver = None if link.created_by is None else await reading.people.find_person(link.created_by)
    holder = None if giver is None else partnership_of(giver, link.organisation_id)
    if holder is None or link.opening_id is None:
        return Refused(Reason.PASSED_REVOKED)
    slots = await reading.guest_reads.slots_of(link.organisation_id, link.opening_id)
    if isinstance(open_until(slots, now=reading.clock.now()), Refused):
        return Refused(Reason.PASSED_EXPIRED)  # its dates were closed: nobody agrees for nothing
    family = None if actor is None else _family_of(actor, link)
    if family is not None:
        return family
    own = None if actor is None else partnership_of(actor, link.organisation_id)
    if own is not None and link.opening_id in await reading.guest_openings.invited(
        link.organisation_id, own.id
    ):
        return own
    terms = await reading.organisation_reads.partner_terms(link.organisation_id)
    return replace(link, title=holder.title, partner_kind=terms[holder.id].kind)


def _family_of(actor: Actor, link: Link) -> Membership | None:
    """The role of a parent whose child is in the group: its dates are open to them anyway."""
    if link.group_id not in own_groups(actor, link.organisation_id):
        return None
    here = (held for held in actor.memberships if held.organisation_id == link.organisation_id)
    return next((held for held in here if held.role is Role.PARENT), None)


async def is_partner(work: Work, link: Link, person_id: PersonId) -> bool:
    """Whether the person is a partner already: a colleague's link changes neither what they are nor their term."""
    person = await work.people.find_person(person_id)
    return person is not None and partnership_of(person, link.organisation_id) is not None


async def invite_colleague(work: Work, link: Link, membership_id: MembershipId, person_id: PersonId) -> None:
    """They are invited to the dates from now on, in the joining's own commit."""
    assert link.opening_id is not None, "refused by passed_to"
    await work.guest_passing.invite(link.organisation_id, link.opening_id, membership_id)
    await work.audit.note(
        "guest-dates.colleague-came",
        organisation_id=link.organisation_id,
        by=person_id,
        subject=subject_of_opening(link.opening_id),
    )


async def opened_by(work: Work, organisation: Organisation, link: Link) -> PersonId | None:
    """Who opened the dates and hears of a new partner; once they are gone, somebody who answers for the group."""
    assert link.opening_id is not None, "refused by passed_to"
    opening = await work.guest_openings.find(link.organisation_id, link.opening_id)
    author = None if opening is None else await work.people.find_person(opening.author_id)
    if author is None or not any(
        held.organisation_id == link.organisation_id and held.role in STAFF for held in author.memberships
    ):
        day = work.clock.today(organisation.timezone)
        return (
            next(iter(await answering(work, organisation, opening.group_id, day)), None) if opening else None
        )
    return author.person_id
