"""What an author sees of an announcement that is being sent: the live report, stopping, taking back."""

from dataclasses import replace

from domain.actions.announcements import (
    AskRecallAnnouncement,
    GoOnAnnouncement,
    OpenAnnouncement,
    OpenAnnouncementReport,
    RecallAnnouncement,
    StopAnnouncement,
)
from domain.announcement_notices import subject_of
from domain.announcement_views import AnnouncementRecall, AnnouncementReport
from domain.announcements import opening_of
from domain.campaigns import CampaignState
from screens.announcements_notices import mine_button
from screens.base import Button, Joined, Phrase, Rows, Screen, Style, say, screen
from screens.campaigns import LIVE, sending_lines
from screens.common import menu_button


def report(view: AnnouncementReport) -> Screen:
    """How far it has come, in human words; lines of zero are left out."""
    words = view.announcement
    title = say("announcements-report-title", opening=opening_of(words.text))
    made = screen(title, _state(view), *sending_lines(view.sending), rows=_rows(view))
    return replace(made, live=subject_of(words.id) if view.state in LIVE else None)


def confirm_recall(view: AnnouncementRecall) -> Screen:
    """Asks once: what disappears."""
    words = view.announcement
    lines = [say("announcements-recall-standing", count=view.standing)]
    if view.unsent:
        lines.append(say("campaigns-recall-unsent", count=view.unsent))
    return screen(
        say("announcements-recall-question", opening=opening_of(words.text)),
        Joined(tuple(lines)),
        say("announcements-recall-for-good"),
        rows=(
            (
                Button(
                    say("campaigns-recall-yes"),
                    RecallAnnouncement(words.id, words.version),
                    style=Style.DANGER,
                ),
            ),
            (Button(say("campaigns-recall-no"), OpenAnnouncementReport(words.id)),),
        ),
    )


def taken_back() -> Screen:
    """What is left of a recalled announcement that the messenger does not delete any more."""
    return screen(say("announcements-taken-back"), rows=((mine_button(fresh=True),),))


def _state(view: AnnouncementReport) -> Phrase:
    match view.state:
        case CampaignState.RECALLING:
            return say("campaigns-state-recalling", left=view.left)
        case CampaignState.STOPPED | CampaignState.RECALLED:
            return say(f"announcements-state-{view.state.value}")
        case _:
            return say(f"campaigns-state-{view.state.value}")


def _rows(view: AnnouncementReport) -> Rows:
    number = view.announcement.id
    rows: list[tuple[Button, ...]] = [
        (Button(say("campaigns-button-refresh"), OpenAnnouncementReport(number)),)
    ]
    if view.may_go_on:
        rows.append((Button(say("campaigns-button-go-on"), GoOnAnnouncement(number), style=Style.PRIMARY),))
    elif view.may_stop:
        rows.append((Button(say("campaigns-button-stop"), StopAnnouncement(number)),))
    if view.may_recall:
        recall = AskRecallAnnouncement(number)
        rows.append((Button(say("campaigns-button-recall"), recall, style=Style.DANGER),))
    return (*rows, (Button(say("button-back"), OpenAnnouncement(number)), menu_button()))
