"""Thanks as those who came read them, and the faces they tap."""

from dataclasses import replace

from db.work import Database, Reading
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.events import EventStatus
from domain.ids import EventId, OrganisationId, PersonId
from domain.notices import Notice
from domain.outcomes import Missing, Refused
from domain.people import Actor, Role
from domain.recaps import Mood, Thanks, may_recap


class RecapThanks:
    """Loads thanks, and takes a face."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def thanks_for_notice(self, notice: Notice) -> Thanks | None:
        """While the event stands in the history, and the family is marked as having been there."""
        if notice.organisation_id is None:
            return None
        async with self._db.read() as reading:
            return await _thanks(
                reading, notice.organisation_id, EventId(int(notice.params["event"])), notice.person_id
            )

    async def look(self, actor: Actor, event_id: EventId) -> Thanks:
        """The same, opened out of an evening summary."""
        async with self._db.read() as reading:
            return await _access_thanks(reading, actor, event_id)

    async def feel(self, actor: Actor, event_id: EventId, mood: Mood) -> Thanks | Refused:
        """How an adult liked it: one face, another one instead of it. Who tapped which is in no log."""
        async with self._db.work() as work:
            found = await _access_thanks(work, actor, event_id)
            event = found.invitation.event
            if refused := may_recap(event, now=self._clock.now()):
                return refused
            if found.mood is mood:
                return found
            await work.recaps.feel(event.organisation_id, event_id, actor.person_id, mood)
            await work.audit.note(
                "recap.felt",
                organisation_id=event.organisation_id,
                by=actor.person_id,
                subject=subject_of(event_id),
            )
        return replace(found, mood=mood)


async def _access_thanks(reading: Reading, actor: Actor, event_id: EventId) -> Thanks:
    """Thanks that this adult has got, or is about to."""
    for organisation_id in sorted({m.organisation_id for m in actor.memberships if m.role is Role.PARENT}):
        found = await _thanks(reading, organisation_id, event_id, actor.person_id)
        if found is not None:
            return found
    raise Missing


async def _thanks(
    reading: Reading, organisation_id: OrganisationId, event_id: EventId, person_id: PersonId
) -> Thanks | None:
    invitation = await reading.event_reads.invitation(organisation_id, event_id, person_id)
    if invitation is None or invitation.event.status is not EventStatus.PUBLISHED:
        return None
    recap = await reading.recaps.find(organisation_id, event_id)
    if recap.thanked_at is None or not await reading.recaps.was_there(organisation_id, event_id, person_id):
        return None
    mood = await reading.recaps.mood_of(organisation_id, event_id, person_id)
    return Thanks(invitation, recap, mood, await reading.event_pictures.count(organisation_id, event_id))
