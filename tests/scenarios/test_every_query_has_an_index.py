"""No statement of a screen or a tick walks through a table that grows."""

import re
from datetime import timedelta

import pytest

from tests.scenarios.everybody import chat_connected
from tests.scenarios.test_first_day import (
    head_of_a_new_kindergarten,
    joined,
    printed_cards,
    published,
    teacher_of_a_new_group,
)
from tests.scenarios.test_organisation import menu
from tests.scenarios.theatre import Theatre

SMALL = {"organisations", "installation", "person_sets", "alembic_version"}
"""Tables that do not grow with families, messages or years."""
EVERYTHING = re.compile(r"^SCAN (\w+)\b(?! USING (?:COVERING )?INDEX ix_outbox_)")
"""A walk through a whole table or a whole index; the outbox's own indexes hold only what waits."""


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nothing_is_scanned(house: Theatre) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    cards = await printed_cards(teacher)
    mother = await joined(stage, "Анна", cards[0])
    await published(teacher)
    await mother.tap("Приду с ребёнком")
    for label in ("Кто придёт", "Назад", "Внести за семью", "Назад", "Кому дошло"):
        await teacher.tap(label)
    await chat_connected(teacher, mother)
    await menu(teacher, "Мероприятия", "Кто печёт хлеб?", "📣 В чаты", "Повесить", "Чаты и каналы")
    await published(teacher, "Кружок", then="Отложить")
    await menu(teacher, "Мероприятия", "Отложенные: 1", "Кружок", "Каждую неделю", "3", "Опубликовать: 3")
    await stage.move_clock(by=timedelta(minutes=1))
    for command in ("/settings", "/my_data", "/privacy", "/help", "/menu"):
        await mother.send(command)
    await stage.move_clock(by=timedelta(days=3, hours=3))
    scans = await scanned(house)
    assert scans == {}, "\n".join(f"{steps}: {statement}" for statement, steps in scans.items())


async def scanned(house: Theatre) -> dict[str, list[str]]:
    """What was asked so far and walks through a table that grows, with the steps that do."""
    statements = dict(house.statements)
    scans: dict[str, list[str]] = {}
    async with house.app.database.reader.connect() as connection:
        for statement, parameters in statements.items():
            if not statement.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE", "WITH", "INSERT")):
                continue
            plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            for row in plan.all():
                step = str(row[-1])
                found = EVERYTHING.match(step)
                if found and not is_small(statement, found.group(1)):
                    scans.setdefault(re.sub(r"\s+", " ", statement)[:400], []).append(step)
    return scans


def is_small(statement: str, name: str) -> bool:
    """Whether the scanned name is a small table, an alias of one, or a subquery's own result."""
    tables = set(re.findall(r"(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)", statement))
    aliases = {alias: table for table, alias in re.findall(r"(\w+) AS (\w+)", statement) if table in tables}
    table = aliases.get(name, name)
    if table == "persons" and "NOT (EXISTS" in statement:
        return True  # once a day the terms of storage are held against everybody
    if table == "form_states" and "WHERE" not in statement:
        return True  # once, before the first update, and only what is unfinished stands there
    return table in SMALL or table not in tables or f"WITH {table} AS" in statement


def test_the_test_would_see_a_scan() -> None:
    assert EVERYTHING.match("SCAN rsvps")
    assert EVERYTHING.match("SCAN rsvps USING COVERING INDEX ix_rsvps_person_id")
    assert not EVERYTHING.match("SCAN outbox USING INDEX ix_outbox_waiting")
    assert not EVERYTHING.match("SEARCH rsvps USING INDEX ix_rsvps_person_id (person_id=?)")
