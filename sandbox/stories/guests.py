"""«Гость группы» in the sample kindergarten: one guest has been there, one is expected, one waits for an answer."""

from datetime import datetime, timedelta

from sandbox.stories.stage import Player

NOTHING_DANGEROUS = ("Ничего такого нет",)


def workday(today: datetime, count: int, *, hour: int, minute: int = 0) -> datetime:
    """The hour of the working day that is `count` of them away from `today`; back in time when negative."""
    day, step = today, timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.weekday() > 4:
            day += step
    return day.replace(hour=hour, minute=minute)


def said(when: datetime) -> str:
    """The day as it stands on buttons, without its month: «вт, 15 »."""
    return f"{('пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс')[when.weekday()]}, {when.day} "


async def open_dates(teacher: Player, dates: tuple[datetime, ...], wish: str, *partners: str) -> None:
    """The teacher of one group opens dates; its parents and these partners are invited."""
    await teacher.send("/menu")
    for label in ("Гость группы", "Открыть даты"):
        await teacher.tap(label)
    for date in dates:
        await teacher.send(f"{date:%d.%m.%Y %H:%M}")
    await teacher.tap("Готово")
    await teacher.send(wish)
    for partner in partners:
        await teacher.tap(partner)
    await teacher.tap("Готово")
    await teacher.tap("Пригласить")
    await teacher.stage.idle()


async def apply(guest: Player, when: datetime, profession: str, *formats: str) -> None:
    """A guest takes a date of the invitation: three screens, then the teacher is asked."""
    invitation = await guest.sees("Приглашаем вас в гости")
    await guest.tap(said(when), message_id=invitation.id)
    await guest.send(profession)
    for label in (*formats, "Готово"):
        await guest.tap(label)
    await guest.stage.idle()


async def agree(teacher: Player, guest: Player, *dangers: str) -> None:
    """«Предварительно да», the rest of the form as the bot suggests it, and a look at what is dangerous."""
    await teacher.tap("Предварительно да")
    await teacher.stage.move_clock(by=timedelta(minutes=5))
    await guest.tap("Рассказать подробнее")
    for label in (*(dangers or NOTHING_DANGEROUS), "Готово", "Отправить"):
        await guest.tap(label)
    await guest.stage.move_clock(by=timedelta(minutes=5))
    if dangers:
        await teacher.tap("Подтвердить")
        await teacher.stage.idle()


async def held(teacher: Player, profession: str, children: int) -> None:
    """After a visit the teacher says how many children were there."""
    await teacher.send("/menu")
    for label in ("Гость группы", "Прошедшие", profession, "Провели"):
        await teacher.tap(label)
    await teacher.send(str(children))


async def thanked(teacher: Player, profession: str) -> None:
    """What the group did afterwards, and a letter of thanks to the guest."""
    await teacher.send("/menu")
    for label in ("Гость группы", "Прошедшие", profession, "После визита", "Рисунок", "К визиту"):
        await teacher.tap(label)
    for label in ("Благодарственное письмо", "Оформить письмо", "Отправить гостю"):
        await teacher.tap(label)
    await teacher.stage.idle()
