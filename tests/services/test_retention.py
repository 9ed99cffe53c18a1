"""The retention job: what is due goes, what is not stays, and an act says how much of what."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, update

from db.models import FormStateRow, NoticeRow, SeenUpdateRow
from db.work import Database
from domain.clock import MovableClock
from domain.joining import DeclineReason, Waiting
from domain.links import LinkKind
from domain.outcomes import Forbidden, Missing
from domain.people import Actor, Role, Visitor
from domain.privacy import AUDIT_KEPT, PROOF_KEPT
from domain.retention import Deleted
from services.families import Families
from services.staff import Staff
from tests.services.doorstep import OWNER, Doorstep, open_door

DAY = timedelta(days=1)


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open."""
    return await open_door(database, tmp_path)


async def _declined(door: Doorstep) -> Actor:
    head = await door.staff(Role.HEAD)
    waiting = await door.become(door.visitor(), await door.qr())
    assert isinstance(waiting, Waiting)
    await door.requests.decline(head, waiting.request.id, DeclineReason.UNKNOWN_PERSON)
    return waiting.actor


async def test_nothing_is_due_on_the_first_day(door: Doorstep) -> None:
    await _declined(door)
    before = await door.rows()
    assert await door.retention.run_due() == {}
    assert await door.rows() == before


async def test_a_declined_newcomer_is_forgotten_after_a_month(door: Doorstep, clock: MovableClock) -> None:
    newcomer = await _declined(door)
    clock.advance(29 * DAY)
    await door.retention.run_due()
    assert len(await door.column("join_requests", "id")) == 1
    clock.advance(2 * DAY)
    done = await door.retention.run_due()
    assert done[door.organisation_id]["requests"] == 1
    assert done[None]["persons"] == 1
    assert await door.column("join_requests", "id") == []
    assert [line.person_id for line in door.journal.read()] == [newcomer.person_id]
    assert (await door.again(newcomer)).chat_id == 0


async def test_running_twice_does_nothing_more(door: Doorstep, clock: MovableClock) -> None:
    await _declined(door)
    clock.advance(40 * DAY)
    assert await door.retention.run_due()
    before = await door.rows()
    assert await door.retention.run_due() == {}
    assert await door.rows() == before


async def test_parents_of_children_who_left_are_forgotten(door: Doorstep, clock: MovableClock) -> None:
    gone, stays = await door.parent(1), await door.parent(2)
    async with door.database.work() as work:
        await work.children.mark_left(door.organisation_id, door.children[0])
    clock.advance(31 * DAY)
    done = await door.retention.run_due()
    assert (done[door.organisation_id]["ties"], done[door.organisation_id]["parents"]) == (1, 1)
    clock.advance(31 * DAY)
    assert (await door.retention.run_due())[None]["persons"] == 1
    assert (await door.again(gone)).chat_id == 0
    assert (await door.again(stays)).memberships


async def test_a_removed_colleague_is_forgotten_after_a_month(door: Doorstep, clock: MovableClock) -> None:
    await door.staff(Role.HEAD)
    teacher = await door.staff(Role.TEACHER, door.sun)
    async with door.database.work() as work:
        await work.people.end_membership(door.organisation_id, teacher.memberships[0].id)
    clock.advance(20 * DAY)
    assert await door.retention.run_due() == {}
    clock.advance(11 * DAY)
    done = await door.retention.run_due()
    assert done[door.organisation_id]["purposes"] == 1
    assert done[None]["persons"] == 1
    assert len([at for at in await door.column("consents", "withdrawn_at") if at is not None]) == 1


async def test_an_owner_without_a_role_stays(door: Doorstep, clock: MovableClock) -> None:
    await door.menu.greet(None, Visitor("telegram", OWNER, OWNER), "ru")
    clock.advance(90 * DAY)
    assert await door.retention.run_due() == {}
    assert await door.column("persons", "platform_user_id") == [OWNER]


async def test_proof_of_consent_goes_three_years_after_withdrawal(
    door: Doorstep, clock: MovableClock
) -> None:
    await door.staff(Role.HEAD)
    await door.privacy.erase(await door.parent(1))
    clock.advance(PROOF_KEPT - DAY)
    await door.retention.run_due()
    assert sorted(map(str, await door.column("consents", "purpose"))) == ["parent", "staff"]
    clock.advance(2 * DAY)
    await door.retention.run_due()
    assert await door.column("consents", "purpose") == ["staff"]  # the head's, which stands


async def test_the_audit_log_goes_after_a_year_and_drafts_after_a_week(
    door: Doorstep, clock: MovableClock
) -> None:
    await door.staff(Role.HEAD)
    lines = len(await door.column("audit", "id"))
    now = clock.now()
    async with door.database.work() as work:
        await work.connection.execute(
            insert(FormStateRow).values(key="1:2:2::x", user_id=2, state="form:x", data={}, updated_at=now)
        )
        await work.connection.execute(insert(SeenUpdateRow).values(bot_id=1, update_id=1, at=now))
    clock.advance(8 * DAY)
    assert (await door.retention.run_due())[None]["drafts"] == 1
    assert await door.column("seen_updates", "update_id") == []
    clock.advance(AUDIT_KEPT)
    assert (await door.retention.run_due())[door.organisation_id]["audit"] == lines


async def test_closed_links_and_told_notices_go_after_three_months(
    door: Doorstep, clock: MovableClock
) -> None:
    head = await door.staff(Role.HEAD)
    await door.staff(Role.TEACHER, door.sun)
    await door.link(LinkKind.CARD, child_id=door.children[0])
    await door.revoke(await door.card(2))
    assert isinstance(await door.become(door.visitor(), await door.qr()), Waiting)
    async with door.database.work() as work:
        await work.connection.execute(update(NoticeRow).values(status="sent", finished_at=clock.now()))
    clock.advance(91 * DAY)
    done = await door.retention.run_due()
    assert done[door.organisation_id]["links"] == 3  # two staff links, one revoked card
    assert done[door.organisation_id]["notices"] == 1
    assert set(await door.column("links", "kind")) == {"card", "group"}
    assert (await door.again(head)).memberships


async def test_the_head_reads_an_act_for_each_month(door: Doorstep, clock: MovableClock) -> None:
    newcomer = await _declined(door)
    head = await door.staff(Role.HEAD)
    leaver = await door.parent(2)
    clock.advance(31 * DAY)  # 8 October
    await door.retention.run_due()
    await door.privacy.erase(leaver)
    clock.advance(31 * DAY)
    await door.retention.run_due()
    state = await door.retention.acts(head, door.organisation_id)
    [october] = state.acts
    assert state.find(date(2026, 10, 1)) is october
    assert state.find(date(2026, 11, 1)) is None
    assert october.number == "10/2026"
    assert october.counts == {
        Deleted.ERASED: 1,
        Deleted.PERSONS: 1,
        Deleted.REQUESTS: 1,
        Deleted.PURPOSES: 1,
    }
    said = [(line.kind, line.participant) for line in october.lines]
    assert set(said) == {
        (Deleted.REQUESTS, None),
        (Deleted.PURPOSES, None),
        (Deleted.PERSONS, newcomer.person_id),
        (Deleted.ERASED, leaver.person_id),
    }
    with pytest.raises(Forbidden):
        await door.retention.acts(await door.staff(Role.TEACHER, door.sun), door.organisation_id)


async def test_an_act_names_parents_whose_children_left_once(door: Doorstep, clock: MovableClock) -> None:
    head, gone = await door.staff(Role.HEAD), await door.parent(1)
    async with door.database.work() as work:
        await work.children.mark_left(door.organisation_id, door.children[0])
    clock.advance(31 * DAY)
    await door.retention.run_due()
    [act] = (await door.retention.acts(head, door.organisation_id)).acts
    assert act.counts == {Deleted.PARENTS: 1, Deleted.TIES: 1}
    assert [line.participant for line in act.lines if line.kind is Deleted.PARENTS] == [gone.person_id]


async def test_an_act_names_whose_role_was_ended_by_staff(door: Doorstep) -> None:
    head, parent = await door.staff(Role.HEAD), await door.parent(1)
    teacher = await door.staff(Role.TEACHER, door.sun)
    await Families(door.database, door.database.clock).mark_left(head, door.children[0])
    await Staff(door.database, door.database.clock).remove(head, teacher.memberships[0].id)
    [act] = (await door.retention.acts(head, door.organisation_id)).acts
    assert act.counts == {Deleted.ROLES: 2}
    assert {line.participant for line in act.lines} == {parent.person_id, teacher.person_id}


async def test_an_act_of_another_organisation_says_nothing_of_ours(
    door: Doorstep, clock: MovableClock, tmp_path: Path
) -> None:
    other = await open_door(door.database, tmp_path)
    head = await other.staff(Role.HEAD)
    await door.privacy.erase(await door.parent(1))
    assert (await other.retention.acts(head, other.organisation_id)).acts == ()
    with pytest.raises(Missing):
        await other.retention.acts(head, door.organisation_id)


async def test_only_months_that_the_log_still_has_whole_have_an_act(
    door: Doorstep, clock: MovableClock
) -> None:
    head = await door.staff(Role.HEAD)
    await door.privacy.erase(await door.parent(1))  # 7 September 2026
    clock.advance(timedelta(days=364))
    await door.retention.run_due()
    acts = (await door.retention.acts(head, door.organisation_id)).acts
    assert [act.month for act in acts] == [date(2027, 9, 1)]  # today's run; September 2026 is cut by now
