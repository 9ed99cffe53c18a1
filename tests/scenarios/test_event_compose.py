"""What an event may have besides the usual questions, and one message instead of them."""

from datetime import timedelta

import pytest

from db.models import EventRow
from domain.people import Role
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.office import Office, open_office
from tests.scenarios.theatre import Theatre


@pytest.fixture
async def office(house: Theatre) -> Office:
    """The teacher of «Солнышко», known to the bot."""
    return await open_office(house)


async def tapped(office: Office, *labels: str) -> str:
    """What stands on the screen after these buttons."""
    for label in labels:
        await office.teacher.tap(label)
    return (await office.teacher.newest()).text


@ON_SQLITE
async def test_the_further_questions_stand_behind_one_button(office: Office) -> None:
    await office.begin()
    await office.fill("Пожарная часть", "12 марта 10:00", "улица Мира, 5")
    preview = await tapped(office, "Пропустить")
    assert "10:00" in preview
    labels = (await office.teacher.newest()).labels
    assert "⚙️ Ещё" in labels
    assert "Сколько мест" not in labels, "the short way stays as short as it was"
    assert "Мест" not in preview
    assert "Что это будет" in await tapped(office, "Ещё", "Что это")
    assert "Экскурсия" in await tapped(office, "Экскурсия")
    assert "Когда закончится" in await tapped(office, "Ещё", "Окончание")
    assert "Конец раньше начала" in (await office.fill("9:30")).text
    assert "Конец раньше начала" in (await office.fill("12 марта 10:00")).text
    assert "не дольше двух недель" in (await office.fill("30 марта 12:00")).text
    assert "часы и минуты" in (await office.fill("14 марта")).text
    assert "Не получилось понять время" in (await office.fill("потом")).text
    assert "10:00 – 11:30" in await tapped(office, "11:30")
    await tapped(office, "Ещё", "Окончание")
    assert "10:00 – сб, 13 марта 2027, 12:00" in (await office.fill("13 марта 12:00")).text
    assert "Сейчас: сб, 13 марта 2027, 12:00" in await tapped(office, "Ещё", "Окончание")
    assert " – " not in await tapped(office, "Не указывать")
    await tapped(office, "Ещё", "Окончание", "11:00")

    assert "Сколько мест?" in await tapped(office, "Ещё", "Сколько мест")
    for wrong in ("0", "501", "пятнадцать", "-3"):
        assert "целое число от 1 до 500" in (await office.fill(wrong)).text
    assert "Как считать места" in (await office.fill("2")).text
    assert "на 2 семьи" in await tapped(office, "одна семья")

    assert "ждать ответов" in await tapped(office, "Ещё", "Ответ до")
    assert "позже начала" in (await office.fill("12 марта 10:30")).text
    assert "уже прошёл" in (await office.fill("вчера в 10")).text
    assert "часы и минуты" in (await office.fill("11 марта")).text
    assert "чт, 11 марта 2027, 20:00" in await tapped(office, "Накануне")
    await office.teacher.tap("День")
    moved = (await office.fill("14 марта")).text
    assert "вс, 14 марта 2027, 10:00 – 11:00" in moved
    assert "сб, 13 марта 2027, 20:00" in moved, "the evening before moves with the day"

    published = await tapped(office, "Опубликовать")
    assert "10:00 – 11:00" in published
    assert "Экскурсия" in published
    assert await office.sunny.count(EventRow, form="excursion", seats=2, seats_by="family") == 1


@ON_SQLITE
async def test_what_is_changed_of_them_is_said(office: Office) -> None:
    await office.begin()
    await office.fill("Пожарная часть", "12 марта 10:00", "улица Мира, 5")
    await tapped(office, "Пропустить", "Опубликовать", "Изменить", "Ещё", "Окончание")
    seen = (await office.fill("11:00")).text
    assert "Было пт, 12 марта 2027, 10:00 → стало пт, 12 марта 2027, 10:00 – 11:00" in seen
    seen = await tapped(office, "Ещё", "Что это", "Экскурсия")
    assert "Экскурсия" in seen
    seen = await tapped(office, "Ещё", "Сколько мест", "5", "один человек")
    assert "Места: на 5 человек" in seen
    seen = await tapped(office, "Ещё", "Ответ до", "За 3 дня")
    assert "Теперь ответ ждём до: вт, 9 марта 2027, 20:00" in seen
    await office.teacher.tap("Время")
    assert "Конец раньше начала" in (await office.fill("12:00")).text, "the end is asked for anew"
    assert "12:00 – 13:00" in await tapped(office, "13:00")
    assert "12:00 – 13:00" in await tapped(office, "Сохранить")
    row = {"form": "excursion", "seats": 5, "seats_by": "person"}
    assert await office.sunny.count(EventRow, **row) == 1
    seen = await tapped(office, "Изменить", "Ещё", "Сколько мест", "Без ограничений")
    assert "Число мест больше не ограничено" in seen
    assert "Отдельно об этом никому не пишем" in seen
    seen = await tapped(office, "Ещё", "Ответ до", "До начала")
    assert "можно до самого начала" in seen
    await tapped(office, "Сохранить")
    assert await office.sunny.count(EventRow, seats=None, answer_until=None) == 1


@ON_SQLITE
async def test_one_message_instead_of_five_questions(office: Office) -> None:
    assert "и всё сразу" in (await office.begin()).text
    seen = (await office.fill("Экскурсия в парк, 12 марта 10:00–11:30, ворота парка")).text
    assert "Что ещё важно знать" in seen, "everything else is said"
    preview = await tapped(office, "Пропустить")
    for said in ("Экскурсия в парк", "пт, 12 марта 2027, 10:00 – 11:30", "📍 ворота парка"):
        assert said in preview
    await office.teacher.tap("Название")
    assert "Кино 12 марта, двор" in (await office.fill("Кино 12 марта, двор")).text, "a title is a title now"
    await tapped(office, "Отмена")

    await office.begin()
    seen = (await office.fill("Поход, 31 февраля, взять воду, форма свободная")).text
    assert "понять не получилось: «31 февраля»" in seen
    seen = (await office.fill("завтра в 10:00")).text
    assert "ещё было: «взять воду; форма свободная»" in seen
    assert "понять не получилось" not in seen
    await office.fill("парк")
    assert "📍 парк" in await tapped(office, "Пропустить")
    await tapped(office, "Отмена")

    await office.begin()
    assert "День записали" in (await office.fill("завтра в 10:00")).text
    assert "Где встречаемся" in (await office.fill("Поход, 12 марта")).text, "the day was said before"


@ON_SQLITE
async def test_a_teacher_invites_colleagues_to_some_days(office: Office) -> None:
    teacher = office.teacher
    await office.begin()
    seen = await office.fill("Неделя профессий, 12 марта 10:00 – 14 марта 12:00, сад")
    await teacher.tap("Пропустить")
    seen = await teacher.newest()
    assert "🗓 пт, 12 марта 2027, 10:00 – вс, 14 марта 2027, 12:00" in seen.text
    await teacher.tap("Ещё")
    await teacher.tap("Кого ещё зовём")
    assert {"✅ Родители", "Педагоги этих детей"} <= set((await teacher.newest()).labels)
    await teacher.tap("Родители")
    await teacher.tap("Педагоги")
    await teacher.tap("Готово")
    assert "Отметьте и родителей" in (await teacher.newest()).text
    for label in ("Родители", "Педагоги", "Готово"):
        await teacher.tap(label)
    assert "Зовём: родителей, педагогов этих детей" in (await teacher.newest()).text


@ON_SQLITE
async def test_a_head_invites_staff_partners_and_a_working_group(office: Office) -> None:
    head = await office.house.stage.person("Вера")
    await head.start()
    await office.sunny.staff(Role.HEAD, account=head.id)
    async with office.sunny.database.work() as work:
        few = await work.sets.create(office.sunny.organisation_id, "Рабочая <группа>", None)
        assert few is not None
    await head.send("/menu")
    await head.tap("➕ Новое")
    await head.send("Педсовет, завтра в 13:00, зал")
    await head.tap("Солнышко")
    await head.tap("Готово")
    await head.tap("Пропустить")
    await head.tap("Ещё")
    await head.tap("Кого ещё зовём")
    seen = await head.newest()
    assert "✅ Родители" in seen.labels
    assert "Рабочая <группа>" in seen.labels
    await head.tap("Родители")
    await head.tap("Готово")
    assert "нужна хотя бы одна отметка" in (await head.newest()).text
    await head.tap("Рабочая")
    await head.tap("Готово")
    assert "никому не придёт" in (await head.newest()).text, "there is nobody in that set"
    await head.tap("Рабочая")
    await head.tap("Сотрудники")
    await head.tap("Готово")
    seen = await head.newest()
    assert "Зовём: весь коллектив" in seen.text
    assert "Солнышко · 🐻" not in seen.text
    assert "1 взрослому" in seen.text
    await head.tap("Опубликовать")
    seen = await head.newest()
    assert "Зовём: весь коллектив" in seen.text
    assert "Никто пока не ответил" in seen.text
    await office.house.stage.move_clock(by=timedelta(minutes=1))
    told = await office.teacher.sees("Педсовет", "Сможете прийти?")
    assert told.text.startswith("Педсовет")
    assert [label for label in told.labels if "ребёнком" in label] == []
    await office.teacher.tap("Приду")
    await office.teacher.tap("Мои мероприятия")
    assert any("✅" in label and "Педсовет" in label for label in (await office.teacher.newest()).labels)
    await head.tap("Кто придёт")
    seen = await head.newest()
    assert "придут – 1" in seen.text
    assert "оспитатель – придёт" in seen.text
