"""An announcement, as a teacher, a head and two families see it: written, sent, reworded, taken back, planned, read later."""

from datetime import timedelta

import pytest

from db.models import AnnouncementRow, NoticeRow
from domain.people import Role
from sandbox.acts.sharing import sample_picture
from sandbox.stories.stage import Player, Seen
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.theatre import Theatre
from tests.services.sunny import Sunny, build_sunny

MINUTE = timedelta(minutes=1)
BOXES = "Собираем коробки <из-под> обуви & крышки.\nПриносите до пятницы!"


class Yard:
    """A teacher, the head, and two families of «Солнышко»."""

    def __init__(self, house: Theatre, sunny: Sunny, people: list[Player]) -> None:
        self.house, self.sunny = house, sunny
        self.teacher, self.head, self.mother, self.father = people

    async def pass_on(self, by: timedelta = MINUTE) -> None:
        """Time goes by: what is due is sent, and what is taken back goes."""
        await self.house.stage.move_clock(by=by)

    async def open(self, player: Player, *labels: str) -> None:
        """From the menu by these buttons."""
        await player.send("/menu")
        for label in labels:
            await player.tap(label)

    async def texts(self, player: Player, *words: str) -> list[str]:
        """What the bot has written with one of these words, and what still stands there."""
        return [m.text for m in await player.messages() if any(word in m.text for word in words)]


def data_of(seen: Seen, label: str) -> str:
    """What a button carries."""
    rows = seen.raw["inline_keyboard"]
    return next(str(button["callback_data"]) for row in rows for button in row if button["text"] == label)


@pytest.fixture
async def yard(house: Theatre) -> Yard:
    """Everybody knows the bot."""
    sunny = await build_sunny(house.app.database)
    people = [await house.stage.person(name) for name in ("Анна", "Елена", "Мария", "Пётр")]
    for player in people:
        await player.start()
    await sunny.staff(Role.TEACHER, sunny.sun, account=people[0].id)
    await sunny.staff(Role.HEAD, account=people[1].id)
    await sunny.adult(1, 2, account=people[2].id)
    await sunny.adult(3, account=people[3].id)
    return Yard(house, sunny, people)


@ON_SQLITE
async def test_written_sent_reworded_and_taken_back(yard: Yard) -> None:
    teacher, mother, father = yard.teacher, yard.mother, yard.father
    await yard.open(teacher, "📣 Объявления", "Новое объявление")
    assert "до 3500 знаков" in (await teacher.newest()).text
    refused = await teacher.send("я" * 3501)
    assert "3\xa0501 знак" in refused.text
    assert "Вы написали: «яяя" in refused.text
    assert "нужно написать хотя бы слово" in (await teacher.send("\u200b")).text
    preview = await teacher.send(BOXES)
    assert "Солнышко · 🐻" in preview.text
    assert BOXES in preview.text
    assert "2 взрослым из 3 семей" in preview.text, "one message for both children of the mother"
    assert "1 семья ещё не в боте" in preview.text
    assert await yard.sunny.count(AnnouncementRow) == 0
    await teacher.tap("✅ Отправить")
    await teacher.tap_data(data_of(preview, "✅ Отправить"), preview.id)
    assert await yard.sunny.count(AnnouncementRow) == 1, "a second tap finds the first one's"
    await yard.pass_on()
    for player in (mother, father):
        [text] = await yard.texts(player, "Собираем")
        assert text.startswith("Солнышко · 🐻")
    assert await yard.sunny.count(NoticeRow, kind="announced") == 2

    await yard.open(teacher, "📣 Объявления", "Собираем коробки", "Кому дошло")
    assert "Доставлено сообщений: 2" in (await teacher.newest()).text
    await teacher.tap("Назад")
    await teacher.tap("✏️ Изменить")
    assert "Собираем коробки" in (await teacher.newest()).text, "the words that stand are there to be copied"
    preview = await teacher.send("Коробок уже хватает, спасибо!")
    assert "В 2 чатах текст обновится сам" in preview.text
    await teacher.tap("✅ Сохранить")
    assert "В чатах текст обновится сам" in (await teacher.newest()).text
    await yard.pass_on()
    for player in (mother, father):
        assert await yard.texts(player, "Собираем") == []
        assert len(await yard.texts(player, "Коробок уже хватает")) == 1

    await yard.pass_on(timedelta(hours=48))
    await yard.open(mother, "📣 Объявления", "Коробок уже хватает")
    assert "Коробок уже хватает, спасибо!" in (await mother.newest()).text
    await yard.open(teacher, "📣 Объявления", "Коробок уже хватает", "Кому дошло", "↩️ Отозвать всё")
    assert "Из чатов исчезнут 2 сообщения" in (await teacher.newest()).text
    await teacher.tap("Да, отозвать")
    await yard.pass_on()
    await yard.pass_on()
    assert await yard.texts(father, "Коробок уже хватает") == []
    assert len(await yard.texts(father, "Это объявление отозвано")) == 1, "too old to be deleted"
    await mother.tap("📣 Объявления")
    assert "объявлений для вас не было" in (await mother.newest()).text
    await teacher.tap("🔄 Обновить")
    assert "Объявление отозвано, сообщения убраны" in (await teacher.newest()).text


@ON_SQLITE
async def test_with_a_picture_put_aside_planned_copied_and_found_by_newcomers(yard: Yard) -> None:
    head, mother = yard.head, yard.mother
    await yard.open(head, "📣 Объявления", "Новое объявление")
    await head.send("Спасибо за помощь!")
    assert "Кому отправить?" in (await head.newest()).text
    await head.tap("Сотрудники")
    await head.tap("Партнёры")
    await head.tap("Готово")
    assert "Объявление придёт: 1 взрослому" in (await head.newest()).text, "the teacher; not the author"
    await head.tap("Кому")
    for label in ("Партнёры", "Родители", "Готово", "Солнышко", "Готово"):
        await head.tap(label)
    preview = await head.newest()
    assert "Объявление придёт: 3 взрослым" in preview.text
    assert "Кому: родителям, педагогам этих детей" in preview.text
    await head.tap("🖼 Картинка")
    await head.give("photo", sample_picture(40, 30))
    assert "Придёт с картинкой" in (await head.newest()).text
    await head.tap("Текст")
    assert "Под картинкой столько текста не помещается" in (await head.send("я" * 801)).text
    await head.send("Спасибо за помощь на субботнике!")
    await head.tap("💾 Отложить")
    assert "Черновик" in (await head.newest()).text
    await yard.open(yard.teacher, "📣 Объявления")
    assert any("💾 🐻 Спасибо" in label for label in (await yard.teacher.newest()).labels), (
        "hers to go on with"
    )

    await head.tap("🕘 Отправить позже")
    assert "уже прошёл" in (await head.send("вчера 10:00")).text
    await head.send("завтра 10:00")
    assert "бот отправит сам" in (await head.newest()).text
    assert await yard.texts(mother, "Спасибо") == []
    await yard.pass_on(timedelta(days=1))
    [message] = [m for m in await mother.messages() if "Спасибо за помощь" in m.text]
    assert "photo" in message.raw
    assert len(await yard.texts(yard.teacher, "Спасибо за помощь")) == 1

    newcomer = await yard.house.stage.person("Нина")
    await newcomer.start()
    await yard.sunny.adult(4, account=newcomer.id)
    await yard.pass_on(timedelta(days=1))
    assert await yard.texts(newcomer, "Спасибо за помощь") == [], "old news is not sent after the fact"
    await yard.open(newcomer, "📣 Объявления", "Спасибо за помощь")
    assert "photo" in (await newcomer.newest()).raw

    await yard.open(head, "📣 Объявления", "Спасибо за помощь", "📋 Скопировать")
    assert "Объявление придёт: 4 взрослым" in (await head.newest()).text
    await head.tap("Отмена")
    await yard.pass_on(timedelta(days=31))
    await yard.open(newcomer, "📣 Объявления")
    assert "не было" in (await newcomer.newest()).text


@ON_SQLITE
async def test_a_methodist_looks_at_an_announcement_first(yard: Yard) -> None:
    teacher, head, mother = yard.teacher, yard.head, yard.mother
    stage = yard.house.stage
    await yard.open(teacher, "📣 Объявления", "Новое объявление")
    old = await teacher.send(BOXES)
    assert "✅ Отправить" in old.labels
    await yard.open(head, "Организация", "Проверка публикаций", "Включить проверку")
    assert "мероприятия и объявления воспитателей сначала смотрит" in (await head.newest()).text
    second = await stage.person("Вера")
    await second.start()
    await yard.sunny.staff(Role.METHODIST, account=second.id)
    await second.send("/menu")
    await teacher.tap("✅ Отправить")
    seen = await teacher.newest()
    assert "Сначала объявление посмотрит старший воспитатель" in seen.text, "switched on while it was typed"
    assert "✅ Отправить" not in seen.labels
    await teacher.tap("🖼 Картинка")
    await teacher.give("photo", sample_picture(40, 30))
    await teacher.tap("На проверку")
    await teacher.tap_data(data_of(old, "✅ Отправить"), old.id)
    seen = await teacher.newest()
    assert "Ждёт проверки" in seen.text
    assert "Отправляем" not in seen.text
    assert not any("Изменить" in label or "Удалить" in label for label in seen.labels)
    await stage.idle()
    seen = await second.newest()
    for said in ("Просит опубликовать: воспитатель", BOXES, "2 взрослым из 3 семей", "с картинкой"):
        assert said in seen.text, said
    await second.tap("Показать картинку")
    assert "Собираем коробки" in (await second.newest()).text
    await second.tap("Назад")
    await second.tap("Вернуть с замечанием")
    await second.send("Укажите, куда приносить.")
    assert "Вернули объявление «Собираем" in (await second.newest()).text
    await stage.idle()
    seen = await teacher.newest()
    assert "вернули поправить" in seen.text
    assert "Укажите, куда приносить." in seen.text
    await teacher.tap("Открыть черновик")
    assert "Замечание старшего воспитателя: Укажите" in (await teacher.newest()).text
    await teacher.tap("Отправить позже")
    seen = await teacher.send("завтра в 9:00")
    assert "Отправили на проверку" in seen.text
    assert "Выйдет вт, 8 сентября, 9:00" in seen.text
    await teacher.tap("Забрать")
    assert "среди ваших черновиков" in (await teacher.newest()).text
    await teacher.tap("На проверку")
    await yard.open(second, "На проверке: 1", "Собираем коробки")
    await yard.open(head, "На проверке: 1", "Собираем коробки", "Опубликовать")
    assert "✅ Опубликовано." in (await head.newest()).text
    await second.tap("Опубликовать")
    assert "уже опубликовано. Решение: заведующий" in (await second.newest()).text
    await yard.pass_on()
    assert len(await yard.texts(mother, "Собираем")) == 1
    assert await yard.sunny.count(NoticeRow, kind="announced") == 2
    assert len(await yard.texts(teacher, "проверено и отправлено. Решение: заведующий")) == 1
