"""Attempts that a closing wave finds with nothing but the adult's own question open: they count as they are."""

from content.quizzes import Instruments
from db.work import Work
from domain.attempts import left_to_adult
from domain.ids import PersonId
from domain.waves import Wave
from services.quiz_plays import finish


async def finish_left_open(work: Work, instruments: Instruments, wave: Wave, *, by: PersonId | None) -> None:
    """Score them in the transaction that has just closed the wave.

    The adult's answer is missing then, as one answer may be (rule 20), and Д is told without it anyway (rule 18).
    """
    instrument = instruments.get(wave.slug, wave.version)
    for attempt in await work.attempts.hold_left_open(wave.organisation_id, wave.id):
        given = await work.quiz_answers.of(attempt)
        if left_to_adult(instrument, attempt, given) and await finish(
            work, instrument, attempt, given, closing=True
        ):
            await work.audit.note(
                "attempt.finished",
                organisation_id=wave.organisation_id,
                by=by,
                subject=f"attempt:{attempt.id}",
            )
