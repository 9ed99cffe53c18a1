"""Who is addressed, and whose budget of attention is spent: conditions on a row of `persons`."""

from sqlalchemy import ColumnElement, and_, func, literal, or_, select, true

from db.audience import Audience
from db.models import MembershipRow, NoticeRow, PersonRow
from domain.attention import WEEK, Terms
from domain.ids import OrganisationId
from domain.notice_rules import DAILY_BUDGET, RULES, WEEKLY_BUDGET
from domain.notices import Circular
from domain.people import Role

_EARLIER = NoticeRow.__table__.alias("earlier")


def is_addressed(circular: Circular, audience: Audience) -> ColumnElement[bool]:
    """Of the audience, and still with a role in the organisation where the kind asks for one."""
    return and_(
        PersonRow.id.in_(audience.people),
        _is_member(circular.organisation_id) if RULES[circular.kind].for_members else true(),
    )


def _is_member(organisation_id: OrganisationId) -> ColumnElement[bool]:
    return (
        select(literal(1))
        .where(
            MembershipRow.person_id == PersonRow.id,
            MembershipRow.organisation_id == organisation_id,
            MembershipRow.ended_at.is_(None),
        )
        .correlate(PersonRow)
        .exists()
    )


def is_parent() -> ColumnElement[bool]:
    """Only parents have a budget of attention (rule 7), whichever organisation fills it."""
    return (
        select(literal(1))
        .where(
            MembershipRow.person_id == PersonRow.id,
            MembershipRow.role == Role.PARENT.value,
            MembershipRow.ended_at.is_(None),
        )
        .correlate(PersonRow)
        .exists()
    )


def has_no_room(agreed: Terms) -> ColumnElement[bool]:
    """Whether a parent's budget is spent for the day, or for any seven days that hold it.

    What is already promised for later days counts as well, so that no seven days in a row ever hold more.
    """
    if agreed.budget_day is None:
        return literal(False)
    counted = select(func.count()).select_from(_EARLIER).where(_EARLIER.c.person_id == PersonRow.id)
    today = counted.where(_EARLIER.c.budget_day == agreed.budget_day).correlate(PersonRow).scalar_subquery()
    week = (
        counted.where(_EARLIER.c.budget_day >= agreed.budget_day - WEEK)
        .correlate(PersonRow)
        .scalar_subquery()
    )
    return and_(is_parent(), or_(today >= DAILY_BUDGET, week >= WEEKLY_BUDGET))
