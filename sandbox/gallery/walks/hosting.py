"""What staff of «Гость группы» do besides visits: readiness, dates of a month, figures, papers; what families read afterwards."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu, taps
from sandbox.stories.guests import open_dates, said, workday
from sandbox.stories.kindergarten import ZONE

SOON = timedelta(minutes=5)


async def getting_ready(stage: Recorder) -> None:
    """Both sides tick, the children ask, guest and teacher write to one another; the talk and the advice."""
    teacher, mother = stage.player("Марина"), stage.player("Ирина")
    await menu(teacher, "Гость группы", "Ветеринар", "Подготовка", "Место готово", "❓ Вопросы детей")
    await teacher.tap("Добавить вопрос")
    await teacher.send(
        "Кошки боятся уколов? Мы читали, что боятся, и очень переживаем за всех кошек нашего двора, и за собак, и даже за попугаев."
    )
    await teacher.send("Кошки боятся уколов?")
    await taps(teacher, "Отправить гостю")
    await menu(teacher, "Гость группы", "Ветеринар", "Подготовка", "О чём рассказать")
    await stage.move_clock(by=SOON)
    await menu(mother, "Стать гостем группы", "Мои визиты", "Ветеринар", "Подготовка", "Вещи собраны")
    await taps(mother, "О чём рассказать", "Подготовка", "Памятка", "Подготовка")
    await mother.tap("Написать воспитателю")
    await mother.send("Можно прийти с кошкой в переноске?")
    await stage.move_clock(by=SOON)
    await teacher.tap("Ответить")
    await teacher.send("Да, мы предупредим родителей и приготовим место у окна.")
    await stage.move_clock(by=SOON)


async def a_month_of_dates(stage: Recorder) -> None:
    """Weekdays and hours, the days that fall out, days on which nobody is asked in."""
    teacher = stage.player("Светлана")
    await menu(teacher, "Гость группы", "Открыть даты", "Сразу на месяц", "Вт", "Чт", "Готово")
    await teacher.send("в обед")
    await teacher.send("9:20, 15:40")
    await taps(teacher, "Октябрь", "Пропустить", "Готово", "Убрать даты")


async def figures(stage: Recorder) -> None:
    """The month of all groups, the school year, who waits, days without guests."""
    methodist = stage.player("Ольга")
    for what in ("Гости по месяцам", "Учебный год", "Очередь гостей", "Не зовём гостей"):
        await menu(methodist, "Гость группы", "Ещё", what)
    await menu(methodist, "Гость группы", "Ещё", "Профессиональные дни", "Показать ещё")
    await menu(stage.player("Марина"), "Гость группы", "Ещё", "Кого ещё не было")


async def papers(stage: Recorder) -> None:
    """The journal in both forms, the register of letters, a letter again, the poster of a door."""
    teacher = stage.player("Марина")
    for what in (("Журнал гостей", "Excel"), ("Журнал гостей", "Word"), ("Письма гостям", "Реестр")):
        await menu(teacher, "Гость группы", "Ещё", *what)
    await menu(teacher, "Гость группы", "Ещё", "Письма гостям", "№ 1", "Письмо в PDF")
    await menu(teacher, "Гость группы", "Ещё", "Плакат на дверь", "Солнышко")


async def in_line(stage: Recorder) -> None:
    """Two wait: the first lets a day pass and keeps the place, the second takes it; what the teacher sees of it."""
    teacher, first, second = stage.player("Юлия"), stage.player("Татьяна"), stage.player("Сергей")
    for guest, profession in ((first, "повар"), (second, "учитель")):
        await menu(guest, "Стать гостем группы", "Встать в очередь")
        await guest.send(profession)
        await taps(guest, "Мастер-класс", "Готово")
        await menu(guest, "Стать гостем группы")
    day = workday((await stage.now()).astimezone(ZONE), 25, hour=10)
    await open_dates(teacher, (day,), "повар")
    await menu(teacher, "Гость группы", "Ещё", "Очередь гостей")
    await stage.move_clock(by=SOON)
    await menu(teacher, "Гость группы", said(day))
    offer = await first.sees("Для вас есть дата")
    await first.tap("Другой день", message_id=offer.id)
    await stage.move_clock(by=SOON)
    offer = await second.sees("Для вас есть дата")
    await second.tap("Беру", message_id=offer.id)
    await stage.move_clock(by=SOON)
    await menu(first, "Стать гостем группы", "Вы в очереди", "Выйти из очереди")
    await first.tap("Да, выйти")


async def the_game(stage: Recorder) -> None:
    """Three questions about a guest's work, played with the group: each shape until the right one is found."""
    teacher = stage.player("Марина")
    await menu(teacher, "Гость группы", "Прошедшие", "Врач", "Поиграть")
    for shape in "●▲■★" * 3:
        if shape in (await teacher.newest()).labels:
            await teacher.tap(shape)
