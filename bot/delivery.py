"""Everything that happens unasked, wired: the limiter, the outbox's reader, the ticks."""

from dataclasses import dataclass

from aiogram import Bot

from bot.settings import Settings
from content.consents import consent_texts
from db.erasure_journal import ErasureJournal
from db.work import Database
from domain.clock import Clock
from messenger.limiter import Limiter
from messenger.post import Post
from scheduler.delivery.registry import Tellers, tellings
from scheduler.delivery.worker import DeliveryWorker
from scheduler.event_messages import StaleInvitations
from scheduler.jobs import Jobs
from scheduler.ticks import Ticks
from services.consents import Consents
from services.delivery import Deliveries
from services.event_messages import EventMessages
from services.event_notices import EventNotices
from services.joining import Joining
from services.partners import Partners
from services.privacy import Privacy
from services.reminders import Reminders
from services.requests import Requests
from services.retention import Retention
from services.staff import Staff
from services.substitution_news import SubstitutionNotices


@dataclass(frozen=True, slots=True)
class Delivery:
    """The unasked half of the bot."""

    worker: DeliveryWorker
    ticks: Ticks

    async def stop(self) -> None:
        """Ticks first, then the calls in flight; what is left is handed back to the outbox."""
        await self.ticks.stop()
        await self.worker.stop()


def build_delivery(
    database: Database, clock: Clock, bot: Bot, limiter: Limiter, settings: Settings
) -> Delivery:
    """The worker and the ticks over one database. A commit that puts notices wakes the worker."""
    journal = ErasureJournal(settings.data_dir)
    post = Post(bot, clock)
    deliveries = Deliveries(database, clock)
    tellers = Tellers(
        deliveries=deliveries,
        event_notices=EventNotices(database, clock),
        requests=Requests(database, clock),
        joining=Joining(database, clock, Consents(database, consent_texts())),
        staff=Staff(database, clock),
        substitutions=SubstitutionNotices(database, clock),
    )
    worker = DeliveryWorker(database, post, tellings(tellers), limiter, Clock())
    database.when_notices_put = worker.wake
    jobs = Jobs(
        clock,
        worker,
        post,
        deliveries,
        Reminders(database, clock),
        Privacy(database, clock, journal),
        Retention(database, clock, journal, settings.owner_ids),
        Partners(database, clock),
        StaleInvitations(post, EventMessages(database, clock)),
    )
    return Delivery(worker, Ticks(jobs, worker))
