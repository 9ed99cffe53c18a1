"""Announcements as people look at them: what one says to an adult, and lists."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Date, Select, String, and_, bindparam, cast, exists, literal, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from db.addressed import ANNOUNCEMENTS
from db.announcement_rows import COLUMNS, announcement_of
from db.event_invited import around, invited_otherwise
from db.models import (
    AnnouncementGroupRow,
    AnnouncementRow,
    AnnouncementSetRow,
    ChildRow,
    GroupRow,
    GuardianshipRow,
    MembershipRow,
    NoticeRow,
    OrganisationRow,
    PersonRow,
    SentMessageRow,
)
from db.models.base import table
from db.repositories.event_messages import WORTH_UPDATING
from domain.announcements import (
    LISTED,
    UNSAID,
    AnnouncementStatus,
    ListedAnnouncement,
    ShownAnnouncement,
    opening_of,
)
from domain.clock import Clock
from domain.delivery import AnnouncementLine, StaleAnnouncement
from domain.events import GroupLabel
from domain.ids import AnnouncementId, GroupId, NoticeId, OrganisationId, PersonId
from domain.people import Role

_A, _AG, _AS = table(AnnouncementRow), table(AnnouncementGroupRow), table(AnnouncementSetRow)
_C, _GU, _M, _G = table(ChildRow), table(GuardianshipRow), table(MembershipRow), table(GroupRow)
_O, _S, _P, _N = table(OrganisationRow), table(SentMessageRow).c, table(PersonRow).c, table(NoticeRow).c
_IS_OUT = _A.c.status == AnnouncementStatus.PUBLISHED.value
_SUBJECT = "announcement:"

_OWN = (
    select(_AG.c.announcement_id, _G.c.id.label("group_id"), _G.c.name, _G.c.emoji, _G.c.sort_key)
    .select_from(_M)
    .join(_GU, _GU.c.membership_id == _M.c.id)
    .join(_C, and_(_C.c.id == _GU.c.child_id, _C.c.left_at.is_(None)))
    .join(_AG, _AG.c.group_id == _C.c.group_id)
    .join(_G, _G.c.id == _C.c.group_id)
    .where(
        _M.c.person_id == bindparam("person_id"),
        _M.c.role == Role.PARENT.value,
        _M.c.ended_at.is_(None),
    )
    .distinct()
)
_OTHERWISE = invited_otherwise(
    bindparam("person_id"),
    bindparam("yesterday", type_=Date),
    bindparam("tomorrow", type_=Date),
    of=ANNOUNCEMENTS,
)
_OWN_OF_IT = _OWN.where(_AG.c.announcement_id == bindparam("announcement_id")).subquery()
_SHOWN = (
    select(*COLUMNS, _O.c.timezone, _OWN_OF_IT, _OTHERWISE.label("otherwise"))
    .join(_O, _O.c.id == _A.c.organisation_id)
    .outerjoin(_OWN_OF_IT, true())
    .where(
        _A.c.id == bindparam("announcement_id"),
        _A.c.organisation_id == bindparam("organisation_id"),
        _A.c.status.not_in([status.value for status in UNSAID]),
    )
    .order_by(_OWN_OF_IT.c.sort_key, _OWN_OF_IT.c.group_id)
)


class AnnouncementReads:
    """Questions over announcements."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def shown(
        self, organisation_id: OrganisationId, announcement_id: AnnouncementId, person_id: PersonId
    ) -> ShownAnnouncement | None:
        """An announcement as an adult sees it, with the own groups alone; None for one that is not out yet."""
        found = await self._connection.execute(
            _SHOWN,
            {
                "organisation_id": organisation_id,
                "announcement_id": announcement_id,
                "person_id": person_id,
                **around(self._clock.today("UTC")),
            },
        )
        rows = found.mappings().all()
        if not rows:
            return None
        own = tuple(
            GroupLabel(GroupId(row["group_id"]), row["name"], row["emoji"])
            for row in rows
            if row["group_id"] is not None
        )
        return ShownAnnouncement(
            announcement_of(rows[0], (group.id for group in own)),
            rows[0]["timezone"],
            own,
            bool(own) or bool(rows[0]["otherwise"]),
        )

    async def lately_for(
        self, organisation_ids: Sequence[OrganisationId], person_id: PersonId, *, limit: int, offset: int
    ) -> list[ListedAnnouncement]:
        """What was announced to an adult lately, the newest first."""
        query = (
            _listed()
            .where(
                _A.c.organisation_id.in_(sorted(set(organisation_ids))),
                _IS_OUT,
                _A.c.published_at > self._clock.now() - LISTED,
                self._is_for(person_id),
            )
            .order_by(_A.c.published_at.desc(), _A.c.id.desc())
        )
        return await self._list(query.limit(limit).offset(offset))

    async def of_staff(
        self,
        organisation_id: OrganisationId,
        reached: frozenset[GroupId] | None,
        *,
        limit: int,
        offset: int,
    ) -> list[ListedAnnouncement]:
        """Announcements of an organisation, the newest first.

        If groups are named: what is out for one of them, and what is kept for these alone.
        """
        query = _listed().where(_A.c.organisation_id == organisation_id).order_by(_A.c.id.desc())
        if reached is not None:
            groups = sorted(reached)
            of_it = _AG.c.announcement_id == _A.c.id
            mine = exists().where(of_it, _AG.c.group_id.in_(groups))
            others = exists().where(of_it, _AG.c.group_id.not_in(groups))
            sets = exists().where(_AS.c.announcement_id == _A.c.id)
            out = _A.c.status.not_in([status.value for status in UNSAID])
            alone = and_(_A.c.for_parents, ~_A.c.for_partners, ~others, ~sets)
            query = query.where(mine, or_(out, alone))
        return await self._list(query.limit(limit).offset(offset))

    async def proposed(
        self, organisation_id: OrganisationId, *, limit: int, offset: int
    ) -> list[ListedAnnouncement]:
        """What waits for a methodist, the oldest first."""
        waits = _A.c.status == AnnouncementStatus.PROPOSED.value
        query = _listed().where(_A.c.organisation_id == organisation_id, waits).order_by(_A.c.id)
        return await self._list(query.limit(limit).offset(offset))

    async def line(
        self, organisation_id: OrganisationId, announcement_id: AnnouncementId
    ) -> AnnouncementLine | None:
        """An announcement as one line, with all its groups."""
        found = await self._list(
            _listed().where(_A.c.organisation_id == organisation_id, _A.c.id == announcement_id)
        )
        return AnnouncementLine(found[0].id, found[0].opening, found[0].emojis) if found else None

    async def held(self, summary_id: NoticeId, person_id: PersonId) -> tuple[AnnouncementLine, ...]:
        """What an evening summary tells its person of announcements: those that are out, not stopped, and still for them."""
        subjects = await self._connection.scalars(
            select(_N.subject).where(_N.summary_id == summary_id, _N.subject.like(f"{_SUBJECT}%"))
        )
        numbers = sorted({int(subject.removeprefix(_SUBJECT)) for subject in subjects})
        if not numbers:
            return ()
        found = await self._list(
            _listed()
            .where(_A.c.id.in_(numbers), _IS_OUT, _A.c.stopped_at.is_(None), self._is_for(person_id))
            .order_by(_A.c.id),
            person_id,
        )
        return tuple(AnnouncementLine(each.id, each.opening, each.emojis) for each in found)

    async def stale(self, limit: int) -> list[StaleAnnouncement]:
        """Messages in people's chats that may say what an announcement said before it was reworded."""
        rows = await self._connection.execute(
            select(
                *(_S.id.label("sent_id"), _S.chat_id, _S.message_id, _P.locale, _S.person_id),
                *(_A.c.organisation_id, _A.c.id, _A.c.stale_until),
            )
            .select_from(_A)
            .join(
                table(SentMessageRow),
                _S.subject == literal(_SUBJECT, String).concat(cast(_A.c.id, String)),
            )
            .join(table(PersonRow), _P.id == _S.person_id)
            .where(
                _A.c.stale_until > self._clock.now() - WORTH_UPDATING,
                _IS_OUT,
                _P.chat_closed_at.is_(None),
                _S.sent_at < _A.c.stale_until,
                or_(_S.updated_at.is_(None), _S.updated_at < _A.c.stale_until),
            )
            .order_by(_A.c.stale_until, _S.id)
            .limit(limit)
        )
        return [
            StaleAnnouncement(
                *(row.sent_id, row.chat_id, row.message_id, row.locale, PersonId(row.person_id)),
                *(OrganisationId(row.organisation_id), AnnouncementId(row.id), row.stale_until),
            )
            for row in rows
        ]

    async def _list(self, query: Select[Any], person_id: PersonId | None = None) -> list[ListedAnnouncement]:
        """A page of lines, each with the emojis of its groups, or of the own children's."""
        rows = (await self._connection.execute(query)).mappings().all()
        emojis: dict[int, list[str]] = defaultdict(list)
        if rows:
            shown = _AG.c.announcement_id.in_([row["id"] for row in rows])
            of_all = select(_AG.c.announcement_id, _G.c.id, _G.c.emoji, _G.c.sort_key).join(
                _G, _G.c.id == _AG.c.group_id
            )
            groups = (of_all if person_id is None else _OWN).where(shown).order_by(_G.c.sort_key, _G.c.id)
            known = {} if person_id is None else {"person_id": person_id}
            for row in await self._connection.execute(groups, known):
                emojis[row.announcement_id].append(row.emoji)
        return [
            ListedAnnouncement(
                AnnouncementId(row["id"]),
                opening_of(row["text"]),
                AnnouncementStatus(row["status"]),
                row["timezone"],
                row["published_at"] or row["publish_at"],
                tuple(emojis[row["id"]]),
            )
            for row in rows
        ]

    def _is_for(self, person_id: PersonId) -> Any:
        own = (
            select(_AG.c.announcement_id)
            .join(_C, and_(_C.c.group_id == _AG.c.group_id, _C.c.left_at.is_(None)))
            .join(_GU, _GU.c.child_id == _C.c.id)
            .join(
                _M,
                and_(
                    _M.c.id == _GU.c.membership_id,
                    _M.c.person_id == person_id,
                    _M.c.role == Role.PARENT.value,
                    _M.c.ended_at.is_(None),
                ),
            )
            .where(_AG.c.announcement_id == _A.c.id)
            .correlate(_A)
        )
        days = (literal(day, Date) for day in around(self._clock.today("UTC")).values())
        return or_(exists(own), invited_otherwise(person_id, *days, of=ANNOUNCEMENTS))


def _listed() -> Select[Any]:
    return select(*(_A.c.id, _A.c.text, _A.c.status, _A.c.published_at, _A.c.publish_at, _O.c.timezone)).join(
        _O, _O.c.id == _A.c.organisation_id
    )
