"""An event with few seats, a teacher, and families that would all like to come."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from db.models import EventPartyRow, EventRow
from domain.events import Event
from domain.people import Actor, Role
from domain.seats import Seats, SeatsBy
from sandbox.stories.stage import Player, Seen
from tests.scenarios.theatre import Theatre
from tests.services.sunny import Sunny, build_sunny

MINUTE = timedelta(minutes=1)
CHILD, ALONE, NO = "Приду с ребёнком", "Приду один/одна", "Не смогу"


@dataclass(slots=True)
class SeatRoom:
    """Anna and Pavel are the parents of 0001; Boris is of 0002, Vera of 0003; 0004 has no phone."""

    house: Theatre
    sunny: Sunny
    author: Actor
    teacher: Player
    anna: Player
    pavel: Player
    boris: Player
    vera: Player

    async def announce(self, count: int, by: SeatsBy = SeatsBy.FAMILY, **changed: object) -> Event:
        """An event with so many seats; the invitations arrive."""
        event = await self.sunny.publish(self.author, "t1", seats=Seats(count, by), **changed)
        await self.pass_by()
        return event

    async def pass_by(self, by: timedelta = MINUTE) -> None:
        """Time goes by; what is due by then is done."""
        await self.house.stage.move_clock(by=by)

    async def answers(self, player: Player, label: str) -> Seen:
        """Tap an answer on the invitation; gives the invitation as it is then."""
        invitation = await player.sees("Мастер-класс пожарного", "🪑")
        await player.tap(label, message_id=invitation.id)
        return next(m for m in await player.messages() if m.id == invitation.id)

    async def card(self) -> Seen:
        """The teacher's card of the event."""
        await self.teacher.send("/menu")
        await self.teacher.tap("Мероприятия")
        await self.teacher.tap("Мастер-класс")
        return await self.teacher.newest()

    async def counted(self) -> tuple[int, int, int]:
        """Seats taken and parties waiting as the event says, and how many parties there are."""
        async with self.sunny.database.read() as reading:
            rows = await reading.connection.execute(
                EventRow.__table__.select().with_only_columns(
                    EventRow.__table__.c.seats_taken, EventRow.__table__.c.waiting
                )
            )
            [(taken, waiting)] = rows.all()
        return taken, waiting, await self.sunny.count(EventPartyRow)


@pytest.fixture
async def room(house: Theatre) -> SeatRoom:
    """«Солнышко» with its teacher and three families."""
    sunny = await build_sunny(house.app.database)
    players = [await house.stage.person(name) for name in ("Ирина", "Анна", "Павел", "Борис", "Вера")]
    for player in players:
        await player.start()
    teacher, anna, pavel, boris, vera = players
    author = await sunny.staff(Role.TEACHER, sunny.sun, account=teacher.id)
    for player, number in ((anna, 1), (pavel, 1), (boris, 2), (vera, 3)):
        await sunny.adult(number, account=player.id)
    return SeatRoom(house, sunny, author, teacher, anna, pavel, boris, vera)
