"""The keyboard below a chat, by which a person picks one of their groups or channels for the bot."""

from typing import Any

from aiogram.types import (
    ChatAdministratorRights,
    KeyboardButton,
    KeyboardButtonRequestChat,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from screens.render import Rendered

_NOT_WANTED = (
    *("is_anonymous", "can_manage_chat", "can_manage_video_chats", "can_restrict_members"),
    *("can_promote_members", "can_change_info", "can_invite_users", "can_post_stories"),
    *("can_edit_stories", "can_delete_stories"),
)
_WANTED = ("can_post_messages", "can_edit_messages", "can_delete_messages")
_SAID: dict[str, Any] = dict.fromkeys(_NOT_WANTED, False) | dict.fromkeys(_WANTED, True)
_IN_A_CHANNEL = ChatAdministratorRights.model_construct(**_SAID)  # rights newer than these are not even named
"""What the bot asks for in a channel; in a group it asks for plain membership (rule 14)."""


def below(rendered: Rendered) -> ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """What the message does to the keyboard below the chat; None leaves it as it is."""
    if rendered.clears:
        return ReplyKeyboardRemove(remove_keyboard=True)
    if rendered.below is None:
        return None
    wishes = [_wish(*wish) for wish in rendered.below.wishes]
    cancel = KeyboardButton(text=rendered.below.cancel)
    return ReplyKeyboardMarkup(keyboard=[wishes, [cancel]], resize_keyboard=True, one_time_keyboard=True)


def _wish(number: int, label: str, channel: bool) -> KeyboardButton:
    return KeyboardButton(
        text=label,
        request_chat=KeyboardButtonRequestChat(
            request_id=number,
            chat_is_channel=channel,
            request_title=True,
            bot_is_member=None if channel else True,
            bot_administrator_rights=_IN_A_CHANNEL if channel else None,
            user_administrator_rights=_IN_A_CHANNEL if channel else None,
        ),
    )
