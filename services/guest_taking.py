"""How a date gets its one guest, whoever writes the application down: the guest, or staff for one without a phone."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from db.work import Work
from domain.forms import accepted, clean
from domain.guest_outcomes import ComerKind
from domain.guests import PROFESSION_LIMIT, Application, Comer, Slot, Visit, VisitStatus, may_take
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor
from domain.professions import Catalogue, ChosenProfession
from services.guest_access import own_groups
from services.guest_line import refuse_kept


@dataclass(frozen=True, slots=True)
class Taken:
    """A date with its visit."""

    visit: Visit
    new: bool
    """Not of a draft that was sent before."""


def checked(application: Application, catalogue: Catalogue) -> Application | Refused:
    """The application as it is written down, or what is wrong with it."""
    if not application.formats:
        return Refused(Reason.NOTHING_PICKED)
    chosen = application.profession
    if chosen.slug is not None:
        card = catalogue.by_slug.get(chosen.slug)
        if card is None:
            raise Missing
        return replace(application, profession=ChosenProfession(card.name, card.slug))
    name = accepted(clean(chosen.name), PROFESSION_LIMIT)
    return name if isinstance(name, Refused) else replace(application, profession=ChosenProfession(name))


async def take_date(
    work: Work,
    slot: Slot,
    application: Application | Refused,
    comer: Comer,
    token: str,
    status: VisitStatus,
    of_draft: Callable[[], Awaitable[Visit | None]],
) -> Taken | Refused:
    """Take a date by one conditional UPDATE and write its visit; the visit of this very draft, if it was sent before.

    `of_draft` finds that visit, for whoever may see it. Whoever takes a date holds the group's turn: it is not taken while
    it is kept for somebody who waits.
    """
    now = work.clock.now()
    visit = await of_draft()
    if visit is not None:
        return Taken(visit, new=False)
    if isinstance(application, Refused):
        return application
    if refused := may_take(slot, now=now) or await refuse_kept(work, slot, comer.guest_id):
        return refused
    if not await work.guest_openings.take(slot):
        visit = await of_draft()
        if visit is not None:
            return Taken(visit, new=False)
        current = await work.guest_openings.find_slot(slot.organisation_id, slot.id)
        refused = None if current is None else may_take(current, now=now)
        return refused or Refused(Reason.SLOT_TAKEN)
    visit_id = await work.guest_visits.apply(slot, comer, application, token, status)
    await work.guest_openings.hand_over(slot, visit_id)
    visit = await of_draft()
    if visit is None:
        raise Missing
    return Taken(visit, new=visit_id is not None)


def comes_as(actor: Actor, slot: Slot) -> ComerKind:
    """As whom the person takes a date: to the own child's group as a parent, elsewhere as a partner."""
    own = slot.group_id in own_groups(actor, slot.organisation_id)
    return ComerKind.FAMILY if own else ComerKind.PARTNER
