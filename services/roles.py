"""How a role ends, whoever ends it."""

from datetime import timedelta

from db.work import Work
from domain.notices import NoticeDraft, NoticeKind, Urgency
from domain.outcomes import Missing
from domain.people import Membership

NOTICE_LIFE = timedelta(days=7)


async def end_role(work: Work, member: Membership, *, told: bool) -> None:
    """End a role of somebody, remove the screens with codes from their chat, and tell them."""
    if not await work.people.end_membership(member.organisation_id, member.id):
        raise Missing
    await work.staff.clear_screens(member.person_id)
    if told:
        now = work.clock.now()
        await work.outbox.put(
            NoticeDraft(
                kind=NoticeKind.ROLE_REMOVED,
                person_id=member.person_id,
                organisation_id=member.organisation_id,
                dedupe_key=f"role-removed:{member.id}",
                due_at=now,
                expires_at=now + NOTICE_LIFE,
                urgency=Urgency.WAITS,
                params={"membership": member.id},
                subject=f"membership:{member.id}",
            )
        )
