"""The outbox's only reader: leases what is due, tells it as things are now, and writes down how it ended."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import random

import structlog

from db.errors import may_pass
from db.repositories.outbox_rows import CHAT_CLOSED
from db.work import Database
from domain.clock import Clock
from domain.delivery import Failure, Held, Posted, Unknown
from domain.ids import NoticeId
from domain.notice_rules import RULES, Guarantee
from domain.notices import Notice, NoticeKind
from messenger.limiter import Limiter, Passage, unasked
from messenger.post import Post
from scheduler.delivery import policy
from scheduler.delivery.policy import next_step
from scheduler.delivery.record import record_failure, record_night, record_posted
from scheduler.delivery.telling import Telling
from screens.base import Screen

IN_FLIGHT = 16
"""Calls in work at once: at 28 a second and 150 ms a call, five are in the air and the rest are ready."""
WORTH_LEASING = 4
LEASE = timedelta(seconds=40)
LAPSE_EVERY_SECONDS = 5.0
STOP_SECONDS = 2.0
RECORD_ATTEMPTS = 3
"""For what no patience mends; a database that is full, locked or away is waited for."""
LONGEST_PATIENCE = 2.0
AWAY_SECONDS = 1.0

ONCE = frozenset(kind for kind, rule in RULES.items() if rule.guarantee is Guarantee.AT_MOST_ONCE)

_log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Flight:
    notice: Notice
    passage: Passage | None = None


class DeliveryWorker:
    """One loop with several calls in flight. `run` lives in a task of `bot/app.py`; `stop` ends it in order.

    It is woken by commits (`Database.when_notices_put`) and by ticks. Leases run on `real` time, what is due on
    the database's clock.
    """

    def __init__(
        self,
        database: Database,
        post: Post,
        tellings: Mapping[NoticeKind, Telling],
        limiter: Limiter,
        real: Clock,
    ) -> None:
        self._db = database
        self._post = post
        self._tellings = tellings
        self._limiter = limiter
        self._real = real
        self._flights: dict[NoticeId, _Flight] = {}
        self._calls: set[asyncio.Task[None]] = set()
        self._unwritten: set[NoticeId] = set()
        """Told, or not, and the database has not taken it yet. Till it has, nothing more is told: it would come twice."""
        self._due = True
        self._turn = asyncio.Event()
        self._idle = asyncio.Event()
        self._running = False
        self._stopping = False
        self._ended = asyncio.Event()
        self._quiet_until = 0.0
        self._lapsed_at = float("-inf")

    def wake(self) -> None:
        """Something may be due: after a commit that put notices, and at every tick."""
        self._due = True
        self._idle.clear()
        self._turn.set()

    async def settle(self, seconds: float) -> bool:
        """Wait until everything that is due has been sent, at most so long; whether it has."""
        if not self._running:
            return False
        self.wake()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._idle.wait()
                return True
        return False

    async def run(self) -> None:
        """Deliver until `stop`."""
        self._limiter.open_outbox()
        self._running = True
        try:
            async with asyncio.TaskGroup() as calls:
                while not self._stopping:
                    await self._go_on(calls)
                self._limiter.close_outbox()
                if self._calls:
                    await asyncio.wait(self._calls, timeout=STOP_SECONDS)
                for call in self._calls:
                    call.cancel()
        finally:
            self._running = False
            self._idle.set()
            await self._hand_back()
            self._ended.set()

    def cease(self) -> None:
        """Claim nothing more, from this moment on."""
        self._stopping = True
        self._turn.set()

    async def stop(self) -> None:
        """Claim nothing more, give calls in flight two seconds, hand the other leases back."""
        self.cease()
        if self._running:
            await self._ended.wait()

    async def _go_on(self, calls: asyncio.TaskGroup) -> None:
        self._turn.clear()
        pause = self._quiet_until - asyncio.get_running_loop().time()
        room = IN_FLIGHT - len(self._calls)
        ready = not self._unwritten and (room >= WORTH_LEASING or not self._calls)
        if self._due and pause <= 0 and ready:
            self._due = False
            leased = await self._lease(room)
            for notice in leased:
                self._flights[notice.id] = _Flight(notice)
                call = calls.create_task(self._carry(notice), name=f"notice {notice.id}")
                self._calls.add(call)
                call.add_done_callback(self._landed)
            self._due = self._due or len(leased) == room
            return
        if not self._due and not self._calls:
            self._idle.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(pause if self._due and pause > 0 else None):
                await self._turn.wait()

    def _landed(self, call: asyncio.Task[None]) -> None:
        self._calls.discard(call)
        self._turn.set()

    async def _lease(self, room: int) -> list[Notice]:
        loop, now = asyncio.get_running_loop(), self._real.now()
        try:
            async with self._db.work(claims=False) as work:
                if loop.time() - self._lapsed_at >= LAPSE_EVERY_SECONDS:
                    self._lapsed_at = loop.time()
                    if self._flights:
                        await work.leases.renew(self._flights, until=now + LEASE)
                    await work.leases.lapse(ONCE, real=now, longest=now + LEASE)
                return await work.leases.lease(room, real=now, until=now + LEASE)
        except Exception:
            _log.exception("outbox cannot be read")
            self._quiet_until = loop.time() + 1
            self._due = True
            return []

    async def _carry(self, notice: Notice) -> None:
        """One notice from its lease to its end. Nothing gets out: a failing call must not end the others."""
        try:
            outcome = await self._tell(notice)
        except Exception as error:
            _log.exception("notice cannot be told", notice=notice.id, kind=notice.kind.value)
            # Telegram has heard nothing where a look at the database failed: what to say is looked up before
            outcome = Held(AWAY_SECONDS) if may_pass(error) else Unknown(type(error).__name__)
        if await self._written(notice, outcome):
            self._flights.pop(notice.id, None)
        self._unwritten.discard(notice.id)

    async def _written(
        self, notice: Notice, outcome: tuple[Posted, Screen] | datetime | str | Failure
    ) -> bool:
        """Write down how it ended, however long the database takes; False when the bot stops before."""
        failures = 0
        while True:
            try:
                await self._record(notice, outcome)
                return True
            except Exception as error:
                failures += 1
                if failures == 1:
                    _log.exception("end of a notice cannot be written", notice=notice.id)
                if not may_pass(error) and failures >= RECORD_ATTEMPTS:
                    return True
            if self._stopping:
                return False
            self._unwritten.add(notice.id)
            await asyncio.sleep(min(0.2 * failures, LONGEST_PATIENCE))

    async def _tell(self, notice: Notice) -> tuple[Posted, Screen] | datetime | str | Failure:
        """What came of it: posted, when to try instead, a word why it is not told any more, or what went wrong."""
        if notice.expires_at <= self._db.clock.now():
            return "expired"
        if not notice.chat_open:
            return CHAT_CLOSED
        if RULES[notice.kind].for_members and not notice.member:
            return "not-a-member"
        if notice.morning is not None:
            return notice.morning
        screen = await self._tellings[notice.kind](notice)
        if screen is None:
            return "not-true"
        if self._stopping:
            return Held(0)
        with unasked() as passage:
            self._flights[notice.id].passage = passage
            sent = await self._post.send(notice.chat_id, notice.locale, screen, passage)
        return (sent, screen) if isinstance(sent, Posted) else sent

    async def _record(
        self, notice: Notice, outcome: tuple[Posted, Screen] | datetime | str | Failure
    ) -> None:
        match outcome:
            case (Posted() as posted, Screen() as screen):
                await record_posted(self._db, notice, posted, screen)
                return
            case datetime():
                await record_night(self._db, notice, outcome)
                return
            case str():
                async with self._db.work(claims=False) as work:
                    if outcome == "expired":
                        await work.leases.expire_one(notice.id)
                    elif outcome == CHAT_CLOSED:
                        await work.leases.fail(notice.id, outcome)
                    else:
                        await work.leases.drop(notice.id, outcome)
                return
            case _:
                pass
        step = next_step(
            outcome,
            notice.attempts,
            self._real.now(),
            RULES[notice.kind].guarantee,
            spread=random(),
        )
        if not isinstance(outcome, Held):
            _log.warning("notice not sent", notice=notice.id, kind=notice.kind.value, failure=repr(outcome))
        if isinstance(step, policy.PauseLane):
            seconds = (step.until - self._real.now()).total_seconds()
            self._quiet_until = max(self._quiet_until, asyncio.get_running_loop().time() + seconds)
        await record_failure(self._db, notice, step)

    async def _hand_back(self) -> None:
        """What is still held: given back, unless Telegram may have heard of it."""
        left = list(self._flights.values())
        if not left:
            return
        begun = [f.notice for f in left if f.passage is not None and f.passage.began]
        try:
            async with asyncio.timeout(STOP_SECONDS), self._db.work(claims=False) as work:
                for notice in begun:
                    if notice.kind in ONCE:
                        await work.leases.leave_unknown(notice.id, "stopped")
                await work.leases.break_off(notice.id for notice in begun if notice.kind not in ONCE)
                await work.leases.give_back(f.notice.id for f in left if f.notice not in begun)
        except Exception as error:  # the leases lapse by themselves
            _log.warning("leases not handed back", count=len(left), error=type(error).__name__)
        self._flights.clear()
