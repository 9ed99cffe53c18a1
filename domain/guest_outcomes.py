"""What stays of a visit: of which kind its guest was, why it did not take place, what the group did afterwards."""

from enum import StrEnum


class ComerKind(StrEnum):
    """As whom a guest comes: kept with the visit when the guest is gone, so that figures stay what they were."""

    FAMILY = "family"
    """Of a child of the group that is visited."""
    PARTNER = "partner"


class Missed(StrEnum):
    """Why a visit did not take place, in neutral words: nothing of anybody's health."""

    GUEST = "guest"
    """«Гость не смог прийти»."""
    GROUP = "group"
    """«Не получилось у группы»."""
    OTHER_DAY = "other-day"
    """«Перенесём на другой день»."""
    UNSAID = "unsaid"
    """«Без причины»."""


class FollowUp(StrEnum):
    """What a group did after a visit: the visit's trace."""

    ROLE_PLAY = "role-play"
    DRAWING = "drawing"
    CORNER = "corner"
    """The corner of the profession: its things in the group's room."""
    QUIZ = "quiz"
