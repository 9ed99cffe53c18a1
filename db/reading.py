"""Every repository over one connection."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from db.afterwards_reading import AfterwardsReading
from db.guest_reading import GuestReading
from db.quiz_reading import QuizReading
from db.reads.announcements import AnnouncementReads
from db.reads.attendance import AttendanceReads
from db.reads.audit import AuditReads
from db.reads.campaigns import CampaignReads
from db.reads.closures import ClosureReads
from db.reads.delivery import DeliveryReads
from db.reads.event_lists import EventLists
from db.reads.events import EventReads
from db.reads.organisation import OrganisationReads
from db.reads.privacy import PrivacyReads
from db.reads.seats import SeatReads
from db.repositories.announcements import Announcements
from db.repositories.audit import AuditLog
from db.repositories.bound_chats import BoundChats
from db.repositories.chats import Chats
from db.repositories.children import Children
from db.repositories.closures import Closures
from db.repositories.consents import Consents
from db.repositories.erasures import Erasures
from db.repositories.event_approvals import EventApprovals
from db.repositories.event_audiences import EventAudiences
from db.repositories.event_campaigns import EventCampaigns
from db.repositories.event_drafts import EventDrafts
from db.repositories.event_messages import EventMessages
from db.repositories.event_newcomers import EventNewcomers
from db.repositories.event_posts import EventPosts
from db.repositories.event_retention import EventRetention
from db.repositories.event_templates import EventTemplates
from db.repositories.events import Events
from db.repositories.form_states import FormStates
from db.repositories.groups import Groups
from db.repositories.installation import Installation
from db.repositories.leases import Leases
from db.repositories.links import Links
from db.repositories.organisations import Organisations
from db.repositories.outbox import Outbox
from db.repositories.people import People
from db.repositories.recalls import Recalls
from db.repositories.reminders import Reminders
from db.repositories.requests import Requests
from db.repositories.retention import Retention
from db.repositories.rsvps import Rsvps
from db.repositories.seats import EventSeats
from db.repositories.sent import SentMessages
from db.repositories.sets import Sets
from db.repositories.staff import Staff
from db.repositories.untold import Untold
from domain.clock import Clock


class Reading(QuizReading, GuestReading, AfterwardsReading):
    """Repositories over one connection. Each returns domain dataclasses, never rows."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self.connection = connection
        self.clock = clock

    @cached_property
    def people(self) -> People:
        """Persons and their roles."""
        return People(self.connection, self.clock)

    @cached_property
    def organisations(self) -> Organisations:
        """Kindergartens and schools."""
        return Organisations(self.connection, self.clock)

    @cached_property
    def groups(self) -> Groups:
        """Groups and classes."""
        return Groups(self.connection, self.clock)

    @cached_property
    def children(self) -> Children:
        """Children's numbers."""
        return Children(self.connection, self.clock)

    @cached_property
    def staff(self) -> Staff:
        """What staff answer for."""
        return Staff(self.connection, self.clock)

    @cached_property
    def sets(self) -> Sets:
        """Named sets of people."""
        return Sets(self.connection, self.clock)

    @cached_property
    def organisation_reads(self) -> OrganisationReads:
        """Counted lists of the head, the teacher and the owner."""
        return OrganisationReads(self.connection)

    @cached_property
    def closures(self) -> Closures:
        """Groups that are closed."""
        return Closures(self.connection, self.clock)

    @cached_property
    def closure_reads(self) -> ClosureReads:
        """What a closure meets, and whom it concerns."""
        return ClosureReads(self.connection)

    @cached_property
    def links(self) -> Links:
        """Links by which people join."""
        return Links(self.connection, self.clock)

    @cached_property
    def requests(self) -> Requests:
        """Newcomers who wait for a teacher."""
        return Requests(self.connection, self.clock)

    @cached_property
    def consents(self) -> Consents:
        """Who agreed to what."""
        return Consents(self.connection, self.clock)

    @cached_property
    def erasures(self) -> Erasures:
        """Erasing a person, and its journal."""
        return Erasures(self.connection, self.clock)

    @cached_property
    def event_retention(self) -> EventRetention:
        """What has been kept long enough of events that are over."""
        return EventRetention(self.connection)

    @cached_property
    def retention(self) -> Retention:
        """What has been kept long enough."""
        return Retention(self.connection)

    @cached_property
    def audit_reads(self) -> AuditReads:
        """Extracts of the audit log."""
        return AuditReads(self.connection)

    @cached_property
    def privacy_reads(self) -> PrivacyReads:
        """What is stored about one person."""
        return PrivacyReads(self.connection)

    @cached_property
    def installation(self) -> Installation:
        """Secrets of the installation."""
        return Installation(self.connection)

    @cached_property
    def announcements(self) -> Announcements:
        """What is announced without a date."""
        return Announcements(self.connection, self.clock)

    @cached_property
    def announcement_reads(self) -> AnnouncementReads:
        """The same as people look at it."""
        return AnnouncementReads(self.connection, self.clock)

    @cached_property
    def events(self) -> Events:
        """What has been announced."""
        return Events(self.connection, self.clock)

    @cached_property
    def event_templates(self) -> EventTemplates:
        """What new events begin with."""
        return EventTemplates(self.connection, self.clock)

    @cached_property
    def event_approvals(self) -> EventApprovals:
        """What waits for a methodist."""
        return EventApprovals(self.connection, self.clock)

    @cached_property
    def event_audiences(self) -> EventAudiences:
        """Whom announcements are for."""
        return EventAudiences()

    @cached_property
    def event_drafts(self) -> EventDrafts:
        """What nobody has been told of yet."""
        return EventDrafts(self.connection, self.clock)

    @cached_property
    def event_campaigns(self) -> EventCampaigns:
        """Announcements that are stopped, taken back, brought back."""
        return EventCampaigns(self.connection, self.clock)

    @cached_property
    def recalls(self) -> Recalls:
        """What is being taken back."""
        return Recalls(self.connection, self.clock)

    @cached_property
    def campaign_reads(self) -> CampaignReads:
        """How far messages about an event have come."""
        return CampaignReads(self.connection)

    @cached_property
    def untold(self) -> Untold:
        """What was dropped and is put anew."""
        return Untold(self.connection)

    @cached_property
    def event_messages(self) -> EventMessages:
        """Messages about events that say what was."""
        return EventMessages(self.connection, self.clock)

    @cached_property
    def event_newcomers(self) -> EventNewcomers:
        """Events that somebody who has just joined has not heard of."""
        return EventNewcomers(self.connection, self.clock)

    @cached_property
    def event_lists(self) -> EventLists:
        """Lists of events."""
        return EventLists(self.connection, self.clock)

    @cached_property
    def attendance_reads(self) -> AttendanceReads:
        """Who comes."""
        return AttendanceReads(self.connection, self.clock)

    @cached_property
    def event_reads(self) -> EventReads:
        """Events as people look at them."""
        return EventReads(self.connection, self.clock)

    @cached_property
    def rsvps(self) -> Rsvps:
        """Answers to invitations."""
        return Rsvps(self.connection, self.clock)

    @cached_property
    def seats(self) -> EventSeats:
        """Seats of events, and who sits or waits."""
        return EventSeats(self.connection, self.clock)

    @cached_property
    def seat_reads(self) -> SeatReads:
        """What decides about seats."""
        return SeatReads(self.connection, self.clock)

    @cached_property
    def outbox(self) -> Outbox:
        """What will be said unasked."""
        return Outbox(self.connection, self.clock)

    @cached_property
    def leases(self) -> Leases:
        """The same for its only reader, the delivery."""
        return Leases(self.connection, self.clock)

    @cached_property
    def chats(self) -> Chats:
        """Where it goes, as long as it may."""
        return Chats(self.connection, self.clock)

    @cached_property
    def bound_chats(self) -> BoundChats:
        """Groups and channels in which organisations announce."""
        return BoundChats(self.connection, self.clock)

    @cached_property
    def event_posts(self) -> EventPosts:
        """What is announced there."""
        return EventPosts(self.connection, self.clock)

    @cached_property
    def reminders(self) -> Reminders:
        """Which events have been reminded of."""
        return Reminders(self.connection)

    @cached_property
    def deliveries(self) -> DeliveryReads:
        """What became of what was said."""
        return DeliveryReads(self.connection)

    @cached_property
    def sent(self) -> SentMessages:
        """Messages that must be found again."""
        return SentMessages(self.connection, self.clock)

    @cached_property
    def form_states(self) -> FormStates:
        """What people are typing."""
        return FormStates(self.connection, self.clock)

    @cached_property
    def audit(self) -> AuditLog:
        """Who changed what."""
        return AuditLog(self.connection, self.clock)
