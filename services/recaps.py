"""What staff write after an event: who came, a line of result, a link to an album, thanks."""

from db.work import Database, Reading, Work
from domain.access import Permission, reach
from domain.answers import FamilyOrder
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.events import Event
from domain.forms import accepted, clean
from domain.ids import ChildId, EventId, GroupId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Organisation
from domain.recaps import (
    RESULT_LIMIT,
    Came,
    FamilyMark,
    MarksPage,
    RecapCard,
    ThanksPreview,
    album_link,
    is_possible,
    may_recap,
    promised,
    thanks,
)
from services.access import today_in
from services.event_access import access_event, may_post

PAGE = 12


class Recaps:
    """Writes recaps. Facts of a past event stay as they were; a recap may be written for three months."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def card(self, actor: Actor, event_id: EventId) -> RecapCard | Refused:
        """What has been written of an event; an old one may still be read."""
        async with self._db.read() as reading:
            event, organisation, reached = await access_event(reading, actor, event_id, Permission.SEE_EVENTS)
            refused = may_recap(event, now=self._clock.now())
            if refused is not None and refused.reason is not Reason.RECAP_TOO_LATE:
                return refused
            recap = await reading.recaps.find(organisation.id, event_id)
            counted = await reading.recaps.count(organisation.id, event_id, reached)
            moods = await reading.recaps.moods(organisation.id, [event_id])
            pictures = await reading.event_pictures.count(organisation.id, event_id)
            may_write = may_post(actor, organisation.id, reading, event)
            marking = _marked_by(actor, event, reading)
        return RecapCard(
            event,
            organisation,
            recap,
            counted,
            moods.get(event_id, {}),
            may_mark=refused is None and marking,
            may_write=refused is None and may_write,
            pictures=pictures,
        )

    async def marks(self, actor: Actor, event_id: EventId, page: int = 0) -> MarksPage | Refused:
        """Families of the groups that this person may announce to: those who would come first, then by number."""
        async with self._db.read() as reading:
            event, organisation, reached = await _access_marking(reading, actor, event_id)
            if refused := may_recap(event, now=self._clock.now()):
                return refused
            families = reading.attendance_reads
            page = max(page, 0)
            here, by = (organisation, event, reached), FamilyOrder.BY_PROMISE
            shown = await families.page(*here, by, limit=PAGE + 1, offset=page * PAGE)
            if page and not shown:
                page = max(0, ((await families.count(*here)).families - 1) // PAGE)
                shown = await families.page(*here, by, limit=PAGE + 1, offset=page * PAGE)
            came = await reading.recaps.came(organisation.id, event_id)
            said = await families.some(organisation, event, await families.coming(*here))
            counted = await reading.recaps.count(organisation.id, event_id, reached)
        return MarksPage(
            event,
            organisation,
            counted,
            tuple(FamilyMark(f.child_id, f.number, promised(f), came.get(f.child_id)) for f in shown[:PAGE]),
            sum(1 for family in said if promised(family) is not None and family.child_id not in came),
            page,
            len(shown) > PAGE,
        )

    async def mark(self, actor: Actor, event_id: EventId, child_id: ChildId, came: Came) -> Refused | None:
        """So many of a family were there; nobody takes the mark away."""
        if not is_possible(came):
            raise Missing
        async with self._db.work() as work:
            event, organisation, reached = await _access_marking(work, actor, event_id)
            if await work.attendance_reads.find(organisation, event, reached, child_id) is None:
                raise Missing
            if refused := may_recap(event, now=self._clock.now()):
                return refused
            if came.somebody:
                await work.recaps.mark(organisation.id, event_id, {child_id: came}, by=actor.person_id)
            elif not await work.recaps.unmark(organisation.id, event_id, child_id):
                return None
            await _note(
                work,
                actor,
                event,
                "recap.marked" if came.somebody else "recap.unmarked",
                child=child_id,
                adults=came.adults,
                children=int(came.child),
            )
        return None

    async def mark_all_who_said(self, actor: Actor, event_id: EventId) -> int | Refused:
        """Who promised has come, each as they promised, but for families that are marked; gives how many."""
        async with self._db.work() as work:
            event, organisation, reached = await _access_marking(work, actor, event_id)
            if refused := may_recap(event, now=self._clock.now()):
                return refused
            coming = await work.attendance_reads.coming(organisation, event, reached)
            families = await work.attendance_reads.some(organisation, event, coming)
            said = {family.child_id: there for family in families if (there := promised(family)) is not None}
            marked = await work.recaps.mark(organisation.id, event_id, said, by=actor.person_id, over=False)
            if marked:
                await _note(work, actor, event, "recap.all-marked", families=marked)
        return marked

    async def write_result(self, actor: Actor, event_id: EventId, text: str | None) -> Refused | None:
        """One line about how it was; None takes it away."""
        result = None if text is None else accepted(clean(text), RESULT_LIMIT)
        if isinstance(result, Refused):
            return result
        async with self._db.work() as work:
            event, organisation, _ = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_recap(event, now=self._clock.now()):
                return refused
            await work.recaps.write_result(organisation.id, event_id, result)
            await _note(work, actor, event, "recap.result-written")
        return None

    async def set_album(self, actor: Actor, event_id: EventId, text: str | None) -> Refused | None:
        """The link to the organisation's own album; None takes it away."""
        link = None if text is None else album_link(text)
        if isinstance(link, Refused):
            return link
        async with self._db.work() as work:
            event, organisation, _ = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_recap(event, now=self._clock.now()):
                return refused
            await work.recaps.set_album(organisation.id, event_id, link)
            await _note(work, actor, event, "recap.album-set")
        return None

    async def preview_thanks(self, actor: Actor, event_id: EventId) -> ThanksPreview | Refused:
        """What would be sent, and how many adults it would reach."""
        async with self._db.read() as reading:
            event, organisation, _ = await access_event(reading, actor, event_id, Permission.POST_EVENTS)
            if refused := may_recap(event, now=self._clock.now()):
                return refused
            recap = await reading.recaps.find(organisation.id, event_id)
            if recap.thanked_at is not None:
                return Refused(Reason.ALREADY_THANKED)
            pictures = await reading.event_pictures.count(organisation.id, event_id)
            reached = await reading.outbox.preview_budget(
                thanks(event), reading.recaps.those_who_came(organisation.id, event_id)
            )
        adults = reached.people - reached.closed
        if not adults:
            return Refused(Reason.NOBODY_TO_THANK)
        return ThanksPreview(event, organisation, recap, adults, reached.limited_families, pictures)

    async def thank(self, actor: Actor, event_id: EventId) -> int | Refused:
        """Those who came are thanked, once; gives how many adults."""
        async with self._db.work() as work:
            event, organisation, _ = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_recap(event, now=self._clock.now()):
                return refused
            came = work.recaps.those_who_came(organisation.id, event_id)
            if (await work.recaps.find(organisation.id, event_id)).thanked_at is not None:
                return Refused(Reason.ALREADY_THANKED)
            reached = await work.outbox.preview_budget(thanks(event), came)
            if reached.people == reached.closed:
                return Refused(Reason.NOBODY_TO_THANK)
            if not await work.recaps.thank(organisation.id, event_id):
                return Refused(Reason.ALREADY_THANKED)
            await work.outbox.fan_out(thanks(event), came)
            await _note(work, actor, event, "recap.thanked")
        return reached.people - reached.closed


async def _access_marking(
    reading: Reading, actor: Actor, event_id: EventId
) -> tuple[Event, Organisation, frozenset[GroupId] | None]:
    """An event, and the groups to whose families this person may announce."""
    event, organisation, _ = await access_event(reading, actor, event_id, Permission.SEE_EVENTS)
    reached = reach(
        actor, Permission.POST_EVENTS, organisation.id, today_in(actor, organisation.id, reading.clock)
    )
    return event, organisation, reached


def _marked_by(actor: Actor, event: Event, reading: Reading) -> bool:
    """Whether families of at least one of its groups are this person's to mark."""
    today = today_in(actor, event.organisation_id, reading.clock)
    try:
        reached = reach(actor, Permission.POST_EVENTS, event.organisation_id, today)
    except Forbidden:
        return False
    return bool(event.group_ids) and (reached is None or bool(event.group_ids & reached))


async def _note(work: Work, actor: Actor, event: Event, what: str, **details: int) -> None:
    await work.audit.note(
        what,
        organisation_id=event.organisation_id,
        by=actor.person_id,
        subject=subject_of(event.id),
        **details,
    )
