"""What its staff may do with an announcement."""

from domain.actions.announcements import (
    CopyAnnouncement,
    DropAnnouncement,
    EditAnnouncement,
    OpenAnnouncementReport,
    PlanAnnouncement,
    PublishKeptAnnouncement,
    UnplanAnnouncement,
)
from domain.announcements import KEPT, Announcement, AnnouncementStatus
from domain.posts import is_for_chats
from screens.announcements_waiting import propose_button
from screens.base import Button, Rows, Style, say
from screens.posts_where import words_button


def ways_out(shown: Announcement, *, approval: bool) -> Rows:
    """How a kept one may come out. What waits for its time was looked at, or did not have to be."""
    send = PublishKeptAnnouncement(shown.id, shown.version)
    first = (Button(say("announcements-button-publish-kept"), send, style=Style.SUCCESS),)
    if approval and shown.publish_at is None:
        first = (propose_button(shown),)
    plan = PlanAnnouncement(shown.id, shown.version)
    if shown.publish_at is None:
        return first, (Button(say("announcements-button-plan"), plan),)
    unplan = UnplanAnnouncement(shown.id, shown.version)
    return (
        first,
        (
            Button(say("events-draft-button-replan"), plan),
            Button(say("events-draft-button-unplan"), unplan),
        ),
    )


def hand(shown: Announcement) -> Rows:
    """What its staff may do with it besides."""
    edit = Button(say("events-button-edit"), EditAnnouncement(shown.id))
    copy = Button(say("events-draft-button-copy"), CopyAnnouncement(shown.id))
    report = Button(say("events-button-report"), OpenAnnouncementReport(shown.id))
    if shown.status in KEPT:
        drop = DropAnnouncement(shown.id, shown.version)
        return ((edit, Button(say("events-draft-button-drop"), drop, style=Style.DANGER)),)
    if shown.status is AnnouncementStatus.PUBLISHED:
        posts = (words_button(shown.id),) if is_for_chats(shown) else ()
        return (edit, copy), (report, *posts)
    return ((copy,),) if shown.status is AnnouncementStatus.PROPOSED else ((copy, report),)
