"""What notices about quizzes say at the moment of sending; None when a notice is no longer true."""

from db.work import Database
from domain.ids import WaveId
from domain.notices import Notice
from domain.outcomes import Forbidden, Missing
from domain.quiz_views import QuizInvitation, WaveCard
from domain.waves import WaveStatus
from services.quiz_offers import Offering, invitation_to
from services.waves import Waves


class QuizNotices:
    """Loads what notices about waves tell, as it is by now."""

    def __init__(self, database: Database, offering: Offering, waves: Waves) -> None:
        self._db = database
        self._offering = offering
        self._waves = waves

    async def invited_for_notice(self, notice: Notice) -> QuizInvitation | None:
        """An invitation: while the wave is open and a child of this adult may play."""
        return await self._invitation(notice)

    async def nudge_for_notice(self, notice: Notice) -> QuizInvitation | None:
        """A nudge: the same, to those who have not played."""
        return await self._invitation(notice)

    async def closed_for_notice(self, notice: Notice) -> WaveCard | None:
        """The closing: to a teacher who still teaches one of the groups."""
        async with self._db.read() as reading:
            teacher = await reading.people.find_person(notice.person_id)
        if teacher is None:
            return None
        try:
            card = await self._waves.card(teacher, WaveId(int(notice.params["wave"])))
        except (Forbidden, Missing):
            return None
        return card if card.wave.status is WaveStatus.CLOSED else None

    async def _invitation(self, notice: Notice) -> QuizInvitation | None:
        async with self._db.read() as reading:
            adult = await reading.people.find_person(notice.person_id)
            if adult is None:
                return None
            return await invitation_to(reading, self._offering, adult, WaveId(int(notice.params["wave"])))
