"""People, chats and messages as the Bot API writes them."""

from sandbox.world import World
from sandbox.world.messages import Message
from sandbox.world.people import Chat
from sandbox.world.store import Json


def chat(world: World, one: Chat) -> Json:
    """A chat as it stands in messages."""
    if one.private:
        person = world.people.all[one.id]
        shown: Json = {"id": one.id, "type": "private", "first_name": person.first_name}
        if person.last_name:
            shown["last_name"] = person.last_name
    else:
        person = None
        shown = {"id": one.id, "type": one.type, "title": one.title}
        if one.type == "group":
            shown["all_members_are_administrators"] = False
    if username := person.username if person else one.username:
        shown["username"] = username
    return shown


def user(world: World, user_id: int) -> Json:
    """A person or the bot."""
    return world.bot.user() if user_id == world.bot.id else world.people.all[user_id].user()


def message(world: World, one: Message, *, depth: int = 1) -> Json:
    """A message as updates and answers carry it; what it replies to comes along once."""
    place = world.people.chats[one.chat_id]
    shown: Json = {"message_id": one.id}
    if place.type == "channel":
        shown["sender_chat"] = chat(world, place)
    else:
        shown["from"] = user(world, one.sender)
    shown |= {"chat": chat(world, place), "date": one.date}
    if one.edit_date:
        shown["edit_date"] = one.edit_date
    for name, value in one.content.items():
        match name:
            case "pinned_message_id":
                pinned = world.messages.find(one.chat_id, value)
                shown["pinned_message"] = message(world, pinned, depth=0) if pinned else {
                    "message_id": value, "chat": shown["chat"], "date": 0,
                }  # fmt: skip
            case "poll":
                shown["poll"] = public_poll(value)
            case _:
                shown[name] = value
    if one.media_group_id:
        shown["media_group_id"] = one.media_group_id
    if one.protected:
        shown["has_protected_content"] = True
    if one.effect_id:
        shown["effect_id"] = one.effect_id
    if one.preview:
        shown["link_preview_options"] = one.preview
    if one.markup:
        shown["reply_markup"] = one.markup
    if one.reply_to and depth and (earlier := world.messages.find(one.chat_id, one.reply_to)):
        shown["reply_to_message"] = message(world, earlier, depth=0)
    return shown


def public_poll(poll: Json) -> Json:
    """A poll without who voted how."""
    return {name: value for name, value in poll.items() if name != "votes"}


def member(world: World, place: Chat, user_id: int) -> Json:
    """Somebody's status in a chat."""
    shown: Json = {"user": user(world, user_id)}
    status = place.bot if user_id == world.bot.id else place.members.get(str(user_id), "left")
    if place.private:
        status = "member"
    match status:
        case "administrator":
            rights = {
                name: place.rights.get(name, True) if user_id == world.bot.id else True for name in RIGHTS
            }
            if place.type == "channel":
                rights |= {name: place.rights.get(name, True) for name in CHANNEL_RIGHTS}
            else:
                rights |= {name: place.rights.get(name, True) for name in GROUP_RIGHTS}
            return shown | {"status": status, "can_be_edited": False, "is_anonymous": False} | rights
        case "creator":
            return shown | {"status": status, "is_anonymous": False}
        case "kicked":
            return shown | {"status": status, "until_date": 0}
        case "none":
            return shown | {"status": "left"}
        case _:
            return shown | {"status": status}


RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_send_welcome_messages",
)  # fmt: skip
CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages")
GROUP_RIGHTS = ("can_pin_messages",)
