"""What was told unasked of guests and quizzes: everybody concerned once, and nothing more often than a kill explains."""

from collections import Counter

from db.models import (
    ChildRow,
    GuardianshipRow,
    GuestOpeningRow,
    MembershipRow,
    NoticeRow,
    WaveGroupRow,
    WaveRow,
)
from domain.notices import NoticeKind, NoticeStatus
from tests.chaos.invariants import Rows, once
from tests.chaos.record import Record

TOLD_BY: dict[NoticeKind, tuple[str | tuple[str, ...], ...]] = {
    NoticeKind.GUESTS_INVITED: ("Приглашаем вас в гости",),
    NoticeKind.GUEST_APPLIED: ("К вам просится гость!",),
    NoticeKind.GUEST_ACCEPTED: ("говорит «предварительно да»!",),
    NoticeKind.GUEST_DECLINED: (("На этот раз не получилось:", "пришлось отменить"),),
    NoticeKind.GUEST_DETAILED: ("Гость рассказал подробности",),
    NoticeKind.GUEST_READY: ("Гость всё рассказал, визит решён",),
    NoticeKind.GUEST_GAVE_BACK: ("Гость не сможет прийти",),
    NoticeKind.GUEST_MOVED: ("Ваш визит перенесли",),
    NoticeKind.QUIZ_INVITED: ("Приглашаем вас с ребёнком",),
    NoticeKind.WAVE_CLOSED: ("» закрыта", "викторину прошли"),
}
"""By which words a message of a kind is known; of several together it has one."""


def check_news(rows: Rows, record: Record) -> dict[str, int]:
    """Gives how many messages came that no notice accounts for, by kind."""
    holder = {row["id"]: row["person_id"] for row in rows.of(MembershipRow)}
    group = {row["id"]: row["group_id"] for row in rows.of(ChildRow)}
    for wave in rows.of(WaveRow):
        groups = {row["group_id"] for row in rows.of(WaveGroupRow) if row["wave_id"] == wave["id"]}
        bound = [row for row in rows.of(GuardianshipRow) if group[row["child_id"]] in groups]
        adults = {holder[row["membership_id"]] for row in bound}
        told = _told(rows, NoticeKind.QUIZ_INVITED, f"wave:{wave['id']}")
        once(told)
        assert set(told) == adults, "invited to the quiz"
    for opening in rows.of(GuestOpeningRow):
        once(_told(rows, NoticeKind.GUESTS_INVITED, f"opening:{opening['id']}"))
    more: Counter[str] = Counter()
    for kind, words in TOLD_BY.items():
        sent = Counter(
            row["chat_id"]
            for row in rows.of(NoticeRow)
            if (row["kind"], row["status"]) == (kind.value, NoticeStatus.SENT.value)
        )
        came = Counter(one.chat_id for one in record.sent if _tells(one.words, words))
        lost = sent - came
        assert not lost, f"{kind} has not come: {lost}"
        more[kind.value] += (came - sent).total()
    return {kind: many for kind, many in more.items() if many}


def _tells(told: str, words: tuple[str | tuple[str, ...], ...]) -> bool:
    """Whether what was told has all these words."""
    return all(word in told if isinstance(word, str) else any(one in told for one in word) for word in words)


def _told(rows: Rows, kind: NoticeKind, subject: str) -> list[int]:
    return [
        row["person_id"]
        for row in rows.of(NoticeRow)
        if (row["kind"], row["subject"]) == (kind.value, subject)
    ]
