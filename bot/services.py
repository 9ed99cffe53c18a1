"""Every service by the name under which handlers ask for it, built in one place."""

from dataclasses import dataclass, fields
from typing import Any

from bot.guest_services import GuestServices, build_guest_services
from bot.settings import Settings
from content.consents import consent_texts
from content.events import ready_templates
from content.quizzes import instruments
from content.sheets import open_lesson
from db.erasure_journal import ErasureJournal
from db.files import Files
from db.work import Database
from domain.clock import Clock
from locales import LOCALES
from services.announcement_approvals import AnnouncementApprovals
from services.announcement_campaigns import AnnouncementCampaigns
from services.announcement_changes import AnnouncementChanges
from services.announcement_drafts import AnnouncementDrafts
from services.announcement_planning import AnnouncementPlanning
from services.announcement_posts import AnnouncementPosts
from services.announcement_proposals import AnnouncementProposals
from services.announcement_readers import AnnouncementReaders
from services.announcements import Announcements
from services.approval_news import ApprovalNews
from services.attempts import Attempts
from services.bound_chats import BoundChats
from services.campaigns import Campaigns
from services.cards import Cards
from services.child_consents import ChildConsents
from services.closure_notices import ClosureNotices
from services.closures import Closures
from services.consents import Consents
from services.delivery import Deliveries
from services.event_approvals import EventApprovals
from services.event_changes import EventChanges
from services.event_drafts import EventDrafts
from services.event_history import EventHistory
from services.event_messages import EventMessages
from services.event_notices import EventNotices
from services.event_papers import EventPapers
from services.event_pictures import EventPictures
from services.event_planning import EventPlanning
from services.event_posts import EventPosts
from services.event_proposals import EventProposals
from services.event_restoring import EventRestoring
from services.event_series import EventSeries
from services.event_templates import EventTemplates
from services.events import Events
from services.families import Families
from services.groups import Groups
from services.invitations import Invitations
from services.joining import Joining
from services.lesson_sheets import LessonSheets
from services.menu import Menu
from services.organisations import Organisations
from services.partners import Partners
from services.people import People
from services.pictures import Pictures, UnneededFiles
from services.print_kits import PrintKits
from services.privacy import Privacy
from services.quiz_notices import QuizNotices
from services.quiz_offers import Offering
from services.quiz_results import QuizResults
from services.recalling import Recalling
from services.recap_thanks import RecapThanks
from services.recaps import Recaps
from services.reminders import Reminders
from services.requests import Requests
from services.retention import Retention
from services.rsvp_entries import RsvpEntries
from services.rsvps import Rsvps
from services.seat_notices import SeatNotices
from services.seat_offers import SeatOffers
from services.seats import Seats
from services.sent import Sent
from services.sets import Sets
from services.settings import Settings as OwnSettings
from services.staff import Staff
from services.substitution_news import SubstitutionNotices
from services.teaching_news import TeachingNotices
from services.teachings import Teachings
from services.wave_closing import WaveTicks
from services.wave_groups import WaveGroups
from services.wave_pairs import WavePairs
from services.waves import Waves


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases, for handlers and for ticks. A handler's parameter of the same name receives the service."""

    people: People
    sent: Sent
    deliveries: Deliveries
    menu: Menu
    settings: OwnSettings
    consents: Consents
    joining: Joining
    requests: Requests
    privacy: Privacy
    retention: Retention
    organisations: Organisations
    staff: Staff
    invitations: Invitations
    teachings: Teachings
    groups: Groups
    closures: Closures
    closure_notices: ClosureNotices
    families: Families
    cards: Cards
    partners: Partners
    sets: Sets
    events: Events
    event_changes: EventChanges
    event_drafts: EventDrafts
    event_planning: EventPlanning
    event_proposals: EventProposals
    event_approvals: EventApprovals
    approval_news: ApprovalNews
    event_templates: EventTemplates
    event_series: EventSeries
    pictures: Pictures
    unneeded_files: UnneededFiles
    event_restoring: EventRestoring
    event_papers: EventPapers
    announcements: Announcements
    announcement_drafts: AnnouncementDrafts
    announcement_planning: AnnouncementPlanning
    announcement_proposals: AnnouncementProposals
    announcement_approvals: AnnouncementApprovals
    announcement_changes: AnnouncementChanges
    announcement_campaigns: AnnouncementCampaigns
    announcement_posts: AnnouncementPosts
    announcement_readers: AnnouncementReaders
    campaigns: Campaigns
    recalling: Recalling
    event_notices: EventNotices
    event_messages: EventMessages
    event_posts: EventPosts
    bound_chats: BoundChats
    recaps: Recaps
    recap_thanks: RecapThanks
    event_pictures: EventPictures
    lesson_sheets: LessonSheets
    event_history: EventHistory
    rsvps: Rsvps
    rsvp_entries: RsvpEntries
    seats: Seats
    seat_notices: SeatNotices
    seat_offers: SeatOffers
    reminders: Reminders
    guests: GuestServices
    substitution_notices: SubstitutionNotices
    teaching_notices: TeachingNotices
    waves: Waves
    attempts: Attempts
    child_consents: ChildConsents
    quiz_results: QuizResults
    quiz_notices: QuizNotices
    print_kits: PrintKits
    wave_groups: WaveGroups
    wave_pairs: WavePairs
    wave_ticks: WaveTicks

    def by_name(self) -> dict[str, Any]:
        """Services under the names of handlers' parameters."""
        own = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "guests"}
        return own | self.guests.by_name()


def build_services(database: Database, clock: Clock, settings: Settings) -> Services:
    """All services over one database."""
    consents = Consents(database, consent_texts())
    journal = ErasureJournal(settings.data_dir)
    offering = Offering(instruments(), consent_texts())
    waves = Waves(database, clock, offering.instruments)
    events = Events(database, clock)
    files = Files(settings.data_dir)
    pictures = Pictures(files, clock)
    return Services(
        people=People(database, settings.owner_ids),
        sent=Sent(database, clock),
        deliveries=Deliveries(database, clock, offering),
        menu=Menu(database, settings.owner_ids, offering),
        settings=OwnSettings(database, LOCALES),
        consents=consents,
        joining=Joining(database, clock, consents),
        requests=Requests(database, clock),
        privacy=Privacy(database, clock, journal),
        retention=Retention(database, clock, journal, settings.owner_ids),
        organisations=Organisations(database, clock),
        staff=Staff(database, clock),
        invitations=Invitations(database, clock),
        teachings=Teachings(database, clock),
        groups=Groups(database, clock),
        closures=Closures(database, clock),
        closure_notices=ClosureNotices(database, clock),
        families=Families(database, clock),
        cards=Cards(database, clock),
        partners=Partners(database, clock),
        sets=Sets(database, clock),
        events=events,
        event_changes=EventChanges(database, clock),
        event_drafts=EventDrafts(database, clock, events),
        event_planning=EventPlanning(database, clock),
        event_proposals=EventProposals(database, clock),
        event_approvals=EventApprovals(database, clock),
        approval_news=ApprovalNews(database, clock),
        event_templates=EventTemplates(database, clock, ready_templates()),
        event_series=EventSeries(database, clock),
        pictures=pictures,
        unneeded_files=UnneededFiles(database, clock, files),
        event_restoring=EventRestoring(database, clock),
        event_papers=EventPapers(database, clock),
        announcements=Announcements(database, clock),
        announcement_drafts=AnnouncementDrafts(database, clock),
        announcement_planning=AnnouncementPlanning(database, clock),
        announcement_proposals=AnnouncementProposals(database, clock),
        announcement_approvals=AnnouncementApprovals(database, clock),
        announcement_changes=AnnouncementChanges(database, clock),
        announcement_campaigns=AnnouncementCampaigns(database, clock),
        announcement_posts=AnnouncementPosts(database, clock),
        announcement_readers=AnnouncementReaders(database, clock),
        campaigns=Campaigns(database, clock),
        recalling=Recalling(database, clock),
        event_notices=EventNotices(database, clock),
        event_messages=EventMessages(database, clock),
        event_posts=EventPosts(database, clock),
        bound_chats=BoundChats(database, clock),
        recaps=Recaps(database, clock),
        recap_thanks=RecapThanks(database, clock),
        event_pictures=EventPictures(database, clock, pictures),
        lesson_sheets=LessonSheets(database, clock, open_lesson()),
        event_history=EventHistory(database, clock),
        rsvps=Rsvps(database, clock),
        rsvp_entries=RsvpEntries(database, clock),
        seats=Seats(database, clock),
        seat_notices=SeatNotices(database, clock),
        seat_offers=SeatOffers(database, clock),
        reminders=Reminders(database, clock),
        guests=build_guest_services(database, clock),
        substitution_notices=SubstitutionNotices(database, clock),
        teaching_notices=TeachingNotices(database),
        waves=waves,
        attempts=Attempts(database, clock, offering),
        child_consents=ChildConsents(database, clock, offering.texts, journal),
        quiz_results=QuizResults(database, clock, offering.texts),
        quiz_notices=QuizNotices(database, offering, waves),
        print_kits=PrintKits(database, clock, offering.instruments),
        wave_groups=WaveGroups(database, clock, offering.instruments, waves),
        wave_pairs=WavePairs(database, offering.instruments),
        wave_ticks=WaveTicks(database, clock, offering.instruments),
    )
