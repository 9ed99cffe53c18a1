"""What the bot says about itself: getMe, names, descriptions, commands, menu button."""

import re

from sandbox import emit
from sandbox.api.call import Call, method
from sandbox.api.errors import bad_request
from sandbox.api.targets import find_chat
from sandbox.entities import utf16
from sandbox.world.profile import DEFAULT_SCOPE, Scope
from sandbox.world.store import Json

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"(?:[a-z]{2})?")
MAX_COMMANDS = 100


@method("getMe")
def get_me(call: Call) -> Json:
    return call.world.bot.me()


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    commands: list[Json] = call.get("commands")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    read = [
        {"command": one["command"].removeprefix("/"), "description": one["description"].strip()}
        for one in commands
    ]
    for one in read:
        if not COMMAND.fullmatch(one["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= utf16(one["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    call.world.bot.set_commands(_scope(call), _language(call), read)
    _told(call)
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Json]:
    return call.world.bot.get_commands(_scope(call), _language(call))


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    call.world.bot.set_commands(_scope(call), _language(call), [])
    _told(call)
    return True


def _scope(call: Call) -> Scope:
    given: Json | None = call.get("scope")
    if given is None:
        return DEFAULT_SCOPE
    if "chat_id" not in given:
        return given["type"], 0, 0
    chat = find_chat(Call(call.world, call.method, {"chat_id": given["chat_id"]}, {}))
    return given["type"], chat.id, given.get("user_id", 0)


def _language(call: Call) -> str:
    language: str = call.get("language_code", "")
    if not LANGUAGE.fullmatch(language):
        raise bad_request("LANG_CODE_INVALID")
    return language


def _told(call: Call) -> None:
    """Phones show their commands anew."""
    call.world.keep_bot()
    emit.phones(call.world)


def _set_text(call: Call, texts: dict[str, str], name: str, longest: int) -> bool:
    text: str = call.get(name, "")
    if utf16(text) > longest:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    if text:
        texts[_language(call)] = text
    else:
        texts.pop(_language(call), None)
    call.world.keep_bot()
    return True


@method("setMyName")
def set_my_name(call: Call) -> bool:
    return _set_text(call, call.world.bot.names, "name", 64)


@method("getMyName")
def get_my_name(call: Call) -> Json:
    names = call.world.bot.names
    return {"name": names.get(_language(call), names.get("", call.world.bot.name))}


@method("setMyDescription")
def set_my_description(call: Call) -> bool:
    return _set_text(call, call.world.bot.descriptions, "description", 512)


@method("getMyDescription")
def get_my_description(call: Call) -> Json:
    texts = call.world.bot.descriptions
    return {"description": texts.get(_language(call), texts.get("", ""))}


@method("setMyShortDescription")
def set_my_short_description(call: Call) -> bool:
    return _set_text(call, call.world.bot.short_descriptions, "short_description", 120)


@method("getMyShortDescription")
def get_my_short_description(call: Call) -> Json:
    texts = call.world.bot.short_descriptions
    return {"short_description": texts.get(_language(call), texts.get("", ""))}


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    """The bot's button everywhere, or in one private chat; «default» takes the chat's own away."""
    button: Json = call.get("menu_button", {"type": "default"})
    if button["type"] == "web_app" and not button["web_app"]["url"].startswith("https://"):
        raise bad_request(
            f"menu button Web App URL '{button['web_app']['url']}' is invalid: Only HTTPS links are allowed"
        )
    key = _private_key(call)
    if button["type"] == "default":
        call.world.bot.menu_buttons.pop(key, None)
    else:
        call.world.bot.menu_buttons[key] = button
    _told(call)
    return True


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> Json:
    key = _private_key(call)
    return call.world.bot.menu_button(int(key) if key else None)


def _private_key(call: Call) -> str:
    if call.get("chat_id") is None:
        return ""
    chat = find_chat(call)
    if not chat.private:
        raise bad_request("chat_id must be a private chat")
    return str(chat.id)
