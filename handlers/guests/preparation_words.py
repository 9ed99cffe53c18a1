"""The words of the two sheets of a guest, as the chat says them."""

from datetime import datetime

from domain.guest_preparation import Preparation
from locales import Texts
from reports.documents.guest_sheet import GuestSheet, SheetPart
from screens import guests_preparation as screens
from screens.base import Phrase, say
from screens.render import plain


def talk_of(view: Preparation, texts: Texts, now: datetime) -> GuestSheet:
    """«Ваша профессия за 15 минут»."""
    parts = tuple(
        SheetPart(plain(chapter.title, texts), tuple(plain(line, texts) for line in chapter.lines))
        for chapter in (*screens.chapters_of(view.talk), *screens.asked_chapter(view))
    )
    return _sheet(screens.talk_title(view.talk), say("guests-talk-lead"), parts, texts, now)


def advice_of(view: Preparation, texts: Texts, now: datetime) -> GuestSheet:
    """«Памятка гостя» with the list of what to take along."""
    points = tuple(plain(point, texts) for point in screens.points_of(view))
    taken = tuple(plain(line, texts) for line in screens.to_take(view))
    parts = (
        SheetPart("", points, mark="number"),
        SheetPart(plain(say("guests-take-title"), texts), taken, mark="box"),
    )
    title = say("guests-advice-title", kind=view.card.organisation.kind.value)
    return _sheet(title, say("guests-advice-lead"), parts, texts, now)


def _sheet(
    title: Phrase, lead: Phrase, parts: tuple[SheetPart, ...], texts: Texts, now: datetime
) -> GuestSheet:
    return GuestSheet(texts.locale, plain(title, texts), plain(lead, texts), parts, now)
