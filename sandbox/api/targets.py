"""Finding the chat and the message of a call, or refusing as Telegram does."""

from sandbox.api.call import Call
from sandbox.api.errors import bad_request, forbidden, migrated
from sandbox.world.messages import Message
from sandbox.world.people import Chat


def find_chat(call: Call, name: str = "chat_id") -> Chat:
    """A chat the bot knows; it may still be closed for sending."""
    world = call.world
    wanted = call.get(name)
    if wanted is None:
        raise bad_request("chat_id is empty")
    if isinstance(wanted, str):
        for chat in world.people.groups():
            if wanted.startswith("@") and chat.username and chat.username.lower() == wanted[1:].lower():
                wanted = chat.id
                break
        else:
            raise bad_request("chat not found")
    found: Chat | None = world.people.chats.get(wanted)
    if (
        found is None
        or (found.deleted and found.type != "group")
        or (not found.private and found.bot == "none")
    ):
        raise bad_request("chat not found")
    if found.private and not world.people.all[found.id].started:
        if world.people.share_a_chat_with_bot(found.id):
            raise forbidden("bot can't initiate conversation with a user")
        raise bad_request("chat not found")
    return found


def open_chat(call: Call, name: str = "chat_id") -> Chat:
    """A chat that the bot may read and write."""
    chat = find_chat(call, name)
    if chat.private:
        person = call.world.people.all[chat.id]
        if person.deactivated:
            raise forbidden("user is deactivated")
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        return chat
    if chat.migrated_to is not None:
        raise migrated(chat.migrated_to)
    if chat.deleted:
        raise forbidden("the group chat was deleted")
    if chat.bot == "kicked":
        raise forbidden(f"bot was kicked from the {_kind(chat)} chat")
    if not chat.bot_inside:
        raise forbidden(f"bot is not a member of the {_kind(chat)} chat")
    return chat


def chat_for_sending(call: Call) -> Chat:
    """A chat the bot may write into."""
    chat = open_chat(call)
    if chat.type == "channel" and not chat.may("can_post_messages"):
        raise bad_request("need administrator rights in the channel chat")
    return chat


def _kind(chat: Chat) -> str:
    return chat.type


def message_to_edit(call: Call) -> Message:
    """The bot's own message that is to be changed."""
    chat = open_chat(call)
    message_id = call.get("message_id")
    if message_id is None:
        raise bad_request("message identifier is not specified")
    message = call.world.messages.find(chat.id, message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender != call.world.bot.id or message.bound:
        raise bad_request("message can't be edited")
    return message
