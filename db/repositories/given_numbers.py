"""Numbers that were given: after a restore they are given to nobody else."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import Base, GuestLetterRow, OrganisationRow
from db.models.base import table

LEAP = 100_000
"""Numbers left out in every table when nobody knows which ones were given after the backup."""
_LETTERS, _O = table(GuestLetterRow), table(OrganisationRow)


@dataclass(frozen=True, slots=True)
class Given:
    """How far numbers have got."""

    rows: Mapping[str, int]
    """The highest number given so far, by table."""
    children: Mapping[int, int]
    """The next child's number, by organisation: a code on paper is nobody else's."""
    letters: Mapping[int, tuple[int, int]]
    """Year and number of the last letter of thanks, by organisation: it hangs on somebody's wall."""


class GivenNumbers:
    """Reads them in the database that goes, and keeps them in the restored one."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def read(self) -> Given:
        """How far they have got in this database."""
        children = await self._connection.execute(select(_O.c.id, _O.c.next_child_number))
        return Given(
            await self._rows(), {row.id: row.next_child_number for row in children}, await self._letters()
        )

    async def keep(self, given: Given | None) -> None:
        """Go on behind them in this database; None when nobody knows how far they had got."""
        await self._keep_rows(None if given is None else given.rows)
        if given is not None:
            await self._keep_children(given.children)
            await self._keep_letters(given.letters)

    async def _keep_children(self, numbers: Mapping[int, int]) -> None:
        for organisation_id, number in numbers.items():
            await self._connection.execute(
                update(OrganisationRow)
                .where(OrganisationRow.id == organisation_id, OrganisationRow.next_child_number < number)
                .values(next_child_number=number)
            )

    async def _keep_letters(self, letters: Mapping[int, tuple[int, int]]) -> None:
        for organisation_id, (year, number) in letters.items():
            await self._connection.execute(
                update(OrganisationRow)
                .where(OrganisationRow.id == organisation_id)
                .values(letters_year=year, letters_number=number)
            )

    async def _keep_rows(self, given: Mapping[str, int] | None) -> None:
        """Go on after the highest number ever given: old buttons with it live for ever."""
        here = await self._rows()
        for name in _numbered():
            number = here.get(name, 0)
            number = number + LEAP if given is None else max(number, given.get(name, 0))
            if number == 0:
                continue
            if self._connection.dialect.name == "sqlite":
                values = {"name": name, "number": number}
                await self._connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), values)
                await self._connection.execute(
                    text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :number)"), values
                )
            else:
                await self._connection.execute(
                    text("SELECT setval(CAST(:name AS regclass), :number)"),
                    {"name": _sequence(name), "number": number},
                )

    async def _letters(self) -> dict[int, tuple[int, int]]:
        """The last letter of each organisation, also one that an earlier restore had lost."""
        known = await self._connection.execute(
            select(_LETTERS.c.organisation_id, _LETTERS.c.year, func.max(_LETTERS.c.number).label("number"))
            .group_by(_LETTERS.c.organisation_id, _LETTERS.c.year)
            .order_by(_LETTERS.c.year)
        )
        last = {row.organisation_id: (row.year, row.number) for row in known}
        lost = await self._connection.execute(
            select(_O.c.id, _O.c.letters_year, _O.c.letters_number).where(_O.c.letters_year.is_not(None))
        )
        for row in lost:
            before = (row.letters_year, row.letters_number)
            last[row.id] = max(before, last.get(row.id, before))
        return last

    async def _rows(self) -> dict[str, int]:
        """The highest number given in each table whose numbers stand in buttons and logs."""
        if self._connection.dialect.name == "sqlite":
            rows = await self._connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
            return {row.name: row.seq for row in rows}
        found = {}
        for name in _numbered():
            row = (
                await self._connection.execute(text(f"SELECT last_value, is_called FROM {_sequence(name)}"))
            ).one()
            found[name] = row.last_value if row.is_called else 0
        return found


def _numbered() -> list[str]:
    return [
        known.name
        for known in Base.metadata.sorted_tables
        if known.dialect_options["sqlite"]["autoincrement"]
    ]


def _sequence(name: str) -> str:
    return f"{name}_id_seq"
