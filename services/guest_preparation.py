"""What a guest prepares with: for the guest, and for staff of the group who help."""

from db.work import Database
from domain.guest_preparation import Preparation
from domain.guests import MINUTES
from domain.ids import VisitId
from domain.outcomes import Missing
from domain.people import Actor
from domain.professions import Catalogue
from services.guest_access import access_visit, card_of


class GuestPreparation:
    """«🎒 Подготовка» of a visit."""

    def __init__(self, database: Database, catalogue: Catalogue) -> None:
        """Work on one database, with the cards of one catalogue."""
        self._db = database
        self._catalogue = catalogue

    async def look(self, actor: Actor, visit_id: VisitId) -> Preparation:
        """A visit with the card of its profession, and the minutes that were told or suit the age."""
        async with self._db.read() as reading:
            visit, organisation = await access_visit(reading, actor, visit_id)
            card = await card_of(reading, actor, visit, organisation)
            if visit.details is not None:
                minutes = visit.details.minutes
            else:
                group = await reading.groups.find(organisation.id, visit.group_id)
                if group is None:
                    raise Missing(f"group {visit.group_id}")
                minutes = MINUTES[group.age_band]
        slug = visit.profession.slug
        return Preparation(card, None if slug is None else self._catalogue.by_slug.get(slug), minutes)
