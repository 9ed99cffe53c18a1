"""Every table with the traces that a person leaves in it, and what becomes of them at erasure (rule 12).

A test walks the metadata: a table that is in neither list fails it, so that a new one cannot be forgotten; columns
stand in `db/columns.py`.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Executable, delete, func, select, update

from db.models import (
    AuditRow,
    Base,
    ChildRow,
    ConsentRow,
    ErasureRow,
    EventAttendanceRow,
    EventPartyRow,
    EventRow,
    EventVersionRow,
    FormStateRow,
    GuardianshipRow,
    JoinRequestRow,
    LinkRow,
    MembershipRow,
    MessageMentionRow,
    NoticeRow,
    PersonRow,
    PersonSetMemberRow,
    RsvpRow,
    SentMessageRow,
    TeachingRow,
)
from db.personal_events import NOT_PERSONAL as NOT_PERSONAL_IN_EVENTS
from db.personal_events import TRACES as OF_EVENTS
from db.personal_events import forget_remark
from db.personal_guests import NOT_PERSONAL as NOT_PERSONAL_IN_GUESTS
from db.personal_guests import OF_A_CHILD as GUESTS_OF_A_CHILD
from db.personal_guests import TRACES as OF_GUESTS
from db.personal_quizzes import NOT_PERSONAL as NOT_PERSONAL_IN_QUIZZES
from db.personal_quizzes import TRACES as OF_QUIZZES
from db.traces import Erase, Trace, Whom, drop, keep
from db.unsent import HELD, UNSENT, untold
from domain.notices import NoticeStatus

NOBODY = "erased"
"""Platform of the number that is left of an erased person."""


def _end_role(table: type[Base], rows: ColumnElement[bool], now: datetime) -> Sequence[Executable]:
    words = ("name", "title", "offers", "partner_kind", "agreement", "term_until")
    empty = dict.fromkeys(words)
    return [
        update(table).where(rows).values(ended_at=func.coalesce(MembershipRow.ended_at, now), **empty),
    ]


def _cut_off(table: type[Base], rows: ColumnElement[bool], now: datetime) -> Sequence[Executable]:
    """A proof of consent stays three years with its keyed hash instead of the person."""
    return [
        update(table)
        .where(rows)
        .values(person_id=None, withdrawn_at=func.coalesce(ConsentRow.withdrawn_at, now)),
    ]


def _silence(table: type[Base], rows: ColumnElement[bool], now: datetime) -> Sequence[Executable]:
    """Notices stop at once; the counts of their authors' delivery reports stay."""
    return [
        update(table).where(rows, UNSENT | HELD).values(**untold(NoticeStatus.CANCELLED, now)),
        update(table).where(rows).values(chat_id=0, params={}),
    ]


def _forget_messages(table: type[Base], rows: ColumnElement[bool], now: datetime) -> Sequence[Executable]:
    """Messages with codes or names are removed by the next tick, and then no longer known, as all others at once."""
    naming = SentMessageRow.id.in_(select(MessageMentionRow.sent_message_id))
    telling = SentMessageRow.remove_after.is_not(None) | naming
    return [
        update(table).where(rows, telling).values(remove_after=now, person_id=None),
        delete(table).where(rows, ~telling),
    ]


def _forget_title(table: type[Base], rows: ColumnElement[bool], _now: datetime) -> Sequence[Executable]:
    """Who was invited stands in a partner's link: «ИП Иванов» is a name."""
    return [update(table).where(rows).values(title=None)]


def _become_nobody(table: type[Base], rows: ColumnElement[bool], now: datetime) -> Sequence[Executable]:
    return [
        update(table)
        .where(rows)
        .values(
            platform=NOBODY,
            platform_user_id=PersonRow.id,
            chat_id=0,
            locale="ru",
            current_membership_id=None,
            chat_closed_at=now,
        )
    ]


def _entered_by(whom: Whom) -> ColumnElement[bool]:
    """Answers that staff entered: found by the events of their organisations, for which there is an index."""
    theirs = select(EventRow.id).where(EventRow.organisation_id.in_(whom.organisations))
    return (
        RsvpRow.person_id.is_(None) & RsvpRow.event_id.in_(theirs) & RsvpRow.entered_by.in_(whom.memberships)
    )


PERSONAL: tuple[Trace, ...] = (
    Trace(FormStateRow, lambda whom: FormStateRow.user_id == whom.user_id, drop),
    Trace(RsvpRow, lambda whom: RsvpRow.person_id == whom.person_id, drop, hidden=frozenset({"entered_by"})),
    Trace(
        JoinRequestRow,
        lambda whom: JoinRequestRow.person_id == whom.person_id,
        drop,
        hidden=frozenset({"decided_by"}),
    ),
    Trace(
        RsvpRow,
        _entered_by,
        keep,
        hidden=frozenset({"person_id", "child_id", "answer"}),
        label="answers_entered_for_families",
    ),
    Trace(
        JoinRequestRow,
        lambda whom: (
            JoinRequestRow.organisation_id.in_(whom.organisations)
            & (JoinRequestRow.decided_by == whom.person_id)
        ),
        keep,
        hidden=frozenset({"person_id", "kinship", "name", "spoken_number", "child_id"}),
        label="requests_decided",
    ),
    *OF_GUESTS,
    Trace(ChildRow, lambda whom: ChildRow.id.in_(whom.children), keep),
    Trace(GuardianshipRow, lambda whom: GuardianshipRow.membership_id.in_(whom.memberships), drop),
    Trace(TeachingRow, lambda whom: TeachingRow.membership_id.in_(whom.memberships), drop),
    Trace(PersonSetMemberRow, lambda whom: PersonSetMemberRow.membership_id.in_(whom.memberships), drop),
    Trace(
        # The rows stay until the messages that name the person are edited; `Erasures.messages_to_edit`.
        MessageMentionRow,
        lambda whom: MessageMentionRow.person_id == whom.person_id,
        keep,
    ),
    Trace(
        SentMessageRow,
        lambda whom: (SentMessageRow.chat_id == whom.chat_id) | (SentMessageRow.person_id == whom.person_id),
        _forget_messages,
    ),
    Trace(NoticeRow, lambda whom: NoticeRow.person_id == whom.person_id, _silence),
    Trace(ConsentRow, lambda whom: ConsentRow.person_id == whom.person_id, _cut_off),
    Trace(
        EventRow,
        lambda whom: EventRow.author_person_id == whom.person_id,
        forget_remark,
        hidden=frozenset({"decided_by"}),
    ),
    Trace(EventVersionRow, lambda whom: EventVersionRow.changed_by == whom.person_id, keep),
    Trace(
        LinkRow,
        lambda whom: LinkRow.spent_by == whom.person_id,
        _forget_title,
        hidden=frozenset({"token_hash", "created_by"}),
    ),
    Trace(
        LinkRow,
        lambda whom: LinkRow.created_by == whom.person_id,
        keep,
        hidden=frozenset({"token_hash", "title", "spent_by"}),
        label="links_issued",
    ),
    Trace(AuditRow, lambda whom: AuditRow.person_id == whom.person_id, keep),
    Trace(ErasureRow, lambda whom: ErasureRow.person_id == whom.person_id, keep),
    Trace(MembershipRow, lambda whom: MembershipRow.person_id == whom.person_id, _end_role),
    *OF_EVENTS,
    *OF_QUIZZES,
    Trace(PersonRow, lambda whom: PersonRow.id == whom.person_id, _become_nobody),
)
"""In the order of erasing: what refers to a row goes before it."""

NOT_PERSONAL: dict[str, str] = {
    "organisations": "about the organisation itself",
    "groups": "about the organisation itself",
    "person_sets": "name and order of a set; its members are a table of their own",
    "link_groups": "groups that a link gives",
    "event_groups": "groups that an event is for",
    "seen_updates": "numbers of updates, 48 hours",
    "installation": "secrets of the installation",
    **NOT_PERSONAL_IN_GUESTS,
    **NOT_PERSONAL_IN_EVENTS,
    **NOT_PERSONAL_IN_QUIZZES,
}
"""Why these tables say nothing of any person."""

OF_A_CHILD: tuple[tuple[type[Base], Callable[[Any], ColumnElement[bool]], Erase], ...] = (
    (RsvpRow, lambda children: RsvpRow.child_id.in_(children) & RsvpRow.person_id.is_(None), drop),
    *GUESTS_OF_A_CHILD,
    (EventPartyRow, lambda children: EventPartyRow.child_id.in_(children), drop),
    (EventAttendanceRow, lambda children: EventAttendanceRow.child_id.in_(children), drop),
)
"""Rows about a child's family, and what becomes of them when the last adult goes (rule 15b).

They are in nobody's file: what staff entered for a family may be what the other adult said (rule 3).
"""
