"""What the organisation's side adds to menus: rows by role."""

from domain.actions.groups import OpenGroups
from domain.actions.organisation import OpenInstallation, OpenOrganisation, OpenPartners, OpenSets
from domain.actions.staff import OpenStaff
from domain.people import Membership, Role
from screens.base import Button, Rows, say
from screens.posts import chats_button


def menu_rows(current: Membership) -> Rows:
    """Groups, staff, partners and the organisation itself, as far as the role reaches."""
    here = current.organisation_id
    groups = Button(say("organisation-groups-button", kind=current.organisation.kind.value), OpenGroups(here))
    staff = Button(say("organisation-staff-button"), OpenStaff(here))
    partners = Button(say("organisation-menu-partners"), OpenPartners(here))
    sets = Button(say("organisation-menu-sets"), OpenSets(here))
    card = Button(say("organisation-menu-card"), OpenOrganisation(here))
    match current.role:
        case Role.HEAD:
            return ((groups, staff), (partners, sets), (chats_button(here), card))
        case Role.METHODIST:
            return ((groups, staff), (partners, sets), (chats_button(here),))
        case Role.TEACHER:
            return ((groups, partners),)
        case Role.PSYCHOLOGIST | Role.SPECIALIST:
            return ((groups,),)
        case _:
            return ()


def groupless_rows(current: Membership) -> Rows:
    """What a teacher reaches on a day without a group: the rest would refuse."""
    return ((Button(say("organisation-menu-partners"), OpenPartners(current.organisation_id)),),)


def owner_rows() -> Rows:
    """The owner's list of organisations."""
    return ((Button(say("organisation-menu-installation"), OpenInstallation()),),)
