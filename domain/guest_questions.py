"""What children ask a guest beforehand: a few questions, typed by their teachers."""

from dataclasses import dataclass

from domain.guest_views import VisitCard
from domain.guests import Visit
from domain.ids import PersonId, QuestionId
from domain.notices import NoticeDraft, NoticeKind

QUESTIONS_AT_MOST = 5
QUESTION_LIMIT = 120
"""UTF-16 units of one."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the children."""

    id: QuestionId
    text: str
    sent: bool
    """Whether the guest sees it: one that was changed waits to be sent again."""


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """What the children ask, for their teachers."""

    card: VisitCard
    questions: tuple[Question, ...]
    may_change: bool
    """While the visit is agreed upon and ahead."""


def asked(visit: Visit, guest_id: PersonId, sending: int) -> NoticeDraft:
    """«Дети спрашивают»: one notice for each sending, whatever the number of questions; until the visit begins."""
    return NoticeDraft(
        NoticeKind.GUEST_ASKED,
        guest_id,
        visit.organisation_id,
        f"{NoticeKind.GUEST_ASKED.value}:{visit.id}:{sending}",
        expires_at=visit.starts_at,
        params={"visit": visit.id},
        subject=f"visit:{visit.id}",
    )
