"""Waves as staff see them: questions to approve, a form that refuses, one to one, paper, tables, the closing."""

from datetime import timedelta

from domain.quizzes import FormLetter
from sandbox.gallery.recorder import PICTURED, WORDED, Recorder
from sandbox.gallery.walks.paths import menu, taps
from sandbox.gallery.walks.quizzing import KNOWLEDGE
from sandbox.stories.quizzes import QUIZ, play, question_in
from sandbox.stories.stage import Player

WITHOUT_PHONES = ("0006", "0007", "0008", "0009", "0010")
ON_PAPER = ("0011", "0012")
CLOSES = "25 сентября"
CLOSED_AT_LEAST = timedelta(minutes=5)


async def watching(stage: Recorder) -> None:
    """The list, the card, what a second wave is told, the table by code before the closing."""
    methodist, psychologist, head = stage.player("Ольга"), stage.player("Вера"), stage.player("Елена")
    await menu(methodist, "⭐ Викторина", "Открыть викторину")
    await menu(psychologist, "⭐ Викторина", "Стартовая", "Таблица по кодам")
    await menu(head, "⭐ Викторина", "Стартовая")
    await menu(stage.player("Марина"), "⭐ Викторина", "Стартовая", "Результаты")


async def one_to_one(stage: Recorder) -> None:
    """Children without phones play on the teacher's: until both forms were seen whole, in pictures and in words."""
    teacher = stage.player("Марина")
    for code in WITHOUT_PHONES:
        if all(_seen_whole(stage, form, way) for form in FormLetter for way in (PICTURED, WORDED)):
            return
        await _consented(stage, code)
        await teacher.tap("Поиграть картинками")
        item = question_in(await teacher.newest())
        assert item is not None
        form = next(form for form, items in QUIZ.forms.items() if item in items)
        if _seen_whole(stage, form, PICTURED):
            await taps(teacher, "⏸", "Картинок не видно")
        if not _seen_whole(stage, form, PICTURED) or not _seen_whole(stage, form, WORDED):
            await play(teacher, unsure=KNOWLEDGE)
            await taps(teacher, "Мастер", "Я взрослый", "Немного", "Не знаю")
        else:
            await taps(teacher, "⏸", "Я взрослый", "К списку детей")


async def on_paper(stage: Recorder) -> None:
    """A consent on paper with what is typed wrongly, answers from paper left and taken up, a consent withdrawn."""
    teacher, code = stage.player("Светлана"), "0017"
    await menu(teacher, "⭐ Викторина", "Набор для печати", "Форма А", "Форма Б")
    await menu(teacher, "⭐ Викторина", "Стартовая", "Дети", code, "Согласие на бумаге")
    await teacher.send("б/н")
    for typed in ("12 ноября 2030", "вечером", "1.9"):
        await teacher.send(typed)
    await teacher.tap("Внести с бумаги")
    await play(teacher, questions=2, unsure=KNOWLEDGE)
    await taps(teacher, "К списку детей", code, "Продолжить")
    await play(teacher)
    await taps(teacher, "Только читали", "часто")
    await menu(teacher, "⭐ Викторина", "Стартовая", "Дети", code, "Согласие отозвано", "Назад")
    for code in ON_PAPER:
        await _consented(stage, code)
        await stage.player("Марина").tap("Внести с бумаги")
        await play(stage.player("Марина"), unsure=KNOWLEDGE)
        await taps(stage.player("Марина"), "Только читали", "иногда")


async def closing(stage: Recorder) -> None:
    """A group joins; it is closed while a child plays; results of five, of few, and for those who come too late."""
    methodist, psychologist, left = stage.player("Ольга"), stage.player("Вера"), stage.player("Алексей")
    await menu(methodist, "⭐ Викторина", "Стартовая", "Добавить группу", "Звездочёты")
    await methodist.tap("Добавить и пригласить")
    await taps(methodist, "Закрыть викторину", "Нет, оставить")
    await taps(methodist, "Закрыть викторину", "Да, закрыть")
    seen = await left.sees("⭐⭐⭐☆")
    item = question_in(seen)
    assert item is not None
    await left.tap(item.options[0].text, message_id=seen.id)
    await left.tap("Я взрослый")
    await stage.move_clock(by=CLOSED_AT_LEAST)
    for name in ("Марина", "Светлана"):
        teacher = stage.player(name)
        closed = await teacher.sees("закрыта", "прошли")
        await teacher.tap("Посмотреть", message_id=closed.id)
        await taps(teacher, "Результаты")
    await menu(psychologist, "⭐ Викторина", "Стартовая", "Таблица по кодам")
    await menu(stage.player("Галина"), "⭐ Викторина")
    await _another_one(stage)


async def _another_one(stage: Recorder) -> None:
    """What the school year has had already is refused; the final one is asked for, previewed and left."""
    methodist = stage.player("Ольга")
    await menu(methodist, "⭐ Викторина", "Открыть викторину", "Стартовая")
    for typed in ("1 января", "вчера", CLOSES):
        await methodist.send(typed)
    await taps(methodist, "Готово", "Солнышко", "Готово", "Открыть викторину", "Итоговая")
    await methodist.send("завтра")
    await taps(methodist, "Солнышко", "Готово", "До какого дня")
    await methodist.send("25 сентября")


async def pairs(stage: Recorder) -> None:
    """A final wave that two children play on paper once more; what a school year came to, for the psychologist."""
    methodist, teacher, psychologist = stage.player("Ольга"), stage.player("Марина"), stage.player("Вера")
    await menu(methodist, "⭐ Викторина", "Открыть викторину", "Начать заново", "Итоговая")
    await methodist.send(CLOSES)
    await taps(methodist, "Солнышко", "Готово", "Открыть и пригласить")
    await menu(psychologist, "⭐ Викторина", "Итоговая")
    for code in ON_PAPER:
        await _found(teacher, "Итоговая", code)
        await teacher.tap("Внести с бумаги")
        await play(teacher)
        await taps(teacher, "Только читали", "иногда")
    await menu(methodist, "⭐ Викторина", "Итоговая", "Закрыть викторину", "Да, закрыть")
    await menu(psychologist, "⭐ Викторина", "Итоговая", "С начала года до конца")


def _seen_whole(stage: Recorder, form: FormLetter, section: str) -> bool:
    """Whether every question of a form has its screen in this part of the gallery."""
    told = [
        one.message.get("text") or one.message.get("caption") or ""
        for one in stage.screens
        if one.section == section
    ]
    wanted = [item for item in QUIZ.forms[form] if item.criterion is not None and item.number != 14]
    return all(any(item.question in text for text in told) for item in wanted)


async def _consented(stage: Recorder, code: str) -> None:
    teacher = stage.player("Марина")
    await _found(teacher, "Стартовая", code)
    await teacher.tap("Согласие на бумаге")
    await teacher.send("15")
    await teacher.tap("Вчера")


async def _found(teacher: Player, wave: str, code: str) -> None:
    """The teacher's screen of a child."""
    await menu(teacher, "⭐ Викторина", wave, "Дети")
    if code not in str((await teacher.newest()).labels):
        await teacher.tap("Показать ещё")
    await teacher.tap(code)
