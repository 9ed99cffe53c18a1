"""What must be true of an announcement that went out in a storm: on the database, and on everybody's phone."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import RowMapping

from db.models import EventPostRow, EventRow, NoticeRow
from domain.notices import NoticeKind, NoticeStatus
from domain.posts import PostStatus
from tests.chaos.invariants import AT_MOST_ONCE, FINAL_WORDS, INVITED, TOLD_BY, Rows, once
from tests.chaos.record import Record

UNKNOWN = NoticeStatus.UNKNOWN.value
SENT = NoticeStatus.SENT.value
NOT_YET = NoticeKind.DELIVERY_FAILED.value
"""What the author hears ten minutes later."""
CANCELLED = TOLD_BY[NoticeKind.EVENT_CANCELLED.value]


@dataclass(frozen=True, slots=True)
class Account:
    """What a storm cost, when nothing was lost."""

    copies: int
    """Messages that came a second time, of kinds that may."""
    unknown: int
    """Messages of which nobody knows whether they came, of kinds that may come only once."""
    told: int
    """Notices that have arrived."""

    def __str__(self) -> str:
        return f"{self.told} arrived, second copies {self.copies}, unknown {self.unknown}"


def check_sending(rows: Rows, record: Record, gone: Collection[int] = ()) -> Account:
    """Everybody was told what they were to be told, once but for second copies; those who are `gone` may lack it."""
    notices = rows.of(NoticeRow)
    once(row["dedupe_key"] for row in notices)
    for row in notices:
        assert row["status"] in FINAL_WORDS or row["kind"] == NOT_YET, dict(row)
    copies = sum(_check_event(event, rows, record, gone) for event in rows.of(EventRow))
    _check_posts(rows, record)
    unknown = _check_once(notices, record, gone)
    told = sum(row["status"] == SENT for row in notices)
    return Account(copies, unknown, told)


def _check_event(event: RowMapping, rows: Rows, record: Record, gone: Collection[int]) -> int:
    """Gives how many second copies of its messages came."""
    invited = _came(record, event["title"], INVITED[0])
    cancelled = _came(record, event["title"], CANCELLED)
    about = [row for row in rows.of(NoticeRow) if row["subject"] == f"event:{event['id']}"]
    invitations = [row for row in about if row["kind"] == NoticeKind.EVENT_PUBLISHED.value]
    once(row["person_id"] for row in invitations)
    for row in invitations:
        chat = row["chat_id"]
        if event["status"] == "published" and chat not in gone:
            assert row["status"] == SENT, dict(row)
        assert row["status"] != SENT or invited[chat], f"lost: {dict(row)}"
    if event["status"] == "cancelled":
        in_the_dark = set(invited) - set(cancelled) - set(gone)
        assert not in_the_dark, f"still believe in {event['title']}: {in_the_dark}"
    everybody = {row["chat_id"] for row in about}
    assert set(invited) | set(cancelled) <= everybody, "told by nobody's wish"
    return sum(count - 1 for came in (invited, cancelled) for count in came.values())


def _check_once(notices: list[RowMapping], record: Record, gone: Collection[int]) -> int:
    """What may come once has come once, unless it is unknown; gives how many are."""
    rows = [row for row in notices if row["kind"] in AT_MOST_ONCE]
    for kind in {row["kind"] for row in rows} & set(TOLD_BY):
        came = _came(record, TOLD_BY[kind])
        wanted = Counter(row["chat_id"] for row in rows if row["kind"] == kind)
        sent = Counter(row["chat_id"] for row in rows if row["kind"] == kind and row["status"] == SENT)
        assert came <= wanted, f"twice: {came - wanted}"
        assert sent <= came, f"lost: {sent - came}"
        for row in rows:
            done = row["status"] in (SENT, UNKNOWN) or row["kind"] != kind
            assert done or row["chat_id"] in gone, dict(row)
    return sum(row["status"] == UNKNOWN for row in rows)


def _check_posts(rows: Rows, record: Record) -> None:
    """A group of parents has read an announcement once; of one that is unknown, at most once."""
    title = {f"event:{row['id']}": row["title"] for row in rows.of(EventRow)}
    said = Counter(one.chat_id for one in record.sent if one.chat_id < 0)
    assert sum(said.values()) <= len(rows.of(EventPostRow)), said
    for row in rows.of(EventPostRow):
        assert row["status"] in (PostStatus.POSTED.value, PostStatus.UNKNOWN.value), dict(row)
        if row["status"] == PostStatus.POSTED.value:
            assert any(title[row["subject"]] in one.words for one in record.sent if one.chat_id < 0), "lost"


def _came(record: Record, *words: str) -> Counter[int]:
    """How often each chat of a person was told something with these words."""
    return Counter(
        one.chat_id for one in record.sent if one.chat_id > 0 and all(word in one.words for word in words)
    )
