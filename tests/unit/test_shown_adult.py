"""One function decides how an adult is shown (rule 9), and one module says it."""

from dataclasses import replace

import pytest

from domain.ids import ChildId, GroupId, MembershipId, OrganisationId, PersonId
from domain.people import Guardianship, Kinship, Membership, Organisation, OrganisationKind, Role, shown_adult
from locales import texts_for
from screens.people import adult, adult_with_role, oneself
from screens.render import plain


def _organisation(kind: OrganisationKind = OrganisationKind.KINDERGARTEN, *, names: bool) -> Organisation:
    return Organisation(OrganisationId(1), "Ромашка", kind, "Asia/Novokuznetsk", names)


def _member(role: Role, organisation: Organisation, title: str | None = None, *numbers: int) -> Membership:
    children = tuple(
        Guardianship(ChildId(number), number, GroupId(1), Kinship.GUARDIAN, pet_name="Зайчик")
        for number in numbers
    )
    return Membership(
        MembershipId(1), PersonId(1), organisation, role, name="Анна <b>", title=title, children=children
    )


@pytest.mark.parametrize(
    ("role", "title", "numbers", "said"),
    [
        (Role.PARENT, None, (147,), "семья 0147"),
        (Role.PARENT, None, (7, 147), "семья 0007, 0147"),
        (Role.PARENT, None, (), "родитель"),
        (Role.TEACHER, None, (), "воспитатель"),
        (Role.SPECIALIST, "логопед", (), "логопед"),
        (Role.PARTNER, "Пекарня", (), "Пекарня"),
        (Role.HEAD, None, (), "заведующий"),
    ],
)
def test_without_names_an_adult_is_a_family_or_a_role(
    role: Role, title: str | None, numbers: tuple[int, ...], said: str
) -> None:
    organisation = _organisation(names=False)
    shown = shown_adult(_member(role, organisation, title, *numbers), organisation)
    assert plain(adult(shown), texts_for("ru")) == said
    assert "Анна" not in plain(adult_with_role(shown), texts_for("ru"))


def test_with_names_an_adult_is_called_by_name_and_a_pet_name_is_nobody_else_s() -> None:
    organisation = _organisation(names=True)
    shown = shown_adult(_member(Role.PARENT, organisation, None, 7), organisation)
    assert plain(adult(shown), texts_for("ru")) == "Анна <b>"
    assert plain(adult_with_role(shown), texts_for("ru")) == "Анна <b>, опекун"
    assert "Зайчик" not in repr(shown)


def test_a_school_calls_people_by_its_own_words() -> None:
    school = _organisation(OrganisationKind.SCHOOL, names=False)
    said = [
        plain(adult(shown_adult(_member(role, school), school)), texts_for("ru"))
        for role in (Role.HEAD, Role.METHODIST, Role.TEACHER)
    ]
    assert said == ["директор", "завуч", "учитель"]


def test_nobody_is_a_number_to_themselves() -> None:
    organisation = _organisation(names=False)
    guardian = _member(Role.PARENT, organisation, None, 22)
    mother = replace(guardian, children=(replace(guardian.children[0], kinship=Kinship.PARENT),))
    said = [
        plain(oneself(shown_adult(who, organisation)), texts_for("ru"))
        for who in (guardian, mother, _member(Role.TEACHER, organisation))
    ]
    assert said == ["опекун", "родитель", "воспитатель"]
    named = _organisation(names=True)
    assert plain(oneself(shown_adult(guardian, named)), texts_for("ru")) == "Анна <b>, опекун"
