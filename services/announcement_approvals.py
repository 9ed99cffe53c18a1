"""Announcements of teachers that a methodist looks at first: approved, given back with a word; and news of that."""

from db.work import Database, Reading, Work
from domain.access import Permission
from domain.announcement_approvals import (
    ProposedWords,
    SettledWords,
    approved,
    returned,
    settlement_of,
)
from domain.announcements import Announcement
from domain.approvals import REMARK_LIMIT, Settlement
from domain.clock import Clock
from domain.forms import accepted
from domain.ids import AnnouncementId
from domain.notices import Notice
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Organisation
from services.access import access_organisation
from services.announcement_access import access_announcement
from services.announcement_proposals import as_it_is, heard_by
from services.announcement_publishing import note, publish_stored_announcement
from services.announcements import names_of_sets
from services.event_approvals import colleague


class AnnouncementApprovals:
    """What methodists, or a head, decide about announcements, and what is told of it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def look(self, actor: Actor, announcement_id: AnnouncementId) -> ProposedWords | SettledWords:
        """What waits, with the exact number of those who would get it; or what has become of it."""
        async with self._db.read() as reading:
            return await _look(reading, actor, announcement_id)

    async def approve(
        self, actor: Actor, announcement_id: AnnouncementId, version: int
    ) -> Announcement | SettledWords | Refused:
        """A methodist lets it out: at once, or at the time that its author has named.

        Of two who decide at once one changes its state; the other reads who was first.
        """
        async with self._db.work() as work:
            waits, organisation = await _before(work, actor, announcement_id)
            if (settled := await _settled(work, waits, organisation)) is not None:
                return settled
            if waits.version != version:
                return Refused(Reason.CHANGED_MEANWHILE)
            reached = await heard_by(work, actor, organisation, waits)
            if isinstance(reached, Refused):
                return reached
            done = await _let_out(work, waits, organisation, actor)
            now = await as_it_is(work, waits)
            if not done:
                return await _settled(work, now, organisation) or Refused(Reason.CHANGED_MEANWHILE)
            await note(work, now, "announcement.approved", by=actor.person_id)
            await work.outbox.put(approved(now))
            return now

    async def send_back(
        self, actor: Actor, announcement_id: AnnouncementId, version: int, words: str | None
    ) -> Announcement | SettledWords | Refused:
        """A methodist gives it back, with a word or without: its author changes it and sends it again."""
        said = None if words is None else accepted(words, REMARK_LIMIT)
        if isinstance(said, Refused):
            return said
        async with self._db.work() as work:
            waits, organisation = await _before(work, actor, announcement_id)
            if (settled := await _settled(work, waits, organisation)) is not None:
                return settled
            if waits.version != version:
                return Refused(Reason.CHANGED_MEANWHILE)
            done = await work.announcements.give_back(waits, by=actor.person_id, words=said)
            now = await as_it_is(work, waits)
            if not done:
                return await _settled(work, now, organisation) or Refused(Reason.CHANGED_MEANWHILE)
            await note(work, now, "announcement.returned", by=actor.person_id)
            await work.outbox.put(returned(now))
            return now

    async def proposed_for_notice(self, notice: Notice) -> ProposedWords | None:
        """That something waits: to who may decide, while it waits as it was sent."""
        async with self._db.read() as reading:
            person = await reading.people.find_person(notice.person_id)
            if person is None:
                return None
            try:
                view = await _look(reading, person, AnnouncementId(int(notice.params["announcement"])))
            except (Forbidden, Missing):
                return None
        same = view.announcement.version == notice.params["version"]
        return view if same and isinstance(view, ProposedWords) else None

    async def approved_for_notice(self, notice: Notice) -> SettledWords | None:
        """That it is out, or waits for its time: while nobody has taken it back since."""
        news = await self._news(notice)
        let_out = (Settlement.PUBLISHED, Settlement.PLANNED)
        return news if news is not None and news.what in let_out and news.announcement.decided_by else None

    async def returned_for_notice(self, notice: Notice) -> SettledWords | None:
        """That it is a draft again: until its author has gone on with it."""
        news = await self._news(notice)
        if news is None or news.announcement.version != notice.params["version"]:
            return None
        return news

    async def _news(self, notice: Notice) -> SettledWords | None:
        if notice.organisation_id is None:
            return None
        number = AnnouncementId(int(notice.params["announcement"]))
        async with self._db.read() as reading:
            found = await reading.announcements.find(notice.organisation_id, number)
            organisation = await reading.organisations.find(notice.organisation_id)
            if found is None or organisation is None:
                return None
            return await _settled(reading, found, organisation)


async def _before(
    reading: Reading, actor: Actor, announcement_id: AnnouncementId
) -> tuple[Announcement, Organisation]:
    """The announcement, before somebody who decides."""
    found, organisation = await access_announcement(reading, actor, announcement_id, Permission.POST_EVENTS)
    access_organisation(actor, organisation.id, Permission.APPROVE_EVENTS, reading.clock)
    return found, organisation


async def _look(
    reading: Reading, actor: Actor, announcement_id: AnnouncementId
) -> ProposedWords | SettledWords:
    found, organisation = await _before(reading, actor, announcement_id)
    if (settled := await _settled(reading, found, organisation)) is not None:
        return settled
    return ProposedWords(
        found,
        organisation,
        groups=await reading.event_reads.labels(organisation.id, found.group_ids),
        sets=await names_of_sets(reading, found),
        reach=await heard_by(reading, actor, organisation, found),
        author=await colleague(reading, organisation, found.author_person_id),
    )


async def _settled(reading: Reading, found: Announcement, organisation: Organisation) -> SettledWords | None:
    what = settlement_of(found)
    if what is None:
        return None
    return SettledWords(found, organisation, what, await colleague(reading, organisation, found.decided_by))


async def _let_out(work: Work, waits: Announcement, organisation: Organisation, by: Actor) -> bool:
    """Publish it, or let it wait for its time; False when somebody else was quicker."""
    if waits.publish_at is not None and waits.publish_at > work.clock.now():
        return await work.announcements.let_wait(waits, by=by.person_id)
    today = work.clock.today(organisation.timezone)
    published = await publish_stored_announcement(work, waits, by=by.person_id, today=today, approved=True)
    return published is not None
