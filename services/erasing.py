"""How a person, or a part of what rests on a consent, is erased: used by the person and by the retention job."""

from db.work import Work
from domain.ids import OrganisationId, PersonId
from domain.joining import nobody_left_to_lead
from domain.outcomes import Reason, Refused
from domain.people import STAFF, Actor, Membership, Role
from domain.privacy import Erasure, Purpose, purpose_of
from domain.retention import ENTRANCE_WITHDRAWN, ERASED, LEFT
from services.consents import person_hash
from services.guest_freeing import free_everywhere, free_families, leave_visits
from services.guest_handover import hand_over, unheard_of
from services.roles import close_links, close_passed
from services.seat_freeing import follow_families, hold_seats, leave_seats, leave_seats_everywhere
from services.teaching_news import tell_heads


async def refuse_last_head(work: Work, person_id: PersonId, leaving: list[Membership]) -> Refused | None:
    """The last head of an organisation names a successor first; two heads who leave at once take turns."""
    for membership in leaving:
        if membership.role is not Role.HEAD:
            continue
        await work.organisations.lock(membership.organisation_id)
        heads = await work.people.memberships(membership.organisation_id, (Role.HEAD,))
        if nobody_left_to_lead({head.person_id for head in heads}, person_id):
            return Refused(Reason.LAST_HEAD)
    return None


async def erase_person(
    work: Work, person_id: PersonId, erased_before: Erasure | None = None, *, asked: bool = True
) -> Erasure | None:
    """Erase everything about a person, with the line of the journal; None for nobody.

    `erased_before` is the line that is carried out again after a restore: it keeps its moment, and it is
    carried out only if the number is still that account's. `asked` is false when a term has ended.
    """
    await hold_seats(work, person_id)
    known_at = None if erased_before is None else erased_before.at
    account = await work.erasures.account_of(person_id, known_at=known_at)
    if account is None:
        return None
    hashed = person_hash(await work.installation.person_hash_key(), *account)
    if erased_before is not None and erased_before.person_hash != hashed:
        return None
    consents = await work.consents.of_person(person_id)
    await work.staff.clear_mentions([person_id])
    await free_everywhere(work, person_id)
    await leave_seats_everywhere(work, person_id)
    person = await work.people.find_person(person_id)
    unheard = await unheard_of(work, person_id)
    await work.erasures.erase(person_id)
    held = () if person is None else person.memberships
    await hand_over(work, held, unheard)
    for member in held:
        if member.role in STAFF:
            await close_links(work, member.organisation, person_id)
    await close_passed(work, held)
    await tell_heads(work, held)
    line = erased_before or Erasure(work.clock.now(), person_id, hashed)
    await work.erasures.note(line)
    by = person_id if asked else None
    concerned: list[OrganisationId | None] = [*sorted({consent.organisation_id for consent in consents})]
    for organisation_id in concerned or [None]:
        await work.audit.note(ERASED, organisation_id=organisation_id, by=by, subject=f"person:{person_id}")
    return line


async def end_roles(
    work: Work,
    actor: Actor,
    organisation_id: OrganisationId,
    purpose: Purpose | None,
    erased_before: Erasure | None = None,
) -> Erasure | None:
    """End what rests on one consent in an organisation, or on all of them; keep nothing personal of it."""
    if purpose is Purpose.ENTRANCE:
        return await _forget_entrance_name(work, actor, organisation_id, erased_before)
    await hold_seats(work, actor.person_id)
    hashed = await _hash_of(work, actor, erased_before)
    if hashed is None:
        return None
    purposes = tuple(Purpose) if purpose is None else (purpose,)
    ending = roles_in(actor, organisation_id, purpose)
    children = await work.erasures.children_of(actor.person_id, organisation_id)
    if Purpose.PARENT in purposes:
        await leave_seats(work, actor.person_id, organisation_id)
    unheard = await unheard_of(work, actor.person_id)
    for membership in ending:
        await work.people.end_membership(organisation_id, membership.id)
    await hand_over(work, ending, unheard)
    await follow_families(work, organisation_id, people=[actor.person_id])
    if Purpose.STAFF not in purposes or len(purposes) > 1:
        await leave_visits(work, actor.person_id, organisation_id)
    if Purpose.PARENT in purposes:
        await work.erasures.forget_answers(organisation_id, actor.person_id)
        await work.requests.drop_of(organisation_id, actor.person_id)
        await work.child_consents.end_of(organisation_id, actor.person_id)
        await free_families(work, organisation_id, children)
        await work.erasures.forget_families(children)
    if Purpose.STAFF in purposes:
        await work.lesson_sheets.forget(organisation_id, actor.person_id)
    if len(ending) == len(roles_in(actor, organisation_id, None)):
        await work.erasures.silence(organisation_id, actor.person_id)
    await work.erasures.forget_titles(organisation_id, actor.person_id)
    await work.staff.clear_mentions([actor.person_id])
    if any(membership.role is not Role.PARENT for membership in ending):
        await work.staff.clear_screens(actor.person_id)
    for membership in ending:
        if membership.role in STAFF:
            await close_links(work, membership.organisation, actor.person_id)
    await close_passed(work, ending)
    await tell_heads(work, ending)
    await work.consents.withdraw(organisation_id, actor.person_id, purposes)
    line = erased_before or Erasure(
        work.clock.now(), actor.person_id, hashed, organisation_id=organisation_id, purpose=purpose
    )
    await work.erasures.note(line)
    await work.audit.note(
        LEFT,
        organisation_id=organisation_id,
        by=actor.person_id,
        subject=f"person:{actor.person_id}",
        purpose=None if purpose is None else purpose.value,
    )
    return line


async def _hash_of(work: Work, actor: Actor, erased_before: Erasure | None) -> str | None:
    """What stands for the person's account in the journal; None when it is gone, or is another one by now."""
    account = await work.erasures.account_of(actor.person_id)
    if account is None:
        return None
    hashed = person_hash(await work.installation.person_hash_key(), *account)
    return hashed if erased_before is None or erased_before.person_hash == hashed else None


async def _forget_entrance_name(
    work: Work, actor: Actor, organisation_id: OrganisationId, erased_before: Erasure | None
) -> Erasure | None:
    """The full name goes from the entrance lists to come; the visits and every role stay."""
    hashed = await _hash_of(work, actor, erased_before)
    if hashed is None:
        return None
    await work.guest_entrance.forget(organisation_id, actor.person_id)
    await work.consents.withdraw(organisation_id, actor.person_id, [Purpose.ENTRANCE])
    line = erased_before or Erasure(
        work.clock.now(), actor.person_id, hashed, organisation_id=organisation_id, purpose=Purpose.ENTRANCE
    )
    await work.erasures.note(line)
    await work.audit.note(
        ENTRANCE_WITHDRAWN,
        organisation_id=organisation_id,
        by=actor.person_id,
        subject=f"person:{actor.person_id}",
    )
    return line


async def take_child_consent_back(work: Work, line: Erasure) -> Erasure | None:
    """Take back again what a restored backup knows as agreed for a child; None when nothing of it is there.

    The child's number, not the account, is what the line is about: it is done also for somebody erased since.
    """
    if line.organisation_id is None or line.child_id is None:
        return None
    ended = await work.child_consents.withdraw(
        line.organisation_id, line.child_id, by=line.person_id, given_before=line.at
    )
    if not ended:
        return None
    await work.erasures.forget_quizzes([line.child_id])
    await work.erasures.note(line)
    return line


def roles_in(actor: Actor, organisation_id: OrganisationId, purpose: Purpose | None) -> list[Membership]:
    """The roles in an organisation that rest on a consent; all of them for None."""
    return [
        held
        for held in actor.memberships
        if held.organisation_id == organisation_id and (purpose is None or purpose_of(held.role) is purpose)
    ]
