"""Who may look at an announcement, work on it, or make one for some people."""

from db.work import Reading
from domain.access import Permission, reach
from domain.announcements import UNSAID, Announcement, AnnouncementDraft, may_be_said
from domain.ids import AnnouncementId, OrganisationId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Organisation
from services.access import organisation_of, today_in
from services.addressing import may_address, reaches


async def access_announcement(
    reading: Reading, actor: Actor, announcement_id: AnnouncementId, permission: Permission
) -> tuple[Announcement, Organisation]:
    """An announcement and its organisation.

    To look at one that is out, one of its groups must be reached; to work on it (`POST_EVENTS`), and to see one
    that is kept, whoever it is for.
    """
    for organisation_id in sorted({membership.organisation_id for membership in actor.memberships}):
        found = await reading.announcements.find(organisation_id, announcement_id)
        if found is None:
            continue
        asked = Permission.POST_EVENTS if found.status in UNSAID else permission
        today = today_in(actor, organisation_id, reading.clock)
        reached = reach(actor, asked, organisation_id, today)
        if not reaches(found.group_ids, found.invitees, reached, asked):
            raise Forbidden(f"{asked} of announcement {announcement_id}")
        return found, organisation_of(actor, organisation_id)
    raise Missing


async def access_words(
    reading: Reading, actor: Actor, organisation_id: OrganisationId, draft: AnnouncementDraft
) -> Refused | None:
    """What is wrong with saying this to these people; None when this person may. Raises as `may_address` does."""
    refused = await may_address(reading, actor, organisation_id, draft.group_ids, draft.invitees)
    if refused is not None:
        nobody = refused.reason is Reason.NOBODY_INVITED
        return Refused(Reason.NOBODY_ADDRESSED) if nobody else refused
    return may_be_said(draft.text, draft.picture)


def may_announce(actor: Actor, reading: Reading, announcement: Announcement) -> bool:
    """Whether the person may work on this very announcement."""
    here = announcement.organisation_id
    try:
        reached = reach(actor, Permission.POST_EVENTS, here, today_in(actor, here, reading.clock))
    except Forbidden:
        return False
    return reaches(announcement.group_ids, announcement.invitees, reached, Permission.POST_EVENTS)
