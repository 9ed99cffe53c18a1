"""Who may close a group for some days, and open it again: lines of `access_table.py`."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

from domain.closure_views import ClosurePlan
from tests.services.crowd import CLOSED_DAYS, OF_ORGANISATION, Crowd

Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]

_OF_SUN = {"head", "methodist", "teacher", "substitute"}
_SEES_SUN = OF_ORGANISATION | {"teacher", "substitute"}


def _days() -> tuple[date, date]:
    """The week after the one that is closed."""
    first, until = CLOSED_DAYS
    return first + timedelta(days=7), until + timedelta(days=7)


async def _close(crowd: Crowd, actor: Any) -> Any:
    """Close the group as the preview proposes."""
    plan = await crowd.do.closures.preview(actor, crowd.sun, _days())
    assert isinstance(plan, ClosurePlan)
    return await crowd.do.closures.close(actor, crowd.sun, _days(), 0, plan.seen)


CLOSURE_LOOKS: Table = {
    "closures.begin": (_OF_SUN, lambda c, a: c.do.closures.begin(a, c.sun)),
    "closures.preview": (_OF_SUN, lambda c, a: c.do.closures.preview(a, c.sun, _days())),
    "closures.closed": (_OF_SUN, lambda c, a: c.do.closures.closed(a, c.sun, CLOSED_DAYS)),
    "closures.card": (_SEES_SUN, lambda c, a: c.do.closures.card(a, c.closure)),
}
CLOSURE_CHANGES: Table = {
    "closures.close": (_OF_SUN, lambda c, a: _close(c, a)),
    "closures.reopen": (_OF_SUN, lambda c, a: c.do.closures.reopen(a, c.closure)),
}
CLOSURE_ONCE = {"closures.close", "closures.reopen"}
"""What is done once: whoever comes second finds it done."""
