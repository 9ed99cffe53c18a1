"""What must be true whatever happened: checked on the database, and on what the sandbox saw."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import RowMapping, select

from db.models import (
    AttemptRow,
    AttemptScoreRow,
    AuditRow,
    ChildRow,
    ConsentRow,
    EventPostRow,
    EventRow,
    GuardianshipRow,
    GuestLetterRow,
    GuestOpeningRow,
    GuestQueueRow,
    GuestSlotRow,
    GuestVisitRow,
    ItemCountRow,
    JoinRequestRow,
    LinkRow,
    MembershipRow,
    NoticeRow,
    PairChangeRow,
    PairFateRow,
    PairLevelRow,
    PersonRow,
    QuizAnswerRow,
    RsvpRow,
    SeenUpdateRow,
    SentMessageRow,
    WaveCellRow,
    WaveGroupRow,
    WaveRow,
)
from db.models.base import Base, table
from db.personal import NOBODY
from db.work import Database
from domain.actions.events import AnswerEvent
from domain.actions.joining import Agree, TellKinship
from domain.clock import Clock
from domain.links import ADULTS_OF_A_CHILD, LinkKind, parse_start
from domain.notice_rules import DAILY_BUDGET, RULES, WEEKLY_BUDGET, Guarantee
from domain.notices import FINAL, NoticeKind, NoticeStatus
from domain.people import Role
from tests.chaos.record import Record

FINAL_WORDS = {status.value for status in FINAL}
ARRIVED = {NoticeStatus.SENT.value, NoticeStatus.SUMMARISED.value}
AT_MOST_ONCE = {kind.value for kind, rule in RULES.items() if rule.guarantee is Guarantee.AT_MOST_ONCE}
TOLD_BY = {
    NoticeKind.EVENT_CHANGED.value: "Изменилось мероприятие",
    NoticeKind.EVENT_CANCELLED.value: "Мероприятие отменено",
    NoticeKind.STAFF_JOINED.value: "По вашей ссылке",
}
"""By which words a message of a kind is known; an invitation is what asks «Сможете прийти?»."""
INVITED = ("Сможете прийти?", "Ваш ответ:")


@dataclass(frozen=True, slots=True)
class Rows:
    """The whole database, for looking at."""

    tables: dict[type[Base], list[RowMapping]]
    account: dict[int, int]
    """A person's chat, by the person's number."""
    person: dict[int, int]
    """The other way round."""
    erased: frozenset[int]
    """Persons who have left: a number that belongs to nobody."""

    def of(self, kind: type[Base]) -> list[RowMapping]:
        """All rows of a table, the oldest first."""
        return self.tables[kind]


@dataclass(frozen=True, slots=True)
class Gone:
    """Chats of people who are not there any more."""

    blocked: frozenset[int]
    left: frozenset[int]


async def read_rows(database: Database) -> Rows:
    """Read every table that the invariants speak of, in one look."""
    kinds: tuple[type[Base], ...] = (
        AttemptRow, AttemptScoreRow, AuditRow, ChildRow, ConsentRow, EventPostRow, EventRow, GuardianshipRow, GuestOpeningRow,
        GuestSlotRow, GuestVisitRow, ItemCountRow, JoinRequestRow, LinkRow, MembershipRow, NoticeRow, PairChangeRow,
        PairFateRow, PairLevelRow, PersonRow, QuizAnswerRow, RsvpRow, SeenUpdateRow, SentMessageRow, WaveCellRow,
        WaveGroupRow, WaveRow, GuestLetterRow, GuestQueueRow,
    )  # fmt: skip
    tables: dict[type[Base], list[RowMapping]] = {}
    async with database.read() as reading:
        for kind in kinds:
            rows = await reading.connection.execute(select(*table(kind).c).order_by(*table(kind).primary_key))
            tables[kind] = list(rows.mappings())
    account = {row["id"]: row["chat_id"] for row in tables[PersonRow]}
    erased = frozenset(row["id"] for row in tables[PersonRow] if row["platform"] == NOBODY)
    return Rows(tables, account, {chat: person for person, chat in account.items()}, erased)


def check_joining(rows: Rows, record: Record) -> None:
    """Everybody came in once, by a link that let them in; nobody's tap is lost."""
    active = [row for row in rows.of(MembershipRow) if row["ended_at"] is None]
    once((row["person_id"], row["organisation_id"], row["role"]) for row in active)
    holder = {row["id"]: row["person_id"] for row in active}
    bound = [row for row in rows.of(GuardianshipRow) if row["membership_id"] in holder]
    once((holder[row["membership_id"]], row["child_id"]) for row in bound)
    adults = Counter(row["child_id"] for row in bound)
    assert max(adults.values(), default=0) <= ADULTS_OF_A_CHILD, adults
    standing = [row for row in rows.of(ConsentRow) if row["withdrawn_at"] is None]
    once((row["person_id"], row["organisation_id"], row["purpose"]) for row in standing)
    agreed, inside = {row["person_id"] for row in standing}, {row["person_id"] for row in active}
    waiting = {row["person_id"] for row in rows.of(JoinRequestRow) if row["decided_at"] is None}
    assert agreed == inside | waiting
    once((row["person_id"], row["group_id"]) for row in rows.of(JoinRequestRow))
    spent = [
        row for row in rows.of(LinkRow) if row["kind"] == LinkKind.STAFF.value and row["spent_at"] is not None
    ]
    staff = [row["person_id"] for row in active if row["role"] not in (Role.PARENT.value, Role.PARTNER.value)]
    assert sorted(staff) == sorted(row["spent_by"] for row in spent), "one link, one person"
    audited = [row for row in rows.of(AuditRow) if row["action"] == "joining.joined"]
    once((row["person_id"], row["subject"]) for row in audited)
    asked = [row for row in rows.of(AuditRow) if row["action"] == "joining.requested"]
    once(row["subject"] for row in asked)
    decided = [row for row in rows.of(AuditRow) if row["action"] in ("joining.approved", "joining.declined")]
    once(row["subject"] for row in decided)
    assert len(asked) == len(decided) + len(waiting)


def check_updates(rows: Rows, record: Record, gone: Gone) -> None:
    """Every update was finished before it was confirmed; the database remembers only updates that there were."""
    assert record.too_early == [], "confirmed before it was finished"
    assert set(record.updates) == record.confirmed == record.done
    seen = {row["update_id"] for row in rows.of(SeenUpdateRow)}
    assert seen <= set(record.updates), "an update that nobody sent"
    for tap in record.taps(AnswerEvent, TellKinship, Agree):
        if isinstance(tap.action, Agree):
            start = parse_start(tap.action.start)
            if start is None or not start.kind.personal:
                continue  # a family agrees by the next tap; this one writes nothing
        assert tap.update_id in seen or tap.person in gone.left, f"{tap} is lost"


def check_answers(rows: Rows, record: Record, gone: Gone) -> int:
    """For each adult and event: exactly the taps, each once, in their order; the last one stands. Gives how many.

    Taps on a cancelled event are refused from some moment on, so there a beginning of them has taken effect.
    """
    status = {row["id"]: row["status"] for row in rows.of(EventRow)}
    stored = {(row["event_id"], row["person_id"]): row["answer"] for row in rows.of(RsvpRow)}
    audited: dict[tuple[int, int], list[str]] = defaultdict(list)
    for row in rows.of(AuditRow):
        if row["action"] == "rsvp.answered":
            audited[int(row["subject"].removeprefix("event:")), row["person_id"]].append(
                row["details"]["answer"]
            )
    tapped: dict[tuple[int, int], list[str]] = defaultdict(list)
    for tap in record.taps(AnswerEvent):
        assert isinstance(tap.action, AnswerEvent)
        if tap.person not in gone.left:
            tapped[tap.action.event_id, rows.person[tap.person]].append(tap.action.answer.value)
    effects = {key: answers for key, answers in audited.items() if key[1] not in rows.erased}
    assert set(effects) <= set(tapped)
    for key, answers in tapped.items():
        if status[key[0]] == "published":
            assert effects.get(key, []) == _changes(answers), (key, answers)
        else:
            beginnings = [_changes(answers[:length]) for length in range(len(answers) + 1)]
            assert effects.get(key, []) in beginnings, (key, answers)
        assert stored.get(key) == (effects[key][-1] if effects.get(key) else None), key
    assert set(stored) == set(effects), "an answer that nobody gave"
    return sum(map(len, tapped.values()))


def _changes(answers: list[str]) -> list[str]:
    """The same answer again changes nothing."""
    return [answer for answer, _ in groupby(answers)]


def check_events(rows: Rows, titles: Iterable[str]) -> None:
    """Each announced event is there once; each change of it stands in the audit log once."""
    assert sorted(row["title"] for row in rows.of(EventRow)) == sorted(titles)
    for event in rows.of(EventRow):
        about = [row for row in rows.of(AuditRow) if row["subject"] == f"event:{event['id']}"]
        done = Counter(row["action"] for row in about)
        assert done["event.published"] == 1
        assert done["event.cancelled"] == (event["status"] == "cancelled")
        assert event["version"] == 1 + done["event.changed"] + done["event.cancelled"]


def check_notices(rows: Rows, gone: Gone, clock: Clock) -> None:
    """Everybody concerned has one notice of each event, and it has come to its end or is not due yet."""
    notices = rows.of(NoticeRow)
    once(row["dedupe_key"] for row in notices)
    for row in notices:
        over = row["status"] in FINAL_WORDS
        assert over or row["due_at"] > clock.now(), dict(row)
        assert row["leased_until"] is None or not over, dict(row)
        assert row["attempts"] >= 0, dict(row)
        assert row["status"] != NoticeStatus.LEASED.value, dict(row)
        assert row["status"] != NoticeStatus.UNKNOWN.value or row["kind"] in AT_MOST_ONCE, dict(row)
    holder = {row["id"]: row["person_id"] for row in rows.of(MembershipRow) if row["ended_at"] is None}
    adults = {
        holder[row["membership_id"]] for row in rows.of(GuardianshipRow) if row["membership_id"] in holder
    }
    blocked = {rows.person[chat] for chat in gone.blocked}
    for event in rows.of(EventRow):
        told = [
            row
            for row in notices
            if row["subject"] == f"event:{event['id']}" and row["kind"] == NoticeKind.EVENT_PUBLISHED.value
        ]
        once(row["person_id"] for row in told)
        assert {row["person_id"] for row in told} - rows.erased == adults, event["title"]
        for row in told:
            if event["status"] == "published" and row["person_id"] in adults - blocked:
                assert row["status"] in ARRIVED, dict(row)
    days = Counter((row["person_id"], row["budget_day"]) for row in notices if row["budget_day"] is not None)
    weeks = Counter(person for person, _ in days.elements())
    assert max(days.values(), default=0) <= DAILY_BUDGET, days
    assert max(weeks.values(), default=0) <= WEEKLY_BUDGET, weeks


def check_arrivals(rows: Rows, record: Record) -> dict[str, int]:
    """Who was to be told has read it; gives how many second copies came, by kind."""
    summaries = {
        row["id"]: row for row in rows.of(NoticeRow) if row["kind"] == NoticeKind.EVENING_SUMMARY.value
    }
    event_of = {f"event:{row['id']}": row for row in rows.of(EventRow)}
    remembered = {(row["chat_id"], row["message_id"]) for row in rows.of(SentMessageRow)}
    copies: Counter[str] = Counter()
    for row in rows.of(NoticeRow):
        event = event_of.get(row["subject"] or "")
        chat = row["chat_id"]
        if (
            event is None
            or row["person_id"] in rows.erased
            or row["kind"] == NoticeKind.DELIVERY_FAILED.value
        ):
            continue
        if row["status"] == NoticeStatus.SUMMARISED.value:
            assert summaries[row["summary_id"]]["status"] == NoticeStatus.SENT.value
            assert record.told(chat, "Вечерняя сводка", event["title"]), dict(row)
            continue
        came = [one for one in record.told(chat, event["title"]) if _is(row["kind"], one.words)]
        if row["status"] == NoticeStatus.SENT.value:
            assert came, dict(row)
            assert any((chat, one.message_id) in remembered for one in came), dict(row)
        copies[row["kind"]] += max(0, len(came) - 1)
    for member in (row for row in rows.of(NoticeRow) if row["kind"] == NoticeKind.STAFF_JOINED.value):
        came = record.told(member["chat_id"], TOLD_BY[NoticeKind.STAFF_JOINED.value])
        per_kind = [
            row
            for row in rows.of(NoticeRow)
            if (row["kind"], row["chat_id"]) == (member["kind"], member["chat_id"])
        ]
        assert len(came) <= len(per_kind), "may come at most once"
    return dict(copies)


def _is(kind: str, words: str) -> bool:
    if kind in TOLD_BY:
        return TOLD_BY[kind] in words
    return not any(other in words for other in TOLD_BY.values()) and any(asks in words for asks in INVITED)


def once(things: Iterable[object]) -> None:
    """None of these stands there twice."""
    twice = {thing: count for thing, count in Counter(things).items() if count > 1}
    assert not twice, twice


def check_log(log: Iterable[str]) -> None:
    """Nothing broke in the bot but what the storm broke: no traceback that is not Telegram's."""
    broken = [line for line in log if '"exception"' in line and "aiogram.exceptions.Telegram" not in line]
    assert not broken, "\n".join(broken[:3])
