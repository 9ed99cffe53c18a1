"""How links travel, and whom they still let in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.ids import AnnouncementId, EventId, LinkId, OrganisationId, PersonId, Token
from domain.links import (
    Link,
    LinkKind,
    Start,
    announcement_link,
    announcement_of_start,
    deep_link,
    event_link,
    event_of_start,
    may_use,
    new_token,
    parse_start,
    token_hash,
)
from domain.outcomes import Reason, Refused

NOW = datetime(2026, 9, 7, tzinfo=UTC)


@pytest.mark.parametrize("kind", LinkKind)
def test_a_link_travels_in_start_and_back(kind: LinkKind) -> None:
    token = new_token()
    address = deep_link("guest_bot", kind, token)
    start = parse_start(address.partition("start=")[2])
    assert start == Start(kind, token)
    assert start.payload == address.partition("start=")[2]
    assert len(start.payload) == 24


@pytest.mark.parametrize(
    "payload",
    ["", "c_", "c_short", "x_" + "a" * 22, "a" * 22, "c_" + "a" * 23, "c_" + "я" * 22, "c_" + "a" * 21 + ":"],
)
def test_what_no_link_says_is_nothing(payload: str) -> None:
    assert parse_start(payload) is None


@pytest.mark.parametrize("number", [0, 1, 35, 36, 1_000_000, 2**53])
def test_an_event_travels_in_start_and_back(number: int) -> None:
    payload = event_link("guest_bot", EventId(number)).partition("start=")[2]
    assert event_of_start(payload) == number
    assert parse_start(payload) is None
    said = announcement_link("guest_bot", AnnouncementId(number)).partition("start=")[2]
    assert (announcement_of_start(said), event_of_start(said), parse_start(said)) == (number, None, None)


@pytest.mark.parametrize("payload", ["", "e_", "e_1:2", "e_ё", "e_A", "c_1", "e_" + "z" * 13])
def test_what_no_link_of_an_event_says_is_nothing(payload: str) -> None:
    assert event_of_start(payload) is None
    assert announcement_of_start(payload.replace("e_", "a_")) is None


def test_only_the_hash_of_a_token_is_kept_and_tokens_differ() -> None:
    token = new_token()
    assert token != new_token()
    assert token not in token_hash(token)
    assert len(token_hash(token)) == 64
    assert token_hash(Token("a" * 22)) == token_hash(Token("a" * 22))


def _link(**changed: datetime | PersonId) -> Link:
    return Link(LinkId(1), OrganisationId(1), LinkKind.STAFF, None, NOW, **changed)  # type: ignore[arg-type]  # the test's own fields


def test_a_fresh_link_opens_for_anybody() -> None:
    assert may_use(_link(), now=NOW) is None
    assert may_use(_link(expires_at=NOW + timedelta(seconds=1)), now=NOW) is None


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"revoked_at": NOW}, Reason.LINK_REVOKED),
        ({"spent_at": NOW, "spent_by": PersonId(6)}, Reason.LINK_SPENT),
        ({"expires_at": NOW}, Reason.LINK_EXPIRED),
    ],
)
def test_a_link_that_has_ended_says_why(changed: dict[str, datetime | PersonId], reason: Reason) -> None:
    assert may_use(_link(**changed), now=NOW) == Refused(reason)
    passed = may_use(replace(_link(**changed), kind=LinkKind.INVITED), now=NOW)
    assert passed == Refused(Reason(reason.value.replace("link-", "passed-"))), (
        "nobody has another one to give"
    )
