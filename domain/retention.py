"""Acts of deletion: what went in a month, by kind, and an extract of the log (rule 12)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.ids import PersonId
from domain.people import Organisation

RETENTION_DONE = "retention.done"
"""The line of the audit log of one run of the retention job: kind → how many."""
ROLE_ENDED = "retention.role-ended"
"""The line of one parent whose children have all left."""
ERASED = "privacy.erased"
LEFT = "privacy.left"
ROLE_OVER = "privacy.role-over"
"""The line of one participant whose role was ended by somebody else, or by its term."""
CHILD_WITHDRAWN = "child-consent.withdrawn"
"""The line of one child whose consent was taken back: with it went what the child did in quizzes."""
ENTRANCE_WITHDRAWN = "entrance-name.withdrawn"
"""The line of one guest whose full name for the entrance is kept no longer, at their wish."""
NAMES_OFF = "organisation.personal-data-off"
DELETIONS = (
    RETENTION_DONE,
    ROLE_ENDED,
    ROLE_OVER,
    ERASED,
    LEFT,
    CHILD_WITHDRAWN,
    ENTRANCE_WITHDRAWN,
    NAMES_OFF,
)
"""Lines of the audit log that an act is made of."""


class Deleted(StrEnum):
    """Kinds of what is deleted, in the order in which an act names them. Each has its words and its reason."""

    ERASED = "erased"
    LEFT = "left"
    ROLES = "roles"
    PERSONS = "persons"
    NAMES = "names"
    PARENTS = "parents"
    TIES = "ties"
    REQUESTS = "requests"
    PURPOSES = "purposes"
    MESSAGES = "guest-messages"
    VISITS = "visits"
    LIKINGS = "likings"
    EVENTS = "events"
    ANNOUNCEMENTS = "announcements"
    QUIZ_ANSWERS = "quiz-answers"
    CHILD_CONSENTS = "child-consents"
    ENTRANCE_NAMES = "entrance-names"
    CONSENTS = "consents"
    NOTICES = "notices"
    LINKS = "links"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the audit log about a deletion."""

    at: datetime
    action: str
    participant: PersonId | None
    by_themselves: bool
    """Whether the participant asked for it."""
    details: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Extract:
    """A line of an act's extract: a participant at a moment, or all records of a kind on a day."""

    at: datetime
    kind: Deleted
    count: int
    participant: PersonId | None = None


@dataclass(frozen=True, slots=True)
class RetentionAct:
    """Everything that went in a calendar month of the organisation."""

    organisation: Organisation
    month: date
    """Its first day."""
    lines: tuple[Extract, ...]

    @property
    def number(self) -> str:
        """«11/2026»."""
        return f"{self.month.month:02d}/{self.month.year}"

    @property
    def counts(self) -> dict[Deleted, int]:
        """How many records of each kind, in the order of an act."""
        counted: Counter[Deleted] = Counter()
        for line in self.lines:
            counted[line.kind] += line.count
        return {kind: counted[kind] for kind in Deleted if counted[kind]}

    @property
    def total(self) -> int:
        """How many records went."""
        return sum(line.count for line in self.lines)

    @property
    def last_at(self) -> datetime:
        """The moment of the newest line: the same act printed twice is the same paper."""
        return max(line.at for line in self.lines)


@dataclass(frozen=True, slots=True)
class RetentionActs:
    """The acts of an organisation, the newest month first."""

    organisation: Organisation
    acts: tuple[RetentionAct, ...]
    today: date

    def is_over(self, act: RetentionAct) -> bool:
        """Whether nothing more can be added to an act."""
        return act.month < self.today.replace(day=1)

    def find(self, month: date) -> RetentionAct | None:
        """The act of a month, if there is one (any more)."""
        return next((act for act in self.acts if act.month == month), None)


def acts_of(organisation: Organisation, log: Iterable[LogLine]) -> tuple[RetentionAct, ...]:
    """The log's lines by calendar month of the organisation; months without a deletion have no act."""
    zone = ZoneInfo(organisation.timezone)
    months: dict[date, list[Extract]] = {}
    by_day: dict[tuple[date, Deleted], Extract] = {}
    for line in sorted(log, key=lambda line: line.at):
        day = line.at.astimezone(zone).date()
        month = months.setdefault(day.replace(day=1), [])
        for kind, count in _kinds(line):
            if line.participant is not None:
                month.append(Extract(line.at, kind, count, line.participant))
                continue
            before = by_day.get((day, kind))
            counted = count if before is None else before.count + count
            if before is not None:
                month.remove(before)
            by_day[day, kind] = Extract(line.at, kind, counted)
            month.append(by_day[day, kind])
    order = list(Deleted)
    return tuple(
        RetentionAct(organisation, month, tuple(sorted(lines, key=lambda e: (e.at, order.index(e.kind)))))
        for month, lines in sorted(months.items(), reverse=True)
        if lines
    )


def _kinds(line: LogLine) -> list[tuple[Deleted, int]]:
    if line.action == ERASED:
        return [(Deleted.ERASED if line.by_themselves else Deleted.PERSONS, 1)]
    if line.action == LEFT:
        return [(Deleted.LEFT, 1)]
    if line.action == ROLE_OVER:
        return [(Deleted.ROLES, 1)]
    if line.action == ROLE_ENDED:
        return [(Deleted.PARENTS, 1)]
    if line.action == CHILD_WITHDRAWN:
        return [(Deleted.CHILD_CONSENTS, 1)]
    if line.action == ENTRANCE_WITHDRAWN:
        return [(Deleted.ENTRANCE_NAMES, 1)]
    if line.action == NAMES_OFF:
        names = line.details.get("names", 0)
        return [(Deleted.NAMES, names)] if names else []
    known = {kind.value for kind in Deleted} - {Deleted.PARENTS.value}  # each parent has a line of their own
    return [(Deleted(kind), count) for kind, count in line.details.items() if kind in known and count]
