"""Every long list is turned the same way."""

import ast
from pathlib import Path

import pytest

from domain.ids import ChildId, GroupId, JoinRequestId, MembershipId, OrganisationId, PersonId
from domain.joining import CodeLine, CodePage, JoinRequest, RequestCard, RequestLine, RequestQueue
from domain.organisation import FamilyLine, GroupCounts, TenantCounts
from domain.organisation_views import (
    FamilyList,
    GroupList,
    Installation,
    MoveChoice,
    Substitutions,
    Teaching,
)
from domain.people import (
    AgeBand,
    Child,
    Group,
    Kinship,
    Membership,
    Organisation,
    OrganisationKind,
    Role,
)
from locales import texts_for
from screens import (
    forms,
    joining_staff,
    organisation,
    organisation_families,
    organisation_groups,
    organisation_teachings,
)
from screens.base import Rows, Screen, screen
from screens.render import render
from tests.conftest import START

SCREENS = Path(__file__).parents[2] / "screens"
HERE = Organisation(OrganisationId(1), "Сад", OrganisationKind.KINDERGARTEN, "Asia/Omsk", False)
GROUP = Group(GroupId(1), HERE.id, "Солнышко", "🐻", AgeBand.Y5_6)
CHILDREN = tuple(Child(ChildId(n), HERE.id, n, GROUP.id) for n in range(1, 61))
REQUEST = JoinRequest(
    JoinRequestId(1), HERE.id, GROUP.id, PersonId(1), Kinship.PARENT, None, 4321, created_at=START
)


def _options(page: int) -> Rows:
    offered = [(str(number), str(number)) for number in range(20)]
    return forms.choice_rows(forms.Choice("f", "s", offered, frozenset(), False, 1), page)


def middle_pages() -> dict[str, Screen]:
    """The second page of three of lists of every sort."""
    counts = GroupCounts(GROUP, 24, 12)
    families = FamilyList(HERE, GROUP, tuple(FamilyLine(child, 0) for child in CHILDREN), True, True)
    queue = RequestQueue(HERE, (RequestLine(REQUEST, GROUP),) * 8, 1, True)
    codes = CodePage(RequestCard(HERE, GROUP, REQUEST), (CodeLine(CHILDREN[0], 0),) * 12, 1, True)
    groups = tuple(Group(GroupId(n), HERE.id, f"Группа {n}", "🐻", AgeBand.Y5_6) for n in range(1, 25))
    teachers = tuple(Membership(MembershipId(n), PersonId(n), HERE, Role.TEACHER) for n in range(1, 25))
    tenants = (TenantCounts(HERE, 1, 1, 1, 1, 1),) * 8
    return {
        "codes of a group": organisation_families.families(families, 1),
        "groups": organisation_groups.groups(GroupList(HERE, (counts,) * 20, True), 1),
        "newcomers": joining_staff.queue(queue),
        "codes for a newcomer": joining_staff.codes(codes),
        "organisations": organisation.installation(Installation(tenants, 1, True)),
        "groups of a teacher": organisation_teachings.teaching(Teaching(teachers[0], groups), 1),
        "who stands in": organisation_teachings.substitute_whom(
            Substitutions(GROUP, HERE, groups, (), teachers), 1
        ),
        "where a child moves": organisation_families.move(MoveChoice(HERE, CHILDREN[0], groups), 1),
        "options of a form": screen(rows=_options(1)),
    }


@pytest.mark.parametrize("name", middle_pages())
def test_the_way_on_and_the_way_back_look_the_same(name: str) -> None:
    rows = [[button.text for button in row] for row in render(middle_pages()[name], texts_for("ru")).rows]
    assert ["‹ Предыдущие", "Показать ещё ›"] in rows
    assert len(rows) <= 16


def test_there_is_no_way_where_it_leads_nowhere() -> None:
    first = render(screen(rows=_options(0)), texts_for("ru")).rows
    last = render(screen(rows=_options(99)), texts_for("ru")).rows
    assert [button.text for button in first[-1]] == ["Показать ещё ›"]
    assert [button.text for button in last[-1]] == ["‹ Предыдущие"]
    alone = joining_staff.queue(RequestQueue(HERE, (RequestLine(REQUEST, GROUP),), 0, False))
    assert not any("›" in button.text for row in render(alone, texts_for("ru")).rows for button in row)


def test_short_options_stand_in_whole_rows() -> None:
    offered = [(str(number), str(number)) for number in range(25)]
    rows = forms.choice_rows(forms.Choice("f", "s", offered, frozenset(), False, 5), 0)
    assert [len(row) for row in rows] == [5] * 5


@pytest.mark.parametrize("file", sorted(SCREENS.glob("*.py")), ids=lambda file: file.name)
def test_no_screen_draws_a_pager_of_its_own(file: Path) -> None:
    words = {node.value for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Constant)}
    assert not words & {"‹", "›", "·"}
    assert file.name == "paging.py" or not words & {"button-more", "button-previous"}
