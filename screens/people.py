"""How people are called on screens: the only place where a `ShownAdult` becomes words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from textwrap import shorten

from domain.people import (
    Kinship,
    Membership,
    Organisation,
    OrganisationKind,
    Role,
    ShownAdult,
    child_code,
    shown_adult,
)
from screens.base import Joined, Phrase, say

MARK = 30
"""Characters of what a partner offers that tell them from another one."""


def adult(shown: ShownAdult) -> Phrase:
    """«Анна Петрова», «семья 0147», «воспитатель», «логопед», «ОГБУЗ «Больница»»."""
    if shown.name is not None:
        return say("people-name", name=shown.name)
    match shown.role:
        case Role.PARENT if shown.numbers:
            return say("people-family", codes=", ".join(child_code(number) for number in shown.numbers))
        case Role.SPECIALIST | Role.PARTNER if shown.title is not None:
            return say("people-name", name=shown.title)
    return role(shown.role, shown.kind)


def oneself(shown: ShownAdult) -> Phrase | Joined:
    """How somebody is shown to themselves: «Анна Петрова, воспитатель», «родитель»; never «семья 0147»."""
    return adult_with_role(shown) if shown.name is not None or shown.role is not Role.PARENT else _tie(shown)


def adult_with_role(shown: ShownAdult) -> Phrase | Joined:
    """«Анна Петрова, воспитатель», «Анна Петрова, родитель»; without a name only what `adult` says."""
    if shown.name is None:
        return adult(shown)
    what = _tie(shown) if shown.title is None else say("people-name", name=shown.title)
    return Joined((adult(shown), what), by=", ")


def place(shown: ShownAdult) -> Phrase:
    """Where a partner comes from, «Пожарная часть № 3»: an enterprise is known by its name, not by who speaks for it."""
    return adult(shown) if shown.title is None else say("people-name", name=shown.title)


def places_apart(found: Sequence[tuple[ShownAdult, str | None]]) -> list[Phrase]:
    """The same of several; those of one enterprise are told apart by name, by what they offer, or by number."""
    met, many = Counter[str | None](), Counter(shown.title for shown, _ in found)
    said = []
    for shown, offers in found:
        met[shown.title] += 1
        if shown.title is None or many[shown.title] == 1:
            said.append(place(shown))
        else:
            offered = shorten(offers or "", MARK, placeholder="…")
            mark = shown.name or offered or f"№ {met[shown.title]}"
            said.append(say("people-name-apart", name=shown.title, mark=mark))
    return said


def role(value: Role, kind: OrganisationKind = OrganisationKind.KINDERGARTEN) -> Phrase:
    """«заведующий», «воспитатель» (in a school «учитель»), «родитель»."""
    return say("people-role", role=value.value, kind=kind.value)


def role_of(membership: Membership) -> Phrase:
    """«воспитатель», «логопед», «родственник»: what somebody is here, in their own case."""
    if membership.role is Role.SPECIALIST and membership.title is not None:
        return say("people-name", name=membership.title)
    tie = membership.children[0].kinship if membership.children else None
    if tie is not None and tie is not Kinship.PARENT:
        return kinship(tie)
    return role(membership.role, membership.organisation.kind)


def kinship(value: Kinship) -> Phrase:
    """«мама или папа», «опекун», «родственник»."""
    return say("people-kinship", kinship=value.value)


def _tie(shown: ShownAdult) -> Phrase:
    """«родитель», «опекун», «воспитатель»: of somebody who is known, not asked «мама или папа»."""
    if shown.role is Role.PARENT and shown.kinship not in (None, Kinship.PARENT):
        return kinship(shown.kinship)
    return role(shown.role, shown.kind)


def mentioned(members: Iterable[Membership], organisation: Organisation) -> frozenset[int]:
    """Persons whose names stand on a screen that shows these roles."""
    return frozenset(m.person_id for m in members if shown_adult(m, organisation).name is not None)
