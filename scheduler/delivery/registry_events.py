"""What notices about events say."""

from collections.abc import Mapping

from domain.notices import Notice, NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import events_notices
from screens.base import Screen
from services.event_notices import EventNotices


def of_events(by: EventNotices) -> Mapping[NoticeKind, Telling]:
    """Announcements, changes, cancellations, reminders."""
    return {
        NoticeKind.EVENT_PUBLISHED: tell(by.invitation_for_notice, events_notices.invited),
        NoticeKind.EVENT_CHANGED: tell(by.change_for_notice, events_notices.changed),
        NoticeKind.EVENT_CANCELLED: tell(by.cancellation_for_notice, events_notices.cancelled),
        NoticeKind.EVENT_REMINDER: _reminder(by),
    }


def _reminder(events: EventNotices) -> Telling:
    async def telling(notice: Notice) -> Screen | None:
        shown = await events.reminder_for_notice(notice)
        if shown is None:
            return None
        return events_notices.reminder(shown, bring=bool(notice.params.get("bring")))

    return telling
