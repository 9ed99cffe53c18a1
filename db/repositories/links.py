"""Links by which people join."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import LinkGroupRow, LinkRow
from domain.clock import Clock
from domain.ids import ChildId, GroupId, LinkId, OpeningId, OrganisationId, PersonId, Token
from domain.links import Link, LinkDraft, LinkKind, new_token, token_hash
from domain.people import PartnerKind, Role


class Links:
    """Finds, makes, spends and revokes links. Tokens are stored as sha256 only."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def create(self, draft: LinkDraft) -> tuple[LinkId, Token]:
        """Make a link; its token is told once, here."""
        token = new_token()
        made = await self._connection.execute(insert(LinkRow).values(self._values(draft, token)))
        link_id = LinkId(made.inserted_primary_key[0])  # type: ignore[index]  # an insert of one row has a key
        if groups := [{"link_id": link_id, "group_id": group} for group in sorted(draft.group_ids)]:
            await self._connection.execute(insert(LinkGroupRow), groups)
        return link_id, token

    async def create_many(self, drafts: Iterable[LinkDraft]) -> list[Token]:
        """Make many links without groups (the cards of a group) by one statement; tokens in the same order."""
        pairs = [(draft, new_token()) for draft in drafts]
        if pairs:
            await self._connection.execute(
                insert(LinkRow), [self._values(draft, token) for draft, token in pairs]
            )
        return [token for _, token in pairs]

    async def find_by_token(self, kind: LinkKind, token: Token) -> Link | None:
        """The link of a token; a token of another kind of link opens nothing."""
        return await self._find(LinkRow.token_hash == token_hash(token), LinkRow.kind == kind.value)

    async def find(self, organisation_id: OrganisationId, link_id: LinkId) -> Link | None:
        """A link of the organisation by its number."""
        return await self._find(LinkRow.organisation_id == organisation_id, LinkRow.id == link_id)

    async def waiting(self, organisation_id: OrganisationId, kind: LinkKind) -> list[Link]:
        """Links of a kind that may still be opened, newest first."""
        now = self._clock.now()
        rows = await self._connection.execute(
            select(LinkRow)
            .where(LinkRow.organisation_id == organisation_id, LinkRow.kind == kind.value, *self._open(now))
            .order_by(LinkRow.id.desc())
        )
        found = rows.mappings().all()
        groups = await self._groups([row["id"] for row in found])
        return [_link(row, groups[row["id"]]) for row in found]

    async def take_turns(self, kind: LinkKind, token: Token) -> None:
        """Make people on one link go one after another until the end of this transaction: a write to no effect."""
        await self._connection.execute(
            update(LinkRow)
            .where(LinkRow.token_hash == token_hash(token), LinkRow.kind == kind.value)
            .values(kind=LinkRow.kind)
        )

    async def spend(self, organisation_id: OrganisationId, link_id: LinkId, by: PersonId) -> bool:
        """Use up a personal link; False when somebody else was first or it has ended meanwhile."""
        now = self._clock.now()
        done = await self._connection.execute(
            update(LinkRow)
            .where(LinkRow.organisation_id == organisation_id, LinkRow.id == link_id, *self._open(now))
            .values(spent_at=now, spent_by=by)
        )
        return bool(done.rowcount)

    async def revoke(self, organisation_id: OrganisationId, link_id: LinkId) -> bool:
        """Make a link open nothing; False when it opened nothing already."""
        return bool(await self._revoke(organisation_id, LinkRow.id == link_id))

    async def revoke_for_children(self, organisation_id: OrganisationId, child_ids: Iterable[ChildId]) -> int:
        """Revoke the family cards of these children (reprinted, lost, or the children left)."""
        return await self._revoke(
            organisation_id, LinkRow.kind == LinkKind.CARD.value, LinkRow.child_id.in_(list(child_ids))
        )

    async def revoke_for_group(self, organisation_id: OrganisationId, group_id: GroupId) -> int:
        """Revoke the QR of a group (renewed, or the group is archived)."""
        return await self._revoke(
            organisation_id, LinkRow.kind == LinkKind.GROUP.value, LinkRow.group_id == group_id
        )

    async def revoke_issued_by(
        self, organisation_id: OrganisationId, person_id: PersonId, kind: LinkKind
    ) -> int:
        """Revoke the links of a kind that somebody issued and nobody has opened yet."""
        return await self._revoke(
            organisation_id, LinkRow.kind == kind.value, LinkRow.created_by == person_id
        )

    async def unspent_openings(
        self, organisation_id: OrganisationId, person_id: PersonId
    ) -> frozenset[OpeningId]:
        """Dates for guests that somebody has passed on by a link which nobody has used yet."""
        rows = await self._connection.scalars(
            select(LinkRow.opening_id).where(
                LinkRow.created_by == person_id,
                LinkRow.organisation_id == organisation_id,
                LinkRow.kind == LinkKind.INVITED.value,
                *self._open(self._clock.now()),
            )
        )
        return frozenset(OpeningId(row) for row in rows if row is not None)

    async def revoke_passed_on(
        self, organisation_id: OrganisationId, person_id: PersonId, opening_id: OpeningId
    ) -> int:
        """Revoke the link by which somebody passed these dates on, unless it was used."""
        mine = (LinkRow.created_by == person_id, LinkRow.opening_id == opening_id)
        return await self._revoke(organisation_id, LinkRow.kind == LinkKind.INVITED.value, *mine)

    def _open(self, now: Any) -> tuple[ColumnElement[bool], ...]:
        return (
            LinkRow.revoked_at.is_(None),
            LinkRow.spent_at.is_(None),
            or_(LinkRow.expires_at.is_(None), LinkRow.expires_at > now),
        )

    async def _revoke(self, organisation_id: OrganisationId, *which: ColumnElement[bool]) -> int:
        done = await self._connection.execute(
            update(LinkRow)
            .where(
                LinkRow.organisation_id == organisation_id,
                LinkRow.revoked_at.is_(None),
                LinkRow.spent_at.is_(None),
                *which,
            )
            .values(revoked_at=self._clock.now())
        )
        return done.rowcount

    async def _find(self, *which: ColumnElement[bool]) -> Link | None:
        row = (await self._connection.execute(select(LinkRow).where(*which))).mappings().one_or_none()
        if row is None:
            return None
        staff = row["kind"] == LinkKind.STAFF.value
        return _link(row, (await self._groups([row["id"]]))[row["id"]] if staff else ())

    async def _groups(self, link_ids: Iterable[int]) -> dict[int, list[GroupId]]:
        """The groups that each of these links gives."""
        groups: dict[int, list[GroupId]] = defaultdict(list)
        rows = await self._connection.execute(
            select(LinkGroupRow.link_id, LinkGroupRow.group_id).where(
                LinkGroupRow.link_id.in_(list(link_ids))
            )
        )
        for link_id, group_id in rows:
            groups[link_id].append(GroupId(group_id))
        return groups

    def _values(self, draft: LinkDraft, token: Token) -> dict[str, Any]:
        return {
            "organisation_id": draft.organisation_id,
            "kind": draft.kind.value,
            "token_hash": token_hash(token),
            "role": None if draft.role is None else draft.role.value,
            "title": draft.title,
            "group_id": draft.group_id,
            "child_id": draft.child_id,
            "partner_kind": None if draft.partner_kind is None else draft.partner_kind.value,
            "opening_id": draft.opening_id,
            "created_by": draft.created_by,
            "created_at": self._clock.now(),
            "expires_at": draft.expires_at,
        }


def _link(row: RowMapping, group_ids: Iterable[GroupId]) -> Link:
    return Link(
        id=LinkId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        kind=LinkKind(row["kind"]),
        created_by=None if row["created_by"] is None else PersonId(row["created_by"]),
        created_at=row["created_at"],
        role=None if row["role"] is None else Role(row["role"]),
        title=row["title"],
        group_id=None if row["group_id"] is None else GroupId(row["group_id"]),
        child_id=None if row["child_id"] is None else ChildId(row["child_id"]),
        partner_kind=None if row["partner_kind"] is None else PartnerKind(row["partner_kind"]),
        opening_id=None if row["opening_id"] is None else OpeningId(row["opening_id"]),
        group_ids=frozenset(group_ids),
        expires_at=row["expires_at"],
        revoked_at=row["revoked_at"],
        spent_at=row["spent_at"],
        spent_by=None if row["spent_by"] is None else PersonId(row["spent_by"]),
    )
