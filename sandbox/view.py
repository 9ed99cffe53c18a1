"""The world as the control API shows it to pages and tests."""

from typing import Any

from sandbox import wire
from sandbox.world import World
from sandbox.world.files import File
from sandbox.world.messages import Message
from sandbox.world.people import Chat, Person
from sandbox.world.store import Json

SERVICE = {
    "pinned_message_id": "pinned",
    "chat_shared": "chat_shared",
    "users_shared": "users_shared",
    "new_chat_members": "member_joined",
    "left_chat_member": "member_left",
    "group_chat_created": "group_created",
    "supergroup_chat_created": "group_created",
    "channel_chat_created": "group_created",
    "migrate_to_chat_id": "migrated",
    "migrate_from_chat_id": "migrated",
}


def state(world: World) -> Json:
    """Everything but the messages."""
    return {
        "clock": world.clock.view(),
        "bot": world.bot.view(),
        "people": [person(world, one) for one in world.people.all.values()],
        "chats": [chat(world, one) for one in world.people.groups() if not one.deleted],
        "limits": world.limits.view(),
        "pending_updates": len(world.updates),
        "last_event_id": world.events.last_id,
        "zone": world.bot.zone,
    }


def person(world: World, one: Person) -> Json:
    """Somebody, with what their phone shows: commands, menu button, unread messages."""
    return {
        "id": one.id, "first_name": one.first_name, "last_name": one.last_name, "name": one.name,
        "username": one.username, "phone": one.phone, "language_code": one.language_code,
        "emoji": one.emoji, "colour": one.colour, "role": one.role,
        "started": one.started, "blocked": one.blocked, "deactivated": one.deactivated,
        "commands": world.bot.commands_for(one.id, one.language_code),
        "menu_button": world.bot.menu_button(one.id),
        "unread": unread(world, one),
    }  # fmt: skip


def unread(world: World, one: Person) -> dict[str, int]:
    """Unread messages by chat, of all chats that the person sees."""
    counted: dict[str, int] = {}
    for place in (world.people.chats[one.id], *world.people.groups()):
        if place.has(one.id) and not place.deleted and (count := unread_in(world, one, place)):
            counted[str(place.id)] = count
    return counted


def unread_in(world: World, one: Person, place: Chat) -> int:
    return world.messages.unread(place, one.id, one.read.get(str(place.id), 0))


def chat(world: World, one: Chat) -> Json:
    """A group, supergroup or channel."""
    return {
        "id": one.id, "type": one.type, "title": one.title, "username": one.username,
        "members": [{"id": int(key), "status": status} for key, status in one.members.items()],
        "bot": one.bot, "rights": one.rights, "pinned": one.pinned,
        "last_message_id": one.last_message_id, "migrated_to": one.migrated_to, "deleted": one.deleted,
    }  # fmt: skip


def short_chat(world: World, one: Chat) -> Json:
    title = world.people.all[one.id].name if one.private else one.title
    return {"id": one.id, "type": one.type, "title": title, "pinned": one.pinned}


def keyboard(world: World, chat_id: int) -> Json | None:
    """The reply keyboard under a chat."""
    laid = world.messages.keyboards.get(chat_id)
    if laid is None:
        return None
    markup = laid["markup"]
    shown: Json = {"message_id": laid["message_id"], "placeholder": markup.get("input_field_placeholder")}
    if "force_reply" in markup:
        return shown | {"force_reply": True}
    return shown | {
        "keyboard": markup["keyboard"],
        "one_time": bool(markup.get("one_time_keyboard")),
        "resize": bool(markup.get("resize_keyboard")),
        "persistent": bool(markup.get("is_persistent")),
    }  # fmt: skip


def message(world: World, one: Message, *, viewer: Person | None) -> Json:
    """A message as a phone shows it."""
    place = world.people.chats[one.chat_id]
    shown: Json = {
        "id": one.id,
        "chat_id": one.chat_id,
        "date": one.date,
        "edit_date": one.edit_date,
        "from": _sender(world, place, one.sender),
        "mine": viewer is not None and viewer.id == one.sender,
        "deleted": one.deleted,
        "pinned": one.id in place.pinned,
        "unread": bool(viewer and viewer.id != one.sender and one.id > viewer.read.get(str(place.id), 0)),
    }
    for name, value in one.content.items():
        _show_content(world, shown, name, value, viewer)
    if one.markup:
        shown["inline_keyboard"] = one.markup["inline_keyboard"]
    if one.reply_to and (earlier := world.messages.find(one.chat_id, one.reply_to)):
        shown["reply_to"] = {"id": earlier.id, "text": earlier.words[:100]}
    optional = {
        "media_group_id": one.media_group_id, "protected": one.protected, "effect_id": one.effect_id, "silent": one.silent,
    }  # fmt: skip
    shown |= {name: value for name, value in optional.items() if value}
    if one.preview and one.preview.get("is_disabled"):
        shown["link_preview"] = False
    return shown


def _show_content(world: World, shown: Json, name: str, value: Any, viewer: Person | None) -> None:
    match name:
        case "photo":
            shown["photo"] = _file(world, value[-1]["file_id"])
        case "document" | "voice" | "sticker":
            shown[name] = _file(world, value["file_id"])
        case "poll":
            voted = value["votes"].get(str(viewer.id), []) if viewer else []
            shown["poll"] = wire.public_poll(value) | {"voted": voted}
        case "text" | "entities" | "caption" | "caption_entities" | "contact":
            shown[name] = value
        case _ if name in SERVICE:
            shown["service"] = {"kind": SERVICE[name]} | (
                value if isinstance(value, dict) else {"value": value}
            )


def _sender(world: World, place: Chat, sender: int) -> Json:
    if place.type == "channel":
        return {"id": place.id, "is_bot": False, "name": place.title}
    if sender == world.bot.id:
        return {"id": sender, "is_bot": True, "name": world.bot.names.get("", world.bot.name)}
    return {"id": sender, "is_bot": False, "name": world.people.all[sender].name}


def _file(world: World, file_id: str) -> Json:
    file = world.files.find(file_id)
    if file is None:
        return {"file_id": file_id}
    return file_fields(file)


def file_fields(file: File) -> Json:
    shown: Json = {
        "file_id": file.file_id, "url": f"/sim/files/{file.file_id}", "file_name": file.name,
        "mime_type": file.mime_type, "file_size": file.size,
    }  # fmt: skip
    if file.width:
        shown |= {"width": file.width, "height": file.height}
    if file.kind == "voice":
        shown["duration"] = file.duration
    if file.emoji:
        shown["emoji"] = file.emoji
    return shown
