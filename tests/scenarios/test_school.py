"""A school from its first link to a family's answer: nobody there reads of groups and воспитатели."""

import re

from db.work import Database
from domain.links import LinkKind
from domain.people import AgeBand, OrganisationKind, PartnerKind, Role
from sandbox.stories.stage import Player
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.garden import Garden
from tests.scenarios.theatre import Theatre

WRONG = re.compile(r"(?i)(?<!\w)(групп\w*|воспитател\w*|заведующ\w*|сад(?:а|у|е|ом|ик\w*)?(?!\w))")
RIGHT = re.compile(
    r"(?i)«Гость группы»|группы или классы|рабоч\w+(?: и творческ\w+)? групп\w*|творческ\w+ групп\w*"
)


async def _school(database: Database) -> Garden:
    async with database.work() as work:
        made = await work.organisations.create("Школа № 31", OrganisationKind.SCHOOL, "Asia/Novokuznetsk")
        first = await work.groups.create(made.id, "1 «А»", "🐰", AgeBand.G1_2)
        assert first is not None
        await work.children.add(made.id, first.id, 1, 3)
        await work.organisations.take_numbers(made.id, 3)
        children = [child.id for child in await work.children.in_group(made.id, first.id)]
    return Garden(database, (made.id, first.id, children))


class Reader:
    """Somebody who notes every word of a kindergarten on what they are shown."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.wrong: set[str] = set()

    async def goes(self, *path: str) -> None:
        """Taps from the menu along the labels, reading each screen and each small answer."""
        await self.player.send("/menu")
        await self.reads()
        for label in path:
            tapped = await self.player.tap(label)
            self._note(tapped.text or "")
            await self.reads()

    async def reads(self) -> None:
        """Everything that stands in the chat now."""
        for message in await self.player.messages():
            if message.raw["from"]["is_bot"]:
                self._note(" ".join((message.text, *message.labels)))

    def _note(self, said: str) -> None:
        self.wrong |= set(WRONG.findall(RIGHT.sub("", said)))


async def _comes(house: Theatre, school: Garden, name: str, kind: LinkKind, **given: object) -> Reader:
    kinship = given.pop("kinship", None)
    reader = Reader(await house.stage.person(name))
    await reader.player.start(await school.link(kind, **given))
    await reader.reads()
    await reader.player.tap("Согласен")
    await reader.reads()
    if kinship is not None:
        await reader.player.tap(str(kinship))
        await reader.reads()
    return reader


async def a_guest_comes(teacher: Reader, mother: Reader) -> None:
    """Dates are opened, a mother applies, the teacher says yes and she tells the rest."""
    await teacher.goes("Гость класса", "Открыть даты")
    for typed in ("завтра в 12:00", "послезавтра в 12:00"):
        await teacher.player.send(typed)
        await teacher.reads()
    for label in ("Готово", "Пропустить", "Готово", "Пригласить"):
        await teacher.player.tap(label)
        await teacher.reads()
    await mother.goes("Стать гостем класса", "🗓")
    await mother.player.send("пекарь")
    for label in ("Рассказ", "Готово"):
        await mother.player.tap(label)
        await mother.reads()
    await teacher.goes("Гость класса", "Пекарь", "Карта профессий")
    await teacher.goes("Гость класса", "Пекарь", "Отказать", "Своими словами")
    await teacher.goes("Гость класса", "Пекарь", "Предварительно да")
    for label in ("Рассказать подробнее", "Еда", "Готово", "Что подготовить", "Назад", "Отправить"):
        await mother.player.tap(label)
        await mother.reads()
    await teacher.reads()


@ON_SQLITE
async def test_nobody_in_a_school_reads_of_a_kindergarten(house: Theatre) -> None:
    school = await _school(house.app.database)
    here = frozenset({school.group_id})
    head = await _comes(house, school, "Алла", LinkKind.STAFF, role=Role.HEAD)
    teacher = await _comes(house, school, "Роман", LinkKind.STAFF, role=Role.TEACHER, group_ids=here)
    stand_in = await _comes(house, school, "Инна", LinkKind.STAFF, role=Role.TEACHER)
    child = school.children[0]
    mother = await _comes(house, school, "Лидия", LinkKind.CARD, child_id=child, kinship="Мама или папа")
    newcomer = await _comes(
        house, school, "Егор", LinkKind.GROUP, group_id=school.group_id, kinship="Бабушка"
    )
    partner = await _comes(
        house, school, "Иван", LinkKind.PARTNER, title="Пекарня", partner_kind=PartnerKind.LIBRARY
    )
    everybody = (head, teacher, stand_in, mother, newcomer, partner)
    for reader in everybody:
        await reader.player.send("/help")
        await reader.goes()
    for path in (
        ("Классы", "1 «А»", "Знак"),
        ("Классы", "1 «А»", "Год обучения"),
        ("Классы", "1 «А»", "В архив", "Да, в архив"),
        ("Классы", "1 «А»", "Семьи", "0001", "В другой класс"),
        ("Классы", "1 «А»", "Семьи", "Отозвать карточки"),
        ("Классы", "1 «А»", "QR на стену"),
        ("Классы", "Новый класс"),
        ("Сотрудники", "1 «А»", "Классы учителя"),
        ("Сотрудники", "Пригласить", "учитель", "Готово"),
        ("Организация",),
        ("Классы", "1 «А»", "Замены", "Назначить замену", "учитель"),
    ):
        await head.goes(*path)
    for day in ("завтра", "через неделю"):
        await head.player.send(day)
    await teacher.goes("Новое мероприятие")
    for typed in ("Экскурсия", "завтра в 12:00", "вестибюль"):
        await teacher.player.send(typed)
        await teacher.reads()
    await teacher.goes("Новые родители", "№ ", "Отклонить", "Это другой класс")
    await a_guest_comes(teacher, mother)
    await house.app.tick()
    for reader in everybody:
        await reader.goes()
    assert {reader.player.name: reader.wrong for reader in everybody if reader.wrong} == {}
