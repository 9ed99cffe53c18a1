"""The closing of a wave: no more answers, and what it counted frozen in the same transaction (rule 15b)."""

from collections.abc import Collection

from db.work import Database, Work
from domain.clock import Clock
from domain.ids import PersonId
from domain.notices import NoticeKind
from domain.people import Organisation
from domain.wave_cells import cells
from domain.wave_notices import closing, nudge, subject_of
from domain.waves import Wave, nudges_due


async def close_wave(work: Work, wave: Wave, organisation: Organisation, *, by: PersonId | None) -> bool:
    """Close it and freeze its cells; False when it is closed already. `by` is None for its last day.

    First the wave, so that nothing new is written; then its attempts are held, so that whatever was on its way is
    either counted or refused.
    """
    if not await work.waves.close(wave.organisation_id, wave.id):
        return False
    outcomes = await work.quiz_reads.outcomes(wave.organisation_id, wave.id, hold=True)
    counts = await work.wave_reads.counts(wave.organisation_id, [wave.id])
    children = {group_id: counts[wave.id, group_id].children for group_id in wave.group_ids}
    await work.waves.freeze(wave.organisation_id, wave.id, cells(outcomes, children))
    await work.outbox.cancel(subject_of(wave.id), [NoticeKind.QUIZ_INVITED, NoticeKind.QUIZ_NUDGE])
    await work.outbox.fan_out(
        closing(wave),
        work.wave_reads.teachers(
            wave.organisation_id, wave.group_ids, work.clock.today(organisation.timezone)
        ),
    )
    await work.audit.note(
        "wave.closed", organisation_id=wave.organisation_id, by=by, subject=subject_of(wave.id)
    )
    return True


class WaveTicks:
    """«Nudge and close whatever is due by now»: a missed tick costs nothing, a second one does nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def close_due(self) -> int:
        """Close every wave whose last day is over; how many."""
        async with self._db.read() as reading:
            overdue = await reading.wave_reads.overdue()
        closed = 0
        for wave in overdue:
            async with self._db.work(claims=False) as work:
                organisation = await work.organisations.find(wave.organisation_id)
                assert organisation is not None
                closed += await close_wave(work, wave, organisation, by=None)
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
