"""Waves as staff work with them: what is refused, one to one, paper, the table's pages, the profile of a group."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from domain.ids import WaveId
from domain.waves import WaveKind
from handlers.common.edge import Buckets
from sandbox.stories.stage import Seen
from tests.conftest import START
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.playroom import Playroom, open_playroom, places, question_in
from tests.scenarios.theatre import theatre

WAVE = WaveId(1)


@pytest.fixture
async def room(database_url: str, tmp_path: Path) -> AsyncIterator[Playroom]:
    """«Солнышко» and everybody around it; a teacher enters papers faster here than any hand could."""
    async with theatre(database_url, tmp_path, START, Buckets(burst=10_000)) as house:
        yield await open_playroom(house)


async def to_child(room: Playroom, code: str) -> Seen:
    """The teacher's screen of a child."""
    return await room.menu(room.teacher, "⭐ Викторина", "Стартовая", "🐻 Дети", code)


async def consented(room: Playroom, code: str, number: str = "15", day: str = "вчера") -> Seen:
    """A consent on paper is written down."""
    await to_child(room, code)
    await room.teacher.tap("Согласие на бумаге")
    await room.teacher.send(number)
    if day == "вчера":
        await room.teacher.tap("Вчера")
    else:
        await room.teacher.send(day)
    return await room.teacher.newest()


@ON_SQLITE
async def test_a_wave_is_asked_for_step_by_step(room: Playroom) -> None:
    await room.approved()
    await room.menu(room.methodist, "⭐ Викторина", "Открыть викторину", "Стартовая")
    await room.methodist.send("1 января")
    assert "не дольше двух месяцев" in (await room.methodist.newest()).text
    await room.methodist.send("вчера")
    assert "уже прошёл" in (await room.methodist.newest()).text
    await room.methodist.send("25 сентября")
    await room.methodist.tap("Готово")
    assert "нужна хотя бы одна отметка" in (await room.methodist.newest()).text
    await room.methodist.tap("Солнышко")
    await room.methodist.tap("Готово")
    seen = await room.methodist.newest()
    assert "Детей: 4" in seen.text
    assert "2 взрослым из 1 семьи" in seen.text
    assert "3 семьи без мамы, папы или опекуна" in seen.text
    await room.methodist.tap("До какого дня")
    await room.methodist.send("26 сентября")
    assert "26 сентября включительно" in (await room.methodist.newest()).text
    preview = await room.methodist.newest()
    await room.methodist.tap("Открыть и пригласить")
    assert "Приглашение получат 2 взрослых" in (await room.methodist.newest()).text
    token = next(
        button["callback_data"]
        for row in preview.raw["inline_keyboard"]
        for button in row
        if "Открыть" in button["text"]
    )
    await room.methodist.tap_data(token)
    assert "✅ Викторина открыта." in (await room.methodist.newest()).text
    assert await room.rows("waves") == 1
    await room.menu(room.methodist, "⭐ Викторина", "Открыть викторину")
    seen = await room.methodist.newest()
    assert "Сначала закройте её" in seen.text, "said at once, not after three questions"
    await room.methodist.tap("Стартовая")
    assert "🐻 Солнышко: 0 из 4" in (await room.methodist.newest()).text, "what to close is one tap away"


async def test_a_wave_of_the_year_is_opened_once(room: Playroom) -> None:
    await room.laid()
    await room.menu(room.methodist, "⭐ Викторина", "Стартовая", "Закрыть викторину", "Да, закрыть")
    await room.menu(room.methodist, "⭐ Викторина", "Открыть викторину", "Стартовая")
    await room.methodist.send("25 сентября")
    for label in ("Солнышко", "Готово"):
        await room.methodist.tap(label)
    assert "уже открывали" in (await room.methodist.newest()).text
    await room.menu(room.methodist, "⭐ Викторина", "Открыть викторину", "Итоговая")
    await room.methodist.send("25 сентября")
    for label in ("Солнышко", "Готово"):
        await room.methodist.tap(label)
    assert "итоговая" in (await room.methodist.newest()).text
    assert await room.rows("waves") == 1, "a preview opens nothing"


@ON_SQLITE
async def test_a_group_joins_an_open_wave(room: Playroom) -> None:
    other = await room.stage.person("Лариса")
    await other.start()
    await room.sunny.adult(5, account=other.id)
    await room.laid()
    await room.menu(room.methodist, "⭐ Викторина", "Стартовая", "Добавить группу", "Лучики")
    seen = await room.methodist.newest()
    assert "Детей: 2" in seen.text
    assert "1 взрослому из 1 семьи" in seen.text
    offered = seen
    await room.methodist.tap("Добавить и пригласить")
    seen = await room.methodist.newest()
    assert "✅ Добавлено. Приглашение получит 1 взрослый." in seen.text
    assert "Лучики: 0 из 2" in seen.text
    assert "Добавить группу" not in str(seen.labels), "everybody takes part"
    await room.pass_on()
    await other.sees("Викторина «Кто что делает?»", "Лучики")
    add = next(
        button["callback_data"]
        for row in offered.raw["inline_keyboard"]
        for button in row
        if "Добавить" in button["text"]
    )
    await room.methodist.tap_data(add)
    assert "Лучики: 0 из 2" in (await room.methodist.newest()).text, "a second tap tells nobody anew"
    await room.pass_on()
    assert len([m for m in await other.messages() if "Приглашаем" in m.text]) == 1
    await room.methodist.tap("Закрыть викторину")
    await room.methodist.tap("Да, закрыть")
    await room.methodist.tap_data(add)
    assert "Викторина уже закрыта" in (await room.methodist.newest()).text


@ON_SQLITE
async def test_nudges_come_twice_at_most_and_not_to_who_has_played(room: Playroom) -> None:
    await room.laid()
    await room.on_paper(1)
    other = await room.stage.person("Лариса")
    await other.start()
    await room.sunny.adult(2, account=other.id)
    for _ in range(20):
        await room.pass_on(timedelta(days=1))
    nudges = [m for m in await other.messages() if "ещё открыта" in m.text]
    assert len(nudges) <= 2
    assert nudges, "whoever has not played is reminded"
    assert not [m for m in await room.mother.messages() if "ещё открыта" in m.text]
    assert not [m for m in await room.father.messages() if "ещё открыта" in m.text]


@ON_SQLITE
async def test_one_to_one_on_the_teacher_s_phone(room: Playroom) -> None:
    await room.laid()
    seen = await to_child(room, "0002")
    assert "Согласия мамы, папы или опекуна ещё нет" in seen.text
    assert "Поиграть" not in str(seen.labels)
    seen = await consented(room, "0002")
    assert "Согласие на бумаге № 15 записано" in seen.text
    assert "Смахните уведомления" in seen.text, "before child mode, on a teacher's phone too (rule 15)"
    await room.teacher.tap("Поиграть текстом")
    seen = await room.teacher.newest()
    assert places(seen)
    assert "Меню" not in str(seen.labels)
    seen = await room.teacher.send("ыва")
    assert "отвечают кнопками" in seen.text
    assert seen.labels == ("Показать ещё раз", "Я взрослый"), "no child types its way into the menu (rule 15)"
    await room.teacher.tap("Показать ещё раз")
    for _ in range(7):
        item = question_in(await room.teacher.newest())
        assert item is not None
        await room.answer(room.teacher, item, item.options[0].id)
    assert "Можно отдохнуть" in (await room.teacher.newest()).text, "two sittings of seven (rule 23)"
    await room.teacher.tap("⏸")
    await room.teacher.tap("Я взрослый")
    seen = await room.teacher.newest()
    assert "0002: викторина не закончена" in seen.text
    await room.teacher.tap("К списку детей")
    seen = await room.teacher.newest()
    assert "⏳ 0002" in str(seen.labels)
    assert "📄 0003" in str(seen.labels)
    await room.teacher.tap("0002")
    assert "Смахните уведомления" in (await room.teacher.newest()).text
    await room.teacher.tap("▶ Продолжить")
    await room.played(room.teacher)
    await room.teacher.tap("Мастер")
    await room.teacher.tap("Я взрослый")
    assert "0002" in (await room.teacher.newest()).text
    await room.teacher.tap("Только читали вслух")
    await room.teacher.tap("Не знаю")
    seen = await room.teacher.newest()
    assert "0002: викторина пройдена" in seen.text
    assert "Похоже, вашему ребёнку" not in seen.text, "the soft words are for the parent"
    assert "🧸 Группы" in (await room.teacher.send("Спасибо")).labels, "an adult has the phone again"
    await room.menu(room.psychologist, "⭐ Викторина", "Стартовая", "Таблица по кодам")
    assert "один на один; помощь: нет" in (await room.psychologist.newest()).text


@ON_SQLITE
async def test_paper_is_entered_and_read(room: Playroom) -> None:
    await room.laid()
    seen = await consented(room, "0003", "б/н", "завтра")
    assert "Не получилось понять" in seen.text
    await room.teacher.send("12 ноября 2030")
    assert "ещё не наступил" in (await room.teacher.newest()).text
    await room.teacher.send("1.9")
    seen = await room.teacher.newest()
    assert "№ б/н записано" in seen.text
    [form] = re.findall(r"набор с формой (А|Б)", seen.text)
    await room.teacher.tap("Назад")
    seen = await room.teacher.newest()
    assert f"⚪ 0003 · {form}" in seen.labels
    await room.teacher.tap("Набор для печати")
    await room.teacher.tap(f"Форма {form}")
    seen = await room.teacher.newest()
    assert seen.raw["document"]["file_name"] == f"Кто что делает – форма {form}.pdf"
    printed = await room.stage.file(seen.raw["document"]["url"])
    assert printed.startswith(b"%PDF-")
    await to_child(room, "0003")
    await room.teacher.tap("Внести с бумаги")
    seen = await room.teacher.newest()
    assert f"0003 · с бумаги, форма {form} · 1 из 14" in seen.text
    assert seen.labels[0].startswith("● "), "as on the printed card"
    assert "⭐" not in seen.text
    assert "‹ К списку детей" in seen.labels, "a form, not child mode"
    await room.teacher.tap("К списку детей")
    await room.teacher.tap("0003")
    await room.teacher.tap("▶ Продолжить")
    await room.played(room.teacher, k1a="b", k1b="b", d1="acb")
    assert "Как взрослый помогал" in (await room.teacher.newest()).text, "no role name on paper"
    await room.teacher.tap("Только читали вслух")
    await room.teacher.tap("часто")
    assert "0003: ответы с бумаги внесены" in (await room.teacher.newest()).text
    await room.menu(room.psychologist, "⭐ Викторина", "Стартовая", "Таблица по кодам")
    seen = await room.psychologist.newest()
    assert "0003 · К 11 В · М 8 В · Д 7 В" in seen.text
    assert "на бумаге; помощь: нет" in seen.text
    assert "очень быстро" not in seen.text, "entered in one go"
    await to_child(room, "0003")
    await room.teacher.tap("Согласие отозвано на бумаге")
    await room.teacher.tap("Да, отозвано")
    assert "ответы ребёнка удалены" in (await room.teacher.newest()).text
    assert await room.rows("attempts") == 0


@ON_SQLITE
async def test_what_a_family_began_at_home_is_finished_there(room: Playroom) -> None:
    await room.laid()
    await room.begun(room.mother)
    seen = await to_child(room, "0001")
    assert "Семья уже начала дома" in seen.text
    assert "Продолжить" not in str(seen.labels)


@ON_SQLITE
async def test_results_wait_for_the_closing_and_for_five_and_pairs_for_the_final_wave(room: Playroom) -> None:
    async with room.sunny.database.work() as work:
        await work.children.add(room.sunny.organisation_id, room.sunny.sun, 11, 1)
        found = await work.children.in_group(room.sunny.organisation_id, room.sunny.sun)
    room.sunny.children[4] = found[-1].id
    await room.laid()
    for number in (1, 2, 3, 4):
        await room.on_paper(number)
    await room.on_paper(5, k3="b", k6="b", m2="c")
    await room.menu(room.teacher, "⭐ Викторина", "Стартовая", "🐻 Результаты")
    seen = await room.teacher.newest()
    assert "Викторину прошли: 5" in seen.text
    assert "появятся, когда викторина закроется" in seen.text
    await room.menu(room.methodist, "⭐ Викторина", "Стартовая")
    seen = await room.methodist.newest()
    assert "Таблица" not in str(seen.labels)
    assert "Результаты" not in str(seen.labels)
    await room.methodist.tap("Закрыть викторину")
    await room.methodist.tap("Да, закрыть")
    await room.menu(room.teacher, "⭐ Викторина", "Стартовая", "🐻 Результаты")
    seen = await room.teacher.newest()
    assert "К (знает): В 5 · С 0 · Н 0" in seen.text
    assert "педагог на бумаге – 5" in seen.text
    assert "Авторский пилотный инструмент" in seen.text
    await room.laid(kind=WaveKind.FINAL)
    await room.menu(room.psychologist, "⭐ Викторина", "Итоговая")
    assert "📈" not in str((await room.psychologist.newest()).labels), "not before the closing"
    await room.menu(room.methodist, "⭐ Викторина", "Итоговая", "Закрыть викторину", "Да, закрыть")
    assert "📈" not in str((await room.methodist.newest()).labels)
    await room.menu(room.psychologist, "⭐ Викторина", "Итоговая", "С начала года до конца")
    seen = await room.psychologist.newest()
    assert "Пар пока не получилось" in seen.text
    assert "Прошли только стартовую: 5" in seen.text
    await room.psychologist.tap("Назад")
    assert "📈 С начала года до конца" in (await room.psychologist.newest()).labels
