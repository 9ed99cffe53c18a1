"""What is told about a wave, as circulars of the outbox."""

from datetime import datetime

from domain.ids import GroupId, OrganisationId, WaveId
from domain.notices import Circular, NoticeKind
from domain.waves import Wave


def subject_of(wave_id: WaveId) -> str:
    """«wave:12»: what notices about the wave carry."""
    return f"wave:{wave_id}"


def invitation(
    organisation_id: OrganisationId, wave_id: WaveId, *, closes_at: datetime, joined: GroupId | None = None
) -> Circular:
    """To representatives of the groups' children, one message for each however many children they have (rule 6).

    `joined`: a group that takes part since later; its families are invited on their own.
    """
    return Circular(
        NoticeKind.QUIZ_INVITED,
        organisation_id,
        f"quiz:{wave_id}" if joined is None else f"quiz:{wave_id}:{joined}",
        expires_at=closes_at,
        params={"wave": wave_id},
        subject=subject_of(wave_id),
    )


def nudge(wave: Wave, number: int) -> Circular:
    """A gentle word to families whose child has not played."""
    return Circular(
        NoticeKind.QUIZ_NUDGE,
        wave.organisation_id,
        f"nudge:{wave.id}:{number}",
        expires_at=wave.closes_at,
        params={"wave": wave.id, "number": number},
        subject=subject_of(wave.id),
    )


def closing(wave: Wave) -> Circular:
    """To the teachers of the groups: the wave is over."""
    return Circular(
        NoticeKind.WAVE_CLOSED,
        wave.organisation_id,
        f"wave-closed:{wave.id}",
        params={"wave": wave.id},
        subject=subject_of(wave.id),
    )
