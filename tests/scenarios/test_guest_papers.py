"""Papers of «Гость группы» as they come into the chat: the letter and its register, the journal, the door's poster."""

import io

import pytest
from docx import Document as Docx
from openpyxl import load_workbook

from domain.links import guests_link
from sandbox.stories.stage import Player
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.guest_room import GuestRoom, open_room
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def room(house: Theatre) -> GuestRoom:
    """«Солнышко» with its teacher, two families and a partner."""
    return await open_room(house)


async def file_of(who: Player) -> bytes:
    """The document of the newest message."""
    return await who.stage.file((await who.newest()).raw["document"]["url"])


async def more(who: Player, *labels: str) -> None:
    """«⋯ Ещё» of «Гость группы», and taps from there."""
    await who.send("/menu")
    for label in ("Гость группы", "Ещё", *labels):
        await who.tap(label)


@ON_SQLITE
async def test_letter_register_journal_and_poster(room: GuestRoom) -> None:
    teacher, mother = room.teacher, room.mother
    await room.opens()
    await room.applies(mother, "15 сентября")
    await room.agrees()
    await room.house.stage.move_clock(to=room.at("2026-09-15T05:00"))
    await teacher.sees("Как прошёл визит")
    await teacher.tap("Провели")
    await teacher.send("17")

    await teacher.tap("Благодарственное письмо")
    await teacher.sees("Так будет выглядеть письмо")
    assert "photo" in (await teacher.newest()).raw
    await teacher.tap("Текст")
    await teacher.send("о" * 600)
    assert "длинн" in (await teacher.newest()).text.lower(), "a hint, and the question stays"
    await teacher.send("Спасибо за пожарную каску!")
    await teacher.tap("Оформить письмо")
    await teacher.sees("Благодарственное письмо № 1")
    await teacher.tap("Отправить гостю")
    await room.pass_on()
    await mother.sees("Спасибо, что были гостем", "благодарственное письмо")
    assert (await file_of(mother)).startswith(b"%PDF")

    await more(teacher, "Письма гостям", "Реестр в Excel")
    register = load_workbook(io.BytesIO(await file_of(teacher))).active
    assert register is not None
    told = [str(cell.value) for row in register.iter_rows() for cell in row if cell.value is not None]
    assert "Пожарный" in told
    assert not any("Мария" in cell for cell in told), "rule 9 is off"
    await more(teacher, "Журнал гостей", "Word")
    journal = Docx(io.BytesIO(await file_of(teacher)))
    assert any("Пожарный" in cell.text for row in journal.tables[0].rows for cell in row.cells)

    await more(teacher, "Плакат на дверь", "Солнышко")
    assert (await file_of(teacher)).startswith(b"%PDF")
    link = guests_link("gost_gruppy_bot", room.sunny.sun)
    scanned = await room.father.open(link)
    assert "сентября" in str(scanned.labels), "a family of the group gets its dates"
    stranger = await room.house.stage.person("Олег")
    outside = await stranger.open(link)
    assert "сентября" not in str(outside.labels) + outside.text
    other = await room.house.stage.person("Вера")
    await other.start()
    await room.sunny.adult(6, account=other.id)
    elsewhere = await other.open(link)
    assert "сентября" not in str(elsewhere.labels) + elsewhere.text
