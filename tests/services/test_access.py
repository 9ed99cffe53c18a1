"""Role × use case × what is expected: no use case without a line in a table, no refusal that changes anything."""

import dis
import inspect
from itertools import pairwise
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from bot.services import Services
from db.work import Database
from domain.outcomes import Forbidden, Missing, Refused
from domain.people import Actor, Visitor
from tests.scenarios.engines import ON_SQLITE
from tests.services.access_table import CHANGES, LOOKS, ONCE, SETTLED, Act
from tests.services.crowd import EVERYBODY, UNKNOWN, Crowd, build_crowd
from tests.services.rows import Rows, changed, contents, put_back
from tests.services.test_organisation_access import OF_A_LINK, OF_A_SET, READS, WRITES


def _use_cases() -> set[str]:
    """Every public coroutine of every service that is done by somebody: an actor, or whoever stands at the door."""
    found = set()
    services = get_type_hints(Services)
    for service, kind in {**services, **get_type_hints(services["guests"])}.items():
        for name, method in inspect.getmembers(kind, inspect.iscoroutinefunction):
            hints = {hint for hint in get_type_hints(method).values() if not name.startswith("_")}
            if hints & {Actor, Actor | None, Visitor}:
                found.add(f"{service}.{name}")
    return found


def _tables() -> dict[str, Any]:
    """Every line of every access table."""
    return {**LOOKS, **CHANGES, **READS, **WRITES, **OF_A_SET, **OF_A_LINK}


def test_every_use_case_of_every_service_stands_in_an_access_table() -> None:
    assert {line.partition(":")[0] for line in _tables()} == _use_cases()


def test_every_line_does_what_it_is_called() -> None:
    for line, entry in _tables().items():
        act = entry[1] if isinstance(entry, tuple) else entry
        service, _, method = line.partition(":")[0].partition(".")
        assert (service, method) in _calls(act), line


def _calls(act: Any) -> set[tuple[str, str]]:
    """Attributes taken of one another in a function, and in those of the same file that it calls."""
    taken = [step.argval for step in dis.get_instructions(act) if step.opname in ("LOAD_ATTR", "LOAD_METHOD")]
    named = [act.__globals__.get(name) for name in act.__code__.co_names]
    return set(pairwise(taken)).union(*(_calls(helper) for helper in named if inspect.isfunction(helper)))


@pytest.fixture
async def crowd(database: Database, tmp_path: Path) -> Crowd:
    return await build_crowd(database, tmp_path)


@ON_SQLITE
async def test_everybody_else_is_refused_and_nothing_changes(crowd: Crowd) -> None:
    rows = Rows(crowd.database)
    before = await rows.now()
    wrong = []
    for line, (allowed, act) in (LOOKS | CHANGES).items():
        others = _people(line) - allowed - SETTLED.get(line, set())
        wrong += [f"{who} may {line}" for who in sorted(others) if await _may(crowd, who, act)]
        after = await rows.now()
        wrong += [f"refusing {line} changes {table}" for table in sorted(changed(before, after))]
        before = after
    assert wrong == []
    assert await rows.missed() == set()


@ON_SQLITE
async def test_those_who_may_look_change_nothing(crowd: Crowd) -> None:
    before = await contents(crowd.database)
    wrong = []
    for line, (allowed, act) in LOOKS.items():
        wrong += [f"{who} may not {line}" for who in sorted(allowed) if not await _may(crowd, who, act)]
    for line, settled in SETTLED.items():
        _, act = CHANGES[line]
        wrong += [f"{who} is refused {line}" for who in sorted(settled) if not await _may(crowd, who, act)]
    assert wrong == []
    assert changed(before, await contents(crowd.database)) == set()


async def test_those_who_may_change_do(crowd: Crowd) -> None:
    rows = Rows(crowd.database)
    start = before = await rows.now()
    wrong = []
    for line, (allowed, act) in CHANGES.items():
        for who in sorted(allowed):
            if not await _may(crowd, who, act):
                wrong.append(f"{who} may not {line}")
            after = await rows.now()
            if not changed(before, after):
                wrong.append(f"{line} by {who} changes nothing")
            before = after
            if line in ONCE:
                await put_back(crowd.database, start, after)
                before = start
        await put_back(crowd.database, start, before)
        before = start
    assert wrong == []
    assert await rows.missed() == set()


def _people(line: str) -> set[str]:
    """Somebody unknown reaches nothing but the door: everything else stands behind the filter `Known`."""
    return EVERYBODY | {UNKNOWN} if line.startswith("joining.") else EVERYBODY


async def _may(crowd: Crowd, who: str, act: Act) -> bool:
    try:
        outcome = await act(crowd, None if who == UNKNOWN else crowd[who])
    except (Forbidden, Missing):
        return False
    return not isinstance(outcome, Refused) and getattr(outcome, "refused", None) is None
