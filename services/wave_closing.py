"""The closing of a wave: no more answers, and what it counted frozen in the same transaction (rule 15b)."""

from collections.abc import Collection
from dataclasses import replace

from content.quizzes import Instruments
from db.work import Database, Work
from domain.clock import Clock
from domain.ids import PersonId
from domain.notices import NoticeKind
from domain.people import Organisation
from domain.wave_notices import closing, nudge, subject_of
from domain.waves import Wave, WaveStatus, nudges_due
from services.quiz_left_open import finish_left_open
from services.wave_counting import freeze_cells, freeze_items, freeze_pairs


async def close_wave(
    work: Work, wave: Wave, organisation: Organisation, instruments: Instruments, *, by: PersonId | None
) -> bool:
    """Close it and freeze what it counts; False when it is closed already. `by` is None for its last day.

    First the wave, so that nothing new is written; then its attempts are held, so that whatever was on its way is
    either counted or refused. The other wave of the school year is held with it: the later one to be closed makes
    the pairs of both.
    """
    here = wave.organisation_id
    year = await work.waves.year_of(wave, hold=True)
    wave = year[wave.kind]
    if not await work.waves.close(here, wave.id):
        return False
    await work.closing_reads.hold(here, [one.id for one in year.values()])
    await finish_left_open(work, instruments, wave, by=by)
    await freeze_cells(work, wave)
    await freeze_items(work, instruments, wave)
    await freeze_pairs(work, instruments, {**year, wave.kind: replace(wave, status=WaveStatus.CLOSED)})
    await work.outbox.cancel(subject_of(wave.id), [NoticeKind.QUIZ_INVITED, NoticeKind.QUIZ_NUDGE])
    await work.outbox.fan_out(
        closing(wave),
        work.wave_reads.teachers(here, wave.group_ids, work.clock.today(organisation.timezone)),
    )
    await work.audit.note("wave.closed", organisation_id=here, by=by, subject=subject_of(wave.id))
    return True


class WaveTicks:
    """«Nudge and close whatever is due by now»: a missed tick costs nothing, a second one does nothing."""

    def __init__(self, database: Database, clock: Clock, instruments: Instruments) -> None:
        self._db = database
        self._clock = clock
        self._instruments = instruments

    async def close_due(self) -> int:
        """Close every wave whose last day is over; how many."""
        async with self._db.read() as reading:
            overdue = await reading.wave_reads.overdue()
        closed = 0
        for wave in overdue:
            async with self._db.work(claims=False) as work:
                organisation = await work.organisations.find(wave.organisation_id)
                assert organisation is not None
                closed += await close_wave(work, wave, organisation, self._instruments, by=None)
        return closed

    async def nudge_due(self) -> int:
        """Put out every nudge that is due; gives the number of messages."""
        now = self._clock.now()
        async with self._db.read() as reading:
            ahead = await reading.wave_reads.ahead()
            nudged = await reading.wave_reads.nudged(ahead)
        return sum(
            [
                await self._nudge(wave, due)
                for wave in ahead
                if (due := set(nudges_due(wave, now=now)) - nudged[wave.id])
            ]
        )

    async def _nudge(self, wave: Wave, due: Collection[int]) -> int:
        """Of several that are due at once, after a long silence of the bot, only the last is said."""
        async with self._db.work(claims=False) as work:
            new = [
                number
                for number in sorted(due)
                if await work.waves.mark_nudged(wave.organisation_id, wave.id, number)
            ]
            if not new:
                return 0
            return await work.outbox.fan_out(
                nudge(wave, new[-1]),
                work.wave_reads.still_to_play(wave.organisation_id, wave.id),
            )
