"""Staff: who works here, who leaves, who becomes a head."""

from db.work import Database
from domain.access import Permission, grant
from domain.clock import Clock
from domain.ids import MembershipId, OrganisationId
from domain.links import LinkKind
from domain.notices import Notice, NoticeDraft, NoticeKind
from domain.organisation import TITLE_LIMIT, EndedRole, one_line
from domain.organisation_views import MemberCard, StaffList
from domain.outcomes import Missing, Reason, Refused
from domain.people import STAFF, Actor, Membership, Role
from services.access import access_member, access_organisation, today_in
from services.roles import end_role


class Staff:
    """What heads and methodists do with staff."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def members(self, actor: Actor, organisation_id: OrganisationId) -> StaffList:
        """The list of the staff."""
        seen_as = access_organisation(actor, organisation_id, Permission.SEE_STAFF, self._clock)
        today = today_in(actor, organisation_id, self._clock)
        async with self._db.read() as reading:
            members = await reading.people.memberships(organisation_id, STAFF)
            groups = await reading.groups.active(organisation_id)
            waiting = await reading.links.waiting(organisation_id, LinkKind.STAFF)
        order = list(Role)
        return StaffList(
            organisation=seen_as.organisation,
            members=tuple(sorted(members, key=lambda m: (order.index(m.role), m.id))),
            groups=tuple(groups),
            waiting=len(waiting),
            may_invite=grant(actor, Permission.INVITE_STAFF, organisation_id, today=today) is not None,
        )

    async def member(self, actor: Actor, membership_id: MembershipId) -> MemberCard:
        """One member of the staff with their groups, and whether the person may change the role."""
        async with self._db.read() as reading:
            seen_as, member = await access_member(reading, actor, membership_id, Permission.SEE_STAFF)
            _must_be_staff(member)
            held = {teaching.group_id for teaching in member.teaches}
            groups = await reading.groups.active(member.organisation_id)
        today = today_in(actor, member.organisation_id, self._clock)
        return MemberCard(
            member=member,
            organisation=seen_as.organisation,
            groups=tuple(group for group in groups if group.id in held),
            myself=member.person_id == actor.person_id,
            may_change=grant(actor, Permission.REMOVE_STAFF, member.organisation_id, today=today) is not None,
        )

    async def remove(self, actor: Actor, membership_id: MembershipId) -> Membership | Refused:
        """End a role of the staff: groups, sets and screens with codes go with it; the last head stays.

        Two heads who remove each other at once take turns on the organisation's row: one of them stays.
        """
        async with self._db.work() as work:
            _, member = await access_member(work, actor, membership_id, Permission.REMOVE_STAFF)
            _must_be_staff(member)
            await work.organisations.lock(member.organisation_id)
            if member.role is Role.HEAD and await work.staff.count(member.organisation_id, Role.HEAD) <= 1:
                return Refused(Reason.LAST_HEAD)
            await end_role(work, member, by=actor.person_id, told=member.person_id != actor.person_id)
            await work.audit.note(
                "staff.removed",
                organisation_id=member.organisation_id,
                by=actor.person_id,
                subject=f"membership:{member.id}",
                role=member.role.value,
            )
        return member

    async def appoint_head(self, actor: Actor, membership_id: MembershipId) -> Membership | Refused:
        """Give somebody of the staff the head's role, too: the successor of a head who is going to leave."""
        async with self._db.work() as work:
            _, member = await access_member(work, actor, membership_id, Permission.REMOVE_STAFF)
            _must_be_staff(member)
            if member.role is Role.HEAD:
                return Refused(Reason.ALREADY_MEMBER)
            head_id = await work.people.open_membership(member.organisation_id, member.person_id, Role.HEAD)
            if member.organisation.personal_data and member.name is not None:
                await work.people.set_name(member.organisation_id, head_id, member.name)
            if member.person_id != actor.person_id:
                await work.outbox.put(
                    NoticeDraft(
                        kind=NoticeKind.HEAD_APPOINTED,
                        person_id=member.person_id,
                        organisation_id=member.organisation_id,
                        dedupe_key=f"head-appointed:{head_id}",
                        params={"membership": head_id},
                        subject=f"membership:{head_id}",
                    )
                )
            await work.audit.note(
                "staff.head-appointed",
                organisation_id=member.organisation_id,
                by=actor.person_id,
                subject=f"membership:{head_id}",
            )
        return member

    async def retitle(self, actor: Actor, membership_id: MembershipId, title: str) -> Membership | Refused:
        """Change the profession of a specialist."""
        line = one_line(title, TITLE_LIMIT)
        async with self._db.work() as work:
            _, member = await access_member(work, actor, membership_id, Permission.INVITE_STAFF)
            if member.role is not Role.SPECIALIST:
                raise Missing
            if isinstance(line, Refused):
                return line
            await work.staff.change(member.organisation_id, member.id, title=line)
            await work.audit.note(
                "staff.retitled",
                organisation_id=member.organisation_id,
                by=actor.person_id,
                subject=f"membership:{member.id}",
            )
        return member

    async def appointed_for_notice(self, notice: Notice) -> Membership | None:
        """The head's role that somebody was given; None once it has ended."""
        if notice.organisation_id is None:
            return None
        async with self._db.read() as reading:
            return await reading.people.find_membership(
                notice.organisation_id, MembershipId(int(notice.params["membership"]))
            )

    async def removed_for_notice(self, notice: Notice) -> EndedRole | None:
        """What «ваша роль закончилась» is about; None when the role holds again."""
        if notice.organisation_id is None:
            return None
        async with self._db.read() as reading:
            return await reading.staff.find_ended(
                notice.organisation_id, MembershipId(int(notice.params["membership"]))
            )


def _must_be_staff(member: Membership) -> None:
    if member.role not in STAFF:
        raise Missing
