"""Guests of «Солнышко» for the tables of access: dates that are free, taken, agreed upon and over."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import update

from bot.services import Services
from db.models import GuestSlotRow
from db.work import Database
from domain.guest_views import Applied, Opened, VisitCard
from domain.guests import Application, Details, Format, OpeningDraft
from domain.ids import ChildId, GroupId, MembershipId, OpeningId, OrganisationId, SlotId, VisitId
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
    partner: MembershipId,
    family: ChildId,
) -> GuestsOfTheCrowd:
    """Dates are opened, and three of them taken."""
    draft = dates(database, group_id, 10, 11, 12, 13, 14, 15)
    opened = await do.guest_openings.open(
        teacher,
        here,
        OpeningDraft(group_id, draft.starts, None, frozenset({partner})),
        f"dates{here}",
    )
    assert isinstance(opened, Opened)
    visits = []
    for number, slot in enumerate(opened.slots[:3]):
        taken = await do.guest_applications.take(parent, slot.id, APPLICATION, f"visit{here}:{number}")
        assert isinstance(taken, Applied)
        assert taken.visit is not None
        visits.append(taken.visit)
    for visit in visits[1:]:
        assert isinstance(await do.guest_visits.accept(teacher, visit.id, 1), VisitCard)
    told = await do.guest_entries.enter(teacher, opened.slots[5].id, family, APPLICATION, f"entry{here}")
    assert told.visit is not None
    async with database.work() as work:
        await work.connection.execute(
            update(GuestSlotRow)
            .where(GuestSlotRow.id == visits[2].slot_id)
            .values(starts_at=database.clock.now() - timedelta(hours=1))
        )
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
    )
