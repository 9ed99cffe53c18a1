"""/my_data, /delete_me, withdrawal and leaving: at once, whole, and never at somebody else's cost."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from db.models import Base, FormStateRow, RsvpRow
from db.personal import NOT_PERSONAL, PERSONAL
from db.work import Database
from domain.clock import MovableClock
from domain.ids import ConsentId
from domain.joining import Joined, Waiting
from domain.links import LinkDraft, LinkKind
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Role, Visitor
from domain.privacy import Left, Purpose
from services.consents import person_hash
from tests.services.doorstep import Doorstep, open_door

ACCOUNT = 777_000_111_222
NAME = "Евлампия Сверчкова"
PET = "Кнопочка"


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open, and names switched on."""
    door = await open_door(database, tmp_path)
    await door.names_on()
    return door


def _eulampia() -> Visitor:
    return Visitor("telegram", ACCOUNT, ACCOUNT, *NAME.split())


async def _event(door: Doorstep, author: Actor) -> int:
    table = Base.metadata.tables["events"]
    now = door.database.clock.now()
    async with door.database.work() as work:
        made = await work.connection.execute(
            insert(table).values(
                organisation_id=door.organisation_id,
                author_id=author.memberships[0].id,
                author_person_id=author.person_id,
                title="Мастер-класс",
                place="зал",
                starts_at=now + timedelta(days=3),
                bring=False,
                status="published",
                version=1,
                created_at=now,
                updated_at=now,
            )
        )
    return int(made.inserted_primary_key[0])  # type: ignore[index]  # an insert of one row has a key


async def _busy(door: Doorstep) -> Actor:
    """Somebody who left a trace in every table: a head who is a parent, with names, answers, drafts, messages."""
    visitor = _eulampia()
    await door.parent(1, visitor)
    actor = await door.staff(Role.HEAD, door.sun, visitor=visitor)
    parent = next(held for held in actor.memberships if held.role is Role.PARENT)
    for membership in actor.memberships:
        await door.settings.name_self(actor, NAME, membership.id, waiting=False)
    await door.settings.name_child(await door.again(actor), parent.id, door.children[0], PET)
    assert isinstance(await door.become(visitor, await door.qr(door.rays)), Waiting)
    [request] = await _pending(door, actor)
    await door.settings.name_self(actor, NAME, request, waiting=True)
    event_id = await _event(door, actor)
    now = door.database.clock.now()
    async with door.database.work() as work:
        await work.connection.execute(
            insert(RsvpRow).values(
                organisation_id=door.organisation_id,
                event_id=event_id,
                person_id=actor.person_id,
                answer="alone",
                answered_at=now,
            )
        )
        await work.connection.execute(
            insert(FormStateRow).values(
                key=f"1:{ACCOUNT}:{ACCOUNT}::x",
                user_id=ACCOUNT,
                state="form:x",
                data={"n": NAME},
                updated_at=now,
            )
        )
        await work.sent.remember(ACCOUNT, 5, "event:1", None)
        await work.sent.remember(4242, 9, None, now + timedelta(days=1), [actor.person_id])
        created = await work.people.create_person(Visitor("telegram", 4242, 4242), "ru")
        set_id = await _set(work, door)
        await work.connection.execute(
            insert(Base.metadata.tables["person_set_members"]).values(
                set_id=set_id, membership_id=parent.id, organisation_id=door.organisation_id
            )
        )
        await work.links.create(
            LinkDraft(door.organisation_id, LinkKind.STAFF, actor.person_id, role=Role.METHODIST)
        )
        assert created
    return await door.again(actor)


async def _set(work: Any, door: Doorstep) -> int:
    made = await work.connection.execute(
        insert(Base.metadata.tables["person_sets"]).values(
            organisation_id=door.organisation_id,
            name="Рабочая группа",
            sort_key="рабочая группа",
            created_at=door.database.clock.now(),
        )
    )
    return int(made.inserted_primary_key[0])


async def _pending(door: Doorstep, actor: Actor) -> list[Any]:
    async with door.database.read() as reading:
        return [request.id for request in await reading.requests.own_pending(actor.person_id)]


async def _where(door: Doorstep, *wanted: object) -> set[str]:
    """Columns of the whole database in which any of the values stands."""
    found = set()
    async with door.database.read() as reading:
        for table in Base.metadata.sorted_tables:
            for row in (await reading.connection.execute(select(table))).mappings():
                for column, value in row.items():
                    if any(str(value).find(str(sought)) >= 0 for sought in wanted):
                        found.add(f"{table.name}.{column}")
    return found


def test_every_table_says_what_it_keeps_of_persons_and_how_that_is_erased() -> None:
    """A new table fails here until it is named in `db/personal.py`."""
    personal = {trace.table.__tablename__ for trace in PERSONAL}
    assert personal | set(NOT_PERSONAL) == set(Base.metadata.tables)
    assert personal & set(NOT_PERSONAL) == set()


def test_columns_that_point_at_persons_stand_in_the_register() -> None:
    pointing = {
        table.name
        for table in Base.metadata.sorted_tables
        for column in table.c
        if column.key in ("person_id", "user_id", "membership_id", "chat_id", "author_person_id")
        or column.key.endswith("_by")
        or any(key.column.table.name in ("persons", "memberships") for key in column.foreign_keys)
    }
    assert pointing <= {trace.table.__tablename__ for trace in PERSONAL}


async def test_delete_me_leaves_nothing_that_leads_to_the_person(door: Doorstep) -> None:
    actor = await _busy(door)
    await door.staff(Role.HEAD)
    assert {"persons.platform_user_id", "memberships.name", "guardianships.pet_name"} <= await _where(
        door, ACCOUNT, NAME, PET
    )
    exported = json.loads((await door.privacy.my_data_file(actor)).content)
    empty = [
        trace.table.__tablename__
        for trace in PERSONAL
        if trace.exported
        and trace.table.__tablename__ not in ("erasures", "outbox", "event_versions")
        and not exported["tables"][trace.table.__tablename__]
    ]
    assert empty == []  # the test's person has left a trace everywhere
    assert await door.privacy.erase(actor) == Left(None, erased=True)
    assert await _where(door, ACCOUNT, NAME, PET) == set()
    assert await door.find(_eulampia()) is None
    left = await door.rows()
    emptied = ("rsvps", "join_requests", "guardianships", "form_states", "person_set_members")
    assert {name: left[name] for name in emptied} == dict.fromkeys(emptied, 0)
    assert actor.person_id in await door.column("audit", "person_id")  # «участник № …»


async def test_proof_of_consent_stays_with_a_keyed_hash(door: Doorstep) -> None:
    actor = await door.parent(1, _eulampia())
    await door.privacy.erase(actor)
    assert await door.column("consents", "person_id") == [None]
    assert await door.column("consents", "withdrawn_at") == [door.database.clock.now()]
    async with door.database.work() as work:
        key = await work.installation.person_hash_key()
    assert await door.column("consents", "person_hash") == [person_hash(key, "telegram", ACCOUNT)]
    assert person_hash(b"another key", "telegram", ACCOUNT) != person_hash(key, "telegram", ACCOUNT)


async def test_the_same_account_may_come_back_as_if_for_the_first_time(door: Doorstep) -> None:
    start = await door.card()
    first = await door.become(_eulampia(), start)
    assert isinstance(first, Joined)
    await door.privacy.erase(first.actor)
    second = await door.become(_eulampia(), start)
    assert isinstance(second, Joined)
    assert second.actor.person_id != first.actor.person_id
    assert len(await door.column("consents", "id")) == 2


async def test_mailings_stop_at_once(door: Doorstep) -> None:
    await door.staff(Role.HEAD)
    actor = await door.staff(Role.METHODIST)
    assert isinstance(await door.become(door.visitor(), await door.qr()), Waiting)
    assert await door.told("join-requested") == [actor.person_id]
    await door.privacy.erase(actor)
    assert set(await door.column("outbox", "status")) == {"cancelled"}
    assert await door.column("outbox", "chat_id") == [0]


async def test_messages_that_name_the_erased_are_found_to_be_edited(door: Doorstep) -> None:
    actor = await door.parent(1, _eulampia())
    async with door.database.work() as work:
        await work.sent.remember(4242, 9, None, None, [actor.person_id])
        await work.sent.remember(4242, 10, None, None, [])
    assert await door.privacy.messages_to_edit() == []
    await door.privacy.erase(actor)
    [message] = await door.privacy.messages_to_edit()
    assert (message.chat_id, message.message_id) == (4242, 9)
    await door.privacy.message_edited(message.sent_id)
    assert await door.privacy.messages_to_edit() == []


async def test_one_parent_leaving_does_not_touch_the_other(door: Doorstep) -> None:
    start = await door.card()
    mother = await door.become(_eulampia(), start)
    father = await door.become(door.visitor(), start)
    assert isinstance(mother, Joined)
    assert isinstance(father, Joined)
    head = await door.staff(Role.HEAD)
    event_id = await _event(door, head)
    async with door.database.work() as work:
        for person, child in (
            (mother.actor.person_id, None),
            (father.actor.person_id, None),
            (None, door.children[0]),
        ):
            await work.connection.execute(
                insert(RsvpRow).values(
                    organisation_id=door.organisation_id,
                    event_id=event_id,
                    person_id=person,
                    child_id=child,
                    answer="alone",
                    answered_at=door.database.clock.now(),
                )
            )
    await door.privacy.erase(mother.actor)
    assert set(await door.column("rsvps", "person_id")) == {father.actor.person_id, None}
    assert (await door.again(father.actor)).memberships[0].children[0].number == 1
    await door.privacy.erase(father.actor)
    assert await door.column("rsvps", "id") == []  # the child's rows go with the last adult
    assert len(await door.column("children", "id")) == 5


async def test_one_s_own_file_says_nothing_about_the_other_parent(door: Doorstep) -> None:
    start = await door.card()
    mother = await door.become(_eulampia(), start)
    assert isinstance(mother, Joined)
    father = await door.become(door.visitor("Пантелеймон", "Тайный"), start)
    assert isinstance(father, Joined)
    await door.settings.name_self(father.actor, "Пантелеймон", father.membership.id, waiting=False)
    await door.settings.name_child(father.actor, father.membership.id, door.children[0], "Бусинка")
    written = (await door.privacy.my_data_file(mother.actor)).content.decode()
    for secret in ("Пантелеймон", "Бусинка", str(father.actor.chat_id)):
        assert secret not in written
    content = json.loads(written)
    assert content["tables"]["persons"][0]["platform_user_id"] == ACCOUNT
    assert content["organisations"] == {str(door.organisation_id): "Солнышко"}
    assert len(content["tables"]["guardianships"]) == 1
    assert "token_hash" not in written


async def test_my_data_counts_what_there_is(door: Doorstep) -> None:
    actor = await _busy(door)
    data = await door.privacy.my_data(actor)
    assert data.rows["rsvps"] == 1
    assert data.rows["join_requests"] == 1
    assert data.rows["form_states"] == 1
    assert {line.consent.purpose for line in data.consents} == {Purpose.PARENT, Purpose.STAFF}


async def test_withdrawing_one_consent_ends_only_what_rests_on_it(door: Doorstep) -> None:
    visitor = _eulampia()
    await door.parent(1, visitor)
    actor = await door.staff(Role.TEACHER, door.sun, visitor=visitor)
    staff = await _consent(door, actor, Purpose.STAFF)
    assert await door.privacy.withdraw(actor, staff) == Left("Солнышко", erased=False)
    after = await door.again(actor)
    assert [held.role for held in after.memberships] == [Role.PARENT]
    assert await door.column("teachings", "id") == []
    with pytest.raises(Missing):
        await door.privacy.withdraw(after, staff)
    parent = await _consent(door, after, Purpose.PARENT)
    assert await door.privacy.withdraw(after, parent) == Left("Солнышко", erased=True)
    assert await door.find(visitor) is None


async def test_nobody_withdraws_the_consent_of_somebody_else(door: Doorstep) -> None:
    anna, boris = await door.parent(1), await door.parent(2)
    consent = await _consent(door, anna, Purpose.PARENT)
    before = await door.rows()
    with pytest.raises(Missing):
        await door.privacy.withdraw(boris, consent)
    with pytest.raises(Missing):
        await door.consents.read(boris, consent, "ru")
    assert await door.rows() == before


async def test_a_waiting_newcomer_may_withdraw(door: Doorstep) -> None:
    waiting = await door.become(_eulampia(), await door.qr())
    assert isinstance(waiting, Waiting)
    consent = await _consent(door, waiting.actor, Purpose.PARENT)
    assert await door.privacy.withdraw(waiting.actor, consent) == Left("Солнышко", erased=True)
    assert await door.column("join_requests", "id") == []


async def test_leaving_one_of_two_organisations_keeps_the_other(door: Doorstep, tmp_path: Path) -> None:
    other = await open_door(door.database, tmp_path)
    visitor = _eulampia()
    await door.parent(1, visitor)
    actor = await other.parent(1, visitor)
    assert await door.privacy.leave(actor, door.organisation_id) == Left("Солнышко", erased=False)
    [kept] = (await door.again(actor)).memberships
    assert kept.organisation_id == other.organisation_id
    with pytest.raises(Missing):
        await door.privacy.leave(await door.again(actor), door.organisation_id)


async def test_the_last_head_names_a_successor_first(door: Doorstep) -> None:
    head = await door.staff(Role.HEAD)
    before = await door.rows("seen_updates")
    consent = await _consent(door, head, Purpose.STAFF)
    refused = Refused(Reason.LAST_HEAD)
    assert await door.privacy.may_leave(head, None) == refused
    assert await door.privacy.erase(head) == refused
    assert await door.privacy.leave(head, door.organisation_id) == refused
    assert await door.privacy.withdraw(head, consent) == refused
    assert await door.rows("seen_updates") == before
    await door.staff(Role.HEAD)
    assert await door.privacy.may_leave(head, None) is None
    assert await door.privacy.erase(head) == Left(None, erased=True)


async def test_of_two_heads_who_leave_at_once_one_stays(door: Doorstep) -> None:
    heads = [await door.staff(Role.HEAD) for _ in range(2)]
    outcomes = await asyncio.gather(*(door.privacy.erase(head) for head in heads))
    assert sorted(isinstance(outcome, Refused) for outcome in outcomes) == [False, True]


async def test_the_journal_is_a_file_that_survives_the_database(door: Doorstep) -> None:
    actor = await door.parent(1, _eulampia())
    await door.privacy.erase(actor)
    [line] = door.journal.read()
    assert line.person_id == actor.person_id
    assert str(ACCOUNT) not in (door.folder / "erasures.jsonl").read_text()
    assert await door.privacy.write_journal() == 0  # nothing is missing
    (door.folder / "erasures.jsonl").unlink()
    assert await door.privacy.write_journal() == 1
    assert door.journal.read() == [line]


async def test_a_line_cut_off_by_a_crash_does_no_harm(door: Doorstep) -> None:
    await door.privacy.erase(await door.parent(1))
    path = door.folder / "erasures.jsonl"
    path.write_text(path.read_text() + '{"at": "2026-')
    await door.privacy.erase(await door.parent(2))
    assert len(door.journal.read()) == 2


async def test_a_restored_backup_brings_nobody_back(
    door: Doorstep, clock: MovableClock, tmp_path: Path
) -> None:
    """The journal of the present is carried out on a database of the past, once."""
    actor = await door.parent(1, _eulampia())
    kept = await door.parent(2)
    clock.advance(timedelta(days=1))
    await door.privacy.erase(actor)
    lines = door.journal.read()
    async with door.database.work() as work:  # the backup is from before the erasure: the account is back
        await work.connection.exec_driver_sql(
            f"UPDATE persons SET platform = 'telegram', platform_user_id = {ACCOUNT}, chat_id = {ACCOUNT}"
            f" WHERE id = {actor.person_id}"
        )
    assert await door.find(_eulampia()) is not None
    assert await door.privacy.replay(lines) == 1
    assert await door.find(_eulampia()) is None
    assert (await door.again(kept)).memberships
    assert await door.privacy.replay(lines) == 0
    assert door.journal.read() == lines


async def test_replay_spares_a_number_that_is_another_account_now(
    door: Doorstep, clock: MovableClock
) -> None:
    actor = await door.parent(1, _eulampia())
    clock.advance(timedelta(days=1))
    await door.privacy.erase(actor)
    async with door.database.work() as work:
        await work.connection.exec_driver_sql(
            f"UPDATE persons SET platform = 'telegram', platform_user_id = 31337 WHERE id = {actor.person_id}"
        )
    assert await door.privacy.replay(door.journal.read()) == 0
    assert await door.find(Visitor("telegram", 31337, 31337)) is not None


async def test_replay_ends_again_what_was_left(door: Doorstep, clock: MovableClock) -> None:
    visitor = _eulampia()
    await door.parent(1, visitor)
    actor = await door.staff(Role.TEACHER, door.sun, visitor=visitor)
    clock.advance(timedelta(days=1))
    await door.privacy.withdraw(actor, await _consent(door, actor, Purpose.STAFF))
    async with door.database.work() as work:
        await work.connection.exec_driver_sql("UPDATE memberships SET ended_at = NULL")
    assert await door.privacy.replay(door.journal.read()) == 1
    assert [held.role for held in (await door.again(actor)).memberships] == [Role.PARENT]
    clock.advance(timedelta(days=1))
    back = await door.staff(Role.TEACHER, door.sun, visitor=visitor)
    assert await door.privacy.replay(door.journal.read()) == 0  # a role taken up later is not undone
    assert len((await door.again(back)).memberships) == 2


async def test_settings_reach_only_one_s_own(door: Doorstep) -> None:
    anna, boris = await door.parent(1), await door.parent(2)
    theirs = boris.memberships[0].id
    with pytest.raises(Missing):
        await door.settings.name_self(anna, "Анна", theirs, waiting=False)
    with pytest.raises(Missing):
        await door.settings.name_child(anna, theirs, door.children[1], "Зайка")
    with pytest.raises(Missing):
        await door.settings.name_child(anna, anna.memberships[0].id, door.children[1], "Зайка")
    with pytest.raises(Missing):
        await door.settings.offer(anna, anna.memberships[0].id, "пирог")
    with pytest.raises(Missing):
        await door.settings.speak(anna, "xx")
    assert (await door.settings.speak(anna, "en")).locale == "en"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<b>Анна</b> & Co", "<b>Анна</b> & Co"),
        ("Анна 🌸", "Анна 🌸"),
        ("مريم", "مريم"),
        ("\u202eанна\u202c", "анна"),
        ("Ан\x00на\x07", "Анна"),
    ],
)
async def test_names_of_every_sort_are_kept_as_they_are_read(door: Doorstep, typed: str, kept: str) -> None:
    anna = await door.parent(1)
    named = await door.settings.name_self(anna, typed, anna.memberships[0].id, waiting=False)
    assert not isinstance(named, Refused)
    assert named.memberships[0].name == kept


async def _consent(door: Doorstep, actor: Actor, purpose: Purpose) -> ConsentId:
    data = await door.privacy.my_data(actor)
    return next(line.consent.id for line in data.consents if line.consent.purpose is purpose)
