"""Whom a circular is for: a question that only `db` puts into words."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, select

from db.models import PersonRow
from domain.ids import PersonId


@dataclass(frozen=True, slots=True)
class Audience:
    """Persons as a SELECT of their numbers; a number may come several times.

    A repository makes it (`work.events.audience(…)`), a use case hands it on to the outbox unread.
    """

    people: Select[int] | Select[int | None]


def audience_of(people: Iterable[PersonId]) -> Audience:
    """These very persons."""
    return Audience(select(PersonRow.id).where(PersonRow.id.in_(sorted(set(people)))))
