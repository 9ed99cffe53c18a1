"""What happens unasked. Each job does whatever is due by now, so a missed tick costs nothing and a second one too."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import structlog

from domain.campaigns import DELETABLE
from domain.clock import Clock
from domain.delivery import Failure, Gone, Removal, is_settled
from messenger.post import Post
from scheduler.delivery.worker import DeliveryWorker
from scheduler.event_messages import StaleInvitations
from scheduler.live_reports import LiveReports
from scheduler.posts import Posts
from scheduler.recalling import Recalls
from screens import delivery as screens
from screens import privacy_notices
from services.announcement_planning import AnnouncementPlanning
from services.delivery import Deliveries
from services.event_approvals import EventApprovals
from services.event_planning import EventPlanning
from services.partners import Partners
from services.pictures import UnneededFiles
from services.privacy import Privacy
from services.reminders import Reminders
from services.retention import Retention
from services.seat_offers import SeatOffers
from services.wave_closing import WaveTicks

BATCH = 30
BATCHES = 10

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something done every so many seconds."""

    name: str
    seconds: float
    run: Callable[[], Awaitable[object]]


class Tick(Protocol):
    """Something that happens by itself when its time has come."""

    async def put_due(self) -> int:
        """Do what is due; gives how much that was."""


class Jobs:
    """All jobs over the services they call."""

    def __init__(
        self,
        clock: Clock,
        worker: DeliveryWorker,
        post: Post,
        deliveries: Deliveries,
        reminders: Reminders,
        guests: Sequence[Tick],
        waves: WaveTicks,
        planning: EventPlanning,
        announcements: AnnouncementPlanning,
        approvals: EventApprovals,
        privacy: Privacy,
        retention: Retention,
        partners: Partners,
        invitations: StaleInvitations,
        posts: Posts,
        recalls: Recalls,
        reports: LiveReports,
        seats: SeatOffers,
        files: UnneededFiles,
    ) -> None:
        self._clock = clock
        self._worker = worker
        self._post = post
        self._deliveries = deliveries
        self._reminders = reminders
        self._guests = guests
        self._waves = waves
        self._planning = planning
        self._announcements = announcements
        self._approvals = approvals
        self._privacy = privacy
        self._retention = retention
        self._partners = partners
        self._invitations = invitations
        self._posts = posts
        self._recalls = recalls
        self._reports = reports
        self._seats = seats
        self._files = files

    def all(self) -> tuple[Job, ...]:
        """In the order in which one run of all does them."""
        return (
            Job("notices", 20, self.put_notices),
            Job("plans", 20, self._planning.publish_due),
            Job("announcements", 20, self._announcements.publish_due),
            Job("approvals", 60, self._approvals.return_begun),
            Job("seats", 20, self._seats.run_due),
            Job("recalls", 5, self._recalls.take_back),
            Job("invitations", 10, self._invitations.update),
            Job("posts", 5, self._posts.carry_out),
            Job("reports", 10, self._reports.renew),
            Job("removal", 60, self.tidy_chats),
            Job("waves", 60, self._waves.close_due),
            Job("partners", 600, self._partners.run_due),
            Job("retention", 3600, self._retention.run_due),
            Job("files", 3600, self._files.drop_due),
            Job("delivery", 2, self.wake_delivery),
        )

    async def wake_delivery(self) -> None:
        """Something may have become due, or has rested long enough."""
        self._worker.wake()

    async def put_notices(self) -> None:
        """Drop what is too late, put reminders and evening summaries."""
        await self._deliveries.expire()
        await self._reminders.put_due()
        for tick in self._guests:
            await tick.put_due()
        await self._waves.nudge_due()
        await self._deliveries.put_summaries()

    async def tidy_chats(self) -> None:
        """Remove staff screens whose day is over (rule 15), and names of those who were erased (rule 12)."""
        for _ in range(BATCHES):
            due = await self._deliveries.removals(BATCH)
            for removal in due:
                await self._remove(removal)
            if len(due) < BATCH:
                break
        await self._edit_names_out()

    async def _remove(self, removal: Removal) -> None:
        chat_id, message_id = removal.chat_id, removal.message_id
        failure: Failure | None = Gone()
        if self._clock.now() - removal.sent_at < DELETABLE:
            failure = await self._post.remove(chat_id, message_id)
        if isinstance(failure, Gone):
            failure = await self._post.replace(chat_id, message_id, removal.locale or "", screens.removed())
        if is_settled(failure):
            await self._deliveries.removed(chat_id, message_id)
        else:
            _log.warning("screen not removed", failure=repr(failure))
            await self._deliveries.not_removed(chat_id, message_id)

    async def _edit_names_out(self) -> None:
        for message in await self._privacy.messages_to_edit(BATCH):
            failure = await self._post.replace(
                message.chat_id, message.message_id, "", privacy_notices.name_removed()
            )
            if not is_settled(failure):
                _log.warning("name not edited out", failure=repr(failure))
                return
            await self._privacy.message_edited(message.sent_id)
