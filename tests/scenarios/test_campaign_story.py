"""What is sent about an event, as a teacher and two families see it: followed, brought back, asked once, taken back."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from db.models import RecallRow
from domain.events import Event
from domain.people import Role
from sandbox.stories.stage import Player
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.theatre import Theatre
from tests.services.sunny import Sunny, build_sunny

MINUTE = timedelta(minutes=1)


class Yard:
    """A teacher, two families, and an event that has been announced to them."""

    def __init__(self, house: Theatre, sunny: Sunny, people: list[Player], event: Event) -> None:
        self.house, self.sunny, self.event = house, sunny, event
        self.teacher, self.mother, self.father = people

    async def pass_on(self, by: timedelta = MINUTE) -> None:
        """Time goes by: what is due is sent, and what is taken back goes."""
        await self.house.stage.move_clock(by=by)

    async def card(self) -> None:
        """The teacher opens the event."""
        await self.teacher.send("/menu")
        await self.teacher.tap("📅 Мероприятия")
        await self.teacher.tap("Мастер-класс")

    async def texts(self, player: Player) -> list[str]:
        """What the bot has written about the event and still stands there."""
        words = ("Мастер-класс", "отозвано")
        return [m.text for m in await player.messages() if any(word in m.text for word in words)]


@pytest.fixture
async def yard(house: Theatre) -> Yard:
    """«Солнышко»: the invitation has come to a mother and to the father of another child."""
    sunny = await build_sunny(house.app.database)
    people = [await house.stage.person(name) for name in ("Анна", "Мария", "Пётр")]
    for player in people:
        await player.start()
    teacher = await sunny.staff(Role.TEACHER, sunny.sun, account=people[0].id)
    for number, player in enumerate(people[1:], 1):
        await sunny.adult(number, account=player.id)
    event = await sunny.publish(teacher)
    yard = Yard(house, sunny, people, event)
    await yard.pass_on()
    return yard


@ON_SQLITE
async def test_followed_brought_back_asked_once_and_taken_back(yard: Yard) -> None:
    teacher, mother, father = yard.teacher, yard.mother, yard.father
    await mother.tap("Приду с ребёнком")
    await mother.tap("📆 В календарь")
    file = (await mother.newest()).raw["document"]
    assert file["file_name"] == "Мастер-класс пожарного.ics"
    [entry] = Calendar.from_ical(await yard.house.stage.file(file["url"])).walk("VEVENT")
    assert entry.decoded("dtstart") == yard.event.starts_at
    assert "✅ Приду с ребёнком" in (await mother.sees("Ваш ответ")).labels, "the invitation stays what it is"

    await yard.card()
    await teacher.tap("Кому дошло")
    report = await teacher.newest()
    assert "Доставлено сообщений: 2" in report.text
    await teacher.tap("🔄 Обновить")
    assert (await teacher.newest()).id == report.id
    await teacher.tap("Назад")

    await teacher.tap("🚫 Отменить")
    assert "До конца дня мероприятие можно будет вернуть." in (await teacher.newest()).text
    await teacher.tap("Да, отменить")
    await yard.pass_on()
    await father.sees("Мероприятие отменено")
    await teacher.tap("↩️ Вернуть мероприятие")
    assert "Об этом узнают 2 взрослых." in (await teacher.newest()).text
    await yard.pass_on()
    for player in (mother, father):
        await player.sees("Мероприятие состоится", "Мастер-класс пожарного")
        assert not any("Отменено" in text for text in await yard.texts(player)), (
            "older messages say so as well"
        )

    await teacher.tap("🔔 Напомнить молчащим")
    assert "1 взрослому" in (await teacher.newest()).text
    await teacher.tap("Да, напомнить")
    assert "Напоминание получат: 1 взрослый." in (await teacher.newest()).text
    assert "🔔 Напомнить молчащим" not in (await teacher.newest()).labels
    await yard.pass_on()
    await father.sees("Ждём вашего ответа")
    assert not any("Ждём вашего ответа" in text for text in await yard.texts(mother))

    await teacher.tap("🖨 Объявление А4")
    sheet = (await teacher.newest()).raw["document"]
    assert sheet["file_name"] == "Объявление – Мастер-класс пожарного.pdf"
    [link] = await teacher.links_in_document()
    opened = await father.open(link)
    assert "Мастер-класс пожарного" in opened.text
    await father.send("/menu")  # what he has opened himself is no message of the bot's own accord

    await yard.card()
    await teacher.tap("Кому дошло")
    await teacher.tap("↩️ Отозвать всё")
    assert "получит сообщение об отмене: 1 взрослый" in (await teacher.newest()).text
    await teacher.tap("Да, отозвать")
    assert "Отзываем сообщения" in (await teacher.newest()).text
    await yard.pass_on()
    await yard.pass_on()
    assert "Сообщения отозваны" in (await teacher.newest()).text, "the open report has renewed itself"
    assert await yard.sunny.count(RecallRow, done_at=None) == 0
    assert not any("Ваш ответ" in text for text in await yard.texts(mother)), "her invitation is gone"
    await mother.sees("Мероприятие отменено")
    theirs = await yard.texts(father)
    assert not any("Ждём вашего ответа" in text or "состоится" in text for text in theirs)
    assert sum("Сможете прийти?" in text for text in theirs) == 1, "only what he has opened himself stands"
