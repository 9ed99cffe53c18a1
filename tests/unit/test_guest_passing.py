"""Until when a passed invitation opens, and what its partner, a colleague and staff read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.guest_passing import PassedOn, Passing, open_until
from domain.ids import OpeningId, Token
from domain.links import PASSED_LINK_LIFE
from domain.outcomes import Reason, Refused
from domain.people import Organisation
from locales import LOCALES, texts_for
from screens import guests_passing, joining
from screens.render import Rendered, render
from tests.conftest import START
from tests.unit.guests_drawn import BIG, GARDEN, GROUP, SCHOOL, invitation, slots

ADDRESS = "https://t.me/gost_gruppy_bot?start=i_" + "a" * 22


def test_a_link_ends_with_the_last_date_that_stands_or_after_two_weeks() -> None:
    [slot] = slots(1)
    near, late = replace(slot, starts_at=START + timedelta(days=3)), START + timedelta(days=60)
    far = replace(slot, starts_at=late)
    assert open_until([near], now=START) == near.starts_at
    assert open_until([near, far], now=START) == START + PASSED_LINK_LIFE
    assert open_until([near, replace(far, withdrawn=True)], now=START) == near.starts_at
    assert open_until([replace(near, visit_id=1)], now=START) == near.starts_at, "there is a queue"  # type: ignore[arg-type]  # a number is a number
    for nothing in ([], [replace(near, withdrawn=True)], [replace(near, starts_at=START)]):
        assert open_until(nothing, now=START) == Refused(Reason.SLOT_PAST)


def drawn(here: Organisation, locale: str) -> list[Rendered]:
    """Both screens of the partner."""
    view = Passing(OpeningId(BIG), here, GROUP, START)
    screens = guests_passing.passing(view), guests_passing.passed_on(PassedOn(view, Token("a" * 22)), ADDRESS)
    return [render(screen, texts_for(locale), START) for screen in screens]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("here", [GARDEN, SCHOOL], ids=["kindergarten", "school"])
def test_the_link_stands_in_words_to_send_along(here: Organisation, locale: str) -> None:
    asked, made = drawn(here, locale)
    assert ADDRESS not in asked.text
    assert made.text.count(ADDRESS) == 1
    assert here.name in made.text
    assert GROUP.name in made.text
    assert [button.copy for row in made.rows for button in row if button.copy] == [ADDRESS]
    for shown in (asked, made):
        for button in (button for row in shown.rows for button in row):
            assert len((button.data or "").encode()) <= 64
            assert len(button.text) <= 64


def test_the_button_is_for_who_may_pass_it_on() -> None:
    assert guests_passing.pass_rows(invitation(3)) == ()
    assert len(guests_passing.pass_rows(invitation(3, passes=OpeningId(1)))) == 1


@pytest.mark.parametrize("reason", [Reason.PASSED_SPENT, Reason.PASSED_EXPIRED, Reason.PASSED_REVOKED])
def test_a_link_that_has_ended_says_whom_to_ask(reason: Reason) -> None:
    text = render(joining.refused(Refused(reason), known=False), texts_for("ru"), START).text
    assert "педагог пригласит вас отдельно" in text
    assert "О вас ничего не сохранено" in text
    assert "Новую карточку" not in text
    known = render(joining.refused(Refused(reason), known=True), texts_for("ru"), START).text
    assert "не сохранено" not in known, "the bot knows who is here already"


def test_one_s_own_link_says_to_whom_to_send_it() -> None:
    text = render(joining.refused(Refused(Reason.PASSED_OWN), known=True), texts_for("ru"), START).text
    assert "перешлите" in text
    assert "не сохранено" not in text
