"""Before a visit: what is ready, what children ask, what both sides write to one another without telephone numbers."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from content.professions import catalogue
from db.erasure_journal import ErasureJournal
from db.models import GuestMessageRow, GuestQuestionRow, GuestTickRow, NoticeRow, PersonRow
from db.work import Database
from domain.guest_checklist import OF_GUEST, CheckItem
from domain.guest_messages import MESSAGES_A_DAY, Correspondence
from domain.guest_preparation import Preparation
from domain.guest_questions import QUESTIONS_AT_MOST, QuestionsPage
from domain.ids import QuestionId, VisitId
from domain.notices import NoticeKind
from domain.outcomes import AlreadyDone, Forbidden, Missing, Reason, Refused
from domain.people import Actor, Role
from domain.updates import CurrentUpdate, current_update
from services.guest_messages import GuestMessages
from services.guest_preparation import GuestPreparation
from services.guest_questions import GuestQuestions
from services.retention import Retention
from tests.services.sunny import mark_sent
from tests.services.visiting import DETAILS, Visiting, build_visiting, good

K = NoticeKind


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


def preparing(sun: Visiting) -> GuestPreparation:
    return GuestPreparation(sun.database, sun.clock, catalogue())


def asking(sun: Visiting) -> GuestQuestions:
    return GuestQuestions(sun.database, sun.clock)


def writing(sun: Visiting) -> GuestMessages:
    return GuestMessages(sun.database, sun.clock)


async def count(sun: Visiting, row: type) -> int:
    async with sun.database.read() as reading:
        return int((await reading.connection.execute(select(func.count()).select_from(row))).scalar_one())


async def refuses_strangers(sun: Visiting, act: object, *, strangers: tuple[Actor, ...]) -> None:
    for stranger in strangers:
        with pytest.raises((Forbidden, Missing)):
            await act(stranger)  # type: ignore[operator]  # a call of the service


async def test_each_side_ticks_its_own_list_and_sees_how_far_the_other_is(sun: Visiting) -> None:
    card = await sun.confirmed(7, details=replace(DETAILS, needs="Стол у розетки"))
    it, by = card.visit.id, preparing(sun)
    for item in (CheckItem.ADVICE, CheckItem.THINGS, CheckItem.ADVICE):
        view = await by.tick(sun.guest, it, item, on=True)
    assert isinstance(view, Preparation)
    assert (view.guest.done, len(view.guest.items)) == (2, 5)
    view = await by.tick(sun.guest, it, CheckItem.ADVICE, on=False)
    seen = await by.tick(sun.host, it, CheckItem.NEEDS, on=True)
    assert isinstance(seen, Preparation)
    assert (seen.guest.done, seen.group.ticked, seen.decides) == (1, frozenset({CheckItem.NEEDS}), True)
    assert (await by.look(sun.guest, it)).group.done == 1
    for actor, item in ((sun.guest, CheckItem.PLACE), (sun.host, CheckItem.WAY)):
        with pytest.raises(Forbidden):
            await by.tick(actor, it, item, on=True)
    psychologist, other = await sun.staff(Role.PSYCHOLOGIST), await sun.staff(Role.TEACHER, sun.rays)
    mother = await sun.adult(2)
    with pytest.raises(Missing):
        await by.look(sun.guest, VisitId(9_999))
    await refuses_strangers(sun, lambda who: by.look(who, it), strangers=(psychologist, other, mother))
    seen_by = await sun.applications.visit(psychologist, it)
    assert (seen_by.may_prepare, seen_by.may_write) == (False, False)

    sun.clock.move_to(card.visit.starts_at - timedelta(days=1))
    await sun.reminders.put_due()
    left = {}
    for person in (sun.guest, sun.host):
        told = await sun.told_of.reminder_for_notice(await sun.notice(K.GUEST_REMINDER, person))
        assert told is not None
        left[person.person_id] = set(told.unticked)
    assert left[sun.guest.person_id] == {*OF_GUEST} - {CheckItem.THINGS}
    assert left[sun.host.person_id] == {*CheckItem} - {*OF_GUEST, CheckItem.NEEDS}

    sun.clock.move_to(card.visit.starts_at)
    assert await by.tick(sun.guest, it, CheckItem.WAY, on=True) == Refused(Reason.SLOT_PAST)


async def test_what_nobody_asked_for_is_not_ticked(sun: Visiting) -> None:
    card = await sun.confirmed(7)
    by = preparing(sun)
    assert CheckItem.NEEDS not in (await by.look(sun.host, card.visit.id)).group.items
    refused = await by.tick(sun.host, card.visit.id, CheckItem.NEEDS, on=True)
    assert refused == Refused(Reason.CHANGED_MEANWHILE)


async def test_the_children_ask_at_most_five_questions_and_the_guest_is_told_once(sun: Visiting) -> None:
    card = await sun.confirmed(7)
    it, by = card.visit.id, asking(sun)
    for text in ("Почему хлеб тёплый?", "  Почему   хлеб тёплый?", "А булки?", "Кто ест?", "Где?", "Когда?"):
        assert isinstance(await by.write(sun.host, it, None, text), QuestionsPage)
    refused = await by.write(sun.host, it, None, "И ещё?")
    assert refused == Refused(Reason.TOO_MANY_QUESTIONS, {"limit": QUESTIONS_AT_MOST})
    for text, reason in (
        ("", Reason.EMPTY),
        ("щ" * 121, Reason.TOO_LONG),
        ("4008 123456", Reason.LOOKS_LIKE_DOCUMENT),
    ):
        said = await by.write(sun.host, it, None, text)
        assert isinstance(said, Refused)
        assert said.reason is reason
    assert (await preparing(sun).look(sun.guest, it)).questions == (), "not sent yet"
    assert isinstance(await by.send(sun.host, it), QuestionsPage)
    assert isinstance(await by.send(sun.host, it), QuestionsPage)
    assert await sun.waiting(K.GUEST_ASKED) == [sun.guest.person_id], "once"
    told = await preparing(sun).asked_for_notice(await sun.notice(K.GUEST_ASKED, sun.guest))
    assert told is not None
    assert told.questions[0].text == "Почему хлеб тёплый?"
    await mark_sent(sun.database)

    first, second = (one.id for one in (await by.page(sun.host, it)).questions[:2])
    assert isinstance(await by.write(sun.host, it, first, "Почему хлеб пахнет?"), QuestionsPage)
    left = await by.drop(sun.host, it, second)
    assert [one.sent for one in left.questions] == [False, True, True, True]
    with pytest.raises(Missing):
        await by.write(sun.host, it, second, "Уже нет")
    sun.clock.advance(timedelta(minutes=1))
    for _ in range(2):
        await by.send(sun.host, it)
    assert await sun.waiting(K.GUEST_ASKED) == [sun.guest.person_id], "one more, whatever was changed"
    assert len((await preparing(sun).look(sun.guest, it)).questions) == 4
    other = await sun.staff(Role.TEACHER, sun.rays)
    for act in (
        lambda who: by.write(who, it, None, "Чужой"),
        lambda who: by.drop(who, it, first),
        lambda who: by.send(who, it),
    ):
        await refuses_strangers(sun, act, strangers=(sun.guest, other))
    good(await sun.applications.give_back(sun.guest, it, card.visit.version))
    assert await sun.waiting(K.GUEST_ASKED) == [], "what was not told yet is dropped"
    assert await by.write(sun.host, it, QuestionId(first), "Поздно") == Refused(Reason.VISIT_DECIDED)


async def test_words_are_passed_on_to_the_other_side_and_to_the_colleague(sun: Visiting) -> None:
    second = await sun.staff(Role.TEACHER, sun.sun)
    card = await sun.agreed(7)
    it, by = card.visit.id, writing(sun)
    said = await by.write(sun.guest, it, "Есть ли розетка?")
    assert isinstance(said, Correspondence)
    assert await sun.waiting(K.GUEST_WRITTEN) == sorted([sun.host.person_id, second.person_id])
    async with sun.database.read() as reading:
        rows = await reading.connection.execute(select(NoticeRow.params, NoticeRow.dedupe_key))
        assert not any("розетка" in str(row) for row in rows), "ids, no words"
    await mark_sent(sun.database)
    said = await by.write(sun.host, it, "Есть, рядом с ковром")
    assert isinstance(said, Correspondence)
    assert [one.text for one in said.messages] == ["Есть ли розетка?", "Есть, рядом с ковром"]
    assert await sun.waiting(K.GUEST_WRITTEN) == sorted([sun.guest.person_id, second.person_id])
    for reader in (sun.guest, second):
        told = await by.message_for_notice(await sun.notice(K.GUEST_WRITTEN, reader))
        assert told is not None
        assert (told.message.text, told.message.from_guest) == ("Есть, рядом с ковром", False)
    others = (
        await sun.staff(Role.PSYCHOLOGIST),
        await sun.staff(Role.TEACHER, sun.rays),
        await sun.adult(2),
        await sun.baker(),
    )
    await refuses_strangers(sun, lambda who: by.look(who, it), strangers=others)
    await refuses_strangers(sun, lambda who: by.write(who, it, "Чужой"), strangers=others)
    refused = await by.write(sun.guest, it, "СНИЛС 112-233-445 95")
    assert refused == Refused(Reason.LOOKS_LIKE_DOCUMENT)


async def test_an_update_that_comes_twice_is_passed_on_once(sun: Visiting) -> None:
    it = (await sun.agreed(7)).visit.id
    token = current_update.set(CurrentUpdate(1, 77))
    try:
        assert isinstance(await writing(sun).write(sun.guest, it, "Приду к десяти"), Correspondence)
        current_update.set(CurrentUpdate(1, 77))
        with pytest.raises(AlreadyDone):
            await writing(sun).write(sun.guest, it, "Приду к десяти")
    finally:
        current_update.reset(token)
    assert await count(sun, GuestMessageRow) == 1
    assert await sun.waiting(K.GUEST_WRITTEN) == [sun.host.person_id]


async def test_ten_a_day_and_a_week_after_the_visit(sun: Visiting) -> None:
    card = await sun.agreed(7)
    it, by = card.visit.id, writing(sun)
    for number in range(MESSAGES_A_DAY):
        assert isinstance(await by.write(sun.guest, it, f"Слово {number}"), Correspondence)
    enough = Refused(Reason.TOO_MANY_MESSAGES, {"limit": MESSAGES_A_DAY})
    assert await by.write(sun.guest, it, "И ещё") == enough
    assert isinstance(await by.write(sun.host, it, "Хватит"), Correspondence), (
        "the other side has its own ten"
    )
    sun.clock.advance(timedelta(days=1))
    assert isinstance(await by.write(sun.guest, it, "Завтра снова"), Correspondence)
    sun.clock.move_to(card.visit.starts_at + timedelta(days=2))
    good(await sun.visits.held(sun.host, it, 12))
    sun.clock.advance(timedelta(days=5))
    assert isinstance(await by.write(sun.guest, it, "Спасибо!"), Correspondence)
    sun.clock.advance(timedelta(minutes=1))
    assert await by.write(sun.guest, it, "Поздно") == Refused(Reason.MESSAGES_OVER)
    good(await sun.visits.write_note(sun.host, it, "Дети в восторге"))
    assert not (await by.look(sun.guest, it)).card.may_write, "a note does not begin another week"


async def test_one_does_not_write_where_nobody_reads(sun: Visiting) -> None:
    entered = await sun.entered(sun.children[1], 8)
    assert await writing(sun).write(sun.host, entered.id, "Ждём") == Refused(Reason.GUEST_UNREACHED)
    applied = await sun.taken(None, 9)
    assert await writing(sun).write(sun.guest, applied.id, "А можно?") == Refused(Reason.VISIT_DECIDED)
    card = good(await sun.visits.accept(sun.host, applied.id, applied.version))
    async with sun.database.work() as work:
        await work.connection.execute(
            update(PersonRow)
            .where(PersonRow.id == sun.guest.person_id)
            .values(chat_closed_at=sun.clock.now())
        )
    assert await writing(sun).write(sun.host, card.visit.id, "Ждём") == Refused(Reason.GUEST_UNREACHED)
    assert await count(sun, GuestMessageRow) == 0


async def test_thirty_days_after_the_visit_nothing_of_it_is_left(sun: Visiting, tmp_path: object) -> None:
    card = await sun.confirmed(7)
    it = card.visit.id
    await preparing(sun).tick(sun.host, it, CheckItem.PLACE, on=True)
    await asking(sun).write(sun.host, it, None, "Почему?")
    await writing(sun).write(sun.guest, it, "Приду к десяти")
    rows = (GuestTickRow, GuestQuestionRow, GuestMessageRow)
    job = Retention(sun.database, sun.clock, ErasureJournal(tmp_path), frozenset())  # type: ignore[arg-type]  # a path
    for days, left in ((30, 1), (31, 0)):
        sun.clock.move_to(card.visit.starts_at + timedelta(days=days))
        await job.run_due()
        assert [await count(sun, row) for row in rows] == [left] * 3
