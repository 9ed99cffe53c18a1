"""Who may do what outside the organisation's side (that one is in `test_organisation_access.py`): a line, who, how.

A line is called by the service and the method, and by what it is done to after a colon. Whoever is not in the
set is refused.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from domain.ids import MembershipId
from domain.joining import DeclineReason, Joined
from domain.links import LinkKind, Start
from domain.people import Kinship
from tests.services.announcement_access_table import (
    ANNOUNCEMENT_CHANGES,
    ANNOUNCEMENT_LOOKS,
    ANNOUNCEMENT_ONCE,
)
from tests.services.approval_access_table import APPROVAL_CHANGES, APPROVAL_LOOKS, APPROVAL_ONCE
from tests.services.closure_access_table import CLOSURE_CHANGES, CLOSURE_LOOKS, CLOSURE_ONCE
from tests.services.crowd import (
    EVERYBODY,
    OF_FAMILY,
    OF_HOUSE,
    OF_RAYS,
    UNKNOWN,
    Crowd,
)
from tests.services.draft_access_table import DRAFT_CHANGES, DRAFT_LOOKS, DRAFT_ONCE
from tests.services.event_access_table import EVENT_CHANGES, EVENT_LOOKS, EVENT_ONCE
from tests.services.guest_access_table import GUEST_CHANGES, GUEST_LOOKS, GUEST_ONCE
from tests.services.post_access_table import POST_CHANGES, POST_LOOKS, POST_ONCE
from tests.services.quiz_access_table import QUIZ_CHANGES, QUIZ_LOOKS, QUIZ_ONCE, QUIZ_SETTLED
from tests.services.recap_access_table import RECAP_CHANGES, RECAP_LOOKS, RECAP_ONCE
from tests.services.seat_access_table import SEAT_CHANGES, SEAT_LOOKS, SEAT_ONCE

Act = Callable[[Crowd, Any], Awaitable[Any]]
"""What somebody does; somebody unknown is None."""
Table = dict[str, tuple[set[str], Act]]

ANYBODY = EVERYBODY | {UNKNOWN}
NOBODY: set[str] = set()
HEAD = {"head"}
LEADERS = {"head", "methodist"}
HEADS = {"head", "other-head"}
TEACHERS = OF_RAYS | {"teacher"}
DECIDING = {"head", "methodist", "teacher", "substitute"}


async def _found(crowd: Crowd, actor: Any) -> Any:
    """Whoever writes is found as themselves."""
    found = await crowd.do.people.find_actor(crowd.visitor(actor))
    assert found == actor
    return found


async def _accept(crowd: Crowd, actor: Any, start: Start) -> Any:
    """Agree as staff."""
    return await crowd.do.joining.accept(crowd.visitor(actor), actor, start, 1, "ru")


async def _accept_new(crowd: Crowd, actor: Any) -> Any:
    """Agree by a link just made."""
    start = await crowd.link()
    outcome = await crowd.do.joining.accept(crowd.visitor(actor), actor, start, 1, "ru")
    assert isinstance(outcome, Joined), outcome
    return outcome


async def _become(crowd: Crowd, actor: Any, start: Start) -> Any:
    """Say who one is to the child."""
    visitor = crowd.visitor(actor)
    return await crowd.do.joining.become(visitor, actor, start, 1, Kinship.PARENT, "ru")


def _forged(start: Start) -> Start:
    """The token of a card where one of a staff link belongs."""
    return Start(LinkKind.STAFF, start.token)


def _first(actor: Any) -> MembershipId:
    """A role of one's own; without one, of nobody."""
    return actor.memberships[0].id if actor.memberships else MembershipId(0)


LOOKS: Table = {
    **ANNOUNCEMENT_LOOKS,
    **APPROVAL_LOOKS,
    **EVENT_LOOKS,
    **GUEST_LOOKS,
    **CLOSURE_LOOKS,
    **DRAFT_LOOKS,
    **POST_LOOKS,
    **QUIZ_LOOKS,
    **RECAP_LOOKS,
    **SEAT_LOOKS,
    # Who one is, one's menu and one's data: everybody their own
    "people.find_actor": (EVERYBODY, lambda c, a: _found(c, a)),
    "menu.look": (EVERYBODY, lambda c, a: c.do.menu.look(a)),
    "menu.greet": (EVERYBODY, lambda c, a: c.do.menu.greet(a, c.visitor(a), "ru")),
    "consents.read": ({"parent"}, lambda c, a: c.do.consents.read(a, c.consent, "ru")),
    "privacy.my_data": (EVERYBODY, lambda c, a: c.do.privacy.my_data(a)),
    "privacy.my_data_file": (EVERYBODY, lambda c, a: c.do.privacy.my_data_file(a)),
    "privacy.may_leave": (OF_HOUSE - HEAD, lambda c, a: c.do.privacy.may_leave(a, c.organisation_id)),
    "privacy.may_leave: all": (EVERYBODY - HEADS, lambda c, a: c.do.privacy.may_leave(a, None)),
    "retention.acts": (HEAD, lambda c, a: c.do.retention.acts(a, c.organisation_id)),
    # The door: whoever holds a link that stands
    "joining.look: card": (ANYBODY, lambda c, a: c.do.joining.look(a, c.open_card, "ru")),
    "joining.look: wall": (ANYBODY, lambda c, a: c.do.joining.look(a, c.wall, "ru")),
    "joining.look: lost card": (NOBODY, lambda c, a: c.do.joining.look(a, c.lost_card, "ru")),
    "joining.look: spent link": ({"specialist"}, lambda c, a: c.do.joining.look(a, c.spent, "ru")),
    "joining.look: revoked link": (NOBODY, lambda c, a: c.do.joining.look(a, c.revoked, "ru")),
    "joining.look: card as a link": (NOBODY, lambda c, a: c.do.joining.look(a, _forged(c.open_card), "ru")),
    "joining.accept: spent link": ({"specialist"}, lambda c, a: _accept(c, a, c.spent)),
    "joining.accept: revoked link": (NOBODY, lambda c, a: _accept(c, a, c.revoked)),
    "joining.accept: card as a link": (NOBODY, lambda c, a: _accept(c, a, _forged(c.open_card))),
    "joining.become: lost card": (NOBODY, lambda c, a: _become(c, a, c.lost_card)),
    # Newcomers
    "requests.queue": (DECIDING | TEACHERS, lambda c, a: c.do.requests.queue(a, c.organisation_id)),
    "requests.open": (DECIDING, lambda c, a: c.do.requests.open(a, c.request)),
    "requests.codes": (DECIDING, lambda c, a: c.do.requests.codes(a, c.request)),
}


CHANGES: Table = {
    **ANNOUNCEMENT_CHANGES,
    **APPROVAL_CHANGES,
    **EVENT_CHANGES,
    **GUEST_CHANGES,
    **SEAT_CHANGES,
    **CLOSURE_CHANGES,
    **DRAFT_CHANGES,
    **POST_CHANGES,
    **QUIZ_CHANGES,
    **RECAP_CHANGES,
    # One's own settings
    "menu.switch_role": ({"parent"}, lambda c, a: c.do.menu.switch_role(a, c.own("parent"))),
    "settings.speak": (EVERYBODY, lambda c, a: c.do.settings.speak(a, "en")),
    "settings.name_self": (
        {"parent"},
        lambda c, a: c.do.settings.name_self(a, "Анна", c.own("parent"), waiting=False),
    ),
    "settings.name_self: waiting": (
        {"newcomer"},
        lambda c, a: c.do.settings.name_self(a, "Анна", c.request, waiting=True),
    ),
    "settings.name_by_profile": (
        {"teacher"},
        lambda c, a: c.do.settings.name_by_profile(a, c.visitor(a), c.own("teacher"), waiting=False),
    ),
    "settings.name_by_profile: waiting": (
        {"newcomer"},
        lambda c, a: c.do.settings.name_by_profile(a, c.visitor(a), c.request, waiting=True),
    ),
    "settings.name_child": (
        {"parent"},
        lambda c, a: c.do.settings.name_child(a, c.own("parent"), c.children[0], "Кнопочка"),
    ),
    "settings.name_child: in one's own role": (
        OF_FAMILY,
        lambda c, a: c.do.settings.name_child(a, _first(a), c.children[0], "Кнопочка"),
    ),
    "settings.offer": ({"partner"}, lambda c, a: c.do.settings.offer(a, c.own("partner"), "экскурсия")),
    "settings.offer: in one's own role": (
        {"partner"},
        lambda c, a: c.do.settings.offer(a, _first(a), "экскурсия"),
    ),
    # Leaving: everybody by themselves, the last head never
    "privacy.withdraw": ({"parent"}, lambda c, a: c.do.privacy.withdraw(a, c.consent)),
    "privacy.leave": (OF_HOUSE - HEAD, lambda c, a: c.do.privacy.leave(a, c.organisation_id)),
    "privacy.erase": (EVERYBODY - HEADS, lambda c, a: c.do.privacy.erase(a)),
    # The door: whoever holds a link that stands
    "joining.accept": (ANYBODY, lambda c, a: _accept_new(c, a)),
    "joining.become: card": (ANYBODY - OF_FAMILY, lambda c, a: _become(c, a, c.open_card)),
    "joining.become: wall": (ANYBODY - {"newcomer"}, lambda c, a: _become(c, a, c.wall)),
    # Links that nobody has opened: a methodist's are those of partners
    "invitations.renew: staff": (
        HEAD,
        lambda c, a: c.do.invitations.renew(a, c.organisation_id, c.colleague),
    ),
    "invitations.renew: partner": (
        LEADERS,
        lambda c, a: c.do.invitations.renew(a, c.organisation_id, c.partner_link),
    ),
    "invitations.revoke: staff": (
        HEAD,
        lambda c, a: c.do.invitations.revoke(a, c.organisation_id, c.colleague),
    ),
    "invitations.revoke: partner": (
        LEADERS,
        lambda c, a: c.do.invitations.revoke(a, c.organisation_id, c.partner_link),
    ),
    # Newcomers
    "requests.approve": (DECIDING, lambda c, a: c.do.requests.approve(a, c.request, c.children[1])),
    "requests.decline": (
        DECIDING,
        lambda c, a: c.do.requests.decline(a, c.request, DeclineReason.UNKNOWN_PERSON),
    ),
}

SETTLED: dict[str, set[str]] = {
    "joining.become: card": OF_FAMILY,
    "joining.become: wall": {"newcomer"},
    **QUIZ_SETTLED,
}
"""Who is not refused, and changes nothing: what they ask for has been done."""

ONCE = (
    GUEST_ONCE
    | ANNOUNCEMENT_ONCE
    | APPROVAL_ONCE
    | EVENT_ONCE
    | CLOSURE_ONCE
    | DRAFT_ONCE
    | POST_ONCE
    | QUIZ_ONCE
    | RECAP_ONCE
    | SEAT_ONCE
    | {
        "joining.become: card",  # four adults to a child at most
        "invitations.renew: partner",
        "invitations.revoke: partner",
        "requests.approve",
        "requests.decline",
    }
)
"""What nobody can do after somebody else has done it."""
