"""One seat and four families: the queue, an offer that nobody answers, the next one who takes it, staff at the door."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu, taps
from sandbox.stories.events import ALONE, NO, WITH_CHILD
from sandbox.stories.stage import Player

TITLE = "Роспись по дереву"


async def queue(stage: Recorder) -> None:
    """Full, a place in the queue, the rule, out of it; what the teacher sees; a family entered without a seat; an offer."""
    teacher = stage.player("Марина")
    mother, father, guardian = (stage.player(name) for name in ("Дарья", "Руслан", "Галина"))
    await announce(stage, teacher)
    await answer(mother, WITH_CHILD)
    await answer(father, ALONE)
    await father.tap("Как дают места")
    await answer(guardian, WITH_CHILD)
    await answer(stage.player("Денис"), WITH_CHILD)
    await stage.player("Денис").tap("Выйти из очереди")
    await menu(teacher, "Мероприятия", TITLE, "Кто придёт")
    await menu(teacher, "Мероприятия", TITLE, "Очередь")
    await menu(teacher, "Мероприятия", TITLE, "Внести за семью", "0009", "Придут с ребёнком", "в очередь")
    await taps(teacher, "0010", "Придёт взрослый", "сверх мест", "0010", "Убрать этот ответ")
    await answer(mother, NO)
    await stage.move_clock(by=timedelta(minutes=1))
    await father.sees("освободилось место")
    await menu(teacher, "Мероприятия", TITLE, "Очередь")


async def offer(stage: Recorder) -> None:
    """Days later: the first has let the offer pass, the next one takes it."""
    father, guardian = stage.player("Руслан"), stage.player("Галина")
    await father.sees("место предложили следующему")
    await father.tap("Беру")
    await guardian.tap("Беру")


async def announce(stage: Recorder, teacher: Player, seats: str = "1") -> None:
    """An event with few seats; the invitations arrive."""
    await menu(teacher, "Новое мероприятие")
    for typed in (TITLE, "через 6 дней в 10:00", "мастерская"):
        await teacher.send(typed)
    await taps(teacher, "Пропустить", "Ещё", "Сколько мест")
    await teacher.send(seats)
    await taps(teacher, "одна семья", "Опубликовать")
    await stage.move_clock(by=timedelta(minutes=1))


async def answer(who: Player, label: str) -> None:
    """By the list: on a busy day the invitation comes in the evening summary."""
    await menu(who, "Мои мероприятия", TITLE, label)
