"""Personal links: issued, waiting, revoked and made anew."""

from db.work import Database, Work
from domain.access import Permission
from domain.clock import Clock
from domain.ids import GroupId, LinkId, OrganisationId
from domain.links import PARTNER_LINK_LIFE, STAFF_LINK_LIFE, Link, LinkDraft, LinkKind
from domain.organisation import TEACHERS_OF_A_GROUP, TITLE_LIMIT, archived, one_line, too_many_teachers
from domain.organisation_views import IssuedLink, WaitingLinks
from domain.outcomes import Missing, Reason, Refused
from domain.people import STAFF, Actor, Group, Organisation, PartnerKind, Role
from services.access import access_organisation


class Invitations:
    """Links by which staff and partners come, issued by heads (partners also by methodists)."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def invite(
        self,
        actor: Actor,
        organisation_id: OrganisationId,
        role: Role,
        *,
        title: str | None = None,
        group_ids: frozenset[GroupId] = frozenset(),
    ) -> IssuedLink | Refused:
        """The head issues a one-time link: a role, a specialist's profession, a teacher's groups."""
        allowed = access_organisation(actor, organisation_id, Permission.INVITE_STAFF, self._clock)
        if role not in STAFF:
            raise Missing
        profession = None
        if role is Role.SPECIALIST:
            line = one_line(title or "", TITLE_LIMIT)
            if isinstance(line, Refused):
                return line
            profession = line
        async with self._db.work() as work:
            groups = await work.groups.some(organisation_id, group_ids)
            if len(groups) != len(group_ids):
                return archived(allowed.organisation.kind)
            for group in groups:
                if len(await work.staff.teachers_for_good(organisation_id, group.id)) >= TEACHERS_OF_A_GROUP:
                    return too_many_teachers(group, allowed.organisation.kind)
            return await self._issue(
                work,
                actor,
                allowed.organisation,
                LinkDraft(
                    organisation_id=organisation_id,
                    kind=LinkKind.STAFF,
                    created_by=actor.person_id,
                    expires_at=self._clock.now() + STAFF_LINK_LIFE,
                    role=role,
                    title=profession,
                    group_ids=group_ids if role is Role.TEACHER else frozenset(),
                ),
                tuple(groups),
            )

    async def invite_partner(
        self, actor: Actor, organisation_id: OrganisationId, kind: PartnerKind, title: str
    ) -> IssuedLink | Refused:
        """Invite a partner: an enterprise, a library, an employment centre. Consent and name are the joiner's."""
        allowed = access_organisation(actor, organisation_id, Permission.INVITE_PARTNERS, self._clock)
        line = one_line(title, TITLE_LIMIT)
        if isinstance(line, Refused):
            return line
        async with self._db.work() as work:
            return await self._issue(
                work,
                actor,
                allowed.organisation,
                LinkDraft(
                    organisation_id=organisation_id,
                    kind=LinkKind.PARTNER,
                    created_by=actor.person_id,
                    expires_at=self._clock.now() + PARTNER_LINK_LIFE,
                    role=Role.PARTNER,
                    title=line,
                    partner_kind=kind,
                ),
                (),
            )

    async def inviting(self, actor: Actor, organisation_id: OrganisationId, kind: LinkKind) -> Organisation:
        """The organisation that this person may invite staff, or partners, to; asked before the questions begin."""
        return access_organisation(actor, organisation_id, _inviting(kind), self._clock).organisation

    async def waiting(self, actor: Actor, organisation_id: OrganisationId, kind: LinkKind) -> WaitingLinks:
        """Staff or partner links that still wait for their person."""
        allowed = access_organisation(actor, organisation_id, _inviting(kind), self._clock)
        async with self._db.read() as reading:
            links = await reading.links.waiting(organisation_id, kind)
        return WaitingLinks(allowed.organisation, kind, tuple(links))

    async def revoke(
        self, actor: Actor, organisation_id: OrganisationId, link_id: LinkId
    ) -> WaitingLinks | Refused:
        """Make a waiting link open nothing; refused when somebody has opened it meanwhile."""
        async with self._db.work() as work:
            link = await self._access_link(work, actor, organisation_id, link_id)
            if not await work.links.revoke(organisation_id, link_id):
                return Refused(Reason.LINK_SPENT if link.spent_at else Reason.LINK_REVOKED)
            await work.audit.note(
                "link.revoked", organisation_id=organisation_id, by=actor.person_id, subject=f"link:{link_id}"
            )
        return await self.waiting(actor, organisation_id, link.kind)

    async def renew(
        self, actor: Actor, organisation_id: OrganisationId, link_id: LinkId
    ) -> IssuedLink | Refused:
        """Make a waiting link anew, with its full time; the old one opens nothing."""
        async with self._db.work() as work:
            link = await self._access_link(work, actor, organisation_id, link_id)
            if not await work.links.revoke(organisation_id, link_id):
                return Refused(Reason.LINK_SPENT if link.spent_at else Reason.LINK_REVOKED)
            organisation = await work.organisations.find(organisation_id)
            if organisation is None:
                raise Missing
            life = STAFF_LINK_LIFE if link.kind is LinkKind.STAFF else PARTNER_LINK_LIFE
            groups = await work.groups.some(organisation_id, link.group_ids)
            return await self._issue(
                work,
                actor,
                organisation,
                LinkDraft(
                    organisation_id=organisation_id,
                    kind=link.kind,
                    created_by=actor.person_id,
                    expires_at=self._clock.now() + life,
                    role=link.role,
                    title=link.title,
                    partner_kind=link.partner_kind,
                    group_ids=frozenset(group.id for group in groups),
                ),
                tuple(groups),
            )

    async def _access_link(
        self, work: Work, actor: Actor, organisation_id: OrganisationId, link_id: LinkId
    ) -> Link:
        link = await work.links.find(organisation_id, link_id)
        if link is None or link.kind not in (LinkKind.STAFF, LinkKind.PARTNER):
            raise Missing
        access_organisation(actor, organisation_id, _inviting(link.kind), self._clock)
        return link

    async def _issue(
        self,
        work: Work,
        actor: Actor,
        organisation: Organisation,
        draft: LinkDraft,
        groups: tuple[Group, ...],
    ) -> IssuedLink:
        link_id, token = await work.links.create(draft)
        await work.audit.note(
            "staff.invited" if draft.kind is LinkKind.STAFF else "partner.invited",
            organisation_id=organisation.id,
            by=actor.person_id,
            subject=f"link:{link_id}",
            role=None if draft.role is None else draft.role.value,
        )
        link = await work.links.find(organisation.id, link_id)
        assert link is not None  # written a line above
        return IssuedLink(organisation, link, token, groups)


def _inviting(kind: LinkKind) -> Permission:
    return Permission.INVITE_PARTNERS if kind is LinkKind.PARTNER else Permission.INVITE_STAFF
