"""The kit to print for a quiz on paper: which version, for whom (rule 23)."""

from content.quizzes import WHO_DOES_WHAT, Instruments
from db.work import Database, Reading
from domain.access import Permission, reach
from domain.clock import Clock
from domain.ids import OrganisationId
from domain.people import Actor
from domain.print_kits import KitOffer
from domain.quizzes import FormLetter, Instrument
from domain.waves import WaveStatus
from services.access import access_organisation, today_in

LOOKED_AT = 4
"""The newest waves: the one that is open is among them."""


class PrintKits:
    """Papers of a quiz, for everybody who sees its waves. No child's code stands on them."""

    def __init__(self, database: Database, clock: Clock, instruments: Instruments) -> None:
        self._db = database
        self._clock = clock
        self._instruments = instruments

    async def look(self, actor: Actor, organisation_id: OrganisationId) -> KitOffer:
        """Which kit there is."""
        member = access_organisation(actor, organisation_id, Permission.SEE_WAVES, self._clock)
        async with self._db.read() as reading:
            return KitOffer(member.organisation, await self._version(reading, actor, organisation_id))

    async def print(self, actor: Actor, organisation_id: OrganisationId, form: FormLetter) -> KitOffer:
        """A form of it is printed."""
        member = access_organisation(actor, organisation_id, Permission.SEE_WAVES, self._clock)
        async with self._db.work() as work:
            instrument = await self._version(work, actor, organisation_id)
            await work.audit.note(
                "kit.printed",
                organisation_id=organisation_id,
                by=actor.person_id,
                subject=f"kit:{instrument.slug}",
                version=instrument.version,
                form=form.value,
            )
        return KitOffer(member.organisation, instrument)

    async def _version(self, reading: Reading, actor: Actor, organisation_id: OrganisationId) -> Instrument:
        """While a wave is open, what it asks; else what the next one will ask."""
        today = today_in(actor, organisation_id, self._clock)
        reached = reach(actor, Permission.SEE_WAVES, organisation_id, today)
        for wave in await reading.wave_reads.of_organisation(organisation_id, reached, limit=LOOKED_AT):
            if wave.status is WaveStatus.OPEN and wave.slug == WHO_DOES_WHAT:
                return self._instruments.get(wave.slug, wave.version)
        return self._instruments.newest(WHO_DOES_WHAT)
