"""Attempts: a child plays a quiz at home, one to one with staff, or on paper."""

from dataclasses import replace

from db.work import Database, Work
from domain.attempts import (
    AskHelp,
    AttemptInWave,
    AttemptStatus,
    ChooseRole,
    Given,
    Help,
    Mode,
    RoleName,
    fits,
)
from domain.clock import Clock
from domain.ids import AttemptId, ChildId, WaveId
from domain.outcomes import Reason, Refused
from domain.people import Actor
from domain.quiz_views import ParentResult, PastResult, Play, QuizOffer
from domain.scoring import parent_text
from services.quiz_access import access_attempt, access_own_attempt
from services.quiz_offers import Offering, offer_to, offers_to, past_of
from services.quiz_plays import finish_if_over, open_question, play_of, why_not
from services.quiz_standing import is_stopped_for
from services.quiz_starting import begin, begin_with_staff


class Attempts:
    """What families, and staff who sit with a child, do with a quiz."""

    def __init__(self, database: Database, clock: Clock, offering: Offering) -> None:
        self._db = database
        self._clock = clock
        self._offering = offering
        self._instruments = offering.instruments

    async def mine(self, actor: Actor) -> tuple[QuizOffer, ...]:
        """Open quizzes of the own children."""
        async with self._db.read() as reading:
            return await offers_to(reading, self._offering, actor)

    async def past(self, actor: Actor) -> tuple[PastResult, ...]:
        """What the own children have finished in waves that are over: the texts can be read again."""
        async with self._db.read() as reading:
            return await past_of(reading, actor)

    async def offer(self, actor: Actor, wave_id: WaveId, child_id: ChildId) -> QuizOffer:
        """One child's quiz, and why it cannot be played now, if so."""
        async with self._db.read() as reading:
            return await offer_to(reading, self._offering, actor, wave_id, child_id)

    async def start(
        self, actor: Actor, wave_id: WaveId, child_id: ChildId, *, pictures: bool, mode: Mode = Mode.HOME
    ) -> Play | Refused:
        """The phone goes to the child. Two adults who start at once, and whoever starts again, get the same attempt."""
        async with self._db.work() as work:
            if mode is Mode.HOME:
                begun = await begin(work, self._offering, actor, wave_id, child_id, pictures=pictures)
            else:
                begun = await begin_with_staff(
                    work, self._offering, actor, wave_id, child_id, mode, pictures=pictures
                )
        if isinstance(begun, Refused):
            return begun
        return await self.look(actor, begun)

    async def look(self, actor: Actor, attempt_id: AttemptId) -> Play:
        """Where the attempt stands, on any device."""
        async with self._db.read() as reading:
            held, child = await access_attempt(reading, actor, attempt_id)
            given = await reading.quiz_answers.of(held.attempt)
        return play_of(self._instruments, held, given, child, now=self._clock.now())

    async def answer(
        self, actor: Actor, attempt_id: AttemptId, item_id: str, try_: int, choice: str | None
    ) -> Play:
        """The child taps an answer, or skips (None): one row, whatever is tapped at once.

        The hottest tap of all: the attempt, its answers, the new row. Only the last answer costs more. An answer
        leaves no line in the audit log: the row itself says what and when.
        """
        now = self._clock.now()
        async with self._db.work() as work:
            held, child = await access_attempt(work, actor, attempt_id, hold=True)
            given = await work.quiz_answers.of(held.attempt)
            asked = open_question(self._instruments, held, given)
            if asked is None or asked.item.id != item_id or not fits(asked, try_, choice):
                return play_of(self._instruments, held, given, child, now=now, late=True)
            new = Given(item_id, try_, choice, now)
            if not await work.quiz_answers.add(held.attempt, new):
                closed = replace(held, wave_open=False)
                return play_of(self._instruments, closed, given, child, now=now, late=True)
            given = (*given, new)
            held = await self._finish(work, actor, held, given)
        return play_of(self._instruments, held, given, child, now=now, answered=new)

    async def to_text(self, actor: Actor, attempt_id: AttemptId) -> Play:
        """Pictures do not come through: the quiz goes on in words, also out of a pause."""
        async with self._db.work() as work:
            held, _ = await access_attempt(work, actor, attempt_id, hold=True)
            if held.attempt.pictures and why_not(held) is None:
                await work.attempts.show_as_text(held.attempt)
            if why_not(held) is None and held.attempt.status is AttemptStatus.PAUSED:
                await self._set(work, actor, held, AttemptStatus.OPEN, "attempt.resumed")
        return await self.look(actor, attempt_id)

    async def pause(self, actor: Actor, attempt_id: AttemptId) -> Play:
        """The child rests; the quiz goes on later, on any device."""
        async with self._db.work() as work:
            held, _ = await access_attempt(work, actor, attempt_id, hold=True)
            if why_not(held) is None and held.attempt.status is AttemptStatus.OPEN:
                await self._set(work, actor, held, AttemptStatus.PAUSED, "attempt.paused")
        return await self.look(actor, attempt_id)

    async def resume(self, actor: Actor, attempt_id: AttemptId) -> Play:
        """It goes on after a pause; after a stop only through the representative who stopped it."""
        async with self._db.work() as work:
            held, _ = await access_attempt(work, actor, attempt_id, hold=True)
            resting = held.attempt.status in (AttemptStatus.PAUSED, AttemptStatus.STOPPED)
            if resting and held.wave_open and not await is_stopped_for(work, held.attempt, actor.person_id):
                await self._set(work, actor, held, AttemptStatus.OPEN, "attempt.resumed")
        return await self.look(actor, attempt_id)

    async def stop(self, actor: Actor, attempt_id: AttemptId) -> QuizOffer:
        """Either representative stops the child's quiz, wherever it is played; what was answered is not counted."""
        async with self._db.work() as work:
            held, _ = await access_own_attempt(work, actor, attempt_id, hold=True)
            if held.attempt.status in (AttemptStatus.OPEN, AttemptStatus.PAUSED) and held.wave_open:
                await self._set(work, actor, held, AttemptStatus.STOPPED, "attempt.stopped")
            return await offer_to(work, self._offering, actor, held.attempt.wave_id, held.attempt.child_id)

    async def choose_role(self, actor: Actor, attempt_id: AttemptId, role: RoleName) -> Play:
        """The child has all stars and chooses what to be called (rule 16)."""
        return await self._tell(actor, attempt_id, role)

    async def help(self, actor: Actor, attempt_id: AttemptId, help: Help) -> Play:
        """The adult says how much they helped; where nothing else is asked, that is the end."""
        return await self._tell(actor, attempt_id, help)

    async def result(self, actor: Actor, attempt_id: AttemptId) -> ParentResult | Refused:
        """What a representative reads at the end: a strong side and something to do, never a level (rule 16)."""
        async with self._db.read() as reading:
            held, tie = await access_own_attempt(reading, actor, attempt_id)
            if held.attempt.status is not AttemptStatus.FINISHED:
                return why_not(held) or Refused(Reason.ATTEMPT_OPEN)
            scores = await reading.attempt_scores.of([held.attempt])
        instrument = self._instruments.get(held.slug, held.version)
        return ParentResult(held.attempt, tie.shown, parent_text(instrument, scores[held.attempt.id]))

    async def _tell(self, actor: Actor, attempt_id: AttemptId, told: RoleName | Help) -> Play:
        """What is asked once, after the last star: it counts only while it is asked."""
        async with self._db.work() as work:
            held, child = await access_attempt(work, actor, attempt_id, hold=True)
            given = await work.quiz_answers.of(held.attempt)
            play = play_of(self._instruments, held, given, child, now=self._clock.now())
            asked = ChooseRole if isinstance(told, RoleName) else AskHelp
            goes_on = play.refused is None and held.attempt.status is AttemptStatus.OPEN
            if goes_on and isinstance(play.stage, asked) and await work.attempts.tell(held.attempt, told):
                attempt = held.attempt
                if isinstance(told, RoleName):
                    attempt = replace(attempt, role_name=told)
                else:
                    attempt = replace(attempt, help=told)
                await self._finish(work, actor, replace(held, attempt=attempt), given)
        return await self.look(actor, attempt_id)

    async def _finish(
        self, work: Work, actor: Actor, held: AttemptInWave, given: tuple[Given, ...]
    ) -> AttemptInWave:
        if not await finish_if_over(work, self._instruments, held, given):
            return held
        attempt = replace(held.attempt, status=AttemptStatus.FINISHED, finished_at=self._clock.now())
        await self._note(work, actor, held, "attempt.finished")
        return replace(held, attempt=attempt)

    async def _set(
        self, work: Work, actor: Actor, held: AttemptInWave, status: AttemptStatus, action: str
    ) -> None:
        by = actor.person_id if status is AttemptStatus.STOPPED else None
        if await work.attempts.set_status(held.attempt, status, by=by):
            await self._note(work, actor, held, action)

    async def _note(self, work: Work, actor: Actor, held: AttemptInWave, action: str) -> None:
        await work.audit.note(
            action,
            organisation_id=held.attempt.organisation_id,
            by=actor.person_id,
            subject=f"attempt:{held.attempt.id}",
        )
