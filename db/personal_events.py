"""Traces that a person leaves in the tables of seats, chats, campaigns, templates and of what comes after an event."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Executable, update

from db.models import (
    AnnouncementRow,
    Base,
    BoundChatRow,
    EventAttendanceRow,
    EventFeedbackRow,
    EventPartyRow,
    EventPictureRow,
    EventRow,
    EventTemplateRow,
    GroupClosureRow,
    LessonSheetRow,
    RecallRow,
)
from db.traces import Trace, drop, keep


def forget_remark(table: type[Base], rows: ColumnElement[bool], _now: datetime) -> Sequence[Executable]:
    """What one member of staff said to another about a draft; the number of who decided leads to nobody."""
    said = table.__table__.c.returned_words.is_not(None)
    return [update(table).where(rows, said).values(returned_words=None)]


TRACES: tuple[Trace, ...] = (
    Trace(EventPartyRow, lambda whom: EventPartyRow.person_id == whom.person_id, drop),
    # How many seats a family needs tells what its other adult answered (rule 3).
    Trace(
        EventPartyRow,
        lambda whom: EventPartyRow.child_id.in_(whom.children),
        keep,
        hidden=frozenset({"person_id", "size"}),
        label="seats_of_families",
    ),
    Trace(EventFeedbackRow, lambda whom: EventFeedbackRow.person_id == whom.person_id, drop),
    # Who came of a family may be what its other adult did: those rows are in nobody's file but the marker's.
    Trace(
        EventAttendanceRow,
        lambda whom: EventAttendanceRow.marked_by == whom.person_id,
        keep,
        hidden=frozenset({"child_id", "adults", "children"}),
    ),
    Trace(EventPictureRow, lambda whom: EventPictureRow.confirmed_by == whom.person_id, keep),
    Trace(LessonSheetRow, lambda whom: LessonSheetRow.person_id == whom.person_id, drop),
    Trace(
        AnnouncementRow,
        lambda whom: AnnouncementRow.author_person_id == whom.person_id,
        forget_remark,
        hidden=frozenset({"decided_by"}),
    ),
    Trace(
        AnnouncementRow,
        lambda whom: (
            AnnouncementRow.organisation_id.in_(whom.organisations)
            & (AnnouncementRow.decided_by == whom.person_id)
        ),
        forget_remark,
        hidden=frozenset({"author_id", "author_person_id", "draft_token"}),
        label="announcements_decided",
    ),
    Trace(BoundChatRow, lambda whom: BoundChatRow.bound_by == whom.person_id, keep),
    Trace(
        EventRow,
        lambda whom: (
            EventRow.organisation_id.in_(whom.organisations) & (EventRow.decided_by == whom.person_id)
        ),
        forget_remark,
        hidden=frozenset({"author_id", "author_person_id", "draft_token"}),
        label="events_decided",
    ),
    Trace(EventTemplateRow, lambda whom: EventTemplateRow.made_by == whom.person_id, keep),
    Trace(GroupClosureRow, lambda whom: GroupClosureRow.closed_by == whom.person_id, keep),
    Trace(RecallRow, lambda whom: RecallRow.asked_by == whom.person_id, keep),
)
"""In the order of erasing."""

NOT_PERSONAL: dict[str, str] = {
    "closure_steps": "what was moved or called off while a group is closed, by number",
    "announcement_groups": "groups that an announcement is for",
    "announcement_sets": "sets of people that an announcement is for",
    "event_sets": "sets of people that an event is for",
    "event_posts": "messages in groups and channels, which name nobody",
}
"""Why these tables say nothing of any person."""
