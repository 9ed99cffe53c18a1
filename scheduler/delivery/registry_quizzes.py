"""What notices about quizzes and waves say."""

from collections.abc import Mapping

from domain.notices import NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import quizzes_notices
from services.quiz_notices import QuizNotices


def of_quizzes(by: QuizNotices) -> Mapping[NoticeKind, Telling]:
    """Invitations to a quiz, a nudge, what a wave has come to."""
    return {
        NoticeKind.QUIZ_INVITED: tell(by.invited_for_notice, quizzes_notices.invited),
        NoticeKind.QUIZ_NUDGE: tell(by.nudge_for_notice, quizzes_notices.nudged),
        NoticeKind.WAVE_CLOSED: tell(by.closed_for_notice, quizzes_notices.closed),
    }
