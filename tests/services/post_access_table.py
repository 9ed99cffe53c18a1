"""Who may do what with groups and channels: lines of `access_table.py`."""

from collections.abc import Awaitable, Callable
from typing import Any

from domain.posts import ChatKind, SharedChat
from tests.services.announcement_access_table import FOR_BOTH
from tests.services.crowd import OF_ORGANISATION, OF_RAYS, Crowd

Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]

_LEADERS = {"head", "methodist"}
_OF_SUN = _LEADERS | {"teacher", "substitute"}
_FOR_SUN = OF_ORGANISATION | {"teacher", "substitute"}


def _shared(actor: Any) -> SharedChat:
    """A group of this person's own."""
    return SharedChat(-500_000 - actor.person_id, ChatKind.GROUP, "Родители", may_post=True)


POST_LOOKS: Table = {
    "bound_chats.page": (
        _OF_SUN | OF_RAYS,
        lambda c, a: c.do.bound_chats.page(a, c.organisation_id),
    ),
    "bound_chats.places": (
        _OF_SUN | OF_RAYS,
        lambda c, a: c.do.bound_chats.places(a, c.organisation_id),
    ),
    "bound_chats.card": (_OF_SUN, lambda c, a: c.do.bound_chats.card(a, c.chat_of_sun)),
    "bound_chats.card: whole": (_LEADERS, lambda c, a: c.do.bound_chats.card(a, c.chat_of_all)),
    "event_posts.of_event": (_FOR_SUN, lambda c, a: c.do.event_posts.of_event(a, c.event)),
    "event_posts.of_event: both": (
        OF_ORGANISATION | {"substitute"},
        lambda c, a: c.do.event_posts.of_event(a, c.of_both),
    ),
    "announcement_posts.of_announcement": (
        _FOR_SUN,
        lambda c, a: c.do.announcement_posts.of_announcement(a, c.said.of_sun),
    ),
    "announcement_posts.of_announcement: both": (
        FOR_BOTH,
        lambda c, a: c.do.announcement_posts.of_announcement(a, c.said.of_both),
    ),
}

POST_CHANGES: Table = {
    "bound_chats.bind": (
        _OF_SUN,
        lambda c, a: c.do.bound_chats.bind(a, c.organisation_id, c.sun, _shared(a)),
    ),
    "bound_chats.bind: whole": (
        _LEADERS,
        lambda c, a: c.do.bound_chats.bind(a, c.organisation_id, None, _shared(a)),
    ),
    "bound_chats.unbind": (_OF_SUN, lambda c, a: c.do.bound_chats.unbind(a, c.chat_of_sun)),
    "bound_chats.unbind: whole": (_LEADERS, lambda c, a: c.do.bound_chats.unbind(a, c.chat_of_all)),
    "event_posts.want": (_FOR_SUN, lambda c, a: c.do.event_posts.want(a, c.event, c.chat_of_sun)),
    "event_posts.want: both": (
        OF_ORGANISATION | {"substitute"},
        lambda c, a: c.do.event_posts.want(a, c.of_both, c.chat_of_sun),
    ),
    "event_posts.want: whole": (
        OF_ORGANISATION,
        lambda c, a: c.do.event_posts.want(a, c.event, c.chat_of_all),
    ),
    "announcement_posts.want": (
        _FOR_SUN,
        lambda c, a: c.do.announcement_posts.want(a, c.said.of_sun, c.chat_of_sun),
    ),
    "announcement_posts.want: both": (
        FOR_BOTH,
        lambda c, a: c.do.announcement_posts.want(a, c.said.of_both, c.chat_of_sun),
    ),
    "announcement_posts.want: whole": (
        OF_ORGANISATION,
        lambda c, a: c.do.announcement_posts.want(a, c.said.of_sun, c.chat_of_all),
    ),
}

POST_ONCE = set(POST_CHANGES) - {"bound_chats.bind", "bound_chats.bind: whole"}
