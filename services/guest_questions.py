"""What children ask a guest: typed by their teachers, sent to the guest all at once."""

from db.work import Database, Reading, Work
from domain.clock import Clock
from domain.forms import accepted, clean
from domain.guest_notices import subject_of
from domain.guest_questions import QUESTION_LIMIT, QUESTIONS_AT_MOST, Question, QuestionsPage, asked
from domain.guests import Visit, may_detail
from domain.ids import QuestionId, VisitId
from domain.notices import NoticeKind
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Organisation
from services.guest_access import access_visit_to_decide, card_of
from services.guest_news import note_visit


class GuestQuestions:
    """«❓ Вопросы детей» of a visit."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def page(self, actor: Actor, visit_id: VisitId) -> QuestionsPage:
        """What the children ask, for their teachers."""
        async with self._db.read() as reading:
            visit, organisation = await access_visit_to_decide(reading, actor, visit_id)
            return await _page(reading, actor, visit, organisation)

    async def question(self, actor: Actor, visit_id: VisitId, question_id: QuestionId) -> Question:
        """One of them, to be changed."""
        async with self._db.read() as reading:
            visit, _ = await access_visit_to_decide(reading, actor, visit_id)
            return await _question(reading, visit, question_id)

    async def write(
        self, actor: Actor, visit_id: VisitId, question_id: QuestionId | None, text: str
    ) -> QuestionsPage | Refused:
        """A question more, or another wording of one: the guest sees it once it is sent."""
        words = accepted(clean(text), QUESTION_LIMIT)
        async with self._db.work() as work:
            visit, organisation = await self._hold(work, actor, visit_id)
            if isinstance(words, Refused):
                return words
            if refused := may_detail(visit, now=self._clock.now()):
                return refused
            known = await work.guest_preparations.questions(visit)
            if question_id is not None:
                if (await _question(work, visit, question_id)).text != words:
                    await work.guest_preparations.reword(visit, question_id, words)
                    await note_visit(work, actor, visit, "guest-question.changed", question=question_id)
            elif len(known) >= QUESTIONS_AT_MOST:
                return Refused(Reason.TOO_MANY_QUESTIONS, {"limit": QUESTIONS_AT_MOST})
            elif words not in {one.text for one in known}:
                await work.guest_preparations.ask(visit.organisation_id, visit.id, words)
                await note_visit(work, actor, visit, "guest-question.written")
            return await _page(work, actor, visit, organisation)

    async def drop(self, actor: Actor, visit_id: VisitId, question_id: QuestionId) -> QuestionsPage:
        """Take a question away."""
        async with self._db.work() as work:
            visit, organisation = await self._hold(work, actor, visit_id)
            if await work.guest_preparations.drop(visit, question_id):
                await note_visit(work, actor, visit, "guest-question.dropped", question=question_id)
            return await _page(work, actor, visit, organisation)

    async def send(self, actor: Actor, visit_id: VisitId) -> QuestionsPage | Refused:
        """«Отправить гостю»: one notice of everything that is new; a second tap sends nothing."""
        now = self._clock.now()
        async with self._db.work() as work:
            visit, organisation = await self._hold(work, actor, visit_id)
            if refused := may_detail(visit, now=now):
                return refused
            if visit.guest_id is None:
                return Refused(Reason.GUEST_UNREACHED)
            if count := await work.guest_preparations.send(visit):
                await work.outbox.cancel(subject_of(visit.id), (NoticeKind.GUEST_ASKED,))
                if visit.guest_id != actor.person_id:
                    await work.outbox.put(asked(visit, visit.guest_id, int(now.timestamp() * 1000)))
                await note_visit(work, actor, visit, "guest-question.sent", questions=count)
            return await _page(work, actor, visit, organisation)

    async def _hold(self, work: Work, actor: Actor, visit_id: VisitId) -> tuple[Visit, Organisation]:
        """The visit as it is in this turn: two teachers of a group write one after the other."""
        visit, organisation = await access_visit_to_decide(work, actor, visit_id)
        await work.groups.lock(organisation.id, visit.group_id)
        return await work.guest_visits.find(organisation.id, visit.id) or visit, organisation


async def _question(reading: Reading, visit: Visit, question_id: QuestionId) -> Question:
    for one in await reading.guest_preparations.questions(visit):
        if one.id == question_id:
            return one
    raise Missing


async def _page(reading: Reading, actor: Actor, visit: Visit, organisation: Organisation) -> QuestionsPage:
    return QuestionsPage(
        await card_of(reading, actor, visit, organisation),
        await reading.guest_preparations.questions(visit),
        may_change=may_detail(visit, now=reading.clock.now()) is None,
    )
