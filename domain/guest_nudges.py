"""One gentle reminder of dates that stay free, then silence; «в этом месяце не смогу»."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.events import GroupLabel
from domain.guest_notices import subject_of_opening
from domain.guests import Opening
from domain.notices import Circular, NoticeKind
from domain.people import Organisation

AFTER = timedelta(days=5)
"""How long an invitation has been there: whoever has just read it is left alone."""
EARLIEST = timedelta(days=7)
"""How long before a free date it is recalled."""
LATEST = timedelta(days=2)
"""Nearer than this there is no time left to prepare: the next free date is waited for."""


@dataclass(frozen=True, slots=True)
class Pause:
    """An adult and a group that leave one another alone for the rest of a month."""

    organisation: Organisation
    group: GroupLabel
    until: date


def nudge(opening: Opening) -> Circular:
    """To whoever was invited and has not answered; the key remembers that it was told."""
    return Circular(
        NoticeKind.GUESTS_NUDGE,
        opening.organisation_id,
        f"guests-nudge:{opening.id}",
        params={"opening": opening.id},
        subject=subject_of_opening(opening.id),
    )
