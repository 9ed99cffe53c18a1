"""What visits of guests, their letters and queues hold of people, and what becomes of it at erasure (rule 12)."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Executable, case, func, select, update

from db.models import (
    Base,
    GuestEntranceNameRow,
    GuestLetterRow,
    GuestLikingRow,
    GuestMessageRow,
    GuestOpeningFamilyRow,
    GuestOpeningPartnerRow,
    GuestOpeningRow,
    GuestPauseRow,
    GuestQueueRow,
    GuestVisitFamilyRow,
    GuestVisitRow,
)
from db.models.base import table as table_of
from db.traces import Erase, Trace, Whom, drop, keep

UNNAMED = "–"
"""What is left of a profession in the own words of a guest who is gone."""


def leave_the_visit(table: type[Base], rows: ColumnElement[bool], _now: datetime) -> Sequence[Executable]:
    """A visit stays without its guest and without their words; a profession of the catalogue is nobody's words."""
    own_words = GuestVisitRow.profession_slug.is_(None)
    profession = case((own_words, UNNAMED), else_=GuestVisitRow.profession)
    whose = ("guest_id", "child_id", "entered_by")
    told = ("plan", "brings", "needs", "dangers", "minutes")
    empty = dict.fromkeys((*whose, *told, "decline_note", "note", "change_note"))
    return [update(table).where(rows).values(profession=profession, **empty)]


def _leave_the_letter(table: type[Base], rows: ColumnElement[bool], _now: datetime) -> Sequence[Executable]:
    """Number and date stay in the register (rule 13)."""
    return [update(table).where(rows).values(guest_id=None, salutation=None, words=None)]


def _forget_the_code(table: type[Base], rows: ColumnElement[bool], _now: datetime) -> Sequence[Executable]:
    """A year's figures count the family still: its rows have a number in common, which leads to no child."""
    others = table_of(GuestVisitFamilyRow).alias("others")
    first = select(func.min(others.c.id)).where(others.c.child_id == GuestVisitFamilyRow.child_id)
    return [
        update(table).where(rows).values(family=first.scalar_subquery()),
        update(table).where(rows).values(child_id=None),
    ]


def _issued_letters(whom: Whom) -> ColumnElement[bool]:
    """Letters that staff issued: found by their organisations, likewise."""
    return GuestLetterRow.organisation_id.in_(whom.organisations) & GuestLetterRow.created_by.in_(
        whom.memberships
    )


def _entered_visits(whom: Whom) -> ColumnElement[bool]:
    """Visits that staff entered for guests without a phone: found by their organisations, likewise."""
    return GuestVisitRow.organisation_id.in_(whom.organisations) & GuestVisitRow.entered_by.in_(
        whom.memberships
    )


TRACES: tuple[Trace, ...] = (
    Trace(
        GuestVisitRow,
        lambda whom: GuestVisitRow.guest_id == whom.person_id,
        leave_the_visit,
        hidden=frozenset({"child_id", "entered_by"}),
    ),
    Trace(
        GuestVisitRow,
        _entered_visits,
        keep,
        hidden=frozenset(
            {"guest_id", "child_id", "profession", "profession_slug", "formats", "draft_token"}
            | {"plan", "brings", "needs", "dangers", "minutes", "note", "comer_kind"}
        ),
        label="visits_entered_for_guests",
    ),
    Trace(GuestMessageRow, lambda whom: GuestMessageRow.author_id == whom.person_id, drop),
    Trace(GuestEntranceNameRow, lambda whom: GuestEntranceNameRow.guest_id == whom.person_id, drop),
    Trace(GuestLikingRow, lambda whom: GuestLikingRow.person_id == whom.person_id, drop),
    Trace(GuestPauseRow, lambda whom: GuestPauseRow.person_id == whom.person_id, drop),
    Trace(GuestQueueRow, lambda whom: GuestQueueRow.guest_id == whom.person_id, drop),
    Trace(
        GuestLetterRow,
        lambda whom: GuestLetterRow.guest_id == whom.person_id,
        _leave_the_letter,
        hidden=frozenset({"created_by"}),
    ),
    Trace(
        GuestLetterRow,
        _issued_letters,
        keep,
        hidden=frozenset({"guest_id", "salutation", "words"}),
        label="letters_issued",
    ),
    Trace(
        GuestOpeningPartnerRow,
        lambda whom: GuestOpeningPartnerRow.membership_id.in_(whom.memberships),
        drop,
    ),
    Trace(GuestOpeningRow, lambda whom: GuestOpeningRow.author_person_id == whom.person_id, keep),
)
"""In the order of erasing."""

NOT_PERSONAL: dict[str, str] = {
    "guest_opening_families": "codes of families that were invited by name; no adult",
    "guest_visit_families": "codes of families that were guests, for the figures of a year; no adult",
    "guest_follow_ups": "what groups did after visits",
    "guest_ticks": "what is ready for a visit; who ticked it is not kept",
    "guest_questions": "what the children of a group ask a guest; the group's, whoever typed it",
    "guest_slots": "dates that a group has for guests; who has taken one stands in the visits",
    "guest_free_days": "days on which a group, or the whole organisation, invites no guests",
}
"""Why these tables say nothing of any person."""

OF_A_CHILD: tuple[tuple[type[Base], Callable[[Any], ColumnElement[bool]], Erase], ...] = (
    (
        GuestLetterRow,
        lambda children: GuestLetterRow.visit_id.in_(
            select(GuestVisitRow.id).where(GuestVisitRow.child_id.in_(children))
        ),
        _leave_the_letter,
    ),
    (GuestVisitRow, lambda children: GuestVisitRow.child_id.in_(children), leave_the_visit),
    (GuestVisitFamilyRow, lambda children: GuestVisitFamilyRow.child_id.in_(children), _forget_the_code),
    (GuestOpeningFamilyRow, lambda children: GuestOpeningFamilyRow.child_id.in_(children), drop),
)
"""What becomes of a family's rows when the last adult goes (rule 15b)."""
