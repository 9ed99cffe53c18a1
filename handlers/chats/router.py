"""Who closes or opens a chat with the bot: a person who blocks it or comes back, a group that puts it out or takes it in."""

from aiogram import F, Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import ChatMemberUpdated

from domain.posts import ChatKind, Lost
from messenger.chats import KINDS, may_write
from services.bound_chats import BoundChats
from services.delivery import Deliveries

OUT = (ChatMemberStatus.LEFT, ChatMemberStatus.KICKED)


def build() -> Router:
    """A new router of this feature."""
    router = Router(name="chats")
    router.my_chat_member.register(moved, F.chat.type == ChatType.PRIVATE)
    router.my_chat_member.register(placed, F.chat.type.in_(set(KINDS)))
    return router


async def moved(change: ChatMemberUpdated, deliveries: Deliveries) -> None:
    """Somebody blocked the bot, or came back."""
    if change.new_chat_member.status == ChatMemberStatus.KICKED:
        await deliveries.chat_closed(change.chat.id)
    else:
        await deliveries.chat_opened(change.chat.id)


async def placed(change: ChatMemberUpdated, bound_chats: BoundChats) -> None:
    """The bot's place in a group or channel has changed; of a chat that nobody has bound nothing is kept (rule 14).

    A group that becomes a supergroup says that the bot has left it, too: only the next post can tell the two apart.
    """
    kind, now = KINDS[ChatType(change.chat.type)], change.new_chat_member
    if may_write(kind, None, now):
        await bound_chats.regained(change.chat.id)
    elif now.status not in OUT:
        await bound_chats.lost(change.chat.id, Lost.NO_RIGHTS)
    elif kind is not ChatKind.GROUP or now.status == ChatMemberStatus.KICKED:
        await bound_chats.lost(change.chat.id, Lost.REMOVED)
