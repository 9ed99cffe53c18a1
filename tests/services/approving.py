"""«Солнышко» where a methodist looks at what the teacher announces before it comes out."""

from dataclasses import dataclass
from typing import Any

from db.work import Database
from domain.events import Event, EventStatus
from domain.people import Actor, Role
from services.approval_news import ApprovalNews
from services.event_approvals import EventApprovals
from services.event_drafts import EventDrafts
from services.event_planning import EventPlanning
from services.event_proposals import EventProposals
from services.event_series import EventSeries
from tests.services.sunny import Sunny, build_sunny, told


@dataclass
class Room:
    """«Солнышко» with a teacher, two methodists, a head and a parent; approval is switched on."""

    sunny: Sunny
    teacher: Actor
    methodist: Actor
    second: Actor
    parent: Actor

    def __post_init__(self) -> None:
        here = self.sunny.database, self.sunny.clock
        self.proposals, self.approvals = EventProposals(*here), EventApprovals(*here)
        self.news, self.planning, self.series = ApprovalNews(*here), EventPlanning(*here), EventSeries(*here)
        self.drafts = EventDrafts(*here, self.sunny.events)

    async def sent(self, token: str = "t1", **changed: Any) -> Event:
        """An event that waits."""
        draft = self.sunny.draft(**changed)
        event = await self.proposals.propose_new(self.teacher, self.sunny.organisation_id, draft, token)
        assert isinstance(event, Event)
        assert event.status is EventStatus.PROPOSED
        return event

    async def kept(self, token: str = "t1", **changed: Any) -> Event:
        """One that is put aside."""
        draft = self.sunny.draft(**changed)
        event = await self.drafts.keep(self.teacher, self.sunny.organisation_id, draft, token)
        assert isinstance(event, Event)
        return event

    async def switch(self, *, on: bool) -> None:
        """The setting; everybody is known anew."""
        await self.approvals.switch(self.methodist, self.sunny.organisation_id, on=on)
        for who in ("teacher", "methodist", "second"):
            setattr(self, who, await self.sunny.reload(getattr(self, who)))

    async def invited(self) -> list[int]:
        """Who has been told of an event."""
        return await told(self.sunny.database, "event-published")


async def build_room(database: Database) -> Room:
    """Everybody is there, and approval is switched on."""
    sunny = await build_sunny(database)
    made = Room(
        sunny,
        teacher=await sunny.staff(Role.TEACHER, sunny.sun),
        methodist=await sunny.staff(Role.METHODIST),
        second=await sunny.staff(Role.METHODIST),
        parent=await sunny.adult(1),
    )
    await sunny.staff(Role.HEAD)
    await made.switch(on=True)
    return made
