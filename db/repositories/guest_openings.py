"""Dates that are open to guests: opened, taken, freed, withdrawn."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.models import GuestOpeningPartnerRow, GuestOpeningRow, GuestSlotRow, MembershipRow
from db.models.base import table
from db.upsert import upsert
from domain.clock import Clock
from domain.guests import Opening, OpeningDraft, Slot
from domain.ids import GroupId, MembershipId, OpeningId, OrganisationId, PersonId, SlotId, VisitId
from domain.people import Membership, Role

_O, _P, _S, _M = (
    table(GuestOpeningRow),
    table(GuestOpeningPartnerRow),
    table(GuestSlotRow),
    table(MembershipRow),
)
SLOT_COLUMNS = (
    _S.c.id,
    _S.c.organisation_id,
    _S.c.group_id,
    _S.c.opening_id,
    _S.c.starts_at,
    _O.c.wish,
    _S.c.withdrawn_at,
    _S.c.visit_id,
)
SLOTS = select(*SLOT_COLUMNS).join(_O, _O.c.id == _S.c.opening_id)
_FIND_SLOT = SLOTS.where(
    _S.c.id == bindparam("slot_id"), _S.c.organisation_id == bindparam("organisation_id")
)
_OPENINGS = select(_O.c.id, _O.c.organisation_id, _O.c.group_id, _O.c.author_person_id, _O.c.wish, _O.c.named)
_FIND = _OPENINGS.where(
    _O.c.id == bindparam("opening_id"), _O.c.organisation_id == bindparam("organisation_id")
)
_FIND_BY_DRAFT = _OPENINGS.where(
    _O.c.draft_token == bindparam("draft_token"), _O.c.organisation_id == bindparam("organisation_id")
)
_FREE = (_S.c.visit_id.is_(None), _S.c.withdrawn_at.is_(None))
_THIS = (_S.c.id == bindparam("slot"), _S.c.organisation_id == bindparam("organisation"))
_TAKE = (
    update(_S).where(*_THIS, *_FREE, _S.c.starts_at > bindparam("now")).values(visit_id=bindparam("visit"))
)
_HAND_OVER = update(_S).where(*_THIS).values(visit_id=bindparam("visit"))
_RELEASE = update(_S).where(*_THIS, _S.c.visit_id == bindparam("visit")).values(visit_id=None)
_WITHDRAW = update(_S).where(*_THIS, *_FREE).values(withdrawn_at=bindparam("now"))
_BESIDE = table(GuestSlotRow).alias("beside")
_REOPEN = (
    update(_S)
    .where(
        *_THIS,
        _S.c.withdrawn_at.is_not(None),
        _S.c.starts_at > bindparam("now"),
        ~exists().where(
            _BESIDE.c.group_id == _S.c.group_id,
            _BESIDE.c.starts_at == _S.c.starts_at,
            _BESIDE.c.withdrawn_at.is_(None),
        ),
    )
    .values(withdrawn_at=None)
)
_WITHDRAW_AHEAD = (
    update(_S)
    .where(
        _S.c.organisation_id == bindparam("organisation"),
        _S.c.group_id == bindparam("group"),
        _S.c.starts_at > bindparam("now"),
        *_FREE,
    )
    .values(withdrawn_at=bindparam("now"))
)
_STANDING = select(_S.c.starts_at).where(
    _S.c.organisation_id == bindparam("organisation_id"),
    _S.c.group_id == bindparam("group_id"),
    _S.c.withdrawn_at.is_(None),
    _S.c.starts_at.in_(bindparam("starts", expanding=True)),
)
_FIND_STANDING = SLOTS.where(
    _S.c.organisation_id == bindparam("organisation_id"),
    _S.c.group_id == bindparam("group_id"),
    _S.c.withdrawn_at.is_(None),
    _S.c.starts_at == bindparam("starts_at"),
)
_INVITED = (
    select(_P.c.opening_id, _O.c.group_id)
    .join(_O, _O.c.id == _P.c.opening_id)
    .where(
        _P.c.organisation_id == bindparam("organisation_id"), _P.c.membership_id == bindparam("membership_id")
    )
)
RESERVED = VisitId(0)
"""Holds a date inside the transaction that writes its visit: nobody else ever sees it."""


class GuestOpenings:
    """Finds and changes dates for guests."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(self, organisation_id: OrganisationId, opening_id: OpeningId) -> Opening | None:
        """An opening of the organisation."""
        return await self._one(_FIND, organisation_id=organisation_id, opening_id=opening_id)

    async def find_by_draft(self, organisation_id: OrganisationId, draft_token: str) -> Opening | None:
        """The opening that was made of a draft."""
        return await self._one(_FIND_BY_DRAFT, organisation_id=organisation_id, draft_token=draft_token)

    async def find_slot(self, organisation_id: OrganisationId, slot_id: SlotId) -> Slot | None:
        """A date of the organisation, free or not."""
        rows = await self._connection.execute(
            _FIND_SLOT, {"organisation_id": organisation_id, "slot_id": slot_id}
        )
        row = rows.mappings().one_or_none()
        return None if row is None else slot_of(row)

    async def find_standing(
        self, organisation_id: OrganisationId, group_id: GroupId, starts_at: datetime
    ) -> Slot | None:
        """The date that the group has open at this hour."""
        rows = await self._connection.execute(
            _FIND_STANDING,
            {"organisation_id": organisation_id, "group_id": group_id, "starts_at": starts_at},
        )
        row = rows.mappings().one_or_none()
        return None if row is None else slot_of(row)

    async def open(self, author: Membership, draft: OpeningDraft, draft_token: str) -> OpeningId | None:
        """Open dates; None when this very draft was opened before. Whoever opens holds the group's turn."""
        here = author.organisation_id
        made = await self._connection.execute(
            upsert(self._connection, _O)
            .values(
                organisation_id=here,
                group_id=draft.group_id,
                author_id=author.id,
                author_person_id=author.person_id,
                wish=draft.wish,
                draft_token=draft_token,
                created_at=self._clock.now(),
            )
            .on_conflict_do_nothing()
            .returning(_O.c.id)
        )
        opening_id = made.scalar_one_or_none()
        if opening_id is None:
            return None
        same = {"organisation_id": here, "opening_id": opening_id}
        await self._connection.execute(
            insert(_S),
            [{**same, "group_id": draft.group_id, "starts_at": at} for at in sorted(draft.starts)],
        )
        if draft.partner_ids:
            await self._connection.execute(
                insert(_P), [{**same, "membership_id": partner} for partner in sorted(draft.partner_ids)]
            )
        return OpeningId(opening_id)

    async def standing(
        self, organisation_id: OrganisationId, group_id: GroupId, starts: Iterable[datetime]
    ) -> frozenset[datetime]:
        """Those of the dates that the group has open already, taken or not."""
        rows = await self._connection.scalars(
            _STANDING, {"organisation_id": organisation_id, "group_id": group_id, "starts": sorted(starts)}
        )
        return frozenset(rows)

    async def add(self, like: Slot, starts_at: datetime) -> SlotId:
        """One more date beside another one. Whoever adds it holds the group's turn."""
        made = await self._connection.execute(
            insert(_S)
            .values(
                organisation_id=like.organisation_id,
                group_id=like.group_id,
                opening_id=like.opening_id,
                starts_at=starts_at,
            )
            .returning(_S.c.id)
        )
        return SlotId(made.scalar_one())

    async def take(self, slot: Slot, visit_id: VisitId = RESERVED) -> bool:
        """Take a date that is free, stands and is ahead; of two at once one gets True."""
        taken = await self._connection.execute(
            _TAKE, {**_keys(slot), "visit": visit_id, "now": self._clock.now()}
        )
        return taken.rowcount == 1

    async def hand_over(self, slot: Slot, visit_id: VisitId | None) -> None:
        """Give a date that was reserved in this transaction to its visit, or free it again."""
        await self._connection.execute(_HAND_OVER, {**_keys(slot), "visit": visit_id})

    async def release(self, organisation_id: OrganisationId, slot_id: SlotId, visit_id: VisitId) -> None:
        """Free the date of a visit."""
        await self._connection.execute(
            _RELEASE, {"slot": slot_id, "organisation": organisation_id, "visit": visit_id}
        )

    async def withdraw(self, slot: Slot) -> bool:
        """Close a date; False when somebody has just taken it, or it was closed before."""
        done = await self._connection.execute(_WITHDRAW, {**_keys(slot), "now": self._clock.now()})
        return done.rowcount == 1

    async def reopen(self, organisation_id: OrganisationId, slot_id: SlotId) -> bool:
        """Open a closed date again, unless its hour has come or the group has another date at this hour by now."""
        done = await self._connection.execute(
            _REOPEN, {"slot": slot_id, "organisation": organisation_id, "now": self._clock.now()}
        )
        return done.rowcount == 1

    async def withdraw_ahead(self, organisation_id: OrganisationId, group_id: GroupId) -> None:
        """Close every free date of a group that is ahead."""
        await self._connection.execute(
            _WITHDRAW_AHEAD, {"organisation": organisation_id, "group": group_id, "now": self._clock.now()}
        )

    async def invited(
        self, organisation_id: OrganisationId, membership_id: MembershipId
    ) -> dict[OpeningId, GroupId]:
        """The openings that a partner was invited to, with their groups."""
        rows = await self._connection.execute(
            _INVITED, {"organisation_id": organisation_id, "membership_id": membership_id}
        )
        return {OpeningId(row.opening_id): GroupId(row.group_id) for row in rows}

    def with_partners(
        self, parents: Audience, organisation_id: OrganisationId, partner_ids: Collection[MembershipId]
    ) -> Audience:
        """The parents of a group, and the partners that are named."""
        if not partner_ids:
            return parents
        partners = select(_M.c.person_id).where(
            _M.c.organisation_id == organisation_id,
            _M.c.id.in_(sorted(partner_ids)),
            _M.c.role == Role.PARTNER.value,
            _M.c.ended_at.is_(None),
        )
        everybody = parents.people.union(partners).subquery()
        return Audience(select(everybody.c.person_id), parents.children)

    async def _one(self, query: Any, **values: Any) -> Opening | None:
        row = (await self._connection.execute(query, values)).one_or_none()
        if row is None:
            return None
        return Opening(
            OpeningId(row.id),
            OrganisationId(row.organisation_id),
            GroupId(row.group_id),
            PersonId(row.author_person_id),
            row.wish,
            row.named,
        )


def slot_of(row: RowMapping) -> Slot:
    """A row of `guest_slots`, with the wish of its opening, as the domain knows it."""
    return Slot(
        id=SlotId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        group_id=GroupId(row["group_id"]),
        opening_id=OpeningId(row["opening_id"]),
        starts_at=row["starts_at"],
        wish=row["wish"],
        withdrawn=row["withdrawn_at"] is not None,
        visit_id=None if row["visit_id"] is None else VisitId(row["visit_id"]),
    )


def _keys(slot: Slot) -> dict[str, int]:
    return {"slot": slot.id, "organisation": slot.organisation_id}
