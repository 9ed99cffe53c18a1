"""«🚶 По дороге домой»: a visit for the adults of the group's children, their faces, and the game about it."""

from dataclasses import replace

from db.work import Database, Reading, Work
from domain.clock import Clock
from domain.guests import Visit
from domain.ids import VisitId
from domain.mini_quiz import MiniQuiz, QuizMaker
from domain.notices import Notice
from domain.outcomes import Forbidden, Missing
from domain.people import Actor
from domain.professions import Catalogue
from domain.way_home import Liking, Own, WayHome, may_like
from services.guest_access import access_held_visit, group_label
from services.guest_news import note_visit


class GuestWayHome:
    """What families see of a visit that was held."""

    def __init__(self, database: Database, clock: Clock, catalogue: Catalogue) -> None:
        """Work on one database, with the cards of one catalogue."""
        self._db = database
        self._clock = clock
        self._catalogue = catalogue
        self._games = QuizMaker(catalogue)

    async def way_home_for_notice(self, notice: Notice) -> WayHome | None:
        """While the visit counts as held, for whoever has a child in the group by now."""
        async with self._db.read() as reading:
            actor = await reading.people.find_person(notice.person_id)
            if actor is None:
                return None
            try:
                return await self._look(reading, actor, VisitId(int(notice.params["visit"])))
            except (Forbidden, Missing):
                return None

    async def look(self, actor: Actor, visit_id: VisitId) -> WayHome:
        """The same, opened out of an evening summary or after the game."""
        async with self._db.read() as reading:
            return await self._look(reading, actor, visit_id)

    async def like(self, actor: Actor, visit_id: VisitId, liking: Liking) -> WayHome:
        """How the child liked the guest: one face, another one instead of it. Who tapped which is in no log."""
        async with self._db.work() as work:
            found = await self._look(work, actor, visit_id)
            if not found.may_like or found.liking is liking:
                return found
            if not await work.guest_visits.hold(found.visit):
                return await self._look(work, actor, visit_id)
            await work.guest_likings.say(found.visit, actor.person_id, liking)
            await note_visit(work, actor, found.visit, "guest-visit.liked")
        return replace(found, liking=liking)

    async def game(self, actor: Actor, visit_id: VisitId) -> MiniQuiz | None:
        """«🎲 Поиграть»: for adults of the group's children, and for staff who play it with the group."""
        async with self._db.read() as reading:
            visit, _ = await access_held_visit(reading, actor, visit_id, staff=True)
            return self._game(visit)

    async def _look(self, reading: Reading | Work, actor: Actor, visit_id: VisitId) -> WayHome:
        visit, organisation = await access_held_visit(reading, actor, visit_id)
        slug = visit.profession.slug
        own = await _own(reading, actor, visit)
        return WayHome(
            visit,
            organisation,
            await group_label(reading, organisation.id, visit.group_id),
            None if slug is None else self._catalogue.by_slug.get(slug),
            named=slug is not None or visit.guest_id is not None or visit.entered,
            liking=await reading.guest_likings.of(visit, actor.person_id),
            may_like=own is None and may_like(visit, now=self._clock.now()),
            has_game=self._game(visit) is not None,
            own=own,
        )

    def _game(self, visit: Visit) -> MiniQuiz | None:
        slug = visit.profession.slug
        card = None if slug is None else self._catalogue.by_slug.get(slug)
        return None if card is None else self._games.make(card, seed=visit.id)


async def _own(reading: Reading, actor: Actor, visit: Visit) -> Own | None:
    """Whether the person was the guest, or an adult of a child of theirs was."""
    if visit.guest_id == actor.person_id:
        return Own.SELF
    held = (m for m in actor.memberships if m.organisation_id == visit.organisation_id)
    children = [child.child_id for membership in held for child in membership.children]
    return Own.FAMILY if await reading.guest_traces.was_of(visit, children) else None
