"""Quizzes for benches: every child has attempts open in words, and answers them question by question."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from content.quizzes import WHO_DOES_WHAT, instruments
from db.engine import writer_engine
from db.models import AttemptRow, QuizAnswerRow, WaveGroupRow, WaveRow
from db.models.base import Base
from domain.actions.quizzes import AnswerQuiz
from domain.attempts import FIRST
from domain.ids import AttemptId
from domain.quizzes import FormLetter, Item, ItemKind
from screens.buttons import pack
from tests.bench.load import PEOPLE, PLAY

WAVES = 8
"""Attempts of each child, one after another."""
FIRST_YEAR = 2026


def buttons() -> list[str]:
    """The right answers of one play, in the order of the questions; `PLAY` stands for the attempt."""
    child = instruments().newest(WHO_DOES_WHAT).of_child(FormLetter.A)
    written = [pack(AnswerQuiz(AttemptId(0), item.id, FIRST, _right(item))) for item in child]
    return [data.replace(":0:", f":{PLAY}:", 1) for data in written]


def answers() -> int:
    """How many answers there are to give before every play is over."""
    return WAVES * PEOPLE * len(buttons())


async def check(url: str, taps: int) -> None:
    """Raises `RuntimeError` unless every tap has left its answer: a late tap would cost less."""
    engine = writer_engine(url)
    async with engine.connect() as connection:
        stored = (await connection.execute(select(func.count()).select_from(QuizAnswerRow))).scalar_one()
    await engine.dispose()
    if stored != taps:
        raise RuntimeError(f"{taps} answers were tapped, {stored} are stored")


def rows(groups: int, *, opened: datetime, closes: datetime) -> list[tuple[type[Base], list[dict[str, Any]]]]:
    """Waves for all groups, and an attempt of every child in each; attempt n is of child n, then from the first again."""
    instrument = instruments().newest(WHO_DOES_WHAT)
    waves = [
        {
            "id": number + 1,
            "organisation_id": 1,
            "slug": instrument.slug,
            "version": instrument.version,
            "kind": "start",
            "school_year": FIRST_YEAR + number,
            "status": "open",
            "seed": number,
            "draft_token": f"wave{number}",
            "opened_by": 1,
            "opened_at": opened,
            "closes_at": closes,
        }
        for number in range(WAVES)
    ]
    attempts = [
        {
            "id": wave * PEOPLE + child,
            "organisation_id": 1,
            "wave_id": wave + 1,
            "child_id": child,
            "group_id": child % groups + 1,
            "form": FormLetter.A.value,
            "mode": "home",
            "seed": child,
            "status": "open",
            "pictures": False,
            "started_at": opened,
        }
        for wave in range(WAVES)
        for child in range(1, PEOPLE + 1)
    ]
    taking_part = [
        {"wave_id": wave + 1, "group_id": group} for wave in range(WAVES) for group in range(1, groups + 1)
    ]
    return [(WaveRow, waves), (WaveGroupRow, taking_part), (AttemptRow, attempts)]


def _right(item: Item) -> str:
    if item.kind is ItemKind.ORDER3:
        return "".join(option.id for option in item.options)
    return max(item.options, key=lambda option: option.points).id
