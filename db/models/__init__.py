"""Tables. Rows never leave `db`: repositories return domain dataclasses."""

from db.models.base import Base
from db.models.events import EventGroupRow, EventRow, EventVersionRow, RsvpRow
from db.models.links import JoinRequestRow, LinkGroupRow, LinkRow
from db.models.outbox import MessageMentionRow, NoticeRow, SentMessageRow
from db.models.people import (
    ChildRow,
    GroupRow,
    GuardianshipRow,
    MembershipRow,
    OrganisationRow,
    PersonRow,
    PersonSetMemberRow,
    PersonSetRow,
    TeachingRow,
)
from db.models.privacy import AuditRow, ConsentRow, ErasureRow, FormStateRow, SeenUpdateRow, SettingRow

__all__ = [
    "AuditRow",
    "Base",
    "ChildRow",
    "ConsentRow",
    "ErasureRow",
    "EventGroupRow",
    "EventRow",
    "EventVersionRow",
    "FormStateRow",
    "GroupRow",
    "GuardianshipRow",
    "JoinRequestRow",
    "LinkGroupRow",
    "LinkRow",
    "MembershipRow",
    "MessageMentionRow",
    "NoticeRow",
    "OrganisationRow",
    "PersonRow",
    "PersonSetMemberRow",
    "PersonSetRow",
    "RsvpRow",
    "SeenUpdateRow",
    "SentMessageRow",
    "SettingRow",
    "TeachingRow",
]
