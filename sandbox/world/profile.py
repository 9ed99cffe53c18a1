"""What the bot says about itself: names, descriptions, commands, menu buttons, webhook."""

from dataclasses import dataclass, field
from typing import Any

from sandbox.world.store import Json

Scope = tuple[str, int, int]
"""Kind of scope, chat id, user id (0 where it has none)."""

DEFAULT_SCOPE: Scope = ("default", 0, 0)


@dataclass(slots=True)
class BotProfile:
    """Settings of the one bot of this sandbox."""

    id: int
    username: str
    name: str
    privacy: bool = True
    zone: str = "Asia/Novokuznetsk"
    """In which the chat page tells the time."""
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    menu_buttons: dict[str, Json] = field(default_factory=dict)
    webhook: Json | None = None

    def dump(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}

    def user(self) -> Json:
        """The bot as the Bot API shows a user."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.names.get("", self.name),
            "username": self.username,
        }

    def me(self) -> Json:
        """The answer of getMe."""
        return self.user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def set_commands(self, scope: Scope, language: str, commands: list[Json]) -> None:
        """Replace the commands of a scope and a language; none deletes them."""
        key = _key(scope, language)
        if commands:
            self.commands[key] = commands
        else:
            self.commands.pop(key, None)

    def get_commands(self, scope: Scope, language: str) -> list[Json]:
        return self.commands.get(_key(scope, language), [])

    def commands_for(self, chat_id: int, language: str) -> list[Json]:
        """What a person sees in the private chat: the narrowest scope first, the own language before all."""
        for scope in (("chat", chat_id, 0), ("all_private_chats", 0, 0), DEFAULT_SCOPE):
            for spoken in (language, ""):
                if found := self.get_commands(scope, spoken):
                    return found
        return []

    def menu_button(self, chat_id: int | None) -> Json:
        """The button beside the input field: of this chat, else the bot's."""
        button = self.menu_buttons.get(str(chat_id)) if chat_id is not None else None
        return button or self.menu_buttons.get("", {"type": "commands"})

    def view(self) -> Json:
        """The bot as the control API shows it."""
        return {
            "id": self.id,
            "username": self.username,
            "name": self.names.get("", self.name),
            "description": self.descriptions.get("", ""),
            "short_description": self.short_descriptions.get("", ""),
            "commands": self.get_commands(DEFAULT_SCOPE, ""),
            "menu_button": self.menu_button(None),
            "privacy": self.privacy,
            "webhook": self.webhook["url"] if self.webhook else None,
        }

    def load(self, saved: dict[str, Any]) -> None:
        """Take over what was kept, but the identity given at the start."""
        for name, value in saved.items():
            if name not in ("id", "username", "name"):
                setattr(self, name, value)


def _key(scope: Scope, language: str) -> str:
    return ":".join((*map(str, scope), language))
