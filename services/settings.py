"""What people choose for themselves: language, names, the role whose menu they see."""

from dataclasses import replace

from db.work import Database, Work
from domain.ids import ChildId, JoinRequestId, MembershipId, OrganisationId
from domain.joining import OFFERS_LIMIT, PET_NAME_LIMIT, profile_name, spoken_name, typed_words
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Guardianship, Membership, Role, Visitor
from services.requests import hurry


class Settings:
    """A person's own settings; nobody else's are reachable."""

    def __init__(self, database: Database, locales: tuple[str, ...]) -> None:
        self._db = database
        self._locales = locales

    async def speak(self, actor: Actor, locale: str) -> Actor:
        """Choose the language of the bot."""
        if locale not in self._locales:
            raise Missing
        async with self._db.work() as work:
            await work.people.set_locale(actor.person_id, locale)
            return await reloaded(work, actor)

    async def name_self(
        self, actor: Actor, typed: str | None, target: MembershipId | JoinRequestId, *, waiting: bool
    ) -> Actor | Refused:
        """Say how to be called in a role, or in a request that waits (`waiting`); None is «не указывать».

        A person is called the same in every role that they have in the organisation. A name that is taken back
        goes from other people's chats, too.
        """
        name = None if typed is None else spoken_name(typed)
        if isinstance(name, Refused):
            return name
        async with self._db.work() as work:
            if waiting:
                refused = await self._name_request(work, actor, JoinRequestId(target), name)
            else:
                refused = await self._name_role(work, actor, MembershipId(target), name)
            return refused or await reloaded(work, actor)

    async def name_by_profile(
        self, actor: Actor, visitor: Visitor, target: MembershipId | JoinRequestId, *, waiting: bool
    ) -> Actor | Refused:
        """«Меня зовут …, верно»: the name of the messenger's profile."""
        name = profile_name(visitor.first_name, visitor.last_name)
        if name is None:
            return Refused(Reason.EMPTY)
        return await self.name_self(actor, name, target, waiting=waiting)

    async def name_child(
        self, actor: Actor, membership_id: MembershipId, child_id: ChildId, typed: str | None
    ) -> Actor | Refused:
        """Give a child a pet name, seen by this adult alone; None takes it away."""
        name = None if typed is None else typed_words(typed, PET_NAME_LIMIT)
        if isinstance(name, Refused):
            return name
        membership, _ = own_child(actor, membership_id, child_id)
        async with self._db.work() as work:
            await work.people.set_pet_name(membership.organisation_id, membership.id, child_id, name)
            await self._note(
                work, actor, membership.organisation_id, "settings.child-named", f"child:{child_id}"
            )
            return await reloaded(work, actor)

    async def offer(self, actor: Actor, membership_id: MembershipId, typed: str | None) -> Actor | Refused:
        """A partner says what they can show; None leaves it open."""
        words = None if typed is None else typed_words(typed, OFFERS_LIMIT)
        if isinstance(words, Refused):
            return words
        membership = own_role(actor, membership_id)
        if membership.role is not Role.PARTNER:
            raise Missing
        async with self._db.work() as work:
            await work.people.set_offers(membership.organisation_id, membership.id, words)
            await self._note(
                work, actor, membership.organisation_id, "settings.offered", f"membership:{membership.id}"
            )
            return await reloaded(work, actor)

    async def _name_role(
        self, work: Work, actor: Actor, membership_id: MembershipId, name: str | None
    ) -> Refused | None:
        membership = own_role(actor, membership_id)
        if not membership.organisation.personal_data:
            return Refused(Reason.PERSONAL_DATA_OFF)
        here = [held for held in actor.memberships if held.organisation_id == membership.organisation_id]
        for held in here:
            await work.people.set_name(held.organisation_id, held.id, name)
        if name is None and any(held.name is not None for held in here):
            await work.staff.clear_mentions([actor.person_id])
        await self._note(
            work, actor, membership.organisation_id, "settings.named", f"membership:{membership.id}"
        )
        return None

    async def _name_request(
        self, work: Work, actor: Actor, request_id: JoinRequestId, name: str | None
    ) -> Refused | None:
        pending = await work.requests.own_pending(actor.person_id)
        request = next((waiting for waiting in pending if waiting.id == request_id), None)
        if request is None:
            raise Missing
        organisation = await work.organisations.find(request.organisation_id)
        if organisation is None or not organisation.personal_data:
            return Refused(Reason.PERSONAL_DATA_OFF)
        await work.requests.set_name(request.organisation_id, request.id, name)
        if name is None and request.name is not None:
            await work.staff.clear_mentions([actor.person_id])
        await hurry(work, request)
        await self._note(work, actor, request.organisation_id, "settings.named", f"request:{request.id}")
        return None

    async def _note(
        self, work: Work, actor: Actor, organisation_id: OrganisationId, action: str, subject: str
    ) -> None:
        await work.audit.note(action, organisation_id=organisation_id, by=actor.person_id, subject=subject)


def own_role(actor: Actor, membership_id: MembershipId) -> Membership:
    """A role of the person's own; somebody else's does not exist for them."""
    membership = next((held for held in actor.memberships if held.id == membership_id), None)
    if membership is None:
        raise Missing
    return membership


def own_child(
    actor: Actor, membership_id: MembershipId, child_id: ChildId
) -> tuple[Membership, Guardianship]:
    """A child of the person's own."""
    membership = own_role(actor, membership_id)
    for child in membership.children:
        if child.child_id == child_id:
            return membership, child
    raise Missing


async def reloaded(work: Work, actor: Actor) -> Actor:
    """The person as they are after this transaction's changes."""
    found = await work.people.find_person(actor.person_id)
    if found is None:
        raise Missing
    return replace(found, owner=actor.owner)
