"""Ids in buttons are public: every button of the house, replayed by whoever it is not for, changes and tells nothing."""

from collections.abc import AsyncIterator
from dataclasses import fields
from datetime import date
from enum import Enum
from itertools import product
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from sqlalchemy import select

from db.models import Base
from domain import ids
from domain.actions import Action
from handlers.common.edge import Buckets
from sandbox.stories.stage import Player, Stage
from screens.buttons import pack, registry
from tests.conftest import START
from tests.scenarios.test_first_day import (
    head_of_a_new_kindergarten,
    joined,
    printed_cards,
    published,
    teacher_of_a_new_group,
)
from tests.scenarios.theatre import Theatre, theatre

ROW_IDS = {
    kind.__name__
    for kind in vars(ids).values()
    if hasattr(kind, "__supertype__") and kind.__supertype__ is int
}
BOOKKEEPING = {"seen_updates", "sent_messages", "message_mentions", "form_states"}
"""What the bot notes about its own work: which update it has seen, where a screen stands, what is being typed."""


def names_a_row(kind: type[Action]) -> bool:
    """Whether the button carries the id of something that may be somebody else's (secrets are another matter)."""
    hints = get_type_hints(kind)
    named = {getattr(hints[field.name], "__name__", "") for field in fields(kind)}
    return bool(named & ROW_IDS) and "Token" not in named


def variants(kind: type[Action]) -> list[Action]:
    """The button with the first ids of the house and every value of its enumerations."""
    hints = get_type_hints(kind)
    values: list[list[Any]] = []
    for field in fields(kind):
        hint = hints[field.name]
        options = [part for part in getattr(hint, "__args__", (hint,)) if part is not type(None)]
        base = getattr(options[0], "__supertype__", options[0])
        if isinstance(base, type) and issubclass(base, Enum):
            values.append(list(base))
        elif base is bool:
            values.append([False, True])
        elif base is int:
            values.append([1])
        elif base is date:
            values.append([date(2026, 9, 11)])
        else:
            values.append(["x"])
    return [kind(*combination) for combination in product(*values)]


async def contents(house: Theatre) -> dict[str, list[tuple[Any, ...]]]:
    """Every table but the bookkeeping."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    async with house.app.database.read() as reading:
        for table in Base.metadata.sorted_tables:
            if table.name not in BOOKKEEPING:
                rows = await reading.connection.execute(select(table).order_by(*table.primary_key.columns))
                found[table.name] = [tuple(row) for row in rows]
    return found


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[Theatre]:
    """A house that nobody slows down: all the buttons are tapped one after another."""
    async with theatre(database_url, tmp_path, START, Buckets(rate=10_000, burst=10_000)) as opened:
        yield opened


async def test_nobody_can_use_what_is_not_theirs(house: Theatre) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    cards = await printed_cards(teacher)
    mother = await joined(stage, "Анна", cards[0])
    unbound = await joined(stage, "Руслан", cards[1])
    await published(teacher)
    await mother.tap("Приду с ребёнком")
    await teacher.send("/menu")
    for label in ("Группы", "Солнышко", "Семьи", "0002", "✖️ 1.", "Да, отвязать"):
        await teacher.tap(label)
    removed = await removed_teacher(stage, head, teacher)
    other_head, other_parent = await next_door(house)
    stranger = await stage.person("Чужой")
    await stranger.start()

    buttons = [action for kind in registry().values() if names_a_row(kind) for action in variants(kind)]
    assert len(buttons) > 60
    before = await contents(house)
    for attacker in (stranger, unbound, removed, other_head, other_parent):
        mark = (await stage.call("GET", "calls"))["last"]
        known = {message.text for message in await attacker.messages()}
        for action in buttons:
            forged = {"data": pack(action), "message_id": (await attacker.newest()).id, "wait": 10}
            answer = await stage.call("POST", f"people/{attacker.id}/tap", forged)
            assert answer["answered"], f"{attacker.name}: {action}"
        await stage.idle()
        after = await contents(house)
        assert changed(before, after) == {}, attacker.name
        calls = (await stage.call("GET", f"calls?after={mark}&limit=5000"))["calls"]
        assert {call["chat_id"] for call in calls} <= {None, attacker.id}, attacker.name
        learned = {message.text for message in await attacker.messages()} - known
        assert not any("Кто печёт хлеб?" in text or "0001" in text for text in learned), attacker.name


def changed(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> dict[str, Any]:
    """Tables that differ, with the rows that came or went."""
    return {
        name: [row for row in after[name] if row not in rows]
        + [row for row in rows if row not in after[name]]
        for name, rows in before.items()
        if rows != after[name]
    }


async def removed_teacher(stage: Stage, head: Player, first: Player) -> Player:
    """The group gets a second teacher, and one of the two is removed: without names the head sees no difference."""
    await head.send("/menu")
    await head.tap("Сотрудники")
    await head.tap("Пригласить")
    await head.tap("оспитатель")
    await head.tap("Солнышко")
    await head.tap("Готово")
    second = await stage.person("Юлия")
    await second.open(await head.link())
    await second.tap("Согласен")
    await head.send("/menu")
    await head.tap("Сотрудники")
    labels = [label for label in (await head.newest()).labels if "оспитатель" in label]
    await head.tap(labels[-1])
    await head.tap("Убрать из сотрудников")
    await head.tap("Да, закончить роль")
    await stage.idle()
    told = [person for person in (first, second) if "закончилась" in (await person.newest()).text]
    assert len(told) == 1
    return told[0]


async def next_door(house: Theatre) -> tuple[Player, Player]:
    """Another kindergarten of the same installation: its head, and a parent of its only group."""
    stage = house.stage
    owner = Player(stage, 7_000_001, "Олег")
    await owner.send("/menu")
    await owner.tap("Организации")
    await owner.tap("Создать")
    await owner.send("Детский сад № 13")
    await owner.tap("Детский сад")
    await owner.tap("Новокузнецк")
    await owner.tap("Ссылка для заведующего")
    head = await stage.person("Жанна")
    await head.open(await owner.link())
    await head.tap("Согласен")
    teacher = await teacher_of_a_new_group(stage, head, "Ромашка")
    cards = await printed_cards(teacher, "Ромашка")
    return head, await joined(stage, "Вадим", cards[0])
