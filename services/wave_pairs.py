"""Pairs of a school year, read from what its closing has stored and nothing else (rule 15b)."""

from content.quizzes import Instruments
from db.work import Database
from domain.access import Permission
from domain.ids import GroupId, WaveId
from domain.outcomes import Missing
from domain.people import Actor
from domain.wave_pairs import Pairing, Pairs, PairsPage, helped, summary
from domain.waves import WaveKind
from services.quiz_access import access_wave
from services.wave_counting import pairing_of


class WavePairs:
    """What a psychologist reads of a final wave (rule 30)."""

    def __init__(self, database: Database, instruments: Instruments) -> None:
        self._db = database
        self._instruments = instruments

    async def page(self, actor: Actor, wave_id: WaveId, group_id: GroupId | None = None) -> PairsPage:
        """The pairs of all groups together, or of one; of a final wave without pairs, why there are none."""
        async with self._db.read() as reading:
            final, organisation, _ = await access_wave(reading, actor, wave_id, Permission.SEE_CODES)
            if final.kind is not WaveKind.FINAL:
                raise Missing
            year = await reading.waves.year_of(final)
            found = pairing_of(self._instruments, final, year.get(WaveKind.START))
            kept, told = Pairs(), {}
            if found is Pairing.COUNTED:
                kept = await reading.wave_counts.pairs(organisation.id, final.id)
                for wave in year.values():
                    counts = await reading.waves.cells(organisation.id, wave.id)
                    told[wave.kind] = helped(counts, group_id)
            counted = {one.group_id for one in kept.fates}
            groups = await reading.event_reads.labels(organisation.id, counted)
        group = next((one for one in groups if one.id == group_id), None)
        if group_id is not None and group is None:
            raise Missing
        return PairsPage(final, organisation, found, summary(kept, group_id), groups, told, group)
