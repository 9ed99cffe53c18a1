"""The erasure journal as a file: it survives the database, so a restored backup can be erased again."""

import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from domain.ids import ChildId, OrganisationId, PersonId
from domain.privacy import Erasure, Purpose

NAME = "erasures.jsonl"


class ErasureJournal:
    """Lines of numbers and keyed hashes in DATA_DIR; lines are only ever added."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / NAME

    def exists(self) -> bool:
        """Whether anybody was ever erased here."""
        return self._path.exists()

    def read(self) -> list[Erasure]:
        """Every line; one that was cut off by a crash, or spoilt, is left out (`broken` counts them)."""
        return [erasure for line in self._lines() if (erasure := _read(line)) is not None]

    def broken(self) -> int:
        """How many lines cannot be read."""
        return sum(1 for line in self._lines() if _read(line) is None)

    def _lines(self) -> list[bytes]:
        if not self._path.exists():
            return []
        return [line for line in self._path.read_bytes().split(b"\n") if line.strip()]

    def append(self, erasures: Iterable[Erasure]) -> int:
        """Add the lines that are not there yet and put them on the disk; how many were added."""
        known = set(self.read())
        new = [erasure for erasure in erasures if erasure not in known]
        self._add([_line(erasure) for erasure in new])
        return len(new)

    def take_over(self, other: "ErasureJournal") -> None:
        """Add what another copy of the journal knows, and also its lines that cannot be read: `broken` tells of them."""
        self.append(other.read())
        known = set(self._lines())
        self._add([line for line in other._lines() if _read(line) is None and line not in known])

    def _add(self, lines: list[bytes]) -> None:
        if not lines:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        cut_off = self._path.exists() and not self._path.read_bytes().endswith(b"\n")
        with self._path.open("ab") as file:
            file.write((b"\n" if cut_off else b"") + b"".join(line + b"\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())


def _line(erasure: Erasure) -> bytes:
    return json.dumps(
        {
            "at": erasure.at.isoformat(),
            "person_id": erasure.person_id,
            "person_hash": erasure.person_hash,
            "organisation_id": erasure.organisation_id,
            "purpose": None if erasure.purpose is None else erasure.purpose.value,
            **({} if erasure.child_id is None else {"child_id": erasure.child_id}),
        }
    ).encode()


def _read(line: bytes) -> Erasure | None:
    try:
        return _parse(line)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _parse(line: bytes) -> Erasure:
    said = json.loads(line.decode())
    at = datetime.fromisoformat(said["at"])
    if at.tzinfo is None or not isinstance(said["person_id"], int):
        raise ValueError(line)
    return Erasure(
        at=at,
        person_id=PersonId(said["person_id"]),
        person_hash=said["person_hash"],
        organisation_id=None if said["organisation_id"] is None else OrganisationId(said["organisation_id"]),
        purpose=None if said["purpose"] is None else Purpose(said["purpose"]),
        child_id=None if said.get("child_id") is None else ChildId(said["child_id"]),
    )
