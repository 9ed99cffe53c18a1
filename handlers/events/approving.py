"""A methodist looks at what teachers have sent: the list, a publication, the two decisions, the switch."""

from contextlib import suppress

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.event_approvals import (
    ApproveEvent,
    OpenProposal,
    OpenProposals,
    ReturnEvent,
    ShowProposalPicture,
    SwitchApproval,
)
from domain.approvals import Approved, ProposedCard, Settled
from domain.ids import EventId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.common.remark import REMARK
from messenger.show import Show
from screens import events_approvals as screens
from services.event_approvals import EventApprovals
from services.pictures import Pictures


async def _show(
    actor: Actor, event_id: EventId, event_approvals: EventApprovals, show: Show, hint: Refused | None = None
) -> None:
    """What waits, or what has become of it."""
    view = await event_approvals.look(actor, event_id)
    await show(screens.card(view, hint) if isinstance(view, ProposedCard) else screens.settled(view))


async def page(
    _: CallbackQuery, action: OpenProposals, actor: Actor, event_approvals: EventApprovals, show: Show
) -> None:
    """«📨 На проверке»."""
    await show(screens.page(await event_approvals.page(actor, action.organisation_id, action.page)))


async def card(
    _: CallbackQuery, action: OpenProposal, actor: Actor, event_approvals: EventApprovals, show: Show
) -> None:
    """A publication of the list."""
    await _show(actor, action.event_id, event_approvals, show)


async def picture(
    _: CallbackQuery,
    action: ShowProposalPicture,
    actor: Actor,
    event_approvals: EventApprovals,
    pictures: Pictures,
    show: Show,
) -> None:
    """«🖼 Показать картинку»."""
    view = await event_approvals.look(actor, action.event_id)
    if not isinstance(view, ProposedCard):
        await show(screens.settled(view))
        return
    sha256 = view.event.picture
    await show(screens.picture(view, None if sha256 is None else await pictures.find(sha256)))


async def approve(
    _: CallbackQuery, action: ApproveEvent, actor: Actor, event_approvals: EventApprovals, show: Show
) -> None:
    """«✅ Опубликовать»; whoever comes second reads who was first."""
    try:
        outcome = await event_approvals.approve(actor, action.event_id, action.version)
    except AlreadyDone:
        await _show(actor, action.event_id, event_approvals, show)
        return
    match outcome:
        case Approved():
            await show(screens.approved(outcome))
        case Settled():
            await show(screens.settled(outcome))
        case Refused():
            await _show(actor, action.event_id, event_approvals, show, outcome)


async def _return(run: FormRun) -> None:
    """The remark is there, or there is none: back to its author."""
    event_approvals: EventApprovals = run.services["event_approvals"]
    event_id, version = EventId(int(run.context["event"])), int(run.context["version"])
    outcome = await event_approvals.send_back(run.actor, event_id, version, run.maybe_text("words"))
    run.close()
    match outcome:
        case Settled():
            await run.show(screens.settled(outcome))
        case Refused():
            await _show(run.actor, event_id, event_approvals, run.show, outcome)
        case _:
            await run.show(screens.sent_back(outcome))


RETURN = Form(
    "vr",
    "approvals-form-return",
    (REMARK,),
    _return,
    place=lambda context: OpenProposal(EventId(int(context["event"]))),
)


async def ask_return(
    _: CallbackQuery,
    action: ReturnEvent,
    actor: Actor,
    event_approvals: EventApprovals,
    forms: Forms,
    show: Show,
) -> None:
    """«✏️ Вернуть с замечанием»."""
    view = await event_approvals.look(actor, action.event_id)
    if not isinstance(view, ProposedCard) or view.event.version != action.version:
        await _show(actor, action.event_id, event_approvals, show)
        return
    here = view.organisation.id
    context = {"organisation": here, "event": action.event_id, "version": action.version}
    await forms.start(RETURN, context=context, anew=True)


async def switch(
    _: CallbackQuery, action: SwitchApproval, actor: Actor, event_approvals: EventApprovals, show: Show
) -> None:
    """Teachers send their publications here first, or not any more."""
    with suppress(AlreadyDone):
        await event_approvals.switch(actor, action.organisation_id, on=action.on)
    await show(screens.page(await event_approvals.page(actor, action.organisation_id)))


def build() -> Router:
    """A new router of what a methodist decides."""
    router = Router(name="events-approving")
    router.callback_query.register(page, Tap(OpenProposals), Known())
    router.callback_query.register(card, Tap(OpenProposal), Known())
    router.callback_query.register(picture, Tap(ShowProposalPicture), Known())
    router.callback_query.register(approve, Tap(ApproveEvent), Known())
    router.callback_query.register(ask_return, Tap(ReturnEvent), Known())
    router.callback_query.register(switch, Tap(SwitchApproval), Known())
    answer_forms(router, RETURN)
    return router
