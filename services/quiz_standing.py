"""Whether a child may take part for this person: consents, and what a representative has stopped (rule 3)."""

from db.work import Reading
from domain.attempts import Attempt, AttemptStatus
from domain.child_consents import Standing, standing
from domain.ids import ChildId, OrganisationId, PersonId
from domain.outcomes import Reason, Refused


async def consent_missing(
    reading: Reading,
    version: int,
    organisation_id: OrganisationId,
    child_id: ChildId,
    *,
    asks: PersonId | None,
) -> Refused | None:
    """Why the child may not take part, if nobody agreed or somebody took it back; None when consent stands.

    `asks` is None for staff: to them it only matters whether there is a consent.
    """
    consents = (await reading.child_consents.of_children(organisation_id, [child_id])).get(child_id, [])
    taken_back = any(one.withdrawn_by is not None for one in consents)
    representatives = (
        await reading.child_consents.representatives(organisation_id, child_id)
        if taken_back and asks is not None
        else frozenset[PersonId]()
    )
    match standing(consents, version, asks=asks, representatives=representatives):
        case Standing.STANDS:
            return None
        case Standing.SUSPENDED:
            return Refused(Reason.ATTEMPT_STOPPED)
        case Standing.NEEDED:
            return Refused(Reason.CONSENT_NEEDED)


async def is_stopped_for(reading: Reading, attempt: Attempt, person_id: PersonId) -> bool:
    """Whether another representative, who still is one, has stopped the child's quiz."""
    if attempt.status is not AttemptStatus.STOPPED or attempt.stopped_by == person_id:
        return False
    others = await reading.child_consents.representatives(attempt.organisation_id, attempt.child_id)
    return attempt.stopped_by in others
