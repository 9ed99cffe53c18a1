"""What sort of event it is, and whom it is for."""

from dataclasses import dataclass
from enum import StrEnum

from domain.ids import PersonSetId


class EventForm(StrEnum):
    """Forms of work with families."""

    MEETING = "meeting"
    MASTER_CLASS = "master-class"
    EXCURSION = "excursion"
    CONTEST = "contest"
    QUEST = "quest"
    OPEN_LESSON = "open-lesson"
    SEMINAR = "seminar"
    WEBINAR = "webinar"
    ROUND_TABLE = "round-table"
    PROJECT_DAY = "project-day"
    FESTIVITY = "festivity"
    OTHER = "other"
    """Its author has not said: nothing is said of it."""


@dataclass(frozen=True, slots=True)
class Invitees:
    """Who of an organisation is invited, besides which groups."""

    parents: bool = True
    """The adults of the children of its groups."""
    staff: bool = False
    """Who teaches its groups; all staff when it has no groups."""
    partners: bool = False
    """All partners of the organisation."""
    set_ids: frozenset[PersonSetId] = frozenset()
    """Sets of people: a working group, a course."""

    def __or__(self, other: "Invitees") -> "Invitees":
        """Whoever is invited by either."""
        return Invitees(
            self.parents or other.parents,
            self.staff or other.staff,
            self.partners or other.partners,
            self.set_ids | other.set_ids,
        )


FOR_PARENTS = Invitees()
"""As events are usually announced."""
WITH_TEACHERS = Invitees(staff=True)
"""The parents of some groups and those who teach these."""
OF_OWN_GROUPS = frozenset({FOR_PARENTS, WITH_TEACHERS})
"""Whom somebody may invite who reaches some groups and not the whole organisation."""
NOBODY = Invitees(parents=False)
