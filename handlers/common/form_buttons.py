"""Buttons of the step that is being asked."""

from domain.actions.forms import FormAction, FormDay, FormDone, FormMonth, FormPage, FormPick, FormSkip
from handlers.common import calendar
from handlers.common.form_model import Step
from handlers.common.form_run import FormRun


async def carry_out(run: FormRun, step: Step, action: FormAction) -> None:
    """A button of the current step."""
    match action:
        case FormPick(value=value):
            await run.pick(step, value)
        case FormDone():
            await run.done(step)
        case FormSkip() if step.optional:
            await run.take(step, None)
        case FormDay(day=day, at=at) if step.calendar or step.moments:
            await run.day(step, day, at)
        case FormMonth(day=day):
            run.draft.page = calendar.offset_of(day, run.clock.today(run.zone))
            await run.ask()
        case FormPage(page=page):
            run.draft.page = page
            await run.ask()
        case _:
            await run.ask()
