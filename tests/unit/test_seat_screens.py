"""What people read about seats: how many, the place in the queue, the offer, the rule; and what staff see of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.actions.campaigns import GetCalendarFile
from domain.actions.events import AnswerEvent, EnterAnswer
from domain.actions.seats import DeclineSeat, LeaveQueue, OpenQueue, OpenSeatRule, TakeSeat
from domain.answers import Answer, Attendance, FamilyAnswer
from domain.event_views import AttendancePage, EventCard
from domain.events import ChangedEvent, EventBefore, EventStatus, Invitation, ListedEvent
from domain.ids import ChildId, GroupId, PartyId
from domain.outcomes import Reason, Refused
from domain.seat_views import QueueLine, QueuePage, WhenFull
from domain.seats import Party, PartyStatus, Seating, Seats, SeatsBy
from locales import LOCALES, texts_for
from screens import (
    events,
    events_attendance,
    events_notices,
    events_parents,
    seats,
    seats_notices,
    seats_staff,
)
from screens.base import Screen, Toast
from screens.buttons import parse
from screens.render import plain, render
from tests.unit.test_events_screens import EVENT, GARDEN, START, SUN, ZONE, said

UNTIL = START - timedelta(days=2)
SEATED = replace(EVENT, seats=Seats(10, SeatsBy.FAMILY), seats_taken=7)
FULL = replace(SEATED, seats_taken=10, waiting=3)
WAITS = FamilyAnswer(ChildId(3), 3, GroupId(1), Answer.WITH_CHILD, None, phones=1, waits=True)
COMES = FamilyAnswer(ChildId(4), 4, GroupId(1), Answer.ALONE, None, phones=2)


def party(status: PartyStatus) -> Party:
    """Of the family of child 3."""
    ticket = None if status is PartyStatus.HELD else 5
    until = UNTIL if status is PartyStatus.OFFERED else None
    return Party(PartyId(1), EVENT.id, ChildId(3), None, 1, status, ticket, until, 0)


def invited(
    answer: Answer | None, status: PartyStatus | None = None, *, first_come: bool = False, full: bool = True
) -> Invitation:
    """An adult's invitation to an event with ten seats."""
    event = FULL if full else SEATED
    assert event.seats is not None
    own = None if status is None else party(status)
    place = 3 if status is PartyStatus.WAITING else None
    seating = Seating(event.seats, event.seats_taken, event.waiting, own, place, first_come)
    return Invitation(event, ZONE, (SUN,), answer, invited=True, seating=seating)


def actions(screen: Screen) -> list[type]:
    """What its buttons do, without the way to the list."""
    drawn = [button for row in render(screen, texts_for("ru")).rows for button in row]
    return [type(parse(button.data)) for button in drawn if button.data][:-1]


def labels(screen: Screen) -> Sequence[str]:
    """What its buttons say."""
    return [button.text for row in render(screen, texts_for("ru")).rows for button in row]


def toast(shown: Toast | None) -> str:
    """What the small answer to a tap says."""
    assert shown is not None
    return plain(shown.text, texts_for("ru"))


def test_free_seats_are_a_line_and_the_usual_question() -> None:
    shown = events_parents.invitation(invited(None, full=False))
    assert "🪑 Занято 7 из 10 мест (место – на семью)" in said(shown)
    assert "Сможете прийти?" in said(shown)
    assert actions(shown) == [AnswerEvent] * 4
    of_one = replace(SEATED, seats=Seats(21, SeatsBy.PERSON))
    assert "Занято 7 из 21 места (место – на человека)" in said(
        events_parents.invitation(replace(invited(None, full=False), event=of_one))
    )
    assert "🪑" not in said(events_parents.invitation(replace(invited(None), event=EVENT, seating=None)))


def test_when_it_is_full_the_question_says_what_a_tap_leads_to() -> None:
    shown = events_parents.invitation(invited(None))
    assert "Занято 10 из 10 мест (место – на семью), в очереди: 3" in said(shown)
    assert "встанете в очередь" in said(shown)
    assert actions(shown) == [AnswerEvent] * 4 + [OpenSeatRule]
    late = events_parents.invitation(invited(None, first_come=True))
    assert "кто первым нажмёт «Приду»" in said(late)
    assert "встанете" not in said(late)


def test_who_sits_knows_it() -> None:
    shown = events_parents.invitation(invited(Answer.WITH_CHILD, PartyStatus.HELD))
    assert "Ваш ответ: <b>Приду с ребёнком</b>" in said(shown)
    assert "Место для вас есть." in said(shown)
    assert actions(shown) == [*[AnswerEvent] * 4, GetCalendarFile]


def test_who_waits_reads_the_place_and_may_leave() -> None:
    waiting = invited(Answer.WITH_CHILD, PartyStatus.WAITING)
    shown = events_parents.invitation(waiting)
    assert "вы в очереди: <b>№ 3</b>" in said(shown)
    assert "Место для вас есть" not in said(shown)
    assert actions(shown) == [AnswerEvent, AnswerEvent, LeaveQueue, OpenSeatRule]
    assert labels(shown)[:2] == ["⏳ Приду с ребёнком", "Приду один/одна"]
    assert toast(events_parents.answered(waiting, Answer.WITH_CHILD)) == "Вы в очереди: № 3"
    sitting = invited(Answer.WITH_CHILD, PartyStatus.HELD)
    assert toast(events_parents.answered(sitting, Answer.WITH_CHILD)) == "Записали: «Приду с ребёнком»"


def test_an_offer_says_until_when_and_asks_for_yes_or_no() -> None:
    offer = invited(Answer.ALONE, PartyStatus.OFFERED)
    shown = events_parents.invitation(offer)
    assert "Ждём ответа до <b>ср, 10 марта, 9:20</b>" in said(shown)
    assert actions(shown) == [TakeSeat, DeclineSeat, OpenSeatRule]
    told = said(seats_notices.offered(offer))
    assert told.index("освободилось место") < told.index("Мастер-класс")
    assert told.count("освободилось место") == 1
    assert seats_notices.offered(offer).subject == "event:1099511627776"


@pytest.mark.parametrize("answer", [None, Answer.NO, Answer.UNSURE])
@pytest.mark.parametrize("status", PartyStatus)
def test_who_does_not_come_reads_nothing_of_the_other_adult(
    answer: Answer | None, status: PartyStatus
) -> None:
    """Rule 3: that the family waits was the other one's answer."""
    text = said(events_parents.invitation(invited(answer, status)))
    assert text == said(events_parents.invitation(replace(invited(answer, status), seating=None)))


def test_who_let_the_offers_pass_is_told_how_to_come_back() -> None:
    out = invited(Answer.ALONE)
    shown = events_parents.invitation(out)
    assert "в очереди вы не стоите" in said(shown)
    assert "✅ Приду один/одна" not in labels(shown), "nothing is noted that would bring a seat"
    told = said(seats_notices.lapsed(out))
    assert "предлагали вам дважды" in told
    assert told.count("в очереди вы") + told.count("В очереди вы") == 1
    again = said(seats_notices.lapsed(invited(Answer.ALONE, PartyStatus.WAITING)))
    assert "Вы теперь в конце очереди" in again
    assert "<b>№ 3</b>" in again


def test_a_seat_for_everybody_is_good_news_first() -> None:
    told = said(seats_notices.given(invited(Answer.ALONE, PartyStatus.HELD)))
    assert told.index("место для вас есть!") < told.index("Мастер-класс")


def test_closed_with_no_seat_in_the_end() -> None:
    waited = replace(invited(Answer.ALONE, PartyStatus.WAITING), closed=True)
    text = said(events_parents.invitation(waited, open_=False))
    assert "Ответы больше не принимаются." in text
    assert "Места так и не освободилось" in text
    assert "Места так и не" not in said(
        events_parents.invitation(invited(Answer.ALONE, PartyStatus.HELD), open_=False)
    )
    cancelled = replace(waited, event=replace(FULL, status=EventStatus.CANCELLED))
    assert "Места так и не" not in said(events_parents.invitation(cancelled, open_=False))


def test_a_change_keeps_the_place_in_the_queue() -> None:
    before = EventBefore("Мастер-класс", START, "зал", None)
    now = invited(Answer.ALONE, PartyStatus.WAITING)
    assert "<b>№ 3</b>" in said(events_notices.changed(ChangedEvent(before, now)))


def test_whoever_comes_without_a_child_is_asked_simply() -> None:
    alone = replace(invited(None, full=False), groups=())
    shown = events_parents.invitation(alone)
    assert labels(shown)[:3] == ["Приду", "Не смогу", "Пока не знаю"]
    assert said(shown).startswith("<b>Мастер-класс")
    assert "Ваш ответ: <b>Приду</b>" in said(
        events_parents.invitation(replace(alone, answer=Answer.ALONE, seating=None))
    )


def test_the_rule_is_said_whole_in_a_message_of_its_own() -> None:
    text = said(seats.rule())
    for word in ("по порядку очереди", "Семью не делим", "12 часов", "Ночью не присылаем", "в конец"):
        assert word in text
    assert seats.rule().fresh


def test_the_list_marks_who_waits() -> None:
    listed = ListedEvent(
        EVENT.id, "Мастер-класс", START, ZONE, EventStatus.PUBLISHED, (), Answer.ALONE, waits=True
    )
    assert labels(events_parents.mine((listed,), 0, more=False))[0].startswith("⏳")
    gone = replace(listed, status=EventStatus.CANCELLED)
    assert labels(events_parents.mine((gone,), 0, more=False))[0].startswith("🚫")


def test_the_card_counts_who_sits_apart_from_who_waits() -> None:
    attendance = Attendance({Answer.ALONE: 1}, adults=1, waiting=1)
    view = EventCard(FULL, GARDEN, (SUN,), attendance, may_change=False, may_report=False, may_enter=True)
    card = events.card(view)
    assert "Придут: <b>1 семья</b> (с ребёнком – 0, без ребёнка – 1), 1 взрослый" in said(card)
    assert "Ждут места: 1 семья" in said(card)
    assert OpenQueue in actions(card)
    free = replace(view, event=SEATED, attendance=Attendance({Answer.ALONE: 1}, adults=1))
    assert OpenQueue not in actions(events.card(free))
    assert OpenQueue not in actions(
        events.card(replace(view, event=replace(FULL, status=EventStatus.CANCELLED)))
    )
    assert OpenQueue not in actions(events.card(replace(view, may_recap=True))), "it has begun"
    full = replace(view, event=replace(FULL, waiting=0), attendance=Attendance({Answer.ALONE: 1}, adults=1))
    assert OpenQueue not in actions(events.card(full)), "nobody waits"
    offered = replace(full, attendance=attendance)
    assert OpenQueue in actions(events.card(offered)), "somebody has been offered a seat"
    page = AttendancePage(FULL, GARDEN, attendance, (WAITS, COMES), 0, more=False, may_enter=True)
    assert "0003 – ждут места" in said(events_attendance.attendance(page))
    assert "0004 – придёт взрослый" in said(events_attendance.attendance(page))
    assert "⏳ 0003" in labels(events_attendance.to_enter(page))
    assert "⏳ ждут места" in said(events_attendance.to_enter(page))


def test_the_queue_goes_by_codes_and_order() -> None:
    lines = (
        QueueLine(0, 2, 2, PartyStatus.OFFERED, UNTIL, 0),
        QueueLine(1, 3, 1, PartyStatus.WAITING, None, 1),
        QueueLine(2, None, 1, PartyStatus.WAITING, None, 0),
    )
    view = QueuePage(FULL, GARDEN, lines, 0, more=True)
    shown = seats_staff.queue(view)
    assert shown.fleeting, "codes (rule 15)"
    text = said(shown)
    assert "🎉 семья 0002 – предложили место, ждём ответа до ср, 10 марта, 9:20" in text
    assert "1. семья 0003\n2. сотрудник или партнёр" in text
    assert "– нужно" not in text, "a family needs one seat"
    assert any("Показать ещё" in label for label in labels(shown))
    by_person = replace(view, event=replace(FULL, seats=Seats(10, SeatsBy.PERSON)))
    assert "1. семья 0003 – нужно 1 место" in said(seats_staff.queue(by_person))
    assert "Сейчас никто не ждёт" in said(seats_staff.queue(replace(view, lines=(), more=False)))


def test_staff_choose_what_to_do_with_a_family_for_which_there_is_no_seat() -> None:
    none = seats_staff.no_seat(
        FULL, GARDEN, COMES, Answer.WITH_CHILD, 1, Refused(Reason.NO_SEATS, {"left": 0})
    )
    assert "Свободных мест нет." in said(none)
    drawn = [button for row in render(none, texts_for("ru")).rows for button in row]
    chosen = [parse(button.data) for button in drawn[:2] if button.data]
    assert chosen == [
        EnterAnswer(FULL.id, COMES.child_id, Answer.WITH_CHILD, 1, way)
        for way in (WhenFull.QUEUE, WhenFull.OVER)
    ]
    grown = seats_staff.no_seat(
        FULL, GARDEN, COMES, Answer.WITH_CHILD, 1, Refused(Reason.NO_SEAT_FOR_ALL, {"left": 1})
    )
    assert "осталось 1" in said(grown)
    assert "Поставить в очередь" not in str(labels(grown)), (
        "who sits already cannot queue for a part of itself"
    )
    assert toast(seats_staff.entered(WAITS, WhenFull.QUEUE)) == "Поставили семью 0003 в очередь."
    assert seats_staff.entered(COMES, WhenFull.QUEUE) is None, "a seat has become free meanwhile"
    assert toast(seats_staff.entered(COMES, WhenFull.OVER)) == "Записали семью 0004 сверх мест."


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_of_seats_is_said_in_every_locale(locale: str) -> None:
    for status in (None, *PartyStatus):
        for answer in (None, *Answer):
            for first_come in (False, True):
                shown = invited(answer, status, first_come=first_come)
                for made in (events_parents.invitation(shown), seats_notices.lapsed(shown)):
                    assert said(made, locale)
                    assert render(made, texts_for(locale)).rows
