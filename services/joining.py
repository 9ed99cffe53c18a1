"""Joining: what a link offers is looked at, agreed to, and only then stored, in one transaction."""

from collections.abc import Iterable
from dataclasses import replace

from db.work import Database, Reading, Work
from domain.clock import Clock
from domain.ids import MembershipId, OrganisationId, PersonId
from domain.joining import AlreadyIn, Invitation, Joined, Waiting, held_by, may_join, role_of
from domain.links import ADULTS_OF_A_CHILD, Link, LinkKind, Start, may_use
from domain.notices import Notice, NoticeDraft, NoticeKind
from domain.organisation import TEACHERS_OF_A_GROUP
from domain.outcomes import Reason, Refused
from domain.people import Actor, Child, Group, Kinship, Membership, Role, Visitor
from domain.privacy import partner_term, purpose_of
from services.consents import Consents, give_consent
from services.event_newcomers import invite_newcomers
from services.guest_colleagues import invite_colleague, is_partner, opened_by, passed_to
from services.guest_newcomers import invite_to_be_guests
from services.naming import keep_name, known_name
from services.requests import tell_staff
from services.seat_freeing import follow_families


class Joining:
    """What a newcomer does with a link."""

    def __init__(self, database: Database, clock: Clock, consents: Consents) -> None:
        self._db = database
        self._clock = clock
        self._consents = consents

    async def look(
        self, actor: Actor | None, start: Start, locale: str
    ) -> Invitation | AlreadyIn | Waiting | Refused:
        """Somebody opens a link. Nothing is written: the token travels on in the buttons."""
        async with self._db.read() as reading:
            return await self._opened(reading, actor, start, locale)

    async def accept(
        self, visitor: Visitor, actor: Actor | None, start: Start, version: int, locale: str
    ) -> Joined | Invitation | AlreadyIn | Waiting | Refused:
        """Somebody of the staff or a partner agrees: person, consent and role are stored, the link is spent.

        The link is spent by one conditional UPDATE in the same transaction: of two people on one link one
        gets in, and the other is told that it has been used.
        """
        async with self._db.work() as work:
            await work.links.take_turns(start.kind, start.token)
            opened = await self._opened(work, actor, start, locale)
            if not isinstance(opened, Invitation) or not start.kind.personal:
                return opened
            if opened.consent.version != version:
                return opened
            link = await work.links.find_by_token(start.kind, start.token)
            assert link is not None, "looked at in this transaction"
            person_id = await work.people.create_person(visitor, locale)
            spent = await work.links.spend(link.organisation_id, link.id, person_id)
            assert spent, "it was open, and people on one link take turns"
            await self._agree(work, visitor, person_id, opened)
            membership_id, groups = await self._give_role(work, link, person_id, opened)
            return await self._joined(work, visitor, person_id, membership_id, replace(opened, groups=groups))

    async def become(
        self,
        visitor: Visitor,
        actor: Actor | None,
        start: Start,
        version: int,
        kinship: Kinship,
        locale: str,
    ) -> Joined | Waiting | Invitation | AlreadyIn | Refused:
        """An adult says who they are to the child: only now is anything stored, all of it at once.

        By a card the adult is bound to the child, one of four at most; by a group's QR a request is left.
        """
        async with self._db.work() as work:
            await work.links.take_turns(start.kind, start.token)
            opened = await self._opened(work, actor, start, locale)
            if not isinstance(opened, Invitation) or opened.group is None or start.kind.personal:
                return opened
            if opened.consent.version != version:
                return opened
            organisation_id = opened.organisation.id
            if opened.child is not None and not await work.people.has_seat(
                organisation_id, opened.child.id, at_most=ADULTS_OF_A_CHILD
            ):
                return Refused(Reason.CARD_FULL)
            person_id = await work.people.create_person(visitor, locale)
            await self._agree(work, visitor, person_id, opened)
            if opened.child is None:
                return await self._request(work, visitor, person_id, opened, kinship)
            membership_id = await work.people.open_membership(organisation_id, person_id, Role.PARENT)
            await work.people.bind_child(
                organisation_id, membership_id, opened.child.id, kinship, at_most=ADULTS_OF_A_CHILD
            )
            await follow_families(work, organisation_id, people=[person_id])
            await work.audit.note(
                "joining.joined",
                organisation_id=organisation_id,
                by=person_id,
                subject=f"child:{opened.child.id}",
                kinship=kinship.value,
            )
            await invite_newcomers(work, opened.child, [person_id])
            await invite_to_be_guests(work, opened.child, [person_id])
            return await self._joined(work, visitor, person_id, membership_id, opened)

    async def _opened(
        self, reading: Reading, actor: Actor | None, start: Start, locale: str
    ) -> Invitation | AlreadyIn | Waiting | Refused:
        link = await reading.links.find_by_token(start.kind, start.token)
        if link is None:
            return Refused(Reason.LINK_UNKNOWN)
        person_id = None if actor is None else actor.person_id
        organisation = await reading.organisations.find(link.organisation_id)
        group, child = await _group_and_child(reading, link)
        held = None if actor is None else held_by(actor, link, child)
        if actor is not None and held is not None:
            return AlreadyIn(actor, held, group)
        if organisation is None:
            return Refused(Reason.LINK_UNKNOWN)
        refused = may_use(link, now=self._clock.now()) or may_join(link, organisation, group, child)
        if refused is not None:
            return refused
        if link.kind is LinkKind.INVITED:
            passed = await passed_to(reading, actor, link)
            if isinstance(passed, Refused):
                return passed
            if isinstance(passed, Membership):
                assert actor is not None, "it is their own role"
                return AlreadyIn(actor, passed, group)
            link = passed
        if child is not None:
            adults = await reading.people.bound_to(organisation.id, child.id)
            if len(adults) >= ADULTS_OF_A_CHILD:
                return Refused(Reason.CARD_FULL)
        if actor is not None and link.kind is LinkKind.GROUP and group is not None:
            pending = await reading.requests.pending_of(organisation.id, group.id, actor.person_id)
            if pending is not None:
                return Waiting(actor, organisation, group, pending)
        role = role_of(link)
        standing = (
            None
            if person_id is None
            else await reading.consents.standing(organisation.id, person_id, purpose_of(role))
        )
        groups = await reading.groups.some(organisation.id, link.group_ids)
        return Invitation(
            start=start,
            organisation=organisation,
            role=role,
            consent=self._consents.current(purpose_of(role), locale, organisation),
            consent_stands=self._consents.stands(standing),
            title=link.title,
            partner_kind=link.partner_kind,
            group=group,
            child=child,
            groups=tuple(groups),
        )

    async def _agree(self, work: Work, visitor: Visitor, person_id: PersonId, invitation: Invitation) -> None:
        if not invitation.consent_stands:
            await give_consent(
                work,
                invitation.organisation.id,
                person_id,
                (visitor.platform, visitor.user_id),
                invitation.consent,
            )

    async def _give_role(
        self, work: Work, link: Link, person_id: PersonId, invitation: Invitation
    ) -> tuple[MembershipId, tuple[Group, ...]]:
        organisation = invitation.organisation
        partner, passed = invitation.role is Role.PARTNER, link.kind is LinkKind.INVITED
        stays = passed and await is_partner(work, link, person_id)
        until = partner_term(self._clock.today(organisation.timezone)) if partner else None
        membership_id = await work.people.open_membership(
            organisation.id,
            person_id,
            invitation.role,
            title=None if stays else invitation.title,
            partner_kind=None if stays else invitation.partner_kind,
            term_until=None if stays else until,
        )
        if passed:
            await invite_colleague(work, link, membership_id, person_id)
        given = await _teach(work, membership_id, invitation.groups)
        await work.audit.note(
            "joining.joined",
            organisation_id=organisation.id,
            by=person_id,
            subject=f"membership:{membership_id}",
            role=invitation.role.value,
        )
        told = await opened_by(work, organisation, link) if passed else link.created_by
        if told is not None:
            kind = NoticeKind.PARTNER_JOINED if partner else NoticeKind.STAFF_JOINED
            issuer = await work.people.find_person(told)
            member = issuer is not None and any(
                held.organisation_id == organisation.id for held in issuer.memberships
            )
            await work.outbox.put(
                NoticeDraft(
                    kind=kind,
                    person_id=told,
                    organisation_id=organisation.id if member else None,
                    dedupe_key=f"{kind.value}:{link.id}",
                    params={"organisation": organisation.id, "membership": membership_id},
                    subject=f"membership:{membership_id}",
                )
            )
        return membership_id, given

    async def _request(
        self,
        work: Work,
        visitor: Visitor,
        person_id: PersonId,
        invitation: Invitation,
        kinship: Kinship,
    ) -> Waiting:
        assert invitation.group is not None
        organisation, group = invitation.organisation, invitation.group
        name = await known_name(work, organisation, person_id)
        request = await work.requests.create(organisation.id, group.id, person_id, kinship, name)
        await work.audit.note(
            "joining.requested",
            organisation_id=organisation.id,
            by=person_id,
            subject=f"request:{request.id}",
        )
        await tell_staff(work, request, organisation)
        return Waiting(await _person(work, visitor), organisation, group, request)

    async def _joined(
        self,
        work: Work,
        visitor: Visitor,
        person_id: PersonId,
        membership_id: MembershipId,
        invitation: Invitation,
    ) -> Joined:
        await keep_name(work, invitation.organisation, person_id, membership_id)
        await work.people.set_current(person_id, membership_id)
        actor = await _person(work, visitor)
        membership = await work.people.find_membership(invitation.organisation.id, membership_id)
        assert membership is not None
        return Joined(actor, membership, invitation.group, invitation.child, invitation.groups)

    async def joined_for_notice(self, notice: Notice) -> Membership | None:
        """Who came by a staff or partner link; None once the role has ended.

        An owner who is not of the organisation learns the role only: names stay inside (rule 14).
        """
        async with self._db.read() as reading:
            member = await reading.people.find_membership(
                OrganisationId(int(notice.params["organisation"])),
                MembershipId(int(notice.params["membership"])),
            )
        if member is None or notice.organisation_id is not None:
            return member
        return replace(member, name=None)


async def _person(work: Work, visitor: Visitor) -> Actor:
    actor = await work.people.find_actor(visitor.platform, visitor.user_id)
    assert actor is not None, "stored in this transaction"
    return actor


async def _teach(work: Work, membership_id: MembershipId, groups: Iterable[Group]) -> tuple[Group, ...]:
    """Give a teacher the groups of their link; those that have got both their teachers meanwhile stay as they are."""
    given = []
    for group in sorted(groups, key=lambda group: group.id):
        here = group.organisation_id
        if not await work.groups.lock(here, group.id):
            continue
        teachers = await work.staff.teachers_for_good(here, group.id)
        if membership_id in teachers or len(teachers) < TEACHERS_OF_A_GROUP:
            await work.people.teach(here, membership_id, group.id)
            given.append(group)
    return tuple(given)


async def _group_and_child(reading: Reading, link: Link) -> tuple[Group | None, Child | None]:
    child = (
        None if link.child_id is None else await reading.children.find(link.organisation_id, link.child_id)
    )
    group_id = link.group_id if child is None else child.group_id
    group = None if group_id is None else await reading.groups.find(link.organisation_id, group_id)
    return group, child
