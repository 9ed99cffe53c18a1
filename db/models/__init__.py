"""Tables. Rows never leave `db`: repositories return domain dataclasses."""

from db.models.after_events import EventPictureRow, LessonSheetRow
from db.models.announcements import AnnouncementGroupRow, AnnouncementRow, AnnouncementSetRow
from db.models.base import Base
from db.models.closures import ClosureStepRow, GroupClosureRow
from db.models.event_parties import EventPartyRow
from db.models.event_templates import EventTemplateRow
from db.models.events import EventGroupRow, EventRow, EventSetRow, EventVersionRow, RsvpRow
from db.models.guest_dates import GuestFreeDaysRow
from db.models.guest_invitees import GuestOpeningFamilyRow
from db.models.guest_letters import GuestLetterRow
from db.models.guest_likings import GuestLikingRow
from db.models.guest_pauses import GuestPauseRow
from db.models.guest_preparation import GuestEntranceNameRow, GuestMessageRow, GuestQuestionRow, GuestTickRow
from db.models.guest_queue import GuestQueueRow
from db.models.guest_traces import GuestFollowUpRow, GuestVisitFamilyRow
from db.models.guests import GuestOpeningPartnerRow, GuestOpeningRow, GuestSlotRow, GuestVisitRow
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
from db.models.posts import BoundChatRow, EventPostRow
from db.models.privacy import AuditRow, ConsentRow, ErasureRow, FormStateRow, SeenUpdateRow, SettingRow
from db.models.quizzes import AttemptRow, AttemptScoreRow, ChildConsentRow, FormDrawRow, QuizAnswerRow
from db.models.recaps import EventAttendanceRow, EventFeedbackRow, RecallRow
from db.models.wave_counts import ItemCountRow, PairChangeRow, PairFateRow, PairLevelRow
from db.models.waves import (
    InstrumentVersionRow,
    PackApprovalRow,
    WaveCellRow,
    WaveGroupRow,
    WaveNudgeRow,
    WaveRow,
)

__all__ = [
    "AnnouncementGroupRow",
    "AnnouncementRow",
    "AnnouncementSetRow",
    "AttemptRow",
    "AttemptScoreRow",
    "AuditRow",
    "Base",
    "BoundChatRow",
    "ChildConsentRow",
    "ChildRow",
    "ClosureStepRow",
    "ConsentRow",
    "ErasureRow",
    "EventAttendanceRow",
    "EventFeedbackRow",
    "EventGroupRow",
    "EventPartyRow",
    "EventPictureRow",
    "EventPostRow",
    "EventRow",
    "EventSetRow",
    "EventTemplateRow",
    "EventVersionRow",
    "FormDrawRow",
    "FormStateRow",
    "GroupClosureRow",
    "GroupRow",
    "GuardianshipRow",
    "GuestEntranceNameRow",
    "GuestFollowUpRow",
    "GuestFreeDaysRow",
    "GuestLetterRow",
    "GuestLikingRow",
    "GuestMessageRow",
    "GuestOpeningFamilyRow",
    "GuestOpeningPartnerRow",
    "GuestOpeningRow",
    "GuestPauseRow",
    "GuestQuestionRow",
    "GuestQueueRow",
    "GuestSlotRow",
    "GuestTickRow",
    "GuestVisitFamilyRow",
    "GuestVisitRow",
    "InstrumentVersionRow",
    "ItemCountRow",
    "JoinRequestRow",
    "LessonSheetRow",
    "LinkGroupRow",
    "LinkRow",
    "MembershipRow",
    "MessageMentionRow",
    "NoticeRow",
    "OrganisationRow",
    "PackApprovalRow",
    "PairChangeRow",
    "PairFateRow",
    "PairLevelRow",
    "PersonRow",
    "PersonSetMemberRow",
    "PersonSetRow",
    "QuizAnswerRow",
    "RecallRow",
    "RsvpRow",
    "SeenUpdateRow",
    "SentMessageRow",
    "SettingRow",
    "TeachingRow",
    "WaveCellRow",
    "WaveGroupRow",
    "WaveNudgeRow",
    "WaveRow",
]
