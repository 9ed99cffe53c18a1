"""Guests of «Солнышко» for the tables of access: dates that are free, taken, agreed upon and over."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import update

from bot.services import Services
from db.models import GuestQueueRow, GuestSlotRow
from db.work import Database
from domain.guest_date_views import FreeDaysPage
from domain.guest_letters import LetterDesk
from domain.guest_questions import QuestionsPage
from domain.guest_queue import QueuePlace
from domain.guest_requests import Wish
from domain.guest_views import Applied, Opened, VisitCard
from domain.guests import Application, Details, Format, OpeningDraft, Visit
from domain.ids import (
    ChildId,
    FreeDaysId,
    GroupId,
    MembershipId,
    OpeningId,
    OrganisationId,
    QuestionId,
    SlotId,
    VisitId,
)
from domain.people import Actor
from domain.professions import ChosenProfession

APPLICATION = Application(ChosenProfession("Пекарь", "pekar"), frozenset({Format.TALK}))
DETAILS = Details("Расскажу о хлебе", None, None, frozenset(), 15)


@dataclass(frozen=True, slots=True)
class GuestsOfTheCrowd:
    """What the teacher of «Солнышко» has opened for parents and the partner, and what the parent has taken."""

    opening: OpeningId
    opened_by: str
    """The draft of the opening."""
    free: SlotId
    other: SlotId
    applied: VisitId
    applied_by: str
    """The draft of the application."""
    agreed: VisitId
    over: VisitId
    family: ChildId
    """A child of the group whose adults have no phone."""
    entered: VisitId
    """What the teacher has written down for that family."""
    entered_by: str
    """The draft of it."""
    free_days: FreeDaysId
    """Days on which the group invites no guests."""
    offered: SlotId
    """The date that is kept for the partner."""
    thanked: VisitId
    """Of the parent, held, with a letter."""
    unthanked: VisitId
    """Of the parent, held, without one."""
    question: QuestionId
    """What the children ask before the visit that was agreed upon."""

    asked: VisitId
    """Of the partner, who is asked about another date, and to change something."""
    asked_to: SlotId
    came: VisitId
    """Of the partner, held."""

    @property
    def application(self) -> Application:
        """What somebody would show."""
        return APPLICATION

    @property
    def details(self) -> Details:
        """What they would fill in."""
        return DETAILS


def dates(database: Database, group_id: GroupId, *days: int) -> OpeningDraft:
    """Dates some days ahead."""
    now = database.clock.now()
    return OpeningDraft(group_id, tuple(now + timedelta(days=day) for day in days or (40,)))


async def let_guests_in(
    do: Services,
    database: Database,
    here: OrganisationId,
    group_id: GroupId,
    *,
    teacher: Actor,
    parent: Actor,
    partner: Actor,
    partnership: MembershipId,
    family: ChildId,
) -> GuestsOfTheCrowd:
    """Dates are opened, and three of them taken; one is kept for the partner, who waits."""
    draft = dates(database, group_id, *range(10, 22))
    opened = await do.guests.guest_openings.open(
        teacher,
        here,
        OpeningDraft(group_id, draft.starts, None, frozenset({partnership})),
        f"dates{here}",
    )
    assert isinstance(opened, Opened)
    visits = dict[int, Visit]()
    for number in (8, 7, 2, 1, 0):
        slot_id = opened.slots[number].id
        taken = await do.guests.guest_applications.take(parent, slot_id, APPLICATION, f"visit{here}:{number}")
        assert isinstance(taken, Applied)
        assert taken.visit is not None
        visits[number] = taken.visit
        if number:
            assert isinstance(await do.guests.guest_visits.accept(teacher, taken.visit.id, 1), VisitCard)
        if number in (8, 7, 2):
            async with database.work() as work:
                await work.connection.execute(
                    update(GuestSlotRow)
                    .where(GuestSlotRow.id == slot_id)
                    .values(starts_at=database.clock.now() - timedelta(hours=max(number - 5, 1)))
                )
    for number in (8, 7):
        held = await do.guests.guest_visits.held(teacher, visits[number].id, 12)
        assert isinstance(held, VisitCard)
    came = await _came(do, database, teacher, partner, opened.slots[11].id)
    letter = await do.guests.guest_letters.issue(teacher, visits[7].id, None, "Спасибо!")
    assert isinstance(letter, LetterDesk)
    told = await do.guests.guest_entries.enter(
        teacher, opened.slots[5].id, family, APPLICATION, f"entry{here}"
    )
    assert told.visit is not None
    requested = await _asked(do, teacher, partner, opened.slots[9].id, opened.slots[10].id)
    place = await do.guests.guest_queue.join(partner, group_id, APPLICATION)
    assert isinstance(place, QueuePlace)
    async with database.work() as work:
        kept = {"status": "offered", "slot_id": opened.slots[6].id, "offers": 1}
        until = database.clock.now() + timedelta(hours=12)
        await work.connection.execute(
            update(GuestQueueRow)
            .where(GuestQueueRow.organisation_id == here)
            .values(**kept, offered_until=until)
        )
    later = database.clock.now().date() + timedelta(days=60)
    free = await do.guests.guest_free_days.add(teacher, here, group_id, later, later, None)
    assert isinstance(free, FreeDaysPage)
    asked = await do.guests.guest_questions.write(teacher, visits[1].id, None, "Почему хлеб тёплый?")
    assert isinstance(asked, QuestionsPage)
    return GuestsOfTheCrowd(
        opened.opening_id,
        f"dates{here}",
        opened.slots[3].id,
        opened.slots[4].id,
        visits[0].id,
        f"visit{here}:0",
        visits[1].id,
        visits[2].id,
        family,
        told.visit.id,
        f"entry{here}",
        free.entries[0][0].id,
        opened.slots[6].id,
        visits[7].id,
        visits[8].id,
        asked.questions[0].id,
        requested,
        opened.slots[10].id,
        came,
    )


async def _came(do: Services, database: Database, teacher: Actor, partner: Actor, slot: SlotId) -> VisitId:
    """A visit of the partner that was held five hours ago."""
    taken = await do.guests.guest_applications.take(partner, slot, APPLICATION, f"came{slot}")
    assert taken.visit is not None
    assert isinstance(await do.guests.guest_visits.accept(teacher, taken.visit.id, 1), VisitCard)
    async with database.work() as work:
        await work.connection.execute(
            update(GuestSlotRow)
            .where(GuestSlotRow.id == slot)
            .values(starts_at=database.clock.now() - timedelta(hours=5))
        )
    assert isinstance(await do.guests.guest_visits.held(teacher, taken.visit.id, 12), VisitCard)
    return taken.visit.id


async def _asked(do: Services, teacher: Actor, partner: Actor, slot: SlotId, to: SlotId) -> VisitId:
    """A visit of the partner with both questions open; it is the fourth version by now."""
    taken = await do.guests.guest_applications.take(partner, slot, APPLICATION, f"asked{slot}")
    assert taken.visit is not None
    number = taken.visit.id
    assert isinstance(await do.guests.guest_visits.accept(teacher, number, 1), VisitCard)
    assert isinstance(await do.guests.guest_moves.move(teacher, number, 2, to), VisitCard)
    wished = await do.guests.guest_changes.ask(teacher, number, 3, Wish.FORMAT, None)
    assert isinstance(wished, VisitCard)
    return number
