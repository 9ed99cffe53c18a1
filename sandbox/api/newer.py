"""What aiogram's classes know and Bot API 10.1 does not: compared once with the official description.

Two kinds of names stand here: those that came after 10.1 and those that left the
Bot API long ago and live on in aiogram as deprecated. The bot may use neither.
"""

METHODS = frozenset(
    {
        "deleteEphemeralMessage",
        "editEphemeralMessageCaption",
        "editEphemeralMessageMedia",
        "editEphemeralMessageReplyMarkup",
        "editEphemeralMessageText",
    }
)

_SENDING = frozenset({"ephemeral_message_parameters", "receiver_user_id", "callback_query_id"})

NEWER: dict[str, frozenset[str]] = {
    "SendMessage": _SENDING,
    "SendPhoto": _SENDING,
    "SendDocument": _SENDING,
    "SendVoice": _SENDING,
    "BotCommand": frozenset({"is_ephemeral"}),
    "ChatAdministratorRights": frozenset({"can_send_welcome_messages"}),
    "InlineKeyboardButton": frozenset({"disabled"}),
    "InlineKeyboardMarkup": frozenset({"force_reply"}),
    "InputRichMessage": frozenset({"blocks", "media"}),
    "MenuButtonCommands": frozenset({"text", "web_app"}),
    "MenuButtonDefault": frozenset({"text", "web_app"}),
    "ReplyKeyboardMarkup": frozenset({"force_reply"}),
    "ReplyParameters": frozenset({"ephemeral_message_id"}),
}
"""Parameters and fields by the name of aiogram's class."""

_REPLYING = frozenset({"reply_to_message_id", "allow_sending_without_reply"})

GONE: dict[str, frozenset[str]] = {
    "SendMessage": _REPLYING | {"disable_web_page_preview"},
    "SendPhoto": _REPLYING,
    "SendDocument": _REPLYING,
    "SendVoice": _REPLYING,
    "SendMediaGroup": _REPLYING,
    "SendPoll": _REPLYING | {"correct_option_id"},
    "CopyMessage": _REPLYING,
    "EditMessageText": frozenset({"disable_web_page_preview"}),
    "KeyboardButton": frozenset({"request_user"}),
}
"""Parameters and fields that Bot API 10.1 no longer has."""

TYPES = frozenset(
    {"DisabledButton", "EphemeralMessageParameters", "InputMediaVoiceNote", "InputRichMessageMedia"}
)
