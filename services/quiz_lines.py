"""A quiz as one line: of an evening summary, or of a word to whoever opened its wave."""

from db.work import Reading
from domain.delivery import DeliveryTrouble, QuizLine
from domain.ids import WaveId
from domain.notices import Notice
from domain.wave_notices import subject_of
from services.quiz_offers import Offering, invitation_to


async def held_quizzes(reading: Reading, offering: Offering, summary: Notice) -> tuple[QuizLine, ...]:
    """Quizzes that the messages held for this summary were about, and that a child of the adult may still play."""
    held = await reading.wave_reads.told_in(summary.id)
    adult = await reading.people.find_person(summary.person_id) if held else None
    if adult is None:
        return ()
    found = [await invitation_to(reading, offering, adult, wave_id) for wave_id in held]
    return tuple(
        QuizLine(
            wave_id=invitation.wave.id,
            title=invitation.instrument.title,
            closes_at=invitation.wave.closes_at,
            zone=invitation.organisation.timezone,
            emojis=tuple(group.emoji for group in invitation.groups),
        )
        for invitation in found
        if invitation is not None
    )


async def quiz_trouble(reading: Reading, offering: Offering, notice: Notice) -> DeliveryTrouble | None:
    """How many could not be reached about a quiz by now."""
    here = notice.organisation_id
    if here is None:
        return None
    wave = await reading.waves.find(here, WaveId(int(notice.params["wave"])))
    organisation = await reading.organisations.find(here)
    if wave is None or organisation is None:
        return None
    report = await reading.deliveries.report(here, subject_of(wave.id))
    if not report.failed + report.closed:
        return None
    labels = await reading.event_reads.labels(here, wave.group_ids)
    line = QuizLine(
        wave_id=wave.id,
        title=offering.instruments.get(wave.slug, wave.version).title,
        closes_at=wave.closes_at,
        zone=organisation.timezone,
        emojis=tuple(label.emoji for label in labels),
    )
    return DeliveryTrouble(None, report, quiz=line)
