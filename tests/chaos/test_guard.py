"""What the claim of updates is worth: the same updates handed over twice, with the guard and without it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import AuditRow, FormStateRow, LinkRow
from db.work import Work
from domain.people import Role
from domain.updates import CurrentUpdate
from handlers.common import forms
from sandbox.world.updates import Pending
from tests.chaos.record import Record, keep_record
from tests.conftest import START
from tests.scenarios.theatre import Theatre, theatre
from tests.services.sunny import Sunny, build_sunny


@pytest.fixture
async def stage_door(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Theatre, Sunny, Record]]:
    """The product with a bot that forgets at once which updates are finished, as a killed one does."""
    monkeypatch.setattr("bot.lanes.REMEMBERED", 0)
    async with theatre(database_url, tmp_path, START) as house:
        yield house, await build_sunny(house.app.database), keep_record(house.world)


@pytest.fixture(params=[True, False], ids=["guarded", "unguarded"])
def guarded(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether transactions claim their update, and forms know whose answers they hold; without it all take effect."""
    if not request.param:

        async def nobody_asks(_work: Work, _update: CurrentUpdate) -> None:
            return

        monkeypatch.setattr(Work, "claim", nobody_asks)
        monkeypatch.setattr(forms, "repeated", lambda _draft: False)
    return bool(request.param)


async def _again(house: Theatre, updates: list[Pending]) -> None:
    """Telegram gives the same updates once more, as after a kill that came before their confirmation."""
    for pending in updates:
        house.world.updates._append(replace(pending, must_deliver=True))
    await house.stage.idle()


async def test_answers_that_come_again(stage_door: tuple[Theatre, Sunny, Record], guarded: bool) -> None:
    house, sunny, record = stage_door
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await house.stage.person("Анна")
    await mother.start()
    await sunny.adult(1, account=mother.id)
    event = await sunny.publish(teacher)
    await house.app.tick()
    invitation = await mother.sees(event.title)
    before = set(record.updates)
    await mother.tap("Приду с ребёнком", message_id=invitation.id)
    await mother.tap("Не смогу", message_id=invitation.id)
    taps = [pending for number, pending in record.updates.items() if number not in before]
    assert len(taps) == 2

    await _again(house, taps[:1])

    async with house.app.database.read() as reading:
        rows = await reading.connection.execute(
            select(AuditRow.details).where(AuditRow.action == "rsvp.answered").order_by(AuditRow.id)
        )
        answers = [details["answer"] for details in rows.scalars()]
    once = ["with-child", "no"]
    assert answers == (once if guarded else [*once, "with-child"]), "the first tap took the answer back"


async def test_a_typed_answer_that_comes_again(
    stage_door: tuple[Theatre, Sunny, Record], guarded: bool
) -> None:
    house, sunny, record = stage_door
    teacher = await house.stage.person("Марина")
    await teacher.start()
    await sunny.staff(Role.TEACHER, sunny.sun, account=teacher.id)
    await teacher.send("/menu")
    await teacher.tap("Новое мероприятие")
    await teacher.send("Утренник")
    await teacher.send("завтра в 10:00")
    before = set(record.updates)
    await teacher.send("музыкальный зал")
    await _again(house, [pending for number, pending in record.updates.items() if number not in before])

    async with house.app.database.read() as reading:
        [draft] = await reading.connection.scalars(select(FormStateRow.data))
    values = draft["drafts"]["en"]["values"]
    if guarded:
        assert values["place"] == "музыкальный зал"
    assert ("note" in values) is not guarded, "the place was taken for the answer to the next question"


async def test_a_start_that_comes_again_opens_what_it_opened(
    stage_door: tuple[Theatre, Sunny, Record],
) -> None:
    """The chat is open again by then, but the bot was killed before it showed anything."""
    house, sunny, record = stage_door
    mother = await house.stage.person("Анна")
    await mother.start()
    await sunny.adult(1, account=mother.id)
    before = set(record.updates)
    await mother.start()
    await _again(house, [pending for number, pending in record.updates.items() if number not in before])
    told = [seen.text for seen in await mother.messages() if seen.raw["from"]["is_bot"]][-2:]
    assert len(told) == 2
    assert all("🏠" in text for text in told), told


async def test_what_was_done_before_the_bot_was_killed_is_said(
    stage_door: tuple[Theatre, Sunny, Record],
) -> None:
    """A button without a screen of its own for what comes again: the person is not left with a dead one."""
    house, sunny, record = stage_door
    head = await house.stage.person("Елена")
    await head.start()
    await sunny.staff(Role.HEAD, account=head.id)
    await head.send("/menu")
    await head.tap("Сотрудники")
    await head.tap("Пригласить")
    before = set(record.updates)
    await head.tap("педагог-психолог")
    issued = await head.newest()
    await _again(house, [pending for number, pending in record.updates.items() if number not in before])
    assert await sunny.count(LinkRow) == 1
    assert issued.text in [seen.text for seen in await head.messages()], "the link is not painted over"
    seen = await head.newest()
    assert "Готово, это уже сделано" in seen.text
    assert "🏠 Меню" in seen.labels
