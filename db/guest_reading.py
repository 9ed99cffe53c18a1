"""The part of a unit of work that is about guests of groups."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from db.reads.guest_people import GuestPeople
from db.reads.guest_reminders import GuestReminderReads
from db.reads.guest_summaries import GuestSummaries
from db.reads.guests import GuestReads
from db.repositories.guest_newcomers import GuestNewcomers
from db.repositories.guest_openings import GuestOpenings
from db.repositories.guest_visits import GuestVisits
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
    def guest_visits(self) -> GuestVisits:
        """Guests who have applied for them."""
        return GuestVisits(self.connection, self.clock)

    @cached_property
    def guest_reads(self) -> GuestReads:
        """Both as people look at them."""
        return GuestReads(self.connection, self.clock)

    @cached_property
    def guest_newcomers(self) -> GuestNewcomers:
        """Dates that were opened before somebody joined."""
        return GuestNewcomers(self.connection)

    @cached_property
    def guest_people(self) -> GuestPeople:
        """Who comes, and who awaits them."""
        return GuestPeople(self.connection)

    @cached_property
    def guest_reminders(self) -> GuestReminderReads:
        """Visits that are near, or just over."""
        return GuestReminderReads(self.connection)

    @cached_property
    def guest_summaries(self) -> GuestSummaries:
        """Invitations of guests as lines."""
        return GuestSummaries(self.connection, self.clock)
