"""Consents for children: asked when they are needed, given by a representative or on paper, taken back by either."""

from datetime import date

from content.consents import ConsentTexts
from db.erasure_journal import ErasureJournal
from db.work import Database, Work
from domain.access import Permission
from domain.child_consents import NUMBER_LIMIT, represents
from domain.clock import Clock
from domain.ids import ChildId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Child, Organisation
from domain.privacy import ConsentText, Erasure, Purpose
from domain.quiz_views import AgreedChild
from domain.retention import CHILD_WITHDRAWN
from services.access import access_child, organisation_of
from services.consents import person_hash
from services.quiz_access import tie_to, ties
from services.quiz_standing import consent_missing


class ChildConsents:
    """Who agreed that a child takes part."""

    def __init__(
        self, database: Database, clock: Clock, texts: ConsentTexts, journal: ErasureJournal
    ) -> None:
        self._db = database
        self._clock = clock
        self._texts = texts
        self._journal = journal

    async def text(self, actor: Actor, child_id: ChildId, locale: str) -> ConsentText:
        """The text that a representative is asked to agree to now, with the operator's details in it."""
        _, organisation = _represented(actor, child_id)
        return self._texts.current(Purpose.CHILD, locale).filled(organisation)

    async def mine(self, actor: Actor) -> tuple[AgreedChild, ...]:
        """Own children for whom a consent stands: it can be taken back at any minute, also between waves."""
        own = [tie for tie in ties(actor) if represents(tie.child)]
        agreed: set[ChildId] = set()
        async with self._db.read() as reading:
            for here in {tie.membership.organisation_id for tie in own}:
                ids = [tie.child.child_id for tie in own if tie.membership.organisation_id == here]
                found = await reading.child_consents.of_children(here, ids)
                agreed |= {
                    one.child_id for rows in found.values() for one in rows if one.withdrawn_at is None
                }
        return tuple(
            AgreedChild(tie.child.child_id, tie.shown) for tie in own if tie.child.child_id in agreed
        )

    async def give(self, actor: Actor, child_id: ChildId, version: int) -> Refused | None:
        """A representative agrees to the text that was shown; a second tap writes nothing.

        Refused when a newer text has been published since, and when the other representative took consent back.
        """
        child, _ = _represented(actor, child_id)
        if version != self._texts.current_version(Purpose.CHILD):
            return Refused(Reason.CHANGED_MEANWHILE)
        text = self._texts.text(Purpose.CHILD, version, "ru")
        async with self._db.work() as work:
            await work.child_consents.take_turn(child.organisation_id, child_id)
            missing = await consent_missing(
                work, version, child.organisation_id, child_id, asks=actor.person_id
            )
            if missing is None or missing.reason is not Reason.CONSENT_NEEDED:
                return missing
            account = await work.erasures.account_of(actor.person_id)
            if account is None:
                raise Forbidden(f"{Permission.PLAY_WITH_CHILD} {child_id}")
            hashed = person_hash(await work.installation.person_hash_key(), *account)
            await work.child_consents.give(child, text, by=actor.person_id, person_hash=hashed)
            await self._note(work, actor, child, "child-consent.given", version=version)
        return None

    async def on_paper(self, actor: Actor, child_id: ChildId, number: str, day: date) -> Refused | None:
        """Staff note a consent that a representative signed on paper: «№ … от …», nothing of its words."""
        number = number.strip()
        if not number:
            return Refused(Reason.EMPTY)
        if len(number) > NUMBER_LIMIT:
            return Refused(Reason.TOO_LONG, {"limit": NUMBER_LIMIT, "length": len(number)})
        text = self._texts.current(Purpose.CHILD, "ru")
        async with self._db.work() as work:
            membership, child = await access_child(work, actor, child_id, Permission.ENTER_RESULTS)
            if child.left_at is not None:
                return Refused(Reason.CHILD_LEFT)
            if day > self._clock.today(membership.organisation.timezone):
                return Refused(Reason.DATE_TOO_FAR)
            await work.child_consents.take_turn(child.organisation_id, child_id)
            missing = await consent_missing(work, text.version, child.organisation_id, child_id, asks=None)
            if missing is None:
                return None
            await work.child_consents.note_paper(child, text, number, day, by=actor.person_id)
            await self._note(work, actor, child, "child-consent.noted", version=text.version)
        return None

    async def withdraw(self, actor: Actor, child_id: ChildId) -> None:
        """Either representative takes consent back, or staff note that it was taken back on paper.

        Whoever gave it, none stands any more, and the child's rows go at once (rule 15b); what closed waves counted
        stays. The erasure journal remembers it for restored backups.
        """
        async with self._db.work() as work:
            child = await self._concerned(work, actor, child_id)
            await work.child_consents.take_turn(child.organisation_id, child_id)
            ended = await work.child_consents.withdraw(child.organisation_id, child_id, by=actor.person_id)
            await work.erasures.forget_quizzes([child_id])
            if not ended:
                return
            line = await self._line(work, actor, child)
            await work.erasures.note(line)
            await self._note(work, actor, child, CHILD_WITHDRAWN)
        self._journal.append([line])

    async def _concerned(self, work: Work, actor: Actor, child_id: ChildId) -> Child:
        tie = tie_to(actor, child_id)
        if tie is not None and represents(tie.child):
            return _represented(actor, child_id)[0]
        _, child = await access_child(work, actor, child_id, Permission.ENTER_RESULTS)
        return child

    async def _line(self, work: Work, actor: Actor, child: Child) -> Erasure:
        account = await work.erasures.account_of(actor.person_id)
        if account is None:
            raise Missing
        hashed = person_hash(await work.installation.person_hash_key(), *account)
        return Erasure(
            at=self._clock.now(),
            person_id=actor.person_id,
            person_hash=hashed,
            organisation_id=child.organisation_id,
            purpose=Purpose.CHILD,
            child_id=child.id,
        )

    async def _note(self, work: Work, actor: Actor, child: Child, action: str, **details: int) -> None:
        await work.audit.note(
            action,
            organisation_id=child.organisation_id,
            by=actor.person_id,
            subject=f"child:{child.id}",
            **details,
        )


def _represented(actor: Actor, child_id: ChildId) -> tuple[Child, Organisation]:
    """A child whom this person represents: `Missing` for a stranger's, `Forbidden` for a relative (rule 3)."""
    tie = tie_to(actor, child_id)
    if tie is None:
        raise Missing
    if not represents(tie.child):
        raise Forbidden(f"{Permission.PLAY_WITH_CHILD} {child_id}")
    organisation = organisation_of(actor, tie.membership.organisation_id)
    return Child(child_id, organisation.id, tie.child.number, tie.child.group_id), organisation
