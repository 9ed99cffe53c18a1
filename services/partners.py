"""The registry of partners: kind, number of the agreement and its term, nothing more (rule 13)."""

from datetime import date

from db.work import Database
from domain.access import Permission, grant
from domain.clock import Clock
from domain.ids import MembershipId, OrganisationId
from domain.links import LinkKind
from domain.notices import Notice
from domain.organisation import AGREEMENT_LIMIT, PartnerLine, PartnerTerms, one_line, term_near
from domain.organisation_views import PartnerCard, Registry
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Membership, PartnerKind, Role
from services.access import access_member, access_organisation, today_in
from services.roles import end_role


class Partners:
    """What staff do with partners."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def registry(self, actor: Actor, organisation_id: OrganisationId) -> Registry:
        """The list of partners."""
        seen_as = access_organisation(actor, organisation_id, Permission.SEE_PARTNERS, self._clock)
        today = today_in(actor, organisation_id, self._clock)
        async with self._db.read() as reading:
            members = await reading.people.memberships(organisation_id, {Role.PARTNER})
            terms = await reading.organisation_reads.partner_terms(organisation_id)
            waiting = await reading.links.waiting(organisation_id, LinkKind.PARTNER)
        return Registry(
            organisation=seen_as.organisation,
            lines=tuple(_line(member, terms) for member in members),
            waiting=len(waiting),
            may_invite=grant(actor, Permission.INVITE_PARTNERS, organisation_id, today=today) is not None,
        )

    async def partner(self, actor: Actor, membership_id: MembershipId) -> PartnerCard:
        """One partner with the terms of the agreement, and whether the person may change them."""
        async with self._db.read() as reading:
            seen_as, member = await access_member(reading, actor, membership_id, Permission.SEE_PARTNERS)
            _must_be_partner(member)
            terms = await reading.organisation_reads.partner_terms(member.organisation_id)
            passed_on = await reading.guest_passing.of_partner(member.organisation_id, member.id)
        today = today_in(actor, member.organisation_id, self._clock)
        return PartnerCard(
            line=_line(member, terms),
            organisation=seen_as.organisation,
            may_change=grant(actor, Permission.INVITE_PARTNERS, member.organisation_id, today=today)
            is not None,
            passed_on=passed_on,
        )

    async def write_agreement(
        self, actor: Actor, membership_id: MembershipId, number: str | None
    ) -> Membership | Refused:
        """Write the number of the agreement; None forgets it."""
        line = None if number is None else one_line(number, AGREEMENT_LIMIT, numbers=True)
        async with self._db.work() as work:
            _, member = await access_member(work, actor, membership_id, Permission.INVITE_PARTNERS)
            _must_be_partner(member)
            if isinstance(line, Refused):
                return line
            await work.staff.change(member.organisation_id, member.id, agreement=line)
            await work.audit.note(
                "partner.agreement-written",
                organisation_id=member.organisation_id,
                by=actor.person_id,
                subject=f"membership:{member.id}",
            )
        return member

    async def set_term(self, actor: Actor, membership_id: MembershipId, until: date) -> Membership | Refused:
        """Say until what day the partnership holds, that day included.

        Never longer than the partner has agreed to (rule 13): for more they get a new invitation.
        """
        async with self._db.work() as work:
            _, member = await access_member(work, actor, membership_id, Permission.INVITE_PARTNERS)
            _must_be_partner(member)
            if until < today_in(actor, member.organisation_id, self._clock):
                return Refused(Reason.DATE_PAST)
            if member.term_until is not None and until > member.term_until:
                return Refused(Reason.TERM_AGREED, {"until": member.term_until})
            await work.staff.change(member.organisation_id, member.id, term_until=until)
            await work.audit.note(
                "partner.term-set",
                organisation_id=member.organisation_id,
                by=actor.person_id,
                subject=f"membership:{member.id}",
            )
        return member

    async def end(self, actor: Actor, membership_id: MembershipId) -> Membership:
        """End a partnership before its term."""
        async with self._db.work() as work:
            _, member = await access_member(work, actor, membership_id, Permission.INVITE_PARTNERS)
            _must_be_partner(member)
            await end_role(work, member, by=actor.person_id, told=True)
            await work.audit.note(
                "partner.ended",
                organisation_id=member.organisation_id,
                by=actor.person_id,
                subject=f"membership:{member.id}",
            )
        return member

    async def run_due(self) -> int:
        """Tell of partnerships that end soon, and end those whose term is over; how many there were of both."""
        return await self.tell_due() + await self.end_due()

    async def tell_due(self) -> int:
        """Tell methodists and heads, once for each term, that a partnership ends within `TERM_NEAR`; how many.

        A tick, so nobody's permission is asked. The key of the message remembers that it was told.
        """
        near = 0
        async with self._db.work() as work:
            for organisation in await work.organisations.all():
                today = self._clock.today(organisation.timezone)
                for membership_id, until in await work.staff.partners_near_term(organisation.id, today):
                    members = await work.people.memberships(organisation.id, {Role.METHODIST, Role.HEAD})
                    await work.outbox.put(
                        *(term_near(organisation.id, membership_id, until, one.person_id) for one in members)
                    )
                    near += 1
        return near

    async def near_for_notice(self, notice: Notice) -> PartnerLine | None:
        """A partner whose term ends soon; None once it was changed, or the partnership is over."""
        here = notice.organisation_id
        if here is None:
            return None
        async with self._db.read() as reading:
            member = await reading.people.find_membership(
                here, MembershipId(int(notice.params["membership"]))
            )
            terms = await reading.organisation_reads.partner_terms(here)
        if member is None or member.role is not Role.PARTNER:
            return None
        line = _line(member, terms)
        until = line.terms.term_until
        return None if until is None or until.toordinal() != int(notice.params["until"]) else line

    async def end_due(self) -> int:
        """End the partnerships whose term is over, wherever it is already the next day; how many there were.

        A tick, so nobody's permission is asked.
        """
        ended = 0
        async with self._db.work() as work:
            for organisation in await work.organisations.all():
                today = self._clock.today(organisation.timezone)
                for membership_id in await work.staff.partners_past_term(organisation.id, today):
                    member = await work.people.find_membership(organisation.id, membership_id)
                    if member is None:
                        continue
                    await end_role(work, member, by=None, told=True)
                    await work.audit.note(
                        "partner.term-over",
                        organisation_id=organisation.id,
                        by=None,
                        subject=f"membership:{membership_id}",
                    )
                    ended += 1
        return ended


def _line(member: Membership, terms: dict[MembershipId, PartnerTerms]) -> PartnerLine:
    return PartnerLine(member, terms.get(member.id, PartnerTerms(PartnerKind.OTHER, None, None)))


def _must_be_partner(member: Membership) -> None:
    if member.role is not Role.PARTNER:
        raise Missing
