"""The retention job: drops whatever has been kept long enough, and leaves an act of it (rule 12)."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from db.erasure_journal import ErasureJournal
from db.work import Database, Work
from domain.access import Permission
from domain.clock import Clock
from domain.guest_messages import KEPT_AFTER
from domain.ids import MembershipId, OrganisationId, PersonId
from domain.people import Actor, Organisation
from domain.privacy import (
    ANSWERS_KEPT,
    AUDIT_KEPT,
    DRAFTS_KEPT,
    FEEDBACK_KEPT,
    LINKS_KEPT,
    NOTICES_KEPT,
    PROOF_KEPT,
    REQUESTS_KEPT,
    ROLELESS_KEPT,
    SEATS_KEPT,
    UPDATES_KEPT,
    VISITS_KEPT,
    Erasure,
    Purpose,
)
from domain.retention import RETENTION_DONE, ROLE_ENDED, Deleted, RetentionActs, acts_of
from domain.waves import school_year
from services.access import access_organisation
from services.erasing import erase_person
from services.guest_freeing import leave_visits
from services.seat_freeing import follow_families

MESSAGES_KEPT = timedelta(days=400)
"""Where a message stands is known for a school year: as long as it may have to be updated or edited."""


class Retention:
    """«Do whatever is due by now»: a missed run costs nothing, a second one does nothing."""

    def __init__(
        self, database: Database, clock: Clock, journal: ErasureJournal, owner_ids: frozenset[int]
    ) -> None:
        self._db = database
        self._clock = clock
        self._journal = journal
        self._owner_ids = owner_ids

    async def run_due(self) -> dict[OrganisationId | None, Counter[str]]:
        """Drop what is due, one transaction for each organisation; what went, by organisation and kind."""
        now = self._clock.now()
        async with self._db.read() as reading:
            organisations = await reading.organisations.all()
        done: dict[OrganisationId | None, Counter[str]] = {}
        for organisation in organisations:
            async with self._db.work(claims=False) as work:
                done[organisation.id] = await self._of_organisation(work, organisation, now)
        async with self._db.read() as reading:
            roleless = await reading.retention.roleless_since(now - ROLELESS_KEPT, self._owner_ids)
        async with self._db.work(claims=False) as work:
            found = [await _erase_roleless(work, person_id) for person_id in roleless]
            erased = [line for line in found if line is not None]
            done[None] = await self._of_installation(work, now, len(erased))
        self._journal.append(erased)
        return {where: counts for where, counts in done.items() if counts.total()}

    async def acts(self, actor: Actor, organisation_id: OrganisationId) -> RetentionActs:
        """The head reads what went, month by month, as far back as the log is kept whole."""
        seen_as = access_organisation(actor, organisation_id, Permission.READ_AUDIT, self._clock)
        zone = ZoneInfo(seen_as.organisation.timezone)
        kept_since = (self._clock.now() - AUDIT_KEPT).astimezone(zone)
        first_whole = (kept_since.replace(day=1) + timedelta(days=31)).replace(day=1)
        since = first_whole.replace(hour=0, minute=0, second=0, microsecond=0)
        async with self._db.read() as reading:
            log = await reading.audit_reads.deletions(organisation_id, since)
        today = self._clock.today(seen_as.organisation.timezone)
        return RetentionActs(seen_as.organisation, acts_of(seen_as.organisation, log), today)

    async def _of_organisation(self, work: Work, organisation: Organisation, now: datetime) -> Counter[str]:
        counts: Counter[str] = Counter()
        org = organisation.id
        counts[Deleted.REQUESTS] = await work.requests.purge_decided_before(org, now - REQUESTS_KEPT)
        counts[Deleted.LINKS] = await work.retention.links_before(org, now - LINKS_KEPT)
        counts[Deleted.TIES] = await work.retention.ties_to_children_left_before(org, now - ROLELESS_KEPT)
        childless = await work.retention.parents_without_children(org, now - ROLELESS_KEPT)
        counts[Deleted.PARENTS] = await _end_parents(work, org, childless)
        for purpose in (one for one in Purpose if one is not Purpose.ENTRANCE):
            counts[Deleted.PURPOSES] += await work.retention.consents_without_role(
                org, purpose, ended_before=now - ROLELESS_KEPT, now=now
            )
        before = now - KEPT_AFTER
        told = await work.guest_preparations.purge_before(org, before)
        counts[Deleted.MESSAGES], counts[Deleted.ENTRANCE_NAMES] = told
        counts[Deleted.PURPOSES] += await work.retention.entrance_consents_without_name(org, before, now=now)
        counts[Deleted.VISITS] = await work.guest_visits.purge_ended_before(org, now - VISITS_KEPT)
        counts[Deleted.LIKINGS] = await work.guest_likings.purge_before(org, now - FEEDBACK_KEPT)
        counts[Deleted.EVENTS] = await _forget_events(work, organisation, now)
        counts[Deleted.ANNOUNCEMENTS] = await work.announcements.purge_before(
            org, _last_year(work, organisation)
        )
        counts["places"] = await work.event_retention.places_before(org, now - NOTICES_KEPT)
        over = work.clock.today(organisation.timezone) - NOTICES_KEPT
        counts["closures"] = await work.closures.purge_before(org, over)
        await work.guest_free_days.purge_before(org, over)
        await work.guest_pauses.purge_before(org, over)
        counts[Deleted.QUIZ_ANSWERS] = await work.retention.quiz_answers_before(org, now - ANSWERS_KEPT)
        counts[Deleted.CONSENTS] = await work.consents.purge_withdrawn_before(org, now - PROOF_KEPT)
        counts[Deleted.CONSENTS] += await work.child_consents.purge_withdrawn_before(org, now - PROOF_KEPT)
        counts[Deleted.NOTICES] = await work.retention.notices_before(org, now - NOTICES_KEPT)
        counts[Deleted.AUDIT] = await work.retention.audit_before(org, now - AUDIT_KEPT)
        await _leave_act(work, org, counts)
        return +counts

    async def _of_installation(self, work: Work, now: datetime, erased: int) -> Counter[str]:
        counts: Counter[str] = Counter()
        counts[Deleted.PERSONS] = erased
        counts["drafts"] = await work.retention.drafts_before(now - DRAFTS_KEPT)
        counts[Deleted.NOTICES] = await work.retention.notices_before(None, now - NOTICES_KEPT)
        counts["messages"] = await work.retention.messages_before(now - MESSAGES_KEPT)
        counts[Deleted.AUDIT] = await work.retention.audit_before(None, now - AUDIT_KEPT)
        await _leave_act(work, None, counts)
        await work.retention.updates_before(now - UPDATES_KEPT)
        return +counts


async def _forget_events(work: Work, organisation: Organisation, now: datetime) -> int:
    """Seats, feedback and what comes afterwards, each in its time; the latter serves this school year and the next."""
    org, events = organisation.id, work.event_retention
    last_year = _last_year(work, organisation)
    return (
        await events.parties_before(org, now - SEATS_KEPT)
        + await events.feedback_before(org, now - FEEDBACK_KEPT)
        + await events.attendances_before(org, last_year)
        + await events.pictures_before(org, last_year)
        + await events.sheets_before(org, last_year)
    )


def _last_year(work: Work, organisation: Organisation) -> datetime:
    """The beginning of the school year before this one."""
    year = school_year(work.clock.today(organisation.timezone))
    return datetime(year - 1, 9, 1, tzinfo=ZoneInfo(organisation.timezone)).astimezone(UTC)


async def _erase_roleless(work: Work, person_id: PersonId) -> Erasure | None:
    """Erase somebody without a role, unless they have come back since they were found."""
    person = await work.people.find_person(person_id)
    if person is None or person.memberships or await work.requests.own_pending(person_id):
        return None
    return await erase_person(work, person_id, asked=False)


async def _end_parents(
    work: Work, organisation_id: OrganisationId, roles: list[tuple[MembershipId, PersonId]]
) -> int:
    """End the roles of parents whose children have all left, with their answers and the consent."""
    for membership_id, person_id in roles:
        await work.people.end_membership(organisation_id, membership_id)
        await leave_visits(work, person_id, organisation_id)
        await follow_families(work, organisation_id, people=[person_id])
        await work.erasures.forget_answers(organisation_id, person_id)
        await work.child_consents.end_of(organisation_id, person_id)
        await work.consents.withdraw(organisation_id, person_id, [Purpose.PARENT])
        await work.audit.note(
            ROLE_ENDED,
            organisation_id=organisation_id,
            by=None,
            subject=f"person:{person_id}",
        )
    return len(roles)


async def _leave_act(work: Work, organisation_id: OrganisationId | None, counts: Counter[str]) -> None:
    if counts.total():
        await work.audit.note(
            RETENTION_DONE, organisation_id=organisation_id, by=None, subject=None, **dict(+counts)
        )
