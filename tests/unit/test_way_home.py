"""«🏡 По дороге домой»: when families hear of a visit, what the screens say, how the game is played."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from content.professions import catalogue
from content.signs import is_sign
from domain.actions.guest_way_home import LikeGuest, OpenWayHome, PlayGuest
from domain.actions.guests import OpenVisit
from domain.actions.menu import Inert
from domain.attention import Hours, terms
from domain.events import GroupLabel
from domain.guest_views import VisitCard
from domain.guests import Visit, VisitStatus
from domain.ids import GroupId, OrganisationId, SlotId, VisitId
from domain.mini_quiz import QuizMaker
from domain.people import Organisation, OrganisationKind
from domain.professions import ChosenProfession
from domain.way_home import (
    ENOUGH_LIKINGS,
    Liking,
    Own,
    WayHome,
    heard_at,
    shown_likings,
    told_until,
    way_home,
)
from locales import texts_for
from screens import guests_way_home as screens
from screens.base import Screen
from screens.render import plain, render

ZONE = "Asia/Novokuznetsk"
HOURS = Hours(ZONE, time(21), time(8), time(19))
GARDEN = Organisation(OrganisationId(1), "Солнышко", OrganisationKind.KINDERGARTEN, ZONE, personal_data=False)
LABEL = GroupLabel(GroupId(1), "Лучики", "🐻")
BAKER = catalogue().by_slug["pekar"]
GAME = QuizMaker(catalogue()).make(BAKER, seed=5)


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """An hour of March there."""
    return datetime(2026, 3, day, hour, minute, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


VISIT = Visit(
    VisitId(5),
    OrganisationId(1),
    GroupId(1),
    SlotId(1),
    local(10, 10),
    None,
    ChosenProfession("Пекарь", "pekar"),
    frozenset(),
    VisitStatus.HELD,
    3,
    entered=True,
)


@pytest.mark.parametrize(
    ("concluded", "heard"),
    [
        (local(10, 11), local(10, 19)),
        (local(10, 19), local(10, 19)),
        (local(10, 20, 15), local(10, 20, 15)),
        (local(10, 21, 30), local(11, 19)),
        (local(11, 0, 30), local(11, 19)),
        (local(11, 12), local(11, 19)),
        (local(11, 20), local(11, 20)),
        (local(11, 22), local(12, 19)),
        (local(12, 18), local(12, 19)),
        (local(12, 19, 1), None),
        (local(13, 9), None),
        (local(20, 9), None),
    ],
)
def test_families_hear_in_the_evening_or_not_at_all(concluded: datetime, heard: datetime | None) -> None:
    assert heard_at(VISIT, HOURS, now=concluded) == heard
    if heard is not None:
        agreed = terms(way_home(VISIT, ZONE, heard), HOURS, now=concluded)
        assert (agreed.due_at, agreed.expires_at) == (heard, local(13, 0))
        assert agreed.may_wait, "the budget of attention holds for it"


def test_a_summary_in_the_quiet_hours_is_never_too_late() -> None:
    late = Hours(ZONE, time(21), time(8), time(22))
    assert heard_at(VISIT, late, now=local(11, 12)) == local(11, 22)
    assert heard_at(VISIT, late, now=local(12, 12)) is None, "the morning after is the third day"
    assert told_until(VISIT, ZONE) == local(13, 0)


def test_the_message_counts_once_for_each_time_the_visit_is_held() -> None:
    told = way_home(VISIT, ZONE, local(10, 19))
    assert (told.params, told.subject, told.dedupe_key) == (
        {"visit": 5},
        "visit:5",
        "guest-way-home:5:4",
    )


def test_few_answers_are_not_shown() -> None:
    assert shown_likings({Liking.WOW: 1, Liking.JOY: ENOUGH_LIKINGS - 2}) == {}
    assert shown_likings({Liking.WOW: 2, Liking.JOY: 1}) == {Liking.WOW: 2, Liking.JOY: 1}


def said(screen: Screen, locale: str = "ru") -> str:
    """The text as it is read."""
    return render(screen, texts_for(locale), local(10, 19)).text


def shown(**changed: object) -> WayHome:
    """The message of a baker's visit."""
    given = {"profession": BAKER, "named": True, "has_game": True, **changed}
    return WayHome(VISIT, GARDEN, LABEL, **given)  # type: ignore[arg-type]  # tests name any field


def test_the_message_asks_what_the_card_asks() -> None:
    view = screens.way_home(shown(liking=Liking.JOY))
    text = said(view)
    assert all(words in text for words in (BAKER.name, BAKER.simple, *BAKER.talk.home))
    faces, play, _ = view.rows
    assert [button.action for button in faces] == [LikeGuest(VISIT.id, liking) for liking in Liking]
    assert [str(button.label).startswith("✓") for button in faces] == [False, True, False, False]
    assert play[0].action == PlayGuest(VISIT.id)


@pytest.mark.parametrize("own", Own)
def test_the_guest_s_own_family_is_thanked(own: Own) -> None:
    view = screens.way_home(shown(own=own, may_like=False))
    assert "Спасибо" in said(view)
    assert "Как ребёнку гость" not in said(view)
    assert "уже собраны" not in said(view)
    own_words = said(screens.way_home(shown(own=own, may_like=False, profession=None, has_game=False)))
    assert "Кто был у вас" not in own_words


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_own_words_are_asked_about_in_general(locale: str) -> None:
    view = screens.way_home(shown(profession=None, has_game=False))
    text = said(view, locale)
    assert [f"{at}. " in text for at in (1, 2, 3)] == [True] * 3
    assert [type(button.action) for row in view.rows[1:] for button in row] != [PlayGuest]
    gone = said(screens.way_home(shown(profession=None, named=False)), locale)
    assert "Пекарь" not in gone
    late = screens.way_home(shown(may_like=False))
    assert not any(isinstance(button.action, LikeGuest) for row in late.rows for button in row)


def test_faces_are_one_sign_each_and_nobody_s() -> None:
    assert set(screens.FACES) == set(Liking)
    assert all(is_sign(face) for face in screens.FACES.values())


def card(likings: dict[Liking, int] | None, *, mine: bool = False) -> str:
    """What a card says of the feedback."""
    view = VisitCard(VISIT, GARDEN, LABEL, None, mine=mine, likings=likings)
    return " ".join(plain(phrase, texts_for("ru")) for phrase in screens.told(view))


def test_staff_see_counts_and_the_guest_a_warm_line() -> None:
    enough = {Liking.WOW: 4, Liking.SO_SO: 1}
    assert "🤩 4 · 😀 0 · 🙂 0 · 😐 1" in card(enough)
    assert "пока мало ответов" in card({})
    assert "5 откликов" in card(enough, mine=True)
    assert card({}, mine=True) == card(None) == ""


def tap(screen: Screen, place: int) -> PlayGuest:
    """The button of an option."""
    action = screen.rows[0][place].action
    assert isinstance(action, PlayGuest)
    return action


def test_the_game_goes_on_with_a_star_and_knows_no_mistakes() -> None:
    assert GAME is not None
    played = PlayGuest(VISIT.id)
    for at, question in enumerate(GAME.questions):
        asked = screens.game(GAME, played)
        assert said(asked).count("⭐") == at
        wrong = (question.right + 1) % len(question.options)
        again = screens.game(GAME, tap(asked, wrong))
        assert "Посмотрим ещё разок?" in said(again)
        assert question.options[wrong] not in said(again)
        assert again.rows[0][wrong].action == Inert()
        third = (question.right + 2) % len(question.options)
        once_more = screens.game(GAME, tap(again, third))
        assert [button.action for button in once_more.rows[0]].count(Inert()) == 2
        played = tap(once_more, question.right)
    end = screens.game(GAME, played)
    assert said(end).count("⭐") == len(GAME.questions)
    assert [row[0].action for row in end.rows] == [PlayGuest(VISIT.id), OpenWayHome(VISIT.id)]


@pytest.mark.parametrize("choice", [-5, 4, 99])
@pytest.mark.parametrize("at", [-1, 0, 3, 50])
def test_odd_buttons_do_no_harm(at: int, choice: int) -> None:
    view = screens.game(GAME, PlayGuest(VISIT.id, at, choice, gone=255, host=True))
    assert said(view)
    assert view.rows[-1][0].action == OpenVisit(VISIT.id)
    if at < 1:
        assert GAME is not None
        assert tap(view, GAME.questions[0].right).tapped == GAME.questions[0].right, "the right one is left"


def test_without_a_card_there_is_no_game() -> None:
    assert screens.game(None, PlayGuest(VISIT.id)).rows[-1][0].action == OpenWayHome(VISIT.id)
    assert timedelta(days=2) == told_until(VISIT, ZONE) - local(11, 0)
