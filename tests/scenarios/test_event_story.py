"""An event from announcement to cancellation, as a teacher and two parents see it on their phones."""

from datetime import timedelta

import pytest

from db.models import AuditRow, NoticeRow, RsvpRow
from domain.actions.events import (
    AnswerEvent,
    CancelEvent,
    ClearAnswer,
    ConfirmCancelEvent,
    EditEvent,
    EnterAnswer,
    OpenAttendance,
    OpenEvent,
    OpenEventReport,
    PublishEvent,
    SaveEvent,
)
from domain.answers import Answer
from domain.ids import EventId
from domain.people import Role
from sandbox.stories.stage import Player
from screens.buttons import pack
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.theatre import Theatre
from tests.services.sunny import Sunny, build_sunny, next_door

MINUTE = timedelta(minutes=1)


class Village:
    """A teacher and parents with phones; an event is a few messages away."""

    def __init__(self, house: Theatre, sunny: Sunny, teacher: Player, mother: Player, father: Player) -> None:
        self.house, self.sunny = house, sunny
        self.teacher, self.mother, self.father = teacher, mother, father

    async def announce(self, *answers: str) -> None:
        """Fill in the form, publish, and let the invitations arrive."""
        await self.teacher.send("/menu")
        await self.teacher.tap("➕ Новое")
        for answer in answers or ("Мастер-класс пожарного", "в пятницу в 9:30", "музыкальный зал"):
            await self.teacher.send(answer)
        await self.teacher.tap("Пропустить")
        await self.teacher.tap("Опубликовать")
        await self.pass_on()

    async def pass_on(self) -> None:
        """A minute goes by: what is due is sent."""
        await self.house.stage.move_clock(by=MINUTE)

    async def footprint(self) -> tuple[int, int, int]:
        """Answers, notices and lines of the audit log."""
        return (
            await self.sunny.count(RsvpRow),
            await self.sunny.count(NoticeRow),
            await self.sunny.count(AuditRow),
        )


@pytest.fixture
async def village(house: Theatre) -> Village:
    """«Солнышко» with its teacher, a mother and a father of the same child."""
    sunny = await build_sunny(house.app.database)
    players = [await house.stage.person(name) for name in ("Анна", "Мария", "Пётр")]
    for player in players:
        await player.start()
    teacher, mother, father = players
    await sunny.staff(Role.TEACHER, sunny.sun, account=teacher.id)
    await sunny.adult(1, 2, account=mother.id)
    await sunny.adult(1, account=father.id)
    return Village(house, sunny, teacher, mother, father)


async def test_announced_answered_moved_and_cancelled(village: Village) -> None:
    await village.announce()
    invitation = await village.mother.sees("Мастер-класс пожарного", "Сможете прийти?")
    assert invitation.text.startswith("Солнышко · 🐻")
    assert len([m for m in await village.mother.messages() if "Мастер-класс" in m.text]) == 1
    tapped = await village.mother.tap("Приду с ребёнком")
    assert tapped.text == "Записали: «Приду с ребёнком»"
    await village.mother.tap("Пока не знаю")
    await village.mother.tap("Приду один/одна")
    assert "Ваш ответ: Приду один/одна" in (await village.mother.newest()).text
    await village.father.tap("Не смогу")

    await village.teacher.tap("Кто придёт")
    seen = await village.teacher.newest()
    assert "0001 – придёт взрослый" in seen.text
    assert "Мария" not in seen.text, "rule 9 is off"
    await village.teacher.tap("Внести за семью")
    await village.teacher.tap("0003")
    tapped = await village.teacher.tap("Придут с ребёнком")
    assert tapped.text == "Записали за семью 0003: «Придут с ребёнком»"
    await village.teacher.tap("0004")
    assert "Убрать этот ответ" not in str((await village.teacher.newest()).labels)
    await village.teacher.tap("Не смогут")
    await village.teacher.tap("0004")
    tapped = await village.teacher.tap("Убрать этот ответ")
    assert tapped.text == "Ответ, внесённый за семью 0004, убрали."
    assert "📵 0004" in (await village.teacher.newest()).labels
    await village.teacher.tap("Назад")
    assert "Придут: 3 семьи" in (await village.teacher.newest()).text
    await village.teacher.tap("Кому дошло")
    assert "Доставлено сообщений: 2" in (await village.teacher.newest()).text
    await village.teacher.tap("Назад")

    await village.teacher.tap("Изменить")
    await village.teacher.tap("Место")
    await village.teacher.send("спортивный зал")
    assert "2 взрослым" in (await village.teacher.newest()).text
    await village.teacher.tap("Сохранить и сообщить")
    assert "✅ Сохранено. Об изменении узнают 2 взрослых." in (await village.teacher.newest()).text
    await village.pass_on()
    seen = await village.mother.sees("Изменилось мероприятие")
    assert "Было: музыкальный зал → стало: спортивный зал" in seen.text
    older = next(m for m in await village.mother.messages() if m.id == invitation.id)
    assert "📍 спортивный зал" in older.text, "the first message does not say the old place any more"
    assert "Ваш ответ: Приду один/одна" in older.text

    await village.teacher.tap("Отменить мероприятие")
    assert "2 взрослым" in (await village.teacher.newest()).text
    await village.teacher.tap("Да, отменить")
    assert "Мероприятие отменено. Об этом узнают 2 взрослых." in (await village.teacher.newest()).text
    await village.pass_on()
    for parent in (village.mother, village.father):
        await parent.sees("Мероприятие отменено", "Мастер-класс пожарного")
    older = next(m for m in await village.mother.messages() if m.id == invitation.id)
    assert "Отменено" in older.text
    assert "Приду с ребёнком" not in older.labels


@ON_SQLITE
async def test_the_list_opens_beside_the_invitation(village: Village) -> None:
    await village.announce()
    await village.mother.tap("Мои мероприятия")
    listed = await village.mother.newest()
    assert "💬 пт, 11 сентября, 9:30" in listed.labels[0]
    await village.mother.tap("Мастер-класс", message_id=listed.id)
    await village.mother.tap("Не смогу", message_id=listed.id)
    await village.mother.tap("Мои мероприятия", message_id=listed.id)
    again = await village.mother.newest()
    assert again.id == listed.id
    assert again.labels[0].startswith("➖")


@ON_SQLITE
async def test_a_late_tap_meets_the_present(village: Village) -> None:
    await village.announce()
    invitation = await village.mother.sees("Сможете прийти?")
    await village.house.stage.move_clock(by=timedelta(days=5))
    tapped = await village.mother.tap("Приду с ребёнком", message_id=invitation.id)
    assert tapped.alert
    assert "уже началось или прошло" in str(tapped.text)
    assert "Мероприятие уже началось или прошло" in (await village.mother.sees("Мастер-класс")).text
    assert await village.sunny.count(RsvpRow) == 0


@ON_SQLITE
async def test_every_button_refuses_strangers(village: Village) -> None:
    await village.announce()
    event = EventId(1)
    neighbours = await next_door(village.sunny)
    removed, other_head, other_parent = [
        await village.house.stage.person(name) for name in ("Олег", "Ирина", "Вера")
    ]
    for player in (removed, other_head, other_parent):
        await player.start()
    colleague = await village.sunny.staff(Role.TEACHER, village.sunny.sun, account=removed.id)
    await neighbours.staff(Role.HEAD, account=other_head.id)
    await village.sunny.adult(5, account=other_parent.id)
    child = village.sunny.children[0]
    for_staff = [
        ClearAnswer(event, child),
        OpenEvent(event),
        EditEvent(event),
        SaveEvent(event, 1),
        CancelEvent(event),
        ConfirmCancelEvent(event, 1),
        OpenAttendance(event),
        EnterAnswer(event, child, Answer.NO),
        OpenEventReport(event),
        PublishEvent("0123456789abcdef"),
    ]
    for player in (removed, other_head, other_parent, village.mother):
        await player.send("/menu")
    async with village.sunny.database.work() as work:
        await work.people.end_membership(village.sunny.organisation_id, colleague.memberships[0].id)
    before = await village.footprint()
    for player in (removed, other_head, other_parent, village.mother):
        for action in for_staff:
            await player.tap_data(pack(action))
            assert "Мастер-класс" not in (await player.newest()).text, (player.name, action)
    for player in (removed, other_head, other_parent, village.teacher):
        tapped = await player.tap_data(pack(AnswerEvent(event, Answer.WITH_CHILD)))
        assert tapped.answered
    await village.pass_on()
    assert await village.footprint() == before
