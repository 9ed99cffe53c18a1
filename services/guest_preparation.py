"""What a guest prepares with, and what is ready: for the guest, and for staff who prepare the group."""

from db.work import Database, Reading
from domain.access import Permission, grant
from domain.clock import Clock
from domain.guest_checklist import OF_GUEST, CheckItem, checklists
from domain.guest_preparation import Preparation, Talk
from domain.guests import AGREED, Visit, may_give_back
from domain.ids import GroupId, VisitId
from domain.notices import Notice
from domain.outcomes import Forbidden, Reason, Refused
from domain.people import Actor, Organisation
from domain.professions import Catalogue, ChosenProfession
from services.access import today_in
from services.guest_access import access_group_to_visit, access_visit_to_prepare, card_of, minutes_in
from services.guest_news import note_visit
from services.guest_told import visit_of_notice


class GuestPreparation:
    """«🎒 Подготовка» of a visit."""

    def __init__(self, database: Database, clock: Clock, catalogue: Catalogue) -> None:
        """Work on one database, with the cards of one catalogue."""
        self._db = database
        self._clock = clock
        self._catalogue = catalogue

    async def look(self, actor: Actor, visit_id: VisitId) -> Preparation:
        """A visit with the card of its profession, the minutes that were told or suit the age, and what is ready."""
        async with self._db.read() as reading:
            visit, organisation = await access_visit_to_prepare(reading, actor, visit_id)
            return await self._of(reading, actor, visit, organisation)

    async def ahead(self, actor: Actor, group_id: GroupId, chosen: ChosenProfession) -> Talk:
        """What to tell of a profession, for who thinks of visiting a group."""
        async with self._db.read() as reading:
            organisation = await access_group_to_visit(reading, actor, group_id)
            minutes = await minutes_in(reading, organisation.id, group_id)
        card = None if chosen.slug is None else self._catalogue.by_slug.get(chosen.slug)
        return Talk(organisation.kind, chosen.name, card, minutes)

    async def tick(
        self, actor: Actor, visit_id: VisitId, item: CheckItem, *, on: bool
    ) -> Preparation | Refused:
        """Something is ready, or is not after all: the guest says so of their own list, staff of the group's."""
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_prepare(work, actor, visit_id)
            theirs = visit.guest_id == actor.person_id
            if (item in OF_GUEST and not theirs) or (
                item not in OF_GUEST and not _decides(work, actor, visit)
            ):
                raise Forbidden(f"{item} of visit {visit_id}")
            if refused := may_give_back(visit, now=self._clock.now()):
                return refused
            if not any(item in one.items for one in checklists(visit, ())):
                return Refused(Reason.CHANGED_MEANWHILE)
            change = work.guest_preparations.tick if on else work.guest_preparations.untick
            if await change(visit, item):
                said = "ticked" if on else "unticked"
                await note_visit(work, actor, visit, f"guest-preparation.{said}", item=item.value)
            return await self._of(work, actor, visit, organisation)

    async def advice_for_notice(self, notice: Notice) -> Preparation | None:
        """What comes to a guest by itself before the visit: while it is agreed upon and ahead."""
        async with self._db.read() as reading:
            found = await visit_of_notice(reading, notice, access_visit_to_prepare)
            if found is None:
                return None
            actor, visit, organisation = found
            mine = visit.guest_id == actor.person_id
            if not mine or visit.status not in AGREED or visit.starts_at <= self._clock.now():
                return None
            return await self._of(reading, actor, visit, organisation)

    async def asked_for_notice(self, notice: Notice) -> Preparation | None:
        """The same with what the children ask: while they ask something."""
        view = await self.advice_for_notice(notice)
        return view if view is not None and view.questions else None

    async def _of(
        self, reading: Reading, actor: Actor, visit: Visit, organisation: Organisation
    ) -> Preparation:
        card = await card_of(reading, actor, visit, organisation)
        minutes = None if visit.details is None else visit.details.minutes
        if minutes is None:
            minutes = await minutes_in(reading, organisation.id, visit.group_id)
        slug, decides = visit.profession.slug, _decides(reading, actor, visit)
        guest, group = checklists(visit, await reading.guest_preparations.ticked(visit))
        questions = await reading.guest_preparations.questions(visit)
        return Preparation(
            card,
            None if slug is None else self._catalogue.by_slug.get(slug),
            minutes,
            guest,
            group,
            tuple(one for one in questions if decides or one.sent),
            decides,
        )


def _decides(reading: Reading, actor: Actor, visit: Visit) -> bool:
    today = today_in(actor, visit.organisation_id, reading.clock)
    allowed = grant(
        actor, Permission.DECIDE_GUESTS, visit.organisation_id, group_id=visit.group_id, today=today
    )
    return allowed is not None
