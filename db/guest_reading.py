"""The part of a unit of work that is about guests of groups."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from db.reads.guest_overview import GuestOverviews
from db.reads.guest_papers import GuestPaperReads
from db.reads.guest_people import GuestPeople
from db.reads.guest_queue import GuestQueueReads
from db.reads.guest_reminders import GuestReminderReads
from db.reads.guest_suggestions import GuestSuggestions
from db.reads.guest_summaries import GuestSummaries
from db.reads.guests import GuestReads
from db.repositories.guest_entrance import GuestEntrance
from db.repositories.guest_free_days import GuestFreeDays
from db.repositories.guest_invitees import GuestInvitees
from db.repositories.guest_letters import GuestLetters
from db.repositories.guest_likings import GuestLikings
from db.repositories.guest_messages import GuestMessages
from db.repositories.guest_newcomers import GuestNewcomers
from db.repositories.guest_nudges import GuestNudges
from db.repositories.guest_openings import GuestOpenings
from db.repositories.guest_passing import GuestPassing
from db.repositories.guest_pauses import GuestPauses
from db.repositories.guest_preparation import GuestPreparations
from db.repositories.guest_queue import GuestQueue
from db.repositories.guest_requests import GuestRequests
from db.repositories.guest_traces import GuestTraces
from db.repositories.guest_visits import GuestVisits
from db.repositories.guest_waits import GuestWaits
from domain.clock import Clock


class GuestReading:
    """Repositories of guests over one connection; `Reading` is one of these."""

    connection: AsyncConnection
    clock: Clock

    @cached_property
    def guest_openings(self) -> GuestOpenings:
        """Dates that are open to guests."""
        return GuestOpenings(self.connection, self.clock)

    @cached_property
    def guest_passing(self) -> GuestPassing:
        """Invitations to them that partners have passed on."""
        return GuestPassing(self.connection, self.clock)

    @cached_property
    def guest_visits(self) -> GuestVisits:
        """Guests who have applied for them."""
        return GuestVisits(self.connection, self.clock)

    @cached_property
    def guest_requests(self) -> GuestRequests:
        """What guests are asked for."""
        return GuestRequests(self.connection, self.clock, self.guest_visits)

    @cached_property
    def guest_reads(self) -> GuestReads:
        """Both as people look at them."""
        return GuestReads(self.connection, self.clock)

    @cached_property
    def guest_overviews(self) -> GuestOverviews:
        """Counts of both over months and years."""
        return GuestOverviews(self.connection, self.clock)

    @cached_property
    def guest_free_days(self) -> GuestFreeDays:
        """Days on which no guests are invited."""
        return GuestFreeDays(self.connection)

    @cached_property
    def guest_waits(self) -> GuestWaits:
        """Visits that wait for an answer of their teachers."""
        return GuestWaits(self.connection)

    @cached_property
    def guest_invitees(self) -> GuestInvitees:
        """Families that are invited by name."""
        return GuestInvitees(self.connection)

    @cached_property
    def guest_newcomers(self) -> GuestNewcomers:
        """Dates that were opened before somebody joined."""
        return GuestNewcomers(self.connection)

    @cached_property
    def guest_queue(self) -> GuestQueue:
        """Who waits for a date."""
        return GuestQueue(self.connection, self.clock)

    @cached_property
    def guest_queue_reads(self) -> GuestQueueReads:
        """The queues as the clock and staff look at them."""
        return GuestQueueReads(self.connection, self.clock)

    @cached_property
    def guest_papers(self) -> GuestPaperReads:
        """Visits of days, with their groups."""
        return GuestPaperReads(self.connection)

    @cached_property
    def guest_letters(self) -> GuestLetters:
        """Letters of thanks and their numbers."""
        return GuestLetters(self.connection, self.clock)

    @cached_property
    def guest_traces(self) -> GuestTraces:
        """What stays of visits that were held."""
        return GuestTraces(self.connection)

    @cached_property
    def guest_preparations(self) -> GuestPreparations:
        """What is ready before a visit, and what children ask."""
        return GuestPreparations(self.connection, self.clock)

    @cached_property
    def guest_entrance(self) -> GuestEntrance:
        """Full names for the entrance list."""
        return GuestEntrance(self.connection, self.clock)

    @cached_property
    def guest_messages(self) -> GuestMessages:
        """What guests and teachers write to one another."""
        return GuestMessages(self.connection, self.clock)

    @cached_property
    def guest_likings(self) -> GuestLikings:
        """How children liked guests."""
        return GuestLikings(self.connection, self.clock)

    @cached_property
    def guest_people(self) -> GuestPeople:
        """Who comes, and who awaits them."""
        return GuestPeople(self.connection)

    @cached_property
    def guest_reminders(self) -> GuestReminderReads:
        """Visits that are near, or just over."""
        return GuestReminderReads(self.connection)

    @cached_property
    def guest_suggestions(self) -> GuestSuggestions:
        """Whom a group could ask."""
        return GuestSuggestions(self.connection)

    @cached_property
    def guest_nudges(self) -> GuestNudges:
        """Dates that stay free, and who has not answered."""
        return GuestNudges(self.connection)

    @cached_property
    def guest_pauses(self) -> GuestPauses:
        """Who cannot come this month."""
        return GuestPauses(self.connection)

    @cached_property
    def guest_summaries(self) -> GuestSummaries:
        """Invitations of guests as lines."""
        return GuestSummaries(self.connection, self.clock)
