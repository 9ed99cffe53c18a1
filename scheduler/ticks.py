"""A handful of interval ticks on APScheduler: no job per future message, everything due is found by SQL."""

import asyncio
from datetime import UTC

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from domain.clock import Clock
from scheduler.delivery.worker import DeliveryWorker
from scheduler.jobs import Job, Jobs

DRAIN_SECONDS = 1.5
SETTLE_SECONDS = 5.0
"""So long a moved clock waits for what became due to be sent."""

_log = structlog.get_logger(__name__)


class Ticks:
    """Runs every job from time to time; never the same one twice at once."""

    def __init__(self, jobs: Jobs, worker: DeliveryWorker) -> None:
        self._worker = worker
        self._jobs = jobs.all()
        self._busy = {job.name: asyncio.Lock() for job in self._jobs}
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._stopping = False

    def start(self) -> None:
        """Begin to tick, each job at once for the first time; needs a running loop."""
        for job in self._jobs:
            self._scheduler.add_job(
                self._run,
                "interval",
                seconds=job.seconds,
                args=[job],
                id=job.name,
                next_run_time=Clock().now(),
            )
        self._scheduler.start()

    async def stop(self) -> None:
        """Begin nothing more, let what runs come to its end, then shut down (which would cancel it)."""
        self._stopping = True
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        try:
            async with asyncio.timeout(DRAIN_SECONDS):
                for lock in self._busy.values():
                    await lock.acquire()
        except TimeoutError:
            _log.warning("a tick did not end in time")
        self._scheduler.shutdown(wait=False)
        await asyncio.sleep(0)  # APScheduler shuts down in the loop's next turn

    async def run_all(self) -> None:
        """Every job once, and what became due is sent: for a clock that was moved."""
        for job in self._jobs:
            await self._run(job)
        await self._worker.settle(SETTLE_SECONDS)

    async def _run(self, job: Job) -> None:
        if self._stopping:
            return
        async with self._busy[job.name]:
            if self._stopping:
                return
            try:
                await job.run()
            except Exception:
                _log.exception("tick failed", job=job.name)
