"""Things that go wrong on purpose."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, get_type_hints

from sandbox.world.store import Json

CALL_KINDS = (
    "too_many_requests", "server_error", "bad_request", "forbidden", "timeout", "cut_before", "cut_after",
)  # fmt: skip
UPDATE_KINDS = ("duplicate", "late", "reorder")


class WrongFault(Exception):
    """The fault cannot be understood: see docs/sandbox.md for its fields."""


@dataclass(slots=True)
class Fault:
    """One planned failure, and what it meets."""

    kind: str
    id: int = 0
    count: int | None = 1
    skip: int = 0
    method: str | None = None
    chat_id: int | None = None
    update: str | None = None
    retry_after: int = 1
    code: int = 500
    description: str | None = None
    seconds: float = 60
    accepted: bool | None = None
    together: bool = False
    delay: int = 1
    size: int = 2

    def view(self) -> Json:
        return {field.name: getattr(self, field.name) for field in fields(self)}


class Faults:
    """Planned failures in order; the first that matches happens."""

    def __init__(self, keep: Callable[[], None] = lambda: None) -> None:
        self._planned: list[Fault] = []
        self._last_id = 0
        self._keep = keep
        """Called when the plan changes, so that it can be written down."""

    def dump(self) -> Json:
        return {"planned": self.left(), "last_id": self._last_id}

    def load(self, saved: Json) -> None:
        """Take over the plan of an earlier life."""
        self._planned = [Fault(**one) for one in saved["planned"]]
        self._last_id = saved["last_id"]

    def plan(self, wish: dict[str, Any]) -> Fault:
        """Add a failure as the control API describes it."""
        known = get_type_hints(Fault)
        if wish.get("kind") not in CALL_KINDS + UPDATE_KINDS:
            raise WrongFault(f"kind must be one of {', '.join(CALL_KINDS + UPDATE_KINDS)}")
        if unknown := set(wish) - set(known) | set(wish) & {"id"}:
            raise WrongFault(f"unknown field {', '.join(sorted(unknown))}")
        for name, value in wish.items():
            accepted = int | float if known[name] is float else known[name]
            if not isinstance(value, accepted):
                raise WrongFault(f"{name} has a wrong type")
        self._last_id += 1
        fault = Fault(**wish | {"id": self._last_id})
        self._planned.append(fault)
        self._keep()
        return fault

    def for_call(self, method: str, chat_id: object) -> Fault | None:
        """The failure of this call, if one is planned."""
        if not self._planned:
            return None
        for fault in self._planned:
            if (
                fault.kind in CALL_KINDS
                and (fault.method is None or fault.method.lower() == method.lower())
                and (fault.method is not None or method != "getUpdates")
                and (fault.chat_id is None or str(fault.chat_id) == str(chat_id))
                and self._happens(fault)
            ):
                return fault
        return None

    def for_update(self, kind: str) -> Fault | None:
        """What is to happen to this update on its way."""
        if not self._planned:
            return None
        for fault in self._planned:
            if fault.kind in UPDATE_KINDS and fault.update in (None, kind) and self._happens(fault):
                return fault
        return None

    def left(self) -> list[Json]:
        return [fault.view() for fault in self._planned]

    def clear(self) -> None:
        self._planned.clear()
        self._keep()

    def _happens(self, fault: Fault) -> bool:
        self._keep()
        if fault.skip > 0:
            fault.skip -= 1
            return False
        if fault.count is not None:
            fault.count -= 1
            if fault.count <= 0:
                self._planned.remove(fault)
        return True
