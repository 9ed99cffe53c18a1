"""Templates that organisations have saved of their events."""

from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import EventTemplateRow
from db.models.base import table
from db.upsert import upsert
from domain.clock import Clock
from domain.event_forms import EventForm, Invitees
from domain.event_templates import MOST_TEMPLATES, Pattern, Template, TemplateLine
from domain.ids import OrganisationId, PersonId, TemplateId
from domain.people import sort_key
from domain.seats import Seats, SeatsBy

_T = table(EventTemplateRow)
_KEY_LIMIT = 60


class EventTemplates:
    """Finds, makes and changes templates."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def all(self, organisation_id: OrganisationId) -> list[TemplateLine]:
        """Those of an organisation, by name; there are `MOST_TEMPLATES` at most."""
        rows = await self._connection.execute(
            select(_T.c.id, _T.c.name)
            .where(_T.c.organisation_id == organisation_id)
            .order_by(_T.c.sort_key)
            .limit(MOST_TEMPLATES)
        )
        return [TemplateLine(TemplateId(row.id), row.name) for row in rows]

    async def count(self, organisation_id: OrganisationId) -> int:
        """How many there are."""
        counted = await self._connection.execute(
            select(func.count()).select_from(_T).where(_T.c.organisation_id == organisation_id)
        )
        return int(counted.scalar_one())

    async def find(self, organisation_id: OrganisationId, template_id: TemplateId) -> Template | None:
        """One of an organisation."""
        rows = await self._connection.execute(
            select(*_T.c).where(_T.c.organisation_id == organisation_id, _T.c.id == template_id)
        )
        row = rows.mappings().one_or_none()
        return None if row is None else _template(row)

    async def create(
        self, organisation_id: OrganisationId, made_by: PersonId, name: str, pattern: Pattern
    ) -> TemplateId | None:
        """Save one; None when one has this name."""
        roles = pattern.invitees
        made = await self._connection.execute(
            upsert(self._connection, _T)
            .values(
                organisation_id=organisation_id,
                made_by=made_by,
                name=name,
                sort_key=_key(name),
                form=pattern.form.value,
                title=pattern.title,
                place=pattern.place,
                note=pattern.note,
                bring=pattern.bring,
                seats=None if pattern.seats is None else pattern.seats.count,
                seats_by=None if pattern.seats is None else pattern.seats.by.value,
                for_parents=roles.parents,
                for_staff=roles.staff,
                for_partners=roles.partners,
                picture=pattern.picture,
                created_at=self._clock.now(),
            )
            .on_conflict_do_nothing()
            .returning(_T.c.id)
        )
        created = made.scalar_one_or_none()
        return None if created is None else TemplateId(created)

    async def rename(self, organisation_id: OrganisationId, template_id: TemplateId, name: str) -> bool:
        """Call it otherwise; False when another one has this name."""
        try:
            async with self._connection.begin_nested():
                await self._connection.execute(
                    update(_T)
                    .where(_T.c.organisation_id == organisation_id, _T.c.id == template_id)
                    .values(name=name, sort_key=_key(name))
                )
        except IntegrityError:
            return False
        return True

    async def drop(self, organisation_id: OrganisationId, template_id: TemplateId) -> None:
        """It is not wanted any more."""
        await self._connection.execute(
            delete(_T).where(_T.c.organisation_id == organisation_id, _T.c.id == template_id)
        )


def _key(name: str) -> str:
    return sort_key(name)[:_KEY_LIMIT]


def _template(row: Any) -> Template:
    seats = None if row["seats"] is None else Seats(row["seats"], SeatsBy(row["seats_by"]))
    pattern = Pattern(
        title=row["title"],
        place=row["place"],
        form=EventForm(row["form"]),
        note=row["note"],
        bring=row["bring"],
        seats=seats,
        invitees=Invitees(row["for_parents"], row["for_staff"], row["for_partners"]),
        picture=row["picture"],
    )
    return Template(TemplateId(row["id"]), PersonId(row["made_by"]), row["name"], pattern)
