"""Menu and help: each reads what concerns them, and nothing that is somebody else's."""

import pytest

from domain.ids import MembershipId, OrganisationId, PersonId
from domain.people import Actor, Membership, Organisation, OrganisationKind, Role
from locales import texts_for
from screens.menu import help_screen
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
