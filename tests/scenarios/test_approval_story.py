"""A methodist looks first: sent, given back with a word, sent again, published; and templates, with the buttons."""

import pytest

from db.models import EventRow, EventTemplateRow, NoticeRow
from domain.people import Role
from sandbox.stories.stage import Player
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.office import Office, open_office
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def office(house: Theatre) -> Office:
    """The teacher of «Солнышко», known to the bot."""
    return await open_office(house)


async def methodist_of(office: Office, name: str) -> Player:
    """A methodist with a phone."""
    player = await office.house.stage.person(name)
    await player.start()
    await office.sunny.staff(Role.METHODIST, account=player.id)
    await player.send("/menu")
    return player


async def typed(office: Office, day: str = "через 5 дней в 10:00") -> None:
    """A whole event before the eyes of its author."""
    await office.begin()
    await office.fill("Мастер-класс", day, "зал")
    await office.teacher.tap("Пропустить")


@ON_SQLITE
async def test_a_publication_waits_for_the_methodist_and_comes_back_with_a_word(office: Office) -> None:
    teacher, count, stage = office.teacher, office.sunny.count, office.house.stage
    await typed(office)
    old = await teacher.newest()
    assert "Опубликовать" in " ".join(old.labels)
    methodist, second = await methodist_of(office, "Ольга"), await methodist_of(office, "Вера")
    await methodist.tap("Проверка публикаций")
    assert "публикуют мероприятия и объявления сами" in (await methodist.newest()).text
    await methodist.tap("Включить проверку")
    assert (
        "мероприятия и объявления воспитателей сначала смотрит старший воспитатель"
        in (await methodist.newest()).text
    )
    await teacher.tap("Опубликовать")
    seen = await teacher.newest()
    assert "Перед публикацией мероприятие посмотрит старший воспитатель" in seen.text
    assert "📨 На проверку" in seen.labels
    assert await count(EventRow) == 0
    await teacher.tap("На проверку")
    seen = await teacher.newest()
    assert "Отправили на проверку" in seen.text
    assert "Ждёт проверки" in seen.text
    assert not any("Изменить" in label or "Удалить" in label for label in seen.labels)
    await stage.idle()
    seen = await methodist.newest()
    assert "Просит опубликовать: воспитатель" in seen.text
    assert "1 взрослому" in seen.text, "the exact number"
    await methodist.tap("Вернуть с замечанием")
    await methodist.send("Добавьте сменную обувь.")
    assert "Вернули: Мастер-класс" in (await methodist.newest()).text
    await stage.idle()
    seen = await teacher.newest()
    assert "вернули поправить" in seen.text
    assert "Добавьте сменную обувь." in seen.text
    await second.tap("Опубликовать")
    assert "уже вернули автору. Решение: старший воспитатель" in (await second.newest()).text
    await teacher.tap("Открыть черновик")
    assert "Замечание старшего воспитателя: Добавьте" in (await teacher.newest()).text
    await teacher.tap("Изменить")
    await teacher.tap("Примечание")
    await office.fill("Сменная обувь")
    await teacher.tap("На проверку")
    assert "Ждёт проверки" in (await teacher.newest()).text
    await stage.idle()
    await second.send("/menu")
    await second.tap("На проверке: 1")
    await second.tap("Мастер-класс")
    assert "Сменная обувь" in (await second.newest()).text
    await second.tap("Опубликовать")
    assert "Опубликовано" in (await second.newest()).text
    await methodist.tap("Опубликовать")
    assert "уже опубликовано. Решение: старший воспитатель" in (await methodist.newest()).text
    await stage.idle()
    assert "проверено и опубликовано" in (await teacher.newest()).text
    assert await count(NoticeRow, kind="event-published") == 1
    # its own time and a series are sent the same way
    await typed(office)
    await teacher.tap("Отложить")
    await teacher.tap("Опубликовать позже")
    seen = await office.fill("завтра в 9:00")
    assert "Выйдет вт, 8 сентября, 9:00" in seen.text
    await teacher.tap("Забрать")
    assert "среди ваших черновиков" in (await teacher.newest()).text
    await teacher.tap("Каждую неделю")
    await teacher.tap("На проверку: 4 встречи")
    assert "Каждую неделю, 4 встречи" in (await teacher.newest()).text
    await stage.idle()
    await methodist.tap("Опубликовать")
    assert "Опубликовано: 4 встречи" in (await methodist.newest()).text
    assert await count(EventRow, status="published") == 5


@ON_SQLITE
async def test_a_template_asks_for_the_day_and_the_hour_alone(office: Office) -> None:
    teacher, count = office.teacher, office.sunny.count
    await office.begin()
    await teacher.tap("По образцу")
    seen = await teacher.newest()
    assert "Квест профессий" in " ".join(seen.labels)
    assert not any("Семинар" in label or "урок" in label for label in seen.labels), (
        "not a teacher's, not theirs"
    )
    await teacher.tap("Экскурсия к партнёру")
    assert "Какого числа" in (await teacher.newest()).text
    await office.fill("через 8 дней")
    seen = await office.fill("10:00")
    for said in ("Как здесь работают", "Сбор у главного входа", "Удобная обувь", "10 семей"):
        assert said in seen.text, said
    await teacher.tap("Опубликовать")
    assert await count(EventRow, status="published", form="excursion", seats=10) == 1
    await teacher.tap("Сохранить как образец")
    await teacher.tap("Пропустить")
    seen = await teacher.newest()
    assert "⭐ Экскурсия «Как здесь работают»" in seen.text
    await teacher.tap("Переименовать")
    assert "Пекарня" in (await office.fill("Пекарня за углом")).text
    await office.begin()
    await teacher.tap("По образцу")
    await teacher.tap("Пекарня за углом")
    await teacher.tap("Создать по образцу")
    assert "Какого числа" in (await teacher.newest()).text
    await teacher.send("/menu")
    await teacher.tap("Мероприятия")
    await teacher.tap("Экскурсия")
    await teacher.tap("Сохранить как образец")
    assert "уже есть" in (await office.fill("пекарня  за углом")).text
    await teacher.tap("Отмена")
    await office.begin()
    await teacher.tap("По образцу")
    await teacher.tap("Пекарня за углом")
    await teacher.tap("Удалить")
    await teacher.tap("Да, удалить")
    assert "Образец удалён" in (await teacher.newest()).text
    assert await count(EventTemplateRow) == 0
