"""What is told of a closed group: one message for each person it concerns, whatever it changes for them."""

from collections.abc import Iterable
from datetime import datetime

from domain.closures import Closure, ClosureStep
from domain.ids import ClosureId
from domain.notice_rules import urgency_of_change
from domain.notices import Circular, NoticeKind


def subject_of(closure_id: ClosureId) -> str:
    """«closure:12»: what notices about the closure carry."""
    return f"closure:{closure_id}"


def closing(closure: Closure, steps: Iterable[ClosureStep], *, ends: datetime, now: datetime) -> Circular:
    """«Группа закрыта»: at once when something of it was to start soon; of use until the days are over."""
    return _circular(NoticeKind.GROUP_CLOSED, closure, steps, ends=ends, now=now)


def reopening(closure: Closure, steps: Iterable[ClosureStep], *, ends: datetime, now: datetime) -> Circular:
    """«Группа снова открыта»."""
    return _circular(NoticeKind.GROUP_REOPENED, closure, steps, ends=ends, now=now)


def _circular(
    kind: NoticeKind, closure: Closure, steps: Iterable[ClosureStep], *, ends: datetime, now: datetime
) -> Circular:
    starts = [at for step in steps for at in (step.was_at, step.now_at) if at is not None and at > now]
    return Circular(
        kind,
        closure.organisation_id,
        f"{kind.value}:{closure.id}",
        expires_at=max([ends, *starts]),
        urgency=urgency_of_change(min(starts), now=now) if starts else None,
        params={"closure": closure.id},
        subject=subject_of(closure.id),
    )
