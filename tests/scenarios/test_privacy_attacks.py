"""Old buttons, crafted words and bad moments: nothing of an erased person comes back, nobody reaches another family."""

from collections.abc import AsyncIterator
from dataclasses import fields
from datetime import date, timedelta
from enum import Enum
from itertools import product
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from sqlalchemy import select

from db.models import Base
from domain.actions import Action
from domain.actions.privacy import (
    EraseMe,
    GetAct,
    GetMyDataFile,
    LeaveOrganisation,
    OpenActs,
    WithdrawConsent,
)
from domain.ids import ConsentId, OrganisationId
from handlers.common.edge import Buckets
from sandbox.stories.stage import Player
from screens.buttons import pack, registry
from tests.conftest import START
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.test_first_day import (
    head_of_a_new_kindergarten,
    joined,
    printed_cards,
    published,
    teacher_of_a_new_group,
)
from tests.scenarios.test_other_peoples_buttons import changed, contents
from tests.scenarios.theatre import Theatre, theatre

A_WHILE = timedelta(minutes=2)
"""Long enough for every tick."""
OF_A_BUTTON: dict[Any, list[Any]] = {bool: [False, True], int: [1], date: [date(2026, 9, 11)]}
WORDS = ("/start", "/menu", "/help", "/settings", "/my_data", "/privacy", "/delete_me", "Анна", "/неведомое")
PAYLOADS = [
    *(kind + tail for kind in "cgsp" for tail in ("_", "_A", "_" + "A" * 22, "_" + "-" * 61)),
    "c",
    "_",
    "x_AAAAAAAAAAAAAAAAAAAAAA",
    "c_c_c_c",
    "0",
    "g_000000000000000000000000000000000000000000000000000000000000",
]


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[Theatre]:
    """A house that nobody slows down."""
    async with theatre(database_url, tmp_path, START, Buckets(rate=10_000, burst=10_000)) as opened:
        yield opened


async def traces(house: Theatre, person: Player) -> set[str]:
    """Columns of any table, bookkeeping too, in which the person's account stands."""
    found = set()
    async with house.app.database.read() as reading:
        for table in Base.metadata.sorted_tables:
            for row in (await reading.connection.execute(select(table))).mappings():
                found |= {
                    f"{table.name}.{name}" for name, value in row.items() if str(person.id) in str(value)
                }
    return found


def forged(kind: type[Action]) -> list[Action]:
    """A button of a kind with the first row of everything, asked once and sure."""
    values: list[list[Any]] = []
    for hint in (get_type_hints(kind)[field.name] for field in fields(kind)):
        base = next(part for part in (*getattr(hint, "__args__", ()), hint) if part is not type(None))
        base = getattr(base, "__supertype__", base)
        if isinstance(base, type) and issubclass(base, Enum):
            values.append(list(base)[:1])
        else:
            values.append(OF_A_BUTTON.get(base, ["x"]))
    return [kind(*combination) for combination in product(*values)]


async def newest_file(person: Player) -> bytes:
    """The newest file in the chat."""
    files = [message.raw["document"] for message in await person.messages() if message.raw.get("document")]
    return await person.stage.file(files[-1]["url"])


async def erased(person: Player) -> None:
    """The person erases everything, by the command."""
    await person.send("/delete_me")
    await person.tap("Да, удалить всё")
    await person.sees("Всё удалено")


@ON_SQLITE
async def test_old_buttons_of_an_erased_person_store_nothing(house: Theatre) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    mother = await joined(stage, "Анна", (await printed_cards(teacher))[0])
    await published(teacher)
    await mother.tap("Приду с ребёнком")
    assert await traces(house, mother)
    await erased(mother)
    await stage.move_clock(by=A_WHILE)
    assert await traces(house, mother) == set()

    before = await contents(house)
    known = {message.id for message in await mother.messages()}
    for kind in registry().values():
        newest = (await mother.newest()).id
        for action in forged(kind):
            answer = await mother.tap_data(pack(action), newest)
            assert answer.answered, action
    for words in WORDS:
        await mother.send(words)
    await mother.give("sticker")
    await stage.idle()

    assert changed(before, await contents(house)) == {}
    assert await traces(house, mother) == set()
    shown = [message.text for message in await mother.messages() if message.id not in known]
    assert shown
    assert not any("Кто печёт" in text or "0001" in text for text in shown)


async def test_a_teacher_who_erases_themselves_in_the_middle_of_a_form_leaves_no_draft(
    house: Theatre,
) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    await printed_cards(teacher)  # a screen with codes stands in the chat
    await teacher.send("/menu")
    await teacher.tap("Новое мероприятие")
    form = await teacher.send("Кто печёт хлеб?")
    assert "form_states.user_id" in await traces(house, teacher)
    await erased(teacher)
    await teacher.send("в пятницу в 9:30")
    for row in form.raw["inline_keyboard"]:
        for button in row:
            assert (await teacher.tap_data(button["callback_data"], form.id)).answered
    await teacher.send("музыкальный зал")
    await stage.move_clock(by=A_WHILE)
    assert await traces(house, teacher) == set()
    assert "Кто печёт" not in (await teacher.newest()).text


@ON_SQLITE
async def test_the_goodbye_takes_the_place_of_a_screen_with_codes_and_stays(house: Theatre) -> None:
    """The message that said goodbye is neither remembered nor removed as the screen that stood in it before."""
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    await teacher.send("/menu")
    for label in ("Группы", "Солнышко", "Семьи"):
        await teacher.tap(label)
    codes = await teacher.newest()
    await teacher.tap_data(pack(EraseMe(sure=True)), codes.id)
    await stage.move_clock(by=A_WHILE)
    goodbye = await teacher.sees("Всё удалено")
    assert goodbye.id == codes.id
    assert await traces(house, teacher) == set()


async def test_crafted_starts_are_explained_and_change_nothing(house: Theatre) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    cards = await printed_cards(teacher)
    mother, stranger = await joined(stage, "Анна", cards[0]), await stage.person("Чужой")
    token = cards[1].rpartition("c_")[2]
    others = [f"s_{token}", f"p_{token}", f"g_{token}", f"c_{token[:-1]}", f"c_{token}A"]
    typed = ["c_%00", "c_' OR 1=1 --", "c_☃", "c_" * 200, f"C_{token}"]
    before = await contents(house)
    for person in (mother, stranger):
        for payload in [*PAYLOADS, *others]:
            await person.start(payload)
        for words in typed:
            await person.send(f"/start {words}")
    await stage.idle()
    assert changed(before, await contents(house)) == {}
    assert await traces(house, stranger) == set()


async def test_nobody_withdraws_leaves_or_reads_for_somebody_else(house: Theatre) -> None:
    """Two adults of one child: what one says, has agreed to and is told is not the other's."""
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    cards = await printed_cards(teacher)
    mother, father = await joined(stage, "Анна", cards[0]), await joined(stage, "Пётр", cards[0])
    await published(teacher)
    await mother.tap("Приду с ребёнком")
    async with house.app.database.read() as reading:
        consents = Base.metadata.tables["consents"]
        numbers = list(
            (await reading.connection.execute(select(consents.c.id).order_by(consents.c.id))).scalars()
        )
    own = numbers[-1]
    before = await contents(house)
    for number in [*numbers[:-1], own + 1, 2**62]:
        for sure in (False, True):
            await father.tap_data(pack(WithdrawConsent(ConsentId(number), sure)))
    for organisation in (2, 2**62):
        await father.tap_data(pack(LeaveOrganisation(OrganisationId(organisation), sure=True)))
    for month in (date(2026, 9, 1), date(1, 1, 1)):
        await father.tap_data(pack(GetAct(OrganisationId(1), month)))
    await father.tap_data(pack(OpenActs(OrganisationId(1), 2**62)))
    await stage.idle()
    assert changed(before, await contents(house)) == {}
    await father.tap_data(pack(GetMyDataFile()))
    handed = (await newest_file(father)).decode()
    assert str(mother.id) not in handed
    assert "with_child" not in handed
    await the_last_head_presses_on(house, head)


async def the_last_head_presses_on(house: Theatre, head: Player) -> None:
    """Whatever they press, the last head is led to a successor."""
    before = await contents(house)
    refused = await head.send("/delete_me")
    assert any("преемник" in label for label in refused.labels)
    await head.tap_data(pack(EraseMe(sure=True)), refused.id)
    await head.tap_data(pack(LeaveOrganisation(OrganisationId(1), sure=True)), refused.id)
    await house.stage.idle()
    assert changed(before, await contents(house)) == {}
    assert any("преемник" in label for label in (await head.newest()).labels)
