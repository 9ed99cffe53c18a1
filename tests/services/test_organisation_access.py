"""Who may do what on the organisation's side: every use case, every kind of person, nothing changed by a refusal."""

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.work import Database
from domain.ids import LinkId, PersonSetId
from domain.links import LinkKind
from domain.organisation import OrganisationPart
from domain.outcomes import Forbidden, Missing, Refused
from domain.people import Actor, AgeBand, OrganisationKind, PartnerKind, Role
from tests.scenarios.engines import ON_SQLITE
from tests.services.crowd import OF_RAYS, ON_OTHER_DAYS, build_crowd
from tests.services.house import House
from tests.services.rows import Rows, changed, contents, put_back

UseCase = Callable[[House, Actor], Awaitable[Any]]


def _member(who: str) -> Callable[[House], Any]:
    return lambda house: house.role_of(who).id


async def _set_of(house: House) -> PersonSetId:
    async with house.database.work() as work:
        made = await work.sets.create(house.organisation_id, "Творческая группа", None)
        if made is None:
            return (await work.sets.of_organisation(house.organisation_id))[0].id
    return made


async def _link_of(house: House) -> LinkId:
    async with house.database.read() as reading:
        waiting = await reading.links.waiting(house.organisation_id, LinkKind.STAFF)
    if waiting:
        return waiting[0].id
    issued = await house.invitations.invite(house["head"], house.organisation_id, Role.METHODIST)
    return issued.link.id  # type: ignore[union-attr]  # a head may invite


OWNER = {"owner"}
HEAD = {"head"}
LEADERS = {"head", "methodist"}
GROUP = {"head", "methodist", "teacher", "substitute"}
SEEING_FAMILIES = GROUP | {"psychologist"}
SEEING_GROUPS = SEEING_FAMILIES | {"specialist"}
DAY = date(2026, 10, 1)

READS: dict[str, tuple[set[str], UseCase]] = {
    "organisations.installation": (OWNER, lambda h, a: h.organisations.installation(a)),
    "organisations.tenant": (OWNER, lambda h, a: h.organisations.tenant(a, h.organisation_id)),
    "organisations.card": (HEAD, lambda h, a: h.organisations.card(a, h.organisation_id)),
    "staff.members": (LEADERS, lambda h, a: h.staff.members(a, h.organisation_id)),
    "staff.member": (LEADERS, lambda h, a: h.staff.member(a, _member("specialist")(h))),
    "invitations.inviting": (HEAD, lambda h, a: h.invitations.inviting(a, h.organisation_id, LinkKind.STAFF)),
    "invitations.inviting: partners": (
        LEADERS,
        lambda h, a: h.invitations.inviting(a, h.organisation_id, LinkKind.PARTNER),
    ),
    "invitations.waiting": (HEAD, lambda h, a: h.invitations.waiting(a, h.organisation_id, LinkKind.STAFF)),
    "invitations.waiting: partners": (
        LEADERS,
        lambda h, a: h.invitations.waiting(a, h.organisation_id, LinkKind.PARTNER),
    ),
    "teachings.teaching": (HEAD, lambda h, a: h.teachings.teaching(a, _member("teacher")(h))),
    "teachings.substitutions": (LEADERS, lambda h, a: h.teachings.substitutions(a, h.sun)),
    "groups.groups": (SEEING_GROUPS | OF_RAYS, lambda h, a: h.groups.groups(a, h.organisation_id)),
    "groups.card": (SEEING_GROUPS, lambda h, a: h.groups.card(a, h.sun)),
    "families.families": (SEEING_FAMILIES, lambda h, a: h.families.families(a, h.sun)),
    "families.child": (SEEING_FAMILIES, lambda h, a: h.families.child(a, h.children[0])),
    "families.move_choice": (GROUP, lambda h, a: h.families.move_choice(a, h.children[0])),
    "cards.poster": (GROUP, lambda h, a: h.cards.poster(a, h.sun)),
    "partners.registry": (
        GROUP | OF_RAYS | ON_OTHER_DAYS,
        lambda h, a: h.partners.registry(a, h.organisation_id),
    ),
    "partners.partner": (
        GROUP | OF_RAYS | ON_OTHER_DAYS,
        lambda h, a: h.partners.partner(a, _member("partner")(h)),
    ),
    "sets.sets": (LEADERS, lambda h, a: h.sets.sets(a, h.organisation_id)),
}


WRITES: dict[str, tuple[set[str], UseCase]] = {
    "organisations.create": (
        OWNER,
        lambda h, a: h.organisations.create(a, "Берёзка", OrganisationKind.SCHOOL, "Asia/Omsk"),
    ),
    "organisations.issue_head_link": (
        OWNER,
        lambda h, a: h.organisations.issue_head_link(a, h.organisation_id),
    ),
    "organisations.change": (
        HEAD,
        lambda h, a: h.organisations.change(a, h.organisation_id, OrganisationPart.ADDRESS, "Лесная, 1"),
    ),
    "organisations.turn_personal_data_on": (
        HEAD,
        lambda h, a: h.organisations.turn_personal_data_on(a, h.organisation_id, "45-од"),
    ),
    "organisations.turn_personal_data_off": (
        HEAD,
        lambda h, a: h.organisations.turn_personal_data_off(a, h.organisation_id),
    ),
    "invitations.invite": (HEAD, lambda h, a: h.invitations.invite(a, h.organisation_id, Role.PSYCHOLOGIST)),
    "invitations.invite_partner": (
        LEADERS,
        lambda h, a: h.invitations.invite_partner(a, h.organisation_id, PartnerKind.LIBRARY, "Библиотека"),
    ),
    "staff.retitle": (HEAD, lambda h, a: h.staff.retitle(a, _member("specialist")(h), "хореограф")),
    "staff.appoint_head": (HEAD, lambda h, a: h.staff.appoint_head(a, _member("methodist")(h))),
    "teachings.set_teaching": (
        HEAD,
        lambda h, a: h.teachings.set_teaching(a, _member("other-teacher")(h), h.sun, on=True),
    ),
    "teachings.substitute": (
        LEADERS,
        lambda h, a: h.teachings.substitute(a, h.sun, _member("other-teacher")(h), DAY, DAY),
    ),
    "teachings.end_substitution": (
        LEADERS,
        lambda h, a: h.teachings.end_substitution(a, h.sun, _member("substitute")(h)),
    ),
    "groups.create": (
        LEADERS,
        lambda h, a: h.groups.create(a, h.organisation_id, "Звёздочки", "🐰", AgeBand.Y4_5),
    ),
    "groups.rename": (LEADERS, lambda h, a: h.groups.rename(a, h.sun, "Радуга")),
    "groups.change_emoji": (LEADERS, lambda h, a: h.groups.change_emoji(a, h.sun, "🐰")),
    "groups.change_age": (LEADERS, lambda h, a: h.groups.change_age(a, h.sun, AgeBand.Y4_5)),
    "groups.archive": (LEADERS, lambda h, a: h.groups.archive(a, h.sun)),
    "groups.add_children": (GROUP, lambda h, a: h.groups.add_children(a, h.sun, 2)),
    "cards.print_group": (GROUP, lambda h, a: h.cards.print_group(a, h.sun, everybody=True)),
    "cards.print_child": (GROUP, lambda h, a: h.cards.print_child(a, h.children[0])),
    "cards.revoke_child": (GROUP, lambda h, a: h.cards.revoke_child(a, h.children[0])),
    "cards.revoke_group": (GROUP, lambda h, a: h.cards.revoke_group(a, h.sun)),
    "cards.print_poster": (GROUP, lambda h, a: h.cards.print_poster(a, h.sun, renew=True)),
    "cards.revoke_poster": (GROUP, lambda h, a: h.cards.revoke_poster(a, h.sun)),
    "families.move": (LEADERS | {"substitute"}, lambda h, a: h.families.move(a, h.children[1], h.rays)),
    "families.unbind": (GROUP, lambda h, a: h.families.unbind(a, h.children[0], _member("parent")(h))),
    "families.mark_left": (GROUP, lambda h, a: h.families.mark_left(a, h.children[2])),
    "families.take_back": (GROUP, lambda h, a: h.families.take_back(a, h.children[3])),
    "partners.write_agreement": (
        LEADERS,
        lambda h, a: h.partners.write_agreement(a, _member("partner")(h), "17/2026"),
    ),
    "partners.set_term": (LEADERS, lambda h, a: h.partners.set_term(a, _member("partner")(h), DAY)),
    "partners.end": (LEADERS, lambda h, a: h.partners.end(a, _member("partner")(h))),
    "sets.create": (LEADERS, lambda h, a: h.sets.create(a, h.organisation_id, "Рабочая группа", "12-од")),
    "staff.remove": (HEAD, lambda h, a: h.staff.remove(a, _member("specialist")(h))),
}
OF_A_SET: dict[str, Callable[[House, Actor, PersonSetId], Awaitable[Any]]] = {
    "sets.card": lambda h, a, s: h.sets.card(a, h.organisation_id, s),
    "sets.rename": lambda h, a, s: h.sets.rename(a, h.organisation_id, s, "Другая"),
    "sets.set_order": lambda h, a, s: h.sets.set_order(a, h.organisation_id, s, "3"),
    "sets.set_member": lambda h, a, s: h.sets.set_member(
        a, h.organisation_id, s, h.role_of("teacher").id, on=True
    ),
    "sets.delete": lambda h, a, s: h.sets.delete(a, h.organisation_id, s),
}
OF_A_LINK: dict[str, Callable[[House, Actor, LinkId], Awaitable[Any]]] = {
    "invitations.renew": lambda h, a, link: h.invitations.renew(a, h.organisation_id, link),
    "invitations.revoke": lambda h, a, link: h.invitations.revoke(a, h.organisation_id, link),
}


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> House:
    return await build_crowd(database, tmp_path)


@ON_SQLITE
async def test_everybody_else_is_refused_and_nothing_changes(house: House) -> None:
    set_id, link_id = await _set_of(house), await _link_of(house)
    cases: dict[str, tuple[set[str], UseCase]] = dict(READS | WRITES)
    for name, of_set in OF_A_SET.items():
        cases[f"set: {name}"] = (LEADERS, lambda h, a, act=of_set: act(h, a, set_id))  # type: ignore[misc]  # `act` is bound
    for name, of_link in OF_A_LINK.items():
        cases[f"link: {name}"] = (HEAD, lambda h, a, act=of_link: act(h, a, link_id))  # type: ignore[misc]  # as above
    before = await contents(house.database)
    for name, (allowed, act) in cases.items():
        for who in set(house.people) - allowed:
            try:
                await act(house, house[who])
            except (Forbidden, Missing):
                continue
            pytest.fail(f"{who} may {name}")
    assert changed(before, await contents(house.database)) == set()


@ON_SQLITE
async def test_those_who_may_look_change_nothing(house: House) -> None:
    before = await contents(house.database)
    for allowed, act in READS.values():
        for who in sorted(allowed):
            await act(house, house[who])
    assert changed(before, await contents(house.database)) == set()


async def test_those_who_may_change_do(house: House) -> None:
    rows = Rows(house.database)
    before = await rows.now()
    for name, (allowed, act) in WRITES.items():
        for who in sorted(allowed):
            outcome = await act(house, house[who])
            refused = name == "groups.archive"  # there are children in it
            assert isinstance(outcome, Refused) == refused, name
            after = await rows.now()
            assert bool(changed(before, after)) != refused, f"{name} by {who}"
            if not refused:
                await put_back(house.database, before, after)
    assert await rows.missed() == set()


async def test_a_substitute_reaches_the_group_only_in_those_days(house: House) -> None:
    day = date(2026, 9, 7)
    substitute = house.role_of("other-teacher").id
    await house.teachings.substitute(house["head"], house.sun, substitute, day, day)
    await house.families.families(await house.reload("other-teacher"), house.sun)
    clock = house.database.clock
    clock.move_to(clock.now().replace(day=8))  # type: ignore[attr-defined]  # the test's clock
    with pytest.raises(Forbidden):
        await house.families.families(house["other-teacher"], house.sun)
