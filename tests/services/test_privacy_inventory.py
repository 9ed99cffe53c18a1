"""Nothing personal is forgotten: every table and column is named, handed over by /my_data, and gone with /delete_me."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, Text, update

from db.columns import PLAIN, TELLING, Tells
from db.models import Base
from db.personal import NOBODY, NOT_PERSONAL, PERSONAL
from db.traces import Whom
from db.work import Database
from domain.people import Actor, Role
from domain.privacy import Left, Purpose
from tests.services.doorstep import Doorstep, open_door
from tests.services.eulampia import ACCOUNT, NAME, PET, busy, columns_with, consent_of, eulampia

SECRET = "Сокровенное"
ANYBODY = Whom(1, 1, 1)


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open, and names switched on."""
    door = await open_door(database, tmp_path)
    await door.names_on()
    return door


def unnamed(metadata: MetaData) -> set[str]:
    """Columns of which nobody has said what they tell, and those named that do not exist."""
    there = {f"{table.name}.{column.key}" for table in metadata.sorted_tables for column in table.c}
    named = {f"{table}.{column}" for table, words in PLAIN.items() for column in words.split()}
    telling = {f"{table}.{column}" for table, columns in TELLING.items() for column in columns}
    assert named & telling == set()
    return there ^ (named | telling)


def test_every_column_is_named() -> None:
    """A new table or column fails here until `db/columns.py` says what it tells of a person."""
    assert unnamed(Base.metadata) == set()


def test_a_new_table_and_a_new_column_are_noticed() -> None:
    grown = MetaData()
    for table in Base.metadata.sorted_tables:
        table.to_metadata(grown)
    Table("visits", grown, Column("guest", Integer))
    grown.tables["groups"].append_column(Column("curator", Text))
    assert unnamed(grown) == {"visits.guest", "groups.curator"}
    grown.remove(grown.tables["rsvps"])
    assert "rsvps.entered_by" in unnamed(grown)


def test_every_table_says_what_becomes_of_it_at_an_erasure() -> None:
    personal = {trace.table.__tablename__ for trace in PERSONAL}
    assert personal | set(NOT_PERSONAL) == set(Base.metadata.tables)
    assert personal & set(NOT_PERSONAL) == set()
    assert set(TELLING) <= personal


def test_every_column_that_names_a_participant_finds_their_rows() -> None:
    """A person's number or role in a column is either asked for by a trace, or hidden in one as somebody else's."""
    asked = {
        f"{trace.table.__tablename__}.{column.key}"
        for trace in PERSONAL
        for column in trace.table.__table__.c
        if f"{trace.table.__tablename__}.{column.key}" in str(trace.whose(ANYBODY))
    }
    pointing = {
        f"{table}.{column}"
        for table, columns in TELLING.items()
        for column, tells in columns.items()
        if tells is Tells.NUMBER and (column.endswith(("_id", "_by")) or (table, column) == ("persons", "id"))
    }
    # the same person by the author's role, and the role whose menu they see: in rows that are found anyway
    assert pointing - asked == {
        "announcements.author_id",
        "events.author_id",
        "guest_openings.author_id",
        "persons.current_membership_id",
    }


async def test_one_s_own_file_has_every_trace(door: Doorstep) -> None:
    actor = await busy(door)
    content = json.loads((await door.privacy.my_data_file(actor)).content)
    tables = content["tables"]
    assert set(tables) == {trace.name for trace in PERSONAL}
    # the test's person has left a trace everywhere
    assert [name for name, rows in tables.items() if not rows] == ["erasures"]
    [child] = tables["children"]
    assert (child["number"], content["groups"][str(child["group_id"])]) == (1, "Солнышко")
    for hidden in ("person_id", "child_id", "answer"):
        assert hidden not in tables["answers_entered_for_families"][0]
    assert "name" not in tables["requests_decided"][0]


async def test_everything_that_was_said_of_a_person_is_handed_over_and_goes(door: Doorstep) -> None:
    actor = await busy(door)
    await door.staff(Role.HEAD)
    said = {
        f"{t}.{c}" for t, columns in TELLING.items() for c, tells in columns.items() if tells is Tells.WORDS
    }
    await _write_everywhere(door, actor, said)
    assert await columns_with(door, SECRET) == said
    handed = json.dumps(json.loads((await door.privacy.my_data_file(actor)).content), ensure_ascii=False)
    assert handed.count(SECRET) >= len(said)

    assert await door.privacy.erase(actor) == Left(None, erased=True)

    assert await columns_with(door, SECRET) == set()


async def _write_everywhere(door: Doorstep, actor: Actor, columns: set[str]) -> None:
    roles = [held.id for held in actor.memberships]
    async with door.database.work() as work:
        for named in columns:
            table, _, column = named.partition(".")
            there = Base.metadata.tables[table]
            match table:
                case "form_states":
                    which = there.c.user_id == ACCOUNT
                case "links":
                    which = there.c.spent_by == actor.person_id
                case "events" | "announcements":
                    which = there.c.author_person_id == actor.person_id
                case "guest_visits" | "guest_queue" | "guest_letters" | "guest_entrance_names":
                    which = there.c.guest_id == actor.person_id
                case "guest_messages":
                    which = there.c.author_id == actor.person_id
                case _ if "person_id" in there.c:
                    which = there.c.person_id == actor.person_id
                case _:
                    which = there.c.membership_id.in_(roles)
            await work.connection.execute(
                update(there).where(which).values({column: {"typed": SECRET} if column == "data" else SECRET})
            )


async def test_delete_me_leaves_nothing_that_leads_to_the_person(door: Doorstep) -> None:
    actor = await busy(door)
    await door.staff(Role.HEAD)
    leading = {
        f"{t}.{c}" for t, columns in TELLING.items() for c, tells in columns.items() if tells is Tells.ACCOUNT
    }
    assert leading <= await columns_with(door, ACCOUNT)
    assert await door.privacy.erase(actor) == Left(None, erased=True)
    assert await columns_with(door, ACCOUNT, NAME, PET) == set()
    assert await door.find(eulampia()) is None
    left = await door.rows()
    emptied = ("guardianships", "form_states", "person_set_members", "teachings")
    assert {name: left[name] for name in emptied} == dict.fromkeys(emptied, 0)
    assert actor.person_id not in await door.column("rsvps", "person_id")
    assert actor.person_id not in await door.column("join_requests", "person_id")
    assert actor.person_id in await door.column("audit", "person_id")  # «участник № …»
    assert NOBODY in await door.column("persons", "platform")


async def test_leaving_drops_whom_a_partner_s_link_was_for(door: Doorstep) -> None:
    visitor = eulampia()
    await door.parent(1, visitor)
    partner = await door.partner(visitor)
    other = await open_door(door.database, door.folder)
    await other.parent(1, visitor)
    assert "Пекарня" in await door.column("links", "title")
    await door.privacy.leave(await door.again(partner), door.organisation_id)
    assert "Пекарня" not in await door.column("links", "title")


async def test_a_partner_who_stays_as_a_parent_withdraws_also_whom_the_link_was_for(door: Doorstep) -> None:
    visitor = eulampia()
    await door.parent(1, visitor)
    partner = await door.partner(visitor)
    left = await door.privacy.withdraw(partner, await consent_of(door, partner, Purpose.PARTNER))
    assert isinstance(left, Left)
    assert not left.erased
    assert "Пекарня" not in await door.column("links", "title")
