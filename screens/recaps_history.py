"""Past events, looked through by form, group and month."""

from dataclasses import replace
from datetime import date

from domain.actions.events import OpenEvents
from domain.actions.recaps import HistoryTable, OpenHistory, OpenRecap
from domain.event_forms import EventForm
from domain.history import HistoryPage, PastEvent, Pick, Sought
from domain.ids import OrganisationId
from screens.base import Button, Day, Document, Joined, Moment, Phrase, Rows, Screen, in_rows, say, screen
from screens.common import menu_button
from screens.events_facts import form_name
from screens.events_parents import short
from screens.paging import turning_on

MOST_MONTHS = 18
"""That are offered: a school year and a half."""


def page(view: HistoryPage) -> Screen:
    """A page of what has been, the filters, and the table."""
    here, sought = view.organisation, view.sought
    body: list[Phrase | Joined] = [say("recaps-history-title", organisation=here.name)]
    if not view.events:
        body.append(say("recaps-history-empty" if sought == Sought() else "recaps-history-none-so"))
    rows: list[tuple[Button, ...]] = [
        (Button(_line(event, here.timezone), OpenRecap(event.id)),) for event in view.events
    ]
    rows += turning_on(view.page, lambda at: _open(here.id, sought, page=at), more=view.more)
    rows += _filters(view)
    if view.events:
        table = HistoryTable(here.id, sought.form, sought.group_id, sought.month)
        rows.append((Button(say("recaps-button-table"), table),))
    rows.append((Button(say("button-back"), OpenEvents(here.id, past=True)), menu_button()))
    return screen(*body, rows=tuple(rows))


def choose(view: HistoryPage, pick: Pick) -> Screen:
    """What one filter may be, with «любая» first."""
    here, sought = view.organisation, view.sought
    options: list[tuple[Phrase, Sought]]
    match pick:
        case Pick.FORM:
            options = [(form_said(form), replace(sought, form=form)) for form in view.forms]
            every = replace(sought, form=None)
        case Pick.GROUP:
            options = [
                (say("events-group", name=group.name, emoji=group.emoji), replace(sought, group_id=group.id))
                for group in view.groups
            ]
            every = replace(sought, group_id=None)
        case Pick.MONTH:
            options = [(_month(month), replace(sought, month=month)) for month in view.months[:MOST_MONTHS]]
            every = replace(sought, month=None)
    buttons = [Button(label, _open(here.id, chosen)) for label, chosen in options]
    return screen(
        say(f"recaps-history-ask-{pick.value}", kind=here.kind.value),
        rows=(
            (Button(say(f"recaps-history-any-{pick.value}", kind=here.kind.value), _open(here.id, every)),),
            *in_rows(buttons, 2),
            (Button(say("button-back"), _open(here.id, sought)), menu_button()),
        ),
    )


def table(organisation_id: OrganisationId, sought: Sought, file: Document) -> Screen:
    """The file; it has codes of children, so it disappears from the chat after a day."""
    made = screen(
        say("recaps-table-ready"),
        say("events-fleeting"),
        rows=((Button(say("recaps-button-history"), _open(organisation_id, sought)), menu_button()),),
    )
    return replace(made, document=file, fleeting=True)


def table_name(today: date) -> Phrase:
    """How the file is called."""
    return say("recaps-table-file", day=f"{today:%Y-%m-%d}")


def button(organisation_id: OrganisationId) -> Button:
    """«🗂 История и таблица»."""
    return Button(say("recaps-button-history"), OpenHistory(organisation_id))


def form_said(form: EventForm) -> Phrase:
    """A form; events of none are «без вида»."""
    return say("recaps-history-no-form") if form is EventForm.OTHER else form_name(form)


def _filters(view: HistoryPage) -> Rows:
    sought, here = view.sought, view.organisation.id
    group = next((group for group in view.groups if group.id == sought.group_id), None)
    chosen: dict[Pick, Phrase | None] = {
        Pick.FORM: None if sought.form is None else form_said(sought.form),
        Pick.GROUP: None if group is None else say("events-group", name=group.name, emoji=group.emoji),
        Pick.MONTH: None if sought.month is None else _month(sought.month),
    }
    offered = {Pick.FORM: len(view.forms), Pick.GROUP: len(view.groups), Pick.MONTH: len(view.months)}
    buttons = [
        Button(
            say(f"recaps-history-by-{pick.value}", kind=view.organisation.kind.value)
            if said is None
            else say("recaps-history-by", what=said),
            _open(here, sought, pick=pick),
        )
        for pick, said in chosen.items()
        if said is not None or offered[pick] > 1
    ]
    return in_rows(buttons, 2)


def _open(
    organisation_id: OrganisationId, sought: Sought, *, page: int = 0, pick: Pick | None = None
) -> OpenHistory:
    return OpenHistory(organisation_id, sought.form, sought.group_id, sought.month, page, pick)


def _line(event: PastEvent, zone: str) -> Phrase:
    when, title = Moment(event.starts_at, zone, "day"), short(event.title)
    if not event.counted.families:
        return say("recaps-history-line", when=when, title=title)
    return say("recaps-history-line-came", when=when, title=title, families=event.counted.families)


def _month(month: date) -> Phrase:
    return say("recaps-history-month", month=Day(month, "month"))
