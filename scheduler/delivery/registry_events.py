"""What notices about events say."""

from collections.abc import Mapping
from dataclasses import replace

from domain.notices import Notice, NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import events_notices
from screens.base import Picture, Screen
from services.event_notices import EventNotices
from services.pictures import Pictures


def of_events(by: EventNotices, pictures: Pictures) -> Mapping[NoticeKind, Telling]:
    """Announcements, changes, cancellations, reminders."""
    return {
        NoticeKind.EVENT_PUBLISHED: _invitation(by, pictures),
        NoticeKind.EVENT_CHANGED: tell(by.change_for_notice, events_notices.changed),
        NoticeKind.EVENT_CANCELLED: _cancellation(by),
        NoticeKind.EVENT_RESTORED: tell(by.restoration_for_notice, events_notices.restored),
        NoticeKind.EVENT_NUDGE: tell(by.nudge_for_notice, events_notices.nudged),
        NoticeKind.EVENT_REMINDER: _reminder(by),
    }


def _invitation(events: EventNotices, pictures: Pictures) -> Telling:
    async def telling(notice: Notice) -> Screen | None:
        shown = await events.invitation_for_notice(notice)
        if shown is None:
            return None
        made, sha256 = events_notices.invited(shown), shown.event.picture
        content = None if sha256 is None else await pictures.find(sha256)
        if sha256 is None or content is None:
            return made
        return replace(made, picture=Picture(content, "picture.jpg", sha256))

    return telling


def _cancellation(events: EventNotices) -> Telling:
    async def telling(notice: Notice) -> Screen | None:
        shown = await events.cancellation_for_notice(notice)
        # of a recalled event it keeps the subject of its own: what is about the event itself is taken out of chats
        return None if shown is None else replace(events_notices.cancelled(shown), subject=notice.subject)

    return telling


def _reminder(events: EventNotices) -> Telling:
    async def telling(notice: Notice) -> Screen | None:
        shown = await events.reminder_for_notice(notice)
        if shown is None:
            return None
        return events_notices.reminder(shown, bring=bool(notice.params.get("bring")))

    return telling
