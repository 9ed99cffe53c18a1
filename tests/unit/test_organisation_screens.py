"""Screens with codes or names remove themselves and know whom they name; with rule 9 off they name nobody."""

from dataclasses import replace
from datetime import date

import pytest

from domain.ids import ChildId, GroupId, LinkId, MembershipId, OrganisationId, PersonId, PersonSetId
from domain.links import Link, LinkKind, new_token
from domain.organisation import (
    BoundAdult,
    EndedRole,
    FamilyLine,
    GroupCounts,
    PartnerLine,
    PartnerTerms,
    PersonSet,
    TeachingLine,
    TenantCounts,
)
from domain.organisation_views import (
    ChildCard,
    FamilyList,
    GroupCard,
    IssuedLink,
    MemberCard,
    PartnerCard,
    SetCard,
    StaffList,
    Substitutions,
)
from domain.people import (
    AgeBand,
    Child,
    Group,
    Guardianship,
    Kinship,
    Membership,
    Organisation,
    OrganisationKind,
    PartnerKind,
    Role,
    TeacherGroup,
)
from locales import LOCALES, texts_for
from screens import organisation as tenants
from screens import organisation_families as families
from screens import organisation_groups as groups
from screens import organisation_links as links
from screens import organisation_notices as notices
from screens import organisation_partners as partners
from screens import organisation_staff as staff
from screens import organisation_teachings as teachings
from screens.base import Screen
from screens.render import render
from tests.conftest import START

NAME = "<b>Анна & Co"
GROUP = Group(GroupId(1), OrganisationId(1), "<i>Солнышко", "🐻", AgeBand.Y5_6)
CHILD = Child(ChildId(1), OrganisationId(1), 147, GROUP.id)


def drawn(*, names: bool) -> dict[str, Screen]:
    """Every screen that shows an adult, in an organisation with or without names."""
    here = Organisation(
        OrganisationId(1), "Сад", OrganisationKind.KINDERGARTEN, "Asia/Omsk", personal_data=names
    )

    def member(number: int, role: Role, **more: object) -> Membership:
        held = Membership(MembershipId(number), PersonId(number), here, role, name=NAME)
        return replace(held, **more)  # type: ignore[arg-type]  # tests name any field

    teacher = member(1, Role.TEACHER, teaches=(TeacherGroup(GROUP.id),))
    mother = member(
        2, Role.PARENT, children=(Guardianship(CHILD.id, CHILD.number, GROUP.id, Kinship.PARENT),)
    )
    partner = member(3, Role.PARTNER, title="Пожарная часть")
    stand_in = TeachingLine(teacher, TeacherGroup(GROUP.id, date(2026, 9, 7), date(2026, 9, 11)))
    card = ChildCard(here, GROUP, CHILD, (BoundAdult(mother, Kinship.PARENT),), 1, True, True)
    member_card = MemberCard(teacher, here, (GROUP,), False, True)
    working = PersonSet(PersonSetId(1), here.id, "Рабочая", None, frozenset({teacher.id}))
    return {
        "staff": staff.staff(StaffList(here, (teacher,), (GROUP,), 1, True)),
        "member": staff.member(member_card),
        "remove": staff.remove_sure(member_card),
        "appoint": staff.appoint_sure(member_card),
        "substitutions": teachings.substitutions(
            Substitutions(GROUP, here, (GROUP,), (stand_in,), (teacher,))
        ),
        "whom": teachings.substitute_whom(Substitutions(GROUP, here, (GROUP,), (stand_in,), (teacher,))),
        "group": groups.group(GroupCard(here, GroupCounts(GROUP, 24, 12), (stand_in,), 1, *[True] * 7)),
        "child": families.child(card),
        "unbind": families.unbind_sure(card, mother.id),
        "partner": partners.partner(
            PartnerCard(
                PartnerLine(partner, PartnerTerms(PartnerKind.OTHER, "17", date(2026, 9, 30))), here, True
            )
        ),
        "set": partners.set_card(SetCard(here, working, (teacher,))),
    }


@pytest.mark.parametrize("name", drawn(names=True))
@pytest.mark.parametrize("locale", LOCALES)
def test_a_screen_with_a_name_removes_itself_and_knows_whom_it_names(name: str, locale: str) -> None:
    screen = drawn(names=True)[name]
    shown = render(screen, texts_for(locale))
    words = shown.text + "".join(button.text for row in shown.rows for button in row)
    assert "Анна & Co" in words.replace("&amp;", "&")
    assert screen.fleeting
    assert len(screen.mentions) == 1
    assert "<b>Анна" not in shown.text


@pytest.mark.parametrize("name", drawn(names=False))
@pytest.mark.parametrize("locale", LOCALES)
def test_without_rule_nine_nobody_is_named(name: str, locale: str) -> None:
    screen = drawn(names=False)[name]
    shown = render(screen, texts_for(locale))
    words = shown.text + "".join(button.text for row in shown.rows for button in row)
    assert "Анна" not in words
    assert screen.mentions == frozenset()


def test_codes_and_links_vanish_after_a_day() -> None:
    here = Organisation(OrganisationId(1), "Сад", OrganisationKind.KINDERGARTEN, "Asia/Omsk", False)
    listed = FamilyList(here, GROUP, (FamilyLine(CHILD, 0),), True, True)
    link = Link(LinkId(1), here.id, LinkKind.STAFF, PersonId(1), START, role=Role.TEACHER, expires_at=START)
    issued = links.issued(IssuedLink(here, link, new_token(), (GROUP,)), "https://t.me/b?start=s_x")
    for screen in (
        families.families(listed),
        groups.children_added(listed, range(147, 149)),
        issued,
        drawn(names=False)["child"],
    ):
        assert screen.fleeting
    copy, share = issued.rows[0]
    assert copy.copy == "https://t.me/b?start=s_x"
    assert share.url == "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fb%3Fstart%3Ds_x"


def test_long_lists_have_pages_of_codes() -> None:
    here = Organisation(OrganisationId(1), "Сад", OrganisationKind.KINDERGARTEN, "Asia/Omsk", False)
    lines = tuple(FamilyLine(replace(CHILD, id=ChildId(n), number=n), n % 2) for n in range(1, 31))
    first = render(families.families(FamilyList(here, GROUP, lines, False, False)), texts_for("ru"))
    last = render(families.families(FamilyList(here, GROUP, lines, False, False), 9), texts_for("ru"))
    assert [len(row) for row in first.rows] == [4] * 6 + [1, 2]
    assert [button.text for button in last.rows[-2]] == ["‹ Предыдущие"]
    assert last.rows[0][0].text == "✅ 0025"


def test_a_school_is_led_by_a_director() -> None:
    school = Organisation(OrganisationId(1), "Школа", OrganisationKind.SCHOOL, "Asia/Omsk", False)
    teacher = MemberCard(
        Membership(MembershipId(1), PersonId(1), school, Role.TEACHER), school, (), False, True
    )
    counts = TenantCounts(school, heads=0, staff=0, groups=0, children=0, families=0)
    for screen in (
        tenants.tenant(counts),
        staff.member(teacher),
        staff.appoint_sure(teacher),
        notices.role_removed(EndedRole("Школа", OrganisationKind.SCHOOL, Role.TEACHER)),
    ):
        shown = render(screen, texts_for("ru"))
        words = shown.text + "".join(button.text for row in shown.rows for button in row)
        assert "директор" in words
        assert "заведующ" not in words
        assert "воспитател" not in words


def test_staff_read_what_a_partner_can_show() -> None:
    here = Organisation(OrganisationId(1), "Сад", OrganisationKind.KINDERGARTEN, "Asia/Omsk", False)
    baker = Membership(
        MembershipId(3), PersonId(3), here, Role.PARTNER, title="Пекарня", offers="<i>Печём хлеб"
    )
    line = PartnerLine(baker, PartnerTerms(PartnerKind.ENTERPRISE, None, None))
    shown = partners.partner(PartnerCard(line, here, False))
    assert "Может показать: &lt;i&gt;Печём хлеб" in render(shown, texts_for("ru")).text
    assert shown.fleeting  # a person's own words do not stay in the chats of others


def _card_of_partner(agreement: str | None, until: date | None) -> str:
    here = Organisation(OrganisationId(1), "Сад", OrganisationKind.KINDERGARTEN, "Asia/Omsk", False)
    partner = Membership(MembershipId(3), PersonId(3), here, Role.PARTNER, title="Пекарня")
    line = PartnerLine(partner, PartnerTerms(PartnerKind.ENTERPRISE, agreement, until))
    return render(partners.partner(PartnerCard(line, here, True)), texts_for("ru")).text


def test_an_agreement_is_told_in_whole_sentences() -> None:
    known = _card_of_partner("17", date(2026, 9, 30))
    assert "Договор № 17\nДействует по 30 сентября 2026 года включительно" in known
    assert "Номер договора пока не указан\nСрок не указан" in _card_of_partner(None, None)


def test_what_an_organisation_has_not_told_agrees_with_its_noun() -> None:
    here = Organisation(OrganisationId(1), "Сад", OrganisationKind.KINDERGARTEN, "Asia/Omsk", False)
    text = render(tenants.card(here), texts_for("ru")).text
    assert "Адрес пока не указан" in text
    assert "не указано" not in text
    assert "Укажите, куда писать о персональных данных" in text


def test_one_new_code_is_not_a_range() -> None:
    here = Organisation(OrganisationId(1), "Сад", OrganisationKind.KINDERGARTEN, "Asia/Omsk", False)
    listed = FamilyList(here, GROUP, (FamilyLine(CHILD, 0),), True, True)
    one = render(groups.children_added(listed, range(147, 148)), texts_for("ru")).text
    many = render(groups.children_added(listed, range(101, 122)), texts_for("ru")).text
    assert one.startswith("✅ <b>Добавлен код 0147</b>")
    assert many.startswith("✅ <b>Добавлен 21 код: 0101 – 0121</b>")


def test_two_teachers_without_names_are_told_apart() -> None:
    here = Organisation(OrganisationId(1), "Сад", OrganisationKind.KINDERGARTEN, "Asia/Omsk", False)
    pair = tuple(
        Membership(MembershipId(n), PersonId(n), here, Role.TEACHER, teaches=(TeacherGroup(GROUP.id),))
        for n in (6, 9)
    )
    alone = Membership(MembershipId(1), PersonId(1), here, Role.HEAD)
    listed = render(staff.staff(StaffList(here, (alone, *pair), (GROUP,), 0, False)), texts_for("ru"))
    labels = [row[0].text for row in listed.rows[:3]]
    assert labels[0] == "заведующий"
    assert [label.split(" · ")[-1] for label in labels[1:]] == ["№ 6", "№ 9"]
    asked = staff.remove_sure(MemberCard(pair[0], here, (GROUP,), False, True))
    assert "воспитатель № 6" in render(asked, texts_for("ru")).text
    named = replace(here, personal_data=True)
    known = tuple(replace(one, organisation=named, name=name) for one, name in zip(pair, "АБ", strict=True))
    shown = render(staff.staff(StaffList(named, known, (GROUP,), 0, False)), texts_for("ru"))
    assert not any("№" in row[0].text for row in shown.rows)


def test_who_has_two_roles_is_counted_once() -> None:
    here = Organisation(OrganisationId(1), "Сад", OrganisationKind.KINDERGARTEN, "Asia/Omsk", False)
    roles = tuple(
        Membership(MembershipId(n), PersonId(6), here, role)
        for n, role in enumerate((Role.HEAD, Role.TEACHER), start=1)
    )
    listed = render(staff.staff(StaffList(here, roles, (), 0, False)), texts_for("ru"))
    assert "С нами 1 сотрудник." in listed.text


def test_a_group_without_a_teacher_offers_the_head_to_invite_one() -> None:
    here = Organisation(OrganisationId(1), "Сад", OrganisationKind.KINDERGARTEN, "Asia/Omsk", False)
    teacher = Membership(MembershipId(6), PersonId(6), here, Role.TEACHER)
    line = TeachingLine(teacher, TeacherGroup(GROUP.id))
    bare = GroupCard(here, GroupCounts(GROUP, 0, 0), (), 0, *[True] * 7)

    def offers(card: GroupCard) -> bool:
        shown = render(groups.group(card), texts_for("ru"))
        return any("Пригласить воспитателя" in button.text for row in shown.rows for button in row)

    assert offers(bare)
    assert not offers(replace(bare, teachers=(line,)))
    assert not offers(replace(bare, may_invite=False))
