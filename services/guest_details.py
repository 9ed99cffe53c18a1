"""What a guest fills in after «предварительно да»: prefilled from the profession's card, checked, written."""

from dataclasses import replace

from db.work import Work
from domain.forms import accepted, clean
from domain.guest_notices import subject_of
from domain.guests import (
    LONGEST,
    MINUTES,
    PLAN_LIMIT,
    SHORTEST,
    THINGS_LIMIT,
    Details,
    Visit,
    VisitStatus,
    after_details,
)
from domain.notices import NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import Actor, Group, Organisation
from domain.professions import Catalogue
from services.guest_news import note_visit, tell_teachers


def prefilled(visit: Visit, group: Group, catalogue: Catalogue) -> Details:
    """What was filled in before, else what the card of the profession proposes, for children of this age."""
    if visit.details is not None:
        return visit.details
    slug = visit.profession.slug
    card = None if slug is None else catalogue.by_slug.get(slug)
    minutes = MINUTES[group.age_band]
    if card is None:
        return Details("", None, None, frozenset(), minutes)
    return Details("\n".join(card.plan), card.brings or None, card.needs or None, card.dangers, minutes)


def checked(details: Details) -> Details | Refused:
    """The details as they are written down, or what is wrong with them."""
    plan = accepted(clean(details.plan, lines=True), PLAN_LIMIT)
    if isinstance(plan, Refused):
        return plan
    brings = _things(details.brings)
    if isinstance(brings, Refused):
        return brings
    needs = _things(details.needs)
    if isinstance(needs, Refused):
        return needs
    if not SHORTEST <= details.minutes <= LONGEST:
        return Refused(Reason.NOT_A_NUMBER, {"low": SHORTEST, "high": LONGEST})
    return replace(details, plan=plan, brings=brings, needs=needs)


async def write(
    work: Work, actor: Actor, organisation: Organisation, visit: Visit, details: Details
) -> Refused | None:
    """Keep the details: without dangers the visit is final, else the teachers look at it once more (rule 31)."""
    asked = visit.change is not None
    if details == visit.details and not asked:
        return None
    status = after_details(details, entered=visit.entered)
    if visit.status is VisitStatus.APPLIED:  # told before the first answer, since a teacher asked
        status = visit.status
    if not await work.guest_visits.write_details(visit, status, details):
        return Refused(Reason.CHANGED_MEANWHILE)
    final = status is VisitStatus.CONFIRMED
    kind = NoticeKind.GUEST_READY if final else NoticeKind.GUEST_DETAILED
    if asked:
        kind = NoticeKind.GUEST_CHANGED
        await work.outbox.cancel(subject_of(visit.id), (NoticeKind.GUEST_CHANGE_ASKED,))
    if not visit.entered:  # else it is a teacher who fills it in
        await tell_teachers(work, organisation, visit, visit.version + 1, kind)
    await note_visit(work, actor, visit, "guest-visit.detailed", dangers=len(details.dangers))
    return None


def _things(typed: str | None) -> str | Refused | None:
    words = clean(typed or "", lines=True)
    return accepted(words, THINGS_LIMIT) if words else None
