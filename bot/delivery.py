"""Everything that happens unasked, wired: the limiter, the outbox's reader, the ticks."""

from dataclasses import dataclass

from aiogram import Bot

from bot.services import Services
from db.work import Database
from domain.clock import Clock
from messenger.limiter import Limiter
from messenger.post import Post
from messenger.uploads import Uploads
from scheduler.delivery.registry import Tellers, tellings
from scheduler.delivery.worker import DeliveryWorker
from scheduler.event_messages import StaleInvitations
from scheduler.jobs import Jobs
from scheduler.live_reports import LiveReports, reporters
from scheduler.posts import Posts
from scheduler.recalling import Recalls
from scheduler.ticks import Ticks


@dataclass(frozen=True, slots=True)
class Delivery:
    """The unasked half of the bot."""

    worker: DeliveryWorker
    ticks: Ticks

    async def stop(self) -> None:
        """Nothing new; the ticks end, then the calls in flight; what is left is handed back to the outbox."""
        self.worker.cease()
        await self.ticks.stop()
        await self.worker.stop()


def build_delivery(
    database: Database, clock: Clock, bot: Bot, limiter: Limiter, services: Services, uploads: Uploads
) -> Delivery:
    """The worker and the ticks over one database. A commit that puts notices wakes the worker."""
    post = Post(bot, clock, uploads)
    tellers = Tellers(
        deliveries=services.deliveries,
        announcements=services.announcement_readers,
        announcement_planning=services.announcement_planning,
        announcement_approvals=services.announcement_approvals,
        event_notices=services.event_notices,
        seat_notices=services.seat_notices,
        recaps=services.recap_thanks,
        planning=services.event_planning,
        approvals=services.approval_news,
        pictures=services.pictures,
        requests=services.requests,
        joining=services.joining,
        staff=services.staff,
        partners=services.partners,
        substitutions=services.substitution_notices,
        teachings=services.teaching_notices,
        guests=services.guests.guest_notices,
        guest_follow_ups=services.guests.guest_follow_ups,
        guest_letters=services.guests.guest_letters,
        guest_messages=services.guests.guest_messages,
        guest_preparation=services.guests.guest_preparation,
        guest_way_home=services.guests.guest_way_home,
        guest_queue=services.guests.guest_queue_notices,
        guest_requests=services.guests.guest_request_notices,
        guest_nudges=services.guests.guest_nudges,
        quizzes=services.quiz_notices,
        chats=services.bound_chats,
        closures=services.closure_notices,
    )
    worker = DeliveryWorker(database, post, tellings(tellers), limiter, Clock())
    database.when_notices_put = worker.wake
    jobs = Jobs(
        clock,
        worker,
        post,
        services.deliveries,
        services.reminders,
        services.guests.ticks(),
        services.wave_ticks,
        services.event_planning,
        services.announcement_planning,
        services.event_approvals,
        services.privacy,
        services.retention,
        services.partners,
        StaleInvitations(post, services.event_messages, services.announcement_readers, services.pictures),
        Posts(post, services.event_posts, Clock()),
        Recalls(post, services.recalling, clock),
        LiveReports(post, services.sent, reporters(services.campaigns, services.announcement_campaigns)),
        services.seat_offers,
        services.unneeded_files,
    )
    return Delivery(worker, Ticks(jobs, worker))
