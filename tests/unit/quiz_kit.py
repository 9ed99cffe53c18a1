"""A small instrument with the cells of A, and attempts at it, for tests of arithmetic."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from domain.attempts import Attempt, AttemptStatus, Given, Mode
from domain.ids import AttemptId, ChildId, GroupId, OrganisationId, WaveId
from domain.people import AgeBand
from domain.quizzes import Band, Criterion, FormLetter, Instrument, Item, ItemKind, Option, ParentText

NOW = datetime(2026, 11, 9, 10, tzinfo=UTC)
K, M, D = Criterion.KNOWLEDGE, Criterion.MOTIVE, Criterion.ACTION
BANDS = {K: Band(7, 10, 12), M: Band(4, 7, 8), D: Band(4, 7, 8)}

Answers = Mapping[str, str | tuple[str | None, ...] | None]
"""By question: a choice, several tries, or None for a skip. A question that is not named was never reached."""


def _options(*points: int) -> tuple[Option, ...]:
    return tuple(Option(letter, letter, worth) for letter, worth in zip("abcd", points, strict=False))


ITEMS = (
    *(Item(f"k{n}", n, ItemKind.PICK1, "?", _options(2, 0, 0, 0), K, second_try=True) for n in range(1, 7)),
    Item("m1", 7, ItemKind.SMILE3, "?", _options(2, 1, 0), M),
    Item("m2", 8, ItemKind.PICK1, "?", _options(2, 1, 0), M),
    Item("m3", 9, ItemKind.PICK1, "?", _options(2, 2, 0), M),
    Item("m4", 10, ItemKind.SMILE3, "?", _options(2, 1, 0), M),
    Item("d1", 11, ItemKind.ORDER3, "?", _options(0, 0, 0), D),
    Item("d2", 12, ItemKind.ORDER3, "?", _options(0, 0, 0), D),
    Item("d3", 13, ItemKind.PICK1, "?", _options(2, 0, 0, 0), D),
    Item("d4", 14, ItemKind.REPORT, "?", _options(2, 1, 0), D),
    Item("w1", 15, ItemKind.WISH, "?", _options(0, 0, 0, 0)),
)
SMALL = Instrument(
    slug="small",
    version=1,
    sha256="",
    title="Small",
    ages=frozenset({AgeBand.Y5_6}),
    minutes=10,
    criteria=BANDS,
    total=Band(14, 23, 28),
    missing_allowed=1,
    knowledge_floor=7,
    forms={FormLetter.A: ITEMS, FormLetter.B: ITEMS},
    anchors=frozenset(),
    parent_texts={one: ParentText(one.value, "") for one in Criterion},
    parent_text_unclear=ParentText("unclear", ""),
    notes={},
)

BEST: Answers = {item.id: "abc" if item.kind is ItemKind.ORDER3 else "a" for item in ITEMS}


def rows(answers: Answers, *, seconds: float = 10) -> tuple[Given, ...]:
    """The rows of these answers, one tap each `seconds`."""
    found: list[Given] = []
    for item_id, choices in answers.items():
        for try_, choice in enumerate(choices if isinstance(choices, tuple) else (choices,), 1):
            found.append(Given(item_id, try_, choice, NOW + timedelta(seconds=seconds * (len(found) + 1))))
    return tuple(found)


def but(*, without: Iterable[str] = (), **changed: str | tuple[str | None, ...] | None) -> Answers:
    """All answers at their best, but those that are named."""
    return {item_id: choice for item_id, choice in {**BEST, **changed}.items() if item_id not in without}


def attempt(*, seed: int = 7, mode: Mode = Mode.HOME, form: FormLetter = FormLetter.A) -> Attempt:
    """An attempt that was begun just now."""
    return Attempt(
        id=AttemptId(1),
        organisation_id=OrganisationId(1),
        wave_id=WaveId(1),
        child_id=ChildId(1),
        number=147,
        group_id=GroupId(1),
        form=form,
        mode=mode,
        seed=seed,
        status=AttemptStatus.OPEN,
        pictures=True,
        started_at=NOW,
    )


def best(item: Item) -> str:
    """The answer that gives the most."""
    if item.kind is ItemKind.ORDER3:
        return "".join(option.id for option in item.options)
    return max(item.options, key=lambda option: option.points).id
