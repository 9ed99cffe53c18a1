"""The queue of updates that the bot has not confirmed yet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sandbox.faults import Faults
from sandbox.world.bell import Bell
from sandbox.world.store import Json, Store

KEPT_SECONDS = 24 * 3600
FIRST_UPDATE = 500_000_000

KINDS = (
    "message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "my_chat_member",
    "chat_member", "poll", "poll_answer",
)  # fmt: skip
NOT_BY_DEFAULT = ("chat_member",)


@dataclass(slots=True, eq=False)
class Pending:
    """One update on its way to the bot."""

    update_id: int
    kind: str
    body: Json
    queued_at: float
    must_deliver: bool = False
    """Brought again, late or out of order by a fault: an offset beyond it confirms it only after it was delivered."""
    twice: bool = False
    """Comes once more after it was confirmed."""
    in_flight: bool = False
    """Being posted to the webhook now."""
    refused: int = 0
    """How often the webhook has refused it."""

    def dump(self) -> Json:
        return {
            "update_id": self.update_id, "kind": self.kind, "body": self.body, "queued_at": self.queued_at,
            "must_deliver": self.must_deliver, "twice": self.twice,
        }  # fmt: skip

    def view(self) -> Json:
        return {"update_id": self.update_id, self.kind: self.body}


class Updates:
    """Updates in the order of delivery; each leaves when the bot confirms it, or after a day."""

    def __init__(self, store: Store, faults: Faults, meta: Json, now: Callable[[], float]) -> None:
        self._store = store
        self._faults = faults
        self._meta = meta
        self._now = now
        self._queue: list[Pending] = [Pending(**saved) for _, saved in store.rows("updates")]
        self._queue.sort(key=lambda pending: pending.update_id)
        self._late: list[tuple[int, Pending]] = []
        self._reordered: list[Pending] = []
        self._reorder_size = 0
        self.changed = Bell()
        self.poll = 0
        """Number of the newest getUpdates call: an older one that still waits is terminated."""

    def __len__(self) -> int:
        return len(self._queue)

    @property
    def allowed(self) -> list[str]:
        allowed: list[str] = self._meta.get("allowed_updates", [])
        return allowed

    def allow(self, kinds: Sequence[str]) -> None:
        """Remember which kinds are wanted from now on; an empty list means the default."""
        known = [kind for kind in kinds if kind in KINDS]
        if known != self.allowed:
            self._meta["allowed_updates"] = known
            self._store.put("meta", "counters", self._meta)

    def add(self, kind: str, body: Json) -> int | None:
        """Queue an update with the next number; None when the bot did not ask for this kind."""
        allowed = self.allowed
        if kind not in allowed if allowed else kind in NOT_BY_DEFAULT:
            return None
        number = self._meta["last_update_id"] = self._meta.get("last_update_id", FIRST_UPDATE) + 1
        self._store.put("meta", "counters", self._meta)
        self._enqueue(Pending(number, kind, body, self._now()))
        return int(number)

    def take(self, *, offset: int, limit: int) -> list[Pending]:
        """What getUpdates answers: confirms what lies before the offset, returns the next ones."""
        self._drop_old()
        if offset < 0:
            forgotten = self._queue[:offset]
            self._queue = self._queue[offset:]
            self._forget(forgotten)
        elif offset > 0:
            self._confirm_before(offset)
        chosen = self._queue[:limit]
        for pending in chosen:
            pending.must_deliver = False
        return chosen

    def next_for_webhook(self, limit: int) -> list[Pending]:
        """Those that may be posted now, with at most ``limit`` in flight."""
        self._drop_old()
        room = limit - sum(pending.in_flight for pending in self._queue)
        return [pending for pending in self._queue if not pending.in_flight][: max(room, 0)]

    def confirm(self, pending: Pending) -> None:
        """The webhook accepted it."""
        pending.in_flight = False
        if pending in self._queue:
            self._queue.remove(pending)
            self._forget([pending])
            self.changed.ring()

    def drop_all(self) -> None:
        forgotten, self._queue = self._queue, []
        for pending in forgotten:
            pending.twice = False
        self._forget(forgotten)
        self.changed.ring()

    def release(self) -> None:
        """Let go of what faults hold back."""
        held = [pending for _, pending in self._late] + self._reordered[::-1]
        self._late, self._reordered, self._reorder_size = [], [], 0
        for pending in held:
            self._append(pending)

    def _enqueue(self, pending: Pending) -> None:
        if self._reordered:
            self._hold_for_reorder(pending)
            return
        fault = self._faults.for_update(pending.kind)
        match fault.kind if fault else None:
            case "duplicate" if fault is not None and fault.together:
                self._append(pending)
                self._append(
                    Pending(
                        pending.update_id, pending.kind, pending.body, pending.queued_at, must_deliver=True
                    )
                )
            case "duplicate":
                pending.twice = True
                self._append(pending)
            case "late" if fault is not None:
                pending.must_deliver = True
                self._late.append((fault.delay, pending))
                return
            case "reorder" if fault is not None and fault.size > 1:
                self._reorder_size = fault.size
                self._hold_for_reorder(pending)
                return
            case _:
                self._append(pending)
        self._overtake()

    def _overtake(self) -> None:
        """One more update has passed those that are late."""
        waiting = [(delay - 1, late) for delay, late in self._late]
        self._late = [(delay, late) for delay, late in waiting if delay > 0]
        for delay, late in waiting:
            if delay <= 0:
                self._append(late)

    def _hold_for_reorder(self, pending: Pending) -> None:
        pending.must_deliver = True
        self._reordered.append(pending)
        if len(self._reordered) >= self._reorder_size:
            held, self._reordered = self._reordered[::-1], []
            for one in held:
                self._append(one)

    def _append(self, pending: Pending) -> None:
        self._queue.append(pending)
        self._store.put("updates", pending.update_id, pending)
        self.changed.ring()

    def _confirm_before(self, offset: int) -> None:
        confirmed = [
            pending for pending in self._queue if pending.update_id < offset and not pending.must_deliver
        ]
        if confirmed:
            self._queue = [
                pending for pending in self._queue if pending.update_id >= offset or pending.must_deliver
            ]
            self._forget(confirmed)
            self.changed.ring()

    def _forget(self, gone: Sequence[Pending]) -> None:
        for pending in gone:
            self._store.drop("updates", pending.update_id)
        for pending in gone:
            if pending.twice:
                self._queue.insert(
                    0,
                    Pending(
                        pending.update_id, pending.kind, pending.body, pending.queued_at, must_deliver=True
                    ),
                )
                self._store.put("updates", pending.update_id, self._queue[0])

    def _drop_old(self) -> None:
        oldest = self._now() - KEPT_SECONDS
        if self._queue and self._queue[0].queued_at < oldest:
            old = [pending for pending in self._queue if pending.queued_at < oldest]
            self._queue = [pending for pending in self._queue if pending.queued_at >= oldest]
            self._forget(old)
