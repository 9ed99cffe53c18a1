"""Announcements as those read them whom they are for: a message, and the list of the last weeks."""

from dataclasses import replace

from domain.actions.announcements import MyAnnouncements, OpenAnnouncement, ReadAnnouncement
from domain.announcement_notices import subject_of
from domain.announcement_views import ReceivedPage
from domain.announcements import (
    Announcement,
    AnnouncementStatus,
    ListedAnnouncement,
    ShownAnnouncement,
    opening_of,
)
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, say, screen
from screens.common import menu_button
from screens.events_parents import heading, short
from screens.paging import turning_on


def told(shown: ShownAnnouncement) -> Screen:
    """The message: whom it is for first (rule 6), then its words."""
    made = screen(*_words(shown), rows=((mine_button(fresh=True),),))
    return replace(made, subject=subject_of(shown.announcement.id))


def updated(shown: ShownAnnouncement) -> Screen:
    """What an older message says after the announcement was reworded."""
    return told(shown)


def read(shown: ShownAnnouncement) -> Screen:
    """An announcement of the list."""
    rows: Rows = ((mine_button(), menu_button()),)
    if shown.announcement.status is AnnouncementStatus.RECALLED:
        return screen(say("announcements-taken-back"), rows=rows)
    published = shown.announcement.published_at
    when = () if published is None else (say("announcements-when", when=Moment(published, shown.zone)),)
    return screen(*_words(shown), *when, rows=rows)


def not_for_you() -> Screen:
    """A link to an announcement that is for others, or is not there any more."""
    return screen(say("announcements-link-not-yours"), rows=((mine_button(), menu_button()),))


def mine(view: ReceivedPage, *, fresh: bool = False) -> Screen:
    """What was announced lately, the newest first."""
    title = say("announcements-mine-title")
    if not view.announcements and view.page == 0:
        made = screen(title, say("announcements-mine-empty"), rows=((menu_button(),),))
        return replace(made, fresh=fresh)
    rows: Rows = tuple((Button(listed(each), ReadAnnouncement(each.id)),) for each in view.announcements)
    pages = turning_on(view.page, MyAnnouncements, more=view.more)
    made = screen(title, say("announcements-mine-hint"), rows=(*rows, *pages, (menu_button(),)))
    return replace(made, fresh=fresh)


def not_announced(announcement: Announcement) -> Screen:
    """That a planned announcement did not come out, and where it is now."""
    return screen(
        say("announcements-not-published", opening=opening_of(announcement.text)),
        rows=(
            (Button(say("announcements-button-open-draft"), OpenAnnouncement(announcement.id)),),
            (menu_button(),),
        ),
    )


def listed(line: ListedAnnouncement) -> Phrase:
    """«🐻 вт, 12 марта · Завтра придёт фотограф»."""
    emojis = "".join(line.emojis[:3]) + ("…" if len(line.emojis) > 3 else "") or "👥"
    at = line.at
    when = "" if at is None else Moment(at, line.zone, "day")
    return say(
        f"announcements-line-{line.status.value}", emojis=emojis, when=when, opening=short(line.opening)
    )


def mine_button(*, fresh: bool = False) -> Button:
    """«📣 Объявления»; `fresh` under an announcement, which stays."""
    return Button(say("announcements-button-mine"), MyAnnouncements(fresh=fresh))


def _words(shown: ShownAnnouncement) -> tuple[Phrase | Joined, ...]:
    head = heading(shown.groups) if shown.groups else say("announcements-heading")
    return head, say("announcements-text", text=shown.announcement.text)
