"""Groups that join a wave while it is open: their forms are drawn, their families are invited."""

from dataclasses import replace

from content.quizzes import Instruments
from db.work import Database, Reading
from domain.access import Permission
from domain.clock import Clock
from domain.events import GroupLabel
from domain.ids import GroupId, WaveId
from domain.notices import Circular
from domain.outcomes import Missing, Refused
from domain.people import Actor
from domain.quiz_views import GroupsToJoin, WaveCard, WaveReach
from domain.wave_notices import invitation, subject_of
from domain.waves import Wave, may_play
from services.quiz_access import access_wave
from services.wave_opening import draw, groups_outside, reach_of
from services.waves import Waves


class WaveGroups:
    """Adds a group to an open wave: there is one wave of a kind in a school year, so it cannot have its own."""

    def __init__(self, database: Database, clock: Clock, instruments: Instruments, waves: Waves) -> None:
        self._db = database
        self._clock = clock
        self._instruments = instruments
        self._waves = waves

    async def waiting(self, actor: Actor, wave_id: WaveId) -> GroupsToJoin | Refused:
        """The groups of this quiz's age that do not take part yet."""
        async with self._db.read() as reading:
            wave, organisation, _ = await access_wave(reading, actor, wave_id, Permission.RUN_WAVES)
            if refused := may_play(wave, now=self._clock.now()):
                return refused
            return GroupsToJoin(wave, organisation, await self._outside(reading, wave))

    async def preview(
        self, actor: Actor, wave_id: WaveId, group_id: GroupId
    ) -> tuple[GroupsToJoin, WaveReach] | Refused:
        """Whom the invitation of this group would reach."""
        async with self._db.read() as reading:
            wave, organisation, _ = await access_wave(reading, actor, wave_id, Permission.RUN_WAVES)
            if refused := may_play(wave, now=self._clock.now()):
                return refused
            label = await self._one(reading, wave, group_id)
            reach = await reach_of(reading, organisation.id, _invited(wave, group_id), {group_id})
        return GroupsToJoin(wave, organisation, (label,)), reach

    async def add(self, actor: Actor, wave_id: WaveId, group_id: GroupId) -> WaveCard | Refused:
        """The group takes part from now on; its families hear of it once. A second tap changes nothing.

        The wave is held, so that it is not closed between the look at it and the group that joins.
        """
        told = None
        async with self._db.work() as work:
            found, organisation, _ = await access_wave(work, actor, wave_id, Permission.RUN_WAVES)
            wave = await work.waves.hold(found.organisation_id, wave_id)
            if wave is None:
                raise Missing
            if refused := may_play(wave, now=self._clock.now()):
                return refused
            if group_id not in wave.group_ids:
                await self._one(work, wave, group_id)
                if await work.waves.add_group(wave, group_id):
                    await draw(work, wave, (group_id,), await work.waves.seed(organisation.id, wave_id))
                    told = await work.outbox.fan_out(
                        _invited(wave, group_id),
                        work.wave_reads.representatives(organisation.id, (group_id,)),
                    )
                    await work.audit.note(
                        "wave.joined",
                        organisation_id=organisation.id,
                        by=actor.person_id,
                        subject=subject_of(wave_id),
                        group=group_id,
                    )
        return replace(await self._waves.card(actor, wave_id), told=told)

    async def _one(self, reading: Reading, wave: Wave, group_id: GroupId) -> GroupLabel:
        """A group that may join; `Missing` for one of another age, put away, or of another organisation."""
        outside = {label.id: label for label in await self._outside(reading, wave)}
        if group_id not in outside:
            raise Missing
        return outside[group_id]

    async def _outside(self, reading: Reading, wave: Wave) -> tuple[GroupLabel, ...]:
        return await groups_outside(reading, self._instruments.get(wave.slug, wave.version), wave)


def _invited(wave: Wave, group_id: GroupId) -> Circular:
    """A family that was invited with another group hears of this one, too: it is another child who is asked."""
    return invitation(wave.organisation_id, wave.id, closes_at=wave.closes_at, joined=group_id)
