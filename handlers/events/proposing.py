"""A teacher sends a publication to the methodist, and takes it back."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.event_approvals import ProposeEvent, ProposeKept, ProposeSeries, TakeBackProposal
from domain.event_drafts import KeptCard
from domain.ids import EventId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import organisation_id_of, organisation_of
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.events.form import show_preview, typed
from handlers.events.form_steps import draft_of, step_of
from handlers.events.kept_card import came_of, show_kept
from messenger.show import Show
from screens import events_approvals as screens
from screens.events_drafts import refused_word
from services.event_drafts import EventDrafts
from services.event_proposals import EventProposals
from services.events import Events


async def propose(
    _: CallbackQuery,
    action: ProposeEvent,
    actor: Actor,
    event_drafts: EventDrafts,
    event_proposals: EventProposals,
    events: Events,
    forms: Forms,
    show: Show,
) -> None:
    """«📨 На проверку» under a preview; a second tap finds the event that the first one sent."""
    run = await typed(forms, action.token)
    if run is None:
        await show_kept(actor, await event_drafts.kept(actor, action.token), event_drafts, events, show)
        return
    if run.draft.at is not None:
        await run.ask()
        return
    async with forms.saving(run):
        outcome = await _proposed(run, event_drafts, event_proposals)
        if isinstance(outcome, Refused):
            if (step := step_of(outcome)) is not None:
                await run.ask_again(step, outcome)
                return
            if outcome.reason is Reason.APPROVAL_NOT_NEEDED:  # switched off while it was typed
                await show_preview(run)
                return
        run.close()
        word = screens.proposed_word(organisation_of(run))
        if isinstance(outcome, Refused):
            word, outcome = refused_word(outcome), EventId(int(run.context["kept"]))
        await show_kept(actor, outcome, event_drafts, events, show, word)


async def _proposed(
    run: FormRun, event_drafts: EventDrafts, event_proposals: EventProposals
) -> EventId | Refused:
    draft, token = draft_of(run), run.token
    try:
        if "kept" in run.context:
            kept, version = EventId(int(run.context["kept"])), int(run.context["version"])
            outcome = await event_proposals.propose(run.actor, kept, version, draft=draft, token=token)
        else:
            outcome = await event_proposals.propose_new(run.actor, organisation_id_of(run), draft, token)
    except AlreadyDone:
        return await event_drafts.kept(run.actor, token)
    except Missing:  # a group was put away meanwhile
        return Refused(Reason.GONE)
    return outcome if isinstance(outcome, Refused) else outcome.id


async def propose_kept(
    _: CallbackQuery,
    action: ProposeKept | ProposeSeries,
    actor: Actor,
    event_drafts: EventDrafts,
    event_proposals: EventProposals,
    events: Events,
    show: Show,
) -> None:
    """«📨 На проверку» under a kept event, or «📨 На проверку: 4 встречи» for a weekly series of it."""
    view = await event_drafts.look(actor, action.event_id)
    word = None
    if isinstance(view, KeptCard):
        weeks = action.weeks if isinstance(action, ProposeSeries) else None
        sent = event_proposals.propose(actor, action.event_id, action.version, weeks=weeks)
        word = await came_of(sent, screens.proposed_word(view.organisation))
    await show_kept(actor, action.event_id, event_drafts, events, show, word)


async def take_back(
    _: CallbackQuery,
    action: TakeBackProposal,
    actor: Actor,
    event_drafts: EventDrafts,
    event_proposals: EventProposals,
    events: Events,
    show: Show,
) -> None:
    """«↩️ Забрать»."""
    taken = event_proposals.take_back(actor, action.event_id, action.version)
    word = await came_of(taken, screens.taken_back_word())
    await show_kept(actor, action.event_id, event_drafts, events, show, word)


def build() -> Router:
    """A new router of what teachers send to a methodist."""
    router = Router(name="events-proposing")
    router.callback_query.register(propose, Tap(ProposeEvent), Known())
    router.callback_query.register(propose_kept, Tap(ProposeKept), Known())
    router.callback_query.register(propose_kept, Tap(ProposeSeries), Known())
    router.callback_query.register(take_back, Tap(TakeBackProposal), Known())
    return router
