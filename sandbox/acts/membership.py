"""Opening, blocking, joining, leaving, becoming a supergroup."""

from sandbox import emit, wire
from sandbox.acts.errors import CannotDo
from sandbox.world import World
from sandbox.world.people import INSIDE, Chat, Person
from sandbox.world.store import Json

BOT_STATUSES = ("member", "administrator", "left", "kicked", "none")
MEMBER_STATUSES = ("creator", "administrator", "member", "left", "kicked")
CREATED = {
    "group": "group_chat_created",
    "supergroup": "supergroup_chat_created",
    "channel": "channel_chat_created",
}


def open_private_chat(world: World, person: Person) -> None:
    """From now on the bot may write to this person."""
    if person.blocked:
        unblock(world, person)
    if not person.started:
        person.started = True
        emit.person(world, person.id)


def block(world: World, person: Person) -> Json:
    return {"update_id": _set_blocked(world, person, True)}


def unblock(world: World, person: Person) -> Json:
    return {"update_id": _set_blocked(world, person, False)}


def _set_blocked(world: World, person: Person, blocked: bool) -> int | None:
    if person.blocked == blocked:
        return None
    chat = world.people.chats[person.id]
    before = emit.own_status(world, chat)
    person.blocked = blocked
    emit.person(world, person.id)
    return emit.membership(world, chat, who=world.bot.id, by=person.id, before=before)


def create(
    world: World,
    kind: str,
    title: str,
    *,
    members: list[int],
    creator: int | None,
    bot: str,
    rights: dict[str, bool],
    username: str | None,
) -> Chat:
    """A new chat with people in it; the bot, if it is there, hears of it."""
    if kind not in CREATED:
        raise CannotDo(f"type must be one of {', '.join(CREATED)}")
    if bot not in ("member", "administrator", "none"):
        raise CannotDo("bot must be member, administrator or none")
    for one in (*members, *([] if creator is None else [creator])):
        _check_person(world, one)
    if kind == "channel" and bot == "member":
        raise CannotDo("a bot can only be an administrator of a channel")
    chat = world.people.add_chat(kind, title)
    chat.username = username
    chat.members = {str(one): "member" for one in members}
    owner = creator if creator is not None else next(iter(members), None)
    if owner is not None:
        chat.members[str(owner)] = "creator"
    emit.chat(world, chat)
    sender = owner or chat.id
    if kind == "channel" or owner is not None:
        message = world.messages.add(chat, sender, world.clock.now(), {CREATED[kind]: True})
        emit.show(world, "message", message)
    if bot != "none":
        place_bot(world, chat, bot, by=owner, rights=rights)
    return chat


def _check_person(world: World, person_id: int) -> None:
    if person_id not in world.people.all:
        raise CannotDo(f"nobody has the id {person_id}")


def place_bot(
    world: World, chat: Chat, status: str, *, by: int | None, rights: dict[str, bool]
) -> int | None:
    """Somebody adds, promotes or removes the bot."""
    if status not in BOT_STATUSES or chat.private:
        raise CannotDo(f"status must be one of {', '.join(BOT_STATUSES)}, and the chat no private one")
    if by is None:
        by = next((int(key) for key, one in chat.members.items() if one in INSIDE), None)
    else:
        _check_person(world, by)
    before = emit.own_status(world, chat)
    was_inside = chat.bot_inside
    chat.bot, chat.rights = status, rights
    emit.chat(world, chat)
    if by is None or (before == emit.own_status(world, chat)):
        return None
    update_id = emit.membership(world, chat, who=world.bot.id, by=by, before=before)
    if chat.bot_inside and not was_inside and chat.type != "channel":
        joined = {"new_chat_members": [world.bot.user()]}
        emit.said(world, world.messages.add(chat, by, world.clock.now(), joined))
    return update_id


def place_person(world: World, chat: Chat, person: Person, status: str) -> int | None:
    """Somebody joins, leaves, is promoted or removed."""
    if status not in MEMBER_STATUSES or chat.private:
        raise CannotDo(f"status must be one of {', '.join(MEMBER_STATUSES)}, and the chat no private one")
    before = wire.member(world, chat, person.id)
    was_inside = chat.has(person.id)
    chat.members[str(person.id)] = status
    emit.chat(world, chat)
    update_id = emit.membership(world, chat, who=person.id, by=person.id, before=before)
    if chat.has(person.id) != was_inside and chat.type != "channel":
        content: Json = (
            {"left_chat_member": person.user()} if was_inside else {"new_chat_members": [person.user()]}
        )
        emit.said(world, world.messages.add(chat, person.id, world.clock.now(), content))
    return update_id


def migrate(world: World, chat: Chat) -> Chat:
    """A group becomes a supergroup with a new id; the old one only points there."""
    if chat.type != "group" or chat.migrated_to is not None:
        raise CannotDo("only a group that has not been migrated can become a supergroup", status=409)
    new = world.people.add_chat("supergroup", chat.title)
    new.members, new.bot, new.rights = dict(chat.members), chat.bot, dict(chat.rights)
    by = next((int(key) for key, one in chat.members.items() if one in INSIDE), None)
    if by is not None:
        emit.said(world, world.messages.add(chat, by, world.clock.now(), {"migrate_to_chat_id": new.id}))
        emit.said(world, world.messages.add(new, by, world.clock.now(), {"migrate_from_chat_id": chat.id}))
    chat.migrated_to = new.id
    emit.chat(world, chat)
    emit.chat(world, new)
    return new


def delete(world: World, chat: Chat) -> None:
    """The chat is gone for everyone."""
    if chat.private:
        raise CannotDo("a private chat cannot be deleted; deactivate the person")
    chat.deleted = True
    emit.chat(world, chat)
