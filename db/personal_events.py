"""Traces that a person leaves in the tables of seats, chats, campaigns and of what comes after an event."""

from db.models import (
    AnnouncementRow,
    BoundChatRow,
    EventAttendanceRow,
    EventFeedbackRow,
    EventPartyRow,
    EventPictureRow,
    LessonSheetRow,
    RecallRow,
)
from db.traces import Trace, drop, keep

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
    Trace(AnnouncementRow, lambda whom: AnnouncementRow.author_person_id == whom.person_id, keep),
    Trace(EventPictureRow, lambda whom: EventPictureRow.confirmed_by == whom.person_id, keep),
    Trace(LessonSheetRow, lambda whom: LessonSheetRow.person_id == whom.person_id, drop),
    Trace(BoundChatRow, lambda whom: BoundChatRow.bound_by == whom.person_id, keep),
    Trace(RecallRow, lambda whom: RecallRow.asked_by == whom.person_id, keep),
)
"""In the order of erasing."""

NOT_PERSONAL: dict[str, str] = {
    "announcement_groups": "groups that an announcement is for",
    "announcement_sets": "sets of people that an announcement is for",
    "event_sets": "sets of people that an event is for",
    "event_posts": "messages in groups and channels, which name nobody",
}
"""Why these tables say nothing of any person."""
