"""Ids in buttons are public: every button of the house, replayed by whoever it is not for, changes and tells nothing."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from itertools import product
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from sqlalchemy import select

from db.models import (
    AnnouncementRow,
    AttemptRow,
    Base,
    BoundChatRow,
    ChildRow,
    ConsentRow,
    EventPictureRow,
    EventRow,
    EventTemplateRow,
    GroupClosureRow,
    GroupRow,
    GuestFreeDaysRow,
    GuestOpeningRow,
    GuestQuestionRow,
    GuestSlotRow,
    GuestVisitRow,
    JoinRequestRow,
    LinkRow,
    MembershipRow,
    PersonRow,
    PersonSetRow,
    WaveRow,
)
from db.models.base import table
from domain import ids
from domain.actions import Action
from domain.actions.announcement_approvals import ProposeAnnouncement
from domain.actions.announcements import (
    KeepAnnouncement,
    MyAnnouncements,
    PublishAnnouncement,
    ReadAnnouncement,
)
from domain.actions.campaigns import GetCalendarFile
from domain.actions.event_approvals import ProposeEvent
from domain.actions.event_drafts import KeepDraft
from domain.actions.events import AnswerEvent, MoreFields, MyEvents, OpenInvitation, PublishEvent
from domain.actions.forms import FormAction
from domain.actions.guest_dates import InviteSeries, WithQuietMonths
from domain.actions.guest_preparation import LookAhead
from domain.actions.guest_suggestions import AgainThisMonth, NotThisMonth
from domain.actions.guests import BecomeGuest, InviteGuests, MyVisits
from domain.actions.joining import Agree, NoName, OpenLink, StayOut, TellKinship, TypeName, UseProfileName
from domain.actions.menu import ChooseLanguage, ChooseRole, Inert, OpenHelp, OpenMenu, OpenSettings
from domain.actions.organisation import CreateOrganisation, OpenInstallation
from domain.actions.privacy import (
    ChooseLeaving,
    EraseMe,
    GetMyDataFile,
    LeaveOrganisation,
    OpenConsents,
    OpenMyData,
    OpenPrivacy,
)
from domain.actions.quizzes import MyQuizzes
from domain.actions.seats import DeclineSeat, LeaveQueue, OpenSeatRule, TakeSeat
from domain.actions.waves import StartWave
from domain.ids import EventId, OrganisationId, PersonId, VisitId
from handlers.common.edge import Buckets
from sandbox.stories.stage import Player
from screens.buttons import pack, registry
from tests.conftest import START
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.everybody import cast
from tests.scenarios.theatre import Theatre, theatre

ROW_IDS = {
    kind.__name__
    for kind in vars(ids).values()
    if hasattr(kind, "__supertype__") and kind.__supertype__ is int
}
TARGETS = (UseProfileName, TypeName, NoName)
"""Their `target` is a membership or a request, told apart by another field."""
OF_NOBODY = {
    *get_args(FormAction),
    *(Agree, OpenLink, StayOut, TellKinship),  # a secret that stands on paper is the permission
    *(PublishEvent, ProposeEvent, MoreFields, KeepDraft),  # the draft of whoever taps
    *(LookAhead, InviteGuests, InviteSeries, WithQuietMonths, StartWave),
    *(PublishAnnouncement, ProposeAnnouncement, KeepAnnouncement, MyAnnouncements),
    *(BecomeGuest, MyVisits, MyQuizzes, OpenSeatRule),
    *(MyEvents, OpenMenu, OpenHelp, OpenSettings, ChooseRole, ChooseLanguage, Inert),
    *(OpenConsents, OpenMyData, GetMyDataFile, OpenPrivacy, ChooseLeaving, EraseMe),
    *(OpenInstallation, CreateOrganisation),
}
"""Buttons that name nobody's row: they show or begin what is one's own. The access table holds their services."""
FOR_RELATIVES = {
    GetCalendarFile,
    AnswerEvent,
    OpenInvitation,
    ReadAnnouncement,
    *(TakeSeat, DeclineSeat, LeaveQueue, NotThisMonth, AgainThisMonth),
    LeaveOrganisation,
}
"""What a relative of the child may tap though the mother may, too (rule 3); leaving concerns oneself."""
WORDS = ("x", "🦊", "6-7", "Asia/Tomsk", "school", "20", "22-7")
"""Values of ready-made answers: a sign, an age band, a zone, a kind, an hour, quiet hours."""
BOOKKEEPING = {"seen_updates", "sent_messages", "message_mentions", "form_states"}
"""What the bot notes about its own work: which update it has seen, where a screen stands, what is being typed."""

SECRETS = {
    *("Кто печёт хлеб?", "Тайный праздник", "Тайные коробки", "Приказ", "Пожарная часть", "Укротитель"),
    *("Тигр ручной?", "Родители сказок", "t.me/", "0001", "0002"),
}
"""What none of the strangers may read."""
Rows = dict[str, list[int]]
"""The rows of the house that buttons may name, by the name of their id."""


def names_a_row(kind: type[Action]) -> bool:
    """Whether the button carries the id of something that may be somebody else's."""
    hints = get_type_hints(kind)
    return kind in TARGETS or any(_parts(hints[field.name]) & ROW_IDS for field in fields(kind))


def _parts(hint: Any) -> set[str]:
    """The names of a type: of an id, or of an id or None."""
    return {getattr(part, "__name__", "") for part in (hint, *getattr(hint, "__args__", ()))}


def variants(kind: type[Action], rows: Rows) -> list[Action]:
    """The button with every row of the house that it may name, and with each of them every value of the rest."""
    hints = get_type_hints(kind)
    naming: dict[str, Sequence[Any]] = {}
    values: dict[str, Sequence[Any]] = {}
    for field in fields(kind):
        hint = hints[field.name]
        named = _parts(hint) & ROW_IDS
        options = [part for part in getattr(hint, "__args__", (hint,)) if part is not type(None)]
        base = getattr(options[0], "__supertype__", options[0])
        if named:
            naming[field.name] = rows[named.pop()]
        elif field.name == "target":
            naming[field.name] = [*rows["MembershipId"], *rows["JoinRequestId"]]
        elif isinstance(base, type) and issubclass(base, Enum):
            values[field.name] = list(base)
        elif base is bool:
            values[field.name] = [False, True]
        elif base is int:
            values[field.name] = [1]
        elif base is date:
            values[field.name] = [date(2026, 9, 1)]
        else:
            values[field.name] = WORDS
    return [
        kind(
            **dict(zip(naming, named_rows, strict=True)),
            **{name: options[turn % len(options)] for name, options in values.items()},
        )
        for named_rows in product(*naming.values())
        for turn in range(max(map(len, values.values()), default=1))
    ]


async def contents(house: Theatre) -> dict[str, list[tuple[Any, ...]]]:
    """Every table but the bookkeeping."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    async with house.app.database.read() as reading:
        for kind in Base.metadata.sorted_tables:
            if kind.name not in BOOKKEEPING:
                rows = await reading.connection.execute(select(kind).order_by(*kind.primary_key.columns))
                found[kind.name] = [tuple(row) for row in rows]
    return found


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[Theatre]:
    """A house that nobody slows down: all the buttons are tapped one after another."""
    async with theatre(database_url, tmp_path, START, Buckets(rate=10_000, burst=10_000)) as opened:
        yield opened


async def rows_of(house: Theatre, theirs: dict[str, Player]) -> Rows:
    """Rows of everything there is in the kindergarten; each kind of id must have one, or the test says nothing."""

    async def found(row: type[Base], name: str, **equal: Any) -> list[int]:
        columns = table(row).c
        query = select(columns[name]).where(*(columns[key] == value for key, value in equal.items()))
        async with house.app.database.read() as reading:
            return list((await reading.connection.execute(query.order_by(columns[name]))).scalars())

    people = {
        name: (await found(PersonRow, "id", platform_user_id=player.id))[0] for name, player in theirs.items()
    }
    memberships = [
        membership
        for name in ("head", "teacher", "mother", "partner")
        for membership in await found(MembershipRow, "id", person_id=people[name], organisation_id=1)
    ]
    rows = {
        "OrganisationId": [1],
        "PersonId": [people["mother"]],
        "MembershipId": memberships,
        "GroupId": await found(GroupRow, "id", organisation_id=1),
        "ChildId": (await found(ChildRow, "id", organisation_id=1))[:1],
        "PersonSetId": await found(PersonSetRow, "id", organisation_id=1),
        "LinkId": (await found(LinkRow, "id", organisation_id=1, kind="staff", spent_by=None))[-1:],
        "JoinRequestId": await found(JoinRequestRow, "id", organisation_id=1, decided_at=None),
        "ConsentId": await found(ConsentRow, "id", person_id=people["mother"]),
        "AnnouncementId": await found(AnnouncementRow, "id", organisation_id=1),
        "EventId": await found(EventRow, "id", organisation_id=1),
        "TemplateId": await found(EventTemplateRow, "id", organisation_id=1),
        "EventPictureId": await found(EventPictureRow, "id", organisation_id=1),
        "BoundChatId": await found(BoundChatRow, "id", organisation_id=1),
        "OpeningId": await found(GuestOpeningRow, "id", organisation_id=1),
        "SlotId": await found(GuestSlotRow, "id", organisation_id=1),
        "VisitId": await found(GuestVisitRow, "id", organisation_id=1),
        "FreeDaysId": await found(GuestFreeDaysRow, "id", organisation_id=1),
        "QuestionId": await found(GuestQuestionRow, "id", organisation_id=1),
        "ClosureId": await found(GroupClosureRow, "id", organisation_id=1),
        "WaveId": await found(WaveRow, "id", organisation_id=1),
        "AttemptId": await found(AttemptRow, "id", organisation_id=1),
    }
    missing = {
        name
        for name in ROW_IDS - {"NoticeId", "PartyId", "EventPostId", "LetterId", "WaiterId", "GuestMessageId"}
        if not rows.get(name)
    }
    assert not missing, f"the house has no row for {missing}"
    return rows


def test_every_button_is_somebodys_or_nobodys() -> None:
    """A new button is replayed by strangers below, or stands in the list of those that name nobody's row."""
    naming = {kind for kind in registry().values() if names_a_row(kind)}
    assert naming.isdisjoint(OF_NOBODY)
    assert set(registry().values()) == naming | OF_NOBODY


@ON_SQLITE
async def test_nobody_can_use_what_is_not_theirs(house: Theatre) -> None:
    stage = house.stage
    theirs, attackers = await cast(house)
    async with house.app.database.work(
        claims=False
    ) as work:  # the walk is over before an event could be past
        await work.event_pictures.add(OrganisationId(1), EventId(1), "0" * 64, by=PersonId(1))
        await work.guest_free_days.write(OrganisationId(1), None, date(2027, 1, 11), date(2027, 1, 12), None)
        await work.guest_preparations.ask(OrganisationId(1), VisitId(1), "Тигр ручной?")
    rows = await rows_of(house, theirs)
    buttons = [action for kind in registry().values() if names_a_row(kind) for action in variants(kind, rows)]
    assert {type(action) for action in buttons} | OF_NOBODY == set(registry().values())
    first = {next(action for action in buttons if type(action) is kind) for kind in {*map(type, buttons)}}
    """Everybody taps these; of further rows and values each is tapped by one of them."""

    mark = (await stage.call("GET", "calls"))["last"]
    before = await contents(house)
    known = {name: {seen.text for seen in await who.messages()} for name, who in attackers.items()}

    async def replay(name: str, attacker: Player, turn: int) -> None:
        newest = (await attacker.newest()).id
        for number, action in enumerate(buttons):
            if name == "relative" and type(action) in FOR_RELATIVES:
                continue
            if action not in first and number % len(attackers) != turn:
                continue  # somebody else taps this one
            forged = {"data": pack(action), "message_id": newest, "wait": 10}
            answer = await stage.call("POST", f"people/{attacker.id}/tap", forged)
            assert answer["answered"], f"{name}: {action}"

    async with asyncio.TaskGroup() as tasks:
        for turn, (name, attacker) in enumerate(attackers.items()):
            tasks.create_task(replay(name, attacker, turn))
    await stage.idle()

    assert changed(before, await contents(house)) == {}
    calls = (await stage.call("GET", f"calls?after={mark}&limit=5000"))["calls"]
    assert {call["chat_id"] for call in calls} <= {None, *(attacker.id for attacker in attackers.values())}
    for name, attacker in attackers.items():
        learned = {seen.text for seen in await attacker.messages()} - known[name]
        own = ("0001",) if name == "relative" else ()
        for secret in SECRETS - set(own):
            assert not any(secret in text for text in learned), (name, secret, learned)


def changed(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> dict[str, Any]:
    """Tables that differ, with the rows that came or went."""
    return {
        name: [row for row in after[name] if row not in rows]
        + [row for row in rows if row not in after[name]]
        for name, rows in before.items()
        if rows != after[name]
    }
