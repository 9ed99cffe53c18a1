"""Results: a psychologist's table by code, a teacher's profile of a group, its children one by one without them."""

from content.consents import ConsentTexts
from db.work import Database, Reading
from domain.access import Permission, grant, require
from domain.attempts import Mode
from domain.child_consents import Standing, standing
from domain.clock import Clock
from domain.events import GroupLabel
from domain.ids import ChildId, GroupId, OrganisationId, WaveId
from domain.outcomes import Missing
from domain.people import Actor, Child, Organisation
from domain.privacy import Purpose
from domain.quiz_views import CodeLine, CodePage, GroupProfile, WaveChild, WaveChildren
from domain.wave_cells import ANY, FEWEST, Cell, Measure, cells, profile
from domain.waves import Wave, WaveStatus, form_in
from services.access import access_child, today_in
from services.quiz_access import access_wave

PAGE = 8


class QuizResults:
    """What came of a wave, for those who may see it (rule 30)."""

    def __init__(self, database: Database, clock: Clock, texts: ConsentTexts) -> None:
        self._db = database
        self._clock = clock
        self._texts = texts

    async def codes(self, actor: Actor, wave_id: WaveId, page: int = 0) -> CodePage:
        """The psychologist's table: finished attempts by the child's number, no names, nothing suppressed."""
        page = max(page, 0)
        async with self._db.read() as reading:
            wave, organisation, _ = await access_wave(reading, actor, wave_id, Permission.SEE_CODES)
            rows = await reading.quiz_reads.finished(
                organisation.id, wave_id, limit=PAGE + 1, offset=page * PAGE
            )
            shown = rows[:PAGE]
            scores = await reading.attempt_scores.of([attempt for attempt, _, _ in shown])
        lines = tuple(
            CodeLine(attempt, scores[attempt.id], median_seconds=median, same_place=same)
            for attempt, median, same in shown
        )
        return CodePage(wave, organisation, lines, page, len(rows) > PAGE)

    async def profile(self, actor: Actor, wave_id: WaveId, group_id: GroupId) -> GroupProfile:
        """A group's levels: for its teacher once the wave is closed, and of five children or more.

        While the wave is open a teacher would learn each child's level by the difference from one look to the next.
        A closed wave tells what it froze. The psychologist sees both without limits.
        """
        async with self._db.read() as reading:
            wave, organisation, _ = await access_wave(reading, actor, wave_id, Permission.SEE_PROFILE)
            label = await self._label(reading, actor, wave, organisation.id, group_id)
            counts = await _cells(reading, wave)
        found = profile(counts, group_id)
        unlimited = self._may(actor, Permission.SEE_CODES, organisation.id)
        shown = unlimited or (wave.status is WaveStatus.CLOSED and found.counted >= FEWEST)
        return GroupProfile(
            wave=wave,
            group=label,
            n=found.n,
            levels=found.levels if shown else None,
            totals=found.totals if shown else None,
            helped_much=found.helped_much,
            unclear=found.unclear if shown else 0,
            modes=_modes(counts, group_id),
            alone=found.alone if shown else None,
            helped_little=found.helped_little,
            may_enter=wave.status is WaveStatus.OPEN
            and self._may(actor, Permission.ENTER_RESULTS, organisation.id, group_id),
        )

    async def children(self, actor: Actor, wave_id: WaveId, group_id: GroupId, page: int = 0) -> WaveChildren:
        """A group's children for whoever plays one to one or enters paper results: codes and how far each is."""
        page = max(page, 0)
        async with self._db.read() as reading:
            wave, organisation, _ = await access_wave(reading, actor, wave_id, Permission.ENTER_RESULTS)
            require(
                actor,
                Permission.ENTER_RESULTS,
                organisation.id,
                group_id=group_id,
                today=today_in(actor, organisation.id, self._clock),
            )
            label = await self._label(reading, actor, wave, organisation.id, group_id)
            rows = await reading.quiz_reads.children(
                organisation.id, group_id, limit=PAGE + 1, offset=page * PAGE
            )
            lines = await self._lines(reading, wave, organisation, label, rows[:PAGE])
        return WaveChildren(wave, organisation, label, lines, page, len(rows) > PAGE)

    async def child(self, actor: Actor, wave_id: WaveId, child_id: ChildId) -> WaveChild:
        """One of them."""
        async with self._db.read() as reading:
            wave, organisation, _ = await access_wave(reading, actor, wave_id, Permission.ENTER_RESULTS)
            _, child = await access_child(reading, actor, child_id, Permission.ENTER_RESULTS)
            labels = await reading.event_reads.labels(organisation.id, [child.group_id])
            if child.organisation_id != organisation.id or child.left_at is not None or not labels:
                raise Missing
            [line] = await self._lines(reading, wave, organisation, labels[0], [child])
        if line.attempt is None and child.group_id not in wave.group_ids:
            raise Missing
        return line

    async def _lines(
        self,
        reading: Reading,
        wave: Wave,
        organisation: Organisation,
        label: GroupLabel,
        children: list[Child],
    ) -> tuple[WaveChild, ...]:
        ids = [child.id for child in children]
        attempts = await reading.quiz_reads.attempts([organisation.id], [wave.id], ids)
        consents = await reading.child_consents.of_children(organisation.id, ids)
        drawn = await reading.form_draws.of_group(wave, label.id)
        version = self._texts.current_version(Purpose.CHILD)
        return tuple(
            WaveChild(
                wave=wave,
                organisation=organisation,
                group=label,
                child_id=child.id,
                number=child.number,
                attempt=attempts.get((wave.id, child.id)),
                consent=standing(consents.get(child.id, ()), version, asks=None, representatives=())
                is Standing.STANDS,
                form=None if (letter := drawn.get(child.id)) is None else form_in(wave, letter),
            )
            for child in children
        )

    async def _label(
        self,
        reading: Reading,
        actor: Actor,
        wave: Wave,
        organisation_id: OrganisationId,
        group_id: GroupId,
    ) -> GroupLabel:
        """A group of the wave that this person reaches."""
        if group_id not in wave.group_ids:
            raise Missing
        require(
            actor,
            Permission.SEE_PROFILE,
            organisation_id,
            group_id=group_id,
            today=today_in(actor, organisation_id, self._clock),
        )
        [label] = await reading.event_reads.labels(organisation_id, [group_id])
        return label

    def _may(
        self,
        actor: Actor,
        permission: Permission,
        organisation_id: OrganisationId,
        group_id: GroupId | None = None,
    ) -> bool:
        today = today_in(actor, organisation_id, self._clock)
        return grant(actor, permission, organisation_id, group_id=group_id, today=today) is not None


async def _cells(reading: Reading, wave: Wave) -> tuple[Cell, ...]:
    """What a closed wave froze; of an open one, what its rows come to now."""
    if wave.status is WaveStatus.CLOSED:
        return await reading.waves.cells(wave.organisation_id, wave.id)
    return cells(await reading.quiz_reads.outcomes(wave.organisation_id, wave.id), {})


def _modes(counts: tuple[Cell, ...], group_id: GroupId) -> dict[Mode, int]:
    """How many finished attempts of a group were played where (rule 24)."""
    return {
        Mode(cell.mode): cell.n
        for cell in counts
        if cell.group_id == group_id and cell.measure is Measure.FINISHED and cell.mode != ANY
    }
