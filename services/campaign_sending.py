"""What is sent about a subject, an event or an announcement: how far it has come, who follows it, putting it anew."""

from collections.abc import Collection, Sequence
from datetime import datetime

from db.work import Reading, Work
from domain.campaigns import Sending, troubles
from domain.ids import GroupId, OrganisationId
from domain.notices import Circular, NoticeKind
from domain.people import Actor


async def sending_of(
    reading: Reading,
    organisation_id: OrganisationId,
    subject: str,
    group_ids: Collection[GroupId],
    stoppable: Sequence[NoticeKind],
) -> Sending:
    """What the outbox knows of the messages about it; closed chats by those of its groups."""
    report = await reading.deliveries.report(organisation_id, subject)
    closed = (
        await reading.campaign_reads.closed_in(organisation_id, group_ids, subject) if report.closed else ()
    )
    errors = await reading.campaign_reads.errors(organisation_id, subject) if report.failed else {}
    unsent = await reading.campaign_reads.count_unsent(organisation_id, subject, stoppable)
    return Sending(report, troubles(errors), closed, unsent)


async def reader_in(reading: Reading, chat_id: int) -> tuple[Actor, str] | None:
    """Who reads a report that stands open in a chat, and in which locale."""
    reader = await reading.campaign_reads.reader_of(chat_id)
    actor = None if reader is None else await reading.people.find_person(reader[0])
    return None if reader is None or actor is None else (actor, reader[1])


async def put_anew(work: Work, subject: str, kind: NoticeKind, circular: Circular, since: datetime) -> int:
    """What was dropped at this moment or later is put again, by today's budget and quiet hours; gives how many."""
    await work.untold.put_aside(subject, kind, since)
    put = await work.outbox.fan_out(circular, work.untold.those_left_out(subject, kind))
    await work.untold.forget_aside(subject, kind)
    return put
