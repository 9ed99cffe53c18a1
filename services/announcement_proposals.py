"""Announcements of teachers that a methodist looks at first: sent, and taken back."""

from datetime import datetime

from db.work import Database, Reading, Work
from domain.access import Permission
from domain.announcement_approvals import proposed
from domain.announcements import (
    Announcement,
    AnnouncementDraft,
    AnnouncementStatus,
    as_draft,
    may_plan,
    may_touch,
)
from domain.approvals import needs_approval
from domain.clock import Clock
from domain.events import Reach
from domain.ids import AnnouncementId, OrganisationId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Organisation
from services.access import access_organisation
from services.announcement_access import access_announcement, access_words
from services.announcement_publishing import note
from services.announcements import own_draft, reach_of_words
from services.event_proposals import deciding


class AnnouncementProposals:
    """What teachers send to a methodist."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def propose_new(
        self, actor: Actor, organisation_id: OrganisationId, draft: AnnouncementDraft, token: str
    ) -> Announcement | Refused:
        """A teacher sends typed words to the methodist. A second tap finds what the first has sent."""
        async with self._db.work() as work:
            if refused := await access_words(work, actor, organisation_id, draft):
                return refused
            author = access_organisation(actor, organisation_id, Permission.POST_EVENTS, self._clock)
            if not _needed(work, actor, author.organisation):
                return Refused(Reason.APPROVAL_NOT_NEEDED)
            reached = await reach_of_words(work, actor, organisation_id, draft)
            if isinstance(reached, Refused):
                return reached
            await work.announcements.write(author, draft, token)
            made = await own_draft(work, actor, organisation_id, token)
            if made.status is not AnnouncementStatus.DRAFT:
                return made
            return await _proposed(work, made, actor)

    async def propose(
        self,
        actor: Actor,
        announcement_id: AnnouncementId,
        version: int,
        *,
        publish_at: datetime | None = None,
        draft: AnnouncementDraft | None = None,
        token: str | None = None,
    ) -> Announcement | Refused:
        """The same with a kept one, as it was seen, or as the draft changes it.

        It comes out when it is approved, or at `publish_at` when that is later.
        """
        async with self._db.work() as work:
            kept, organisation = await access_announcement(
                work, actor, announcement_id, Permission.POST_EVENTS
            )
            if kept.status is AnnouncementStatus.PROPOSED:
                return kept
            if refused := may_touch(kept, seen_version=version):
                return refused
            if not _needed(work, actor, organisation):
                return Refused(Reason.APPROVAL_NOT_NEEDED)
            reached = await heard_by(work, actor, organisation, kept, draft)
            if isinstance(reached, Refused):
                return reached
            if publish_at is not None and (refused := may_plan(publish_at, now=self._clock.now())):
                return refused
            if draft is not None and token and await work.announcements.rewrite(kept, draft, token):
                kept = await as_it_is(work, kept)
            return await _proposed(work, kept, actor, publish_at)

    async def take_back(
        self, actor: Actor, announcement_id: AnnouncementId, version: int
    ) -> Announcement | Refused:
        """Its author, or who may say it to all its people too, goes on with it."""
        async with self._db.work() as work:
            waits, _ = await access_announcement(work, actor, announcement_id, Permission.POST_EVENTS)
            if waits.status is not AnnouncementStatus.PROPOSED or waits.version != version:
                return Refused(Reason.CHANGED_MEANWHILE)
            if not await work.announcements.give_back(waits):
                return Refused(Reason.CHANGED_MEANWHILE)
            await note(work, waits, "announcement.taken-back", by=actor.person_id)
            return await as_it_is(work, waits)


async def heard_by(
    reading: Reading,
    actor: Actor,
    organisation: Organisation,
    announcement: Announcement,
    draft: AnnouncementDraft | None = None,
) -> Reach | Refused:
    """Whom it would reach now; or what keeps it from coming out: one of its groups may have been put away."""
    said, author = draft or as_draft(announcement), announcement.author_person_id
    try:
        refused = await access_words(reading, actor, organisation.id, said)
    except Missing:
        return Refused(Reason.GONE)
    return refused or await reach_of_words(reading, actor, organisation.id, said, author=author)


async def as_it_is(work: Work, announcement: Announcement) -> Announcement:
    """The announcement after what was just done with it."""
    found = await work.announcements.find(announcement.organisation_id, announcement.id)
    if found is None:
        raise Missing
    return found


def _needed(work: Work, actor: Actor, organisation: Organisation) -> bool:
    return needs_approval(actor, organisation, today=work.clock.today(organisation.timezone))


async def _proposed(
    work: Work, kept: Announcement, actor: Actor, publish_at: datetime | None = None
) -> Announcement | Refused:
    """It waits from now on, and whoever decides hears of it."""
    if not await work.announcements.propose(kept, publish_at):
        return Refused(Reason.CHANGED_MEANWHILE)
    waits = await as_it_is(work, kept)
    await note(work, waits, "announcement.proposed", by=actor.person_id)
    for person_id in await deciding(work, waits.organisation_id):
        await work.outbox.put(proposed(waits, person_id))
    return waits
