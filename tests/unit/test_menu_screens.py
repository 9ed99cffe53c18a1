"""Menu and help: each reads what concerns them, and nothing that is somebody else's."""

import pytest

from domain.ids import GroupId, MembershipId, OrganisationId, PersonId
from domain.menu import MenuState
from domain.people import Actor, AgeBand, Group, Membership, Organisation, OrganisationKind, Role
from locales import texts_for
from screens.menu import help_screen, menu
from screens.render import render


def _help(actor: Actor | None) -> str:
    return render(help_screen(actor), texts_for("ru")).text


def test_who_waits_for_an_answer_is_not_told_to_make_organisations() -> None:
    newcomer = Actor(PersonId(1), 1, "ru")
    assert "Если вы ждёте ответа на заявку" in _help(newcomer)
    assert "Создайте организацию" not in _help(newcomer)
    assert "Создайте организацию" in _help(Actor(PersonId(1), 1, "ru", owner=True))


@pytest.mark.parametrize("role", Role)
def test_everybody_in_a_school_reads_its_words(role: Role) -> None:
    school = Organisation(OrganisationId(1), "Школа № 31", OrganisationKind.SCHOOL, "Asia/Omsk", False)
    actor = Actor(PersonId(1), 1, "ru", (Membership(MembershipId(1), PersonId(1), school, role),))
    assert "групп" not in _help(actor)
    assert "воспитател" not in _help(actor)


def test_a_teacher_without_a_group_is_offered_nothing_that_would_refuse() -> None:
    here = Organisation(OrganisationId(1), "Ромашка", OrganisationKind.KINDERGARTEN, "Asia/Omsk", False)
    actor = Actor(PersonId(1), 1, "ru", (Membership(MembershipId(1), PersonId(1), here, Role.TEACHER),))
    group = Group(GroupId(1), here.id, "Солнышко", "🐻", AgeBand.Y5_6)
    labels = {
        len(groups): [
            b.text for row in render(menu(MenuState(actor, groups)), texts_for("ru")).rows for b in row
        ]
        for groups in ((), (group,))
    }
    assert labels[0] == ["🤝 Партнёры", "⚙️ Настройки", "❓ Помощь"]
    assert "🧸 Группы" in labels[1]
    assert "👋 Новые родители" in labels[1]
