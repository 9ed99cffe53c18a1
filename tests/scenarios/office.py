"""A teacher's phone and the kindergarten behind it, for scenarios of the form of an event."""

from domain.people import Role
from sandbox.stories.stage import Player, Seen
from tests.scenarios.theatre import Theatre
from tests.services.sunny import Sunny, build_sunny


class Office:
    """A teacher with a phone, and the kindergarten behind."""

    def __init__(self, house: Theatre, sunny: Sunny, teacher: Player) -> None:
        self.house, self.sunny, self.teacher = house, sunny, teacher

    async def begin(self) -> Seen:
        """Open the form."""
        await self.teacher.send("/menu")
        await self.teacher.tap("➕ Новое")
        return await self.teacher.newest()

    async def fill(self, *answers: str) -> Seen:
        """Type answers one after another."""
        for answer in answers:
            await self.teacher.send(answer)
        return await self.teacher.newest()


async def open_office(house: Theatre) -> Office:
    """The teacher of «Солнышко», known to the bot."""
    sunny = await build_sunny(house.app.database)
    teacher = await house.stage.person("Анна")
    await teacher.start()
    await sunny.staff(Role.TEACHER, sunny.sun, account=teacher.id)
    await sunny.adult(1, account=9_000_001)
    await teacher.send("/menu")
    return Office(house, sunny, teacher)
