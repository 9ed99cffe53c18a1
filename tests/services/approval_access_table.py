"""Who sends a publication to a methodist, who decides, and who keeps templates; as in `access_table.py`."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.services.crowd import OF_ORGANISATION, OF_STAFF, Crowd
from tests.services.crowd_announcements import words
from tests.services.crowd_approvals import where_it_is_on

Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]
LEADERS = {"head", "methodist"}
FOR_SUN = OF_ORGANISATION | {"teacher", "substitute"}
SENDING = FOR_SUN - LEADERS


async def _propose_new(crowd: Crowd, actor: Any) -> Any:
    here, token = crowd.organisation_id, f"sent{actor.person_id}"
    return await crowd.do.event_proposals.propose_new(where_it_is_on(actor), here, crowd.draft(), token)


async def _propose_words(crowd: Crowd, actor: Any) -> Any:
    here, token, said = crowd.organisation_id, f"told{actor.person_id}", words(crowd.sun)
    return await crowd.do.announcement_proposals.propose_new(where_it_is_on(actor), here, said, token)


APPROVAL_LOOKS: Table = {
    "event_proposals.needed": (OF_STAFF, lambda c, a: c.do.event_proposals.needed(a, c.organisation_id)),
    "event_approvals.page": (LEADERS, lambda c, a: c.do.event_approvals.page(a, c.organisation_id)),
    "event_approvals.look": (LEADERS, lambda c, a: c.do.event_approvals.look(a, c.approvals.waits)),
    "announcement_approvals.look": (
        LEADERS,
        lambda c, a: c.do.announcement_approvals.look(a, c.approvals.words),
    ),
    "event_templates.page": (OF_STAFF, lambda c, a: c.do.event_templates.page(a, c.organisation_id)),
    "event_templates.look": (OF_STAFF, lambda c, a: c.do.event_templates.look(a, c.approvals.template)),
    "event_templates.begin": (OF_STAFF, lambda c, a: c.do.event_templates.begin(a, c.approvals.template)),
    "event_templates.begin_ready": (
        OF_STAFF,
        lambda c, a: c.do.event_templates.begin_ready(a, c.organisation_id, "quest"),
    ),
}
APPROVAL_CHANGES: Table = {
    "event_proposals.propose_new": (SENDING, _propose_new),
    "event_proposals.propose": (
        SENDING,
        lambda c, a: c.do.event_proposals.propose(where_it_is_on(a), c.kept, 1),
    ),
    "event_proposals.take_back": (
        FOR_SUN,
        lambda c, a: c.do.event_proposals.take_back(a, c.approvals.waits, 2),
    ),
    "event_approvals.approve": (
        LEADERS,
        lambda c, a: c.do.event_approvals.approve(a, c.approvals.waits, 2),
    ),
    "event_approvals.send_back": (
        LEADERS,
        lambda c, a: c.do.event_approvals.send_back(a, c.approvals.waits, 2, "Поправьте место"),
    ),
    "announcement_proposals.propose_new": (SENDING, _propose_words),
    "announcement_proposals.propose": (
        SENDING,
        lambda c, a: c.do.announcement_proposals.propose(where_it_is_on(a), c.said.kept, 1),
    ),
    "announcement_proposals.take_back": (
        FOR_SUN,
        lambda c, a: c.do.announcement_proposals.take_back(a, c.approvals.words, 2),
    ),
    "announcement_approvals.approve": (
        LEADERS,
        lambda c, a: c.do.announcement_approvals.approve(a, c.approvals.words, 2),
    ),
    "announcement_approvals.send_back": (
        LEADERS,
        lambda c, a: c.do.announcement_approvals.send_back(a, c.approvals.words, 2, "Поправьте день"),
    ),
    "event_approvals.switch": (
        LEADERS,
        lambda c, a: c.do.event_approvals.switch(a, c.organisation_id, on=True),
    ),
    "event_templates.save": (
        FOR_SUN,
        lambda c, a: c.do.event_templates.save(a, c.event, f"Образец {a.person_id}"),
    ),
    "event_templates.rename": (
        LEADERS | {"teacher"},
        lambda c, a: c.do.event_templates.rename(a, c.approvals.template, f"Образец {a.person_id}"),
    ),
    "event_templates.drop": (
        LEADERS | {"teacher"},
        lambda c, a: c.do.event_templates.drop(a, c.approvals.template),
    ),
}
APPROVAL_ONCE = set(APPROVAL_CHANGES) - {"event_approvals.switch", "event_templates.save"}
"""What nobody can do after somebody else has done it, or what is done already then."""
