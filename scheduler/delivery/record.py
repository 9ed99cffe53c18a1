"""How a try ended, written down in one transaction for each."""

from datetime import datetime
from typing import assert_never

from db.repositories.outbox_rows import CHAT_CLOSED
from db.work import Database
from domain.attention import terms
from domain.delivery import Posted
from domain.notices import Notice, NoticeDraft
from scheduler.delivery.policy import (
    CloseChat,
    Fail,
    Follow,
    Hold,
    LeaveUnknown,
    PauseChat,
    PauseLane,
    Retry,
    Step,
)
from screens.base import Screen
from services.delivery import tell_author
from services.sent import FLEETING


async def record_posted(database: Database, notice: Notice, posted: Posted, screen: Screen) -> None:
    """It stands in the chat: remembered, so that it can be updated, edited at erasure or removed."""
    async with database.work(claims=False) as work:
        await work.leases.finish(notice.id)
        await work.sent.remember(
            notice.chat_id,
            posted.message_id,
            screen.subject or notice.subject,
            work.clock.now() + FLEETING if screen.fleeting else None,
            screen.mentions,
            person_id=notice.person_id,
            rendered_hash=posted.rendered_hash,
        )


async def record_night(database: Database, notice: Notice, morning: datetime) -> None:
    """The quiet hours have come before it could be sent: it waits for their end."""
    draft = NoticeDraft(
        notice.kind,
        notice.person_id,
        notice.organisation_id,
        "",
        due_at=morning,
        expires_at=notice.expires_at,
        urgency=notice.urgency,
    )
    async with database.work(claims=False) as work:
        here = notice.organisation_id
        hours = None if here is None else await work.outbox.hours(here)
        await work.outbox.take_turn()
        await work.leases.postpone(notice, terms(draft, hours, now=morning))


async def record_failure(database: Database, notice: Notice, step: Step) -> None:
    """It does not; what follows is the policy's step."""
    async with database.work(claims=False) as work:
        leases = work.leases
        match step:
            case Retry(at, error, may_have_come):
                await leases.retry(notice.id, rest_until=at, error=error, may_have_come=may_have_come)
            case Hold(at) | PauseLane(at):
                await leases.give_back([notice.id], rest_until=at)
            case PauseChat(until):
                await leases.give_back([notice.id], rest_until=until)
                await work.chats.rest(notice.chat_id, until)
            case Follow(chat_id, at):
                await work.chats.move(notice.chat_id, chat_id)
                await leases.retry(notice.id, rest_until=at, error="migrated")
            case CloseChat():
                await leases.fail(notice.id, CHAT_CLOSED)
                await work.chats.close(notice.chat_id)
                await tell_author(work, notice, work.clock.now())
            case Fail(error):
                await leases.fail(notice.id, error)
                await tell_author(work, notice, work.clock.now())
            case LeaveUnknown(error):
                await leases.leave_unknown(notice.id, error)
            case _:
                assert_never(step)
