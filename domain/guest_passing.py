"""A partner who was invited to dates passes the invitation on: once, to one colleague, by a link."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from domain.events import GroupLabel
from domain.guests import Slot
from domain.ids import OpeningId, Token
from domain.links import PASSED_LINK_LIFE
from domain.outcomes import Reason, Refused
from domain.people import Organisation


@dataclass(frozen=True, slots=True)
class Passing:
    """An invitation that may be passed on, and until when its link would open."""

    opening_id: OpeningId
    organisation: Organisation
    group: GroupLabel
    until: datetime
    again: bool = False
    """It was passed on by a link that nobody has used: another one may take its place."""


@dataclass(frozen=True, slots=True)
class PassedOn:
    """The same with its link; the token is known only here."""

    passing: Passing
    token: Token


def open_until(slots: Collection[Slot], *, now: datetime) -> datetime | Refused:
    """Until when the link of an opening opens: not beyond its last date; refused when no date is ahead."""
    last = max((slot.starts_at for slot in slots if not slot.withdrawn), default=now)
    return min(last, now + PASSED_LINK_LIFE) if last > now else Refused(Reason.SLOT_PAST)
