"""Who answers for which group: teachers for good, and substitutes between two days."""

from datetime import date

from db.work import Database
from domain.access import Permission
from domain.clock import Clock
from domain.ids import GroupId, MembershipId
from domain.notices import NoticeKind
from domain.organisation import (
    TEACHERS_OF_A_GROUP,
    TeachingLine,
    archived,
    may_substitute,
    too_many_teachers,
)
from domain.organisation_views import Substitutions, Teaching
from domain.outcomes import Missing, Refused
from domain.people import Actor, Membership, Role, TeacherGroup
from services.access import access_group, access_member, today_in
from services.guest_handover import hand_over, unheard_of
from services.seat_freeing import follow_families
from services.substitution_news import tell_of
from services.teaching_news import tell_teacher


class Teachings:
    """What heads and methodists decide about groups and their teachers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def teaching(self, actor: Actor, membership_id: MembershipId) -> Teaching:
        """The groups of a teacher, and those they could have."""
        async with self._db.read() as reading:
            _, member = await access_member(reading, actor, membership_id, Permission.INVITE_STAFF)
            _must_teach(member)
            return Teaching(member, tuple(await reading.groups.active(member.organisation_id)))

    async def set_teaching(
        self, actor: Actor, membership_id: MembershipId, group_id: GroupId, *, on: bool
    ) -> Refused | None:
        """Give a group to a teacher for good, or take it; a group has at most two teachers."""
        async with self._db.work() as work:
            _, member = await access_member(work, actor, membership_id, Permission.INVITE_STAFF)
            _must_teach(member)
            _, group = await access_group(work, actor, group_id, Permission.EDIT_GROUPS)
            if group.organisation_id != member.organisation_id:
                raise Missing
            if on:
                if not await work.groups.lock(group.organisation_id, group.id):
                    return archived(member.organisation.kind)
                teachers = await work.staff.teachers_for_good(group.organisation_id, group.id)
                if member.id not in teachers and len(teachers) >= TEACHERS_OF_A_GROUP:
                    return too_many_teachers(group, member.organisation.kind)
                changed = await work.people.teach(member.organisation_id, member.id, group.id)
            else:
                changed = await work.staff.stop_teaching(
                    member.organisation_id, member.id, group.id, substitution=False
                )
                if changed:
                    unheard = await unheard_of(work, member.person_id)
                    await hand_over(work, [member], unheard, group.id)
                    await work.staff.clear_screens(member.person_id)
                    await follow_families(work, member.organisation_id, people=[member.person_id])
            if not changed:
                return None
            await tell_teacher(work, group, member, given=on, by=actor.person_id)
            await work.audit.note(
                "staff.group-given" if on else "staff.group-taken",
                organisation_id=member.organisation_id,
                by=actor.person_id,
                subject=f"membership:{member.id}",
                group=group.id,
            )
        return None

    async def substitutions(self, actor: Actor, group_id: GroupId) -> Substitutions:
        """Who answers for a group now and soon, and which teachers could stand in."""
        async with self._db.read() as reading:
            seen_as, group = await access_group(reading, actor, group_id, Permission.ARRANGE_SUBSTITUTION)
            teachers = await reading.people.memberships(group.organisation_id, {Role.TEACHER})
            groups = await reading.groups.active(group.organisation_id)
        today = today_in(actor, group.organisation_id, self._clock)
        lines = [
            TeachingLine(teacher, teaching)
            for teacher in teachers
            for teaching in teacher.teaches
            if teaching.group_id == group.id and (teaching.ends_on is None or teaching.ends_on >= today)
        ]
        holding = {line.membership.id for line in lines if not line.substitute}
        return Substitutions(
            group,
            seen_as.organisation,
            tuple(groups),
            tuple(lines),
            tuple(teacher for teacher in teachers if teacher.id not in holding),
        )

    async def substitute(
        self, actor: Actor, group_id: GroupId, membership_id: MembershipId, starts_on: date, ends_on: date
    ) -> Refused | None:
        """Let a teacher stand in for a group between two days, both included."""
        async with self._db.work() as work:
            _, group = await access_group(work, actor, group_id, Permission.ARRANGE_SUBSTITUTION)
            _, member = await access_member(work, actor, membership_id, Permission.ARRANGE_SUBSTITUTION)
            _must_teach(member)
            if group.organisation_id != member.organisation_id:
                raise Missing
            if group.archived_at is not None:
                return archived(member.organisation.kind)
            today = today_in(actor, group.organisation_id, self._clock)
            if refusal := may_substitute(starts_on, ends_on, today=today):
                return refusal
            if await work.people.teach(
                group.organisation_id, member.id, group.id, starts_on=starts_on, ends_on=ends_on
            ):
                days = TeacherGroup(group.id, starts_on, ends_on)
                arranged = NoticeKind.SUBSTITUTION_ARRANGED
                await tell_of(work, arranged, group, member, days, by=actor.person_id)
            await work.audit.note(
                "staff.substitution-made",
                organisation_id=group.organisation_id,
                by=actor.person_id,
                subject=f"membership:{member.id}",
                group=group.id,
            )
        return None

    async def end_substitution(self, actor: Actor, group_id: GroupId, membership_id: MembershipId) -> None:
        """End the substitutions of a teacher in a group; past ones were over anyway, and nobody hears of them."""
        async with self._db.work() as work:
            _, group = await access_group(work, actor, group_id, Permission.ARRANGE_SUBSTITUTION)
            _, member = await access_member(work, actor, membership_id, Permission.ARRANGE_SUBSTITUTION)
            ended = await work.staff.stop_teaching(
                group.organisation_id, member.id, group.id, substitution=True
            )
            if ended:
                await hand_over(work, [member], await unheard_of(work, member.person_id), group.id)
                await follow_families(work, member.organisation_id, people=[member.person_id])
                today = today_in(actor, group.organisation_id, self._clock)
                for days in member.teaches:
                    if days.group_id == group.id and days.ends_on is not None and days.ends_on >= today:
                        off = NoticeKind.SUBSTITUTION_ENDED
                        await tell_of(work, off, group, member, days, by=actor.person_id)
                await work.audit.note(
                    "staff.substitution-ended",
                    organisation_id=group.organisation_id,
                    by=actor.person_id,
                    subject=f"membership:{member.id}",
                    group=group.id,
                )


def _must_teach(member: Membership) -> None:
    if member.role is not Role.TEACHER:
        raise Missing
