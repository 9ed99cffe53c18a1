"""A wave, an attempt, a quiz, and what their screens say: for tests of screens."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from content.quizzes import WHO_DOES_WHAT, instruments
from domain.attempts import (
    FIRST,
    SECOND,
    Attempt,
    AttemptStatus,
    Mode,
    Question,
    Stage,
    arranged,
)
from domain.events import GroupLabel
from domain.forms import utf16_length
from domain.ids import AttemptId, ChildId, GroupId, OrganisationId, WaveId
from domain.people import Organisation, OrganisationKind
from domain.quiz_views import (
    Play,
)
from domain.quizzes import FormLetter, Item
from domain.waves import Wave, WaveKind, WaveStatus
from locales import texts_for
from screens.base import Picture, Screen
from screens.buttons import LIMIT, pack
from screens.render import render

CAPTION, TEXT = 1024, 4096
"""UTF-16 units after entities that Telegram lets stand beneath a picture, and in a message."""
BIG = 2**40
QUIZ = instruments().newest(WHO_DOES_WHAT)
NOW = datetime(2026, 11, 16, 3, 0, tzinfo=UTC)
GARDEN = Organisation(
    OrganisationId(BIG),
    "Детский сад № 7 «Ромашка»",
    OrganisationKind.KINDERGARTEN,
    "Asia/Novokuznetsk",
    False,
)
SUN = GroupLabel(GroupId(BIG), "Солнышко", "🐻")
WAVE = Wave(
    id=WaveId(BIG),
    organisation_id=GARDEN.id,
    slug=QUIZ.slug,
    version=QUIZ.version,
    kind=WaveKind.START,
    school_year=2026,
    status=WaveStatus.OPEN,
    opened_at=NOW,
    closes_at=datetime(2026, 12, 12, 16, 59, tzinfo=UTC),
    group_ids=frozenset({SUN.id}),
)
ATTEMPT = Attempt(
    id=AttemptId(BIG),
    organisation_id=GARDEN.id,
    wave_id=WAVE.id,
    child_id=ChildId(BIG),
    number=147,
    group_id=SUN.id,
    form=FormLetter.A,
    mode=Mode.HOME,
    seed=7,
    status=AttemptStatus.OPEN,
    pictures=True,
    started_at=NOW,
)
CARD = Picture(b"png", "card.png", "0" * 64)
ASKED = [(form, item) for form in FormLetter for item in QUIZ.of_child(form)]
ITEMS = pytest.mark.parametrize(("form", "item"), ASKED, ids=[f"{f.value}-{i.id}" for f, i in ASKED])
MARKS = re.compile(
    r"(?i)правильн|неправильн|верно|ошиб|балл|уров|низк|средн|высок|тест(?!о)|оценк|✗|❌|wrong|correct"
)
"""Words and signs that no child sees (rule 16)."""


def play(stage: Stage, done: int = 14, **changed: object) -> Play:
    """An attempt at this stage, almost at the end: the longest line of stars."""
    attempt = replace(ATTEMPT, **{k: v for k, v in changed.items() if k in Attempt.__dataclass_fields__})  # type: ignore[arg-type]  # tests name any field
    rest = {k: v for k, v in changed.items() if k not in Attempt.__dataclass_fields__}
    return Play(attempt, QUIZ, stage, done, 14, "Мишенька-Медвежонок", **rest)  # type: ignore[arg-type]  # the same


def asked(item: Item, try_: int = FIRST, seed: int = 7) -> Question:
    """A question that is open; at the second try the first wrong option is gone."""
    wrong = next(one.id for one in item.options if one.points < 2) if try_ == SECOND else None
    return Question(item, try_, arranged(item, seed), wrong)


def said(screen: Screen, locale: str = "ru") -> str:
    """The text of a screen without its markup."""
    return re.sub(r"<[^>]+>", "", render(screen, texts_for(locale), NOW).text)


def labels(screen: Screen, locale: str = "ru") -> list[list[str]]:
    """The buttons of a screen, row by row."""
    return [[button.text for button in row] for row in render(screen, texts_for(locale), NOW).rows]


def fits(screen: Screen, locale: str, *, caption: bool = False) -> None:
    """Nothing is longer than the messenger carries."""
    assert utf16_length(said(screen, locale)) <= (CAPTION if caption else TEXT)
    for row in screen.rows:
        for button in row:
            assert button.action is not None
            assert len(pack(button.action).encode()) <= LIMIT
    assert all(0 < len(label) <= 40 for row in labels(screen, locale) for label in row)
