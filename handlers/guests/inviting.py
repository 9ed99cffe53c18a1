"""What the forms of dates share: groups and partners to choose from, and «✅ Пригласить», which opens the dates once."""

from collections.abc import Awaitable, Callable, Sequence

from domain.guests import OpeningDraft
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.common.form_facts import organisation_id_of, organisation_of
from handlers.common.form_model import Form, Option
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from messenger.show import Show
from screens import guests_opening as screens
from screens.base import say
from screens.people import places_apart
from services.guest_openings import GuestOpenings


async def groups(run: FormRun) -> Sequence[Option]:
    """The groups for which the person may open dates."""
    openings: GuestOpenings = run.services["guest_openings"]
    found = await openings.groups(run.actor, organisation_id_of(run))
    return [Option(str(g.id), say("events-group", name=g.name, emoji=g.emoji)) for g in found]


async def partners(run: FormRun) -> Sequence[Option]:
    """The partners who may be invited besides the parents; two of one enterprise are told apart."""
    openings: GuestOpenings = run.services["guest_openings"]
    found = await openings.partners(run.actor, organisation_id_of(run))
    labels = places_apart([(partner.shown, partner.offers) for partner in found])
    return [Option(str(one.membership_id), label) for one, label in zip(found, labels, strict=True)]


async def open_once(
    form: Form,
    token: str,
    actor: Actor,
    guest_openings: GuestOpenings,
    forms: Forms,
    show: Show,
    draft: Callable[[FormRun], Awaitable[OpeningDraft | Refused]],
    step_of: Callable[[Refused], str],
) -> None:
    """Open what was typed; a second tap finds the dates that the first one opened, a refusal asks its step again."""
    run = await forms.find(form)
    if run is not None and run.token == token and run.draft.at is not None:
        await run.ask()  # an answer is being changed: the preview comes back after it
        return
    if run is None or run.token != token:
        opened = await guest_openings.opened(actor, token)
        held = (one for one in actor.memberships if one.organisation_id == opened.organisation_id)
        await show(screens.opened(opened, next(held).organisation))
        return
    async with forms.saving(run):
        try:
            drafted = await draft(run)
            outcome = (
                drafted
                if isinstance(drafted, Refused)
                else await guest_openings.open(actor, organisation_id_of(run), drafted, run.token)
            )
        except AlreadyDone:
            outcome = await guest_openings.opened(actor, token)
        except Missing:
            outcome = Refused(Reason.GONE)
        if isinstance(outcome, Refused):
            await run.ask_again(step_of(outcome), outcome)
        else:
            run.close()
            await show(screens.opened(outcome, organisation_of(run)))
