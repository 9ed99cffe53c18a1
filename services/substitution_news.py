"""What a substitute and the teachers of the group hear of a substitution."""

from collections.abc import Iterable
from datetime import date

from db.work import Database, Work
from domain.clock import Clock
from domain.ids import GroupId, MembershipId, PersonId
from domain.notices import Notice, NoticeDraft, NoticeKind
from domain.organisation import permanent_groups
from domain.organisation_views import SubstitutionNews
from domain.people import Group, Membership, Role, TeacherGroup


async def tell_of(
    work: Work, kind: NoticeKind, group: Group, substitute: Membership, days: TeacherGroup, *, by: PersonId
) -> None:
    """Tell the substitute and the group's own teachers; whoever did it knows it."""
    teachers = await work.people.memberships(group.organisation_id, {Role.TEACHER})
    concerned = [substitute.person_id, *_own_teachers(teachers, group.id)]
    if days.starts_on is None or days.ends_on is None:
        return
    begins, ends = days.starts_on.isoformat(), days.ends_on.isoformat()
    said = f"{kind.value}:{group.id}:{substitute.id}:{begins}:{ends}:{work.clock.now():%Y%m%dT%H%M%S}"
    await work.outbox.put(
        *(
            NoticeDraft(
                kind=kind,
                person_id=person_id,
                organisation_id=group.organisation_id,
                dedupe_key=f"{said}:{person_id}",
                params={"group": group.id, "membership": substitute.id, "begins": begins, "ends": ends},
                subject=subject_of(group.id, substitute.id),
            )
            for person_id in dict.fromkeys(concerned)
            if person_id != by
        )
    )


async def tell_substitute(work: Work, group: Group, teacher: Membership, *, by: PersonId) -> None:
    """The group goes into the archive: who was to stand in there, today or later, hears that it is off."""
    today = work.clock.today(teacher.organisation.timezone)
    for days in teacher.teaches:
        if days.group_id == group.id and days.ends_on is not None and days.ends_on >= today:
            await tell_of(work, NoticeKind.SUBSTITUTION_ENDED, group, teacher, days, by=by)


def subject_of(group_id: GroupId, membership_id: MembershipId) -> str:
    """What notices of a teacher's substitutions in a group are about."""
    return f"substitution:{group_id}:{membership_id}"


class SubstitutionNotices:
    """Whether a notice of a substitution is still true."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def arranged_for_notice(self, notice: Notice) -> SubstitutionNews | None:
        """A substitution that is still to come or under way; None once it has been ended."""
        found = await self._load(notice)
        return None if found is None or found[1] not in found[0].teacher.teaches else found[0]

    async def ended_for_notice(self, notice: Notice) -> SubstitutionNews | None:
        """A substitution that is off; None when it has been arranged anew."""
        found = await self._load(notice)
        return None if found is None or found[1] in found[0].teacher.teaches else found[0]

    async def _load(self, notice: Notice) -> tuple[SubstitutionNews, TeacherGroup] | None:
        here = notice.organisation_id
        if here is None:
            return None
        days = TeacherGroup(
            GroupId(int(notice.params["group"])),
            date.fromisoformat(str(notice.params["begins"])),
            date.fromisoformat(str(notice.params["ends"])),
        )
        async with self._db.read() as reading:
            substitute = await reading.people.find_membership(
                here, MembershipId(int(notice.params["membership"]))
            )
            group = await reading.groups.find(here, days.group_id)
            person = await reading.people.find_person(notice.person_id)
        if substitute is None or group is None or person is None:
            return None
        mine = substitute.person_id == notice.person_id
        concerned = mine or notice.person_id in _own_teachers(person.memberships, group.id)
        today = self._clock.today(substitute.organisation.timezone)
        if not concerned or days.ends_on is None or days.ends_on < today:
            return None
        news = SubstitutionNews(
            substitute.organisation, group, substitute, days, mine, under_way=days.holds_on(today)
        )
        return news, days


def _own_teachers(members: Iterable[Membership], group_id: GroupId) -> list[PersonId]:
    return [member.person_id for member in members if group_id in permanent_groups(member)]
