"""Events changed and cancelled: whoever has heard is told once, two editors do not overwrite each other."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from db.models import EventRow, EventVersionRow, NoticeRow
from db.work import Database
from domain.answers import Answer
from domain.event_views import Changed
from domain.events import Event, EventDraft, EventStatus
from domain.outcomes import Forbidden, Reason, Refused
from domain.people import Role
from tests.services.sunny import Sunny, build_sunny, mark_sent, told


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten on both engines."""
    return await build_sunny(database)


def as_draft(event: Event) -> EventDraft:
    """The event as it would be typed again."""
    return EventDraft(
        event.title, event.starts_at, event.place, event.group_ids, note=event.note, bring=event.bring
    )


async def urgencies(database: Database, kind: str) -> set[str]:
    """How urgent notices of a kind are."""
    async with database.read() as reading:
        found = await reading.connection.execute(select(NoticeRow.urgency).where(NoticeRow.kind == kind))
        return set(found.scalars())


async def test_a_change_is_told_to_those_who_have_heard(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    heard = await sunny.adult(1)
    event = await sunny.publish(teacher)
    await mark_sent(sunny.database)
    late = await sunny.adult(2)  # joined afterwards, answered from the list
    await sunny.adult(3)  # joined afterwards and knows nothing
    await sunny.rsvps.answer(late, event.id, Answer.ALONE)
    preview = await sunny.changes.preview(
        teacher, event.id, 1, replace(as_draft(event), place="спортивный зал")
    )
    assert not isinstance(preview, Refused)
    assert preview.told == 2
    changed = await sunny.changes.change(
        teacher, event.id, 1, replace(as_draft(event), place="спортивный зал")
    )
    assert isinstance(changed, Changed)
    assert (changed.event.place, changed.event.version) == ("спортивный зал", 2)
    assert (changed.told, changed.invited, changed.news) == (2, 0, True)
    assert await told(sunny.database, "event-changed") == [heard.person_id, late.person_id]
    notice = (await sunny.leased("event-changed"))[heard.person_id]
    shown = await sunny.notices.change_for_notice(notice)
    assert shown is not None
    assert (shown.before.place, shown.now.event.place) == ("музыкальный зал", "спортивный зал")


async def test_who_still_waits_for_the_announcement_reads_the_newest_state_in_it(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)
    await sunny.changes.change(teacher, event.id, 1, replace(as_draft(event), title="Мастер-класс врача"))
    assert await told(sunny.database, "event-changed") == []
    shown = await sunny.notices.invitation_for_notice(
        (await sunny.leased("event-published"))[mother.person_id]
    )
    assert shown is not None
    assert shown.event.title == "Мастер-класс врача"


async def test_two_changes_in_a_row_are_told_as_one(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)
    await mark_sent(sunny.database)
    await sunny.changes.change(teacher, event.id, 1, replace(as_draft(event), place="двор"))
    await sunny.changes.change(teacher, event.id, 2, replace(as_draft(event), place="сад"))
    assert await told(sunny.database, "event-changed") == [mother.person_id]
    shown = await sunny.notices.change_for_notice((await sunny.leased("event-changed"))[mother.person_id])
    assert shown is not None
    assert (shown.before.place, shown.now.event.place) == ("музыкальный зал", "сад")


async def test_a_change_taken_back_before_it_is_sent_is_not_told(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)
    await mark_sent(sunny.database)
    await sunny.changes.change(teacher, event.id, 1, replace(as_draft(event), place="двор"))
    await sunny.changes.change(teacher, event.id, 2, as_draft(event))
    assert (
        await sunny.notices.change_for_notice((await sunny.leased("event-changed"))[mother.person_id]) is None
    )


async def test_other_groups_are_invited_and_uninvited(sunny: Sunny) -> None:
    head = await sunny.staff(Role.HEAD)
    both = await sunny.adult(1, 5)
    sun = await sunny.adult(2)
    rays = await sunny.adult(6)
    event = await sunny.publish(head)
    await mark_sent(sunny.database)
    await sunny.changes.change(head, event.id, 1, replace(as_draft(event), group_ids=frozenset({sunny.rays})))
    assert await told(sunny.database, "event-published") == [both.person_id, sun.person_id, rays.person_id]
    changes = await sunny.leased("event-changed")
    uninvited = await sunny.notices.change_for_notice(changes[sun.person_id])
    assert uninvited is not None
    assert uninvited.now.groups == ()
    assert await sunny.notices.change_for_notice(changes[both.person_id]) is None, "nothing changed for them"


async def test_two_editors_do_not_overwrite_each_other(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    head = await sunny.staff(Role.HEAD)
    event = await sunny.publish(teacher)
    outcomes = await asyncio.gather(
        sunny.changes.change(teacher, event.id, 1, replace(as_draft(event), place="двор")),
        sunny.changes.change(head, event.id, 1, replace(as_draft(event), place="сад")),
        sunny.changes.cancel(head, event.id, 1),
    )
    assert sum(isinstance(outcome, Changed) for outcome in outcomes) == 1
    refused = {outcome.reason for outcome in outcomes if isinstance(outcome, Refused)}
    assert refused <= {Reason.CHANGED_MEANWHILE, Reason.EVENT_CANCELLED}
    assert await sunny.count(EventVersionRow) <= 1


async def test_without_the_version_the_second_editor_would_win_unseen(sunny: Sunny) -> None:
    """Why every change names the version it was made from."""
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher)
    for place in ("двор", "сад"):  # both editors have read «музыкальный зал»
        async with sunny.database.work() as work:
            naive = await work.connection.execute(
                update(EventRow).where(EventRow.id == event.id).values(place=place)
            )
            assert naive.rowcount == 1


async def test_what_is_said_to_be_told_is_told(sunny: Sunny) -> None:
    head = await sunny.staff(Role.HEAD)
    for number in (1, 2):
        await sunny.adult(number)
    both = await sunny.adult(3, 5)
    rays = await sunny.adult(6)
    event = await sunny.publish(head, note="фартук")
    wider = replace(as_draft(event), group_ids=frozenset({sunny.sun, sunny.rays}))
    outcome = await sunny.changes.change(head, event.id, 1, replace(wider, bring=True))
    assert isinstance(outcome, Changed)
    assert (outcome.told, outcome.invited, outcome.news) == (0, 1, False), (
        "the others wait for the invitation"
    )
    await mark_sent(sunny.database)
    moved = replace(wider, place="двор", bring=True)
    preview = await sunny.changes.preview(head, event.id, 2, moved)
    assert not isinstance(preview, Refused)
    outcome = await sunny.changes.change(head, event.id, 2, moved)
    assert isinstance(outcome, Changed)
    heard = await told(sunny.database, "event-changed")
    assert (outcome.told, outcome.invited) == (preview.told, preview.invited) == (len(heard), 0) == (4, 0)
    assert {both.person_id, rays.person_id} <= set(heard)
    again = await sunny.changes.change(head, event.id, 3, replace(moved, place="сад"))
    assert isinstance(again, Changed)
    assert again.told == 4, "one message tells both changes"
    silent = await sunny.changes.change(head, event.id, 4, replace(moved, place="сад", bring=False))
    assert isinstance(silent, Changed)
    assert (silent.told, silent.news) == (0, False)
    over = await sunny.changes.cancel(head, event.id, 5)
    assert isinstance(over, Changed)
    assert over.told == len(await told(sunny.database, "event-cancelled")) == 4


async def test_nothing_changed_tells_nobody(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1)
    event = await sunny.publish(teacher)
    await mark_sent(sunny.database)
    before = await sunny.footprint()
    assert await sunny.changes.change(teacher, event.id, 1, as_draft(event)) == Refused(
        Reason.NOTHING_CHANGED
    )
    assert await sunny.footprint() == before


async def test_a_past_or_cancelled_event_stays_as_it_is(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher, days=1)
    other = await sunny.publish(teacher, "t2", days=9)
    assert isinstance(await sunny.changes.cancel(teacher, other.id, 1), Changed)
    sunny.clock.advance(timedelta(days=2))
    before = await sunny.footprint()
    moved = replace(as_draft(event), starts_at=sunny.clock.now() + timedelta(days=3))
    assert await sunny.changes.change(teacher, event.id, 1, moved) == Refused(Reason.EVENT_PAST)
    assert await sunny.changes.cancel(teacher, event.id, 1) == Refused(Reason.EVENT_PAST)
    assert await sunny.changes.cancel(teacher, other.id, 2) == Refused(Reason.EVENT_CANCELLED)
    assert await sunny.changes.to_change(teacher, other.id) == Refused(Reason.EVENT_CANCELLED)
    assert await sunny.footprint() == before


async def test_a_change_into_the_past_is_refused(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher)
    moved = replace(as_draft(event), starts_at=sunny.clock.now() - timedelta(hours=1))
    assert await sunny.changes.change(teacher, event.id, 1, moved) == Refused(Reason.DATE_PAST)


async def test_a_cancellation_is_told_once_and_drops_what_waits(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)
    await mark_sent(sunny.database)
    await sunny.changes.change(teacher, event.id, 1, replace(as_draft(event), place="двор"))
    preview = await sunny.changes.preview_cancel(teacher, event.id)
    assert not isinstance(preview, Refused)
    outcomes = await asyncio.gather(*(sunny.changes.cancel(teacher, event.id, 2) for _ in range(5)))
    assert next(o for o in outcomes if isinstance(o, Changed)).event.status is EventStatus.CANCELLED
    assert sum(isinstance(outcome, Changed) for outcome in outcomes) == 1
    assert await told(sunny.database, "event-cancelled") == [mother.person_id]
    assert await sunny.leased("event-changed") == {}
    assert await urgencies(sunny.database, "event-cancelled") == {"waits"}


async def test_nobody_who_has_not_heard_is_told_of_a_cancellation(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1)
    event = await sunny.publish(teacher)
    await sunny.changes.cancel(teacher, event.id, 1)
    assert await told(sunny.database, "event-cancelled") == []
    assert await sunny.leased("event-published") == {}


async def test_what_starts_soon_is_told_at_once(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher, days=0.5)
    await mark_sent(sunny.database)
    await sunny.changes.change(teacher, event.id, 1, replace(as_draft(event), place="двор"))
    assert await urgencies(sunny.database, "event-changed") == {"now"}
    await mark_sent(sunny.database)
    await sunny.changes.cancel(teacher, event.id, 2)
    assert await urgencies(sunny.database, "event-cancelled") == {"now"}
    shown = await sunny.notices.cancellation_for_notice(
        (await sunny.leased("event-cancelled"))[mother.person_id]
    )
    assert shown is not None


async def test_an_urgent_change_does_not_wait_behind_an_earlier_one(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher, days=2)
    await mark_sent(sunny.database)
    sunny.clock.advance(timedelta(hours=12))  # 22:00: the quiet hours
    await sunny.changes.change(teacher, event.id, 1, replace(as_draft(event), place="двор"))
    assert await sunny.leased("event-changed") == {}, "it waits for the morning"
    early = sunny.clock.now() + timedelta(hours=9)
    await sunny.changes.change(teacher, event.id, 2, replace(as_draft(event), place="двор", starts_at=early))
    changes = await sunny.leased("event-changed")
    shown = await sunny.notices.change_for_notice(changes[mother.person_id])
    assert shown is not None
    assert (shown.now.event.place, shown.now.event.starts_at) == ("двор", early)


async def test_only_who_reaches_all_groups_may_change(sunny: Sunny) -> None:
    head = await sunny.staff(Role.HEAD)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    parent = await sunny.adult(1)
    event = await sunny.publish(head, group_ids=frozenset({sunny.sun, sunny.rays}))
    before = await sunny.footprint()
    for actor in (teacher, parent):
        with pytest.raises(Forbidden):
            await sunny.changes.change(actor, event.id, 1, replace(as_draft(event), place="двор"))
        with pytest.raises(Forbidden):
            await sunny.changes.cancel(actor, event.id, 1)
    assert await sunny.footprint() == before
