"""Every kind of notice has a rule, and somebody who tells it."""

from pathlib import Path

from content.consents import consent_texts
from content.professions import catalogue
from content.quizzes import instruments
from db.files import Files
from db.work import Database
from domain.clock import MovableClock
from domain.notice_rules import RULES
from domain.notices import NoticeKind, Urgency
from scheduler.delivery.registry import Tellers, tellings
from services.announcement_approvals import AnnouncementApprovals
from services.announcement_planning import AnnouncementPlanning
from services.announcement_readers import AnnouncementReaders
from services.approval_news import ApprovalNews
from services.bound_chats import BoundChats
from services.closure_notices import ClosureNotices
from services.consents import Consents
from services.delivery import Deliveries
from services.event_notices import EventNotices
from services.event_planning import EventPlanning
from services.guest_follow_ups import GuestFollowUps
from services.guest_letters import GuestLetters
from services.guest_messages import GuestMessages
from services.guest_notices import GuestNotices
from services.guest_nudges import GuestNudges
from services.guest_preparation import GuestPreparation
from services.guest_queue_notices import GuestQueueNotices
from services.guest_request_notices import GuestRequestNotices
from services.guest_way_home import GuestWayHome
from services.joining import Joining
from services.partners import Partners
from services.pictures import Pictures
from services.quiz_notices import QuizNotices
from services.quiz_offers import Offering
from services.recap_thanks import RecapThanks
from services.requests import Requests
from services.seat_notices import SeatNotices
from services.staff import Staff
from services.substitution_news import SubstitutionNotices
from services.teaching_news import TeachingNotices
from services.waves import Waves


def test_every_kind_is_told() -> None:
    clock = MovableClock()
    database = Database("sqlite+aiosqlite://", clock)
    offering = Offering(instruments(), consent_texts())
    by = Tellers(
        deliveries=Deliveries(database, clock, offering),
        event_notices=EventNotices(database, clock),
        announcements=AnnouncementReaders(database, clock),
        announcement_planning=AnnouncementPlanning(database, clock),
        seat_notices=SeatNotices(database, clock),
        recaps=RecapThanks(database, clock),
        planning=EventPlanning(database, clock),
        approvals=ApprovalNews(database, clock),
        announcement_approvals=AnnouncementApprovals(database, clock),
        pictures=Pictures(Files(Path()), clock),
        requests=Requests(database, clock),
        joining=Joining(database, clock, Consents(database, consent_texts())),
        staff=Staff(database, clock),
        substitutions=SubstitutionNotices(database, clock),
        teachings=TeachingNotices(database),
        guests=GuestNotices(database, clock),
        guest_queue=GuestQueueNotices(database, clock),
        guest_requests=GuestRequestNotices(database, clock),
        guest_nudges=GuestNudges(database, clock, GuestNotices(database, clock)),
        guest_letters=GuestLetters(database, clock),
        guest_messages=GuestMessages(database, clock),
        guest_preparation=GuestPreparation(database, clock, catalogue()),
        guest_follow_ups=GuestFollowUps(database, clock, catalogue()),
        guest_way_home=GuestWayHome(database, clock, catalogue()),
        partners=Partners(database, clock),
        chats=BoundChats(database, clock),
        closures=ClosureNotices(database, clock),
        quizzes=QuizNotices(database, offering, Waves(database, clock, offering.instruments)),
    )
    assert set(tellings(by)) == set(NoticeKind)


def test_every_kind_has_a_rule() -> None:
    assert set(RULES) == set(NoticeKind)


def test_only_announcements_and_reminders_are_budgeted() -> None:
    budgeted = {kind for kind, rule in RULES.items() if rule.urgency is Urgency.BUDGETED}
    assert budgeted == {
        NoticeKind.EVENT_PUBLISHED,
        NoticeKind.EVENT_REMINDER,
        NoticeKind.EVENT_NUDGE,
        NoticeKind.EVENT_THANKS,
        NoticeKind.ANNOUNCED,
        NoticeKind.GUESTS_INVITED,
        NoticeKind.GUEST_WAY_HOME,
        NoticeKind.GUESTS_NUDGE,
        NoticeKind.QUIZ_INVITED,
        NoticeKind.QUIZ_NUDGE,
    }
