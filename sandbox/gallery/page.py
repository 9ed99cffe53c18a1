"""The gallery as one page without anything from outside: screens as on a phone, grouped by who sees them."""

import base64
from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sandbox.gallery.markup import html
from sandbox.gallery.recorder import FAMILIES, PICTURED, SECTIONS, TOLD, WORDED, Screen

ORDER = (
    *("Заведующий", "Воспитатель", FAMILIES, "Кто ещё не вошёл, и отказы", "Старший воспитатель"),
    *("Педагог-психолог", "Специалист", "Партнёр", "Владелец установки"),
    *(PICTURED, WORDED),
    *("Директор школы, имена выключены", "Учитель, имена выключены", "Родитель, по-английски"),
)
assert set(ORDER) == {*SECTIONS.values(), FAMILIES, PICTURED, WORDED}
STYLE = Path(__file__).with_name("gallery.css")


def sections(screens: Sequence[Screen]) -> dict[str, list[Screen]]:
    """Screens by section, in the order of the gallery, each in the order in which they were seen."""
    placed = sorted(screens, key=lambda one: ORDER.index(one.section))
    return {name: list(group) for name, group in groupby(placed, key=lambda one: one.section)}


def anchor(name: str) -> str:
    """The id of a section, and the name of its picture."""
    return f"part-{ORDER.index(name) + 1:02}" if name in ORDER else name


def gallery(
    screens: Sequence[Screen],
    answers: Mapping[str, bool],
    papers: Mapping[str, bytes],
    title: str,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> str:
    """The whole page. `papers` are pictures (PNG) by their titles, `pictures` those of messages by their addresses."""
    parts = sections(screens)
    links = "".join(
        f'<a href="#{anchor(name)}">{escape(name)} <small>{len(found)}</small></a>'
        for name, found in parts.items()
    )
    return (
        '<!doctype html><html lang="ru"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
        "style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{STYLE.read_text()}</style></head><body>"
        f"<header><h1>{escape(title)}</h1><nav>{links}"
        '<a href="#papers">Бумаги</a><a href="#answers">Слова после нажатия</a></nav></header>'
        + "".join(_section(name, found, pictures) for name, found in parts.items())
        + _papers(papers)
        + _answers(answers)
        + "</body></html>"
    )


def _section(name: str, screens: Sequence[Screen], pictures: Mapping[str, bytes]) -> str:
    cards = "".join(_card(screen, pictures) for screen in screens)
    return f'<section id="{anchor(name)}"><h2>{escape(name)}</h2><div class="screens">{cards}</div></section>'


def _card(screen: Screen, pictures: Mapping[str, bytes]) -> str:
    message = screen.message
    told = screen.after == TOLD
    why = "пришло само" if told else f"после: {screen.after}"
    body = html(
        message.get("text") or message.get("caption") or "",
        message.get("entities") or message.get("caption_entities") or [],
    )
    if document := message.get("document"):
        body = f'<span class="file">{escape(document["file_name"])}</span>{body}'
    if (photo := message.get("photo")) and photo["url"] in pictures:
        body = f'<img class="photo" alt="" src="{_data(pictures[photo["url"]])}">{body}'
    rows = "".join(_row(row) for row in message.get("inline_keyboard") or [])
    return (
        f'<figure><figcaption><b>{escape(screen.role)}</b><span class="{"told" if told else "asked"}">'
        f'{escape(why)}</span></figcaption><div class="bubble">{body}</div>{rows}</figure>'
    )


def _row(row: list[dict[str, Any]]) -> str:
    buttons = "".join(
        f'<span class="button {escape(str(button.get("style") or "plain"))}">{escape(button["text"])}</span>'
        for button in row
    )
    return f'<div class="row">{buttons}</div>'


def _papers(papers: Mapping[str, bytes]) -> str:
    pictures = "".join(
        f'<figure class="paper"><figcaption><b>{escape(name)}</b></figcaption>'
        f'<img alt="{escape(name)}" src="{_data(drawn)}"></figure>'
        for name, drawn in papers.items()
    )
    return f'<section id="papers"><h2>Бумаги</h2><div class="papers">{pictures}</div></section>'


def _data(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def _answers(answers: Mapping[str, bool]) -> str:
    lines = "".join(
        f'<li class="{"alert" if alert else "toast"}">{escape(text)}</li>' for text, alert in answers.items()
    )
    return f'<section id="answers"><h2>Слова после нажатия</h2><ul class="answers">{lines}</ul></section>'
