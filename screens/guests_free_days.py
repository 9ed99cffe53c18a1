"""«Не зовём гостей»: the days, and the quiet months."""

from domain.actions.guest_dates import AddFreeDays, OpenFreeDays, RemoveFreeDays, SetQuietMonth
from domain.events import GroupLabel
from domain.guest_calendar import FreeDays
from domain.guest_date_views import FreeDaysPage
from domain.people import Organisation
from screens.base import Button, Day, Joined, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.common import menu_button
from screens.guests_staff import list_button
from screens.paging import turning_on


def free_days_button(organisation: Organisation) -> Button:
    """«🌙 Не зовём гостей»."""
    return Button(say("guests-button-free-days"), OpenFreeDays(organisation.id))


def page(view: FreeDaysPage, word: Phrase | None = None) -> Screen:
    """What is kept free, each with a button to take it back; the quiet months for whoever speaks for all."""
    here = view.organisation
    body: list[Phrase | Joined] = [] if word is None else [word]
    body.append(say("guests-free-title", kind=here.kind.value))
    if view.entries:
        body.append(Joined(tuple(_line(entry, group, here) for entry, group in view.entries)))
    else:
        body.append(say("guests-free-none"))
    quiet = tuple(say("guests-month-name", month=month) for month in sorted(here.quiet_months))
    if quiet:
        body.append(say("guests-free-quiet", months=Joined(quiet, by=", ")))
    else:
        body.append(say("guests-free-quiet-none"))
    rows: Rows = tuple(
        (
            Button(
                say("guests-button-free-remove", first=Day(entry.from_day, zone=here.timezone)),
                RemoveFreeDays(here.id, entry.id),
            ),
        )
        for entry, _ in view.entries
        if entry.id in view.removable
    )
    rows += turning_on(view.page, lambda at: OpenFreeDays(here.id, at), more=view.more)
    if view.may_add:
        rows += ((Button(say("guests-button-free-add"), AddFreeDays(here.id), style=Style.PRIMARY),),)
    if view.for_all:
        months = [_month(here, month) for month in (9, 10, 11, 12, 1, 2, 3, 4, 5)]
        rows += in_rows(months, 3)
    return screen(*body, rows=(*rows, (list_button(here), menu_button())))


def added_word() -> Phrase:
    """«Записали»."""
    return say("guests-free-added")


def removed_word() -> Phrase:
    """«Снова зовём»."""
    return say("guests-free-removed")


def _month(here: Organisation, month: int) -> Button:
    quiet = month in here.quiet_months
    label = say("guests-button-quiet-month", month=month, state="on" if quiet else "off")
    return Button(label, SetQuietMonth(here.id, month, not quiet))


def _line(entry: FreeDays, group: GroupLabel | None, here: Organisation) -> Phrase:
    first, last = Day(entry.from_day, zone=here.timezone), Day(entry.until_day, zone=here.timezone)
    days = (
        say("guests-free-day", day=first)
        if entry.from_day == entry.until_day
        else say("guests-free-days", first=first, last=last)
    )
    whose = (
        say("guests-free-all", kind=here.kind.value)
        if group is None
        else say("events-group", name=group.name, emoji=group.emoji)
    )
    if entry.note is None:
        return say("guests-free-line", days=days, whose=whose)
    return say("guests-free-line-noted", days=days, whose=whose, note=entry.note)
