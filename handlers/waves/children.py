"""A group's children by code: to play one to one, to enter paper results, to write down a consent on paper."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.waves import OpenWaveChild, OpenWaveChildren, PaperConsent, PaperWithdrawal
from domain.ids import ChildId, WaveId
from domain.outcomes import AlreadyDone, Reason
from domain.paper_days import paper_day, paper_number
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import as_day
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from messenger.show import Show
from screens import waves_children as screens
from screens.base import say
from services.child_consents import ChildConsents
from services.quiz_results import QuizResults


def build() -> Router:
    """A new router of the children of a wave."""
    router = Router(name="waves-children")
    router.callback_query.register(children, Tap(OpenWaveChildren), Known())
    router.callback_query.register(child, Tap(OpenWaveChild), Known())
    router.callback_query.register(paper_consent, Tap(PaperConsent), Known())
    router.callback_query.register(withdrawal, Tap(PaperWithdrawal), Known())
    answer_forms(router, CONSENT)
    return router


async def children(
    _: CallbackQuery, action: OpenWaveChildren, actor: Actor, quiz_results: QuizResults, show: Show
) -> None:
    """«Дети»: codes and how far each has come."""
    await show(
        screens.children(await quiz_results.children(actor, action.wave_id, action.group_id, action.page))
    )


async def child(
    _: CallbackQuery, action: OpenWaveChild, actor: Actor, quiz_results: QuizResults, show: Show
) -> None:
    """A code of the list."""
    await show(screens.child(await quiz_results.child(actor, action.wave_id, action.child_id), action.page))


async def paper_consent(
    _: CallbackQuery, action: PaperConsent, actor: Actor, quiz_results: QuizResults, forms: Forms
) -> None:
    """«📄 Согласие на бумаге»."""
    found = await quiz_results.child(actor, action.wave_id, action.child_id)
    context = {
        "organisation": found.organisation.id,
        "wave": action.wave_id,
        "child": action.child_id,
        "number": found.number,
    }
    await forms.start(CONSENT, context=context, anew=True)


async def withdrawal(
    _: CallbackQuery,
    action: PaperWithdrawal,
    actor: Actor,
    child_consents: ChildConsents,
    quiz_results: QuizResults,
    show: Show,
) -> None:
    """«Согласие отозвано на бумаге»: asks once."""
    if not action.sure:
        await show(screens.withdraw_sure(await quiz_results.child(actor, action.wave_id, action.child_id)))
        return
    with suppress(AlreadyDone):
        await child_consents.withdraw(actor, action.child_id)
    found = await quiz_results.child(actor, action.wave_id, action.child_id)
    await show(screens.child(found, 0, screens.withdrawn()))


async def _write_down(run: FormRun) -> None:
    child_consents: ChildConsents = run.services["child_consents"]
    quiz_results: QuizResults = run.services["quiz_results"]
    child_id, number = ChildId(int(run.context["child"])), run.text("number")
    refused = await child_consents.on_paper(run.actor, child_id, number, date.fromisoformat(run.text("day")))
    if refused is not None:
        await run.ask_again("day" if refused.reason is Reason.DATE_TOO_FAR else "number", refused)
        return
    run.close()
    found = await quiz_results.child(run.actor, WaveId(int(run.context["wave"])), child_id)
    await run.show(screens.child(found, 0, screens.consent_taken(number)))


async def _lately(run: FormRun) -> Sequence[Option]:
    today = run.clock.today(run.zone)
    return [
        Option(today.isoformat(), say("waves-consent-today")),
        Option((today - timedelta(days=1)).isoformat(), say("waves-consent-yesterday")),
    ]


CONSENT = Form(
    "wvc",
    "waves-consent-form",
    (
        Step(
            "number", "waves-consent-ask-number", check=paper_number, example="waves-consent-example-number"
        ),
        Step(
            "day",
            "waves-consent-ask-day",
            check=paper_day,
            example="waves-consent-example-day",
            options=_lately,
            columns=2,
            shown=as_day,
        ),
    ),
    _write_down,
    restart=lambda context: PaperConsent(WaveId(int(context["wave"])), ChildId(int(context["child"]))),
    place=lambda context: OpenWaveChild(WaveId(int(context["wave"])), ChildId(int(context["child"]))),
)
