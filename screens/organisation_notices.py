"""What people hear unasked about their roles."""

from domain.organisation import EndedRole
from screens import people
from screens.base import Screen, say, screen
from screens.common import menu_button


def role_removed(ended: EndedRole) -> Screen:
    """«Ваша роль … закончилась»."""
    return screen(
        say(
            "organisation-notice-removed",
            role=people.role(ended.role, ended.kind),
            organisation=ended.organisation_name,
            kind=ended.kind.value,
        ),
        rows=((menu_button(),),),
    )
