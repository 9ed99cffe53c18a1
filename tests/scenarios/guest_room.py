"""«Солнышко» with a teacher, two families and a partner who have phones: for scenarios about guests."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from content.vocabulary import vocabulary
from db.models import MembershipRow, PersonRow
from db.models.base import table
from domain.event_checks import moment_of
from domain.guest_views import Opened
from domain.guests import OpeningDraft
from domain.ids import MembershipId
from domain.people import Actor, Role
from domain.terms import Term, read_term
from sandbox.stories.stage import Player, Seen
from tests.scenarios.theatre import Theatre
from tests.services.sunny import ZONE, Sunny, build_sunny

MINUTE = timedelta(minutes=1)
DATES = ("15 сентября 9:20", "16 сентября 10:00", "17 сентября 15:40")


class GuestRoom:
    """Who takes part, and what they do again and again."""

    def __init__(
        self, house: Theatre, sunny: Sunny, people: dict[str, Player], author: Actor, partner: MembershipId
    ) -> None:
        self.house, self.sunny = house, sunny
        self._author, self._partner = author, partner
        self.teacher, self.mother = people["Анна"], people["Мария"]
        self.father, self.partner = people["Пётр"], people["Завод"]

    async def opens_by_form(self, *dates: str) -> Seen:
        """The teacher opens dates on the phone; the invitations arrive."""
        await self.fill_in(*dates)
        await self.teacher.send("пожарный или врач")
        await self.teacher.tap("Завод")
        await self.teacher.tap("Готово")
        await self.teacher.tap("Пригласить")
        await self.pass_on()
        return await self.teacher.newest()

    async def opens(self, *dates: str, partner: bool = True) -> None:
        """The dates stand open, and the invitations have arrived."""
        openings = self.house.app.services.guests.guest_openings
        terms = [
            read_term(date, vocabulary(), now=self.house.clock.now(), zone=ZONE) for date in dates or DATES
        ]
        starts = tuple(
            moment_of(term.day, term.at, ZONE)
            for term in terms
            if isinstance(term, Term) and term.at is not None
        )
        assert len(starts) == len(terms)
        draft = OpeningDraft(
            self.sunny.sun, starts, "пожарный или врач", frozenset({self._partner} if partner else ())
        )
        opened = await openings.open(
            self._author, self.sunny.organisation_id, draft, f"{starts[0]:%d%m%Y%H%M}"
        )
        assert isinstance(opened, Opened)
        await self.pass_on()

    async def fill_in(self, *dates: str) -> Seen:
        """The form up to the question about the wish."""
        await self.teacher.send("/menu")
        await self.teacher.tap("Гость группы")
        await self.teacher.tap("Открыть даты")
        for date in dates:
            await self.teacher.send(date)
        await self.teacher.tap("Готово")
        return await self.teacher.newest()

    async def applies(self, guest: Player, day: str, profession: str = "пожарный", *formats: str) -> Seen:
        """A guest takes a day and answers the questions; what is shown then."""
        await guest.tap(day)
        await guest.send(profession)
        for label in formats or ("Рассказ", "Показ инструментов"):
            await guest.tap(label)
        await guest.tap("Готово")
        seen = await guest.newest()
        await self.pass_on()
        return seen

    async def agrees(self, *dangers: str) -> None:
        """The teacher says «предварительно да» to the newest application, and the mother tells the rest."""
        await self.teacher.tap("Предварительно да")
        await self.pass_on()
        await self.mother.tap("Рассказать подробнее")
        for label in dangers or ("Ничего такого нет",):
            await self.mother.tap(label)
        await self.mother.tap("Готово")
        await self.mother.tap("Отправить")
        await self.pass_on()

    def at(self, moment: str) -> datetime:
        """A moment in UTC; the kindergarten is seven hours ahead."""
        return datetime.fromisoformat(moment).replace(tzinfo=UTC)

    async def closed(self, person: Player, *, closed: bool) -> None:
        """The bot has learned that somebody has closed the chat with it, or has come back."""
        at = self.sunny.database.clock.now() if closed else None
        async with self.sunny.database.work(claims=False) as work:
            them = update(PersonRow).where(PersonRow.platform_user_id == person.id)
            await work.connection.execute(them.values(chat_closed_at=at))

    async def pass_on(self, by: timedelta = MINUTE) -> None:
        """Time goes by: what is due is sent."""
        await self.house.stage.move_clock(by=by)


async def invited_partner(sunny: Sunny, account: int) -> MembershipId:
    """A partner who came by a link: the organisation they come from is known."""
    actor = await sunny.staff(Role.PARTNER, account=account)
    membership = table(MembershipRow)
    async with sunny.database.work() as work:
        await work.connection.execute(
            update(membership).where(membership.c.id == actor.memberships[0].id).values(title="Завод")
        )
    return actor.memberships[0].id


async def open_room(house: Theatre) -> GuestRoom:
    """Everybody is known to the bot; names are off."""
    sunny = await build_sunny(house.app.database)
    people = {name: await house.stage.person(name) for name in ("Анна", "Мария", "Пётр", "Завод")}
    for player in people.values():
        await player.start()
    author = await sunny.staff(Role.TEACHER, sunny.sun, account=people["Анна"].id)
    await sunny.adult(1, account=people["Мария"].id)
    await sunny.adult(2, account=people["Пётр"].id)
    partner = await invited_partner(sunny, people["Завод"].id)
    return GuestRoom(house, sunny, people, author, partner)
