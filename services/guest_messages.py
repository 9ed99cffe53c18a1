"""Messages between a guest and the teachers of a group: the bot passes them on, nobody gives a telephone number."""

from db.work import Database, Reading
from domain.clock import Clock
from domain.forms import accepted, clean
from domain.guest_messages import (
    MESSAGE_LIMIT,
    MESSAGES_A_DAY,
    MESSAGES_SHOWN,
    Correspondence,
    DeliveredMessage,
    day_began,
    may_write,
    written,
)
from domain.guests import Visit
from domain.ids import GuestMessageId, VisitId
from domain.notices import Notice
from domain.outcomes import Reason, Refused
from domain.people import Actor, Organisation
from services.guest_access import access_visit_to_prepare, card_of
from services.guest_news import note_visit, teachers_of
from services.guest_told import visit_of_notice


class GuestMessages:
    """«✉️ Написать воспитателю», «✉️ Написать гостю»."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def look(self, actor: Actor, visit_id: VisitId) -> Correspondence:
        """What was written about a visit, for its guest and the teachers of the group."""
        async with self._db.read() as reading:
            visit, organisation = await access_visit_to_prepare(reading, actor, visit_id)
            return await _look(reading, actor, visit, organisation)

    async def write(self, actor: Actor, visit_id: VisitId, text: str) -> Correspondence | Refused:
        """Pass words on: those of the guest to every teacher of the group, a teacher's to the guest and the colleagues."""
        words = accepted(clean(text, lines=True), MESSAGE_LIMIT)
        now = self._clock.now()
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_prepare(work, actor, visit_id)
            await work.groups.lock(organisation.id, visit.group_id)
            visit = await work.guest_visits.find(organisation.id, visit.id) or visit
            mine = visit.guest_id == actor.person_id
            if isinstance(words, Refused):
                return words
            if refused := may_write(visit, now=now):
                return refused
            if not mine and not await work.guest_messages.reaches_guest(visit):
                return Refused(Reason.GUEST_UNREACHED)
            since = day_began(now, organisation.timezone)
            if await work.guest_messages.count_since(visit, since, from_guest=mine) >= MESSAGES_A_DAY:
                return Refused(Reason.TOO_MANY_MESSAGES, {"limit": MESSAGES_A_DAY})
            message = await work.guest_messages.write(visit, actor.person_id, words, from_guest=mine)
            readers = {*await teachers_of(work, organisation, visit), visit.guest_id} - {actor.person_id}
            await work.outbox.put(*(written(visit, message, one) for one in sorted(filter(None, readers))))
            side = "guest" if mine else "staff"
            await note_visit(work, actor, visit, "guest-message.written", side=side, message=message)
            return await _look(work, actor, visit, organisation)

    async def message_for_notice(self, notice: Notice) -> DeliveredMessage | None:
        """A message, for one of those who may read it, not for who wrote it: while it is kept."""
        async with self._db.read() as reading:
            found = await visit_of_notice(reading, notice, access_visit_to_prepare)
            if found is None:
                return None
            actor, visit, organisation = found
            number = GuestMessageId(int(notice.params["message"]))
            message = await reading.guest_messages.find(visit, number)
            if message is None or message.author_id == actor.person_id:
                return None
            return DeliveredMessage(await card_of(reading, actor, visit, organisation), message)


async def _look(reading: Reading, actor: Actor, visit: Visit, organisation: Organisation) -> Correspondence:
    return Correspondence(
        await card_of(reading, actor, visit, organisation),
        await reading.guest_messages.latest(visit, MESSAGES_SHOWN),
        actor.person_id,
    )
