"""Whom dates for guests are offered to: the whole group, or families by name; and the partners that were ticked."""

from db.audience import Audience
from db.work import Reading
from domain.guests import Opening, OpeningDraft
from domain.ids import OrganisationId
from domain.outcomes import Reason, Refused
from domain.people import Actor


async def refuse_families(
    reading: Reading, organisation_id: OrganisationId, draft: OpeningDraft
) -> Refused | None:
    """Families that are named are of the group, as it is now; a group without children has partners to invite."""
    here = await reading.children.in_group(organisation_id, draft.group_id)
    if not draft.children <= {child.id for child in here}:
        return Refused(Reason.FAMILIES_ELSEWHERE)
    if not here and not draft.partner_ids:
        return Refused(Reason.NO_RECIPIENTS)
    return None


def families_of(reading: Reading, organisation_id: OrganisationId, draft: OpeningDraft) -> Audience:
    """The adults who are invited as a family."""
    if draft.children:
        return reading.guest_invitees.adults_of(organisation_id, draft.children)
    return reading.event_audiences.parents_of(organisation_id, [draft.group_id])


async def count_families(
    reading: Reading, organisation_id: OrganisationId, draft: OpeningDraft
) -> tuple[int, int, int]:
    """Families that are invited; of them those with an adult in the bot, and with one who has not blocked it."""
    if draft.children:
        return await reading.guest_invitees.counts(organisation_id, draft.children)
    return await reading.event_reads.count_families(organisation_id, [draft.group_id])


async def is_named(reading: Reading, actor: Actor, opening: Opening) -> bool:
    """Whether the invitation went to the person's own family by name."""
    named = await reading.guest_invitees.named(opening.organisation_id, opening.id)
    return any(
        child.child_id in named
        for membership in actor.memberships
        if membership.organisation_id == opening.organisation_id
        for child in membership.children
    )
