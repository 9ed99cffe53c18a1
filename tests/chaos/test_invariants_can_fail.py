"""A calm story of guests and a quiz passes every check; each check fails on rows in which what it forbids is true."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from db.models import (
    AttemptRow,
    AttemptScoreRow,
    AuditRow,
    GuestSlotRow,
    GuestVisitRow,
    ItemCountRow,
    NoticeRow,
    PairChangeRow,
    PairFateRow,
    PairLevelRow,
    QuizAnswerRow,
    WaveCellRow,
)
from db.models.base import Base
from domain.actions.quizzes import AnswerQuiz
from domain.clock import MovableClock
from domain.notices import NoticeKind
from domain.people import Role
from domain.waves import WaveKind
from screens.buttons import pack, parse
from tests.chaos.guest_invariants import check_guests
from tests.chaos.invariants import Gone, Rows, check_notices, read_rows
from tests.chaos.news import check_news
from tests.chaos.quiz_invariants import check_nothing_after_closing, check_quizzes
from tests.chaos.record import Record, keep_record
from tests.conftest import START
from tests.scenarios.guest_room import GuestRoom, invited_partner
from tests.scenarios.playroom import Playroom, question_in
from tests.scenarios.theatre import theatre
from tests.services.sunny import build_sunny

pytestmark = pytest.mark.asyncio(loop_scope="module")

PEOPLE = ("Анна", "Мария", "Пётр", "Завод", "Ольга", "Ирина", "Нина")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a story has left: its rows, and what the sandbox saw."""

    rows: Rows
    record: Record

    def check(self) -> None:
        """Every invariant of guests and quizzes."""
        check_guests(self.rows, self.record)
        check_quizzes(self.rows, self.record)
        check_notices(self.rows, Gone(frozenset(), frozenset()), MovableClock(START + timedelta(hours=1)))
        assert not check_news(self.rows, self.record), "a second copy"

    def put(self, kind: type[Base], number: int, **values: Any) -> "Seen":
        """With other values in a row."""
        rows = [dict(row) for row in self.rows.of(kind)]
        rows[number] |= values
        return self.of(kind, rows)

    def twice(self, kind: type[Base], number: int, **values: Any) -> "Seen":
        """With a second row like this one."""
        rows = [dict(row) for row in self.rows.of(kind)]
        return self.of(kind, [*rows, rows[number] | values])

    def without(self, kind: type[Base], number: int) -> "Seen":
        """Without a row."""
        rows = [dict(row) for row in self.rows.of(kind)]
        del rows[number]
        return self.of(kind, rows)

    def of(self, kind: type[Base], rows: list[Any]) -> "Seen":
        """With these rows in a table."""
        return replace(self, rows=replace(self.rows, tables=self.rows.tables | {kind: rows}))

    def line(self, action: str) -> int:
        """The place of the first line of the audit log with this action."""
        return next(at for at, row in enumerate(self.rows.of(AuditRow)) if row["action"] == action)

    def notice(self, kind: NoticeKind) -> int:
        """The place of the first notice of a kind."""
        return next(at for at, row in enumerate(self.rows.of(NoticeRow)) if row["kind"] == kind.value)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def calm(
    migrated: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Seen]:
    """One date agreed upon, one given back; one quiz finished, one begun, the wave closed; a final one without anybody."""
    url = await asyncio.to_thread(migrated, "sqlite")
    folder: Path = tmp_path_factory.mktemp("calm")
    async with theatre(url, folder, START) as house:
        record = keep_record(house.world)
        sunny = await build_sunny(house.app.database)
        people = {name: await house.stage.person(name) for name in PEOPLE}
        for player in people.values():
            await player.start()
        staff = {
            Role.TEACHER: await sunny.staff(Role.TEACHER, sunny.sun, account=people["Анна"].id),
            Role.PSYCHOLOGIST: await sunny.staff(Role.PSYCHOLOGIST, account=people["Ольга"].id),
            Role.METHODIST: await sunny.staff(Role.METHODIST, account=people["Ирина"].id),
        }
        await sunny.adult(1, account=people["Мария"].id)
        await sunny.adult(2, account=people["Пётр"].id)
        partner = await invited_partner(sunny, people["Завод"].id)
        await _guests(GuestRoom(house, sunny, people, staff[Role.TEACHER], partner))
        await _quizzes(Playroom(house.stage, sunny, people, staff))
        yield Seen(await read_rows(house.app.database), record)


async def _guests(room: GuestRoom) -> None:
    await room.opens()
    await room.applies(room.mother, "15 сентября")
    await room.agrees()
    await room.applies(room.father, "16 сентября", "пекарь")
    await room.father.tap("Вернуть дату")
    await room.father.tap("Да, вернуть")
    await room.father.sees("Дату вернули")


async def _quizzes(room: Playroom) -> None:
    await room.opened()
    await room.begun(room.mother)
    await room.played(room.mother, m3=None)
    await room.finished(room.mother)
    item = question_in(await room.begun(room.father))
    assert item is not None
    await room.answer(room.father, item, item.options[0].id)
    await room.menu(room.methodist, "⭐ Викторина", "Стартовая", "Закрыть викторину", "Да, закрыть")
    await room.pass_on()
    await room.laid(kind=WaveKind.FINAL)
    await room.menu(room.methodist, "⭐ Викторина", "Итоговая", "Закрыть викторину", "Да, закрыть")
    await room.pass_on()


async def test_a_calm_story_passes(calm: Seen) -> None:
    calm.check()
    check_nothing_after_closing(calm.rows, calm.rows)


CONFIRMED, GIVEN_BACK = 0, 1
FINISHED, BEGUN = 0, 1


def _undone(seen: Seen) -> Seen:
    """The date was given back by a tap, and nothing of it is there."""
    visit = seen.rows.of(GuestVisitRow)[GIVEN_BACK]
    slot = next(at for at, row in enumerate(seen.rows.of(GuestSlotRow)) if row["id"] == visit["slot_id"])
    kept = seen.put(GuestVisitRow, GIVEN_BACK, status="applied", version=1)
    kept = kept.put(GuestSlotRow, slot, visit_id=visit["id"])
    return kept.without(AuditRow, kept.line("guest-visit.given-back"))


def _between(seen: Seen) -> Seen:
    """Both applied for the same date, one after the other."""
    taken = seen.rows.of(GuestVisitRow)[CONFIRMED]["slot_id"]
    [_, second] = [
        at for at, row in enumerate(seen.rows.of(AuditRow)) if row["action"] == "guest-visit.applied"
    ]
    return seen.put(AuditRow, second, details={"slot": taken})


def _other_choice(seen: Seen) -> Seen:
    """Somebody tapped something else first."""
    updates = dict(seen.record.updates)
    _, pending = next(
        (number, pending)
        for number, pending in updates.items()
        if pending.kind == "callback_query" and isinstance(parse(pending.body["data"]), AnswerQuiz)
    )
    tapped = parse(pending.body["data"])
    assert isinstance(tapped, AnswerQuiz)
    other = replace(pending, body=pending.body | {"data": pack(replace(tapped, choice=None))})
    return replace(seen, record=replace(seen.record, updates={-1: other} | updates))


def _another_answer(seen: Seen) -> Seen:
    skipped = next(at for at, row in enumerate(seen.rows.of(QuizAnswerRow)) if row["choice"] is not None)
    return seen.put(QuizAnswerRow, skipped, choice=None)


BROKEN: dict[str, tuple[Callable[[Seen], Seen], str]] = {
    "a date whose guest does not know it": (
        lambda seen: seen.put(GuestVisitRow, CONFIRMED, slot_id=3),
        "does not know its date",
    ),
    "a guest without a date": (lambda seen: seen.put(GuestSlotRow, 0, visit_id=None), "without its date"),
    "a date closed under a guest": (
        lambda seen: seen.put(GuestSlotRow, 0, withdrawn_at=START),
        "closed and taken",
    ),
    "two guests on a date": (
        lambda seen: seen.put(
            GuestVisitRow,
            GIVEN_BACK,
            status="applied",
            slot_id=seen.rows.of(GuestVisitRow)[CONFIRMED]["slot_id"],
        ),
        ": 2}",
    ),
    "two guests on a date for a moment": (_between, "taken by"),
    "a change that nobody noted": (lambda seen: seen.put(GuestVisitRow, CONFIRMED, version=9), "version"),
    "a status that nobody gave": (
        lambda seen: seen.put(GuestVisitRow, CONFIRMED, status="tentative"),
        "tentative and not confirmed",
    ),
    "a change noted twice": (
        lambda seen: seen.twice(AuditRow, seen.line("guest-visit.tentative")),
        "does not become so",
    ),
    "a change by somebody else": (
        lambda seen: seen.put(AuditRow, seen.line("guest-visit.tentative"), person_id=1_000_000),
        "nobody tapped",
    ),
    "one draft sent twice": (
        lambda seen: seen.put(
            GuestVisitRow, GIVEN_BACK, draft_token=seen.rows.of(GuestVisitRow)[CONFIRMED]["draft_token"]
        ),
        ": 2}",
    ),
    "a lost tap": (_undone, "is lost"),
    "one question answered twice": (lambda seen: seen.twice(QuizAnswerRow, 0), ": 2}"),
    "an answer that nobody tapped": (_another_answer, "nobody tapped"),
    "a later tap instead of the first": (_other_choice, "a later tap"),
    "a question passed over": (lambda seen: seen.without(QuizAnswerRow, 0), "was not answered before"),
    "two attempts of a child": (lambda seen: seen.twice(AttemptRow, BEGUN, id=77), ": 2}"),
    "a finish that nobody noted": (
        lambda seen: seen.without(AuditRow, seen.line("attempt.finished")),
        "AttemptStatus",
    ),
    "finished twice": (
        lambda seen: seen.twice(AuditRow, seen.line("attempt.finished")),
        "does not become finished",
    ),
    "a wrong score": (lambda seen: seen.put(AttemptScoreRow, 0, numerator=1), "scored"),
    "a missing score": (lambda seen: seen.without(AttemptScoreRow, 0), "scored"),
    "a score before the end": (
        lambda seen: seen.twice(AttemptScoreRow, 0, attempt_id=seen.rows.of(AttemptRow)[BEGUN]["id"]),
        "scored",
    ),
    "a miscounted cell": (lambda seen: seen.put(WaveCellRow, 0, n=100), "100"),
    "a cell not counted": (lambda seen: seen.without(WaveCellRow, 0), "None, "),
    "a question miscounted": (lambda seen: seen.put(ItemCountRow, 0, n=100), "item_counts"),
    "a question not counted": (lambda seen: seen.without(ItemCountRow, 0), "item_counts"),
    "a child in no pair lost": (lambda seen: seen.without(PairFateRow, 0), "pair_fates"),
    "a pair of nobody": (
        lambda seen: seen.of(PairChangeRow, [{**seen.rows.of(PairFateRow)[0], "change": "2"}]),
        "pair_changes",
    ),
    "a level of nobody": (
        lambda seen: seen.of(
            PairLevelRow, [{**seen.rows.of(PairFateRow)[0], "start_level": "low", "final_level": "high"}]
        ),
        "pair_levels",
    ),
    "closed twice": (lambda seen: seen.twice(AuditRow, seen.line("wave.closed")), "closed more than once"),
    "somebody not invited": (
        lambda seen: seen.without(NoticeRow, seen.notice(NoticeKind.QUIZ_INVITED)),
        "invited to the quiz",
    ),
    "told and never come": (lambda seen: replace(seen, record=replace(seen.record, sent=[])), "has not come"),
    "told twice": (
        lambda seen: replace(seen, record=replace(seen.record, sent=[*seen.record.sent, *seen.record.sent])),
        "a second copy",
    ),
    "a lease left behind": (
        lambda seen: seen.put(NoticeRow, 0, status="leased", leased_until=START),
        "leased",
    ),
    "due and forgotten": (lambda seen: seen.put(NoticeRow, 0, status="queued"), "queued"),
    "left unknown though it may come twice": (
        lambda seen: seen.put(NoticeRow, seen.notice(NoticeKind.GUEST_ACCEPTED), status="unknown"),
        "unknown",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
async def test_what_is_broken_is_found(calm: Seen, name: str) -> None:
    breaks, found = BROKEN[name]
    with pytest.raises(AssertionError, match=found):
        breaks(calm).check()


async def test_what_comes_after_the_closing_is_found(calm: Seen) -> None:
    last = len(calm.rows.of(QuizAnswerRow)) - 1
    with pytest.raises(AssertionError, match="quiz_answers"):
        check_nothing_after_closing(calm.without(QuizAnswerRow, last).rows, calm.rows)
    before = calm.put(AttemptRow, FINISHED, finished_at=None).rows
    with pytest.raises(AssertionError, match="finished after"):
        check_nothing_after_closing(before, calm.rows)
