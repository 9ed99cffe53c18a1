"""What comes to a guest before the visit, and what both sides write to one another."""

from collections.abc import Mapping

from domain.notices import NoticeKind
from scheduler.delivery.telling import Telling, tell
from screens import guests_messages, guests_preparation_notices
from services.guest_messages import GuestMessages
from services.guest_preparation import GuestPreparation


def of_guest_preparation(by: GuestPreparation, messages: GuestMessages) -> Mapping[NoticeKind, Telling]:
    """The advice, the children's questions, messages."""
    return {
        NoticeKind.GUEST_ADVICE: tell(by.advice_for_notice, guests_preparation_notices.advised),
        NoticeKind.GUEST_ASKED: tell(by.asked_for_notice, guests_preparation_notices.asked),
        NoticeKind.GUEST_WRITTEN: tell(messages.message_for_notice, guests_messages.delivered),
    }
