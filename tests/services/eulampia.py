"""Somebody who has left a trace in every table: for tests of what is stored, handed over and erased."""

from datetime import timedelta
from typing import Any

from sqlalchemy import insert, select

from db.models import Base, EventVersionRow, FormStateRow, RsvpRow
from domain.ids import ConsentId
from domain.joining import DeclineReason, Waiting
from domain.links import LinkDraft, LinkKind
from domain.notices import NoticeDraft, NoticeKind
from domain.people import Actor, Role, Visitor
from domain.privacy import Purpose
from tests.services.doorstep import Doorstep

ACCOUNT = 777_000_111_222
NAME = "Евлампия Сверчкова"
PET = "Кнопочка"


def eulampia() -> Visitor:
    return Visitor("telegram", ACCOUNT, ACCOUNT, *NAME.split())


async def an_event(door: Doorstep, author: Actor) -> int:
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
                decided_by=author.person_id,
                created_at=now,
                updated_at=now,
            )
        )
    return int(made.inserted_primary_key[0])  # type: ignore[index]  # an insert of one row has a key


async def a_visit(door: Doorstep, guest: Actor) -> None:
    """She opened a date, was invited to it, and has held it; before, she had entered somebody else for it."""
    now = door.database.clock.now()
    here = {"organisation_id": door.organisation_id}
    there = {**here, "group_id": door.sun}
    role = guest.memberships[0].id
    rows: tuple[tuple[str, dict[str, Any]], ...] = (
        (
            "guest_openings",
            {**there, "author_id": role, "author_person_id": guest.person_id, "created_at": now},
        ),
        ("guest_opening_partners", {**here, "opening_id": 1, "membership_id": role}),
        ("guest_slots", {**there, "opening_id": 1, "starts_at": now - timedelta(days=1), "visit_id": 1}),
        (
            "guest_visits",
            {**there, "slot_id": 1, "guest_id": guest.person_id, "profession": NAME, "formats": "talk"}
            | {"status": "held", "version": 3, "children": 12, "created_at": now, "updated_at": now},
        ),
        (
            "guest_visits",
            {**there, "slot_id": 1, "entered_by": role, "profession": "Пекарь", "formats": "talk"}
            | {"status": "given-back", "version": 2, "draft_token": "entered"}
            | {"created_at": now, "updated_at": now},
        ),
    )
    by = {"guest_id": guest.person_id}
    letter = {**here, **by, "year": 2026, "number": 1, "visit_id": 1, "issued_on": now.date()}
    said = {**here, "visit_id": 1, "author_id": guest.person_id, "from_guest": True, "sent_at": now}
    waits = {**there, **by, "profession": NAME, "formats": "talk", "weekdays": "0", "ticket": 1}
    liking = {**here, "visit_id": 2, "person_id": guest.person_id, "liking": "joy", "said_at": now}
    rows += (
        ("guest_letters", {**letter, "salutation": NAME, "words": "Спасибо!", "created_by": role}),
        ("guest_pauses", {**there, "person_id": guest.person_id, "until_day": now.date()}),
        ("guest_entrance_names", {**here, **by, "visit_id": 1, "name": NAME, "given_at": now}),
        ("guest_messages", {**said, "text": "Приду к десяти"}),
        ("guest_queue", {**waits, "status": "waiting", "lapses": 0, "offers": 0, "created_at": now}),
        ("guest_likings", liking),
    )
    async with door.database.work() as work:
        for name, values in rows:
            table = Base.metadata.tables[name]
            token = {"draft_token": "hers"} if "draft_token" in table.c else {}
            await work.connection.execute(insert(table).values({**token, **values}))


async def after_the_event(door: Doorstep, adult: Actor, event_id: int) -> None:
    """She sits with her family and waits alone; has liked it, marked who came, looked at a picture, filled in a sheet,
    bound a chat, taken messages back."""
    now = door.database.clock.now()
    here = {"organisation_id": door.organisation_id}
    there = {**here, "event_id": event_id}
    by = adult.person_id
    party = {**there, "size": 1, "changed_at": now}
    rows: tuple[tuple[str, dict[str, Any]], ...] = (
        ("event_parties", {**party, "child_id": door.children[0], "status": "held"}),
        ("event_parties", {**party, "person_id": by, "status": "waiting", "ticket": 1}),
        ("event_feedback", {**there, "person_id": by, "mood": "joy", "said_at": now}),
        (
            "event_attendances",
            {**there, "child_id": door.children[3], "adults": 1, "children": 1}
            | {"marked_by": by, "marked_at": now},
        ),
        ("event_pictures", {**there, "sha256": "0" * 64, "confirmed_by": by, "added_at": now}),
        ("lesson_sheets", {**there, "person_id": by, "marks": {"goal": 2}, "filled_at": now}),
        (
            "bound_chats",
            {**here, "chat_id": -100, "kind": "group", "title": "Солнышко", "bound_by": by, "bound_at": now},
        ),
        (
            "announcements",
            {**here, "author_id": adult.memberships[0].id, "author_person_id": by, "text": "Завтра фотограф."}
            | {"status": "published", "version": 1, "draft_token": "her words", "published_at": now}
            | {"for_parents": True, "for_staff": False, "for_partners": False}
            | {"decided_by": by, "created_at": now, "updated_at": now},
        ),
        (
            "group_closures",
            {**here, "group_id": door.sun, "from_day": now.date(), "until_day": now.date()}
            | {"closed_by": by, "closed_at": now},
        ),
        ("recalls", {**here, "subject": f"event:{event_id}", "asked_by": by, "asked_at": now}),
    )
    async with door.database.work() as work:
        for name, values in rows:
            await work.connection.execute(insert(Base.metadata.tables[name]).values(**values))


async def before_the_event(door: Doorstep, adult: Actor) -> None:
    """She has kept a template of it; that it may come out she had decided herself."""
    columns = {"name": "Мастер-класс", "sort_key": "мастер-класс", "title": "Мастер-класс", "place": "зал"}
    flags = {"bring": False, "for_parents": True, "for_staff": False, "for_partners": False}
    made = {"made_by": adult.person_id, "created_at": door.database.clock.now()}
    async with door.database.work() as work:
        await work.connection.execute(
            insert(Base.metadata.tables["event_templates"]).values(
                organisation_id=door.organisation_id, form="other", **columns, **flags, **made
            )
        )


async def a_quiz(door: Doorstep, adult: Actor) -> None:
    """She opened a wave, agreed for her child and noted another's paper, took both back, and stopped the quiz."""
    now = door.database.clock.now()
    here = {"organisation_id": door.organisation_id}
    by = adult.person_id
    child = {**here, "child_id": door.children[0]}
    version = {"slug": "kto-chto-delaet", "version": 1}
    consent = {"purpose": "child", "version": 1, "text_hash": "0", "given_at": now}
    rows: tuple[tuple[str, dict[str, Any]], ...] = (
        ("pack_approvals", {**here, **version, "approved_by": by, "approved_at": now}),
        (
            "waves",
            {**here, **version, "kind": "start", "school_year": 2026, "status": "open", "seed": 1}
            | {"draft_token": "her wave", "opened_by": by, "opened_at": now, "closes_at": now},
        ),
        ("child_consents", {**child, **consent, "person_id": by, "person_hash": "hashed"}),
        (
            "child_consents",
            {**here, **consent, "child_id": door.children[1], "paper_number": "12", "paper_day": now.date()}
            | {"entered_by": by, "withdrawn_at": now, "withdrawn_by": by},
        ),
        (
            "form_draws",
            {**child, "slug": "kto-chto-delaet", "school_year": 2026, "form": "a", "drawn_at": now},
        ),
        (
            "attempts",
            {**child, "wave_id": 1, "group_id": door.sun, "form": "a", "mode": "home", "seed": 5}
            | {"status": "stopped", "stopped_by": by, "pictures": True, "started_at": now},
        ),
        ("quiz_answers", {"attempt_id": 1, "item_id": "k1a", "try_no": 1, "choice": "a", "at": now}),
        ("attempt_scores", {"attempt_id": 1, "measure": "k", "answered": 1, "asked": 6, "level": "low"}),
    )
    async with door.database.work() as work:
        for name, values in rows:
            await work.connection.execute(insert(Base.metadata.tables[name]).values(**values))


async def busy(door: Doorstep) -> Actor:
    """Somebody who left a trace in every table: a head who is a parent, with names, answers, drafts, messages."""
    visitor = eulampia()
    await door.parent(1, visitor)
    actor = await door.staff(Role.HEAD, door.sun, visitor=visitor)
    other = await door.become(door.visitor(), await door.qr())
    assert isinstance(other, Waiting)
    await door.requests.decline(actor, other.request.id, DeclineReason.UNKNOWN_PERSON)
    parent = next(held for held in actor.memberships if held.role is Role.PARENT)
    for membership in actor.memberships:
        await door.settings.name_self(actor, NAME, membership.id, waiting=False)
    await door.settings.name_child(await door.again(actor), parent.id, door.children[0], PET)
    assert isinstance(await door.become(visitor, await door.qr(door.rays)), Waiting)
    [request] = await _pending(door, actor)
    await door.settings.name_self(actor, NAME, request, waiting=True)
    event_id = await an_event(door, actor)
    await a_visit(door, actor)
    await a_quiz(door, actor)
    await before_the_event(door, actor)
    await after_the_event(door, actor, event_id)
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
        await work.connection.execute(
            insert(RsvpRow).values(
                organisation_id=door.organisation_id,
                event_id=event_id,
                child_id=door.children[3],
                answer="no",
                answered_at=now,
                entered_by=actor.memberships[0].id,
            )
        )
        await work.connection.execute(
            insert(EventVersionRow).values(
                event_id=event_id,
                version=1,
                organisation_id=door.organisation_id,
                title="Мастер-класс",
                starts_at=now,
                place="зал",
                changed_at=now,
                changed_by=actor.person_id,
            )
        )
        await work.outbox.put(
            NoticeDraft(NoticeKind.JOIN_REQUESTED, actor.person_id, door.organisation_id, "to her")
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


async def columns_with(door: Doorstep, *wanted: object) -> set[str]:
    """Columns of the whole database in which any of the values stands."""
    found = set[str]()
    async with door.database.read() as reading:
        for table in Base.metadata.sorted_tables:
            for row in (await reading.connection.execute(select(table))).mappings():
                words = {column: str(value) for column, value in row.items()}
                met = [name for name, said in words.items() if any(str(one) in said for one in wanted)]
                found.update(f"{table.name}.{name}" for name in met)
    return found


async def consent_of(door: Doorstep, actor: Actor, purpose: Purpose) -> ConsentId:
    data = await door.privacy.my_data(actor)
    return next(line.consent.id for line in data.consents if line.consent.purpose is purpose)
