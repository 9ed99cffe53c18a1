"""What a teacher hears when a group is theirs for good, or theirs no longer; and a head, when it is nobody's."""

from collections.abc import Iterable
from datetime import timedelta

from db.work import Database, Work
from domain.ids import GroupId, MembershipId, PersonId
from domain.notices import Notice, NoticeDraft, NoticeKind
from domain.organisation import permanent_groups
from domain.organisation_views import TeachingNews, UntaughtGroup
from domain.people import Group, Membership, Role

TIME_TO_THINK_AGAIN = timedelta(minutes=3)
"""A tick beside a group is often set by mistake and taken back at once: nobody hears of that."""


async def tell_teacher(work: Work, group: Group, teacher: Membership, *, given: bool, by: PersonId) -> None:
    """Tell a teacher that a group has become theirs, or is theirs no longer; whoever did it knows it.

    What has not been told yet and is taken back is not told at all: for the teacher nothing has changed.
    """
    kind = NoticeKind.GROUP_GIVEN if given else NoticeKind.GROUP_TAKEN
    subject = f"teaching:{group.id}:{teacher.id}"
    unheard = await work.outbox.take_back(subject, [NoticeKind.GROUP_GIVEN, NoticeKind.GROUP_TAKEN])
    if unheard or teacher.person_id == by:
        return
    now = work.clock.now()
    await work.outbox.put(
        NoticeDraft(
            kind=kind,
            person_id=teacher.person_id,
            organisation_id=group.organisation_id,
            dedupe_key=f"{kind.value}:{group.id}:{teacher.id}:{now.isoformat()}",
            due_at=now + TIME_TO_THINK_AGAIN,
            params={"group": group.id, "membership": teacher.id},
            subject=subject,
        )
    )


async def tell_heads(work: Work, leaving: Iterable[Membership]) -> None:
    """Teachers have gone by themselves: the heads hear of each group that nobody teaches for good any more."""
    for teacher in leaving:
        theirs = permanent_groups(teacher)
        if not theirs:
            continue
        here = teacher.organisation_id
        others = await work.people.memberships(here, {Role.TEACHER})
        taught = {group_id for other in others for group_id in permanent_groups(other)}
        heads = await work.people.memberships(here, {Role.HEAD})
        await work.outbox.put(
            *(
                NoticeDraft(
                    kind=NoticeKind.GROUP_UNTAUGHT,
                    person_id=head.person_id,
                    organisation_id=here,
                    dedupe_key=f"{NoticeKind.GROUP_UNTAUGHT.value}:{group_id}:{teacher.id}:{head.person_id}",
                    params={"group": group_id},
                    subject=f"group:{group_id}",
                )
                for group_id in sorted(theirs - taught)
                for head in heads
            )
        )


class TeachingNotices:
    """Whether a notice of a teacher's group is still true."""

    def __init__(self, database: Database) -> None:
        self._db = database

    async def given_for_notice(self, notice: Notice) -> TeachingNews | None:
        """A group that the teacher answers for; None once it is somebody else's or in the archive."""
        news = await self._load(notice)
        if news is None or news.group.archived_at is not None:
            return None
        return news if _holds(news) else None

    async def taken_for_notice(self, notice: Notice) -> TeachingNews | None:
        """A group that the teacher answers for no longer; None once it is theirs again, or they are gone."""
        news = await self._load(notice)
        return None if news is None or _holds(news) else news

    async def untaught_for_notice(self, notice: Notice) -> UntaughtGroup | None:
        """A group without a teacher, for a head; None once it has one, or is in the archive."""
        here, group_id = notice.organisation_id, GroupId(int(notice.params["group"]))
        if here is None:
            return None
        async with self._db.read() as reading:
            group = await reading.groups.find(here, group_id)
            person = await reading.people.find_person(notice.person_id)
            teachers = await reading.people.memberships(here, {Role.TEACHER})
        if group is None or group.archived_at is not None or person is None:
            return None
        if any(group_id in permanent_groups(teacher) for teacher in teachers):
            return None
        heads = (held for held in person.memberships if held.organisation_id == here)
        head = next((held for held in heads if held.role is Role.HEAD), None)
        return None if head is None else UntaughtGroup(group, head.organisation)

    async def _load(self, notice: Notice) -> TeachingNews | None:
        here = notice.organisation_id
        if here is None:
            return None
        async with self._db.read() as reading:
            teacher = await reading.people.find_membership(
                here, MembershipId(int(notice.params["membership"]))
            )
            group = await reading.groups.find(here, GroupId(int(notice.params["group"])))
        return None if teacher is None or group is None else TeachingNews(group, teacher)


def _holds(news: TeachingNews) -> bool:
    return news.group.id in permanent_groups(news.teacher)
