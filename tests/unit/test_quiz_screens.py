"""What a child and a parent see of the quiz: it fits, it says what it should, and never what it must not."""

import re
from dataclasses import replace
from itertools import chain

import pytest

from content.consents import consent_texts
from domain.actions.quizzes import AnswerQuiz, OrderQuiz
from domain.attempts import (
    FIRST,
    SECOND,
    SHAPES,
    Mode,
    RoleName,
    arranged,
)
from domain.events import GroupLabel
from domain.ids import ChildId, GroupId
from domain.outcomes import Reason, Refused
from domain.privacy import Purpose
from domain.quiz_views import (
    AgreedChild,
    GroupProgress,
    ParentResult,
    QuizInvitation,
    QuizOffer,
    WaveCard,
)
from domain.quizzes import Criterion, FormLetter, Item, ItemKind
from locales import LOCALES
from screens import (
    quizzes_adult,
    quizzes_child,
    quizzes_notices,
    quizzes_parents,
)
from screens.buttons import pack
from tests.unit.quiz_pieces import (
    ATTEMPT,
    BIG,
    CARD,
    GARDEN,
    ITEMS,
    MARKS,
    QUIZ,
    SUN,
    WAVE,
    asked,
    fits,
    labels,
    play,
    said,
)


@pytest.mark.parametrize("locale", LOCALES)
@ITEMS
def test_every_question_fits_beneath_a_picture_and_names_no_mark(
    form: FormLetter, item: Item, locale: str
) -> None:
    tries = (FIRST, SECOND) if item.second_try else (FIRST,)
    for try_ in tries:
        open_ = asked(item, try_)
        now = play(open_, form=form, rest_offered=True)
        for card in (CARD, None):
            shown = quizzes_child.question(now, open_, card)
            fits(shown, locale, caption=True)
            assert not MARKS.search(said(shown, locale) + str(labels(shown, locale)))
            assert not any("Меню" in label for row in labels(shown) for label in row), (
                "no way out for a child"
            )


@ITEMS
def test_the_shapes_on_the_buttons_are_those_of_the_picture(form: FormLetter, item: Item) -> None:
    if item.kind is ItemKind.WISH:
        return
    shown = quizzes_child.question(play(asked(item), form=form), asked(item), CARD)
    words = [label for row in labels(shown) for label in row]
    for shape, option, label in zip(SHAPES, arranged(item, ATTEMPT.seed), words, strict=False):
        assert label.startswith(f"{shape} ")
        assert label.endswith(option.text)


@ITEMS
def test_a_wrong_option_becomes_a_dot_in_its_place(form: FormLetter, item: Item) -> None:
    """Rule 19: the keyboard is never laid out anew, whatever was tapped, with pictures or without."""
    if not item.second_try:
        return
    for seed in range(4):
        first = asked(item, seed=seed)
        for wrong in (option for option in first.options if option.points == 0):
            again = replace(first, try_=SECOND, wrong=wrong.id)
            for card in (CARD, None):
                before = labels(quizzes_child.question(play(first, form=form), first, card))
                after = labels(quizzes_child.question(play(again, form=form), again, card))
                assert [len(row) for row in before] == [len(row) for row in after]
                flat = list(zip(chain(*before), chain(*after), strict=True))
                assert [new for old, new in flat if new != old] == ["·"]
                assert next(old for old, new in flat if new == "·").endswith(wrong.text)
    assert "Посмотрим ещё разок?" in said(quizzes_child.question(play(again, form=form), again, CARD))


def test_an_order_is_tapped_one_two_three() -> None:
    item = QUIZ.item(FormLetter.A, "d1")
    assert item is not None
    open_ = asked(item)
    now = play(open_)
    data = [
        [
            pack(button.action)
            for row in quizzes_child.question(now, open_, CARD, taken).rows
            for button in row
            if button.action
        ]
        for taken in ("", "b", "bc")
    ]
    key = pack(OrderQuiz(ATTEMPT.id, "d1", "b"))
    assert key in data[0]
    assert pack(OrderQuiz(ATTEMPT.id, "d1", "bc")) in data[1]
    assert pack(AnswerQuiz(ATTEMPT.id, "d1", FIRST, "bca")) in data[2]
    words = [label for row in labels(quizzes_child.question(now, open_, CARD, "bc")) for label in row]
    assert any(label.startswith("① ") and label.endswith("поставить в печь") for label in words)
    assert any(label.startswith("② ") and label.endswith("достать хлеб") for label in words)
    assert "Заново" in words, "a slip of the finger can be taken back"
    assert "Заново" not in str(labels(quizzes_child.question(now, open_, CARD)))


def test_text_mode_says_the_options_to_be_read_aloud() -> None:
    item = QUIZ.item(FormLetter.A, "k2a")
    assert item is not None
    text = said(quizzes_child.question(play(asked(item)), asked(item)))
    assert "🔭 подзорная труба" in text
    assert "🔦 фонарь на каске" in text
    beneath = quizzes_child.question(play(asked(item)), asked(item), CARD)
    assert "🔭" not in said(beneath) + str(labels(beneath)), "the picture shows it"


def test_stars_are_counted_and_nothing_else() -> None:
    item = QUIZ.of_child(FormLetter.A)[0]
    assert said(quizzes_child.question(play(asked(item), done=3), asked(item), CARD)).startswith(
        "⭐⭐⭐☆☆☆☆☆☆☆☆☆☆☆\n"
    )


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("reason", [Reason.WAVE_CLOSED, Reason.ATTEMPT_STOPPED])
def test_a_quiz_that_breaks_off_ends_kindly(reason: Reason, locale: str) -> None:
    item = QUIZ.of_child(FormLetter.A)[0]
    shown = quizzes_child.broken_off(play(asked(item), done=3, refused=Refused(reason)))
    fits(shown, locale, caption=True)
    assert "⭐⭐⭐" in said(shown, locale)
    assert shown.beneath, "a picture cannot become text"
    assert [len(row) for row in labels(shown)] == [1], "and only an adult goes on"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_other_screen_fits(locale: str) -> None:
    item = QUIZ.of_child(FormLetter.A)[0]
    report = QUIZ.of_adult(FormLetter.A)[0]
    now = play(asked(item))
    staff = play(asked(item), mode=Mode.PAPER)
    shown = [
        quizzes_child.roles(now),
        *(quizzes_child.hand_back(play(asked(item), role_name=role)) for role in RoleName),
        quizzes_child.paused(now),
        quizzes_child.no_pictures(now),
        quizzes_child.given_away(now),
        quizzes_adult.help_asked(now),
        quizzes_adult.help_asked(staff),
        quizzes_adult.report(now, asked(report)),
        quizzes_adult.report(staff, asked(report)),
        quizzes_adult.entered(staff),
        quizzes_adult.at_rest(staff),
    ]
    for screen in shown:
        fits(screen, locale)


@pytest.mark.parametrize("locale", LOCALES)
@ITEMS
def test_paper_is_entered_in_a_tap_a_question(form: FormLetter, item: Item, locale: str) -> None:
    shown = quizzes_adult.from_paper(play(asked(item), mode=Mode.PAPER, form=form), asked(item))
    fits(shown, locale)
    assert "⭐" not in said(shown), "no game: a form to fill in"
    assert shown.fleeting, "a code stands in it (rule 15)"
    assert all(option.text in str(labels(shown)) for option in item.options)


@pytest.mark.parametrize("criterion", [*Criterion, None])
@pytest.mark.parametrize("locale", LOCALES)
def test_a_parent_reads_soft_words_and_one_thing_to_do(criterion: Criterion | None, locale: str) -> None:
    text = QUIZ.parent_text_unclear if criterion is None else QUIZ.parent_texts[criterion]
    shown = quizzes_parents.result(
        ParentResult(replace(ATTEMPT, role_name=RoleName.MASTER), "Мишенька-Медвежонок", text)
    )
    fits(shown, locale)
    assert text.activity in said(shown, locale)
    assert not re.search(r"(?i)уров|низк|средн|высок|балл|процент|%|тест(?!о)", said(shown))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "reason",
    [Reason.ONLY_REPRESENTATIVE, Reason.ATTEMPT_STOPPED, Reason.ATTEMPT_FINISHED, Reason.WAVE_CLOSED, None],
)
def test_what_an_adult_finds(reason: Reason | None, locale: str) -> None:
    refused = None if reason is None else Refused(reason)
    offer = QuizOffer(WAVE, GARDEN, QUIZ, ATTEMPT.child_id, "0147", ATTEMPT, refused)
    for fresh in (False, True):
        shown = quizzes_parents.under_way(offer, fresh=fresh)
        fits(shown, locale)
        assert shown.fresh is fresh
        fits(quizzes_parents.start(offer, fresh=fresh), locale)
        if refused is not None:
            fits(quizzes_parents.cannot(offer, fresh=fresh), locale)
    fits(quizzes_parents.mine((offer, offer)), locale)
    fits(quizzes_parents.declined(offer), locale)
    agreed = AgreedChild(ATTEMPT.child_id, "Мишенька-Медвежонок")
    fits(quizzes_parents.withdraw_sure(agreed), locale)
    fits(quizzes_parents.mine((), (agreed,)), locale)
    assert "Передайте телефон ребёнку" in said(quizzes_parents.under_way(offer))
    through = replace(offer, attempt=replace(ATTEMPT, role_name=RoleName.MASTER))
    assert "Осталось два вопроса для вас" in said(quizzes_parents.under_way(through))
    assert "Передайте телефон" not in said(quizzes_parents.under_way(through))
    if reason is Reason.ATTEMPT_STOPPED:
        assert "Вы приостановили участие" in said(quizzes_parents.cannot(offer))
        assert "▶ Продолжить" in str(labels(quizzes_parents.cannot(offer)))
        other = quizzes_parents.cannot(replace(offer, attempt=None))
        assert "Участие приостановлено" in said(other), "and not by whom (rule 3)"
        assert "Продолжить" not in str(labels(other))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_consent_is_a_message_of_its_own(locale: str) -> None:
    text = consent_texts().current(Purpose.CHILD, locale).filled(GARDEN)
    offer = QuizOffer(WAVE, GARDEN, QUIZ, ATTEMPT.child_id, "0147", None, Refused(Reason.CONSENT_NEEDED))
    shown = quizzes_parents.consent(offer, text)
    fits(shown, locale)
    assert shown.fresh
    assert len(shown.rows) == 2


@pytest.mark.parametrize("locale", LOCALES)
def test_one_invitation_for_two_children(locale: str) -> None:
    rays = GroupLabel(GroupId(2), "Лучики", "🦊")
    told = QuizInvitation(WAVE, GARDEN, QUIZ, (SUN, rays), (ChildId(BIG), ChildId(2)))
    for shown in (quizzes_notices.invited(told), quizzes_notices.nudged(told)):
        fits(shown, locale)
        assert said(shown).startswith("Солнышко · 🐻, Лучики · 🦊"), "rule 6"
        assert shown.subject == f"wave:{WAVE.id}"
    group = GroupProgress(SUN, finished=12, begun=0, children=24)
    card = WaveCard(WAVE, GARDEN, QUIZ.title, (group,), may_close=False, may_see_codes=False)
    fits(quizzes_notices.closed(card), locale)
    assert "прошли 12 из 24" in said(quizzes_notices.closed(card))
