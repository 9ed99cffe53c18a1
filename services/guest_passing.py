"""«🤝 Передать коллеге»: a partner passes an invitation on by a link, once; staff see that it was, not to whom."""

from collections.abc import Collection

from db.work import Database, Reading
from domain.access import Permission
from domain.clock import Clock
from domain.guest_notices import subject_of_opening
from domain.guest_passing import PassedOn, Passing, open_until
from domain.guests import Opening, Slot
from domain.ids import OpeningId, OrganisationId
from domain.links import LinkDraft, LinkKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Membership, Organisation, Role
from services.access import organisation_of
from services.guest_access import group_label, organisations_of


class GuestPassing:
    """What a partner does who knows somebody else for the same dates."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def look(self, actor: Actor, opening_id: OpeningId) -> Passing | Refused:
        """What passing on means, before it is done."""
        async with self._db.read() as reading:
            return await _passing(reading, *await _access(reading, actor, opening_id))

    async def pass_on(
        self, actor: Actor, opening_id: OpeningId, *, again: bool = False
    ) -> PassedOn | Refused:
        """Make the link: of two taps one gets it. The partner stays invited.

        `again`: in place of one that was lost; that one opens nothing any more, unless somebody has used it by now.
        Nothing of the partner stands in the link: whoever comes by it gets what the partner is by then.
        """
        async with self._db.work() as work:
            opening, partner, organisation = await _access(work, actor, opening_id)
            passing = await _passing(work, opening, partner, organisation)
            if isinstance(passing, Refused):
                return passing
            if again:
                made = await work.links.revoke_passed_on(organisation.id, actor.person_id, opening.id) > 0
            else:
                made = await work.guest_passing.pass_on(organisation.id, opening.id, partner.id)
            if not made:
                return Refused(Reason.PASSED_ALREADY)
            _, token = await work.links.create(
                LinkDraft(
                    organisation_id=organisation.id,
                    kind=LinkKind.INVITED,
                    created_by=actor.person_id,
                    expires_at=passing.until,
                    role=Role.PARTNER,
                    group_id=opening.group_id,
                    opening_id=opening.id,
                )
            )
            await work.audit.note(
                "guest-dates.passed-on-again" if again else "guest-dates.passed-on",
                organisation_id=organisation.id,
                by=actor.person_id,
                subject=subject_of_opening(opening.id),
            )
        return PassedOn(passing, token)


async def passable(
    reading: Reading, actor: Actor, organisation_id: OrganisationId, slots: Collection[Slot]
) -> OpeningId | None:
    """The opening of the first of these dates that the person may pass on; None for who is no partner."""
    return first_of(await passables(reading, actor, organisation_id) if slots else (), slots)


async def passables(reading: Reading, actor: Actor, organisation_id: OrganisationId) -> frozenset[OpeningId]:
    """Every opening that the person may pass on; none for who is no partner."""
    partner = partnership_of(actor, organisation_id)
    if partner is None:
        return frozenset()
    lost = await reading.links.unspent_openings(organisation_id, actor.person_id)
    return lost | await reading.guest_passing.open(organisation_id, partner.id)


def first_of(openings: Collection[OpeningId], slots: Collection[Slot]) -> OpeningId | None:
    """Which of these openings the first of the dates belongs to."""
    return next((slot.opening_id for slot in slots if slot.opening_id in openings), None)


def partnership_of(actor: Actor, organisation_id: OrganisationId) -> Membership | None:
    """The person's role as a partner of the organisation."""
    here = (held for held in actor.memberships if held.organisation_id == organisation_id)
    return next((held for held in here if held.role is Role.PARTNER), None)


async def _access(
    reading: Reading, actor: Actor, opening_id: OpeningId
) -> tuple[Opening, Membership, Organisation]:
    """An opening for a partner who was invited to it."""
    for organisation_id in organisations_of(actor):
        opening = await reading.guest_openings.find(organisation_id, opening_id)
        if opening is None:
            continue
        partner = partnership_of(actor, organisation_id)
        if partner is None or opening.id not in await reading.guest_openings.invited(
            organisation_id, partner.id
        ):
            raise Forbidden(f"{Permission.BE_GUEST} by opening {opening_id}, in person")
        return opening, partner, organisation_of(actor, organisation_id)
    raise Missing


async def _passing(
    reading: Reading, opening: Opening, partner: Membership, organisation: Organisation
) -> Passing | Refused:
    again = opening.id not in await reading.guest_passing.open(organisation.id, partner.id)
    if again and opening.id not in await reading.links.unspent_openings(organisation.id, partner.person_id):
        return Refused(Reason.PASSED_ALREADY)
    slots = await reading.guest_reads.slots_of(organisation.id, opening.id)
    until = open_until(slots, now=reading.clock.now())
    if isinstance(until, Refused):
        return until
    label = await group_label(reading, organisation.id, opening.group_id)
    return Passing(opening.id, organisation, label, until, again)
