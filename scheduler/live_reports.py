"""Delivery reports that stand open in chats renew themselves while something is being sent."""

from collections.abc import Awaitable, Callable, Mapping

import structlog

from domain.delivery import is_settled
from domain.ids import AnnouncementId, EventId
from messenger.post import Post
from screens import announcements_report
from screens import campaigns as screens
from screens.base import Screen
from services.announcement_campaigns import AnnouncementCampaigns
from services.campaigns import Campaigns
from services.sent import LiveMessage, Sent

Reporter = Callable[[int, int], Awaitable[tuple[Screen, str] | None]]
"""The report on a number in a chat, and in which locale; None when it may not be read there."""

_log = structlog.get_logger(__name__)


class LiveReports:
    """The tick that brings open reports up to date; `reporters` by the kind of subject: «event», «announcement»."""

    def __init__(self, post: Post, sent: Sent, reporters: Mapping[str, Reporter]) -> None:
        self._post = post
        self._sent = sent
        self._reporters = reporters
        self._shown: dict[LiveMessage, Screen] = {}

    async def renew(self) -> None:
        """Renew each open report that says something else by now; one that has come to its end is left alone."""
        live = self._sent.live()
        self._shown = {message: report for message, report in self._shown.items() if message in live}
        for message in live:
            kind, _, number = message.subject.partition(":")
            found = await self._reporters[kind](message.chat_id, int(number))
            if found is None:
                self._sent.leave(message)
                continue
            made, locale = found
            if self._shown.get(message) != made and self._sent.is_live(message):
                failure = await self._post.renew(message.chat_id, message.message_id, locale, made)
                if not is_settled(failure):
                    _log.warning("report not renewed", failure=repr(failure))
                    return
                self._shown[message] = made
            if made.live is None:
                self._sent.leave(message)


def reporters(events: Campaigns, announcements: AnnouncementCampaigns) -> Mapping[str, Reporter]:
    """Reports on all that is sent and followed."""

    async def of_event(chat_id: int, number: int) -> tuple[Screen, str] | None:
        found = await events.report_in_chat(chat_id, EventId(number))
        return None if found is None else (screens.report(found[0]), found[1])

    async def of_announcement(chat_id: int, number: int) -> tuple[Screen, str] | None:
        found = await announcements.report_in_chat(chat_id, AnnouncementId(number))
        return None if found is None else (announcements_report.report(found[0]), found[1])

    return {"event": of_event, "announcement": of_announcement}
