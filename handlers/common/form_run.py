"""One form being filled in: the walk ask → check → back → next."""

from dataclasses import replace
from datetime import date, datetime

from domain.forms import Circumstances, Filled, Value
from domain.outcomes import AlreadyDone, Reason, Refused
from handlers.common import calendar, form_moments
from handlers.common.form_filling import Filling
from handlers.common.form_model import Step
from screens import forms as screens
from screens.base import Arg, Day, Phrase, Rows


class FormRun(Filling):
    """A form on its way from question to question, during one update."""

    async def ask_again(self, name: str, refused: Refused) -> None:
        """Ask a step anew because the use case refused its answer, which stays visible."""
        kept = self.draft.values.pop(name, None)
        self.draft.at = name
        step = self.form.step(name)
        if step is not None and step.moments and isinstance(kept, list):
            self.draft.picking = list(kept)
        seen = isinstance(kept, str) and step is not None and not step.calendar and step.options is None
        await self.ask(hint=refused, typed=str(kept) if seen else None)

    async def ask(self, *, hint: Refused | None = None, typed: str | None = None) -> None:
        """Show the question of the current step, or the preview when nothing is left to ask."""
        step = None if self.draft.at is None else self.form.step(self.draft.at)
        if step is None:
            await self._finish()
            return
        numbered = [each for each in self._asked() if each.name not in self.draft.known or each is step]
        position = numbered.index(step) if step in numbered else 0
        alone = self.draft.reviewed
        rows, note = await self._rows(step, hint)
        if step.beside is not None and not self.draft.reviewed and not self.draft.begun:
            rows += step.beside(self)
        if step.aside is not None:
            rows += step.aside(self)
        hour_waits = step.moments and form_moments.waiting_day(self.draft) is not None
        stored = None if step.stored is None else await step.stored(self)
        await self.show(
            screens.question(
                screens.Question(
                    form=self.form.name,
                    draft=self.draft.token,
                    step=step.name,
                    title=self.title,
                    text=Phrase(
                        step.question, {"kind": self.kind, **({} if step.args is None else step.args(self))}
                    ),
                    number=1 if alone else position + 1,
                    total=1 if alone else len(numbered),
                    rows=rows,
                    many=self._ends_by_button(step),
                    optional=step.optional and (step.stored is None or stored is not None),
                    clears=step.stored is not None,
                    kept=self._kept(step) if stored is None else stored,
                    keep=step.name in self.draft.values and not step.many and not step.moments and not alone,
                    way_back=alone or position > 0 or hour_waits,
                    hint=hint,
                    typed=typed,
                    example=None if step.example is None else Phrase(step.example, {"kind": self.kind}),
                    note=note,
                )
            )
        )

    async def typed(self, text: str, *, said_at: datetime) -> None:
        """A typed answer to the current step, written at `said_at`."""
        step = self._current()
        if step is None:
            await self.ask()
        elif step.moments:
            said = form_moments.add_typed(self.draft, step, text, self._circumstances(said_at))
            await self.ask(hint=said, typed=text)
        elif step.check is None:
            await self.ask(hint=Refused(Reason.TAP_BUTTON), typed=text)
        else:
            await self.take(step, step.check(text, self._circumstances(said_at)), typed=text)

    async def take(self, step: Step, outcome: Value | Filled | Refused, typed: str | None = None) -> None:
        """Keep a checked answer and go on, or show what is wrong with it."""
        match outcome:
            case Refused():
                await self.ask(hint=outcome, typed=typed)
                return
            case Filled(values, dropped):
                for name in dropped:
                    self.draft.values.pop(name, None)
                self.draft.values.update(values)
            case _:
                self.draft.values[step.name] = outcome
        await self.go_on()

    async def day(self, step: Step, day: date, at: str | None) -> None:
        """A tapped day of the calendar; with an hour, if it was typed before the day was clear."""
        if step.moments:
            hint = None
            if at is None:
                form_moments.add_day(self.draft, day)
            else:
                hint = form_moments.add_hour(self.draft, step, day, at, self._circumstances())
            await self.ask(hint=hint)
            return
        said = day.isoformat() if at is None else f"{day.isoformat()} {at}"
        await self.take(step, said if step.check is None else step.check(said, self._circumstances()))

    async def pick(self, step: Step, value: str) -> None:
        """A tapped option: the answer itself, or one more of several."""
        options = [] if step.options is None else [option.value for option in await step.options(self)]
        if step.moments:
            waits, hint = form_moments.waiting_day(self.draft), None
            if waits is not None and value in options:
                hint = form_moments.add_hour(self.draft, step, waits, value, self._circumstances())
            elif not form_moments.drop(self.draft, value):
                form_moments.put_off(self.draft)
            await self.ask(hint=hint)
            return
        if not step.many:
            if value in options:
                await self.take(
                    step, value if step.check is None else step.check(value, self._circumstances())
                )
            else:
                await self.ask()
            return
        picking = self.draft.picking
        if value == screens.READY:
            ready = None if step.ready is None else await step.ready(self)
            self.draft.picking = [one for one in options if ready is not None and one in ready.values]
        elif value == screens.ALL:
            self.draft.picking = [] if set(options) <= set(picking) else options
        elif value in picking:
            picking.remove(value)
        elif value in options:
            together = [one for one in picking if step.alone not in (one, value)]
            self.draft.picking = [*together, value]
        await self.ask()

    async def done(self, step: Step) -> None:
        """«Готово» of several answers, or «Оставить как есть»."""
        if step.moments:
            await self.take(step, form_moments.checked(self.draft, step, self._circumstances()))
            return
        if not step.many:
            await self.go_on()
            return
        options = [] if step.options is None else [option.value for option in await step.options(self)]
        chosen = [value for value in options if value in self.draft.picking]
        if not chosen and not step.optional:
            await self.ask(hint=Refused(step.none_picked))
            return
        await self.take(step, list(chosen))

    async def back(self) -> None:
        """The previous question, with what was answered there; the preview when one answer is being changed."""
        step = self._current()
        if step is not None and step.moments and form_moments.put_off(self.draft):
            await self.ask()
            return
        if self.draft.changing:
            await self.go_on()
            return
        at = self.draft.at
        known = () if self.draft.reviewed else self.draft.known
        names = [step.name for step in self._asked() if step.name not in known or step.name == at]
        index = len(names) if at is None else names.index(at) if at in names else 0
        await self.go_to(names[max(index - 1, 0)])

    async def go_to(self, name: str) -> None:
        """Ask a step, whether it has an answer or not."""
        self.draft.at, self.draft.page = name, self._opens_at(name)
        value = self.draft.values.get(name)
        self.draft.picking = list(value) if isinstance(value, list) else []
        await self.ask()

    def _opens_at(self, name: str) -> int:
        """The page of a step at first: a calendar's month of the day that this one follows."""
        step = self.form.step(name)
        earlier = None if step is None or step.calendar_from is None else self.maybe_text(step.calendar_from)
        if earlier is None:
            return 0
        return calendar.offset_of(date.fromisoformat(earlier), self.clock.today(self.zone))

    async def go_on(self) -> None:
        """Ask the first step without an answer; the preview when there is none."""
        left = next((step.name for step in self._asked() if step.name not in self.draft.values), None)
        if left is None:
            self.draft.at, self.draft.picking, self.draft.reviewed = None, [], self.form.previewed
            await self._finish()
        else:
            await self.go_to(left)

    def asks(self, name: str) -> bool:
        """Whether a step of this name is asked, as things are now."""
        return any(step.name == name for step in self._asked())

    def picture_step(self) -> Step | None:
        """The current step, if it is answered with a picture."""
        step = self._current()
        return step if step is not None and step.picture else None

    def _ends_by_button(self, step: Step) -> bool:
        """Whether «Готово» stands under the question."""
        if step.moments:
            return bool(self.draft.picking) and form_moments.waiting_day(self.draft) is None
        return step.many

    def _current(self) -> Step | None:
        return None if self.draft.at is None else self.form.step(self.draft.at)

    def _asked(self) -> list[Step]:
        return [step for step in self.form.steps if step.when is None or step.when(self)]

    def _circumstances(self, said_at: datetime | None = None) -> Circumstances:
        now = self.clock.now()
        said = now if said_at is None else min(said_at, now)  # Telegram's clock may be ahead of ours
        return Circumstances(now, said, self.zone, self.vocabulary, self.draft.values)

    def _kept(self, step: Step) -> Arg | None:
        value = self.draft.values.get(step.name)
        if value is None or step.many or step.moments:
            return None
        if step.shown is not None:
            said = step.shown(value)
            return replace(said, zone=self.zone) if isinstance(said, Day) else said
        return value if isinstance(value, str | int) and step.options is None else None

    async def _rows(self, step: Step, hint: Refused | None) -> tuple[Rows, Phrase | None]:
        if step.moments:
            hours = [] if step.options is None else await step.options(self)
            today, locale = self.clock.today(self.zone), self.show.texts.locale
            rows = form_moments.rows(
                self.form.name, step, self.draft, hours, today=today, locale=locale, hint=hint
            )
            return rows, screens.moments_note(
                form_moments.waiting_day(self.draft), len(form_moments.gathered(self.draft)), self.zone
            )
        if step.calendar:
            today, locale = self.clock.today(self.zone), self.show.texts.locale
            here = self.form.name, step.name
            shown = calendar.shown_month(self.draft.page, today)
            page = calendar.month(*here, today=today, shown=shown, locale=locale)
            if hint is None:
                return page, None
            return calendar.doubt(*here, hint, today=today, locale=locale) + page, None
        if step.options is None:
            return (), None
        offered = [(option.value, option.label) for option in await step.options(self)]
        if not offered:
            return (), screens.nothing_offered()
        picked = frozenset(self.draft.picking) if step.many else frozenset()
        here = self.form.name, step.name
        ready = None if step.ready is None else await step.ready(self)
        label = None if ready is None else ready.label
        choice = screens.Choice(*here, offered, picked, step.many, step.columns, step.everything, label)
        return screens.choice_rows(choice, self.draft.page), None

    async def _finish(self) -> None:
        try:
            await self.form.finish(self)
        except AlreadyDone:
            self.close()
            await self.show(screens.already_done())
