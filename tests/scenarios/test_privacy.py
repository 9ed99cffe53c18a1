"""What becomes of data, as people see it: the act of a month, and a name that goes from everybody's chats."""

from datetime import date, timedelta

from domain.actions.privacy import GetAct
from domain.ids import OrganisationId
from sandbox.stories.stage import Player
from screens.buttons import pack
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.test_first_day import (
    head_of_a_new_kindergarten,
    joined,
    printed_cards,
    published,
    teacher_of_a_new_group,
)
from tests.scenarios.test_privacy_attacks import A_WHILE, erased, newest_file
from tests.scenarios.theatre import Theatre


@ON_SQLITE
async def test_the_head_gets_the_act_of_a_month_as_a_pdf(house: Theatre) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    await erased(await joined(stage, "Анна", (await printed_cards(teacher))[0]))
    await head.send("/menu")
    await head.tap("Организация")
    await head.tap("Акты удаления")
    await head.tap("Сентябрь 2026 – 1 запись")
    assert (await newest_file(head)).startswith(b"%PDF-")
    caption = await head.sees("Акт № 09/2026")
    assert caption.raw["document"]["file_name"] == "Акт об удалении данных 2026-09.pdf"
    stale = await head.tap_data(pack(GetAct(OrganisationId(1), date(2020, 1, 1))))
    assert stale.answered
    await head.sees("Акты об удалении данных")


async def test_a_name_goes_from_everybody_else_s_chat_with_its_owner(house: Theatre) -> None:
    """Whatever screen or notice of whomever a name stands in, it is gone soon after its owner has gone (rule 12)."""
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    await head.send("/menu")
    for label in ("Организация", "Имена в боте", "Включить имена"):
        await head.tap(label)
    await head.send("приказ № 45-од от 1 сентября")
    await head.tap("Да, решение есть")
    teacher = await teacher_of_a_new_group(stage, head)
    await teacher.tap("Другое имя")
    await teacher.send("Ольга Невидимова")
    cards = await printed_cards(teacher)
    mother = await joined(stage, "Анна", cards[0])
    await mother.tap("Другое имя")
    await mother.send("Евлампия Сверчкова")
    father = await joined(stage, "Пётр", cards[0])
    await stage.move_clock(by=timedelta(minutes=10))
    await published(teacher)
    await mother.tap("Приду с ребёнком")
    for staff in (teacher, head):
        for path in (
            ("Группы", "Солнышко", "Семьи", "0001"),
            ("Группы", "Солнышко"),
            ("Мероприятия", "Кто печёт", "Кто придёт"),
        ):
            await staff.send("/menu")
            for label in path:
                await staff.tap(label)
    for staff_path in (("Сотрудники", "Невидимова"), ("Сотрудники", "заведующий")):
        await head.send("/menu")
        for label in staff_path:
            await head.tap(label)
    everybody = (head, teacher, mother, father)
    assert await _chats_with("Сверчкова", everybody) >= {"Елена", "Марина"}
    assert "Елена" in await _chats_with("Невидимова", everybody)

    await erased(mother)
    await stage.move_clock(by=A_WHILE)
    assert await _chats_with("Сверчкова", (head, teacher, father)) == set()

    await erased(teacher)
    await stage.move_clock(by=A_WHILE)
    assert await _chats_with("Невидимова", (head, mother, father)) == set()


async def _chats_with(name: str, people: tuple[Player, ...]) -> set[str]:
    return {
        person.name
        for person in people
        for message in await person.messages()
        if name in str(message.raw) and message.raw["from"]["is_bot"]
    }
