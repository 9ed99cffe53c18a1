"""How a role ends, whoever ends it."""

from db.work import Work
from domain.notices import NoticeDraft, NoticeKind
from domain.outcomes import Missing
from domain.people import Membership


async def end_role(work: Work, member: Membership, *, told: bool) -> None:
    """End a role of somebody, remove the screens with codes from their chat, and tell them."""
    if not await work.people.end_membership(member.organisation_id, member.id):
        raise Missing
    await work.staff.clear_screens(member.person_id)
    if told:
        await work.outbox.put(
            NoticeDraft(
                kind=NoticeKind.ROLE_REMOVED,
                person_id=member.person_id,
                organisation_id=member.organisation_id,
                dedupe_key=f"role-removed:{member.id}",
                params={"membership": member.id},
                subject=f"membership:{member.id}",
            )
        )
