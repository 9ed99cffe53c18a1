"""«Группа закрыта»: looked at before, done in one transaction, undone in another."""

from dataclasses import replace
from datetime import date

from db.work import Database, Reading, Work
from domain.access import Permission, grant
from domain.clock import Clock
from domain.closure_notices import closing, reopening, subject_of
from domain.closure_views import ClosureCard, ClosurePlan, OpenWave, Stale
from domain.closures import Affected, Closure, Span, may_close, may_reopen, seen
from domain.events import GroupLabel
from domain.ids import ClosureId, GroupId
from domain.notices import NoticeKind
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Group, Organisation
from domain.waves import WaveStatus
from services.access import access_group, organisation_of, organisations_of
from services.closing import Overtaken, carry_out
from services.closure_lines import news_of
from services.closure_planning import Met, concerned, meet
from services.guest_access import group_label
from services.reopening import put_back

WAVES_LOOKED_AT = 4
"""The newest waves of an organisation: one of them at most is open."""


class Closures:
    """What staff do with days on which a group receives nobody."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def begin(self, actor: Actor, group_id: GroupId) -> tuple[Organisation, GroupLabel]:
        """The group that is to be closed: before its days are asked."""
        async with self._db.read() as reading:
            seen_as, group = await access_group(reading, actor, group_id, Permission.CLOSE_GROUPS)
            return seen_as.organisation, await group_label(reading, group.organisation_id, group.id)

    async def preview(
        self,
        actor: Actor,
        group_id: GroupId,
        days: tuple[date, date],
        choices: int = 0,
        seen_before: int | None = None,
    ) -> ClosurePlan | Stale | Refused:
        """Everything that stands on these days, what would become of it, and how many people would be told.

        With `seen_before`, what an older preview showed: when it is not so any more, every proposal stands anew.
        """
        async with self._db.read() as reading:
            met = await self._meet(reading, actor, group_id, days)
            if isinstance(met, Refused):
                return met
            fresh = seen_before is None or seen_before == seen(met.affected)
            plan = await self._plan(reading, actor, met, choices if fresh else 0)
        return plan if fresh else Stale(plan)

    async def close(
        self,
        actor: Actor,
        group_id: GroupId,
        days: tuple[date, date],
        choices: int,
        seen_before: int,
    ) -> ClosureCard | Stale | Refused:
        """Close a group: what was decided is done, and everybody concerned gets one message about all of it.

        A second tap finds the closure that the first one has made. What was changed since the preview, or is being
        changed at this moment, stops it: the preview is shown anew.
        """
        try:
            async with self._db.work() as work:
                _, group = await access_group(work, actor, group_id, Permission.CLOSE_GROUPS)
                if not await work.groups.lock(group.organisation_id, group.id):
                    raise Missing
                known = await self._same(work, group, days)
                if known is not None:
                    return await self._card(work, actor, known)
                met = await self._meet(work, actor, group_id, days)
                if isinstance(met, Refused):
                    return met
                if seen(met.affected) != seen_before:
                    raise Overtaken
                return await self._close(work, actor, met, choices)
        except Overtaken:
            plan = await self.preview(actor, group_id, days)
            return Stale(plan) if isinstance(plan, ClosurePlan) else plan

    async def closed(self, actor: Actor, group_id: GroupId, days: tuple[date, date]) -> ClosureCard:
        """The closure that a confirmed preview has made: for a late second tap."""
        async with self._db.read() as reading:
            _, group = await access_group(reading, actor, group_id, Permission.CLOSE_GROUPS)
            known = await self._same(reading, group, days)
            if known is None:
                raise Missing
            return await self._card(reading, actor, known)

    async def card(self, actor: Actor, closure_id: ClosureId) -> ClosureCard:
        """A closure: its days, what it has changed, what stands on its days all the same."""
        async with self._db.read() as reading:
            closure = await self._access(reading, actor, closure_id, Permission.SEE_GROUPS)
            return await self._card(reading, actor, closure)

    async def reopen(self, actor: Actor, closure_id: ClosureId) -> ClosureCard | Refused:
        """«Открыть группу снова»: whatever can be is put back to its time, whoever had been told is told so.

        Once: of two who tap at once the second finds the group open.
        """
        async with self._db.work() as work:
            closure = await self._access(work, actor, closure_id, Permission.CLOSE_GROUPS)
            organisation = organisation_of(actor, closure.organisation_id)
            await work.groups.lock(organisation.id, closure.group_id)
            refused = may_reopen(closure, today=self._clock.today(organisation.timezone))
            if refused is not None:
                return refused
            if not await work.closures.undo(closure):
                return Refused(Reason.GROUP_OPEN)
            steps = await work.closures.steps(closure)
            await put_back(work, actor, organisation, closure, steps)
            await work.outbox.cancel(subject_of(closure.id), [NoticeKind.GROUP_CLOSED])
            ends = closure.span(organisation.timezone).ends
            news = reopening(closure, steps, ends=ends, now=self._clock.now())
            people = work.closure_reads.those_told(closure, but=actor.person_id)
            known = await work.outbox.preview_budget(news, people)
            await work.outbox.fan_out(news, people)
            await _note(work, actor, closure, "group.reopened")
            undone = replace(closure, undone_at=self._clock.now())
            return replace(await self._card(work, actor, undone), told=known.people - known.closed)

    async def _close(self, work: Work, actor: Actor, met: Met, choices: int) -> ClosureCard:
        here, span = met.organisation.id, met.span
        people = await concerned(work, met, met.deeds(choices), but=actor.person_id)
        closure_id = await work.closures.write(here, met.group.id, span, by=actor.person_id)
        steps = await carry_out(work, actor, met, choices)
        await work.closures.note(here, closure_id, steps)
        closure = Closure(closure_id, here, met.group.id, span.from_day, span.until_day)
        news = closing(closure, steps, ends=span.ends, now=self._clock.now())
        audience = work.closure_reads.these(here, people)
        known = await work.outbox.preview_budget(news, audience)
        await work.outbox.fan_out(news, audience)
        await _note(work, actor, closure, "group.closed", steps=len(steps))
        return replace(await self._card(work, actor, closure), told=known.people - known.closed)

    async def _meet(
        self, reading: Reading, actor: Actor, group_id: GroupId, days: tuple[date, date]
    ) -> Met | Refused:
        seen_as, group = await access_group(reading, actor, group_id, Permission.CLOSE_GROUPS)
        organisation = seen_as.organisation
        today = self._clock.today(organisation.timezone)
        span = Span(*days, organisation.timezone)
        standing = await reading.closures.standing(organisation.id, [group.id], today)
        if refused := may_close(span, standing, today=today):
            return refused
        return await meet(reading, actor, organisation, group, span)

    async def _plan(self, reading: Reading, actor: Actor, met: Met, choices: int) -> ClosurePlan:
        here, now = met.organisation.id, self._clock.now()
        people = await concerned(reading, met, met.deeds(choices), but=actor.person_id)
        nobody = Closure(ClosureId(0), here, met.group.id, met.span.from_day, met.span.until_day)
        known = await reading.outbox.preview_budget(
            closing(nobody, (), ends=met.span.ends, now=now), reading.closure_reads.these(here, people)
        )
        waves = await reading.wave_reads.of_organisation(
            here, frozenset({met.group.id}), limit=WAVES_LOOKED_AT
        )
        return ClosurePlan(
            met.organisation,
            await group_label(reading, here, met.group.id),
            met.span,
            met.affected,
            choices,
            seen(met.affected),
            known.people - known.closed,
            tuple(
                OpenWave(wave.kind, wave.closes_at)
                for wave in waves
                if wave.status is WaveStatus.OPEN and wave.closes_at > met.span.begins
            ),
            met.questions,
        )

    async def _card(self, reading: Reading, actor: Actor, closure: Closure) -> ClosureCard:
        organisation = organisation_of(actor, closure.organisation_id)
        steps = await reading.closures.steps(closure)
        news = await news_of(reading, actor, organisation, closure, steps)
        today = self._clock.today(organisation.timezone)
        may = grant(actor, Permission.CLOSE_GROUPS, organisation.id, group_id=closure.group_id, today=today)
        stands = may_reopen(closure, today=today) is None
        group = await reading.groups.find(organisation.id, closure.group_id)
        stays: tuple[Affected, ...] = ()
        if stands and group is not None:
            met = await meet(reading, actor, organisation, group, closure.span(organisation.timezone))
            stays = () if isinstance(met, Refused) else met.affected
        kind = NoticeKind.GROUP_CLOSED if closure.undone_at is None else NoticeKind.GROUP_REOPENED
        report = await reading.deliveries.report(organisation.id, subject_of(closure.id), [kind])
        return ClosureCard(
            news,
            may_reopen=stands and may is not None,
            running=stands,
            stays=stays,
            missed=report.failed + report.closed + report.unknown,
        )

    async def _same(self, reading: Reading, group: Group, days: tuple[date, date]) -> Closure | None:
        standing = await reading.closures.standing(group.organisation_id, [group.id], days[1])
        return next((one for one in standing if (one.from_day, one.until_day) == days), None)

    async def _access(
        self, reading: Reading, actor: Actor, closure_id: ClosureId, permission: Permission
    ) -> Closure:
        for organisation_id in organisations_of(actor):
            closure = await reading.closures.find(organisation_id, closure_id)
            if closure is not None:
                await access_group(reading, actor, closure.group_id, permission)
                return closure
        raise Missing


async def _note(work: Work, actor: Actor, closure: Closure, action: str, **details: int) -> None:
    await work.audit.note(
        action,
        organisation_id=closure.organisation_id,
        by=actor.person_id,
        subject=subject_of(closure.id),
        group=closure.group_id,
        **details,
    )
