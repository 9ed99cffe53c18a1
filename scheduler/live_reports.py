"""Delivery reports that stand open in chats renew themselves while something is being sent."""

import structlog

from domain.campaigns import CampaignReport
from domain.delivery import is_settled
from messenger.post import Post
from screens import campaigns as screens
from services.campaigns import Campaigns
from services.sent import LiveMessage, Sent

_log = structlog.get_logger(__name__)


class LiveReports:
    """The tick that brings open reports up to date."""

    def __init__(self, post: Post, sent: Sent, campaigns: Campaigns) -> None:
        self._post = post
        self._sent = sent
        self._campaigns = campaigns
        self._shown: dict[LiveMessage, CampaignReport] = {}

    async def renew(self) -> None:
        """Renew each open report that says something else by now; one that has come to its end is left alone."""
        live = self._sent.live()
        self._shown = {message: report for message, report in self._shown.items() if message in live}
        for message in live:
            found = await self._campaigns.report_in_chat(message.chat_id, message.event_id)
            if found is None:
                self._sent.leave(message)
                continue
            report, locale = found
            made = screens.report(report)
            if self._shown.get(message) != report and self._sent.is_live(message):
                failure = await self._post.renew(message.chat_id, message.message_id, locale, made)
                if not is_settled(failure):
                    _log.warning("report not renewed", failure=repr(failure))
                    return
                self._shown[message] = report
            if made.live is None:
                self._sent.leave(message)
