"""The author's hand on an announcement that is being sent: how far it has come, stop, go on, take back."""

from db.work import Database, Reading
from domain.access import Permission
from domain.announcement_notices import announced, subject_of
from domain.announcement_views import AnnouncementRecall, AnnouncementReport
from domain.announcements import UNSAID, Announcement, AnnouncementStatus, stands
from domain.campaigns import CampaignState
from domain.clock import Clock
from domain.ids import AnnouncementId
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Organisation
from services.announcement_access import access_announcement
from services.announcement_publishing import note
from services.campaign_sending import put_anew, reader_in, sending_of

_KINDS = (NoticeKind.ANNOUNCED,)


class AnnouncementCampaigns:
    """What an author does about an announcement on its way."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def report(self, actor: Actor, announcement_id: AnnouncementId) -> AnnouncementReport:
        """How far it has come."""
        async with self._db.read() as reading:
            return await _report(reading, *await _out(reading, actor, announcement_id))

    async def report_in_chat(
        self, chat_id: int, announcement_id: AnnouncementId
    ) -> tuple[AnnouncementReport, str] | None:
        """The same for a report that stands open in a chat, and in which locale; None when it may not be read there."""
        async with self._db.read() as reading:
            found = await reader_in(reading, chat_id)
            if found is None:
                return None
            actor, locale = found
            try:
                return await _report(reading, *await _out(reading, actor, announcement_id)), locale
            except (Missing, Forbidden):
                return None

    async def stop(self, actor: Actor, announcement_id: AnnouncementId) -> int | Refused:
        """Whoever has not got it yet does not get it; gives how many. What is on its way at this moment arrives."""
        async with self._db.work() as work:
            found, organisation = await _out(work, actor, announcement_id)
            if refused := stands(found):
                return refused
            subject = subject_of(announcement_id)
            if not await work.campaign_reads.count_unsent(organisation.id, subject, _KINDS):
                return Refused(Reason.NOT_SENDING_ANY_MORE)
            if not await work.announcements.stop(found):
                return Refused(Reason.NOT_SENDING_ANY_MORE)
            dropped = await work.outbox.cancel(subject, _KINDS)
            await note(work, found, "announcement.stopped", by=actor.person_id)
            return dropped

    async def go_on(self, actor: Actor, announcement_id: AnnouncementId) -> int | Refused:
        """Whoever was left out when it was stopped gets it after all; gives how many."""
        async with self._db.work() as work:
            found, _ = await _out(work, actor, announcement_id)
            if refused := stands(found):
                return refused
            if found.stopped_at is None or not await work.announcements.go_on(found):
                return Refused(Reason.NOT_SENDING_ANY_MORE)
            sent = await put_anew(
                work,
                subject_of(announcement_id),
                NoticeKind.ANNOUNCED,
                announced(found),
                found.stopped_at,
            )
            await note(work, found, "announcement.sent_on", by=actor.person_id)
            return sent

    async def preview_recall(
        self, actor: Actor, announcement_id: AnnouncementId
    ) -> AnnouncementRecall | Refused:
        """What taking it back would do."""
        async with self._db.read() as reading:
            found, organisation = await _out(reading, actor, announcement_id)
            if refused := stands(found):
                return refused
            subject = subject_of(announcement_id)
            standing = await reading.recalls.count_standing(subject)
            unsent = await reading.campaign_reads.count_unsent(organisation.id, subject, _KINDS)
        return AnnouncementRecall(found, standing, unsent)

    async def recall(
        self, actor: Actor, announcement_id: AnnouncementId, version: int
    ) -> AnnouncementReport | Refused:
        """Nobody gets it any more, and its messages are taken out of chats. Nobody is told so."""
        async with self._db.work() as work:
            found, organisation = await _out(work, actor, announcement_id)
            if refused := stands(found):
                return refused
            if found.version != version or not await work.announcements.recall(found):
                return Refused(Reason.CHANGED_MEANWHILE)
            subject = subject_of(announcement_id)
            await work.outbox.cancel(subject, NoticeKind)
            await work.recalls.ask(organisation.id, subject, by=actor.person_id)
            await note(work, found, "announcement.recalled", by=actor.person_id)
            return await _report(
                work, await work.announcements.find(organisation.id, found.id) or found, organisation
            )


async def _out(
    reading: Reading, actor: Actor, announcement_id: AnnouncementId
) -> tuple[Announcement, Organisation]:
    found, organisation = await access_announcement(reading, actor, announcement_id, Permission.POST_EVENTS)
    if found.status in UNSAID:
        raise Missing
    return found, organisation


async def _report(
    reading: Reading, announcement: Announcement, organisation: Organisation
) -> AnnouncementReport:
    subject = subject_of(announcement.id)
    sending = await sending_of(reading, organisation.id, subject, announcement.group_ids, _KINDS)
    out = announcement.status is AnnouncementStatus.PUBLISHED
    recalling = not out and await reading.recalls.is_open(subject)
    state = CampaignState.SENDING if sending.report.waiting else CampaignState.DONE
    if not out:
        state = CampaignState.RECALLING if recalling else CampaignState.RECALLED
    elif announcement.stopped_at is not None:
        state = CampaignState.STOPPED
    return AnnouncementReport(
        announcement,
        organisation,
        state,
        sending,
        left=await reading.recalls.count_standing(subject) if recalling else 0,
        may_stop=out and state is not CampaignState.STOPPED and sending.stoppable > 0,
        may_go_on=state is CampaignState.STOPPED,
        may_recall=out,
    )
