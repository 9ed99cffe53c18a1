"""Pictures for the guide of the staff: each a phone at the moment that a page of docs/ru tells about."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from content.quizzes import WHO_DOES_WHAT, instruments
from domain.quizzes import FormLetter
from locales import texts_for
from reports.documents.print_kit import drawn_kit
from sandbox.gallery.camera import Camera, Frame
from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks import seating
from sandbox.gallery.walks.paths import cards, menu, passer_by, taps
from sandbox.stories.events import ALONE, NO, WITH_CHILD
from sandbox.stories.kindergarten import ZONE
from sandbox.stories.stage import Player

Shoot = Callable[[Player, str, int], Awaitable[None]]
SCALE = 1.25
KIT_PPI = 60.0
KIT_CARDS, KIT_PROTOCOL = 1, 9
"""Pages of the kit, from 0."""


async def guide(stage: Recorder, camera: Camera, folder: Path) -> None:
    """Walk to every moment and take its picture as `<folder>/<name>.png`; `folder` stands."""

    async def shoot(person: Player, name: str, height: int) -> None:
        drawn = await camera.phone(person.id, Frame(1100, height + 130, SCALE))
        (folder / f"{name}.png").write_bytes(drawn)

    for moments in (
        _head,
        _teacher,
        _events,
        _families,
        _seats,
        _own_data,
        _guests,
        _dates,
        _quiz,
        _wave,
        _visit,
    ):
        await moments(stage, shoot)
    quiz = instruments().newest(WHO_DOES_WHAT)
    pages = await asyncio.to_thread(drawn_kit, quiz, FormLetter.A, texts_for("ru"), ppi=KIT_PPI)
    (folder / "kit-cards.png").write_bytes(pages[KIT_CARDS])
    (folder / "kit-protocol.png").write_bytes(pages[KIT_PROTOCOL])


async def _head(stage: Recorder, shoot: Shoot) -> None:
    head = stage.player("Елена")
    await head.send("/menu")
    await shoot(head, "head-menu", 720)
    await menu(head, "Группы", "Новая группа")
    await head.send("Звёздочки")
    await taps(head, "🐰", "4–5", "Добавить детей", "Другое число")
    await head.send("14")
    await shoot(head, "codes-added", 470)
    await menu(head, "Сотрудники", "Пригласить", "оспитатель", "Звёздочки", "Готово")
    await shoot(head, "invitation-link", 560)
    await menu(head, "Группы", "Капитошка", "Замены", "Назначить замену", "Орлова")
    await head.send("завтра")
    await head.send("в пятницу")
    await shoot(head, "substitution", 470)
    await menu(head, "Партнёры", "Пожарная часть", "Номер договора")
    await head.send("17/2026")
    await shoot(head, "partner", 520)
    await menu(head, "Рабочие группы", "Создать")
    await head.send("Творческая группа")
    await head.send("12-од")
    await taps(head, "Белова", "Лебедева")
    await shoot(head, "working-group", 760)
    await menu(head, "Организация", "Имена в боте", "Выключить и стереть")
    await shoot(head, "names", 440)


async def _teacher(stage: Recorder, shoot: Shoot) -> None:
    teacher = stage.player("Марина")
    await teacher.send("/menu")
    await shoot(teacher, "teacher-menu", 680)
    await menu(teacher, "Группы", "Солнышко", "Карточки семей")
    await shoot(teacher, "cards", 520)
    await menu(teacher, "Группы", "Солнышко", "Семьи", "✅ 0001")
    await shoot(teacher, "child", 690)
    await menu(teacher, "Новые родители", "Артём", "Выбрать код")
    await shoot(teacher, "newcomer", 600)


async def _events(stage: Recorder, shoot: Shoot) -> None:
    teacher = stage.player("Марина")
    await menu(teacher, "Новое мероприятие")
    await teacher.send("В гостях у пекаря")
    await shoot(teacher, "calendar", 600)
    for typed in ("во вторник в 16:30", "группа «Солнышко»", "возьмите с собой фартук"):
        await teacher.send(typed)
    await taps(teacher, "Да")
    await shoot(teacher, "preview", 800)
    await taps(teacher, "Опубликовать")
    await menu(teacher, "Мероприятия", "Мастер-класс", "Кто придёт")
    await shoot(teacher, "who-comes", 790)
    await menu(teacher, "Мероприятия", "Мастер-класс", "Кому дошло")
    await shoot(teacher, "report", 540)
    await menu(teacher, "Мероприятия", "Мастер-класс", "В чаты")
    await shoot(teacher, "posts-event", 520)
    await menu(teacher, "Мероприятия", "Отложенные", "Читаем вместе")
    await shoot(teacher, "kept", 790)
    await menu(teacher, "Мероприятия", "Прошедшие", "Кто печёт", "Итоги")
    await shoot(teacher, "recap", 740)


async def _seats(stage: Recorder, shoot: Shoot) -> None:
    teacher, mother = stage.player("Марина"), stage.player("Дарья")
    first, second = stage.player("Руслан"), stage.player("Денис")
    await seating.announce(stage, teacher)
    for who, label in ((mother, WITH_CHILD), (first, ALONE), (second, WITH_CHILD)):
        await seating.answer(who, label)
    await shoot(second, "seat-queue", 600)
    await seating.answer(mother, NO)
    await stage.move_clock(by=timedelta(minutes=1))
    await shoot(first, "seat-offer", 544)
    await menu(teacher, "Мероприятия", seating.TITLE, "Очередь")
    await shoot(teacher, "seat-list", 538)


async def _families(stage: Recorder, shoot: Shoot) -> None:
    [*_, link] = await cards(stage.player("Юлия"), "Капитошка")
    mother = await passer_by(stage, "Олеся", link, role="мама, «Капитошка»")
    await shoot(mother, "consent", 690)
    await taps(mother, "Согласен")
    await shoot(mother, "who-are-you", 500)
    await taps(mother, "Мама или папа", "верно")
    guardian = stage.player("Галина")
    await guardian.tap("Приду с ребёнком", message_id=(await guardian.sees("В гостях у пекаря")).id)
    await shoot(guardian, "answered", 560)


async def _own_data(stage: Recorder, shoot: Shoot) -> None:
    mother = stage.player("Ирина")
    await mother.send("/my_data")
    await shoot(mother, "my-data", 700)


async def _guests(stage: Recorder, shoot: Shoot) -> None:
    teacher, mother = stage.player("Марина"), stage.player("Анна")
    await menu(teacher, "Гость группы")
    await shoot(teacher, "guests-list", 640)
    await menu(mother, "Стать гостем группы")
    await shoot(mother, "guests-invitation", 590)
    await mother.tap("24 сентября")
    await mother.send("повар")
    await taps(mother, "Рассказ", "Мастер-класс")
    await shoot(mother, "guests-application", 620)
    await mother.tap("Готово")
    await stage.move_clock(by=timedelta(minutes=5))
    await shoot(teacher, "guests-notice", 560)
    await teacher.tap("Предварительно да")
    await stage.move_clock(by=timedelta(minutes=5))
    await mother.tap("Рассказать подробнее")
    await taps(mother, "Еда", "Готово")
    await shoot(mother, "guests-details", 860)
    await menu(teacher, "Гость группы", "Карта профессий")
    await shoot(teacher, "guests-map", 520)


async def _dates(stage: Recorder, shoot: Shoot) -> None:
    teacher, host, mother = stage.player("Светлана"), stage.player("Марина"), stage.player("Ирина")
    await menu(teacher, "Гость группы", "Открыть даты", "Сразу на месяц", "Вт", "Чт", "Готово")
    await taps(teacher, "15:40", "Готово", "Октябрь")
    await teacher.send("повар, водитель трамвая")
    await teacher.tap("Готово")
    await shoot(teacher, "guests-month", 980)
    await menu(teacher, "Гость группы", "Ещё", "Профессиональные дни")
    await shoot(teacher, "guests-days", 900)
    await menu(host, "Гость группы", "Ветеринар", "Подготовка", "❓ Вопросы детей", "Добавить вопрос")
    await host.send("Кошки боятся уколов?")
    await host.tap("Отправить гостю")
    await stage.move_clock(by=timedelta(minutes=5))
    await menu(mother, "Стать гостем группы", "Мои визиты", "Ветеринар", "Подготовка", "Вещи собраны")
    await shoot(mother, "guests-ready", 860)


async def _visit(stage: Recorder, shoot: Shoot) -> None:
    teacher, mother = stage.player("Марина"), stage.player("Анна")
    there = (await stage.now()).astimezone(ZONE)
    await stage.move_clock(to=there.replace(day=18, hour=11))
    asked = await teacher.sees("Как прошёл визит", "Ветеринар")
    await teacher.tap("Провели", message_id=asked.id)
    await teacher.send("19")
    await taps(teacher, "После визита", "Рисунок")
    await shoot(teacher, "guests-after", 800)
    await taps(teacher, "К визиту", "Благодарственное письмо")
    await shoot(teacher, "guests-letter", 830)
    await teacher.tap("Отмена")
    await stage.move_clock(to=there.replace(day=18, hour=19, minute=30))
    await mother.tap("Ветеринар")
    await shoot(mother, "guests-home", 640)


async def _quiz(stage: Recorder, shoot: Shoot) -> None:
    father, other = stage.player("Пётр"), stage.player("Дарья")
    await menu(father, "⭐ Викторина", "Даю согласие")
    await shoot(father, "quiz-start", 760)
    await father.tap("Картинками")
    await shoot(father, "quiz-question", 780)
    await menu(other, "⭐ Викторина", "Что получилось")
    await shoot(other, "quiz-result", 720)


async def _wave(stage: Recorder, shoot: Shoot) -> None:
    teacher, psychologist = stage.player("Марина"), stage.player("Вера")
    await menu(stage.player("Ольга"), "⭐ Викторина", "Стартовая")
    await shoot(stage.player("Ольга"), "wave-card", 460)
    await menu(psychologist, "⭐ Викторина", "Стартовая", "Таблица по кодам")
    await shoot(psychologist, "wave-codes", 720)
    await menu(teacher, "⭐ Викторина", "Стартовая", "Дети")
    await shoot(teacher, "wave-children", 680)
