"""The part of a unit of work that is about quizzes and waves."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from db.reads.closing import ClosingReads
from db.reads.quizzes import QuizReads
from db.reads.waves import WaveReads
from db.repositories.attempt_scores import AttemptScores
from db.repositories.attempts import Attempts
from db.repositories.child_consents import ChildConsents
from db.repositories.form_draws import FormDraws
from db.repositories.instruments import Instruments
from db.repositories.quiz_answers import QuizAnswers
from db.repositories.wave_counts import WaveCounts
from db.repositories.waves import Waves
from domain.clock import Clock


class QuizReading:
    """Repositories of quizzes over one connection; `Reading` is one of these."""

    connection: AsyncConnection
    clock: Clock

    @cached_property
    def instruments(self) -> Instruments:
        """Published versions of quizzes."""
        return Instruments(self.connection, self.clock)

    @cached_property
    def waves(self) -> Waves:
        """Start and final monitorings."""
        return Waves(self.connection, self.clock)

    @cached_property
    def wave_reads(self) -> WaveReads:
        """The same as staff look at them."""
        return WaveReads(self.connection, self.clock)

    @cached_property
    def closing_reads(self) -> ClosingReads:
        """Their rows as a closing counts them."""
        return ClosingReads(self.connection)

    @cached_property
    def wave_counts(self) -> WaveCounts:
        """What closed ones keep of questions and pairs."""
        return WaveCounts(self.connection)

    @cached_property
    def child_consents(self) -> ChildConsents:
        """Who agreed that a child takes part."""
        return ChildConsents(self.connection, self.clock)

    @cached_property
    def form_draws(self) -> FormDraws:
        """Which form each child takes."""
        return FormDraws(self.connection, self.clock)

    @cached_property
    def attempts(self) -> Attempts:
        """Children's ways through a quiz."""
        return Attempts(self.connection, self.clock)

    @cached_property
    def quiz_answers(self) -> QuizAnswers:
        """What they answered."""
        return QuizAnswers(self.connection)

    @cached_property
    def attempt_scores(self) -> AttemptScores:
        """What it came to."""
        return AttemptScores(self.connection)

    @cached_property
    def quiz_reads(self) -> QuizReads:
        """All of it as people look at it."""
        return QuizReads(self.connection, self.clock)
