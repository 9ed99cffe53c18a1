"""Letters of thanks: written for visits that were held, numbered, sent, found again."""

from db.work import Database, Reading, Work
from domain.access import Permission, reach, require
from domain.clock import Clock
from domain.forms import accepted, clean
from domain.guest_letters import (
    REGISTER_LIMIT,
    SALUTATION_LIMIT,
    WORDS_LIMIT,
    LetterDesk,
    LetterRegister,
    OwnLetter,
    may_thank,
    on_its_way,
)
from domain.guests import Visit, VisitStatus
from domain.ids import OrganisationId, VisitId
from domain.notices import Notice
from domain.outcomes import Reason, Refused
from domain.people import Actor, Organisation
from services.access import access_organisation, today_in
from services.guest_access import access_own_visit, access_visit_to_decide, card_of
from services.guest_news import note_visit
from services.guest_told import visit_of_notice

PAGE = 8


class GuestLetters:
    """What staff do with letters, and how a guest gets theirs."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def desk(self, actor: Actor, visit_id: VisitId) -> LetterDesk:
        """The letter of a visit, or what one may be written of."""
        async with self._db.read() as reading:
            visit, organisation = await access_visit_to_decide(reading, actor, visit_id)
            return await _desk(reading, actor, visit, organisation)

    async def issue(
        self, actor: Actor, visit_id: VisitId, salutation: str | None, words: str
    ) -> LetterDesk | Refused:
        """Give the letter of a visit its number; asked again, the same letter is shown.

        With rule 9 off nobody's name is kept: the salutation is a line to be filled in by hand.
        """
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_decide(work, actor, visit_id)
            to = clean(salutation or "") if organisation.personal_data else ""
            dear = accepted(to, SALUTATION_LIMIT) if to else None
            said = accepted(clean(words, lines=True), WORDS_LIMIT)
            if isinstance(dear, Refused):
                return dear
            if isinstance(said, Refused):
                return said
            await work.organisations.lock(organisation.id)
            if await work.guest_letters.find(organisation.id, visit.id) is None:
                if not may_thank(visit) or not await work.guest_visits.hold(visit):
                    return Refused(Reason.CHANGED_MEANWHILE)
                today = today_in(actor, organisation.id, self._clock)
                by = require(
                    actor, Permission.DECIDE_GUESTS, organisation.id, group_id=visit.group_id, today=today
                )
                await work.guest_letters.issue(visit, today, dear, said, by.id)
                await note_visit(work, actor, visit, "guest-letter.issued")
            return await _desk(work, actor, visit, organisation)

    async def send(self, actor: Actor, visit_id: VisitId) -> LetterDesk | Refused:
        """«Отправить гостю»: the letter goes to the guest's chat."""
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_decide(work, actor, visit_id)
            desk = await _desk(work, actor, visit, organisation)
            if desk.letter is None or desk.letter.guest_id is None or not desk.may_send:
                return Refused(Reason.CHANGED_MEANWHILE)
            await work.outbox.put(on_its_way(desk.letter, desk.letter.guest_id, now=self._clock.now()))
            await work.guest_letters.mark_sent(desk.letter)
            await note_visit(work, actor, visit, "guest-letter.sent")
            return await _desk(work, actor, visit, organisation)

    async def own(self, actor: Actor, visit_id: VisitId) -> OwnLetter | None:
        """«💌 Моё письмо»: for the guest; None before it was sent."""
        async with self._db.read() as reading:
            visit, organisation = await access_own_visit(reading, actor, visit_id)
            return await _own(reading, actor, visit, organisation)

    async def letter_for_notice(self, notice: Notice) -> OwnLetter | None:
        """The letter, for its guest: while they may have it."""
        async with self._db.read() as reading:
            found = await visit_of_notice(reading, notice, access_own_visit)
            return None if found is None else await _own(reading, *found)

    async def register(self, actor: Actor, organisation_id: OrganisationId, page: int = 0) -> LetterRegister:
        """A page of the register: heads and methodists see all of it, teachers the letters of their groups."""
        return await self._register(actor, organisation_id, page, PAGE)

    async def table(self, actor: Actor, organisation_id: OrganisationId) -> LetterRegister:
        """All of the register that the person may see."""
        return await self._register(actor, organisation_id, 0, REGISTER_LIMIT)

    async def _register(
        self, actor: Actor, organisation_id: OrganisationId, page: int, size: int
    ) -> LetterRegister:
        seen_as = access_organisation(actor, organisation_id, Permission.SEE_GUESTS, self._clock)
        today = today_in(actor, organisation_id, self._clock)
        reached = reach(actor, Permission.SEE_GUESTS, organisation_id, today)
        page = max(page, 0)
        async with self._db.read() as reading:
            lines = await reading.guest_letters.lines(
                organisation_id, reached, limit=size + 1, offset=page * size
            )
        return LetterRegister(seen_as.organisation, tuple(lines[:size]), page, more=len(lines) > size)


async def _desk(
    reading: Reading | Work, actor: Actor, visit: Visit, organisation: Organisation
) -> LetterDesk:
    shown = (await reading.guest_people.shown(organisation, [visit])).get(visit.id)
    return LetterDesk(
        await card_of(reading, actor, visit, organisation),
        await reading.guest_letters.find(organisation.id, visit.id),
        None if shown is None else shown.name,
    )


async def _own(reading: Reading, actor: Actor, visit: Visit, organisation: Organisation) -> OwnLetter | None:
    letter = await reading.guest_letters.find(organisation.id, visit.id)
    theirs = letter is not None and letter.sent and letter.guest_id == actor.person_id
    if letter is None or letter.words is None or not theirs or visit.status is not VisitStatus.HELD:
        return None
    return OwnLetter(letter, await card_of(reading, actor, visit, organisation))
