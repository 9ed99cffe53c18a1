"""After an event: who came, what is written, thanks once to those who were there, faces, the history."""

import asyncio
import json
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from db.models import AuditRow, EventAttendanceRow, EventFeedbackRow
from db.work import Database
from domain.answers import Answer
from domain.event_forms import EventForm
from domain.events import Event
from domain.history import Sought
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Role
from domain.recaps import NOBODY_CAME, RECAP_TIME, Came, Counted, MarksPage, Mood, Recap, RecapCard, Thanks
from services.delivery import Deliveries
from services.event_history import EventHistory
from services.recap_thanks import RecapThanks
from services.recaps import Recaps
from tests.services.sunny import Sunny, build_sunny, mark_sent, next_door, told

THANKS = NoticeKind.EVENT_THANKS
BOTH, ALONE = Came(1, child=True), Came(1, child=False)


@dataclass
class After:
    """«Солнышко» after a master class: the family of 0001 has promised, of 0002 said no, of 0003 nothing."""

    sunny: Sunny
    teacher: Actor
    mother: Actor
    father: Actor
    refusing: Actor
    silent: Actor
    event: Event

    @property
    def recaps(self) -> Recaps:
        return Recaps(self.sunny.database, self.sunny.clock)

    @property
    def thanks(self) -> RecapThanks:
        return RecapThanks(self.sunny.database, self.sunny.clock)

    @property
    def history(self) -> EventHistory:
        return EventHistory(self.sunny.database, self.sunny.clock)

    async def mark(self, number: int, came: Came) -> Refused | None:
        return await self.recaps.mark(self.teacher, self.event.id, self.sunny.children[number - 1], came)

    async def marks(self, actor: Actor | None = None, page: int = 0) -> MarksPage:
        shown = await self.recaps.marks(actor or self.teacher, self.event.id, page)
        assert isinstance(shown, MarksPage)
        return shown

    async def card(self, actor: Actor | None = None) -> RecapCard:
        card = await self.recaps.card(actor or self.teacher, self.event.id)
        assert isinstance(card, RecapCard)
        return card


@pytest.fixture
async def after(database: Database) -> After:
    """The hour of a master class has come."""
    sunny = await build_sunny(database)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother, father, refusing, silent = [await sunny.adult(number) for number in (1, 1, 2, 3)]
    event = await sunny.publish(teacher, days=1, form=EventForm.MASTER_CLASS)
    await sunny.rsvps.answer(mother, event.id, Answer.WITH_CHILD)
    await sunny.rsvps.answer(refusing, event.id, Answer.NO)
    early = Recaps(database, sunny.clock)
    assert await early.card(teacher, event.id) == Refused(Reason.EVENT_AHEAD)
    assert await early.mark_all_who_said(teacher, event.id) == Refused(Reason.EVENT_AHEAD)
    await mark_sent(database)
    sunny.clock.advance(timedelta(days=1))
    return After(sunny, teacher, mother, father, refusing, silent, event)


async def test_families_are_marked_in_one_tap_and_all_who_promised_in_another(after: After) -> None:
    shown = await after.marks()
    assert [(mark.number, mark.said, mark.came) for mark in shown.shown] == [
        (1, BOTH, None),
        (2, None, None),
        (3, None, None),
        (4, None, None),
    ]
    assert shown.unmarked == 1
    assert await after.mark(3, ALONE) is None
    assert await after.recaps.mark_all_who_said(after.teacher, after.event.id) == 1
    # whoever is marked already stays as marked
    assert await after.mark(1, Came(2, child=True)) is None
    assert await after.recaps.mark_all_who_said(after.teacher, after.event.id) == 0
    shown = await after.marks()
    assert (shown.counted, shown.unmarked) == (Counted(2, 3, 1), 0)
    notes = await after.sunny.count(AuditRow)
    assert await after.mark(3, NOBODY_CAME) is None
    assert await after.mark(3, NOBODY_CAME) is None
    assert (await after.card()).counted == Counted(1, 2, 1)
    assert await after.sunny.count(AuditRow) == notes + 1
    for impossible in (Came(5, child=True), Came(-1, child=True)):
        with pytest.raises(Missing):
            await after.mark(1, impossible)
    with pytest.raises(Missing):
        await after.mark(5, BOTH)  # of a group that was not invited


async def test_fifty_taps_at_once_leave_one_mark(after: After) -> None:
    marks = [after.mark(1, BOTH if turn % 2 else ALONE) for turn in range(20)]
    all_at_once = [after.recaps.mark_all_who_said(after.teacher, after.event.id) for _ in range(5)]
    await asyncio.gather(*marks, *all_at_once)
    assert await after.sunny.count(EventAttendanceRow) == 1


async def test_a_teacher_marks_the_own_groups_alone(after: After) -> None:
    sunny = after.sunny
    head, other = await sunny.staff(Role.HEAD), await sunny.staff(Role.TEACHER, sunny.rays)
    both = await sunny.publish(head, "t2", days=1, group_ids=frozenset({sunny.sun, sunny.rays}))
    sunny.clock.advance(timedelta(days=1))
    recaps = after.recaps
    assert await recaps.mark(other, both.id, sunny.children[4], BOTH) is None
    with pytest.raises(Missing):
        await recaps.mark(other, both.id, sunny.children[0], BOTH)
    assert await recaps.mark(after.teacher, both.id, sunny.children[0], ALONE) is None
    seen = [await recaps.card(who, both.id) for who in (other, after.teacher, head)]
    assert [card.counted for card in seen if isinstance(card, RecapCard)] == [
        Counted(1, 1, 1),
        Counted(1, 1, 0),
        Counted(2, 2, 1),
    ]
    assert [(card.may_mark, card.may_write) for card in seen if isinstance(card, RecapCard)] == [
        (True, False),
        (True, False),
        (True, True),
    ]
    for refused in (recaps.write_result(other, both.id, "Хорошо"), recaps.thank(other, both.id)):
        with pytest.raises(Forbidden):
            await refused
    stranger = await (await next_door(sunny)).staff(Role.HEAD)
    with pytest.raises(Missing):
        await recaps.card(stranger, both.id)


async def test_a_line_and_an_album_are_written_and_taken_away(after: After) -> None:
    recaps, event = after.recaps, after.event.id
    assert await recaps.write_result(after.teacher, event, "  Посадили\nтюльпаны ") is None
    assert await recaps.set_album(after.teacher, event, "https://disk.yandex.ru/d/1") is None
    recap = (await after.card()).recap
    assert (recap.result, recap.album_url) == ("Посадили тюльпаны", "https://disk.yandex.ru/d/1")
    for text, reason in (
        ("x" * 601, Reason.TOO_LONG),
        ("  ", Reason.EMPTY),
        ("паспорт 32 04 123456", Reason.LOOKS_LIKE_DOCUMENT),
    ):
        refused = await recaps.write_result(after.teacher, event, text)
        assert isinstance(refused, Refused)
        assert refused.reason is reason
    assert await recaps.set_album(after.teacher, event, "http://x.ru") == Refused(Reason.NOT_A_LINK)
    assert (await after.card()).recap == recap
    assert await recaps.write_result(after.teacher, event, None) is None
    assert await recaps.set_album(after.teacher, event, None) is None
    assert (await after.card()).recap == Recap(None, None, None)


async def test_after_three_months_a_recap_is_read_and_not_written(after: After) -> None:
    await after.mark(1, BOTH)
    after.sunny.clock.advance(RECAP_TIME)
    late = Refused(Reason.RECAP_TOO_LATE)
    assert await after.mark(3, BOTH) == late
    assert await after.recaps.write_result(after.teacher, after.event.id, "Поздно") == late
    assert await after.recaps.thank(after.teacher, after.event.id) == late
    card = await after.card()
    assert (card.counted, card.may_mark, card.may_write) == (Counted(1, 1, 1), False, False)


async def test_thanks_go_once_to_those_who_were_there(after: After) -> None:
    """Of a family that promised, only who promised: the other parent is told nothing (rule 3)."""
    recaps, database = after.recaps, after.sunny.database
    nobody = Refused(Reason.NOBODY_TO_THANK)
    assert await recaps.preview_thanks(after.teacher, after.event.id) == nobody
    assert await recaps.thank(after.teacher, after.event.id) == nobody
    for number in (1, 2, 3):
        await after.mark(number, BOTH)
    preview = await recaps.preview_thanks(after.teacher, after.event.id)
    assert not isinstance(preview, Refused)
    assert preview.adults == 2
    sent = await asyncio.gather(*(recaps.thank(after.teacher, after.event.id) for _ in range(3)))
    again = Refused(Reason.ALREADY_THANKED)
    assert sorted(map(str, sent)) == sorted(map(str, [2, again, again]))
    assert await told(database, THANKS) == sorted([after.mother.person_id, after.silent.person_id])
    assert await recaps.preview_thanks(after.teacher, after.event.id) == again


async def test_thanks_say_what_is_written_by_now_and_take_one_face_of_each(after: After) -> None:
    recaps, event = after.recaps, after.event.id
    with pytest.raises(Missing):
        await after.thanks.feel(after.mother, event, Mood.JOY)
    for number in (1, 3):
        await after.mark(number, BOTH)
    await recaps.thank(after.teacher, event)
    await recaps.write_result(after.teacher, event, "Испекли хлеб")
    notices = await after.sunny.leased(THANKS)
    shown = await after.thanks.thanks_for_notice(notices[after.mother.person_id])
    assert shown is not None
    assert (shown.recap.result, shown.mood) == ("Испекли хлеб", None)
    assert [group.name for group in shown.invitation.groups] == ["Солнышко"]
    # a mark that was taken away: the notice is no longer true
    await after.mark(3, NOBODY_CAME)
    assert await after.thanks.thanks_for_notice(notices[after.silent.person_id]) is None
    for other in (after.silent, after.father, after.refusing, after.teacher):
        with pytest.raises(Missing):
            await after.thanks.feel(other, event, Mood.JOY)
    for mood in (Mood.JOY, Mood.SO_SO, Mood.SO_SO):
        felt = await after.thanks.feel(after.mother, event, mood)
        assert isinstance(felt, Thanks)
        assert felt.mood is mood
    assert await after.sunny.count(EventFeedbackRow) == 1
    assert (await after.card()).moods == {Mood.SO_SO: 1}
    after.sunny.clock.advance(RECAP_TIME)
    assert await after.thanks.feel(after.mother, event, Mood.JOY) == Refused(Reason.RECAP_TOO_LATE)


async def test_who_tapped_which_face_is_in_no_log(after: After) -> None:
    await after.mark(1, BOTH)
    await after.recaps.thank(after.teacher, after.event.id)
    await after.thanks.feel(after.mother, after.event.id, Mood.SO_SO)
    async with after.sunny.database.read() as reading:
        rows = await reading.connection.execute(AuditRow.__table__.select())
        noted = {row.action: row for row in rows if row.action.startswith("recap.")}
    assert set(noted) == {"recap.marked", "recap.thanked", "recap.felt"}
    assert "so-so" not in json.dumps([list(map(str, row)) for row in noted.values()])


async def test_thanks_beyond_the_budget_come_in_the_evening_summary(after: After) -> None:
    sunny = after.sunny
    for token in ("b1", "b2"):
        await sunny.publish(after.teacher, token, days=5)
    await mark_sent(sunny.database)
    await after.mark(1, BOTH)
    preview = await after.recaps.preview_thanks(after.teacher, after.event.id)
    assert not isinstance(preview, Refused)
    assert preview.limited_families == 1
    await after.recaps.thank(after.teacher, after.event.id)
    assert await sunny.leased(THANKS) == {}
    deliveries = Deliveries(sunny.database, sunny.clock, None)  # type: ignore[arg-type]  # no quiz is held here
    sunny.clock.advance(timedelta(days=1))
    assert await deliveries.put_summaries() == 1
    [summary] = (await sunny.leased(NoticeKind.EVENING_SUMMARY)).values()
    told_in = await deliveries.summary_for_notice(summary)
    assert told_in is not None
    assert [(line.event_id, line.title) for line in told_in.thanks] == [(after.event.id, after.event.title)]
    assert (await after.thanks.look(after.mother, after.event.id)).mood is None


async def test_the_history_is_found_by_form_group_and_month(after: After) -> None:
    sunny, history, here = after.sunny, after.history, after.sunny.organisation_id
    head, other = await sunny.staff(Role.HEAD), await sunny.staff(Role.TEACHER, sunny.rays)
    quest = await sunny.publish(
        head, "q", days=40, title="Квест", form=EventForm.QUEST, group_ids=frozenset({sunny.sun, sunny.rays})
    )
    ahead = await sunny.publish(head, "a", days=90, title="Впереди")
    off = await sunny.publish(head, "o", days=41, title="Отменено")
    assert not isinstance(await sunny.changes.cancel(head, off.id, off.version), Refused)
    await after.mark(1, BOTH)
    sunny.clock.advance(timedelta(days=50))
    await after.recaps.mark(head, quest.id, sunny.children[0], ALONE)
    await after.recaps.mark(head, quest.id, sunny.children[4], BOTH)

    async def found(actor: Actor, sought: Sought | None = None) -> list[tuple[str, int]]:
        page = await history.page(actor, here, sought or Sought())
        return [(event.title, event.counted.families) for event in page.events]

    first = (after.event.title, 1)
    assert await found(head) == [("Квест", 2), first]
    assert ahead.title not in dict(await found(head))
    assert await found(other) == [("Квест", 1)]
    assert await found(head, Sought(form=EventForm.QUEST)) == [("Квест", 2)]
    assert await found(head, Sought(group_id=sunny.rays)) == [("Квест", 2)]
    page = await history.page(head, here, Sought())
    assert page.forms == (EventForm.MASTER_CLASS, EventForm.QUEST)
    [latest, earlier] = page.months
    assert latest > earlier
    assert await found(head, Sought(month=earlier)) == [first]
    assert await found(head, Sought(EventForm.QUEST, sunny.sun, earlier)) == []
    assert await found(head, Sought(month=date(2020, 1, 1))) == []
    with pytest.raises(Forbidden):
        await found(other, Sought(group_id=sunny.sun))
    with pytest.raises(Forbidden):
        await found(after.mother)
    table = await history.table(other, here, Sought())
    assert [(event.title, event.counted) for event in table.events] == [("Квест", Counted(1, 1, 1))]
    assert [(f.number, f.group, f.came) for f in table.families[quest.id]] == [(5, "Лучики", BOTH)]
    whole = await history.table(head, here, Sought())
    assert [(f.number, f.came) for f in whole.families[quest.id]] == [(1, ALONE), (5, BOTH)]
    assert not whole.more
