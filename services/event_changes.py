"""Events changed and cancelled: whoever has heard of one is told what is different."""

from db.audience import Audience
from db.work import Database, Reading
from domain.access import Permission
from domain.clock import Clock
from domain.event_notices import announcement, cancellation, change, subject_of
from domain.event_views import CancelPreview, Changed, ChangePreview
from domain.events import Event, EventDraft, differs, may_change
from domain.ids import EventId
from domain.notices import NoticeKind, Urgency
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor
from services.access import today_in
from services.closed_days import shut_groups
from services.event_access import access_draft, access_event
from services.event_acts import cancel_event, change_event


class EventChanges:
    """What staff do with an event that people know of."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def to_change(self, actor: Actor, event_id: EventId) -> Event | Refused:
        """The event, if it may still be changed: one that is over or cancelled stays as it is."""
        async with self._db.read() as reading:
            event, _, _ = await access_event(reading, actor, event_id, Permission.POST_EVENTS)
        return may_change(event, now=self._clock.now(), seen_version=event.version) or event

    async def preview(
        self, actor: Actor, event_id: EventId, version: int, draft: EventDraft
    ) -> ChangePreview | Refused:
        """What a change would look like and how many adults would be told."""
        async with self._db.read() as reading:
            event, organisation, _ = await access_event(reading, actor, event_id, Permission.POST_EVENTS)
            refused = await self._refuse(reading, actor, event, version, draft)
            if refused is not None and refused.reason is not Reason.NOTHING_CHANGED:
                return refused
            told, invited = await self._hearing(reading, actor, event, draft)
            groups = await reading.event_reads.labels(organisation.id, draft.group_ids)
            shut = await shut_groups(reading, organisation, draft.group_ids, draft.starts_at)
        changed = refused is None
        return ChangePreview(event, draft, organisation, groups, told, invited, changed=changed, shut=shut)

    async def change(
        self, actor: Actor, event_id: EventId, version: int, draft: EventDraft
    ) -> Changed | Refused:
        """A teacher changes an event: everybody who has heard of it reads «было … стало …», once."""
        now = self._clock.now()
        async with self._db.work() as work:
            event, organisation, _ = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := await self._refuse(work, actor, event, version, draft):
                return refused
            told, invited = await self._hearing(work, actor, event, draft)
            if refused := await change_event(work, event, draft, by=actor.person_id):
                return refused
            if _to_tell(event, draft):
                news = change(event, draft, now=now)
                if news.urgency is Urgency.NOW:
                    # an earlier change that waits for the morning would come too late
                    await work.outbox.cancel(subject_of(event_id), [NoticeKind.EVENT_CHANGED])
                heard = work.event_audiences.those_told(organisation.id, event_id, series_id=event.series_id)
                await work.outbox.fan_out(news, heard)
            if (new := _newly_invited(work, actor, event, draft)) is not None:
                await work.outbox.fan_out(
                    announcement(organisation.id, event_id, draft, event.version + 1), new
                )
            return Changed(await _current(work, event), told, invited, news=_to_tell(event, draft))

    async def preview_cancel(self, actor: Actor, event_id: EventId) -> CancelPreview | Refused:
        """How many adults would be told that the event is cancelled."""
        async with self._db.read() as reading:
            event, organisation, _ = await access_event(reading, actor, event_id, Permission.POST_EVENTS)
            if refused := may_change(event, now=self._clock.now(), seen_version=event.version):
                return refused
            return CancelPreview(event, organisation, await self._told(reading, event))

    async def cancel(self, actor: Actor, event_id: EventId, version: int) -> Changed | Refused:
        """A teacher cancels an event: whoever has heard of it is told, what is not sent yet is dropped."""
        now = self._clock.now()
        async with self._db.work() as work:
            event, organisation, _ = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_change(event, now=now, seen_version=version):
                return refused
            hearing = await self._told(work, event)
            if refused := await cancel_event(work, event, by=actor.person_id):
                return refused
            told = work.event_audiences.those_told(organisation.id, event_id, series_id=event.series_id)
            await work.outbox.fan_out(cancellation(event, now=now), told)
            return Changed(await _current(work, event), hearing)

    async def _refuse(
        self, reading: Reading, actor: Actor, event: Event, version: int, draft: EventDraft
    ) -> Refused | None:
        refused = may_change(event, now=self._clock.now(), seen_version=version)
        if refused is None:
            refused = await access_draft(reading, actor, event.organisation_id, draft, was=event)
        return Refused(Reason.NOTHING_CHANGED) if refused is None and _is_same(event, draft) else refused

    async def _hearing(
        self, reading: Reading, actor: Actor, event: Event, draft: EventDraft
    ) -> tuple[int, int]:
        """How many adults read «было … стало …», and how many are invited who were not before."""
        told = await self._told(reading, event) if _to_tell(event, draft) else 0
        audience = _newly_invited(reading, actor, event, draft)
        if audience is None:
            return told, 0
        new = await reading.outbox.preview_budget(
            announcement(event.organisation_id, event.id, draft, event.version + 1), audience
        )
        return told, new.people - new.closed

    async def _told(self, reading: Reading, event: Event) -> int:
        """Who has heard of the event, those included who still wait to read of an earlier change."""
        known = await reading.outbox.preview_budget(
            cancellation(event, now=self._clock.now()),
            reading.event_audiences.those_told(
                event.organisation_id, event.id, series_id=event.series_id, waiting=True
            ),
        )
        return known.people - known.closed


def _is_same(event: Event, draft: EventDraft) -> bool:
    """Whether a change would change nothing at all."""
    was, now = (
        (each.group_ids, each.bring, each.seats, each.invitees, each.picture) for each in (event, draft)
    )
    return not differs(event, draft) and was == now


def _to_tell(event: Event, draft: EventDraft) -> bool:
    """Whether people must hear of it: another wish to be reminded is nobody's news."""
    fewer = event.group_ids - draft.group_ids or event.invitees | draft.invitees != draft.invitees
    return differs(event, draft) or bool(fewer)


def _newly_invited(reading: Reading, actor: Actor, event: Event, draft: EventDraft) -> Audience | None:
    """Everybody whom the event is for by now and was not before; None when nobody was added."""
    if draft.group_ids <= event.group_ids and draft.invitees | event.invitees == event.invitees:
        return None
    today = today_in(actor, event.organisation_id, reading.clock)
    now, before = (
        reading.event_audiences.audience_of(
            *(event.organisation_id, each.group_ids, each.invitees),
            today=today,
            author=event.author_person_id,
        )
        for each in (draft, event)
    )
    return reading.event_audiences.but(now, before)


async def _current(reading: Reading, event: Event) -> Event:
    current = await reading.events.find(event.organisation_id, event.id)
    if current is None:
        raise Missing
    return current
