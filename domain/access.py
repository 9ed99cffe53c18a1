"""Who may do what: one table of permissions, asked by every use case.

A use case without a declared permission refuses everybody. Scope «group» means that the role reaches only
the groups it teaches today; scope «own» only the person's own rows, which the loader itself restricts.
"""

from datetime import date
from enum import StrEnum

from domain.ids import GroupId, OrganisationId
from domain.outcomes import Forbidden
from domain.people import Actor, Membership, Role


class Permission(StrEnum):
    """A kind of use case. The access test walks role × permission."""

    SEE_STAFF = "see-staff"
    INVITE_STAFF = "invite-staff"
    REMOVE_STAFF = "remove-staff"
    ARRANGE_SUBSTITUTION = "arrange-substitution"
    SEE_GROUPS = "see-groups"
    EDIT_GROUPS = "edit-groups"
    EDIT_CHILDREN = "edit-children"
    PRINT_CARDS = "print-cards"
    DECIDE_REQUESTS = "decide-requests"
    SEE_FAMILIES = "see-families"
    EDIT_ORGANISATION = "edit-organisation"
    SWITCH_PERSONAL_DATA = "switch-personal-data"
    EDIT_SETS = "edit-sets"
    INVITE_PARTNERS = "invite-partners"
    SEE_PARTNERS = "see-partners"
    POST_EVENTS = "post-events"
    SEE_EVENTS = "see-events"
    ANSWER_EVENTS = "answer-events"
    APPROVE_EVENTS = "approve-events"
    EDIT_TEMPLATES = "edit-templates"
    FILL_SHEETS = "fill-sheets"
    SEE_SHEETS = "see-sheets"
    BIND_CHATS = "bind-chats"
    CLOSE_GROUPS = "close-groups"
    OPEN_GUEST_DATES = "open-guest-dates"
    SEE_GUESTS = "see-guests"
    DECIDE_GUESTS = "decide-guests"
    BE_GUEST = "be-guest"
    RUN_WAVES = "run-waves"
    APPROVE_PACK = "approve-pack"
    SEE_WAVES = "see-waves"
    SEE_CODES = "see-codes"
    SEE_PROFILE = "see-profile"
    PLAY_WITH_CHILD = "play-with-child"
    ENTER_RESULTS = "enter-results"
    READ_AUDIT = "read-audit"


class Scope(StrEnum):
    """How far a permission of a role reaches."""

    ORGANISATION = "organisation"
    GROUP = "group"
    OWN = "own"


_ORG, _GROUP, _OWN = Scope.ORGANISATION, Scope.GROUP, Scope.OWN
_H, _M, _P, _T, _S = Role.HEAD, Role.METHODIST, Role.PSYCHOLOGIST, Role.TEACHER, Role.SPECIALIST

GRANTS: dict[Permission, dict[Role, Scope]] = {
    Permission.SEE_STAFF: {_H: _ORG, _M: _ORG},
    Permission.INVITE_STAFF: {_H: _ORG},
    Permission.REMOVE_STAFF: {_H: _ORG},
    Permission.ARRANGE_SUBSTITUTION: {_H: _ORG, _M: _ORG},
    Permission.SEE_GROUPS: {_H: _ORG, _M: _ORG, _P: _ORG, _T: _GROUP, _S: _ORG},
    Permission.EDIT_GROUPS: {_H: _ORG, _M: _ORG},
    Permission.EDIT_CHILDREN: {_H: _ORG, _M: _ORG, _T: _GROUP},
    Permission.PRINT_CARDS: {_H: _ORG, _M: _ORG, _T: _GROUP},
    Permission.DECIDE_REQUESTS: {_H: _ORG, _M: _ORG, _T: _GROUP},
    Permission.SEE_FAMILIES: {_H: _ORG, _M: _ORG, _P: _ORG, _T: _GROUP},
    Permission.EDIT_ORGANISATION: {_H: _ORG},
    Permission.SWITCH_PERSONAL_DATA: {_H: _ORG},
    Permission.EDIT_SETS: {_H: _ORG, _M: _ORG},
    Permission.INVITE_PARTNERS: {_H: _ORG, _M: _ORG},
    Permission.SEE_PARTNERS: {_H: _ORG, _M: _ORG, _T: _ORG},
    Permission.POST_EVENTS: {_H: _ORG, _M: _ORG, _P: _ORG, _T: _GROUP, _S: _ORG},
    Permission.SEE_EVENTS: {_H: _ORG, _M: _ORG, _P: _ORG, _T: _GROUP, _S: _ORG},
    Permission.ANSWER_EVENTS: dict.fromkeys(Role, _OWN),
    Permission.APPROVE_EVENTS: {_H: _ORG, _M: _ORG},
    Permission.EDIT_TEMPLATES: {_H: _ORG, _M: _ORG},
    Permission.FILL_SHEETS: {_H: _ORG, _M: _ORG, _P: _OWN, _T: _OWN, _S: _OWN},
    Permission.SEE_SHEETS: {_H: _ORG, _M: _ORG},
    Permission.BIND_CHATS: {_H: _ORG, _M: _ORG, _T: _GROUP},
    Permission.CLOSE_GROUPS: {_H: _ORG, _M: _ORG, _T: _GROUP},
    Permission.OPEN_GUEST_DATES: {_H: _ORG, _M: _ORG, _T: _GROUP},
    Permission.SEE_GUESTS: {_H: _ORG, _M: _ORG, _P: _ORG, _T: _GROUP, _S: _ORG},
    Permission.DECIDE_GUESTS: {_H: _ORG, _M: _ORG, _T: _GROUP},
    Permission.BE_GUEST: {Role.PARENT: _OWN, Role.PARTNER: _OWN},
    Permission.RUN_WAVES: {_H: _ORG, _M: _ORG, _P: _ORG},
    Permission.APPROVE_PACK: {_P: _ORG},
    Permission.SEE_WAVES: {_H: _ORG, _M: _ORG, _P: _ORG, _T: _GROUP},
    Permission.SEE_CODES: {_P: _ORG},
    Permission.SEE_PROFILE: {_P: _ORG, _T: _GROUP},
    Permission.PLAY_WITH_CHILD: {Role.PARENT: _OWN},
    Permission.ENTER_RESULTS: {_P: _ORG, _T: _GROUP},
    Permission.READ_AUDIT: {_H: _ORG},
}


def grant(
    actor: Actor,
    permission: Permission,
    organisation_id: OrganisationId,
    *,
    group_id: GroupId | None = None,
    today: date,
) -> Membership | None:
    """The membership that allows this, or None.

    `group_id` narrows roles of scope «group» to the groups they teach on `today`; without it such a role is
    allowed when it has any group at all, and the caller must restrict what it shows to what `reach` says.
    """
    scopes = GRANTS.get(permission, {})
    for membership in actor.memberships:
        scope = scopes.get(membership.role)
        if scope is None or membership.organisation_id != organisation_id:
            continue
        if scope is not Scope.GROUP or _teaches(membership, group_id, today):
            return membership
    return None


def require(
    actor: Actor,
    permission: Permission,
    organisation_id: OrganisationId,
    *,
    group_id: GroupId | None = None,
    today: date,
) -> Membership:
    """The membership that allows this; raises `Forbidden` when none does."""
    membership = grant(actor, permission, organisation_id, group_id=group_id, today=today)
    if membership is None:
        raise Forbidden(f"{permission} in organisation {organisation_id}")
    return membership


def require_owner(actor: Actor) -> None:
    """The owner of the installation (`OWNER_IDS`), who sees counts and no personal data; raises `Forbidden`."""
    if not actor.owner:
        raise Forbidden("the owner's part of the installation")


def reach(
    actor: Actor, permission: Permission, organisation_id: OrganisationId, today: date
) -> frozenset[GroupId] | None:
    """The groups that all roles together reach with `permission`; None means all; raises `Forbidden` for none."""
    scopes = GRANTS.get(permission, {})
    reached: set[GroupId] = set()
    for membership in actor.memberships:
        scope = scopes.get(membership.role)
        if scope is None or membership.organisation_id != organisation_id:
            continue
        if scope is not Scope.GROUP:
            return None
        reached |= {held.group_id for held in membership.teaches if held.holds_on(today)}
    if not reached:
        raise Forbidden(f"{permission} in organisation {organisation_id}")
    return frozenset(reached)


def _teaches(membership: Membership, group_id: GroupId | None, today: date) -> bool:
    held = [g for g in membership.teaches if g.holds_on(today)]
    return bool(held) if group_id is None else any(g.group_id == group_id for g in held)
