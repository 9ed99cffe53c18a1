"""The kit to print: a page for the adult, picture cards to cut, a protocol of a child and of a group (rule 23)."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from content.pictures import svg
from domain.attempts import SHAPES, Help, RoleName
from domain.print_kits import KitLine, first_sitting, kit_lines
from domain.quizzes import FormLetter, Instrument, Item, ItemKind
from locales import Texts
from reports.documents.typesetting import printable, typeset, typeset_pages

_ANY_TIME = datetime(2026, 1, 1, tzinfo=UTC)
"""The kit of a published version is the same on every day."""
_ROLES = {RoleName.EXPLORER: "magnifier", RoleName.MASTER: "wrench", RoleName.EXPERT: None}
"""Pictures of the role names; the star is drawn by the template."""
_GUIDE = (
    ("before", ("before-form", "before-cut", "before-protocol", "before-place")),
    ("sittings", ("sittings-two", "sittings-rest")),
    ("play", ("play-read", "play-wait", "play-mark", "play-star")),
    ("second", ("second-text",)),
    ("order", ("order-text",)),
    ("skip", ("skip-text",)),
    ("stop", ("stop-text",)),
    ("end", ("end-role", "end-ask", "end-enter", "end-keep")),
)
_SPOKEN = (
    ("say", ("say-begin", "say-thanks", "say-again", "say-skip")),
    ("silent", ("silent-right", "silent-think", "silent-others", "silent-eyes")),
)
_WORDS = (
    *("page", "pictures", "guide-title", "guide-lead"),
    *("card-hint", "card-order", "card-wish"),
    *("role-title", "stars"),
    *("protocol-title", "protocol-group-title", "protocol-code", "protocol-day", "protocol-day-two"),
    *("protocol-by", "protocol-psychologist", "protocol-teacher", "protocol-other", "protocol-mode"),
    *("protocol-how", "protocol-number", "protocol-question", "protocol-if-not"),
    *("protocol-first", "protocol-then", "protocol-last", "protocol-sitting", "protocol-after"),
    *("protocol-role", "protocol-role-note", "protocol-help", "protocol-report", "protocol-entered"),
    *("group-group", "group-how", "group-code", "group-day", "group-orders", "group-wish"),
    *("group-role", "group-help", "group-report", "group-entered"),
)


def print_kit(instrument: Instrument, letter: FormLetter, texts: Texts) -> bytes:
    """A form as A4 in a PDF; the same version in the same language gives the same bytes."""
    return typeset("print_kit", kit_data(instrument, letter, texts), made_at=_ANY_TIME)


def drawn_kit(instrument: Instrument, letter: FormLetter, texts: Texts, *, ppi: float) -> tuple[bytes, ...]:
    """The same pages as pictures."""
    return typeset_pages("print_kit", kit_data(instrument, letter, texts), made_at=_ANY_TIME, ppi=ppi)


def kit_data(instrument: Instrument, letter: FormLetter, texts: Texts) -> dict[str, Any]:
    """What is printed, with every word and picture of it."""
    lines = kit_lines(instrument, letter)
    [report] = instrument.of_adult(letter)
    said = _said(instrument, letter, lines, report)
    roles = [printable(texts.plain("quizzes-role", {"role": name.value})) for name in _ROLES]
    names = {option.picture for line in lines for option in line.options if option.picture}
    return {
        "locale": texts.locale,
        "title": printable(instrument.title),
        "form": texts.plain("waves-kit-form", {"form": letter.value}),
        "version": texts.plain("waves-kit-version", {"version": instrument.version}),
        "caveat": instrument.caveat,
        "authors": ", ".join(printable(author) for author in instrument.authors),
        "words": {part: texts.plain(f"waves-kit-{part}") for part in _WORDS}
        | {part: texts.plain(f"quizzes-paper-{part}") for part in ("first", "second", "missing")},
        "guide": [_section(heading, parts, said, texts) for heading, parts in _GUIDE],
        "spoken": [_section(heading, parts, said, texts) for heading, parts in _SPOKEN],
        "pictures": {name: svg(name) for name in sorted(names | set(filter(None, _ROLES.values())))},
        "half": first_sitting(lines),
        "lines": [_line(line) for line in lines],
        "roles": [
            {**named, "picture": picture}
            for named, picture in zip(_lettered(roles), _ROLES.values(), strict=True)
        ],
        "helps": _lettered([texts.plain(f"quizzes-help-{one.value}") for one in Help]),
        "report": {
            "question": report.question,
            "answers": _lettered([option.text for option in report.options]),
            "skip": texts.plain("quizzes-report-skip"),
        },
    }


def _line(line: KitLine) -> dict[str, Any]:
    return {
        "number": line.number,
        "kind": line.item.kind.value,
        "question": line.item.question,
        "hint": line.item.hint if line.item.second_try else None,
        "right": line.right,
        "options": [
            {"mark": mark, "text": option.text, "picture": option.picture}
            for mark, option in zip(
                SHAPES if line.marked else ("",) * len(line.options), line.options, strict=False
            )
        ],
    }


def _section(heading: str, parts: Sequence[str], said: dict[str, str | int], texts: Texts) -> dict[str, Any]:
    return {
        "title": texts.plain(f"waves-kit-{heading}", said),
        "lines": [texts.plain(f"waves-kit-{part}", said) for part in parts],
    }


def _said(
    instrument: Instrument, letter: FormLetter, lines: Sequence[KitLine], report: Item
) -> dict[str, str | int]:
    """What the page for the adult names by number."""
    half = first_sitting(lines)
    return {
        "form": letter.value,
        "first": _numbers(lines[:half]),
        "rest": _numbers(lines[half:]),
        "tried": _numbers([line for line in lines if line.right is not None]),
        "orders": _numbers([line for line in lines if line.item.kind is ItemKind.ORDER3]),
        "minutes": instrument.minutes,
        "question": report.question,
    }


def _numbers(lines: Sequence[KitLine]) -> str:
    """«1–6», or «3, 5» where they do not follow one another."""
    found = [line.number for line in lines]
    if found and found[-1] - found[0] == len(found) - 1 > 0:
        return f"{found[0]}–{found[-1]}"
    return ", ".join(str(number) for number in found)


def _lettered(words: Sequence[str]) -> list[dict[str, str]]:
    """Answers with the letters by which they are written into a narrow cell: as few as tell them apart."""
    return [
        {
            "word": word,
            "letter": next(
                (
                    word[:length].capitalize()
                    for length in range(1, len(word))
                    if sum(other.lower().startswith(word[:length].lower()) for other in words) == 1
                ),
                word,
            ),
        }
        for word in words
    ]
