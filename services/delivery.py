"""What the delivery says by itself, and what becomes of messages in chats: summaries, failures, removals."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from db.work import Database, Reading, Work
from domain.announcement_notices import subject_of as subject_of_announcement
from domain.attention import summary_before
from domain.clock import Clock
from domain.delivery import DeliveryTrouble, EveningSummary, OpeningLine, Removal, ThanksLine
from domain.event_notices import subject_of
from domain.guest_notices import subject_of_opening
from domain.ids import AnnouncementId, EventId, OpeningId, OrganisationId, PersonId, WaveId
from domain.notice_rules import RULES
from domain.notices import Notice, NoticeDraft, NoticeKind
from services.guest_access import openings_of, own_groups
from services.quiz_lines import held_quizzes, quiz_trouble
from services.quiz_offers import Offering

TELL_FAILURE_AFTER = timedelta(minutes=10)
"""So long failures about one event gather before their author hears of them."""
ASK_AGAIN = timedelta(minutes=10)
BATCH = 500


class Deliveries:
    """Evening summaries, words to authors, chats that close and open, messages that remove themselves."""

    def __init__(self, database: Database, clock: Clock, offering: Offering) -> None:
        self._db = database
        self._clock = clock
        self._offering = offering

    async def put_summaries(self) -> int:
        """Turn held messages into one evening summary for each person, once its hour has struck."""
        now = self._clock.now()
        async with self._db.read() as reading:
            waiting = await reading.outbox.held_by()
        put = 0
        for organisation_id, hours in waiting:
            async with self._db.work(claims=False) as work:
                put += await work.outbox.summarise(organisation_id, hours, summary_before(now, hours))
        return put

    async def expire(self) -> int:
        """Drop messages that are of no use any more, a batch at a time."""
        dropped = 0
        while True:
            async with self._db.work(claims=False) as work:
                batch = await work.leases.expire(BATCH)
            dropped += batch
            if batch < BATCH:
                return dropped

    async def summary_for_notice(self, notice: Notice) -> EveningSummary | None:
        """Held events still ahead, dates for guests still free, quizzes still to be played; nothing: no summary."""
        async with self._db.read() as reading:
            lines = await reading.deliveries.summary_lines(notice.id, notice.person_id, self._clock.now())
            here = await reading.event_newcomers.tells_of_more(notice.id)
            more = 0 if here is None else await reading.event_newcomers.count_unheard(here, notice.person_id)
            openings = await _openings(reading, notice)
            quizzes = await held_quizzes(reading, self._offering, notice)
            thanks = tuple(ThanksLine(*event) for event in await reading.recaps.held(notice.id))
            words = await reading.announcement_reads.held(notice.id, notice.person_id)
            guests = tuple(await reading.guest_summaries.guests(notice.id, notice.person_id))
        told = lines or openings or quizzes or thanks or words or guests
        return EveningSummary(tuple(lines), more, openings, quizzes, thanks, words, guests) if told else None

    async def trouble_for_notice(self, notice: Notice) -> DeliveryTrouble | None:
        """How many could not be reached about an event, dates for guests, or a quiz by now."""
        if notice.organisation_id is None:
            return None
        if "announcement" in notice.params:
            async with self._db.read() as reading:
                return await _trouble_of_announcement(reading, notice.organisation_id, notice)
        if "wave" in notice.params:
            async with self._db.read() as reading:
                return await quiz_trouble(reading, self._offering, notice)
        if "opening" in notice.params:
            return await self._trouble_of_opening(
                notice.organisation_id, OpeningId(int(notice.params["opening"]))
            )
        event_id = EventId(int(notice.params["event"]))
        async with self._db.read() as reading:
            event = await reading.deliveries.find_event(notice.organisation_id, event_id)
            report = await reading.deliveries.report(notice.organisation_id, subject_of(event_id))
        if event is None or not report.failed + report.closed:
            return None
        return DeliveryTrouble(event, report)

    async def _trouble_of_opening(
        self, organisation_id: OrganisationId, opening_id: OpeningId
    ) -> DeliveryTrouble | None:
        async with self._db.read() as reading:
            line = await reading.guest_summaries.line(organisation_id, opening_id)
            report = await reading.deliveries.report(organisation_id, subject_of_opening(opening_id))
        if line is None or not report.failed + report.closed:
            return None
        return DeliveryTrouble(None, report, line)

    async def chat_opened(self, chat_id: int) -> None:
        """The person pressed Start or unblocked the bot: messages reach them again."""
        async with self._db.read() as reading:
            if not await reading.chats.is_closed(chat_id):
                return
        async with self._db.work(claims=False) as work:
            await work.chats.open(chat_id)

    async def chat_closed(self, chat_id: int) -> None:
        """The person blocked the bot: nothing is tried until they come back."""
        async with self._db.work(claims=False) as work:
            await work.chats.close(chat_id)

    async def removals(self, limit: int) -> Sequence[Removal]:
        """Staff screens with codes whose day is over (rule 15)."""
        async with self._db.read() as reading:
            return await reading.sent.due_removals(limit)

    async def removed(self, chat_id: int, message_id: int) -> None:
        """The message is out of the chat, or says nothing any more."""
        async with self._db.work(claims=False) as work:
            await work.sent.forget(chat_id, message_id)

    async def not_removed(self, chat_id: int, message_id: int) -> None:
        """The messenger could not be asked: later again."""
        async with self._db.work(claims=False) as work:
            await work.sent.put_off_removal(chat_id, message_id, self._clock.now() + ASK_AGAIN)


async def tell_author(work: Work, notice: Notice, now: datetime) -> None:
    """An important message could not be delivered: one line to its author for each subject, in the same commit."""
    if not RULES[notice.kind].important or notice.organisation_id is None:
        return
    author = await _author(work, notice.organisation_id, notice)
    if author is None or author == notice.person_id:
        return
    about = next(kind for kind in ("event", "opening", "wave", "announcement") if kind in notice.params)
    number = notice.params[about]
    known = f"delivery-failed:{number}" if about == "event" else f"delivery-failed:{about}:{number}"
    await work.outbox.put(
        NoticeDraft(
            kind=NoticeKind.DELIVERY_FAILED,
            person_id=author,
            organisation_id=notice.organisation_id,
            dedupe_key=known,
            due_at=now + TELL_FAILURE_AFTER,
            params={about: number},
        )
    )


async def _author(work: Work, organisation_id: OrganisationId, notice: Notice) -> PersonId | None:
    if "event" in notice.params:
        return await work.deliveries.find_author(organisation_id, EventId(int(notice.params["event"])))
    if "opening" in notice.params:
        opening = await work.guest_openings.find(organisation_id, OpeningId(int(notice.params["opening"])))
        return None if opening is None else opening.author_id
    if "announcement" in notice.params:
        made = await work.announcements.find(
            organisation_id, AnnouncementId(int(notice.params["announcement"]))
        )
        return None if made is None else made.author_person_id
    if "wave" in notice.params:
        return await work.waves.opened_by(organisation_id, WaveId(int(notice.params["wave"])))
    return None


async def _trouble_of_announcement(
    reading: Reading, organisation_id: OrganisationId, notice: Notice
) -> DeliveryTrouble | None:
    number = AnnouncementId(int(notice.params["announcement"]))
    line = await reading.announcement_reads.line(organisation_id, number)
    report = await reading.deliveries.report(organisation_id, subject_of_announcement(number))
    if line is None or not report.failed + report.closed:
        return None
    return DeliveryTrouble(None, report, announcement=line)


async def _openings(reading: Reading, notice: Notice) -> tuple[OpeningLine, ...]:
    """Invitations of groups that were held for the summary, as far as the person may still come."""
    held = await reading.guest_summaries.held(notice.id)
    person = await reading.people.find_person(notice.person_id) if held else None
    if person is None:
        return ()
    found = []
    for line in held:
        invited = line.group.id in own_groups(person, line.organisation_id)
        if invited or line.opening_id in await openings_of(reading, person, line.organisation_id):
            found.append(line)
    return tuple(found)
