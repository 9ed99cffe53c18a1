"""Announcements that nobody has been told of yet: kept, changed, planned, dropped, at last published; and copies.

Whoever may announce something to all that a kept one is for may go on with it.
"""

from dataclasses import replace
from datetime import datetime

from db.work import Database, Work
from domain.access import Permission, reach
from domain.announcements import (
    UNSAID,
    Announcement,
    AnnouncementDraft,
    as_draft,
    may_plan,
    may_touch,
)
from domain.approvals import must_be_approved, needs_approval
from domain.clock import Clock
from domain.event_forms import Invitees
from domain.ids import AnnouncementId, OrganisationId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Organisation
from services.access import access_organisation, reached_groups, today_in
from services.announcement_access import access_announcement, access_words
from services.announcement_proposals import as_it_is
from services.announcement_publishing import note, publish_stored_announcement
from services.announcements import own_draft, reach_of_words


class AnnouncementDrafts:
    """What staff do with announcements before anybody knows of them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def keep(
        self, actor: Actor, organisation_id: OrganisationId, draft: AnnouncementDraft, token: str
    ) -> Announcement | Refused:
        """Put a typed announcement aside. A second tap finds the one that the first has kept."""
        async with self._db.work() as work:
            if refused := await access_words(work, actor, organisation_id, draft):
                return refused
            author = access_organisation(actor, organisation_id, Permission.POST_EVENTS, self._clock)
            written = await work.announcements.write(author, draft, token)
            kept = await own_draft(work, actor, organisation_id, token)
            if written is not None:
                await note(work, kept, "announcement.kept", by=actor.person_id)
            return kept

    async def rewrite(
        self,
        actor: Actor,
        announcement_id: AnnouncementId,
        version: int,
        draft: AnnouncementDraft,
        token: str,
    ) -> Announcement | Refused:
        """Change a kept one; of two who do so at once the second reads what the first has made."""
        async with self._db.work() as work:
            kept, organisation = await _kept(work, actor, announcement_id)
            if refused := may_touch(kept, seen_version=version):
                return refused
            if refused := await access_words(work, actor, kept.organisation_id, draft):
                return refused
            if not await work.announcements.rewrite(kept, draft, token):
                return Refused(Reason.CHANGED_MEANWHILE)
            await note(work, kept, "announcement.rewritten", by=actor.person_id)
            rewritten = await as_it_is(work, kept)
            if rewritten.publish_at is not None and _needs_approval(work, actor, organisation):
                # a methodist had looked at what it was
                return await _planned(work, rewritten, actor, None)
            return rewritten

    async def publish(
        self,
        actor: Actor,
        announcement_id: AnnouncementId,
        version: int,
        draft: AnnouncementDraft | None = None,
        token: str | None = None,
    ) -> Announcement | Refused:
        """Tell a kept one as it was seen, or as the draft changes it. Once: who is late finds it published."""
        async with self._db.work() as work:
            kept, organisation = await _kept(work, actor, announcement_id)
            if kept.status not in UNSAID:
                return kept
            if refused := may_touch(kept, seen_version=version):
                return refused
            if (draft is not None or kept.publish_at is None) and _needs_approval(work, actor, organisation):
                return must_be_approved(organisation)
            said = draft or as_draft(kept)
            try:
                refused = await access_words(work, actor, organisation.id, said)
            except Missing:
                return Refused(Reason.GONE)
            if refused is not None:
                return refused
            reached = await reach_of_words(work, actor, organisation.id, said)
            if isinstance(reached, Refused):
                return reached
            if draft is not None and token and await work.announcements.rewrite(kept, draft, token):
                kept = await as_it_is(work, kept)
            today = today_in(actor, organisation.id, self._clock)
            published = await publish_stored_announcement(work, kept, by=actor.person_id, today=today)
            if published is not None:
                return published
            kept = await as_it_is(work, kept)
            return Refused(Reason.CHANGED_MEANWHILE) if kept.status in UNSAID else kept

    async def plan(
        self, actor: Actor, announcement_id: AnnouncementId, version: int, publish_at: datetime
    ) -> Announcement | Refused:
        """Let a kept one come out by itself."""
        async with self._db.work() as work:
            kept, organisation = await _kept(work, actor, announcement_id)
            if refused := may_touch(kept, seen_version=version):
                return refused
            if kept.publish_at is None and _needs_approval(work, actor, organisation):
                return must_be_approved(organisation)
            if refused := may_plan(publish_at, now=self._clock.now()):
                return refused
            if refused := await access_words(work, actor, kept.organisation_id, as_draft(kept)):
                return refused
            return await _planned(work, kept, actor, publish_at)

    async def unplan(
        self, actor: Actor, announcement_id: AnnouncementId, version: int
    ) -> Announcement | Refused:
        """Let it wait until somebody says so."""
        async with self._db.work() as work:
            kept, _ = await _kept(work, actor, announcement_id)
            if refused := may_touch(kept, seen_version=version):
                return refused
            return await _planned(work, kept, actor, None)

    async def drop(self, actor: Actor, announcement_id: AnnouncementId, version: int) -> Refused | None:
        """It is not wanted any more; nobody was told of it, so nobody is told now."""
        async with self._db.work() as work:
            kept, _ = await _kept(work, actor, announcement_id)
            if refused := may_touch(kept, seen_version=version):
                return refused
            if not await work.announcements.drop(kept):
                return Refused(Reason.CHANGED_MEANWHILE)
            await note(work, kept, "announcement.dropped", by=actor.person_id)
            return None

    async def copy_of(
        self, actor: Actor, announcement_id: AnnouncementId
    ) -> tuple[AnnouncementDraft, Organisation]:
        """What another announcement begins with: an earlier one, for those of its people that this person may address."""
        async with self._db.read() as reading:
            found, organisation = await access_announcement(
                reading, actor, announcement_id, Permission.SEE_EVENTS
            )
            mine = {
                group.id
                for group in await reached_groups(reading, actor, organisation.id, Permission.POST_EVENTS)
            }
            today = today_in(actor, organisation.id, self._clock)
            whole = reach(actor, Permission.POST_EVENTS, organisation.id, today) is None
            standing = {one.id for one in await reading.sets.of_organisation(organisation.id)}
        invitees = found.invitees
        draft = as_draft(found)
        return (
            replace(
                draft,
                group_ids=draft.group_ids & mine,
                invitees=replace(invitees, set_ids=invitees.set_ids & standing)
                if whole
                else Invitees(staff=invitees.staff),
            ),
            organisation,
        )


async def _kept(
    work: Work, actor: Actor, announcement_id: AnnouncementId
) -> tuple[Announcement, Organisation]:
    return await access_announcement(work, actor, announcement_id, Permission.POST_EVENTS)


async def _planned(
    work: Work, kept: Announcement, actor: Actor, publish_at: datetime | None
) -> Announcement | Refused:
    if not await work.announcements.plan(kept, publish_at):
        return Refused(Reason.CHANGED_MEANWHILE)
    what = "announcement.unplanned" if publish_at is None else "announcement.planned"
    await note(work, kept, what, by=actor.person_id)
    return await as_it_is(work, kept)


def _needs_approval(work: Work, actor: Actor, organisation: Organisation) -> bool:
    """What waits for its time was approved, or needed no approval then: the time is its author's affair."""
    return needs_approval(actor, organisation, today=work.clock.today(organisation.timezone))
