"""The notice for the wall: one sheet whatever was typed, the QR of its event, no words twice."""

from dataclasses import replace
from datetime import timedelta

import segno

from domain.campaigns import EventForPaper
from domain.event_forms import EventForm
from domain.events import NOTE_LIMIT, PLACE_LIMIT, TITLE_LIMIT, Event
from domain.links import event_link
from handlers.events.papers import paper_of
from locales import texts_for
from reports.documents.event_notice import EventPaper, event_notice
from tests.unit.pictures import find_qr, read_png
from tests.unit.test_campaign_screens import AT, EVENT, GARDEN, RAYS, SUN
from tests.unit.test_documents import HOSTILE, pages

BOT = "gost_gruppy_bot"


def paper(event: Event) -> EventPaper:
    """What the notice of an event says."""
    return paper_of(EventForPaper(event, GARDEN, (SUN, RAYS), AT), texts_for("ru"), bot_username=BOT)


def test_it_says_what_when_where_until_when_and_for_whom() -> None:
    event = replace(
        EVENT,
        title="Мастер-класс пожарного",
        form=EventForm.MASTER_CLASS,
        note="Возьмите с собой фартук",
        ends_at=EVENT.starts_at + timedelta(hours=1),
        answer_until=EVENT.starts_at - timedelta(days=1),
    )
    [text] = pages(event_notice(paper(event), texts_for("ru")))
    text = " ".join(text.split())
    for said in ("Солнышко, Лучики", "сб, 12 сентября, 9:20 – 10:20", "зал", "фартук", "11 сентября, 9:20"):
        assert said in text
    assert text.count("Мастер-класс") == 1, "the form is not said twice"
    assert paper(replace(event, title="Огонь")).form == "Мастер-класс"


def test_whatever_was_typed_one_sheet_holds_it() -> None:
    longest = replace(
        EVENT, title="Щ" * TITLE_LIMIT, place="Щ" * PLACE_LIMIT, note="Щука " * (NOTE_LIMIT // 5)
    )
    assert len(pages(event_notice(paper(longest), texts_for("ru")))) == 1
    hostile = replace(EVENT, title=HOSTILE, place=HOSTILE, note=HOSTILE)
    [text] = pages(event_notice(paper(hostile), texts_for("ru")))
    assert HOSTILE.replace(" ", "") in "".join(text.split()).replace("\u200b", "")


def test_its_qr_opens_the_event() -> None:
    drawn = segno.make(event_link(BOT, EVENT.id), error="m", micro=False, mask=0)
    picture = event_notice(paper(EVENT), texts_for("ru"), form="png", ppi=4 * len(drawn.matrix) * 25.4 / 60)
    assert find_qr(read_png(picture), drawn.matrix, 4)
