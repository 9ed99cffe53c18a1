"""A trace: rows of a table that are about a person, and what becomes of them at erasure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Executable, delete, select

from db.models import Base, GuardianshipRow, MembershipRow
from domain.people import Kinship


@dataclass(frozen=True, slots=True)
class Whom:
    """A person as tables may refer to them."""

    person_id: int
    user_id: int
    """The account's number in the messenger."""
    chat_id: int

    @property
    def memberships(self) -> Any:
        """All roles of the person, ended ones too."""
        return select(MembershipRow.id).where(MembershipRow.person_id == self.person_id)

    @property
    def organisations(self) -> Any:
        """Organisations in which the person has ever had a role."""
        return select(MembershipRow.organisation_id).where(MembershipRow.person_id == self.person_id)

    @property
    def children(self) -> Any:
        """Children whose adult the person is."""
        return select(GuardianshipRow.child_id).where(GuardianshipRow.membership_id.in_(self.memberships))

    @property
    def represented(self) -> Any:
        """Those of them whose legal representative the person is (rule 3)."""
        return self.children.where(GuardianshipRow.kinship != Kinship.RELATIVE.value)


Whose = Callable[[Whom], ColumnElement[bool]]
Erase = Callable[[type[Base], ColumnElement[bool], datetime], Sequence[Executable]]


@dataclass(frozen=True, slots=True)
class Trace:
    """Rows of a table that are about a person."""

    table: type[Base]
    whose: Whose
    erase: Erase
    hidden: frozenset[str] = field(default_factory=frozenset)
    """Columns that are about somebody else."""
    label: str | None = None
    """Its name in the file of /my_data, where it is not the table's: traces of another sort in the same table."""

    @property
    def name(self) -> str:
        """The name of the rows in the file."""
        return self.label or self.table.__tablename__


def drop(table: type[Base], rows: ColumnElement[bool], _now: datetime) -> Sequence[Executable]:
    """The rows go."""
    return [delete(table).where(rows)]


def keep(_table: type[Base], _rows: ColumnElement[bool], _now: datetime) -> Sequence[Executable]:
    """Numbers stay: «участник № 12» of the audit log, the author of an event. They lead to nobody."""
    return []
