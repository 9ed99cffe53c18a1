"""Announcements that wait for a methodist: looked at, decided, and what their authors are told."""

from dataclasses import replace

from domain.actions.announcement_approvals import (
    ApproveAnnouncement,
    OpenProposedAnnouncement,
    ReturnAnnouncement,
    ShowAnnouncementPicture,
)
from domain.actions.announcements import OpenAnnouncement
from domain.announcement_approvals import ProposedWords, SettledWords
from domain.announcements import Announcement, AnnouncementStatus, opening_of
from domain.approvals import Settlement
from domain.outcomes import Refused
from domain.people import Organisation
from screens.announcements import reach_lines, said
from screens.announcements_waiting import at_its_time
from screens.base import Button, Joined, Moment, Phrase, Picture, Rows, Screen, Style, say, screen
from screens.common import menu_button, refusal
from screens.events_approvals import list_button, mentioning, named, who_decided


def card(view: ProposedWords, hint: Refused | None = None) -> Screen:
    """What people will read, whom it reaches, when it goes out, and the two decisions."""
    shown, organisation = view.announcement, view.organisation
    asks = say("approvals-asks", who=named(view.author, "approvals-somebody", organisation))
    body: list[Phrase | Joined] = [asks if hint is None else say("forms-hint", reason=refusal(hint))]
    body += said(shown.text, view.groups, shown.invitees, view.sets, pictured=shown.picture is not None)
    body += at_its_time(shown, organisation)
    rows: Rows = ()
    if isinstance(view.reach, Refused):
        body.append(say("forms-hint", reason=refusal(view.reach)))
    else:
        body.append(Joined(reach_lines(view.reach, shown.invitees)))
        yes = ApproveAnnouncement(shown.id, shown.version)
        rows = ((Button(say("approvals-button-approve"), yes, style=Style.SUCCESS),),)
    if shown.picture is not None:
        rows += ((Button(say("approvals-button-picture"), ShowAnnouncementPicture(shown.id)),),)
    back = Button(say("approvals-button-return"), ReturnAnnouncement(shown.id, shown.version))
    made = screen(*body, rows=(*rows, (back,), _home(organisation)))
    return mentioning(made, view.author, organisation)


def picture(view: ProposedWords, content: bytes | None) -> Screen:
    """The picture that goes with it, in a message of its own; it may not be kept any more."""
    shown = view.announcement
    rows: Rows = ((Button(say("button-back"), OpenProposedAnnouncement(shown.id)),),)
    if content is None or shown.picture is None:
        return screen(say("announcements-check-no-picture"), rows=rows)
    made = screen(say("announcements-check-opening", opening=opening_of(shown.text)), rows=rows)
    return replace(made, picture=Picture(content, "picture.jpg", shown.picture), fresh=True)


def settled(view: SettledWords) -> Screen:
    """What has become of it: for a methodist who came second, or late."""
    opening = opening_of(view.announcement.text)
    if view.what is not Settlement.TAKEN_BACK and view.announcement.decided_by is None:
        word = say("announcements-check-fate-out", opening=opening)
    else:
        who = who_decided(view.by, view.organisation)
        word = say(f"announcements-check-fate-{view.what.value}", opening=opening, who=who)
    return mentioning(screen(word, rows=(_home(view.organisation),)), view.by, view.organisation)


def approved(done: Announcement, organisation: Organisation) -> Screen:
    """«Опубликовано», a moment ago; or when it goes out."""
    word = say("approvals-done")
    if done.status is AnnouncementStatus.PLANNED and done.publish_at is not None:
        word = say("approvals-done-planned", when=Moment(done.publish_at, organisation.timezone))
    rows: Rows = ((_open(done, "announcements-check-button-open"),), _home(organisation))
    return screen(word, say("approvals-author-told"), rows=rows)


def sent_back(done: Announcement, organisation: Organisation) -> Screen:
    """«Вернули», a moment ago."""
    word = say("announcements-check-sent-back", opening=opening_of(done.text))
    return screen(word, rows=(_home(organisation),))


def let_out(news: SettledWords) -> Screen:
    """Its author reads that it is out, or will be."""
    shown, opening = news.announcement, opening_of(news.announcement.text)
    who = who_decided(news.by, news.organisation)
    word = say("announcements-check-notice-approved", opening=opening, who=who)
    if news.what is Settlement.PLANNED and shown.publish_at is not None:
        out = Moment(shown.publish_at, news.organisation.timezone)
        word = say("announcements-check-notice-planned", opening=opening, who=who, out=out)
    rows: Rows = ((_open(shown, "announcements-check-button-open"),), (menu_button(),))
    return mentioning(screen(word, rows=rows), news.by, news.organisation)


def returned(news: SettledWords) -> Screen:
    """Its author reads that it is a draft again, and why."""
    shown, who = news.announcement, who_decided(news.by, news.organisation)
    body = [say("announcements-check-notice-returned", opening=opening_of(shown.text), who=who)]
    if shown.returned_words is not None:
        body.append(say("approvals-remark", words=shown.returned_words))
    rows: Rows = ((_open(shown, "announcements-button-open-draft"),), (menu_button(),))
    return mentioning(screen(*body, rows=rows), news.by, news.organisation)


def _open(shown: Announcement, label: str) -> Button:
    return Button(say(label), OpenAnnouncement(shown.id))


def _home(organisation: Organisation) -> tuple[Button, ...]:
    return list_button(organisation.id), menu_button()
