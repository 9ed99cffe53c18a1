"""«Кому»: the questions about whom something is for, of every form that addresses people."""

from collections.abc import Mapping, Sequence

from domain.event_forms import Invitees
from domain.forms import Value
from domain.ids import PersonSetId
from handlers.common.form_facts import organisation_id_of
from handlers.common.form_model import Option
from handlers.common.form_run import FormRun
from screens.base import say
from services.events import Events

_SET = "set-"
_ROLES = ("parents", "staff", "partners")


async def groups_offered(run: FormRun) -> Sequence[Option]:
    """The groups whose parents this person may address."""
    events: Events = run.services["events"]
    groups = await events.groups_to_invite(run.actor, organisation_id_of(run))
    return [Option(str(g.id), say("events-group", name=g.name, emoji=g.emoji)) for g in groups]


async def who_offered(run: FormRun) -> Sequence[Option]:
    """Parents and who teaches their groups; for who reaches the whole organisation also partners and sets of people."""
    events: Events = run.services["events"]
    others = await events.others_to_invite(run.actor, organisation_id_of(run))
    roles = _ROLES if others.everybody else _ROLES[:2] if others.teachers else _ROLES[:1]
    mine = "events-option-who-teachers" if others.teachers else "events-option-who-staff"
    return [
        *(Option(role, say(mine if role == "staff" else f"events-option-who-{role}")) for role in roles),
        *(Option(f"{_SET}{set_id}", name) for set_id, name in others.sets),
    ]


def invitees_of(values: Mapping[str, Value]) -> Invitees:
    """Who was ticked; parents alone as long as nobody was."""
    said = values.get("who")
    ticked = said if isinstance(said, list) else ["parents"]
    sets = (one.removeprefix(_SET) for one in ticked if one.startswith(_SET))
    return Invitees(
        parents="parents" in ticked,
        staff="staff" in ticked,
        partners="partners" in ticked,
        set_ids=frozenset(PersonSetId(int(number)) for number in sets if number.isdecimal()),
    )


def ticks(invitees: Invitees) -> list[str]:
    """The ticks that would make these."""
    return [
        *(role for role in _ROLES if getattr(invitees, role)),
        *(f"{_SET}{set_id}" for set_id in sorted(invitees.set_ids)),
    ]
