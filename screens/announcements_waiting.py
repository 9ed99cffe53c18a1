"""What an author sees of an announcement that a methodist looks at first."""

from domain.actions.announcement_approvals import (
    OpenProposedAnnouncement,
    ProposeAnnouncement,
    ProposeKeptAnnouncement,
    TakeBackAnnouncement,
)
from domain.announcements import Announcement
from domain.people import Organisation, OrganisationKind
from screens.base import Button, Moment, Phrase, Style, say


def asked_first(kind: OrganisationKind) -> Phrase:
    """Under a preview: that a methodist looks at it before it goes out."""
    return say("announcements-check-first", kind=kind.value)


def waits(shown: Announcement, organisation: Organisation) -> tuple[Phrase, ...]:
    """That it waits, and when it goes out."""
    return (say("announcements-check-waits", kind=organisation.kind.value), *at_its_time(shown, organisation))


def at_its_time(shown: Announcement, organisation: Organisation) -> tuple[Phrase, ...]:
    """When it goes out, if that is not at once."""
    if shown.publish_at is None:
        return ()
    return (say("approvals-at", when=Moment(shown.publish_at, organisation.timezone)),)


def remark(shown: Announcement, organisation: Organisation) -> tuple[Phrase, ...]:
    """What the methodist said who gave it back."""
    if shown.returned_words is None:
        return ()
    return (say("approvals-remark-of", words=shown.returned_words, kind=organisation.kind.value),)


def taken_back_word() -> Phrase:
    """«Забрали»."""
    return say("announcements-check-taken-back")


def propose_typed(token: str) -> Button:
    """«📨 На проверку» under a preview."""
    return Button(say("approvals-button-propose"), ProposeAnnouncement(token), style=Style.SUCCESS)


def propose_button(kept: Announcement) -> Button:
    """«📨 На проверку» under a kept one."""
    send = ProposeKeptAnnouncement(kept.id, kept.version)
    return Button(say("approvals-button-propose"), send, style=Style.SUCCESS)


def take_back_button(shown: Announcement) -> Button:
    """«↩️ Забрать»."""
    return Button(say("approvals-button-take-back"), TakeBackAnnouncement(shown.id, shown.version))


def decide_button(shown: Announcement) -> Button:
    """From the list of announcements, where a methodist finds it too."""
    return Button(say("approvals-button-decide"), OpenProposedAnnouncement(shown.id))
