"""What notices about closed groups say at the moment of sending; None when a notice is no longer true."""

from db.work import Database
from domain.clock import Clock
from domain.closure_views import ClosureNews
from domain.ids import ClosureId
from domain.notices import Notice
from services.closure_lines import news_of


class ClosureNotices:
    """Loads what somebody is told of a closed group, as it is by now."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def closing_for_notice(self, notice: Notice) -> ClosureNews | None:
        """A group is closed: while it is, and as long as something of it concerns this person."""
        news = await self._load(notice)
        return news if news is not None and news.closure.undone_at is None else None

    async def reopening_for_notice(self, notice: Notice) -> ClosureNews | None:
        """A group is open again before its time."""
        news = await self._load(notice)
        return news if news is not None and news.closure.undone_at is not None else None

    async def _load(self, notice: Notice) -> ClosureNews | None:
        if notice.organisation_id is None:
            return None
        async with self._db.read() as reading:
            here, number = notice.organisation_id, ClosureId(int(notice.params["closure"]))
            closure = await reading.closures.find(here, number)
            organisation = await reading.organisations.find(here)
            actor = await reading.people.find_person(notice.person_id)
            if closure is None or organisation is None or actor is None:
                return None
            if closure.span(organisation.timezone).ends <= self._clock.now():
                return None
            steps = await reading.closures.steps(closure)
            news = await news_of(reading, actor, organisation, closure, steps)
        return news if news.staff or news.lines or news.back else None
