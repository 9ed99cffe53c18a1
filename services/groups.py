"""Groups and classes: made, renamed, filled with numbers, put away."""

from content.group_names import telling_stems
from db.work import Database, Work
from domain.access import Permission, grant, reach
from domain.clock import Clock
from domain.ids import GroupId, OrganisationId
from domain.organisation import (
    CHILDREN_OF_AN_ORGANISATION,
    GROUP_NAME_LIMIT,
    SIGNS,
    TeachingLine,
    archived,
    fits_kind,
    may_add_children,
    one_line,
    permanent_groups,
    tells_diagnosis,
)
from domain.organisation_views import GroupCard, GroupList
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, AgeBand, Group, Role
from services.access import access_group, access_organisation, organisation_of, today_in
from services.guest_freeing import close_dates
from services.requests import close_queue
from services.substitution_news import tell_substitute
from services.teaching_news import tell_teacher


class Groups:
    """What staff do with groups."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def groups(self, actor: Actor, organisation_id: OrganisationId) -> GroupList:
        """The groups of the organisation; a teacher sees the own ones, substitutions of today among them."""
        organisation = organisation_of(actor, organisation_id)
        today = today_in(actor, organisation_id, self._clock)
        only = reach(actor, Permission.SEE_GROUPS, organisation_id, today)
        async with self._db.read() as reading:
            counts = await reading.organisation_reads.groups(organisation_id, only)
        may_edit = grant(actor, Permission.EDIT_GROUPS, organisation_id, today=today) is not None
        return GroupList(organisation, tuple(counts), may_edit)

    async def card(self, actor: Actor, group_id: GroupId) -> GroupCard:
        """One group: its families in counts, its teachers and QRs, and what the person may do with it."""
        async with self._db.read() as reading:
            seen_as, group = await access_group(reading, actor, group_id, Permission.SEE_GROUPS)
            counted = await reading.organisation_reads.groups(group.organisation_id, {group.id})
            if not counted:
                raise Missing
            teachers = await reading.people.memberships(group.organisation_id, {Role.TEACHER})
            posters = await reading.organisation_reads.posters(group.organisation_id, group.id)
            today = today_in(actor, group.organisation_id, self._clock)
            closures = await reading.closures.standing(group.organisation_id, [group.id], today)

        def may(permission: Permission) -> bool:
            allowed = grant(actor, permission, group.organisation_id, group_id=group.id, today=today)
            return allowed is not None

        return GroupCard(
            organisation=seen_as.organisation,
            counts=counted[0],
            teachers=tuple(
                TeachingLine(teacher, teaching)
                for teacher in teachers
                for teaching in teacher.teaches
                if teaching.group_id == group.id and (teaching.ends_on is None or teaching.ends_on >= today)
            ),
            posters=posters,
            may_edit=may(Permission.EDIT_GROUPS),
            may_see_families=may(Permission.SEE_FAMILIES),
            may_add=may(Permission.EDIT_CHILDREN),
            may_print=may(Permission.PRINT_CARDS),
            may_substitute=may(Permission.ARRANGE_SUBSTITUTION),
            may_invite=may(Permission.INVITE_STAFF),
            may_bind=may(Permission.BIND_CHATS),
            may_close=may(Permission.CLOSE_GROUPS),
            closures=tuple(closures),
        )

    def warns(self, name: str) -> bool:
        """Whether a name would tell families something about the children's health (rule 11)."""
        return tells_diagnosis(name, telling_stems())

    async def create(
        self, actor: Actor, organisation_id: OrganisationId, name: str, emoji: str, age_band: AgeBand
    ) -> Group | Refused:
        """Make a group; of two heads who take the same name at once one is refused."""
        allowed = access_organisation(actor, organisation_id, Permission.EDIT_GROUPS, self._clock)
        line = one_line(name, GROUP_NAME_LIMIT)
        if isinstance(line, Refused):
            return line
        if emoji not in SIGNS or not fits_kind(age_band, allowed.organisation.kind):
            raise Missing
        async with self._db.work() as work:
            group = await work.groups.create(organisation_id, line, emoji, age_band)
            if group is None:
                return Refused(Reason.NAME_TAKEN, {"name": line})
            await self._note(work, actor, group, "group.created")
        return group

    async def rename(self, actor: Actor, group_id: GroupId, name: str) -> Group | Refused:
        """Give a group another name."""
        line = one_line(name, GROUP_NAME_LIMIT)
        async with self._db.work() as work:
            group = await self._editable(work, actor, group_id)
            if isinstance(line, Refused):
                return line
            if not await work.groups.rename(group.organisation_id, group.id, line):
                return Refused(Reason.NAME_TAKEN, {"name": line})
            await self._note(work, actor, group, "group.renamed")
        return group

    async def change_emoji(self, actor: Actor, group_id: GroupId, emoji: str) -> None:
        """Give a group another sign."""
        async with self._db.work() as work:
            group = await self._editable(work, actor, group_id)
            if emoji not in SIGNS:
                raise Missing
            await work.groups.set_emoji(group.organisation_id, group.id, emoji)
            await self._note(work, actor, group, "group.sign-changed")

    async def change_age(self, actor: Actor, group_id: GroupId, age_band: AgeBand) -> None:
        """Say how old the children of a group are now."""
        async with self._db.work() as work:
            group = await self._editable(work, actor, group_id)
            if not fits_kind(age_band, organisation_of(actor, group.organisation_id).kind):
                raise Missing
            await work.groups.set_age(group.organisation_id, group.id, age_band)
            await self._note(work, actor, group, "group.age-changed")

    async def archive(self, actor: Actor, group_id: GroupId) -> Group | Refused:
        """Put a group away: only when no child is left in it. Its QRs open nothing, nobody teaches it, no guest comes."""
        async with self._db.work() as work:
            group = await self._editable(work, actor, group_id)
            await work.groups.lock(group.organisation_id, group.id)
            children = await work.children.in_group(group.organisation_id, group.id)
            if children:
                return Refused(Reason.GROUP_HAS_CHILDREN, {"children": len(children)})
            await work.groups.archive(group.organisation_id, group.id)
            await work.links.revoke_for_group(group.organisation_id, group.id)
            await close_queue(work, actor, group.organisation_id, group.id)
            await close_dates(work, actor, group.organisation_id, group.id)
            teachers = await work.people.memberships(group.organisation_id, {Role.TEACHER})
            await work.staff.forget_group(group.organisation_id, group.id)
            for teacher in teachers:
                if group.id in permanent_groups(teacher):
                    await tell_teacher(work, group, teacher, given=False, by=actor.person_id)
                else:
                    await tell_substitute(work, group, teacher, by=actor.person_id)
            await self._note(work, actor, group, "group.archived")
        return group

    async def add_children(self, actor: Actor, group_id: GroupId, count: int) -> range | Refused:
        """Give a group `count` new codes: consecutive numbers of the organisation, never given before.

        Numbers are taken by one conditional UPDATE of the organisation's row, which also makes two teachers
        who add at once take turns: the bound of the organisation is counted after it.
        """
        async with self._db.work() as work:
            seen_as, group = await access_group(work, actor, group_id, Permission.EDIT_CHILDREN)
            if not await work.groups.lock(group.organisation_id, group.id):
                return archived(seen_as.organisation.kind)
            await work.organisations.lock(group.organisation_id)
            already = await work.children.count(group.organisation_id)
            if refusal := may_add_children(count, already=already):
                return refusal
            first = await work.organisations.take_numbers(group.organisation_id, count)
            if first is None:
                return Refused(Reason.CODES_EXHAUSTED, {"limit": CHILDREN_OF_AN_ORGANISATION})
            await work.children.add(group.organisation_id, group.id, first, count)
            await self._note(work, actor, group, "group.children-added", count=count)
        return range(first, first + count)

    async def _editable(self, work: Work, actor: Actor, group_id: GroupId) -> Group:
        _, group = await access_group(work, actor, group_id, Permission.EDIT_GROUPS)
        if group.archived_at is not None:
            raise Missing
        return group

    async def _note(self, work: Work, actor: Actor, group: Group, action: str, **details: int | str) -> None:
        await work.audit.note(
            action,
            organisation_id=group.organisation_id,
            by=actor.person_id,
            subject=f"group:{group.id}",
            **details,
        )
