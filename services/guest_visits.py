"""The staff's side of a visit: answered, concluded."""

from db.work import Database, Work
from domain.access import Permission, grant
from domain.clock import Clock
from domain.events import GroupLabel
from domain.forms import accepted, clean
from domain.guest_notices import subject_of
from domain.guest_outcomes import Missed
from domain.guest_views import MetProfession, VisitCard
from domain.guests import (
    CHILDREN_LIMIT,
    NOTE_LIMIT,
    OWN_WORDS,
    GuestDecline,
    Visit,
    VisitStatus,
    may_conclude,
    may_decide,
    may_decline,
)
from domain.ids import GroupId, VisitId
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Organisation
from services.access import today_in
from services.guest_access import (
    access_visit_to_decide,
    current_card,
    group_label,
    organisations_of,
    own_groups,
)
from services.guest_freeing import decline
from services.guest_news import UNHEARD, note_visit, tell_families, tell_guest

_CHANGED = Refused(Reason.CHANGED_MEANWHILE)


class GuestVisits:
    """What teachers do with guests who have applied."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def accept(self, actor: Actor, visit_id: VisitId, version: int) -> VisitCard | Refused:
        """«Предварительно да» to an application; «подтвердить» to details in which something is dangerous."""
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_decide(work, actor, visit_id)
            if refused := may_decide(visit, now=self._clock.now(), seen_version=version):
                return refused
            first = visit.status is VisitStatus.APPLIED and visit.details is None
            status = VisitStatus.TENTATIVE if first else VisitStatus.CONFIRMED
            if not await work.guest_visits.change(visit, status):
                return _CHANGED
            kind = NoticeKind.GUEST_ACCEPTED if first else NoticeKind.GUEST_CONFIRMED
            await tell_guest(work, actor, visit, version + 1, kind)
            await note_visit(work, actor, visit, f"guest-visit.{status.value}")
            return await current_card(work, actor, visit, organisation)

    async def decline(
        self, actor: Actor, visit_id: VisitId, version: int, reason: GuestDecline, note: str | None
    ) -> VisitCard | Refused:
        """A teacher says no, also to what was agreed upon: the date is free again, the guest hears why."""
        words = _words(reason, note)
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_decide(work, actor, visit_id)
            if isinstance(words, Refused):
                return words
            if refused := may_decline(visit, now=self._clock.now(), seen_version=version):
                return refused
            if not await decline(work, actor, visit, reason, words):
                return _CHANGED
            return await current_card(work, actor, visit, organisation)

    async def held(self, actor: Actor, visit_id: VisitId, children: int) -> VisitCard | Refused:
        """«Провели»: with the number of children who were there; a slip of the finger is corrected the same way."""
        if not 1 <= children <= CHILDREN_LIMIT:
            return Refused(Reason.NOT_A_NUMBER, {"low": 1, "high": CHILDREN_LIMIT})
        return await self._conclude(actor, visit_id, VisitStatus.HELD, children)

    async def not_held(
        self, actor: Actor, visit_id: VisitId, missed: Missed = Missed.UNSAID
    ) -> VisitCard | Refused:
        """«Не состоялось», with a neutral reason; another one corrects it."""
        return await self._conclude(actor, visit_id, VisitStatus.NOT_HELD, None, missed)

    async def write_note(self, actor: Actor, visit_id: VisitId, note: str | None) -> VisitCard | Refused:
        """The teacher's own note for the journal, of a visit that was held; None: there is none any more."""
        typed = clean(note or "")
        words = accepted(typed, NOTE_LIMIT) if typed else None
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_decide(work, actor, visit_id)
            if isinstance(words, Refused):
                return words
            if visit.status is not VisitStatus.HELD:
                return _CHANGED
            if words != visit.note:
                if not await work.guest_visits.change(visit, visit.status, note=words):
                    return _CHANGED
                await note_visit(work, actor, visit, "guest-visit.noted")
            return await current_card(work, actor, visit, organisation)

    async def met(self, actor: Actor, group_id: GroupId) -> tuple[GroupLabel, tuple[MetProfession, ...]]:
        """The professions that a group has met: for its staff, and for the adults of its children."""
        async with self._db.read() as reading:
            for organisation_id in organisations_of(actor):
                if await reading.groups.find(organisation_id, group_id) is None:
                    continue
                today = today_in(actor, organisation_id, self._clock)
                sees = grant(actor, Permission.SEE_GUESTS, organisation_id, group_id=group_id, today=today)
                if sees is None and group_id not in own_groups(actor, organisation_id):
                    raise Forbidden(f"{Permission.SEE_GUESTS} of group {group_id}")
                label = await group_label(reading, organisation_id, group_id)
                return label, await reading.guest_reads.met(organisation_id, group_id)
        raise Missing

    async def _conclude(
        self,
        actor: Actor,
        visit_id: VisitId,
        status: VisitStatus,
        children: int | None,
        missed: Missed | None = None,
    ) -> VisitCard | Refused:
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_decide(work, actor, visit_id)
            if refused := may_conclude(visit, now=self._clock.now()):
                return refused
            if (visit.status, visit.children, visit.missed) != (status, children, missed):
                why = None if missed is None else missed.value
                if not await work.guest_visits.change(visit, status, children=children, missed=why):
                    return _CHANGED
                held = status is VisitStatus.HELD
                await (work.guest_traces.meet(visit) if held else work.guest_traces.forget(visit))
                await work.outbox.cancel(
                    subject_of(visit.id), (NoticeKind.GUEST_AFTER, NoticeKind.GUEST_FOLLOW_UP, *UNHEARD)
                )
                await self._tell_families(work, organisation, visit, status)
                counted = {} if children is None else {"children": children}
                await note_visit(work, actor, visit, f"guest-visit.{status.value}", **counted)
            return await current_card(work, actor, visit, organisation)

    async def _tell_families(
        self, work: Work, organisation: Organisation, visit: Visit, status: VisitStatus
    ) -> None:
        """«По дороге домой»: once for a visit that was held; of one that was not, nothing is left of it."""
        if status is VisitStatus.HELD and visit.status is not VisitStatus.HELD:
            await tell_families(work, organisation, visit)
        elif status is VisitStatus.NOT_HELD:
            await work.outbox.cancel(subject_of(visit.id), (NoticeKind.GUEST_WAY_HOME,))
            await work.guest_likings.forget(visit)


def _words(reason: GuestDecline, note: str | None) -> str | Refused | None:
    """A teacher's own words to the guest: asked for where no ready reason fits, allowed with any."""
    typed = clean(note or "")
    if not typed:
        return Refused(Reason.EMPTY) if reason in OWN_WORDS else None
    return accepted(typed, NOTE_LIMIT)
