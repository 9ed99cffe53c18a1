"""What people send that nobody asked for, and what has been lying in a chat for months."""

from datetime import timedelta

from sandbox.stories.stage import Player, Stage
from tests.scenarios.test_first_day import (
    head_of_a_new_kindergarten,
    joined,
    printed_cards,
    published,
    teacher_of_a_new_group,
)
from tests.scenarios.theatre import Theatre

ODD_NAME = "\u202eАнна 🌷\u0000 <b>&amp;</b> \u0645\u0631\u062d\u0628\u0627"


async def kindergarten(stage: Stage) -> tuple[Player, Player, list[str]]:
    """Head, teacher, and the links of the family cards."""
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    return head, teacher, await printed_cards(teacher)


async def test_an_empty_picture_gets_an_answer(house: Theatre) -> None:
    _, teacher, _ = await kindergarten(house.stage)
    before = len(await teacher.messages())
    seen = await teacher.give("photo", file=b"")
    assert "🏠 Меню" in str(seen.labels) or seen.labels
    assert len(await teacher.messages()) > before + 1


async def test_an_odd_name_harms_nobody(house: Theatre) -> None:
    _, teacher, cards = await kindergarten(house.stage)
    person = await joined(house.stage, ODD_NAME, cards[0])
    await published(teacher)
    await person.tap("Приду с ребёнком")
    await teacher.tap("Кто придёт")
    await teacher.sees("0001 – придут с ребёнком")


async def test_a_card_of_a_group_that_was_put_away_is_explained(house: Theatre) -> None:
    head, teacher, cards = await kindergarten(house.stage)
    await teacher.send("/menu")
    for label in ("Группы", "Солнышко", "Семьи"):
        await teacher.tap(label)
    for code in ("0001", "0002", "0003", "0004", "0005"):
        for label in (code, "Выбыл", "Да, выбыл"):
            await teacher.tap(label)
        await teacher.send("/menu")
        for label in ("Группы", "Солнышко", "Семьи"):
            await teacher.tap(label)
    await head.send("/menu")
    for label in ("Группы", "Солнышко", "В архив", "Да, в архив"):
        await head.tap(label)
    late = await house.stage.person("Анна")
    seen = await late.open(cards[0])
    assert "Согласен" not in str(seen.labels)
    assert "Ничего о вас не сохранено" in seen.text


async def test_a_button_of_months_ago_shows_what_there_is_now(house: Theatre) -> None:
    _, teacher, cards = await kindergarten(house.stage)
    mother = await joined(house.stage, "Анна", cards[0])
    await published(teacher)
    invitation = await mother.sees("Кто печёт хлеб?")
    await house.stage.move_clock(by=timedelta(days=120))
    tapped = await mother.tap("Приду с ребёнком", message_id=invitation.id)
    assert tapped.answered
    assert "прошло" in f"{tapped.text} {(await mother.newest()).text}"
