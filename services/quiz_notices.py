"""What notices about quizzes say at the moment of sending; None when a notice is no longer true."""

from dataclasses import replace

from db.work import Database
from domain.clock import Clock
from domain.ids import WaveId
from domain.notices import Notice
from domain.outcomes import Forbidden, Missing, Reason
from domain.quiz_views import QuizInvitation, QuizOffer, WaveCard
from domain.waves import WaveStatus
from services.quiz_offers import Offering, offers_to
from services.waves import Waves

_MAY_PLAY = (None, Reason.CONSENT_NEEDED)
"""A quiz still waits for this adult."""


class QuizNotices:
    """Loads what notices about waves tell, as it is by now."""

    def __init__(self, database: Database, clock: Clock, offering: Offering, waves: Waves) -> None:
        self._db = database
        self._clock = clock
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
        wave_id = WaveId(int(notice.params["wave"]))
        async with self._db.read() as reading:
            adult = await reading.people.find_person(notice.person_id)
            if adult is None:
                return None
            offers = await offers_to(reading, self._offering, adult, only=wave_id)
            waiting = [offer for offer in offers if _reason(offer) in _MAY_PLAY]
            if not waiting:
                return None
            first = waiting[0]
            own = {offer.child_id for offer in waiting}
            groups = {
                tie.group_id
                for membership in adult.memberships
                for tie in membership.children
                if tie.child_id in own
            }
            labels = await reading.event_reads.labels(first.organisation.id, groups)
        return QuizInvitation(
            wave=replace(first.wave, group_ids=frozenset(groups)),
            organisation=first.organisation,
            instrument=first.instrument,
            groups=labels,
            children=tuple(offer.child_id for offer in waiting),
        )


def _reason(offer: QuizOffer) -> Reason | None:
    return None if offer.refused is None else offer.refused.reason
