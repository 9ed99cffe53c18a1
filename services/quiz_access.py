"""Who may look at a wave, sit before an attempt, or represent a child."""

from dataclasses import dataclass

from db.work import Reading
from domain.access import Permission, grant, reach
from domain.attempts import AttemptInWave, Mode
from domain.child_consents import represents
from domain.ids import AttemptId, ChildId, GroupId, OrganisationId, WaveId
from domain.outcomes import Forbidden, Missing
from domain.people import Actor, Guardianship, Membership, Organisation, Role, child_code
from domain.waves import Wave
from services.access import organisation_of, organisations_of, today_in


@dataclass(frozen=True, slots=True)
class Tie:
    """An adult's tie to a child, with the role it belongs to."""

    membership: Membership
    child: Guardianship

    @property
    def shown(self) -> str:
        """How this adult sees the child: by the pet name, else by the code."""
        return self.child.pet_name or child_code(self.child.number)


async def access_wave(
    reading: Reading, actor: Actor, wave_id: WaveId, permission: Permission
) -> tuple[Wave, Organisation, frozenset[GroupId] | None]:
    """A wave of which this person reaches a group, its organisation, and the groups reached (None: all)."""
    for organisation_id in organisations_of(actor):
        wave = await reading.waves.find(organisation_id, wave_id)
        if wave is None:
            continue
        reached = reach(actor, permission, organisation_id, today_in(actor, organisation_id, reading.clock))
        if reached is not None and not reached & wave.group_ids:
            raise Forbidden(f"{permission} of wave {wave_id}")
        return wave, organisation_of(actor, organisation_id), reached
    raise Missing


async def access_attempt(
    reading: Reading, actor: Actor, attempt_id: AttemptId, *, hold: bool = False
) -> tuple[AttemptInWave, str]:
    """An attempt that this person may sit before, and how they see the child.

    At home a representative does, whichever of them began; one to one and on paper, staff of the child's group.
    """
    held = await _load(reading, actor, attempt_id, hold=hold)
    attempt = held.attempt
    if attempt.mode is Mode.HOME:
        return held, tie_to_represented(actor, attempt.organisation_id, attempt.child_id).shown
    today = today_in(actor, attempt.organisation_id, reading.clock)
    allowed = grant(
        actor,
        Permission.ENTER_RESULTS,
        attempt.organisation_id,
        group_id=held.child_group_id,
        today=today,
    )
    if allowed is None:
        raise Forbidden(f"{Permission.ENTER_RESULTS} of attempt {attempt_id}")
    return held, child_code(attempt.number)


async def access_own_attempt(
    reading: Reading, actor: Actor, attempt_id: AttemptId, *, hold: bool = False
) -> tuple[AttemptInWave, Tie]:
    """The attempt of a child whom this person represents, wherever it is played."""
    held = await _load(reading, actor, attempt_id, hold=hold)
    attempt = held.attempt
    return held, tie_to_represented(actor, attempt.organisation_id, attempt.child_id)


def tie_to_represented(actor: Actor, organisation_id: OrganisationId, child_id: ChildId) -> Tie:
    """The tie to a child whom this person represents; relatives are refused, as strangers are (rule 3)."""
    tie = tie_to(actor, child_id)
    if tie is None or tie.membership.organisation_id != organisation_id or not represents(tie.child):
        raise Forbidden(f"{Permission.PLAY_WITH_CHILD} {child_id}")
    return tie


def tie_to(actor: Actor, child_id: ChildId) -> Tie | None:
    """The tie of this person to a child; None for a stranger."""
    return next((tie for tie in ties(actor) if tie.child.child_id == child_id), None)


def ties(actor: Actor) -> list[Tie]:
    """All children of this adult, in the order of their numbers."""
    found = [
        Tie(membership, child)
        for membership in actor.memberships
        if membership.role is Role.PARENT
        for child in membership.children
    ]
    return sorted(found, key=lambda tie: (tie.membership.organisation_id, tie.child.number))


async def _load(reading: Reading, actor: Actor, attempt_id: AttemptId, *, hold: bool) -> AttemptInWave:
    held = await reading.attempts.load(organisations_of(actor), attempt_id, hold=hold)
    if held is None:
        raise Missing
    return held
