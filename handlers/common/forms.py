"""Forms: questions asked one after another, declared as data.

The engine asks, checks, goes back and on, offers «Отмена», «Пропустить» and a calendar, keeps the draft over a
restart and over /menu, and answers old buttons and wrong kinds of messages. `Form`, `Step` and `Option` stand in
`form_model.py`, `FormRun` in `form_run.py`, the drafts in `form_drafts.py`.

    async def _create(run: FormRun) -> None:                       # everything is answered
        groups: Groups = run.services["groups"]                    # services as handlers get them
        outcome = await groups.create(run.actor, OrganisationId(int(run.context["organisation"])),
                                      name=run.text("name"), band=AgeBand(run.text("band")))
        if isinstance(outcome, Refused):
            return await run.ask_again("name", outcome)            # shows reason-<value> and asks this step
        run.close()                                                # the draft is dropped
        await run.show(screens.group_created(outcome))

    async def _bands(run: FormRun) -> Sequence[Option]:
        return [Option(band.value, say(f"organisation-band-{band.value}")) for band in AgeBand]

    NEW_GROUP = Form(
        name="og",                                                 # ≤ 6 letters, unique, for ever
        title="organisation-group-form",                           # «Новая группа»
        steps=(
            Step("name", "organisation-group-ask-name", check=words(60), example="organisation-group-example"),
            Step("band", "organisation-group-ask-band", options=_bands, columns=2),
        ),
        finish=_create,
        restart=lambda context: NewGroup(OrganisationId(int(context["organisation"]))),
    )

    answer_forms(router, NEW_GROUP)  # in build(); from handlers.common.form_router

    @router.callback_query(Tap(NewGroup), Known())
    async def new_group(_: CallbackQuery, action: NewGroup, forms: Forms) -> None:
        await forms.start(NEW_GROUP, context={"organisation": action.organisation_id})

`context` holds ids only; `context["organisation"]` also chooses the zone. A `finish` that shows a preview
instead of writing does not call `close()`: its buttons call `forms.find(FORM)` to get the draft back and do their
work within `async with forms.saving(run)`; `FormStep(form, step)` changes one answer and returns to the preview.
`run.token` names the draft: pass it to a use case that must not be carried out twice.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from domain.actions.forms import (
    FormAction,
    FormBack,
    FormCancel,
    FormDay,
    FormDone,
    FormMonth,
    FormPage,
    FormPick,
    FormRestart,
    FormResume,
    FormSkip,
    FormStep,
)
from domain.clock import Clock
from domain.forms import Value
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.terms import Vocabulary
from handlers.common import form_pictures
from handlers.common.form_buttons import carry_out
from handlers.common.form_drafts import FormDrafts, repeated
from handlers.common.form_model import KNOWN, Draft, Form
from handlers.common.form_run import FormRun
from messenger.show import Show
from screens import forms as screens
from screens.base import Button

STATE = "form:"


class Forms:
    """The forms of the person behind this update."""

    def __init__(
        self, data: Mapping[str, Any], clock: Clock, vocabulary: Vocabulary, default_zone: str
    ) -> None:
        self._data = data
        self._clock = clock
        self._vocabulary = vocabulary
        self._default_zone = default_zone

    async def start(
        self,
        form: Form,
        *,
        context: Mapping[str, int | str] | None = None,
        values: Mapping[str, Value] | None = None,
        at: str | None = None,
        anew: bool = False,
        quiet: bool = False,
    ) -> None:
        """Ask the first question, or offer an unfinished draft of the same purpose.

        `values` are known beforehand; `at` is the first step; `anew` drops an old draft; `quiet`: another screen asks.
        """
        kept = await self._drafts.find(form.name)
        same = kept is not None and kept.begun and kept.context == dict(context or {})
        if kept is not None and same and not anew:
            found = self._run(form, kept)
            await self._show(screens.resume_offer(form.name, found.title, found.name))
            return
        run = self._run(
            form, Draft.begin(at, now=self._clock.now(), context=context or {}, values=values or {})
        )
        async with self.saving(run):
            if not quiet:
                await (run.go_on() if at is None else run.go_to(at))

    async def find(self, form: Form) -> FormRun | None:
        """The unfinished draft of a form, if there is one that is still good."""
        draft = await self._drafts.find(form.name)
        if draft is None or (draft.at is not None and form.step(draft.at) is None):
            return None
        return self._run(form, draft)

    async def open(self, form: Form) -> FormRun | None:
        """The same; when it is gone, the screen of a closed form is shown."""
        run = await self.find(form)
        if run is None:
            await self._leave(form)
            await self._show(screens.closed())
        return run

    @asynccontextmanager
    async def saving(self, run: FormRun) -> AsyncIterator[None]:
        """Store what was done with a run, or drop it if it was closed; also when nobody knows whether the screen arrived.

        Otherwise somebody who does see the next question would answer it, and their words would go to the one
        before; and what was sent would go on being offered as unfinished.
        """
        try:
            yield
        except TelegramAPIError:
            await self._save(run)
            raise
        await self._save(run)

    async def pause(self) -> Button | None:
        """Call before a menu is shown: what is typed next is no answer. Gives the button that resumes.

        A form left before anything was answered is forgotten.
        """
        state = self._data.get("raw_state")
        if not isinstance(state, str) or not state.startswith(STATE):
            return None
        name = state.removeprefix(STATE)
        form, draft = KNOWN.get(name), await self._drafts.find(name)
        if form is None or draft is None:
            return None
        if not draft.begun:
            await self._leave(form)
            return None
        if not draft.paused:
            draft.paused = True
            await self._drafts.keep(name, draft)
        run = self._run(form, draft)
        return screens.resume_button(name, run.title, run.name)

    async def message(self, form: Form, message: Message) -> None:
        """Something was written while the form is open; who may not fill it in any more reads that it is closed."""
        try:
            await self._message(form, message)
        except (Forbidden, Missing):
            await self._leave(form)
            await self._show(screens.closed())

    async def _message(self, form: Form, message: Message) -> None:
        run = await self.open(form)
        if run is None:
            return
        if repeated(run.draft):
            async with self.saving(run):
                await run.ask()
        elif run.draft.paused:
            await self._show(screens.resume_offer(form.name, run.title, run.name))
        elif (step := run.picture_step()) is not None:
            async with self.saving(run):
                await run.take(step, await form_pictures.taken(run, message))
        elif message.text is None:
            await run.ask(hint=Refused(Reason.NOT_TEXT))
        else:
            async with self.saving(run):
                await run.typed(message.text, said_at=message.date)

    async def tap(self, form: Form, action: FormAction) -> None:
        """A button of the form was tapped."""
        if isinstance(action, FormCancel) and await self._drops(form, action):
            left = await self._leave(form)
            draft = left or Draft.begin(None, now=self._clock.now(), context={}, values={})
            await self._show(screens.cancelled(self._run(form, draft).title, *form.ways_out(left)))
            return
        run = await self.open(form)
        if run is None:
            return
        if isinstance(action, FormRestart):
            await self.start(form, context=run.context, values=run.draft.known, anew=True)
            return
        run.draft.paused = False
        async with self.saving(run):
            await (run.ask() if repeated(run.draft) else self._act(run, action))

    async def _drops(self, form: Form, cancel: FormCancel) -> bool:
        """Whether «Отмена» leaves the form, and not a single answer changed from the preview or a draft of long ago."""
        run = await self.find(form)
        return run is None or (run.draft.token == cancel.draft and not run.draft.changing)

    async def _act(self, run: FormRun, action: FormAction) -> None:
        draft = run.draft
        match action:
            case FormBack():
                await run.back()
            case FormCancel(draft=token) if token == draft.token:  # one answer: the others stay as they were
                await run.back()
            case FormStep(step=name) if run.asks(name):
                await run.go_to(name)
            case (
                FormPick(step=name)
                | FormDone(step=name)
                | FormSkip(step=name)
                | FormDay(step=name)
                | FormMonth(step=name)
                | FormPage(step=name)
            ) if name == draft.at and (step := run.form.step(name)) is not None:
                await carry_out(run, step, action)
            case FormResume():
                await run.ask()
            case _:
                await run.show.toast(screens.old_button())
                await run.ask()

    def _run(self, form: Form, draft: Draft) -> FormRun:
        return FormRun(
            form,
            draft,
            actor=self._data.get("actor"),
            show=self._data["show"],
            services=self._data,
            clock=self._clock,
            vocabulary=self._vocabulary,
            default_zone=self._default_zone,
        )

    @property
    def _show(self) -> Show:
        show: Show = self._data["show"]
        return show

    @property
    def _state(self) -> FSMContext:
        state: FSMContext = self._data["state"]
        return state

    @property
    def _drafts(self) -> FormDrafts:
        return FormDrafts(self._state, self._clock)

    async def _leave(self, form: Form) -> Draft | None:
        left = await self._drafts.drop(form.name)
        if self._data.get("raw_state") == STATE + form.name:
            await self._state.set_state(None)
        return left

    async def _save(self, run: FormRun) -> None:
        if run.closed:
            await self._leave(run.form)
            return
        await self._drafts.keep(run.form.name, run.draft)
        if self._data.get("raw_state") != STATE + run.form.name:
            await self._state.set_state(STATE + run.form.name)
