"""The sample kindergarten: who lives there, what has happened, and how it looks to who opens a phone."""

from collections import Counter
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sandbox.stories.cast import FAMILIES, GROUPS
from sandbox.stories.kindergarten import play
from sandbox.stories.stage import Player, Stage
from tests.conftest import START
from tests.scenarios.theatre import theatre

SATURDAY_NIGHT = START + timedelta(days=5, hours=13)
"""The demo may be started on any evening: its morning is that of the next working day."""


@pytest.fixture
def database_url(migrated: Callable[[str], str]) -> str:
    """The demo's engine: the story takes seconds, and other scenarios tell of the other one."""
    return migrated("sqlite")


@pytest.fixture
async def stage(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """The story told, and the phones of everybody in it."""
    async with theatre(database_url, tmp_path, SATURDAY_NIGHT) as house:
        await play(house.stage)
        yield house.stage


async def test_the_sample_kindergarten_has_everybody_and_some_history(stage: Stage) -> None:
    people = {one["first_name"]: one for one in (await stage.call("GET", "state"))["people"]}
    phones = {name: Player(stage, one["id"], name) for name, one in people.items()}
    head, teacher = phones["Елена"], phones["Марина"]

    assert Counter(one["role"].split(",")[0].split(":")[0] for one in people.values()) == {
        "владелец установки": 1, "заведующий": 1, "старший воспитатель": 1, "педагог-психолог": 1, "воспитатель": 3,
        "музыкальный руководитель": 1, "партнёр": 1, "мама": 5, "папа": 5, "бабушка": 2, "опекун": 1, "по QR на стене": 2,
    }  # fmt: skip
    assert len(FAMILIES) == 10
    for family in FAMILIES:
        for adult in family.adults:
            await phones[adult.first_name].sees("Готово!", family.group)
    await phones["Максим"].sees("Готово!", "Детский сад № 7 «Рябинка»")
    await phones["Оксана"].sees("Мастер-класс пожарного")
    await phones["Артём"].sees("ждёт ответа")
    await phones["Анна"].sees("Кто печёт хлеб?")
    await phones["Ксения"].sees("Экскурсия в трамвайное депо", "Мероприятие отменено")
    await phones["Анна"].sees("Мастер-класс пожарного", "Приду с ребёнком")

    now = (await stage.now()).astimezone(ZoneInfo("Asia/Novokuznetsk"))
    assert f"{now:%A %H:%M}" == "Monday 10:00"
    for phone in phones.values():
        assert (await phone.messages())[-1].raw["from"]["is_bot"], f"{phone.name} waits for an answer"

    await head.send("/menu")
    await head.tap("Группы")
    groups = " ".join((await head.newest()).labels)
    assert all(group.name in groups for group in GROUPS)
    await teacher.send("/menu")
    await teacher.tap("Мероприятия")
    await teacher.tap("Мастер-класс")
    await teacher.tap("Кто придёт")
    await teacher.sees("0008")
