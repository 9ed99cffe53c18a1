"""Announcements: made and looked at by staff."""

from dataclasses import replace

from db.work import Database, Reading
from domain.access import Permission, grant, reach
from domain.announcement_notices import announced
from domain.announcement_views import AnnouncementCard, AnnouncementPage
from domain.announcements import UNSAID, Announcement, AnnouncementDraft, AnnouncementStatus, as_draft
from domain.approvals import must_be_approved, needs_approval
from domain.clock import Clock
from domain.events import Reach
from domain.ids import AnnouncementId, MembershipId, OrganisationId, PersonId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor
from services.access import access_organisation, organisation_of, today_in
from services.addressing import reach_of
from services.announcement_access import access_announcement, access_words, may_announce
from services.announcement_publishing import publish_stored_announcement

PAGE = 8


class Announcements:
    """What staff do with announcements."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def preview(
        self, actor: Actor, organisation_id: OrganisationId, draft: AnnouncementDraft
    ) -> Reach | Refused:
        """Whom it would reach, before it is made."""
        async with self._db.read() as reading:
            if refused := await access_words(reading, actor, organisation_id, draft):
                return refused
            return await reach_of_words(reading, actor, organisation_id, draft)

    async def publish(
        self, actor: Actor, organisation_id: OrganisationId, draft: AnnouncementDraft, token: str
    ) -> Announcement | Refused:
        """Everybody it is for gets it once. The draft's token makes a second tap find what is already there."""
        async with self._db.work() as work:
            if refused := await access_words(work, actor, organisation_id, draft):
                return refused
            reached = await reach_of_words(work, actor, organisation_id, draft)
            if isinstance(reached, Refused):
                return reached
            author = access_organisation(actor, organisation_id, Permission.POST_EVENTS, self._clock)
            today = today_in(actor, organisation_id, self._clock)
            if needs_approval(actor, author.organisation, today=today):
                return must_be_approved(author.organisation)
            await work.announcements.write(author, draft, token)
            made = await own_draft(work, actor, organisation_id, token)
            return await publish_stored_announcement(work, made, by=actor.person_id, today=today) or made

    async def made_of(self, actor: Actor, token: str) -> AnnouncementId:
        """The announcement made of a draft: for a late second tap."""
        async with self._db.read() as reading:
            for organisation_id in sorted({m.organisation_id for m in actor.memberships}):
                found = await reading.announcements.find_by_draft(organisation_id, token)
                if found is not None and may_announce(actor, reading, found):
                    return found.id
        raise Missing

    async def page(self, actor: Actor, organisation_id: OrganisationId, page: int = 0) -> AnnouncementPage:
        """The staff's list: kept, out, taken back."""
        today = today_in(actor, organisation_id, self._clock)
        reached = reach(actor, Permission.SEE_EVENTS, organisation_id, today)
        try:
            reach(actor, Permission.POST_EVENTS, organisation_id, today)
            may = True
        except Forbidden:
            may = False
        page = max(page, 0)
        async with self._db.read() as reading:
            found = await reading.announcement_reads.of_staff(
                organisation_id, reached, limit=PAGE + 1, offset=page * PAGE
            )
        organisation = organisation_of(actor, organisation_id)
        return AnnouncementPage(organisation, tuple(found[:PAGE]), page, len(found) > PAGE, may)

    async def card(self, actor: Actor, announcement_id: AnnouncementId) -> AnnouncementCard:
        """An announcement as its staff see it; whom it would reach now, as long as it is kept."""
        async with self._db.read() as reading:
            found, organisation = await access_announcement(
                reading, actor, announcement_id, Permission.SEE_EVENTS
            )
            groups = await reading.event_reads.labels(organisation.id, found.group_ids)
            names = await names_of_sets(reading, found)
            reached: Reach | Refused | None = None
            if found.status in UNSAID:
                try:
                    reached = await access_words(reading, actor, organisation.id, as_draft(found))
                    reached = reached or await reach_of_words(
                        reading, actor, organisation.id, as_draft(found)
                    )
                except Missing:  # one of its groups was put away
                    reached = Refused(Reason.GONE)
            may = may_announce(actor, reading, found)
        today = today_in(actor, organisation.id, self._clock)
        approval = needs_approval(actor, organisation, today=today)
        decides = grant(actor, Permission.APPROVE_EVENTS, organisation.id, today=today) is not None
        return AnnouncementCard(found, organisation, groups, names, reached, may, approval, decides)


async def names_of_sets(reading: Reading, announcement: Announcement) -> tuple[str, ...]:
    """The sets of people that it is for."""
    invited = announcement.invitees.set_ids
    if not invited:
        return ()
    standing = await reading.sets.of_organisation(announcement.organisation_id)
    return tuple(one.name for one in standing if one.id in invited)


async def own_draft(
    reading: Reading, actor: Actor, organisation_id: OrganisationId, token: str
) -> Announcement:
    """The announcement that this person has made of a draft."""
    found = await reading.announcements.find_by_draft(organisation_id, token)
    if found is None or found.author_person_id != actor.person_id:
        raise Missing
    return found


async def reach_of_words(
    reading: Reading,
    actor: Actor,
    organisation_id: OrganisationId,
    draft: AnnouncementDraft,
    *,
    author: PersonId | None = None,
) -> Reach | Refused:
    """How many would hear it; refused when there is nobody. `author`: whose words they are, if not this person's."""
    unmade = Announcement(
        *(AnnouncementId(0), organisation_id, MembershipId(0), author or actor.person_id, draft.text),
        *(draft.picture, AnnouncementStatus.DRAFT, 1, draft.group_ids, draft.invitees),
    )
    found = await reach_of(
        *(reading, actor, announced(unmade), draft.group_ids, draft.invitees), author=author
    )
    return replace(found, reason=Reason.NOBODY_ADDRESSED) if isinstance(found, Refused) else found
