"""Which form each child was drawn."""

from collections.abc import Mapping

from sqlalchemy import and_, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import ChildRow, FormDrawRow
from db.models.base import table
from db.upsert import upsert
from domain.clock import Clock
from domain.ids import ChildId, GroupId
from domain.quizzes import FormLetter
from domain.waves import Wave

_D, _C = table(FormDrawRow), table(ChildRow)
_OF_GROUP = (
    select(_C.c.id, _D.c.form)
    .outerjoin(
        _D,
        and_(
            _D.c.child_id == _C.c.id,
            _D.c.slug == bindparam("slug"),
            _D.c.school_year == bindparam("school_year"),
        ),
    )
    .where(
        _C.c.organisation_id == bindparam("organisation_id"),
        _C.c.group_id == bindparam("group_id"),
        _C.c.left_at.is_(None),
    )
)


class FormDraws:
    """Writes draws once; what was drawn stands for the school year."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def of_group(self, wave: Wave, group_id: GroupId) -> Mapping[ChildId, FormLetter | None]:
        """The children of a group with what was drawn for the wave's school year."""
        rows = await self._connection.execute(
            _OF_GROUP,
            {
                "organisation_id": wave.organisation_id,
                "group_id": group_id,
                "slug": wave.slug,
                "school_year": wave.school_year,
            },
        )
        return {ChildId(child): None if form is None else FormLetter(form) for child, form in rows}

    async def write(self, wave: Wave, draws: Mapping[ChildId, FormLetter]) -> None:
        """Store what was drawn; a draw that stands already is left as it is."""
        if not draws:
            return
        now = self._clock.now()
        await self._connection.execute(
            upsert(self._connection, _D)
            .values(
                [
                    {
                        "child_id": child_id,
                        "slug": wave.slug,
                        "school_year": wave.school_year,
                        "organisation_id": wave.organisation_id,
                        "form": form.value,
                        "drawn_at": now,
                    }
                    for child_id, form in sorted(draws.items())
                ]
            )
            .on_conflict_do_nothing()
        )
