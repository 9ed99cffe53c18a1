"""Events that come out by themselves: when, and not at all."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.event_drafts import OpenKept, PlanEvent, UnplanEvent
from domain.event_checks import day_check, start_of, time_check
from domain.events import EventStatus
from domain.ids import EventId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import as_day, organisation_of
from handlers.common.form_hours import times_offered
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.events.kept_card import came_of, show_kept
from messenger.show import Show
from screens import events_drafts as screens
from screens.base import Phrase
from screens.events_approvals import proposed_word
from services.event_drafts import EventDrafts
from services.event_proposals import EventProposals
from services.events import Events

_ABOUT = {Reason.DATE_PAST: "time", Reason.PUBLISHED_TOO_LATE: "day"}
"""Which answer a refusal is about; any other is about the event."""


async def _plan(run: FormRun) -> None:
    """The day and the hour are known: the bot will publish it then."""
    event_drafts: EventDrafts = run.services["event_drafts"]
    events: Events = run.services["events"]
    proposals: EventProposals = run.services["event_proposals"]
    event_id, version = EventId(int(run.context["event"])), int(run.context["version"])
    word: Phrase = screens.kept_word()
    try:
        at = start_of(run.values, run.zone)
        if run.context.get("approval"):
            outcome = await proposals.propose(run.actor, event_id, version, publish_at=at)
        else:
            outcome = await event_drafts.plan(run.actor, event_id, version, at)
    except AlreadyDone:
        pass
    except Missing:
        word = screens.refused_word(Refused(Reason.GONE))
    else:
        if isinstance(outcome, Refused):
            if (step := _ABOUT.get(outcome.reason)) is not None:
                await run.ask_again(step, outcome)
                return
            word = screens.refused_word(outcome)
        elif outcome.status is EventStatus.PROPOSED:
            word = proposed_word(organisation_of(run))
        else:
            word = screens.planned_word(outcome, organisation_of(run))
    run.close()
    await show_kept(run.actor, event_id, event_drafts, events, run.show, word)


PLAN = Form(
    "eh",
    "events-plan-form",
    (
        Step(
            "day",
            "events-plan-ask-day",
            check=day_check,
            example="events-example-day",
            calendar=True,
            shown=as_day,
        ),
        Step(
            "time",
            "events-plan-ask-time",
            check=time_check,
            example="events-example-time",
            options=times_offered,
            columns=3,
            shown=str,
        ),
    ),
    _plan,
    place=lambda context: OpenKept(EventId(int(context["event"]))),
)


async def plan(
    _: CallbackQuery,
    action: PlanEvent,
    actor: Actor,
    event_drafts: EventDrafts,
    events: Events,
    forms: Forms,
    show: Show,
) -> None:
    """«🕘 Опубликовать позже»."""
    view = await event_drafts.look(actor, action.event_id)
    if view is None or view.event.version != action.version:
        await show_kept(actor, action.event_id, event_drafts, events, show)
        return
    event = view.event
    context: dict[str, int | str] = {
        "organisation": event.organisation_id,
        "event": event.id,
        "version": event.version,
    }
    if view.approval and event.publish_at is None:
        context["approval"] = 1
    await forms.start(PLAN, context=context, anew=True)


async def unplan(
    _: CallbackQuery,
    action: UnplanEvent,
    actor: Actor,
    event_drafts: EventDrafts,
    events: Events,
    show: Show,
) -> None:
    """«✖️ Не по времени»."""
    word = await came_of(
        event_drafts.unplan(actor, action.event_id, action.version), screens.unplanned_word()
    )
    await show_kept(actor, action.event_id, event_drafts, events, show, word)


def build() -> Router:
    """A new router of planned events."""
    router = Router(name="events-planning")
    router.callback_query.register(plan, Tap(PlanEvent), Known())
    router.callback_query.register(unplan, Tap(UnplanEvent), Known())
    answer_forms(router, PLAN)
    return router
