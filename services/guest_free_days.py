"""«Не зовём гостей»: days that a group, or the whole organisation, keeps to itself; and its quiet months."""

from datetime import date

from db.work import Database, Reading
from domain.access import Permission, grant, reach, require
from domain.clock import Clock
from domain.events import GroupLabel
from domain.forms import accepted, clean
from domain.guest_calendar import NOTE_LIMIT, may_keep_free
from domain.guest_date_views import FreeDaysPage
from domain.ids import FreeDaysId, GroupId, OrganisationId
from domain.outcomes import Missing, Refused
from domain.people import Actor
from services.access import organisation_of, reached_groups, today_in

PAGE = 8


class GuestFreeDays:
    """What staff do with days on which nobody is invited."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def groups(
        self, actor: Actor, organisation_id: OrganisationId
    ) -> tuple[tuple[GroupLabel, ...], bool]:
        """The groups whose days this person may keep free, and whether those of all at once, too."""
        async with self._db.read() as reading:
            groups = await reached_groups(reading, actor, organisation_id, Permission.OPEN_GUEST_DATES)
        return groups, self._for_all(actor, organisation_id)

    async def page(self, actor: Actor, organisation_id: OrganisationId, page: int = 0) -> FreeDaysPage:
        """Days without guests that are ahead, of the person's groups and of everybody."""
        async with self._db.read() as reading:
            return await self._page(reading, actor, organisation_id, page)

    async def add(
        self,
        actor: Actor,
        organisation_id: OrganisationId,
        group_id: GroupId | None,
        first: date,
        last: date,
        note: str | None,
    ) -> FreeDaysPage | Refused:
        """Keep days free of guests, with a word if wished; dates that are open already stay open."""
        words = None if note is None else accepted(clean(note), NOTE_LIMIT)
        async with self._db.work() as work:
            today = self._require(actor, organisation_id, group_id)
            if isinstance(words, Refused):
                return words
            if refused := may_keep_free(first, last, today=today):
                return refused
            if group_id is not None and not await work.groups.some(organisation_id, [group_id]):
                raise Missing
            entry = await work.guest_free_days.write(organisation_id, group_id, first, last, words)
            await work.audit.note(
                "guest-free-days.added",
                organisation_id=organisation_id,
                by=actor.person_id,
                subject=f"guest-free-days:{entry}",
            )
            return await self._page(work, actor, organisation_id, 0)

    async def remove(
        self, actor: Actor, organisation_id: OrganisationId, entry_id: FreeDaysId
    ) -> FreeDaysPage:
        """Guests may be invited on these days again."""
        async with self._db.work() as work:
            entry = await work.guest_free_days.find(organisation_id, entry_id)
            self._require(
                actor, organisation_id, None if entry is None else entry.group_id, own=entry is None
            )
            if entry is not None and await work.guest_free_days.drop(organisation_id, entry_id):
                await work.audit.note(
                    "guest-free-days.removed",
                    organisation_id=organisation_id,
                    by=actor.person_id,
                    subject=f"guest-free-days:{entry_id}",
                )
            return await self._page(work, actor, organisation_id, 0)

    async def set_quiet(
        self, actor: Actor, organisation_id: OrganisationId, month: int, *, on: bool
    ) -> FreeDaysPage:
        """A month is quiet, or is not: a series of dates leaves it out unless asked to."""
        if not 1 <= month <= 12:
            raise Missing
        async with self._db.work() as work:
            self._require(actor, organisation_id, None)
            await work.organisations.lock(organisation_id)
            organisation = await work.organisations.find(organisation_id)
            if organisation is None:
                raise Missing
            months = organisation.quiet_months | {month} if on else organisation.quiet_months - {month}
            if months != organisation.quiet_months:
                listed = ",".join(str(one) for one in sorted(months))
                await work.organisations.change(organisation_id, quiet_months=listed)
                await work.audit.note(
                    "guest-quiet-month.set" if on else "guest-quiet-month.unset",
                    organisation_id=organisation_id,
                    by=actor.person_id,
                    subject=f"organisation:{organisation_id}",
                    month=month,
                )
            return await self._page(work, actor, organisation_id, 0)

    async def _page(
        self, reading: Reading, actor: Actor, organisation_id: OrganisationId, page: int
    ) -> FreeDaysPage:
        today = today_in(actor, organisation_id, self._clock)
        reached = reach(actor, Permission.SEE_GUESTS, organisation_id, today)
        organisation = await reading.organisations.find(organisation_id)
        if organisation is None:
            raise Missing
        found = await reading.guest_free_days.standing(organisation_id, reached, today)
        page = max(page, 0)
        shown = found[page * PAGE : (page + 1) * PAGE]
        wanted = {entry.group_id for entry in shown if entry.group_id is not None}
        labels = {label.id: label for label in await reading.event_reads.labels(organisation_id, wanted)}
        for_all = self._for_all(actor, organisation_id)
        opens = {
            group_id
            for group_id in wanted
            if grant(actor, Permission.OPEN_GUEST_DATES, organisation_id, group_id=group_id, today=today)
        }
        return FreeDaysPage(
            organisation,
            tuple((entry, labels.get(entry.group_id) if entry.group_id else None) for entry in shown),
            frozenset(entry.id for entry in shown if for_all or entry.group_id in opens),
            page,
            len(found) > (page + 1) * PAGE,
            for_all,
            may_add=grant(actor, Permission.OPEN_GUEST_DATES, organisation_id, today=today) is not None,
        )

    def _for_all(self, actor: Actor, organisation_id: OrganisationId) -> bool:
        """Heads and methodists speak for all groups: whoever reaches every one of them."""
        today = today_in(actor, organisation_id, self._clock)
        if grant(actor, Permission.OPEN_GUEST_DATES, organisation_id, today=today) is None:
            return False
        return reach(actor, Permission.OPEN_GUEST_DATES, organisation_id, today) is None

    def _require(
        self, actor: Actor, organisation_id: OrganisationId, group_id: GroupId | None, *, own: bool = False
    ) -> date:
        """Of one group whoever opens its dates; of all groups whoever reaches them all. Gives today."""
        today = today_in(actor, organisation_id, self._clock)
        if group_id is not None or own:
            require(actor, Permission.OPEN_GUEST_DATES, organisation_id, group_id=group_id, today=today)
        else:
            require(actor, Permission.EDIT_GROUPS, organisation_id, today=today)
        organisation_of(actor, organisation_id)
        return today
