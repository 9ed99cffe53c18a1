"""Family cards and the group's QR: printed secrets by which families join."""

from db.work import Database, Work
from domain.access import Permission
from domain.clock import Clock
from domain.ids import ChildId, GroupId
from domain.links import LinkDraft, LinkKind
from domain.organisation_views import PosterState, PrintedCards, PrintedPoster
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Child, Group, Organisation
from services.access import access_child, access_group


class Cards:
    """Makes and revokes what is printed.

    The database keeps only hashes of tokens, so every printing makes new ones; cards already handed out go on
    working until they are revoked, and each child has room for four adults whichever card they come by.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def print_group(
        self, actor: Actor, group_id: GroupId, *, everybody: bool
    ) -> PrintedCards | Refused:
        """Print the cards of a group: of everybody, or only of the families that have not joined yet."""
        async with self._db.work() as work:
            allowed, group = await self._printable(work, actor, group_id)
            lines = await work.organisation_reads.families(group.organisation_id, group.id)
            children = [line.child for line in lines if everybody or line.adults == 0]
            if not children:
                return Refused(Reason.NO_CARDS)
            return await self._print(work, actor, allowed, group, children)

    async def print_child(self, actor: Actor, child_id: ChildId) -> PrintedCards | Refused:
        """Print one more card of a child."""
        async with self._db.work() as work:
            allowed, child = await access_child(work, actor, child_id, Permission.PRINT_CARDS)
            if child.left_at is not None:
                return Refused(Reason.CHILD_LEFT)
            group = await work.groups.find(child.organisation_id, child.group_id)
            if group is None:
                raise Missing
            return await self._print(work, actor, allowed.organisation, group, [child])

    async def revoke_child(self, actor: Actor, child_id: ChildId) -> int:
        """Make every printed card of a child open nothing; adults already bound stay. How many there were."""
        async with self._db.work() as work:
            _, child = await access_child(work, actor, child_id, Permission.PRINT_CARDS)
            revoked = await work.links.revoke_for_children(child.organisation_id, {child.id})
            await self._note(work, actor, child, "cards.revoked", cards=revoked)
        return revoked

    async def revoke_group(self, actor: Actor, group_id: GroupId) -> int:
        """Make every printed card of a group open nothing (a sheet was lost); how many there were."""
        async with self._db.work() as work:
            _, group = await access_group(work, actor, group_id, Permission.PRINT_CARDS)
            children = await work.children.in_group(group.organisation_id, group.id)
            revoked = await work.links.revoke_for_children(
                group.organisation_id, [child.id for child in children]
            )
            await self._note(work, actor, group, "cards.revoked", cards=revoked)
        return revoked

    async def poster(self, actor: Actor, group_id: GroupId) -> PosterState:
        """The state of the group's QR."""
        async with self._db.read() as reading:
            allowed, group = await access_group(reading, actor, group_id, Permission.PRINT_CARDS)
            posters = await reading.organisation_reads.posters(group.organisation_id, group.id)
        return PosterState(allowed.organisation, group, posters)

    async def print_poster(self, actor: Actor, group_id: GroupId, *, renew: bool) -> PrintedPoster | Refused:
        """Print the group's QR for the wall; `renew` makes those printed before open nothing."""
        async with self._db.work() as work:
            organisation, group = await self._printable(work, actor, group_id)
            if renew:
                await work.links.revoke_for_group(group.organisation_id, group.id)
            _, token = await work.links.create(
                LinkDraft(
                    organisation_id=group.organisation_id,
                    kind=LinkKind.GROUP,
                    created_by=actor.person_id,
                    group_id=group.id,
                )
            )
            await self._note(work, actor, group, "poster.renewed" if renew else "poster.printed")
        return PrintedPoster(organisation, group, token, self._clock.now())

    async def revoke_poster(self, actor: Actor, group_id: GroupId) -> int:
        """Make every printed QR of the group open nothing; how many there were."""
        async with self._db.work() as work:
            _, group = await access_group(work, actor, group_id, Permission.PRINT_CARDS)
            revoked = await work.links.revoke_for_group(group.organisation_id, group.id)
            await self._note(work, actor, group, "poster.revoked", posters=revoked)
        return revoked

    async def _printable(self, work: Work, actor: Actor, group_id: GroupId) -> tuple[Organisation, Group]:
        allowed, group = await access_group(work, actor, group_id, Permission.PRINT_CARDS)
        if group.archived_at is not None:
            raise Missing
        return allowed.organisation, group

    async def _print(
        self, work: Work, actor: Actor, organisation: Organisation, group: Group, children: list[Child]
    ) -> PrintedCards:
        tokens = await work.links.create_many(
            LinkDraft(
                organisation_id=group.organisation_id,
                kind=LinkKind.CARD,
                created_by=actor.person_id,
                child_id=child.id,
            )
            for child in children
        )
        of = group if len(children) != 1 else children[0]
        await self._note(work, actor, of, "cards.printed", cards=len(children))
        return PrintedCards(
            organisation,
            group,
            tuple((child.number, token) for child, token in zip(children, tokens, strict=True)),
            self._clock.now(),
        )

    async def _note(self, work: Work, actor: Actor, of: Group | Child, action: str, **details: int) -> None:
        await work.audit.note(
            action,
            organisation_id=of.organisation_id,
            by=actor.person_id,
            subject=f"{'group' if isinstance(of, Group) else 'child'}:{of.id}",
            **details,
        )
