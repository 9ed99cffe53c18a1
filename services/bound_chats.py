"""Chats in which an organisation announces: bound by staff, lost when the bot is put out, followed when they move."""

from dataclasses import replace

from content.group_names import telling_stems
from db.work import Database, Reading, Work
from domain.access import Permission, reach, require
from domain.clock import Clock
from domain.ids import BoundChatId, GroupId, OrganisationId, PersonId
from domain.notices import Notice, NoticeDraft, NoticeKind
from domain.organisation import tells_diagnosis
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor
from domain.posts import (
    TITLE_LIMIT,
    Bound,
    BoundChat,
    ChatCard,
    ChatLine,
    ChatPlaces,
    ChatsPage,
    Lost,
    LostChat,
    SharedChat,
)
from services.access import access_group, organisation_of, organisations_of, reached_groups, today_in

PAGE = 8


class BoundChats:
    """What staff do with chats, and what becomes of chats by themselves."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def page(self, actor: Actor, organisation_id: OrganisationId, page: int = 0) -> ChatsPage:
        """The chats that this person reaches."""
        reached = self._reach(actor, organisation_id)
        page = max(page, 0)
        async with self._db.read() as reading:
            lines = await reading.bound_chats.page(
                organisation_id, reached, limit=PAGE + 1, offset=page * PAGE
            )
        here = organisation_of(actor, organisation_id)
        return ChatsPage(here, tuple(lines[:PAGE]), page, len(lines) > PAGE)

    async def card(self, actor: Actor, chat_id: BoundChatId) -> ChatCard:
        """One of them."""
        async with self._db.read() as reading:
            line = await self._access(reading, actor, chat_id)
        return ChatCard(organisation_of(actor, line.chat.organisation_id), line)

    async def places(self, actor: Actor, organisation_id: OrganisationId) -> ChatPlaces:
        """For whom this person may bind a chat."""
        whole = self._reach(actor, organisation_id) is None
        async with self._db.read() as reading:
            groups = await reached_groups(reading, actor, organisation_id, Permission.BIND_CHATS)
        return ChatPlaces(organisation_of(actor, organisation_id), groups, whole)

    async def bind(
        self,
        actor: Actor,
        organisation_id: OrganisationId,
        group_id: GroupId | None,
        shared: SharedChat,
    ) -> Bound | Refused:
        """A member of staff has chosen a chat: from now on events can be announced there.

        A chat belongs to one organisation. One that another organisation has lost is free; inside the own one it
        may change its group when the person reaches both.
        """
        async with self._db.work() as work:
            await self._access_place(work, actor, organisation_id, group_id)
            if not shared.may_post:
                return Refused(Reason.CHAT_NOT_OURS, {"kind": shared.kind.value})
            chosen = replace(shared, title=shared.title[:TITLE_LIMIT])
            chat_id = await self._bind(work, actor, organisation_id, group_id, chosen)
            if chat_id is None:
                return Refused(Reason.CHAT_BOUND_ELSEWHERE)
            await work.audit.note(
                "chat.bound",
                organisation_id=organisation_id,
                by=actor.person_id,
                subject=f"chat:{chat_id}",
            )
            line = await work.bound_chats.find(organisation_id, chat_id)
            assert line is not None
        card = ChatCard(organisation_of(actor, organisation_id), line)
        return Bound(card, warns=tells_diagnosis(chosen.title, telling_stems()))

    async def unbind(self, actor: Actor, chat_id: BoundChatId) -> OrganisationId:
        """Nothing is announced there any more; what stands there stays as it is."""
        async with self._db.work() as work:
            line = await self._access(work, actor, chat_id)
            here = line.chat.organisation_id
            await work.bound_chats.unbind(here, chat_id)
            await work.audit.note(
                "chat.unbound", organisation_id=here, by=actor.person_id, subject=f"chat:{chat_id}"
            )
        return here

    async def lost(self, number: int, why: Lost) -> None:
        """The messenger says that the bot is out of a chat, or may not write there; whoever bound it hears of it."""
        async with self._db.read() as reading:
            if await reading.bound_chats.by_number(number) is None:
                return
        async with self._db.work(claims=False) as work:
            await lose_chat(work, number, why)

    async def regained(self, number: int) -> None:
        """The bot is back in a chat, and may write there."""
        async with self._db.read() as reading:
            known = await reading.bound_chats.by_number(number)
        if known is None or known.lost_at is None:
            return
        async with self._db.work(claims=False) as work:
            await work.bound_chats.regain(number)

    async def lost_for_notice(self, notice: Notice) -> LostChat | None:
        """A lost chat, while it is lost."""
        if notice.organisation_id is None:
            return None
        async with self._db.read() as reading:
            line = await reading.bound_chats.find(
                notice.organisation_id, BoundChatId(int(notice.params["chat"]))
            )
            here = await reading.organisations.find(notice.organisation_id)
        if line is None or here is None or line.chat.lost_at is None:
            return None
        return LostChat(here, line)

    async def _bind(
        self,
        work: Work,
        actor: Actor,
        organisation_id: OrganisationId,
        group_id: GroupId | None,
        shared: SharedChat,
    ) -> BoundChatId | None:
        made = await work.bound_chats.bind(organisation_id, group_id, shared, actor.person_id)
        if made is not None:
            return made
        known = await work.bound_chats.by_number(shared.chat_id)
        if known is None:
            return None
        if known.organisation_id == organisation_id:
            if not self._reaches(actor, known):
                return None
            await work.bound_chats.rebind(organisation_id, known.id, group_id, shared, actor.person_id)
            return known.id
        if known.lost_at is None:
            return None
        await work.bound_chats.unbind(known.organisation_id, known.id)
        return await work.bound_chats.bind(organisation_id, group_id, shared, actor.person_id)

    async def _access(self, reading: Reading, actor: Actor, chat_id: BoundChatId) -> ChatLine:
        for organisation_id in organisations_of(actor):
            line = await reading.bound_chats.find(organisation_id, chat_id)
            if line is not None:
                if not self._reaches(actor, line.chat):
                    raise Forbidden(f"{Permission.BIND_CHATS} {chat_id}")
                return line
        raise Missing

    async def _access_place(
        self, reading: Reading, actor: Actor, organisation_id: OrganisationId, group_id: GroupId | None
    ) -> None:
        if group_id is None:
            if self._reach(actor, organisation_id) is not None:
                raise Forbidden(f"{Permission.BIND_CHATS} of all of organisation {organisation_id}")
            return
        _, group = await access_group(reading, actor, group_id, Permission.BIND_CHATS)
        if group.organisation_id != organisation_id or group.archived_at is not None:
            raise Missing

    def _reaches(self, actor: Actor, chat: BoundChat) -> bool:
        today = today_in(actor, chat.organisation_id, self._clock)
        if chat.group_id is None:
            return self._reach(actor, chat.organisation_id) is None
        try:
            require(actor, Permission.BIND_CHATS, chat.organisation_id, group_id=chat.group_id, today=today)
        except Forbidden:
            return False
        return True

    def _reach(self, actor: Actor, organisation_id: OrganisationId) -> frozenset[GroupId] | None:
        today = today_in(actor, organisation_id, self._clock)
        return reach(actor, Permission.BIND_CHATS, organisation_id, today)


async def lose_chat(work: Work, number: int, why: Lost, author: PersonId | None = None) -> None:
    """Nothing can be posted there any more: whoever bound the chat hears of it, and the author of what failed."""
    chat = await work.bound_chats.lose(number, why)
    if chat is None or chat.lost_at is None:
        return
    told = {chat.bound_by} | ({author} if author is not None else set())
    await work.outbox.put(
        *(
            NoticeDraft(
                kind=NoticeKind.CHAT_LOST,
                person_id=person_id,
                organisation_id=chat.organisation_id,
                dedupe_key=f"chat-lost:{chat.id}:{chat.lost_at.isoformat()}:{person_id}",
                params={"chat": chat.id},
                subject=f"chat:{chat.id}",
            )
            for person_id in sorted(told)
        )
    )


async def follow_chat(work: Work, old: int, new: int) -> None:
    """A group became a supergroup: what comes goes there; what stood in the old one cannot be changed any more."""
    chat = await work.bound_chats.move(old, new)
    if chat is not None:
        await work.event_posts.leave_behind(chat.organisation_id, chat.id)
    await work.chats.move(old, new)
