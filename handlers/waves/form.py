"""Opening a wave: which one, until when, whose groups; a preview with exact numbers, then one tap."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.waves import NewWave, OpenWaves, StartWave
from domain.event_checks import read_day
from domain.forms import Circumstances, Filled, Value
from domain.ids import GroupId, OrganisationId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from domain.waves import LONGEST, WaveDraft, WaveKind, WaveStatus
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import as_day, organisation_id_of
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from messenger.show import Show
from screens import waves as screens
from services.waves import Waves


async def _kinds(_run: FormRun) -> Sequence[Option]:
    return [Option(kind.value, screens.kind_of(kind)) for kind in WaveKind]


async def _groups(run: FormRun) -> Sequence[Option]:
    waves: Waves = run.services["waves"]
    groups = await waves.groups(run.actor, organisation_id_of(run))
    return [Option(str(group.id), screens.group_words(group)) for group in groups]


def closing_day(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """The last day of a wave, at most two months ahead."""
    term = read_day(text, circumstances)
    if isinstance(term, Refused):
        return term
    today = circumstances.now.astimezone(ZoneInfo(circumstances.zone)).date()
    if term.day <= today:
        return Refused(Reason.DATE_PAST)
    return Refused(Reason.WAVE_TOO_LONG) if term.day - today > LONGEST else term.day.isoformat()


def _draft(run: FormRun) -> WaveDraft:
    chosen = run.values["groups"]
    assert isinstance(chosen, list)
    return WaveDraft(
        kind=WaveKind(run.text("kind")),
        closes_on=date.fromisoformat(run.text("day")),
        group_ids=frozenset(GroupId(int(group)) for group in chosen),
    )


async def _preview(run: FormRun) -> None:
    """Everything is answered: whom the invitation reaches."""
    waves: Waves = run.services["waves"]
    draft, here = _draft(run), organisation_id_of(run)
    try:
        outcome = await waves.preview(run.actor, here, draft)
    except Missing:  # a group was put away meanwhile
        outcome = Refused(Reason.NO_GROUPS)
    if isinstance(outcome, Refused):
        await _refuse(run, outcome)
        return
    view = await waves.overview(run.actor, here)
    groups = await waves.groups(run.actor, here)
    chosen = [group for group in groups if group.id in draft.group_ids]
    await run.show(
        screens.preview(
            run.form.name,
            run.token,
            draft,
            view.organisation,
            view.instrument.title,
            chosen,
            outcome,
            choice=len(groups) > 1,
        )
    )


async def _refuse(run: FormRun, refused: Refused) -> None:
    """What is wrong with the draft is asked again; what is wrong with the time for it ends the form."""
    match refused.reason:
        case Reason.DATE_PAST | Reason.WAVE_TOO_LONG:
            await run.ask_again("day", refused)
        case Reason.DATE_TOO_FAR:
            await run.ask_again("day", Refused(Reason.WAVE_TOO_LONG))
        case Reason.NO_GROUPS:
            await run.ask_again("groups", refused)
        case _:
            waves: Waves = run.services["waves"]
            view = await waves.overview(run.actor, organisation_id_of(run))
            run.close()
            await run.show(screens.page(view, word=screens.refused_word(refused)))


WAVE = Form(
    "wn",
    "waves-form",
    (
        Step("kind", "waves-ask-kind", options=_kinds, columns=2),
        Step(
            "day",
            "waves-ask-day",
            check=closing_day,
            example="waves-example-day",
            calendar=True,
            shown=as_day,
        ),
        Step("groups", "waves-ask-groups", options=_groups, many=True, none_picked=Reason.NO_GROUPS),
    ),
    _preview,
    previewed=True,
    restart=lambda context: NewWave(OrganisationId(int(context["organisation"]))),
    place=lambda context: OpenWaves(OrganisationId(int(context["organisation"]))),
)


async def new(
    _: CallbackQuery, action: NewWave, actor: Actor, waves: Waves, forms: Forms, show: Show
) -> None:
    """«➕ Открыть викторину», unless one is open; an organisation with one group of this age is not asked which."""
    groups = await waves.groups(actor, action.organisation_id)
    view = await waves.overview(actor, action.organisation_id)
    if not groups:
        await show(screens.page(view, word=screens.no_groups_word(view.organisation)))
        return
    if any(line.wave.status is WaveStatus.OPEN for line in view.lines):
        await show(screens.page(view, word=screens.refused_word(Refused(Reason.WAVE_STILL_OPEN))))
        return
    known: dict[str, Value] = {"groups": [str(groups[0].id)]} if len(groups) == 1 else {}
    await forms.start(WAVE, context={"organisation": action.organisation_id}, values=known)


async def start(
    _: CallbackQuery, action: StartWave, actor: Actor, waves: Waves, forms: Forms, show: Show
) -> None:
    """«Открыть и пригласить»; a second tap finds the wave that the first one opened."""
    run = await forms.find(WAVE)
    if run is not None and run.token == action.token and run.draft.at is not None:
        await run.ask()
        return
    if run is None or run.token != action.token:
        await show(screens.card(await waves.opened(actor, action.token), word=screens.opened_word(None)))
        return
    async with forms.saving(run):
        try:
            outcome = await waves.open(actor, organisation_id_of(run), _draft(run), run.token)
        except AlreadyDone:
            outcome = await waves.opened(actor, action.token)
        except Missing:
            outcome = Refused(Reason.NO_GROUPS)
        if isinstance(outcome, Refused):
            await _refuse(run, outcome)
        else:
            run.close()
            await show(screens.card(outcome, word=screens.opened_word(outcome.told)))


def build() -> Router:
    """A new router of the form."""
    router = Router(name="waves-form")
    router.callback_query.register(new, Tap(NewWave), Known())
    router.callback_query.register(start, Tap(StartWave), Known())
    answer_forms(router, WAVE)
    return router
