"""«Группа закрыта»: what would become of everything on its days, what has become of it."""

from datetime import date

from domain.actions.closures import CloseGroup, ConfirmClosing, LookAtClosing, OpenClosure, ReopenGroup
from domain.actions.groups import OpenGroup
from domain.closure_views import AskedGuest, ClosureCard, ClosureLine, ClosurePlan, OpenWave
from domain.closures import Affected, Closure, Deed, Kind, ShutGroup, Span, next_choice
from domain.ids import GroupId
from domain.outcomes import Refused
from domain.people import Organisation
from screens.base import Button, Day, Joined, Moment, Phrase, Screen, Style, in_rows, say, screen
from screens.common import menu_button, refusal
from screens.events_parents import heading, short
from screens.waves import kind_of

NUMBERS_IN_A_ROW = 6


def close_button(group_id: GroupId, organisation: Organisation) -> Button:
    """«🚪 Группа закрыта»."""
    return Button(say("closures-button-close", kind=organisation.kind.value), CloseGroup(group_id))


def standing_button(closure: Closure, organisation: Organisation) -> Button:
    """«🚪 Закрыто: с … по …»."""
    first, until = _days(closure.span(organisation.timezone))
    return Button(say("closures-button-standing", first=first, until=until), OpenClosure(closure.id))


def preview(plan: ClosurePlan, *, stale: bool = False) -> Screen:
    """Everything on these days with what is proposed, and how many people would be told."""
    kind, zone = plan.organisation.kind.value, plan.span.zone
    body: list[Phrase | Joined] = [say("closures-preview-fresh")] if stale else []
    body += [
        say("closures-preview-title", kind=kind),
        Joined((heading((plan.group,)), _span(plan.span))),
    ]
    items = tuple(
        say(
            "closures-item",
            number=number,
            what=_what(one),
            when=_when(one, zone),
            deed=_deed(one, deed, plan.organisation),
        )
        for number, (one, deed) in enumerate(zip(plan.affected, plan.deeds, strict=True), 1)
    )
    if items or not plan.questions:
        body.append(Joined(items, by="\n\n") if items else say("closures-preview-nothing"))
    if plan.questions:
        body.append(Joined(tuple(_question(one, zone) for one in plan.questions)))
    if plan.waves:
        body.append(Joined(tuple(_wave(wave, plan.span) for wave in plan.waves)))
    numbers = [
        Button(str(position + 1), _with(plan, next_choice(plan.affected, plan.choices, position)))
        for position, one in enumerate(plan.affected)
        if len(one.options) > 1
    ]
    if numbers:
        body.append(say("closures-preview-hint"))
    told = (say("closures-preview-told", people=plan.told),) if plan.told or not plan.questions else ()
    body.append(Joined((*told, say("closures-preview-undo"))))
    days = plan.span.from_day, plan.span.until_day
    confirm = ConfirmClosing(plan.group.id, *days, plan.choices, plan.seen)
    label = "closures-button-confirm" if plan.told else "closures-button-confirm-quietly"
    return screen(
        *body,
        rows=(
            *in_rows(numbers, NUMBERS_IN_A_ROW),
            (Button(say(label), confirm, style=Style.PRIMARY),),
            (Button(say("button-back"), OpenGroup(plan.group.id)), menu_button()),
        ),
    )


def card(view: ClosureCard, word: Phrase | None = None) -> Screen:
    """A closure as it stands: what it has changed, what takes place all the same; or that it has been undone."""
    news = view.news
    kind, closure = news.organisation.kind.value, news.closure
    span = closure.span(news.organisation.timezone)
    undone = closure.undone_at is not None
    title = say("closures-open-title" if undone else "closures-card-title", kind=kind)
    body: list[Phrase | Joined] = [] if word is None else [word]
    body += [title, Joined((heading((news.group,)), _span(span)))]
    if not undone and not view.running:
        body.append(say("closures-card-over"))
    body += _restored(view) if undone else _changed(view)
    if view.told is not None:
        body.append(say("closures-card-told", people=view.told))
    if view.missed:
        body.append(say("closures-card-missed", people=view.missed))
    rows: list[tuple[Button, ...]] = []
    if view.may_reopen:
        rows.append((Button(say("closures-button-reopen", kind=kind), ReopenGroup(closure.id)),))
        further = CloseGroup(closure.group_id, date.fromordinal(closure.until_day.toordinal() + 1))
        rows.append((Button(say("closures-button-prolong"), further),))
    rows.append((Button(say("button-back"), OpenGroup(closure.group_id)), menu_button()))
    return screen(*body, rows=tuple(rows))


def refused(reason: Refused, group_id: GroupId, organisation: Organisation) -> Screen:
    """Why these days cannot be closed, and the way to other ones."""
    again = Button(say("closures-button-close", kind=organisation.kind.value), CloseGroup(group_id))
    back = Button(say("button-back"), OpenGroup(group_id))
    return screen(refused_word(reason), rows=((again,), (back, menu_button())))


def refused_word(reason: Refused) -> Phrase:
    """Why nothing was done, above what stands."""
    return say("forms-hint", reason=refusal(reason))


def line(one: ClosureLine, organisation: Organisation) -> Phrase:
    """One thing as the closure has left it."""
    zone = organisation.timezone
    key = "closures-what-event" if one.visit_id is None else "closures-what-visit"
    what, was = say(key, title=short(one.title)), Moment(one.was_at, zone)
    match one.deed:
        case Deed.MOVED if one.now_at is not None:
            return say("closures-line-moved", what=what, was=was, now=Moment(one.now_at, zone))
        case Deed.WITHOUT:
            return say("closures-line-without", what=what, was=was, kind=organisation.kind.value)
        case _:
            return say("closures-line-cancelled", what=what, was=was)


def stands(one: ClosureLine, organisation: Organisation) -> Phrase:
    """One thing that takes place as it was announced first."""
    key = "closures-what-event" if one.visit_id is None else "closures-what-visit"
    what = say(key, title=short(one.title))
    return say("closures-line-stands", what=what, was=Moment(one.was_at, organisation.timezone))


def warnings(shut: tuple[ShutGroup, ...]) -> tuple[Phrase, ...]:
    """Under the preview of what is announced to groups that are closed on that day."""
    return tuple(
        say(
            "closures-warning",
            group=one.name,
            first=Day(one.from_day, zone=one.zone),
            until=Day(one.until_day, zone=one.zone),
            kind=one.kind,
        )
        for one in shut
    )


def _changed(view: ClosureCard) -> list[Phrase | Joined]:
    news = view.news
    lines = [line(one, news.organisation) for one in news.lines]
    if news.dates:
        lines.append(say("closures-card-dates", count=news.dates))
    body: list[Phrase | Joined] = [
        Joined((say("closures-card-changed"), *lines)) if lines else say("closures-card-unchanged")
    ]
    if view.stays:
        zone = news.organisation.timezone
        stay = (say("closures-line-stands", what=_what(one), was=_when(one, zone)) for one in view.stays)
        body.append(Joined((say("closures-card-stays"), *stay)))
    return body


def _restored(view: ClosureCard) -> list[Phrase | Joined]:
    news = view.news
    body = list[Phrase | Joined]()
    if news.back:
        back = (stands(one, news.organisation) for one in news.back)
        body.append(Joined((say("closures-open-back"), *back)))
    if news.lines:
        left = (line(one, news.organisation) for one in news.lines)
        body.append(Joined((say("closures-open-left"), *left)))
    if news.dates:
        body.append(say("closures-open-dates"))
    return body


def _with(plan: ClosurePlan, choices: int) -> LookAtClosing:
    return LookAtClosing(plan.group.id, plan.span.from_day, plan.span.until_day, choices, plan.seen)


def _what(one: Affected) -> Phrase:
    match one.kind:
        case Kind.DATES:
            return say("closures-what-dates", count=len(one.dates))
        case Kind.VISIT:
            return say("closures-what-visit", title=short(one.title))
        case _:
            return say("closures-what-event", title=short(one.title))


def _when(one: Affected, zone: str) -> Moment | Joined:
    if len(one.dates) < 2:
        return Moment(one.starts_at, zone)
    first, last = one.dates[0], one.dates[-1]
    return Joined(
        tuple(say("refusal-moment", when=Moment(at, zone, "day")) for at in (first, last)), by=" … "
    )


def _deed(one: Affected, deed: Deed | None, organisation: Organisation) -> Phrase:
    match deed:
        case Deed.MOVED if one.to is not None:
            return say("closures-deed-moved", to=Moment(one.to, organisation.timezone))
        case Deed.WITHOUT:
            return say("closures-deed-without", kind=organisation.kind.value)
        case Deed.WITHDRAWN:
            return say("closures-deed-withdrawn")
        case None if one.kind is Kind.FOREIGN:
            return say("closures-deed-kept-foreign")
        case None if one.kind is Kind.EARLIER:
            return say("closures-deed-kept-earlier")
        case None if one.kind is Kind.PLANNED:
            return say("closures-deed-kept-planned")
        case None:
            return say("closures-deed-kept")
        case _:
            return say("closures-deed-cancelled")


def _question(one: AskedGuest, zone: str) -> Phrase:
    title, asked = short(one.title), Moment(one.asked_at, zone)
    if one.stays_at is None:
        return say("closures-question", title=title, asked=asked)
    return say("closures-question-stays", title=title, asked=asked, stays=Moment(one.stays_at, zone))


def _wave(wave: OpenWave, span: Span) -> Phrase:
    key = "closures-wave-ends" if wave.closes_at <= span.ends else "closures-wave"
    return say(key, wave=kind_of(wave.kind), until=Moment(wave.closes_at, span.zone, "day"))


def _span(span: Span) -> Phrase:
    first, until = _days(span)
    return say("closures-days", days=span.days, first=first, until=until)


def _days(span: Span) -> tuple[Day, Day]:
    return Day(span.from_day, zone=span.zone), Day(span.until_day, zone=span.zone)
