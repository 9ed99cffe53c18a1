"""A group or channel that somebody has picked, as the bot finds it: what it is called, and whether it may write there."""

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.types import (
    ChatFullInfo,
    ChatMemberAdministrator,
    ChatMemberMember,
    ChatMemberOwner,
    ChatMemberRestricted,
    ResultChatMemberUnion,
)

from domain.posts import ChatKind, SharedChat

KINDS = {
    ChatType.GROUP: ChatKind.GROUP,
    ChatType.SUPERGROUP: ChatKind.SUPERGROUP,
    ChatType.CHANNEL: ChatKind.CHANNEL,
}


async def look_at(bot: Bot, chat_id: int, title: str, *, channel: bool) -> SharedChat:
    """Ask about the chat and about the bot's own place in it; `title` is what the person's phone called it.

    A refusal means that the bot has no place there; a network that fails is for the caller.
    """
    try:
        chat = await bot.get_chat(chat_id)
        member = await bot.get_chat_member(chat_id, bot.id)
    except TelegramMigrateToChat as moved:
        return await look_at(bot, moved.migrate_to_chat_id, title, channel=channel)
    except (TelegramBadRequest, TelegramForbiddenError):
        kind = ChatKind.CHANNEL if channel else ChatKind.GROUP
        return SharedChat(chat_id, kind, title, may_post=False)
    kind = KINDS[ChatType(chat.type)]
    return SharedChat(chat.id, kind, chat.title or title, may_post=may_write(kind, chat, member))


def may_write(kind: ChatKind, chat: ChatFullInfo | None, member: ResultChatMemberUnion) -> bool:
    """Whether the bot may send messages: an administrator of a channel that may post, whoever may write in a group.

    `chat` tells what plain members may do there; None when nobody asked, and then they may.
    """
    if kind is ChatKind.CHANNEL:
        return isinstance(member, ChatMemberOwner) or (
            isinstance(member, ChatMemberAdministrator) and bool(member.can_post_messages)
        )
    match member:
        case ChatMemberOwner() | ChatMemberAdministrator():
            return True
        case ChatMemberMember():
            allowed = None if chat is None else chat.permissions
            return allowed is None or allowed.can_send_messages is not False
        case ChatMemberRestricted():
            return member.is_member and member.can_send_messages
        case _:
            return False
