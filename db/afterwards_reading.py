"""The part of a unit of work that is about what comes after events."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from db.reads.history import HistoryReads
from db.repositories.event_pictures import EventPictures
from db.repositories.lesson_sheets import LessonSheets
from db.repositories.recaps import Recaps
from domain.clock import Clock


class AfterwardsReading:
    """Repositories of what comes after events over one connection; `Reading` is one of these."""

    connection: AsyncConnection
    clock: Clock

    @cached_property
    def recaps(self) -> Recaps:
        """What is written after events."""
        return Recaps(self.connection, self.clock)

    @cached_property
    def event_pictures(self) -> EventPictures:
        """Pictures of events that were."""
        return EventPictures(self.connection, self.clock)

    @cached_property
    def lesson_sheets(self) -> LessonSheets:
        """Sheets on which open lessons are looked at."""
        return LessonSheets(self.connection, self.clock)

    @cached_property
    def history(self) -> HistoryReads:
        """Events that took place."""
        return HistoryReads(self.connection, self.clock)
