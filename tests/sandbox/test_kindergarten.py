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
    """One story, looked at from all sides: it takes its time to tell."""
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
    await _events_are_in_every_state(phones, stage)
    await _guests_have_come_are_expected_and_wait(phones)
    await _a_quiz_is_played_left_in_the_middle_and_not_begun(phones)
    await _nobody_s_attention_is_used_up(phones)


async def _events_are_in_every_state(phones: dict[str, Player], stage: Stage) -> None:
    """Full with a queue and an offer, with a picture, put aside, planned, looked back at, in a chat, followed."""
    teacher, methodist = phones["Марина"], phones["Ольга"]
    offer = await phones["Руслан"].sees("Мастерим кормушки", "Для вас освободилось место!")
    assert "✅ Беру" in offer.labels
    await phones["Галина"].sees("Мастерим кормушки", "вы в очереди")
    assert "photo" in (await phones["Анна"].sees("Все профессии важны", "Сможете прийти?")).raw

    await teacher.send("/menu")
    await teacher.tap("Мероприятия")
    await teacher.tap("Мастерим")
    await teacher.tap("Очередь")
    await teacher.sees("Занято 3 из 3 мест", "🎉 семья 0003 – предложили место", "1. семья 0005")
    await teacher.send("/menu")
    await teacher.tap("Мероприятия")
    await teacher.tap("Отложенные")
    listed = (await teacher.newest()).labels
    assert listed[0].startswith("🕘")
    assert "Читаем вместе" in listed[0]
    assert listed[1].startswith("💾")
    assert "День бабушек" in listed[1]
    await teacher.send("/menu")
    for label in ("Мероприятия", "Прошедшие", "Кто печёт", "Итоги"):
        await teacher.tap(label)
    await teacher.sees("Пришли: 3 семьи", "двадцать булочек", "Отклики", "Спасибо отправлено")

    [chat] = (await stage.call("GET", "state"))["chats"]
    posted = (await stage.call("GET", f"chats/{chat['id']}/messages"))["messages"]
    assert any("Мастер-класс пожарного" in message.get("text", "") for message in posted)
    await methodist.send("/menu")
    for label in ("Мероприятия", "Родительская", "Кому дошло"):
        await methodist.tap(label)
    await methodist.sees(
        "Всё, что пора было отправить, отправлено", "Закрыли бота, им не дойдёт: 1", "Ромашка: 1"
    )


async def _guests_have_come_are_expected_and_wait(phones: dict[str, Player]) -> None:
    teacher = phones["Марина"]

    await phones["Максим"].sees("Приглашаем вас в гости", "пожарный")
    await phones["Ирина"].sees("Всё решено, вас ждут!", "Ветеринар", "Осторожно: животные")
    await phones["Руслан"].sees("заявка отправлена", "Программист")
    await teacher.sees("К вам просится гость", "Программист", "Руслан Ахметов")

    await teacher.send("/menu")
    await teacher.tap("Гость группы")
    assert [label[0] for label in (await teacher.newest()).labels[:3]] == ["✅", "⏳", "🆓"]
    await teacher.tap("Карта профессий")
    seen = await teacher.newest()
    assert "photo" in seen.raw
    assert "Познакомились с 1 профессией" in seen.text


async def _a_quiz_is_played_left_in_the_middle_and_not_begun(phones: dict[str, Player]) -> None:
    for name in ("Дарья", "Ксения"):
        await phones[name].sees("викторина пройдена!", "Чем заняться дома")
    await phones["Галина"].sees("⭐⭐⭐⭐⭐☆", "Отдыхаем")
    assert "⭐ Начать" in (await phones["Анна"].sees("Викторина «Кто что делает?»")).labels

    teacher, psychologist = phones["Марина"], phones["Вера"]
    for phone in (teacher, psychologist):
        await phone.send("/menu")
        await phone.tap("⭐ Викторина")
        await phone.tap("Стартовая")
    assert "🐻 Солнышко: 1 из 12" in (await teacher.newest()).text
    await psychologist.tap("Таблица по кодам")
    table = await psychologist.newest()
    of_daria, of_ksenia = (part for part in table.text.split("\n\n") if part.startswith(("0002", "0013")))
    assert "очень быстро" not in of_daria
    assert "очень быстро" in of_ksenia
    assert "Дарья" not in table.text


async def _nobody_s_attention_is_used_up(phones: dict[str, Player]) -> None:
    """Who announces something on the page sees it arrive, not in an evening summary."""
    for phone in phones.values():
        assert not any("Вечерняя сводка" in seen.text for seen in await phone.messages()), phone.name
