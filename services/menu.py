"""The way in for known people: their menu, and the role whose menu it is."""

from dataclasses import replace

from db.work import Database, Reading
from domain.ids import GroupId, MembershipId
from domain.menu import MenuState, OwnRequest
from domain.people import Actor, Group, OrganisationKind, Role, Visitor
from domain.quiz_views import QuizWaiting
from services.quiz_offers import Offering, waiting_quiz
from services.settings import own_role, reloaded


class Menu:
    """Opens the menu."""

    def __init__(self, database: Database, owner_ids: frozenset[int], offering: Offering) -> None:
        self._db = database
        self._owner_ids = owner_ids
        self._offering = offering

    async def greet(self, actor: Actor | None, visitor: Visitor, locale: str) -> Actor | None:
        """Somebody presses Start: messages may go to this chat again.

        The owner of the installation stands in its settings already and needs no link: they are written down
        now. Anybody else is not. It repeats harmlessly and claims nothing: a Start that comes again after the bot
        was killed must show what it opens.
        """
        if actor is None and visitor.user_id not in self._owner_ids:
            return None
        async with self._db.work(claims=False) as work:
            if actor is None:
                await work.people.create_person(visitor, locale)
                made = await work.people.find_actor(visitor.platform, visitor.user_id)
                assert made is not None
                await work.audit.note("owner.started", organisation_id=None, by=made.person_id, subject=None)
                return replace(made, owner=True)
            await work.people.reopen_chat(actor.person_id, visitor.chat_id)
        return actor

    async def switch_role(self, actor: Actor, membership_id: MembershipId) -> Actor:
        """Show the menu of another role; rights stay as they are."""
        own_role(actor, membership_id)
        async with self._db.work() as work:
            await work.people.set_current(actor.person_id, membership_id)
            return await reloaded(work, actor)

    async def look(self, actor: Actor) -> MenuState:
        """What the menu of the current role says."""
        current = actor.current
        async with self._db.read() as reading:
            waiting = await _waiting(reading, actor)
            groups: tuple[Group, ...] = ()
            quiz: QuizWaiting | None = None
            proposed = 0
            if current is not None:
                today = reading.clock.today(current.organisation.timezone)
                wanted = {child.group_id for child in current.children} | {
                    held.group_id for held in current.teaches if held.holds_on(today)
                }
                groups = tuple(await reading.groups.some(current.organisation_id, wanted))
                if current.role in (Role.METHODIST, Role.HEAD):
                    proposed = await reading.event_approvals.count(current.organisation_id)
                if current.role is Role.PARENT:
                    quiz = await waiting_quiz(reading, self._offering, actor, current)
        return MenuState(actor, groups, waiting, quiz, proposed)


async def _waiting(reading: Reading, actor: Actor) -> tuple[OwnRequest, ...]:
    """The requests that wait, with their groups: as many questions as there are organisations."""
    pending = await reading.requests.own_pending(actor.person_id)
    found: dict[GroupId, tuple[Group, OrganisationKind]] = {}
    for here in {request.organisation_id for request in pending}:
        organisation = await reading.organisations.find(here)
        wanted = {request.group_id for request in pending if request.organisation_id == here}
        if organisation is not None:
            found |= {
                group.id: (group, organisation.kind) for group in await reading.groups.some(here, wanted)
            }
    return tuple(
        OwnRequest(request, *found[request.group_id]) for request in pending if request.group_id in found
    )
