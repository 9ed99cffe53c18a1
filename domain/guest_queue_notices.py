"""What is told about the queue of a group: a date is free, an offer is over, the queue is; and a visit that its guest moved."""

from datetime import datetime

from domain.guest_notices import to_staff
from domain.guest_queue import Waiter
from domain.guests import Visit
from domain.ids import PersonId, WaiterId
from domain.notice_rules import urgency_of_change
from domain.notices import NoticeDraft, NoticeKind

OF_THE_QUEUE = (NoticeKind.GUEST_OFFERED, NoticeKind.GUEST_OFFER_LAPSED)
"""What is not worth sending any more once somebody does not wait."""


def subject_of_queue(waiter_id: WaiterId) -> str:
    """«queue:12»: what notices about a place in a queue carry."""
    return f"queue:{waiter_id}"


def offer_key(waiter: Waiter) -> str:
    """The offer that somebody has now: each one is told once."""
    return f"guest-offer:{waiter.id}:{waiter.offers}"


def offered(waiter: Waiter, *, expires_at: datetime) -> NoticeDraft:
    """«Освободилась дата»; `waiter` as they stand with the offer."""
    return NoticeDraft(
        NoticeKind.GUEST_OFFERED,
        waiter.guest_id,
        waiter.organisation_id,
        offer_key(waiter),
        expires_at=expires_at,
        params={"waiter": waiter.id, "offer": waiter.offers},
        subject=subject_of_queue(waiter.id),
    )


def lapsed(waiter: Waiter, *, withdrawn: bool, out: bool) -> NoticeDraft:
    """The offer is over: they wait at the end, at their place, or (`out`) not any more; `waiter` as they stood with it."""
    return NoticeDraft(
        NoticeKind.GUEST_OFFER_LAPSED,
        waiter.guest_id,
        waiter.organisation_id,
        f"guest-offer-lapsed:{waiter.id}:{waiter.offers}",
        params={
            "waiter": waiter.id,
            "group": waiter.group_id,
            "offer": waiter.offers,
            "withdrawn": int(withdrawn),
            "out": int(out),
        },
        subject=subject_of_queue(waiter.id),
    )


def ended(waiter: Waiter, *, archived: bool) -> NoticeDraft:
    """The queue is over for them: the group is archived, or they have nobody in it any more."""
    return NoticeDraft(
        NoticeKind.GUEST_QUEUE_ENDED,
        waiter.guest_id,
        waiter.organisation_id,
        f"guest-queue-ended:{waiter.id}",
        params={"group": waiter.group_id, "archived": int(archived)},
        subject=subject_of_queue(waiter.id),
    )


def moved_by_guest(visit: Visit, version: int, person_id: PersonId, *, now: datetime) -> NoticeDraft:
    """A guest has moved the visit; `visit` as it stands on its new date."""
    return to_staff(
        NoticeKind.GUEST_MOVED_VISIT,
        visit,
        version,
        person_id,
        urgency=urgency_of_change(visit.starts_at, now=now),
    )
