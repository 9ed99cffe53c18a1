"""The register of letters of thanks: numbers that follow one another, one letter a visit."""

from datetime import date
from typing import Any

from sqlalchemy import RowMapping, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GroupRow, GuestLetterRow, GuestSlotRow, GuestVisitRow, OrganisationRow
from db.models.base import table
from db.repositories.guest_visits import VISIT_COLUMNS, visit_of
from domain.clock import Clock
from domain.events import GroupLabel
from domain.guest_letters import Letter, LetterLine
from domain.guests import Visit
from domain.ids import GroupId, LetterId, MembershipId, OrganisationId, PersonId, VisitId

_L, _V, _S, _G = table(GuestLetterRow), table(GuestVisitRow), table(GuestSlotRow), table(GroupRow)
_O = table(OrganisationRow)
_HERE = _L.c.organisation_id == bindparam("organisation_id")
_FIND = select(_L).where(_L.c.visit_id == bindparam("visit_id"), _HERE)
_BEFORE_A_RESTORE = select(_O.c.letters_number).where(
    _O.c.id == bindparam("organisation_id"), _O.c.letters_year == bindparam("of_year")
)
_LAST = select(
    func.coalesce(func.max(_L.c.number), 0).label("known"),
    func.coalesce(_BEFORE_A_RESTORE.scalar_subquery(), 0).label("lost"),
).where(_HERE, _L.c.year == bindparam("of_year"))
_OF_LETTER = "of_letter_"
_LINES = (
    select(
        *VISIT_COLUMNS,
        *(column.label(f"{_OF_LETTER}{column.key}") for column in _L.c),
        _G.c.name.label("group_name"),
        _G.c.emoji,
    )
    .select_from(_L)
    .join(_V, _V.c.id == _L.c.visit_id)
    .join(_S, _S.c.id == _V.c.slot_id)
    .join(_G, _G.c.id == _V.c.group_id)
    .order_by(_L.c.year.desc(), _L.c.number.desc())
)


class GuestLetters:
    """Writes and finds letters. Who issues one holds the organisation's row, so that numbers follow one another."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(self, organisation_id: OrganisationId, visit_id: VisitId) -> Letter | None:
        """The letter of a visit."""
        rows = await self._connection.execute(
            _FIND, {"organisation_id": organisation_id, "visit_id": visit_id}
        )
        row = rows.mappings().one_or_none()
        return None if row is None else letter_of(row)

    async def issue(
        self, visit: Visit, day: date, salutation: str | None, words: str, by: MembershipId
    ) -> None:
        """Write a letter under the next number of its year; the organisation's row is held."""
        key = {"organisation_id": visit.organisation_id, "of_year": day.year}
        last = (await self._connection.execute(_LAST, key)).one()
        await self._connection.execute(
            insert(_L).values(
                organisation_id=visit.organisation_id,
                year=day.year,
                number=max(last.known, last.lost) + 1,
                visit_id=visit.id,
                guest_id=visit.guest_id,
                issued_on=day,
                salutation=salutation,
                words=words,
                created_by=by,
            )
        )

    async def mark_sent(self, letter: Letter) -> None:
        """Remember that its guest was sent it."""
        await self._connection.execute(
            update(_L)
            .where(_L.c.id == letter.id, _L.c.organisation_id == letter.organisation_id)
            .values(sent_at=self._clock.now())
        )

    async def detach(self, organisation_id: OrganisationId, guest_id: PersonId) -> None:
        """A guest has left the organisation: number and date remain of their letters (rule 13)."""
        await self._connection.execute(
            update(_L)
            .where(_L.c.organisation_id == organisation_id, _L.c.guest_id == guest_id)
            .values(guest_id=None, salutation=None, words=None)
        )

    async def lines(
        self, organisation_id: OrganisationId, reached: frozenset[GroupId] | None, *, limit: int, offset: int
    ) -> list[LetterLine]:
        """The register of these groups (None: of all), the newest first."""
        query = _LINES.where(_L.c.organisation_id == organisation_id)
        if reached is not None:
            query = query.where(_V.c.group_id.in_(sorted(reached)))
        rows = await self._connection.execute(query.limit(limit).offset(offset))
        return [_line(row) for row in rows.mappings()]


def _line(row: RowMapping) -> LetterLine:
    letter = letter_of({column.key: row[f"{_OF_LETTER}{column.key}"] for column in _L.c})
    return LetterLine(
        letter, GroupLabel(GroupId(row["group_id"]), row["group_name"], row["emoji"]), visit_of(row)
    )


def letter_of(row: Any) -> Letter:
    """A row of `guest_letters` as the domain knows it."""
    return Letter(
        id=LetterId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        visit_id=VisitId(row["visit_id"]),
        guest_id=None if row["guest_id"] is None else PersonId(row["guest_id"]),
        year=row["year"],
        number=row["number"],
        issued_on=row["issued_on"],
        salutation=row["salutation"],
        words=row["words"],
        sent=row["sent_at"] is not None,
    )
