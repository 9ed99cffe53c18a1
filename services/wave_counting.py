"""What a closing stores, from the rows as they are at that moment: cells, answers by question, pairs (rule 15b)."""

from collections.abc import Mapping

from content.quizzes import Instruments
from db.work import Work
from domain.item_counts import item_counts
from domain.wave_cells import cells
from domain.wave_pairs import Pairing, pairing, pairs, same_scale
from domain.waves import Wave, WaveKind


async def freeze_cells(work: Work, wave: Wave) -> None:
    """Store how many children stand where, by group."""
    here = wave.organisation_id
    outcomes = await work.quiz_reads.outcomes(here, wave.id)
    counts = await work.wave_reads.counts(here, [wave.id])
    children = {group_id: counts[wave.id, group_id].children for group_id in wave.group_ids}
    await work.waves.freeze(here, wave.id, cells(outcomes, children))


async def freeze_items(work: Work, instruments: Instruments, wave: Wave) -> None:
    """Store how each question was answered in the whole organisation."""
    here = wave.organisation_id
    attempts = await work.closing_reads.attempts(here, wave.id)
    tries = await work.closing_reads.tries(here, wave.id)
    instrument = instruments.get(wave.slug, wave.version)
    await work.wave_counts.freeze_items(here, wave.id, item_counts(instrument, attempts, tries))


async def freeze_pairs(work: Work, instruments: Instruments, year: Mapping[WaveKind, Wave]) -> None:
    """Store the pairs of a school year with its final wave, once both waves are closed."""
    start, final = year.get(WaveKind.START), year.get(WaveKind.FINAL)
    if start is None or final is None or pairing_of(instruments, final, start) is not Pairing.COUNTED:
        return
    found = await work.closing_reads.finished(final.organisation_id, [start.id, final.id])
    await work.wave_counts.freeze_pairs(
        final.organisation_id, final.id, pairs(found[start.id], found[final.id])
    )


def pairing_of(instruments: Instruments, final: Wave, start: Wave | None) -> Pairing:
    """Whether the waves of a school year have pairs, by their state and by their versions."""
    one_scale = start is not None and same_scale(
        instruments.get(start.slug, start.version), instruments.get(final.slug, final.version)
    )
    return pairing(final, start, one_scale=one_scale)
