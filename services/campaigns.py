"""The author's hand on what is sent: how far it has come, stop, go on, take back, ask the silent once more."""

from db.work import Database, Reading, Work
from domain.access import Permission
from domain.campaigns import (
    CampaignReport,
    CampaignState,
    NudgePreview,
    RecallPreview,
    may_go_on,
    may_nudge,
    may_send,
    state_of,
)
from domain.clock import Clock
from domain.event_notices import announcement_again, cancellation_of_recalled, nudge, subject_of
from domain.events import Event
from domain.ids import EventId
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Organisation
from services.campaign_sending import put_anew, reader_in, sending_of
from services.event_access import access_event

STOPPABLE = (NoticeKind.EVENT_PUBLISHED, NoticeKind.EVENT_NUDGE)
"""Changes and cancellations are not stopped: whoever has heard of an event must know where it takes place."""


class Campaigns:
    """What an author does about messages that are being sent."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def report(self, actor: Actor, event_id: EventId) -> CampaignReport:
        """How far the announcement and what followed it have come."""
        async with self._db.read() as reading:
            event, organisation, _ = await access_event(reading, actor, event_id, Permission.POST_EVENTS)
            return await self._report(reading, event, organisation)

    async def report_in_chat(self, chat_id: int, event_id: EventId) -> tuple[CampaignReport, str] | None:
        """The same for a report that stands open in a chat, and in which locale; None when it may not be read there."""
        async with self._db.read() as reading:
            found = await reader_in(reading, chat_id)
            if found is None:
                return None
            actor, locale = found
            try:
                event, organisation, _ = await access_event(reading, actor, event_id, Permission.POST_EVENTS)
            except (Missing, Forbidden):
                return None
            return await self._report(reading, event, organisation), locale

    async def stop(self, actor: Actor, event_id: EventId) -> int | Refused:
        """Whoever has not got the announcement yet does not get it; gives how many.

        What is on its way at this moment arrives. The event itself stands and is in everybody's list.
        """
        async with self._db.work() as work:
            event, organisation, _ = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_send(event, now=self._clock.now()):
                return refused
            if not await work.campaign_reads.count_unsent(organisation.id, subject_of(event_id), STOPPABLE):
                return Refused(Reason.NOT_SENDING_ANY_MORE)
            if not await work.event_campaigns.stop(event):
                return Refused(Reason.NOT_SENDING_ANY_MORE)
            dropped = await work.outbox.cancel(subject_of(event_id), STOPPABLE)
            await _note(work, actor, event, "event.stopped")
            return dropped

    async def go_on(self, actor: Actor, event_id: EventId) -> int | Refused:
        """Whoever was left out when the sending was stopped gets the message after all; gives how many."""
        async with self._db.work() as work:
            event, _, _ = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_go_on(event, now=self._clock.now()):
                return refused
            if event.stopped_at is None or not await work.event_campaigns.go_on(event):
                return Refused(Reason.NOT_SENDING_ANY_MORE)
            sent = await put_anew(
                work,
                subject_of(event.id),
                NoticeKind.EVENT_PUBLISHED,
                announcement_again(event),
                event.stopped_at,
            )
            sent += await put_anew(
                work, subject_of(event.id), NoticeKind.EVENT_NUDGE, nudge(event), event.stopped_at
            )
            await _note(work, actor, event, "event.sent_on")
            return sent

    async def preview_recall(self, actor: Actor, event_id: EventId) -> RecallPreview | Refused:
        """What taking the announcement back would do."""
        async with self._db.read() as reading:
            event, organisation, _ = await access_event(reading, actor, event_id, Permission.POST_EVENTS)
            if refused := may_send(event, now=self._clock.now()):
                return refused
            standing = await reading.recalls.count_standing(subject_of(event_id))
            unsent = await reading.campaign_reads.count_unsent(
                organisation.id, subject_of(event_id), STOPPABLE
            )
            told = await reading.outbox.preview_budget(
                cancellation_of_recalled(event, now=self._clock.now()),
                reading.event_campaigns.those_a_recall_leaves(organisation.id, event_id),
            )
        return RecallPreview(event, organisation, standing, unsent, told.people - told.closed)

    async def recall(self, actor: Actor, event_id: EventId, version: int) -> CampaignReport | Refused:
        """The event is cancelled and its messages are taken out of chats.

        Who has answered, or read of it in an evening summary, is told so.
        """
        now = self._clock.now()
        async with self._db.work() as work:
            event, organisation, _ = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_send(event, now=now):
                return refused
            if event.version != version or not await work.event_campaigns.recall(event):
                return Refused(Reason.CHANGED_MEANWHILE)
            await work.outbox.cancel(subject_of(event_id), NoticeKind)
            await work.outbox.fan_out(
                cancellation_of_recalled(event, now=now),
                work.event_campaigns.those_a_recall_leaves(organisation.id, event_id),
            )
            await work.recalls.ask(organisation.id, subject_of(event_id), by=actor.person_id)
            await _note(work, actor, event, "event.recalled")
            current = await work.events.find(organisation.id, event_id)
            return await self._report(work, current or event, organisation)

    async def preview_nudge(self, actor: Actor, event_id: EventId) -> NudgePreview | Refused:
        """Whom one more question would reach: those who got the invitation, and whose family is silent."""
        async with self._db.read() as reading:
            event, organisation, _ = await access_event(reading, actor, event_id, Permission.POST_EVENTS)
            if refused := may_nudge(event, now=self._clock.now()):
                return refused
            silent = await reading.outbox.preview_budget(
                nudge(event), reading.event_campaigns.those_silent(event)
            )
        reached = silent.people - silent.closed
        if not reached:
            return Refused(Reason.NO_RECIPIENTS)
        return NudgePreview(event, organisation, reached, silent.limited_families)

    async def nudge(self, actor: Actor, event_id: EventId) -> int | Refused:
        """Those who are silent are asked once more, and never again; gives how many."""
        async with self._db.work() as work:
            event, _, _ = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_nudge(event, now=self._clock.now()):
                return refused
            silent = work.event_campaigns.those_silent(event)
            known = await work.outbox.preview_budget(nudge(event), silent)
            if known.people == known.closed:
                return Refused(Reason.NO_RECIPIENTS)
            if not await work.event_campaigns.nudge(event):
                return Refused(Reason.ALREADY_NUDGED)
            await work.outbox.fan_out(nudge(event), silent)
            await _note(work, actor, event, "event.nudged")
            return known.people - known.closed

    async def _report(self, reading: Reading, event: Event, organisation: Organisation) -> CampaignReport:
        subject, now = subject_of(event.id), self._clock.now()
        sending = await sending_of(reading, organisation.id, subject, event.group_ids, STOPPABLE)
        recalling = event.recalled_at is not None and await reading.recalls.is_open(subject)
        state = state_of(event, sending.report, recalling=recalling)
        open_ = may_send(event, now=now) is None
        return CampaignReport(
            event,
            organisation,
            state,
            sending,
            left=await reading.recalls.count_standing(subject) if recalling else 0,
            may_stop=open_ and state is not CampaignState.STOPPED and sending.stoppable > 0,
            may_go_on=may_go_on(event, now=now) is None,
            may_recall=open_,
        )


async def _note(work: Work, actor: Actor, event: Event, action: str) -> None:
    await work.audit.note(
        action,
        organisation_id=event.organisation_id,
        by=actor.person_id,
        subject=subject_of(event.id),
    )
