"""«🌟 После визита»: what a group did after a guest was there; its teachers are reminded twice at most."""

from db.work import Database, Reading
from domain.clock import Clock
from domain.guest_follow_ups import AGAIN, LATEST, SOONEST, FollowUpDesk, VisitToFollow, due_of, may_follow_up
from domain.guest_notices import follow_up, subject_of
from domain.guest_outcomes import FollowUp
from domain.guests import Visit
from domain.ids import VisitId
from domain.notices import Notice, NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import Actor, Organisation
from domain.professions import Catalogue
from services.guest_access import access_visit_to_decide, card_of
from services.guest_news import note_visit, teachers_of
from services.guest_told import visit_of_notice

BATCH = 1000
"""Enough for all visits of the days between the reminders, due already or not."""


class GuestFollowUps:
    """What teachers tick, and what the clock reminds them of."""

    def __init__(self, database: Database, clock: Clock, catalogue: Catalogue) -> None:
        self._db = database
        self._clock = clock
        self._catalogue = catalogue

    async def desk(self, actor: Actor, visit_id: VisitId) -> FollowUpDesk:
        """What may be done after a visit, and what was."""
        async with self._db.read() as reading:
            visit, organisation = await access_visit_to_decide(reading, actor, visit_id)
            return await self._desk(reading, actor, visit, organisation)

    async def tick(
        self, actor: Actor, visit_id: VisitId, kind: FollowUp, *, on: bool
    ) -> FollowUpDesk | Refused:
        """The group has done this; or not after all. Once it has, nobody is reminded."""
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_decide(work, actor, visit_id)
            if refused := may_follow_up(visit, now=self._clock.now()):
                return refused
            if not await work.guest_visits.hold(visit):
                return Refused(Reason.CHANGED_MEANWHILE)
            if on:
                today = self._clock.today(organisation.timezone)
                changed = await work.guest_traces.tick(visit, kind, today)
                await work.outbox.cancel(subject_of(visit.id), (NoticeKind.GUEST_FOLLOW_UP,))
            else:
                changed = await work.guest_traces.untick(visit, kind)
            if changed:
                action = "guest-follow-up.ticked" if on else "guest-follow-up.unticked"
                await note_visit(work, actor, visit, action, kind=kind.value)
            return await self._desk(work, actor, visit, organisation)

    async def put_due(self) -> int:
        """Put out what is due; gives the number of messages. A missed tick costs nothing, a second one does nothing."""
        now = self._clock.now()
        async with self._db.read() as reading:
            found = await reading.guest_reminders.to_follow_up(
                since=now - LATEST, until=now - SOONEST, again=now - AGAIN, limit=BATCH
            )
        return sum([await self._put(one) for one in found])

    async def for_notice(self, notice: Notice) -> FollowUpDesk | None:
        """A reminder, for a teacher: while the visit stands as held and nothing is ticked."""
        async with self._db.read() as reading:
            found = await visit_of_notice(reading, notice, access_visit_to_decide)
            if found is None:
                return None
            view = await self._desk(reading, *found)
        return view if view.may_tick and not view.done else None

    async def _put(self, found: VisitToFollow) -> int:
        due = due_of(found, self._clock.now())
        if due is None:
            return 0
        async with self._db.work(claims=False) as work:
            if not await work.guest_traces.remind(found.visit, due.day) or not due.told:
                return 0
            teachers = await teachers_of(work, found.organisation, found.visit)
            drafts = [follow_up(found.visit, person_id, due.day) for person_id in teachers]
            await work.outbox.put(*drafts)
        return len(drafts)

    async def _desk(
        self, reading: Reading, actor: Actor, visit: Visit, organisation: Organisation
    ) -> FollowUpDesk:
        slug = visit.profession.slug
        return FollowUpDesk(
            await card_of(reading, actor, visit, organisation),
            None if slug is None else self._catalogue.by_slug.get(slug),
            await reading.guest_traces.done(visit),
            may_tick=may_follow_up(visit, now=self._clock.now()) is None,
        )
