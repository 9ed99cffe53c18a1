"""What people read about events: exact numbers in good Russian, nothing that is not there, buttons that fit."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.answers import Answer, Attendance, FamilyAnswer, family_answer
from domain.delivery import EveningSummary, EventLine
from domain.event_forms import EventForm
from domain.event_reminders import Promise, promise
from domain.event_views import AttendancePage, EventCard
from domain.events import (
    ChangedEvent,
    Event,
    EventBefore,
    EventDraft,
    EventStatus,
    GroupLabel,
    Invitation,
    ListedEvent,
    Reach,
)
from domain.ids import ChildId, EventId, GroupId, MembershipId, OrganisationId, PersonId
from domain.notices import NoticeKind
from domain.people import Organisation, OrganisationKind
from locales import LOCALES, texts_for
from screens import delivery, events, events_attendance, events_form, events_notices, events_parents
from screens.base import Day, Joined, Phrase, Screen, say, screen
from screens.render import RenderedButton, render

ZONE = "Asia/Novokuznetsk"
START = datetime(2027, 3, 12, 2, 20, tzinfo=UTC)
SUN = GroupLabel(GroupId(1), "Солнышко", "🐻")
GARDEN = Organisation(OrganisationId(1), "Солнышко", OrganisationKind.KINDERGARTEN, ZONE, personal_data=False)
EVENT = Event(
    id=EventId(2**40),
    organisation_id=GARDEN.id,
    author_id=MembershipId(1),
    author_person_id=PersonId(1),
    title="Мастер-класс <b>пожарного & Co",
    starts_at=START,
    place="музыкальный зал",
    note=None,
    bring=False,
    status=EventStatus.PUBLISHED,
    version=3,
    group_ids=frozenset({SUN.id}),
)
DRAFT = EventDraft(EVENT.title, START, EVENT.place, EVENT.group_ids)
NOBODY = Reach(adults=0, families=0, limited_families=0, closed=0, without_phone=4)
SOON = Promise(day=True, bring=False, bring_possible=False)


def card(attendance: Attendance, *, may_enter: bool = False, word: Phrase | Joined | None = None) -> Screen:
    """The staff's card for somebody who may not change the event."""
    view = EventCard(
        EVENT, GARDEN, (SUN,), attendance, may_change=False, may_report=False, may_enter=may_enter
    )
    return events.card(view, word)


def said(screen: Screen, locale: str = "ru") -> str:
    """The text of a screen."""
    return render(screen, texts_for(locale)).text


def drawn(screen: Screen) -> tuple[tuple[RenderedButton, ...], ...]:
    """The buttons of a screen."""
    return render(screen, texts_for("ru")).rows


def seen(answer: Answer | None = None, *groups: GroupLabel) -> Invitation:
    """The event as an adult sees it."""
    return Invitation(EVENT, ZONE, groups or (SUN,), answer, invited=True)


def test_the_preview_tells_exact_numbers() -> None:
    reach = Reach(adults=24, families=12, limited_families=3, closed=2, without_phone=5)
    text = said(events_form.preview("en", "0123456789abcdef", DRAFT, ZONE, (SUN,), reach, promise=SOON))
    assert "24 взрослым из 12 семей" in text
    assert "У 3 семей лимит сообщений: придёт вечерней сводкой" in text
    assert "5 семей ещё не в боте" in text
    assert "2 взрослых закрыли бота: им не дойдёт" in text
    one = Reach(adults=21, families=21, limited_families=1, closed=1, without_phone=1)
    text = said(events_form.preview("en", "0123456789abcdef", DRAFT, ZONE, (SUN,), one, promise=SOON))
    assert "21 взрослому из 21 семьи" in text
    assert "У 1 семьи лимит" in text
    assert "1 семья ещё не в боте" in text
    assert "1 взрослый закрыл бота: ему не дойдёт" in text


def test_what_is_nought_is_left_out() -> None:
    text = said(events_form.preview("en", "0123456789abcdef", DRAFT, ZONE, (SUN,), NOBODY, promise=SOON))
    assert "пока никому не уйдёт: из этих семей ещё никто не вошёл" in text
    away = replace(NOBODY, closed=1, without_phone=3)
    text = said(events_form.preview("en", "0123456789abcdef", DRAFT, ZONE, (SUN,), away, promise=SOON))
    assert "никому не уйдёт." in text
    assert "никто не вошёл" not in text, "somebody has, and left again"
    assert "лимит" not in text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("answer", [None, *Answer])
def test_an_invitation_begins_with_the_group_and_ticks_the_answer(answer: Answer | None, locale: str) -> None:
    shown = render(events_parents.invitation(seen(answer)), texts_for(locale))
    assert shown.text.startswith("<b>Солнышко · 🐻</b>")
    assert "&lt;b&gt;пожарного &amp; Co" in shown.text
    buttons = [button.text for row in shown.rows[:2] for button in row]
    assert len(buttons) == 4
    assert sum(text.startswith("✅") for text in buttons) == (answer is not None)


def test_a_newcomer_s_last_invitation_says_how_many_more_are_ahead() -> None:
    text = said(events_notices.invited(replace(seen(), more=2)))
    assert text.endswith("Впереди ещё 2 мероприятия – они в «Моих мероприятиях».")
    assert "Впереди ещё 21 мероприятие – оно" in said(events_notices.invited(replace(seen(), more=21)))
    assert "Впереди" not in said(events_notices.invited(seen()))
    line = EventLine(EVENT.id, NoticeKind.EVENT_PUBLISHED, EVENT.title, START, ZONE, ("🐻",))
    assert "И ещё 5 мероприятий" in said(delivery.evening_summary(EveningSummary((line,), more=5)))


@pytest.mark.parametrize(
    ("now", "said_day"),
    [
        (datetime(2027, 1, 1, tzinfo=UTC), "пт, 12 марта, 9:20"),
        (datetime(2026, 12, 31, 16, 59, tzinfo=UTC), "пт, 12 марта 2027, 9:20"),
        (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), "пт, 12 марта, 9:20"),  # midnight in Novokuznetsk
        (datetime(2028, 1, 1, tzinfo=UTC), "пт, 12 марта 2027, 9:20"),
    ],
)
def test_the_year_is_said_when_it_is_another_one(now: datetime, said_day: str) -> None:
    listed = ListedEvent(EVENT.id, EVENT.title, START, ZONE, EventStatus.PUBLISHED)
    listing = render(events_parents.mine((listed,), 0, more=False), texts_for("ru"), now)
    assert f"💬 {said_day} · " in listing.rows[0][0].text
    for shown in (
        events_notices.invited(seen()),
        events_form.preview("en", "0123456789abcdef", DRAFT, ZONE, (SUN,), NOBODY, promise=SOON),
        events.confirm_cancel(EVENT, GARDEN, 3),
    ):
        assert said_day in render(shown, texts_for("ru"), now).text


def test_a_day_is_said_with_its_year_where_it_is_another_one() -> None:
    now = datetime(2026, 12, 31, 17, 0, tzinfo=UTC)
    asked = screen(say("events-list-line", emojis="", title="", when=Day(date(2027, 3, 12), zone=ZONE)))
    assert "пт, 12 марта ·" in render(asked, texts_for("ru"), now).text
    elsewhere = screen(say("events-list-line", emojis="", title="", when=Day(date(2027, 3, 12))))
    assert "Fri, 12 March 2027 ·" in render(elsewhere, texts_for("en"), now).text


def test_two_children_make_one_message_with_both_groups() -> None:
    rays = GroupLabel(GroupId(2), "Лучики", "🦊")
    assert said(events_notices.invited(seen(None, SUN, rays))).startswith("<b>Солнышко · 🐻, Лучики · 🦊</b>")


def test_a_change_tells_only_what_is_different() -> None:
    before = EventBefore(EVENT.title, START - timedelta(days=1), EVENT.place, "фартук")
    text = said(events_notices.changed(ChangedEvent(before, seen(Answer.ALONE))))
    assert "Было чт, 11 марта, 9:20 → стало <b>пт, 12 марта, 9:20</b>" in text
    assert "Примечание больше не действует" in text
    assert "Название" not in text
    assert "Было: музыкальный зал" not in text


def test_the_form_stands_above_a_title_that_does_not_say_it() -> None:
    craft = replace(EVENT, form=EventForm.MASTER_CLASS)
    other = replace(craft, title="Пожарный у нас в гостях")
    assert "<i>" not in said(events_parents.invitation(replace(seen(), event=craft)))
    assert "<i>Мастер-класс</i>\n<b>Пожарный" in said(events_parents.invitation(replace(seen(), event=other)))
    assert "<i>Master class</i>" in said(events_parents.invitation(replace(seen(), event=craft)), "en")


def test_after_the_last_day_for_answers_nothing_offers_to_answer() -> None:
    late = replace(seen(Answer.ALONE), closed=True)
    before = EventBefore(EVENT.title, START, "двор", None)
    for shown in (
        events_notices.invited(late),
        events_notices.reminder(late),
        events_notices.changed(ChangedEvent(before, late)),
        events_parents.invitation(late),
    ):
        assert "Ответы больше не принимаются" in said(shown)
        assert "Ваш ответ: <b>Приду один/одна</b>." in said(shown)
        assert [[button.text for button in row] for row in drawn(shown)] == [["📅 Мои мероприятия"]]


def test_who_is_no_longer_invited_is_told_so() -> None:
    gone = Invitation(EVENT, ZONE, (), None, invited=False)
    shown = events_notices.changed(ChangedEvent(EventBefore(EVENT.title, START, EVENT.place, None), gone))
    assert "Приходить не нужно" in said(shown)
    assert len(shown.rows) == 1


def test_notices_can_be_found_again_and_answers_need_not() -> None:
    assert events_notices.invited(seen()).subject == f"event:{EVENT.id}"
    assert events_parents.invitation(seen()).subject is None, "a tap writes no second time where it stands"


def test_a_family_counts_once() -> None:
    assert family_answer([Answer.NO, Answer.WITH_CHILD]) is Answer.WITH_CHILD
    assert family_answer([Answer.NO, Answer.UNSURE]) is Answer.UNSURE
    assert family_answer([]) is None


@pytest.mark.parametrize(
    ("ahead", "day", "bring"),
    [
        (timedelta(days=5, minutes=1), True, True),
        (timedelta(days=5), True, False),
        (timedelta(days=1, minutes=1), True, False),
        (timedelta(days=1), False, False),
    ],
)
def test_no_reminder_is_promised_whose_hour_is_over(ahead: timedelta, day: bool, bring: bool) -> None:
    found = promise(START, GARDEN, bring=True, now=START - ahead)
    assert (found.day, found.bring, found.bring_possible) == (day, bring, bring)


def test_quiet_hours_move_the_last_hour_to_promise() -> None:
    early = START - timedelta(hours=2)  # 7:20 in the morning: reminders come at 20:00 the evening before
    assert promise(early, GARDEN, bring=True, now=early - timedelta(days=5, hours=12)).bring
    assert not promise(early, GARDEN, bring=True, now=early - timedelta(days=5, hours=11)).bring


@pytest.mark.parametrize(
    ("word", "text"),
    [
        (events.changed_word(1, 0, news=True), "✅ Сохранено. Об изменении узнает 1 взрослый."),
        (events.changed_word(22, 5, news=True), "узнают 22 взрослых. Приглашение получат 5 взрослых."),
        (events.changed_word(0, 21, news=False), "✅ Сохранено. Приглашение получит 21 взрослый."),
        (events.changed_word(0, 0, news=True), "✅ Сохранено. Писать об этом пока некому."),
        (events.changed_word(0, 0, news=False), "Отдельно об этом никому не пишем"),
        (events.cancelled_word(11), "Об этом узнают 11 взрослых."),
        (events.cancelled_word(0), "Приглашение ещё никому не пришло"),
        (events.published_word_for(Attendance({}, 0)), "в бот пока никто не вошёл"),
    ],
)
def test_after_a_change_it_says_how_many_are_told(word: Phrase | Joined, text: str) -> None:
    assert text in said(card(Attendance({}, 0), word=word))


def test_a_fresh_card_says_that_nobody_has_answered_yet() -> None:
    silent = Attendance({None: 22}, 0, without_phone=11)
    text = said(card(silent, may_enter=True))
    assert "Пока никто не ответил. Ждём ответа от 22 семей." in text
    assert "11 семей ещё не в боте: скажите сами" in text
    assert "0 семей" not in text
    over = said(card(silent))
    assert "Никто не ответил." in over, "a past or cancelled event waits for nobody"
    assert "Ждём" not in over
    text = said(card(replace(silent, counts={None: 21, Answer.NO: 1})))
    assert "Не смогут: 1" in text
    assert "Пока никто" not in text


def test_an_event_of_several_groups_offers_to_enter_for_the_own_families() -> None:
    labels = [b.text for row in drawn(card(Attendance({}, 0), may_enter=True)) for b in row]
    assert "✍️ Внести за семью" in labels
    assert "✏️ Изменить" not in labels


def test_what_is_entered_for_a_family_is_said_as_a_sentence_and_can_be_taken_back() -> None:
    silent = FamilyAnswer(ChildId(7), 147, SUN.id, None, None, 0)
    rows = drawn(events_attendance.family(EVENT, GARDEN, silent, 0))
    assert [row[0].text for row in rows] == [
        "Придут с ребёнком",
        "Придёт взрослый",
        "Не смогут",
        "Пока не знают",
        "‹ Назад",
    ]
    entered = replace(silent, answer=Answer.NO, entered=Answer.NO)
    labels = [row[0].text for row in drawn(events_attendance.family(EVENT, GARDEN, entered, 0))]
    assert "✅ Не смогут" in labels
    assert "✖️ Убрать этот ответ" in labels


def test_codes_disappear_after_a_day() -> None:
    family = FamilyAnswer(ChildId(7), 147, SUN.id, Answer.ALONE, None, 1)
    whole = Attendance({Answer.ALONE: 1}, 1)
    view = AttendancePage(EVENT, GARDEN, whole, (family,), page=0, more=True, may_enter=True)
    page = events_attendance.attendance(view)
    assert page.fleeting
    assert "0147 – придёт взрослый" in said(page)
    assert "1 семья" in said(page)
    assert events_attendance.to_enter(view).fleeting
    assert events_attendance.family(EVENT, GARDEN, family, 0).fleeting


@pytest.mark.parametrize("locale", LOCALES)
def test_an_event_for_a_whole_town_fits_a_message(locale: str) -> None:
    view = EventCard(
        EVENT, GARDEN, (SUN,) * 400, Attendance({}, 0), may_change=True, may_report=True, may_enter=True
    )
    body = render(events.card(view), texts_for(locale)).text
    assert "388" in body
    assert len(body) < 1_000
