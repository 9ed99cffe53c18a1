"""The services of «Гость группы», built in one place."""

from dataclasses import dataclass, fields
from typing import Any

from content.consents import consent_texts
from content.days import professional_days
from content.holidays import holidays_between
from content.professions import catalogue
from db.work import Database
from domain.clock import Clock
from scheduler.jobs import Tick
from services.guest_applications import GuestApplications
from services.guest_changes import GuestChanges
from services.guest_entrance import GuestEntrance
from services.guest_entries import GuestEntries
from services.guest_follow_ups import GuestFollowUps
from services.guest_free_days import GuestFreeDays
from services.guest_letters import GuestLetters
from services.guest_messages import GuestMessages
from services.guest_move_answers import GuestMoveAnswers
from services.guest_moves import GuestMoves
from services.guest_notices import GuestNotices
from services.guest_nudges import GuestNudges
from services.guest_offers import GuestOffers
from services.guest_openings import GuestOpenings
from services.guest_overviews import GuestOverviews
from services.guest_own_moves import GuestOwnMoves
from services.guest_papers import GuestPapers
from services.guest_passing import GuestPassing
from services.guest_preparation import GuestPreparation
from services.guest_questions import GuestQuestions
from services.guest_queue import GuestQueue
from services.guest_queue_notices import GuestQueueNotices
from services.guest_reminders import GuestReminders
from services.guest_request_notices import GuestRequestNotices
from services.guest_series import GuestSeries
from services.guest_suggestions import GuestSuggestions
from services.guest_unread import GuestUnread
from services.guest_visits import GuestVisits
from services.guest_waiting import GuestWaiting
from services.guest_way_home import GuestWayHome
from services.professions import Professions


@dataclass(frozen=True, slots=True)
class GuestServices:
    """The use cases of guests and their visits, for handlers and for ticks."""

    guest_openings: GuestOpenings
    guest_passing: GuestPassing
    guest_applications: GuestApplications
    guest_entries: GuestEntries
    guest_visits: GuestVisits
    guest_moves: GuestMoves
    guest_move_answers: GuestMoveAnswers
    guest_changes: GuestChanges
    guest_request_notices: GuestRequestNotices
    guest_unread: GuestUnread
    guest_notices: GuestNotices
    guest_reminders: GuestReminders
    guest_series: GuestSeries
    guest_waiting: GuestWaiting
    guest_free_days: GuestFreeDays
    guest_overviews: GuestOverviews
    guest_queue: GuestQueue
    guest_offers: GuestOffers
    guest_own_moves: GuestOwnMoves
    guest_preparation: GuestPreparation
    guest_questions: GuestQuestions
    guest_messages: GuestMessages
    guest_entrance: GuestEntrance
    guest_queue_notices: GuestQueueNotices
    guest_letters: GuestLetters
    guest_follow_ups: GuestFollowUps
    guest_papers: GuestPapers
    guest_way_home: GuestWayHome
    guest_suggestions: GuestSuggestions
    guest_nudges: GuestNudges
    professions: Professions

    def by_name(self) -> dict[str, Any]:
        """Services under the names of handlers' parameters."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def ticks(self) -> tuple[Tick, ...]:
        """In the order in which one run does them."""
        return (
            self.guest_move_answers,
            self.guest_unread,
            self.guest_offers,
            self.guest_reminders,
            self.guest_waiting,
            self.guest_follow_ups,
            self.guest_nudges,
        )


def build_guest_services(database: Database, clock: Clock) -> GuestServices:
    """All services of guests over one database."""
    return GuestServices(
        guest_openings=GuestOpenings(database, clock),
        guest_passing=GuestPassing(database, clock),
        guest_applications=GuestApplications(database, clock, catalogue()),
        guest_entries=GuestEntries(database, clock, catalogue()),
        guest_visits=GuestVisits(database, clock),
        guest_moves=GuestMoves(database, clock),
        guest_move_answers=GuestMoveAnswers(database, clock),
        guest_changes=GuestChanges(database, clock, catalogue()),
        guest_request_notices=GuestRequestNotices(database, clock),
        guest_unread=GuestUnread(database, clock),
        guest_notices=GuestNotices(database, clock),
        guest_reminders=GuestReminders(database, clock),
        guest_series=GuestSeries(database, clock, holidays_between, professional_days()),
        guest_waiting=GuestWaiting(database, clock),
        guest_free_days=GuestFreeDays(database, clock),
        guest_overviews=GuestOverviews(database, clock, catalogue()),
        guest_queue=GuestQueue(database, clock, catalogue()),
        guest_offers=GuestOffers(database, clock),
        guest_own_moves=GuestOwnMoves(database, clock),
        guest_preparation=GuestPreparation(database, clock, catalogue()),
        guest_questions=GuestQuestions(database, clock),
        guest_messages=GuestMessages(database, clock),
        guest_entrance=GuestEntrance(database, clock, consent_texts()),
        guest_queue_notices=GuestQueueNotices(database, clock),
        guest_letters=GuestLetters(database, clock),
        guest_follow_ups=GuestFollowUps(database, clock, catalogue()),
        guest_papers=GuestPapers(database, clock),
        guest_way_home=GuestWayHome(database, clock, catalogue()),
        guest_nudges=GuestNudges(database, clock, GuestNotices(database, clock)),
        guest_suggestions=GuestSuggestions(
            database, clock, catalogue(), professional_days(), holidays_between
        ),
        professions=Professions(catalogue()),
    )
