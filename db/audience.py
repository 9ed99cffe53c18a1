"""Whom a circular is for: a question that only `db` puts into words."""

from dataclasses import dataclass

from sqlalchemy import Select


@dataclass(frozen=True, slots=True)
class Audience:
    """Persons as a SELECT of their numbers; a number may come several times.

    A repository makes it (`work.event_audiences.parents_of(…)`), a use case hands it on to the outbox unread.
    """

    people: Select[int] | Select[int | None]
    children: Select[int] | None = None
    """Whose adults they are, when that is why they are addressed; a family is counted by its child's code."""
