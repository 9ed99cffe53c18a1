"""«Солнышко» with a psychologist, a methodist, a teacher and families who have phones: for scenarios of quizzes."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import func, select

from content.consents import consent_texts
from content.quizzes import WHO_DOES_WHAT, instruments
from db.models import Base
from domain.attempts import FIRST, SHAPES, Help, Mode, Over, Question
from domain.ids import GroupId, WaveId
from domain.outcomes import Refused
from domain.people import Actor, Kinship, Role
from domain.privacy import Purpose
from domain.quiz_views import WaveCard
from domain.quizzes import Item, ItemKind
from domain.waves import WaveDraft, WaveKind
from sandbox.stories.stage import Player, Seen, Stage, Tapped
from screens.quizzes_child import STEPS
from services.attempts import Attempts
from services.quiz_offers import Offering
from services.waves import Waves
from tests.scenarios.theatre import Theatre
from tests.services.sunny import Sunny, build_sunny

MINUTE = timedelta(minutes=1)
QUIZ = instruments().newest(WHO_DOES_WHAT)
ITEMS: dict[str, Item] = {item.question: item for form in QUIZ.forms.values() for item in form}


class Playroom:
    """Who takes part, and what they do again and again."""

    def __init__(
        self, stage: Stage, sunny: Sunny, people: dict[str, Player], staff: dict[Role, Actor]
    ) -> None:
        self.stage, self.sunny, self.people, self.staff = stage, sunny, people, staff
        self.psychologist, self.methodist = people["Ольга"], people["Ирина"]
        self.teacher, self.mother, self.father = people["Анна"], people["Мария"], people["Пётр"]
        self.granny = people["Нина"]

    async def pass_on(self, by: timedelta = MINUTE) -> None:
        """Time goes by: what is due is sent."""
        await self.stage.move_clock(by=by)

    async def menu(self, who: Player, *labels: str) -> Seen:
        """The menu, and taps from there."""
        await who.send("/menu")
        for label in labels:
            await who.tap(label)
        return await who.newest()

    async def approved(self) -> Seen:
        """The psychologist reads the pack to its end and approves it."""
        seen = await self.menu(self.psychologist, "⭐ Викторина", "Прочитать и утвердить")
        while "✅ Утвердить" not in seen.labels:
            await self.psychologist.tap("Показать ещё")
            seen = await self.psychologist.newest()
        await self.psychologist.tap("✅ Утвердить")
        await self.psychologist.tap("Да, утвердить")
        return await self.psychologist.newest()

    async def opened(self, *groups: str, until: str = "25 сентября") -> Seen:
        """The pack is approved, the methodist opens a wave, the invitations arrive."""
        await self.approved()
        await self.menu(self.methodist, "⭐ Викторина", "Открыть викторину", "Стартовая")
        await self.methodist.send(until)
        for group in groups or ("Солнышко",):
            await self.methodist.tap(group)
        await self.methodist.tap("Готово")
        await self.methodist.tap("Открыть и пригласить")
        seen = await self.methodist.newest()
        await self.pass_on()
        return seen

    async def laid(self, *groups: GroupId, kind: WaveKind = WaveKind.START) -> None:
        """A wave is open, without a tap; the invitations arrive."""
        waves = Waves(self.sunny.database, self.sunny.clock, instruments())
        here = self.sunny.organisation_id
        closes_on = self.sunny.clock.now().date() + timedelta(days=18)
        draft = WaveDraft(kind, closes_on, frozenset(groups or (self.sunny.sun,)))
        await waves.approve(self.staff[Role.PSYCHOLOGIST], here)
        assert isinstance(
            await waves.open(self.staff[Role.METHODIST], here, draft, f"{kind.value:0>16}"), WaveCard
        )
        await self.pass_on()

    async def on_paper(self, number: int, **choices: str | None) -> None:
        """A child's consent and answers come from paper, without a tap."""
        database, clock, child = self.sunny.database, self.sunny.clock, self.sunny.children[number - 1]
        attempts = Attempts(database, clock, Offering(instruments(), consent_texts()))
        teacher = self.staff[Role.TEACHER]
        async with database.work() as work:
            [found] = [
                c
                for c in await work.children.in_group(self.sunny.organisation_id, self.sunny.sun)
                if c.id == child
            ]
            text = consent_texts().current(Purpose.CHILD, "ru")
            await work.child_consents.note_paper(found, text, "15", clock.now().date(), by=teacher.person_id)
        play = await attempts.start(teacher, WaveId(1), child, pictures=False, mode=Mode.PAPER)
        while not isinstance(play, Refused) and not isinstance(play.stage, Over):
            if isinstance(play.stage, Question):
                item = play.stage.item
                right = (
                    "".join(o.id for o in item.options)
                    if item.kind is ItemKind.ORDER3
                    else item.options[0].id
                )
                choice = choices.get(item.id, right) if play.stage.try_ == FIRST else right
                play = await attempts.answer(teacher, play.attempt.id, item.id, play.stage.try_, choice)
            else:
                play = await attempts.help(teacher, play.attempt.id, Help.NONE)
        assert not isinstance(play, Refused)

    async def begun(self, who: Player, way: str = "Текстом") -> Seen:
        """A parent agrees and hands the phone to the child."""
        await who.tap("⭐ Начать")
        await who.tap("Даю согласие")
        await who.tap(way)
        return await who.newest()

    async def played(self, who: Player, until: str | None = None, **choices: str | None) -> Seen:
        """The child answers question after question: the first option of the key, or what `choices` say by item.

        Stops before the question whose id begins with `until`, or at the role name.
        """
        seen = await who.newest()
        tried: set[str] = set()
        while (item := question_in(seen)) is not None and item.kind is not ItemKind.REPORT:
            if until is not None and item.id.startswith(until):
                break
            right = item.options[0].id
            await self.answer(who, item, right if item.id in tried else choices.get(item.id, right))
            tried.add(item.id)
            seen = await who.newest()
        return seen

    async def answer(self, who: Player, item: Item, choice: str | None) -> Tapped:
        """One answer; an order step by step in the right order, unless letters are given; None skips."""
        if choice is None:
            return await who.tap("Пропустить")
        steps = choice if len(choice) == len(item.options) or item.kind is not ItemKind.ORDER3 else None
        ids: Sequence[str] = [choice]
        if item.kind is ItemKind.ORDER3:
            ids = list(steps) if steps else [option.id for option in item.options]
        for option_id in ids:
            option = item.option(option_id)
            assert option is not None
            tapped = await who.tap(option.text, message_id=(await who.newest()).id)
        return tapped

    async def finished(self, who: Player, role: str = "Исследователь") -> Seen:
        """From the role name to the soft text."""
        await who.tap(role)
        await who.tap("Я взрослый")
        await who.tap("Немного подсказывали")
        await who.tap("иногда")
        return await who.newest()

    async def rows(self, table: str) -> int:
        """Rows of a table."""
        async with self.sunny.database.read() as reading:
            counted = select(func.count()).select_from(Base.metadata.tables[table])
            return int((await reading.connection.execute(counted)).scalar_one())


def question_in(seen: Seen) -> Item | None:
    """The question that a message asks."""
    return next((item for text, item in ITEMS.items() if text in seen.text), None)


def places(seen: Seen) -> list[str]:
    """The labels of the answers."""
    return [label for label in seen.labels if label[:1] in SHAPES or label == "·" or label[:1] in STEPS]


async def open_playroom(house: Theatre) -> Playroom:
    """Everybody known to the bot."""
    return await settle(house.stage, await build_sunny(house.app.database))


async def settle(stage: Stage, sunny: Sunny) -> Playroom:
    """Mother and father of 0001, its grandmother, the teacher, the methodist and the psychologist."""
    people = {name: await stage.person(name) for name in ("Ольга", "Ирина", "Анна", "Мария", "Пётр", "Нина")}
    for player in people.values():
        await player.start()
    staff = {
        Role.PSYCHOLOGIST: await sunny.staff(Role.PSYCHOLOGIST, account=people["Ольга"].id),
        Role.METHODIST: await sunny.staff(Role.METHODIST, account=people["Ирина"].id),
        Role.TEACHER: await sunny.staff(Role.TEACHER, sunny.sun, account=people["Анна"].id),
    }
    await sunny.adult(1, account=people["Мария"].id)
    await sunny.adult(1, account=people["Пётр"].id)
    await sunny.adult(1, kinship=Kinship.RELATIVE, account=people["Нина"].id)
    return Playroom(stage, sunny, people, staff)
