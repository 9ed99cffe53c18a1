"""What has happened in the sample kindergarten in two weeks, so that everybody finds something to read and to do."""

from datetime import datetime, timedelta

from sandbox.stories import guests, quizzes
from sandbox.stories.cast import PARTNER
from sandbox.stories.events import (
    ALONE,
    NO,
    UNSURE,
    WITH_CHILD,
    announce,
    answer,
    cancel,
    connect_chat,
    enter_for_family,
    felt,
    fill_in,
    keep,
    looked_back,
    newcomers,
    not_off,
    post,
    with_picture,
    with_seats,
)
from sandbox.stories.stage import Player, Stage

BREAD, DEPOT, FIRE, MEETING = (
    "Кто печёт хлеб?",
    "Экскурсия в трамвайное депо",
    "Мастер-класс пожарного",
    "Родительская встреча «Все профессии важны»",
)
FEEDERS, GRANDPARENTS, STORIES = (
    "Мастерим кормушки",
    "День бабушек и дедушек",
    "Читаем вместе: сказки о труде",
)
"""One that is full, one put aside, one that comes out tomorrow."""
EVERYBODY = ("Солнышко", "Ромашка", "Капитошка")
CHAT = "Солнышко, родители"
IN_CHAT = ("Анна", "Дарья", "Руслан", "Ирина")
OLDER = ("Солнышко", "Ромашка")
"""The groups whose age has a quiz."""


async def tell(stage: Stage, staff: dict[str, Player], families: dict[str, Player], today: datetime) -> None:
    """From two weeks ago to `today`, ten in the morning; nobody's attention is used up when it ends."""
    teacher, methodist, psychologist = staff["Лебедева"], staff["Белова"], staff["Климова"]
    await _few_seats(teacher, families, today)
    await stage.move_clock(to=today - timedelta(days=12))
    await announce(teacher, BREAD, today - timedelta(days=7), "группа «Солнышко»", ())
    await answer(families, BREAD, {"Анна": WITH_CHILD, "Дарья": WITH_CHILD, "Руслан": ALONE, "Нина": NO})
    await _first_guest(stage, teacher, families["Дарья"], today)
    await stage.move_clock(to=today - timedelta(days=10))
    await announce(methodist, DEPOT, not_off(today + timedelta(days=2)), "у ворот сада", OLDER)
    await answer(families, DEPOT, {"Ксения": WITH_CHILD, "Денис": WITH_CHILD, "Алексей": UNSURE})
    await stage.move_clock(to=today - timedelta(days=9))
    await cancel(methodist, DEPOT)
    await newcomers(stage, teacher)
    await stage.move_clock(to=today - timedelta(days=8))
    await _next_guests(teacher, families["Ирина"], today)
    await stage.move_clock(to=today - timedelta(days=6))
    await looked_back(teacher, BREAD, "Замесили тесто и испекли двадцать булочек – одну съели ещё тёплой.")
    await felt(families, {"Анна": "😀", "Дарья": "😀", "Руслан": "🙂"})
    await stage.move_clock(to=today - timedelta(days=5))
    await stage.call("POST", f"people/{families['Лариса'].id}/block")
    await _meeting(methodist, families, not_off(today + timedelta(days=8, hours=7)))
    await stage.move_clock(to=today - timedelta(days=3))
    await quizzes.approve(psychologist)
    await quizzes.open_wave(methodist, today + timedelta(days=18), *OLDER)
    await _children(families)
    await connect_chat(stage, teacher, CHAT, tuple(families[name] for name in IN_CHAT))
    await stage.move_clock(to=today - timedelta(days=1))
    await guests.held(teacher, "Врач", 11)
    await guests.thanked(teacher, "Врач")
    slippers = "Приходите, пожалуйста, в удобной обуви"
    await announce(teacher, FIRE, not_off(today + timedelta(days=3)), "спортивный зал", (), slippers)
    await answer(families, FIRE, {"Анна": WITH_CHILD, "Дарья": WITH_CHILD, "Нина": ALONE, "Ирина": UNSURE})
    await post(teacher, FIRE)
    await _put_aside(teacher, today)
    await stage.move_clock(to=today)
    await answer(families, FEEDERS, {"Дарья": NO})
    await enter_for_family(teacher, FIRE, "0008", "Придут с ребёнком")
    await guests.apply(families["Руслан"], _dates(today)[1], "программист", "Рассказ", "Игра")
    await stage.move_clock(to=today)


async def _few_seats(teacher: Player, families: dict[str, Player], today: datetime) -> None:
    """Three seats and five families who would like them: two wait."""
    await fill_in(teacher, FEEDERS, not_off(today + timedelta(days=4, hours=6)), "группа «Солнышко»", ())
    await with_seats(teacher, 3)
    await teacher.tap("Опубликовать")
    await teacher.stage.idle()
    await answer(
        families,
        FEEDERS,
        dict.fromkeys(("Анна", "Дарья", "Ирина", "Руслан", "Галина"), WITH_CHILD),
    )


async def _meeting(methodist: Player, families: dict[str, Player], evening: datetime) -> None:
    """Everybody is asked in, with a poster; one grandmother has closed the bot."""
    await fill_in(methodist, MEETING, evening, "музыкальный зал", EVERYBODY)
    await with_picture(methodist)
    await methodist.tap("Опубликовать")
    await methodist.stage.idle()
    await answer(families, MEETING, {"Татьяна": ALONE, "Ксения": UNSURE})


async def _put_aside(teacher: Player, today: datetime) -> None:
    """One event that is not finished, and one that comes out tomorrow at nine."""
    await fill_in(teacher, GRANDPARENTS, not_off(today + timedelta(days=20)), "музыкальный зал", ())
    await keep(teacher)
    await fill_in(teacher, STORIES, not_off(today + timedelta(days=17)), "библиотека", ())
    await keep(teacher, f"{today + timedelta(days=1):%d.%m.%Y} 9:00")


async def _first_guest(stage: Stage, teacher: Player, mother: Player, today: datetime) -> None:
    """Somebody who has been there already: with her the group's map of professions begins."""
    past = guests.workday(today, -4, hour=10)
    await guests.open_dates(teacher, (past,), "врач или медсестра")
    await guests.apply(mother, past, "врач", "Рассказ", "Показ инструментов")
    await stage.move_clock(by=timedelta(minutes=5))
    await guests.agree(teacher, mother)


async def _next_guests(teacher: Player, mother: Player, today: datetime) -> None:
    """Three dates and a wish; the first is taken, with an animal that the teacher agrees to."""
    dates = _dates(today)
    await guests.open_dates(teacher, dates, "ветеринар, пожарный, программист", PARTNER[2])
    await guests.apply(mother, dates[0], "ветеринар", "Рассказ", "Мастер-класс")
    await teacher.stage.move_clock(by=timedelta(minutes=5))
    await guests.agree(teacher, mother, "Животные")


def _dates(today: datetime) -> tuple[datetime, ...]:
    return (
        guests.workday(today, 2, hour=9, minute=20),
        guests.workday(today, 4, hour=10),
        guests.workday(today, 6, hour=15, minute=40),
    )


async def _children(families: dict[str, Player]) -> None:
    """Two children have all their stars, one of them in no time at all; the third rests after five."""
    for name, unsure, role, thinks in (
        ("Дарья", {"k2a", "k2b", "m3"}, "Исследователь", timedelta(seconds=20)),
        ("Ксения", {"k4a", "k4b", "d2a", "d2b"}, "Мастер", None),
    ):
        await quizzes.begin(families[name])
        await quizzes.play(families[name], unsure=unsure, thinks=thinks)
        await quizzes.finish(families[name], role, "Только читали вслух", "иногда")
    guardian = families["Галина"]
    await quizzes.begin(guardian, quizzes.PICTURES)
    await quizzes.play(guardian, questions=5)
    await guardian.tap("⏸")
