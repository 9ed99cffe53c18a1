"""What the menu says besides buttons."""

from dataclasses import dataclass

from domain.joining import JoinRequest
from domain.people import Actor, Group, OrganisationKind
from domain.quiz_views import QuizWaiting


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """A request of one's own that nobody has answered yet."""

    request: JoinRequest
    group: Group
    kind: OrganisationKind


@dataclass(frozen=True, slots=True)
class MenuState:
    """A person's menu: the groups of the current role, and requests that wait for an answer."""

    actor: Actor
    groups: tuple[Group, ...] = ()
    """The teacher's groups, or the groups of a parent's children."""
    waiting: tuple[OwnRequest, ...] = ()
    quiz: QuizWaiting | None = None
    proposed: int = 0
    """Publications that wait for this methodist, or head."""
    """What waits to be played or finished by a parent's children."""
