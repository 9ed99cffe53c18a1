"""A chat in which the kindergarten of `crowd.py` announces."""

from bot.services import Services
from domain.ids import BoundChatId, GroupId, OrganisationId
from domain.people import Actor
from domain.posts import Bound, ChatKind, SharedChat


async def connect_chat(
    services: Services, by: Actor, here: OrganisationId, group: GroupId | None
) -> BoundChatId:
    """A chat of a group, or of the whole organisation, in which it announces."""
    shared = SharedChat(-100 * here - (group or 0), ChatKind.GROUP, "Родители", may_post=True)
    bound = await services.bound_chats.bind(by, here, group, shared)
    assert isinstance(bound, Bound)
    return bound.card.line.chat.id
