"""What is told of questions to guests: another date, a change, the answers; and of guests who do not read."""

from dataclasses import replace
from datetime import datetime

from domain.guest_notices import subject_of, to_guest, to_staff
from domain.guest_requests import AskedMove
from domain.guests import Visit
from domain.ids import PersonId
from domain.notice_rules import urgency_of_change
from domain.notices import NoticeDraft, NoticeKind

ABOUT_THE_DATE = (NoticeKind.GUEST_MOVE_ASKED, NoticeKind.GUEST_MOVE_DROPPED)
"""What a guest need not hear any more once the question of the date is over."""
AGREED_TO, STAYS, LAPSED = "agreed", "stays", "lapsed"


def move_asked(visit: Visit, asked: AskedMove, guest_id: PersonId, *, now: datetime) -> NoticeDraft:
    """«Группа просит перенести»: of no use once it is too late to answer."""
    return NoticeDraft(
        NoticeKind.GUEST_MOVE_ASKED,
        guest_id,
        visit.organisation_id,
        f"{NoticeKind.GUEST_MOVE_ASKED.value}:{visit.id}:{visit.version + 1}",
        expires_at=asked.until,
        urgency=urgency_of_change(asked.until, now=now),
        params={"visit": visit.id, "slot": asked.slot_id},
        subject=subject_of(visit.id),
    )


def move_dropped(visit: Visit, guest_id: PersonId, *, now: datetime) -> NoticeDraft:
    """The teachers do not ask any more: the visit stays; `visit` as it was with the question."""
    draft = to_guest(NoticeKind.GUEST_MOVE_DROPPED, visit, visit.version + 1, guest_id)
    params = {"visit": visit.id, "slot": visit.slot_id}
    return replace(draft, params=params, urgency=urgency_of_change(visit.starts_at, now=now))


def move_answered(visit: Visit, person_id: PersonId, answer: str, *, now: datetime) -> NoticeDraft:
    """What came of the question; `visit` as it stands now."""
    draft = to_staff(
        NoticeKind.GUEST_MOVE_ANSWERED,
        visit,
        visit.version,
        person_id,
        urgency=urgency_of_change(visit.starts_at, now=now),
    )
    return replace(draft, params={"visit": visit.id, "slot": visit.slot_id, "answer": answer})


def change_asked(visit: Visit, version: int, guest_id: PersonId) -> NoticeDraft:
    """«Группа просит изменить»; `version` is that of the question."""
    return to_guest(NoticeKind.GUEST_CHANGE_ASKED, visit, version, guest_id)


def unread(visit: Visit, person_id: PersonId, now: datetime) -> NoticeDraft:
    """«Гость не читает сообщений бота»: once for each time that the guest closes it."""
    return to_staff(NoticeKind.GUEST_UNREAD, visit, int(now.timestamp()), person_id)
