"""A teacher, a head and a mother with phones, and chats that they have."""

from datetime import timedelta
from typing import Any

from domain.people import Role
from sandbox.stories.stage import Player, Seen
from tests.scenarios.theatre import Theatre
from tests.services.sunny import Sunny, build_sunny

MINUTE = timedelta(minutes=1)


class Yard:
    """A teacher, a head and a mother with phones, and chats that they have."""

    def __init__(self, house: Theatre, sunny: Sunny, head: Player, teacher: Player, mother: Player) -> None:
        self.house, self.sunny = house, sunny
        self.head, self.teacher, self.mother = head, teacher, mother

    async def chat(self, kind: str, title: str, owner: Player, bot: str = "member") -> int:
        """A group or channel with everybody in it."""
        people = [self.head.id, self.teacher.id, self.mother.id]
        made: dict[str, Any] = await self.house.stage.call(
            "POST",
            "chats",
            {"type": kind, "title": title, "creator": owner.id, "members": people, "bot": bot},
        )
        await self.house.stage.idle()
        return int(made["id"])

    async def said(self, chat: int) -> list[dict[str, Any]]:
        """What stands in a chat, where nobody but the bot writes."""
        told = await self.house.stage.call("GET", f"chats/{chat}/messages")
        return [one for one in told["messages"] if one.get("text") and not one["deleted"]]

    async def bot(self, chat: int, status: str, **rights: bool) -> None:
        """Somebody puts the bot out of a chat, or back into it."""
        body = {"status": status, "rights": rights, "by": self.head.id}
        await self.house.stage.call("POST", f"chats/{chat}/bot", body)
        await self.house.stage.idle()

    async def keyboard(self, who: Player) -> Any:
        """What lies below the chat of somebody."""
        told = await self.house.stage.call("GET", f"chats/{who.id}/messages?viewer={who.id}")
        return told["reply_keyboard"]

    async def pass_on(self) -> None:
        """A minute goes by: what is due is done."""
        await self.house.stage.move_clock(by=MINUTE)

    async def bind(self, chat: int) -> None:
        """The teacher connects the chat of «Солнышко», from wherever «📣 Чаты и каналы» stands."""
        await self.teacher.tap("Чаты и каналы")
        await self.teacher.tap("Подключить чат")
        await self.teacher.press("💬 Выбрать чат", chat)

    async def open_event(self) -> None:
        """The teacher opens the event in the list."""
        await self.teacher.send("/menu")
        await self.teacher.tap("📅 Мероприятия")
        await self.teacher.tap("Мастер-класс")

    async def publish(self) -> Seen:
        """The teacher announces something to «Солнышко»; the card."""
        await self.teacher.send("/menu")
        await self.teacher.tap("➕ Новое")
        for answer in ("Мастер-класс пожарного", "в пятницу в 9:30", "музыкальный зал"):
            await self.teacher.send(answer)
        await self.teacher.tap("Пропустить")
        await self.teacher.tap("Опубликовать")
        await self.pass_on()
        return await self.teacher.newest()


async def open_yard(house: Theatre) -> Yard:
    """«Солнышко» with its teacher and a mother; the kindergarten's head."""
    sunny = await build_sunny(house.app.database)
    players = [await house.stage.person(name) for name in ("Ольга", "Анна", "Мария")]
    for player in players:
        await player.start()
    head, teacher, mother = players
    await sunny.staff(Role.HEAD, account=head.id)
    await sunny.staff(Role.TEACHER, sunny.sun, account=teacher.id)
    await sunny.adult(1, account=mother.id)
    return Yard(house, sunny, head, teacher, mother)
