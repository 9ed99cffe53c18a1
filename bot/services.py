"""Every service by the name under which handlers ask for it, built in one place."""

from dataclasses import dataclass, fields
from typing import Any

from bot.settings import Settings
from db.work import Database
from domain.clock import Clock
from services.people import People
from services.sent import Sent


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases. A handler's parameter with the name of an attribute receives that service."""

    people: People
    sent: Sent

    def by_name(self) -> dict[str, Any]:
        """Services under the names of handlers' parameters."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def build_services(database: Database, clock: Clock, settings: Settings) -> Services:
    """All services over one database."""
    return Services(
        people=People(database, settings.owner_ids),
        sent=Sent(database, clock),
    )
