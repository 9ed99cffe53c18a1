"""After an event, on the phones of its people: pictures without people, and the sheet of an open lesson."""

from datetime import timedelta
from pathlib import Path

import pytest

from db.models import EventPictureRow, LessonSheetRow
from domain.actions.recaps import KeepPicture, OpenPictures, OpenRecap, RemovePicture, ShowPictures
from domain.event_forms import EventForm, Invitees
from domain.events import Event
from domain.ids import EventPictureId
from domain.people import Role
from domain.recaps import Came
from sandbox.acts.sharing import sample_picture
from sandbox.stories.stage import Player, Stage
from screens.buttons import pack
from services.recaps import Recaps
from tests.query_plans import scans
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.theatre import Theatre
from tests.services.sunny import Sunny, build_sunny

HALL = sample_picture(40, 30)
CRAFTS = sample_picture(50, 30)
KEEP, FORGET = "Нет, можно сохранить", "Есть – не сохранять"


async def known(house: Theatre, *names: str) -> list[Player]:
    """People who have pressed Start."""
    players = [await house.stage.person(name) for name in names]
    for player in players:
        await player.start()
    return players


def kept(folder: Path) -> set[int]:
    """Sizes of the files on disk."""
    return {file.stat().st_size for file in (folder / "data" / "files").glob("??/*")}


async def album(stage: Stage, player: Player, *pictures: bytes) -> None:
    """Several pictures sent at once, as a phone sends them."""
    for content in pictures:
        await stage.upload(f"people/{player.id}/photo", content, media_group_id="77")
    await stage.idle()


async def walked(house: Theatre) -> dict[str, list[str]]:
    """Tables that the bot walked through; the test itself counts whole tables."""
    asked = {said: given for said, given in house.statements.items() if "WHERE" in said}
    return await scans(house.app.database, asked)


@pytest.fixture
async def sunny(house: Theatre) -> Sunny:
    """The kindergarten."""
    return await build_sunny(house.app.database)


@ON_SQLITE
async def test_pictures_are_kept_only_after_a_word(house: Theatre, sunny: Sunny, tmp_path: Path) -> None:
    stage = house.stage
    teacher, mother, father = await known(house, "Анна", "Мария", "Пётр")
    author = await sunny.staff(Role.TEACHER, sunny.sun, account=teacher.id)
    await sunny.adult(1, account=mother.id)
    await sunny.adult(5, account=father.id)
    event: Event = await sunny.publish(author, days=1, title="Праздник урожая")
    await stage.move_clock(by=timedelta(days=1, hours=2))
    await teacher.send("/menu")
    await teacher.tap_data(pack(OpenRecap(event.id)))
    await teacher.tap("🖼 Снимки (0 из 10)")
    await teacher.sees("Снимков пока нет")

    # each is asked about, as an answer to the very message; refused is forgotten
    await teacher.tap("Добавить")
    await teacher.sees("Пришлите снимок")
    asked = await teacher.give("photo", HALL)
    assert "нет ни детей, ни лиц?" in asked.text
    assert asked.raw["reply_to"]["id"] < asked.id
    assert kept(tmp_path) == set()
    await teacher.tap(FORGET)
    await teacher.sees("Не сохранили", "Можно прислать ещё")
    assert kept(tmp_path) == set()
    assert await sunny.count(EventPictureRow) == 0
    # what is no picture
    for kind, content, word in (
        ("document", b"%PDF-1.7", "Это не снимок"),
        ("sticker", HALL, "Это не снимок"),
    ):
        assert word in (await teacher.give(kind, content)).text
    await teacher.send("вот она")
    await teacher.sees("Это не снимок")

    # an album: asked one by one, in the order in which it was sent; a second tap decides about no other picture
    await album(stage, teacher, HALL, CRAFTS, HALL)
    questions = [seen for seen in await teacher.messages() if KEEP in str(seen.labels)]
    assert len(questions) == 1, "the others wait"
    await teacher.tap(KEEP)
    assert kept(tmp_path) == {len(HALL)}
    await teacher.tap_data(pack(KeepPicture(event.id, questions[0].raw["reply_to"]["id"])))
    assert await sunny.count(EventPictureRow) == 1
    await teacher.tap_data(pack(OpenPictures(event.id)))  # whoever leaves has done: what waited is forgotten
    await teacher.tap_data(pack(KeepPicture(event.id, questions[0].raw["reply_to"]["id"] + 1)))
    assert await sunny.count(EventPictureRow) == 1
    await teacher.tap("Добавить")
    await album(stage, teacher, CRAFTS, HALL)
    await teacher.tap(KEEP)
    assert "Потом спросим" not in (await teacher.newest()).text
    await teacher.tap(KEEP)
    await teacher.sees("Такой снимок уже есть")
    await teacher.tap("К снимкам")
    page = await teacher.sees("Снимок 2 из 2")
    assert "photo" in page.raw
    await teacher.tap("Предыдущие")
    await teacher.sees("Снимок 1 из 2")

    # families look at them below the thanks
    recaps = Recaps(house.app.database, house.clock)
    assert await recaps.mark(author, event.id, sunny.children[0], Came(1, child=True)) is None
    await teacher.tap("Назад")
    await teacher.tap("Поблагодарить")
    await teacher.sees("откроются 2 снимка")
    for player in (father, mother):
        await player.send("/menu")
    await father.tap_data(pack(ShowPictures(event.id)))
    await mother.tap_data(pack(ShowPictures(event.id)))
    assert not any("photo" in seen.raw for seen in [*await father.messages(), *await mother.messages()])
    await teacher.tap("Отправить спасибо")
    await stage.move_clock(by=timedelta(minutes=1))
    await mother.tap("Показать снимки: 2")
    assert "photo" in (await mother.sees("Снимок 1 из 2")).raw
    await mother.tap("Показать ещё")
    await mother.sees("Снимок 2 из 2")
    await father.tap_data(pack(ShowPictures(event.id)))
    await mother.tap_data(pack(RemovePicture(event.id, EventPictureId(1), 1, sure=True)))
    assert await sunny.count(EventPictureRow) == 2

    # taken away by hand: gone for everybody at once, from the disk within two hours
    await teacher.send("/menu")
    await teacher.tap_data(pack(OpenPictures(event.id)))
    await teacher.tap("Убрать")
    await teacher.tap("Да, убрать")
    await teacher.sees("Снимок убрали", "Снимок 1 из 1")
    await mother.tap("Предыдущие")
    await mother.sees("Снимок 1 из 1")
    await stage.move_clock(by=timedelta(hours=2))
    assert kept(tmp_path) == {len(CRAFTS)}
    assert not any("photo" in seen.raw for seen in await father.messages())
    await stage.idle()
    assert await walked(house) == {}


@ON_SQLITE
async def test_the_sheet_of_an_open_lesson(house: Theatre, sunny: Sunny) -> None:
    stage = house.stage
    author_on_phone, colleague, methodist = await known(house, "Анна", "Ольга", "Вера")
    author = await sunny.staff(Role.HEAD, account=author_on_phone.id)
    await sunny.staff(Role.TEACHER, sunny.sun, account=colleague.id)
    await sunny.staff(Role.METHODIST, account=methodist.id)
    await sunny.publish(
        author, days=1, title="Кто печёт хлеб?", form=EventForm.OPEN_LESSON, invitees=Invitees(staff=True)
    )
    await stage.move_clock(by=timedelta(minutes=1))
    await author_on_phone.send("/menu")
    for label in ("Мероприятия", "Кто печёт хлеб?", "Лист анализа"):
        await author_on_phone.tap(label)
    await author_on_phone.sees("Листов пока нет")
    await author_on_phone.tap("Пустой бланк А4")
    blank = await author_on_phone.sees("Лист готов")
    assert (await stage.file(blank.raw["document"]["url"])).startswith(b"%PDF")

    await stage.move_clock(by=timedelta(days=1))
    await colleague.send("/menu")
    await colleague.tap("Мероприятия")
    await colleague.tap("Мои мероприятия")
    await colleague.tap("📋 Лист анализа")
    await colleague.sees("ещё не заполнили")
    await colleague.tap("Заполнить лист")
    await colleague.sees("Цель понятна детям", "1 из 10")
    for answer in ("Да", "Да", "Частично"):
        await colleague.tap(answer)
    await colleague.tap("Назад")
    await colleague.sees("Речь по возрасту")
    for answer in ("Нет", "Да", "Да", "Не наблюдал(а)", "Да", "Да"):
        await colleague.tap(answer)
    await colleague.send("Паспорт 4510 123456")
    await colleague.sees("документ")
    await colleague.send("Карточки с шагами на столе")
    await colleague.send("Больше времени на вопросы")
    await colleague.sees("Проверьте лист", "Речь по возрасту: Нет", "Вовлечён каждый: Не наблюдал(а)")
    await colleague.tap("3. Речь по возрасту")
    await colleague.tap("Частично")
    await colleague.sees("Речь по возрасту: Частично", "может догадаться")
    await colleague.tap("Отправить лист")
    await colleague.sees("лист отправлен", "Ваш лист отправлен")
    assert "Листов" not in (await colleague.newest()).text
    await colleague.tap("Изменить мой лист")
    await colleague.tap("Совет")
    await colleague.send("Больше времени на вопросы детей")
    await colleague.tap("Отправить лист")
    assert await sunny.count(LessonSheetRow) == 1

    # the author reads words without names, the methodist with roles
    await author_on_phone.tap("Лист анализа")
    seen = await author_on_phone.sees(
        "Заполнен 1 лист", "Речь по возрасту – 1,0 · 1 отметка", "никто не наблюдал", "вопросы детей"
    )
    assert "воспитатель" not in seen.text
    await author_on_phone.tap("Сводный лист А4")
    paper = await author_on_phone.sees("Лист готов")
    assert (await stage.file(paper.raw["document"]["url"])).startswith(b"%PDF")
    await methodist.send("/menu")
    for label in ("Мероприятия", "Прошедшие", "Кто печёт хлеб?", "Лист анализа"):
        await methodist.tap(label)
    await methodist.sees("вопросы детей (воспитатель)", "ещё не заполнили")

    # a week later it is what it is
    await stage.move_clock(by=timedelta(days=7, hours=1))
    await colleague.send("/menu")
    await colleague.tap("Мероприятия")
    await colleague.tap("Мои мероприятия")
    assert not any("Лист анализа" in label for label in (await colleague.newest()).labels)
    await stage.idle()
    assert await walked(house) == {}
