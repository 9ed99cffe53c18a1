"""Who closes or opens the chat with the bot: blocking it, coming back, pressing Start."""

from aiogram import F, Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import ChatMemberUpdated

from services.delivery import Deliveries


def build() -> Router:
    """A new router of this feature."""
    router = Router(name="chats")
    router.my_chat_member.register(moved, F.chat.type == ChatType.PRIVATE)
    return router


async def moved(change: ChatMemberUpdated, deliveries: Deliveries) -> None:
    """Somebody blocked the bot, or came back."""
    if change.new_chat_member.status == ChatMemberStatus.KICKED:
        await deliveries.chat_closed(change.chat.id)
    else:
        await deliveries.chat_opened(change.chat.id)
