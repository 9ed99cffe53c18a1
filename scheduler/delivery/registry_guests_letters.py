"""A letter of thanks on its way to its guest: typeset when it is sent."""

import asyncio
from collections.abc import Mapping

from domain.notices import Notice, NoticeKind
from reports.documents.guest_letter import file_name, guest_letter, paper_of
from scheduler.delivery.telling import Telling
from screens import guests_letters
from screens.base import Document, Screen
from services.guest_letters import GuestLetters


def of_guest_letters(by: GuestLetters) -> Mapping[NoticeKind, Telling]:
    """Notices about letters."""

    async def letter(notice: Notice) -> Screen | None:
        own = await by.letter_for_notice(notice)
        if own is None:
            return None
        content = await asyncio.to_thread(guest_letter, paper_of(own.letter, own.card.organisation))
        return guests_letters.own(own, Document(content, file_name(own.letter)))

    return {NoticeKind.GUEST_LETTER: letter}
