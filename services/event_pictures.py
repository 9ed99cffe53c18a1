"""Pictures of an event that was: staff add and take away, those who were invited look."""

from db.work import Database
from domain.access import Permission
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.event_pictures import MOST_PICTURES, PicturePage, ShownPicture, check_snapshot
from domain.events import EventStatus
from domain.ids import EventId, EventPictureId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor
from domain.recaps import may_recap
from services.answering import access_invitation
from services.event_access import access_event, may_post
from services.pictures import Pictures


class EventPictures:
    """Keeps only what somebody has confirmed to show neither children nor faces (rule 11)."""

    def __init__(self, database: Database, clock: Clock, pictures: Pictures) -> None:
        self._db = database
        self._clock = clock
        self._pictures = pictures

    async def page(self, actor: Actor, event_id: EventId, number: int = 1) -> PicturePage | Refused:
        """One of the pictures, for the event's staff; the nearest one when there are not so many."""
        async with self._db.read() as reading:
            event, organisation, _ = await access_event(reading, actor, event_id, Permission.SEE_EVENTS)
            refused = may_recap(event, now=self._clock.now())
            if refused is not None and refused.reason is not Reason.RECAP_TOO_LATE:
                return refused
            pictures = await reading.event_pictures.of_event(organisation.id, event_id)
            may_write = refused is None and may_post(actor, organisation.id, reading, event)
        number = min(max(number, 1), max(len(pictures), 1))
        shown = pictures[number - 1] if pictures else None
        return PicturePage(event, organisation, shown, number, len(pictures), may_write)

    async def may_add(self, actor: Actor, event_id: EventId) -> PicturePage | Refused:
        """The pictures there are, when this person may add another one now."""
        async with self._db.read() as reading:
            await access_event(reading, actor, event_id, Permission.POST_EVENTS)
        page = await self.page(actor, event_id, MOST_PICTURES)
        if isinstance(page, Refused):
            return page
        if not page.may_write:
            return Refused(Reason.RECAP_TOO_LATE)
        return _full() if page.count >= MOST_PICTURES else page

    async def add(self, actor: Actor, event_id: EventId, content: bytes) -> int | Refused:
        """Keep a picture that this person has confirmed a moment ago; gives how many there are now.

        The file is put first: whatever is refused afterwards leaves a file that nobody needs, and it goes.
        """
        if refused := check_snapshot(content):
            return refused
        found = await self.may_add(actor, event_id)
        if isinstance(found, Refused):
            return found
        sha256 = await self._pictures.keep_snapshot(content)
        if isinstance(sha256, Refused):
            return sha256
        async with self._db.work() as work:
            event, organisation, _ = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            await work.event_pictures.hold(organisation.id, event_id)
            there = await work.event_pictures.of_event(organisation.id, event_id)
            refused = may_recap(event, now=self._clock.now())
            if refused is None and sha256 in {picture.sha256 for picture in there}:
                return Refused(Reason.PICTURE_THERE)
            if refused is None and len(there) >= MOST_PICTURES:
                refused = _full()
            if refused is None:
                await work.event_pictures.add(organisation.id, event_id, sha256, by=actor.person_id)
                await work.audit.note(
                    "recap.picture-added",
                    organisation_id=organisation.id,
                    by=actor.person_id,
                    subject=subject_of(event_id),
                )
        if refused is not None:
            await self._pictures.let_go(sha256)
            return refused
        return len(there) + 1

    async def remove(self, actor: Actor, event_id: EventId, picture_id: EventPictureId) -> Refused | None:
        """Take a picture away, at once for whoever looks; its file goes within two hours."""
        async with self._db.work() as work:
            event, organisation, _ = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_recap(event, now=self._clock.now()):
                return refused
            sha256 = await work.event_pictures.remove(organisation.id, event_id, picture_id)
            if sha256 is None:
                return None
            await work.audit.note(
                "recap.picture-removed",
                organisation_id=organisation.id,
                by=actor.person_id,
                subject=subject_of(event_id),
            )
        await self._pictures.let_go(sha256)
        return None

    async def for_invited(self, actor: Actor, event_id: EventId, number: int = 1) -> ShownPicture | None:
        """One of the pictures for whoever was invited, once people were thanked; None when there is none."""
        async with self._db.read() as reading:
            invitation = await access_invitation(reading, actor, event_id)
            event = invitation.event
            if event.status is not EventStatus.PUBLISHED:
                raise Missing
            recap = await reading.recaps.find(event.organisation_id, event_id)
            if recap.thanked_at is None:
                raise Missing
            pictures = await reading.event_pictures.of_event(event.organisation_id, event_id)
        if not pictures:
            return None
        number = min(max(number, 1), len(pictures))
        return ShownPicture(event, invitation.zone, pictures[number - 1].sha256, number, len(pictures))


def _full() -> Refused:
    return Refused(Reason.TOO_MANY_PICTURES, {"limit": MOST_PICTURES})
