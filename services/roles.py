"""How a role ends, whoever ends it."""

from collections.abc import Iterable

from db.work import Work
from domain.access import Permission, grant
from domain.ids import PersonId
from domain.links import LinkKind
from domain.notices import NoticeDraft, NoticeKind
from domain.outcomes import Missing
from domain.people import STAFF, Membership, Organisation, Role
from domain.privacy import purpose_of
from domain.retention import ROLE_OVER
from services.guest_freeing import leave_visits
from services.guest_handover import hand_over, unheard_of
from services.seat_freeing import follow_families


async def end_role(work: Work, member: Membership, *, by: PersonId | None, told: bool) -> None:
    """End a role of somebody, with what rested on it, and tell them.

    Screens with codes go from their chat, and messages with their name from other people's. The consent is
    withdrawn with the last role that rested on it: what it was given for has been achieved. Links that they issued
    and nobody has opened open nothing any more, or they could come back by their own. `by` is who ended it, None
    for a term; the act of the month has a line of it.
    """
    if not await work.people.end_membership(member.organisation_id, member.id):
        raise Missing
    await hand_over(work, [member], await unheard_of(work, member.person_id))
    await work.staff.clear_screens(member.person_id)
    await work.staff.clear_mentions([member.person_id])
    await work.erasures.forget_titles(member.organisation_id, member.person_id)
    if member.role not in STAFF:
        await leave_visits(work, member.person_id, member.organisation_id)
    await _end_purpose(work, member)
    await follow_families(work, member.organisation_id, people=[member.person_id])
    if member.role in STAFF:
        await close_links(work, member.organisation, member.person_id)
    await close_passed(work, [member])
    await work.audit.note(
        ROLE_OVER, organisation_id=member.organisation_id, by=by, subject=f"person:{member.person_id}"
    )
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


async def _end_purpose(work: Work, member: Membership) -> None:
    here, purpose = member.organisation_id, purpose_of(member.role)
    if member.role is Role.PARENT:
        await work.erasures.forget_answers(here, member.person_id)
        waiting = await work.requests.own_pending(member.person_id)
        if any(request.organisation_id == here for request in waiting):
            return
    person = await work.people.find_person(member.person_id)
    held = () if person is None else person.memberships
    if not any(other.organisation_id == here and other.role in purpose.roles for other in held):
        await work.consents.withdraw(here, member.person_id, [purpose])


async def close_links(work: Work, here: Organisation, person_id: PersonId) -> None:
    """Invitations that somebody issued and nobody has opened are void once the person may not issue such any more.

    A head who leaves, or is erased, would otherwise leave doors open behind them.
    """
    person = await work.people.find_person(person_id)
    today = work.clock.today(here.timezone)
    for kind, inviting in (
        (LinkKind.STAFF, Permission.INVITE_STAFF),
        (LinkKind.PARTNER, Permission.INVITE_PARTNERS),
    ):
        if person is None or grant(person, inviting, here.id, today=today) is None:
            await work.links.revoke_issued_by(here.id, person_id, kind)


async def close_passed(work: Work, leaving: Iterable[Membership]) -> None:
    """An invitation that a partner has passed on, and nobody has taken, ends with the partner."""
    for member in leaving:
        if member.role is Role.PARTNER:
            await work.links.revoke_issued_by(member.organisation_id, member.person_id, LinkKind.INVITED)
