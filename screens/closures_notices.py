"""What people are told of a closed group: one message, with what it changes for them."""

from domain.actions.closures import OpenClosure
from domain.actions.events import OpenInvitation
from domain.actions.guests import OpenVisit
from domain.closure_notices import subject_of
from domain.closure_views import ClosureLine, ClosureNews
from domain.closures import Deed
from screens.base import Button, Day, Joined, Phrase, Rows, Screen, say
from screens.closures import line, stands
from screens.common import menu_button
from screens.events_parents import heading, short

SHOWN = 5
"""Buttons of single things; the rest stands in the lists behind the menu."""


def closed(news: ClosureNews) -> Screen:
    """«Группа закрыта с … по …»: what changes for this adult; for a teacher, everything."""
    kind, closure = news.organisation.kind.value, news.closure
    zone = news.organisation.timezone
    first, until = Day(closure.from_day, zone=zone), Day(closure.until_day, zone=zone)
    if closure.from_day == closure.until_day:
        said = say("closures-notice-closed-day", first=first, kind=kind)
    else:
        said = say("closures-notice-closed", first=first, until=until, kind=kind)
    body: list[Phrase | Joined] = [heading((news.group,)), said]
    lines = tuple(line(one, news.organisation) for one in news.lines)
    if lines:
        title = say("closures-card-changed" if news.staff else "closures-notice-changes")
        body.append(Joined((title, *lines)))
    if news.staff and news.dates:
        body.append(say("closures-card-dates", count=news.dates))
    moved = [one for one in news.lines if one.deed is Deed.MOVED]
    if not news.staff and any(one.event_id is not None for one in moved):
        body.append(say("closures-notice-answer"))
    if not news.staff and any(one.visit_id is not None for one in moved):
        body.append(say("closures-notice-visit"))
    return Screen(tuple(body), _rows(news, moved), subject=subject_of(closure.id))


def reopened(news: ClosureNews) -> Screen:
    """«Группа снова открыта»: what takes place as it was announced, what does not."""
    kind, closure = news.organisation.kind.value, news.closure
    body: list[Phrase | Joined] = [heading((news.group,)), say("closures-notice-open", kind=kind)]
    if news.back:
        back = (stands(one, news.organisation) for one in news.back)
        body.append(Joined((say("closures-open-back"), *back)))
    if news.lines:
        left = (line(one, news.organisation) for one in news.lines)
        body.append(Joined((say("closures-open-left"), *left)))
    if news.staff and news.dates:
        body.append(say("closures-open-dates"))
    return Screen(tuple(body), _rows(news, list(news.back)), subject=subject_of(closure.id))


def _rows(news: ClosureNews, about: list[ClosureLine]) -> Rows:
    if news.staff:
        card = Button(say("closures-button-card"), OpenClosure(news.closure.id))
        return ((card,), (menu_button(),))
    return (*((_button(one),) for one in about[:SHOWN]), (menu_button(),))


def _button(one: ClosureLine) -> Button:
    title = short(one.title)
    if one.event_id is not None:
        return Button(say("closures-button-event", title=title), OpenInvitation(one.event_id))
    assert one.visit_id is not None, "a line is about an event or a visit"
    return Button(say("closures-button-visit", title=title), OpenVisit(one.visit_id))
