"""/my_data is read line by line: what there is, and nothing of what there is not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from db.personal import PERSONAL
from domain.actions.privacy import WithdrawConsent
from domain.ids import ChildId, ConsentId, GroupId, MembershipId, OrganisationId, PersonId
from domain.people import Actor, Guardianship, Kinship, Membership, Organisation, OrganisationKind, Role
from domain.privacy import Consent, ConsentLine, MyData, Purpose
from locales import LOCALES, texts_for
from screens.buttons import pack
from screens.privacy import _RECORDS, _SHOWN_AS_ROLES, ask_erase, ask_leave, consents, my_data
from screens.render import render

NEWCOMER = Actor(PersonId(12), 1, "ru", memberships=(), current_id=None, owner=False)


def lines(rows: dict[str, int], locale: str = "ru") -> list[str]:
    """The screen's lines."""
    return render(my_data(MyData(NEWCOMER, (), rows)), texts_for(locale)).text.split("\n")


def test_each_kind_has_a_line_and_none_stands_for_nothing() -> None:
    said = lines({"rsvps": 3, "join_requests": 0, "outbox": 12, "persons": 1})
    assert "• ответы на приглашения – 3" in said
    assert "• сообщения бота вам – 12" in said
    assert len([line for line in said if line.startswith("•")]) == 2
    assert any("участник № 12" in line for line in said)


def test_what_has_no_line_of_its_own_is_counted_too() -> None:
    assert "• служебные записи – 5" in lines({"sent_messages": 2, "message_mentions": 3})


@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_has_words_of_its_own(locale: str) -> None:
    said = [line for line in lines(dict.fromkeys(_RECORDS, 7), locale) if line.startswith("•")]
    assert len(set(said)) == len(_RECORDS)
    assert all("7" in line for line in said)


def test_names_of_records_are_those_of_the_file() -> None:
    """A trace that is renamed must not silently fall among the others."""
    assert {*_RECORDS, *_SHOWN_AS_ROLES} <= {trace.name for trace in PERSONAL}


def role_of(role: Role, *, title: str | None = None, kinship: Kinship | None = None) -> Membership:
    """Somebody's role in a kindergarten without names."""
    here = Organisation(
        OrganisationId(1), "Рябинка", OrganisationKind.KINDERGARTEN, "Europe/Moscow", personal_data=False
    )
    children = () if kinship is None else (Guardianship(ChildId(1), 147, GroupId(1), kinship),)
    return Membership(MembershipId(1), PersonId(12), here, role, title=title, children=children)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (role_of(Role.PARENT, kinship=Kinship.PARENT), "• родитель, Рябинка"),
        (role_of(Role.PARENT, kinship=Kinship.GUARDIAN), "• опекун, Рябинка"),
        (role_of(Role.PARENT, kinship=Kinship.RELATIVE), "• родственник, Рябинка"),
        (role_of(Role.SPECIALIST, title="логопед"), "• логопед, Рябинка"),
        (role_of(Role.TEACHER), "• воспитатель, Рябинка"),
    ],
)
def test_everybody_is_called_what_they_are_to_the_child_or_here(held: Membership, said: str) -> None:
    somebody = replace(NEWCOMER, memberships=(held,))
    shown = render(my_data(MyData(somebody, (), {})), texts_for("ru"))
    assert said in shown.text.split("\n")


@pytest.mark.parametrize(
    ("held", "family"),
    [
        (role_of(Role.PARENT, kinship=Kinship.RELATIVE), True),
        (role_of(Role.TEACHER), False),
        (role_of(Role.PARTNER, title="Пекарня"), False),
    ],
)
def test_only_families_are_told_that_the_other_adult_stays(held: Membership, family: bool) -> None:
    somebody = replace(NEWCOMER, memberships=(held,))
    for asked in (ask_erase(somebody), ask_leave(somebody, held.organisation_id)):
        assert ("Второго взрослого" in render(asked, texts_for("ru")).text) is family


def test_who_runs_the_installation_is_not_forgotten_by_leaving() -> None:
    somebody = replace(NEWCOMER, memberships=(role_of(Role.HEAD),))
    for owner in (False, True):
        asked = ask_leave(replace(somebody, owner=owner), OrganisationId(1))
        assert ("забудет вас совсем" in render(asked, texts_for("ru")).text) is not owner


def given(number: int, *, withdrawn: bool = False) -> ConsentLine:
    """A consent of a parent, given late in the evening of 7 September in UTC."""
    at = datetime(2026, 9, 7, 22, 0, tzinfo=UTC)
    consent = Consent(
        ConsentId(number), OrganisationId(1), Purpose.PARENT, 1, "", at, at if withdrawn else None
    )
    return ConsentLine(consent, "Солнышко")


def test_several_consents_are_numbered_so_that_the_right_one_is_withdrawn() -> None:
    shown = render(
        consents(MyData(NEWCOMER, (given(5), given(4, withdrawn=True), given(3)), {})), texts_for("ru")
    )
    assert "<b>2.</b> родитель или родственник, Солнышко, версия 1, 7 сентября 2026 года" in shown.text
    labels = [button.text for row in shown.rows for button in row]
    assert labels[:4] == ["Прочитать 1", "Отозвать согласие 1", "Прочитать 2", "Отозвать согласие 2"]
    assert [row[1].data for row in shown.rows[:2]] == [
        pack(WithdrawConsent(ConsentId(number), sure=False)) for number in (5, 3)
    ]


def test_the_only_consent_has_no_number() -> None:
    shown = render(consents(MyData(NEWCOMER, (given(5), given(4, withdrawn=True)), {})), texts_for("ru"))
    assert [button.text for button in shown.rows[0]] == ["Прочитать", "Отозвать согласие"]
    assert "1." not in shown.text
