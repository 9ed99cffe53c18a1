"""One query for everything that a person may do: roles, organisations, groups, children."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import RowMapping, select

from db.models import ChildRow, GuardianshipRow, MembershipRow, OrganisationRow, PersonRow, TeachingRow
from db.repositories.organisations import organisation_of
from domain.ids import ChildId, GroupId, MembershipId, PersonId
from domain.people import (
    Actor,
    Guardianship,
    Kinship,
    Membership,
    Role,
    TeacherGroup,
)

ROLES = (
    select(
        PersonRow.id.label("person_id"),
        PersonRow.chat_id,
        PersonRow.locale,
        PersonRow.current_membership_id,
        MembershipRow.id.label("membership_id"),
        MembershipRow.role,
        MembershipRow.name.label("called"),
        MembershipRow.title,
        MembershipRow.offers,
        MembershipRow.term_until,
        OrganisationRow.id,
        OrganisationRow.name,
        OrganisationRow.kind,
        OrganisationRow.timezone,
        OrganisationRow.personal_data,
        OrganisationRow.personal_data_decision,
        OrganisationRow.address,
        OrganisationRow.operator,
        OrganisationRow.contact,
        OrganisationRow.processor,
        OrganisationRow.quiet_from,
        OrganisationRow.quiet_to,
        OrganisationRow.summary_at,
        OrganisationRow.approve_events,
        OrganisationRow.quiet_months,
        TeachingRow.group_id.label("teaches"),
        TeachingRow.starts_on,
        TeachingRow.ends_on,
        ChildRow.id.label("child_id"),
        ChildRow.number,
        ChildRow.group_id,
        GuardianshipRow.kinship,
        GuardianshipRow.pet_name,
    )
    .select_from(PersonRow)
    .outerjoin(MembershipRow, (MembershipRow.person_id == PersonRow.id) & MembershipRow.ended_at.is_(None))
    .outerjoin(OrganisationRow, OrganisationRow.id == MembershipRow.organisation_id)
    .outerjoin(TeachingRow, TeachingRow.membership_id == MembershipRow.id)
    .outerjoin(GuardianshipRow, GuardianshipRow.membership_id == MembershipRow.id)
    .outerjoin(ChildRow, (ChildRow.id == GuardianshipRow.child_id) & ChildRow.left_at.is_(None))
    .order_by(MembershipRow.id, TeachingRow.id, ChildRow.number)
)


def actor_of(rows: Sequence[RowMapping]) -> Actor | None:
    """The person of these rows with all roles; None when there are no rows."""
    if not rows:
        return None
    by_membership: dict[int, list[RowMapping]] = defaultdict(list)
    for row in rows:
        if row["membership_id"] is not None:
            by_membership[row["membership_id"]].append(row)
    first = rows[0]
    return Actor(
        person_id=PersonId(first["person_id"]),
        chat_id=first["chat_id"],
        locale=first["locale"],
        memberships=tuple(membership_of(held) for held in by_membership.values()),
        current_id=None
        if first["current_membership_id"] is None
        else MembershipId(first["current_membership_id"]),
    )


def membership_of(rows: list[RowMapping]) -> Membership:
    """One role out of its rows: a row for each pair of group and child."""
    first = rows[0]
    teaches = {
        TeacherGroup(GroupId(r["teaches"]), r["starts_on"], r["ends_on"]): None
        for r in rows
        if r["teaches"] is not None
    }
    children = {
        r["child_id"]: Guardianship(
            child_id=ChildId(r["child_id"]),
            number=r["number"],
            group_id=GroupId(r["group_id"]),
            kinship=Kinship(r["kinship"]),
            pet_name=r["pet_name"],
        )
        for r in rows
        if r["child_id"] is not None
    }
    return Membership(
        id=MembershipId(first["membership_id"]),
        person_id=PersonId(first["person_id"]),
        organisation=organisation_of(first),
        role=Role(first["role"]),
        name=first["called"],
        title=first["title"],
        offers=first["offers"],
        term_until=first["term_until"],
        teaches=tuple(teaches),
        children=tuple(children.values()),
    )
