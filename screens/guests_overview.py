"""«Гость группы» from above: the month of all groups, one group's month, the school year in figures."""

from datetime import datetime

from domain.actions.guest_overview import OpenGroupMonth, OpenGuestMonth, OpenGuestYear
from domain.actions.guests import OpenSlot, OpenVisit
from domain.guest_overview import (
    GroupMonth,
    GuestMonth,
    GuestYear,
    MonthOfGroup,
    next_month,
)
from domain.guest_views import SlotLine
from domain.professions import Sphere
from screens.base import Button, Day, Joined, Moment, Phrase, Rows, Screen, say, screen
from screens.common import menu_button
from screens.guests_more import more_button
from screens.guests_staff import list_button, mark_on
from screens.guests_words import head, short
from screens.paging import turning_on


def month(view: GuestMonth) -> Screen:
    """How many guests each group has; a button for each leads to its days."""
    here = view.organisation
    body: list[Phrase | Joined] = [
        say("guests-month-title", month=Day(view.month, "month"), kind=here.kind.value),
        Joined(tuple(_group(one) for one in view.groups))
        if view.groups
        else say("guests-month-nobody", kind=here.kind.value),
        say("guests-month-suggested", kind=here.kind.value),
    ]
    buttons = [
        Button(
            say("guests-month-group", emoji=one.group.emoji, name=one.group.name),
            OpenGroupMonth(one.group.id, view.month),
        )
        for one in view.groups
    ]
    rows: Rows = tuple((button,) for button in buttons)
    rows += turning_on(view.page, lambda at: OpenGuestMonth(here.id, view.month, at), more=view.more)
    rows += (
        (
            Button(_named(view, -1), OpenGuestMonth(here.id, next_month(view.month, -1))),
            Button(_named(view, 1), OpenGuestMonth(here.id, next_month(view.month))),
        ),
        (more_button(here), menu_button()),
    )
    return screen(*body, rows=rows)


def month_of_group(view: MonthOfGroup) -> Screen:
    """The days of a group, each with what stands on it."""
    here = view.organisation
    days = [_day(line, here.timezone, view.now) for line in view.lines]
    return screen(
        head(view.group),
        say("guests-group-month-title", month=Day(view.month, "month"))
        if days
        else say("guests-group-month-empty", month=Day(view.month, "month")),
        rows=(
            *((day,) for day in days),
            (Button(say("button-back"), OpenGuestMonth(here.id, view.month)), list_button(here)),
        ),
    )


def year(view: GuestYear, *, now: int) -> Screen:
    """Visits, children, groups, families, partners and spheres; `now` is the year in which this one began."""
    here = view.organisation
    body: list[Phrase | Joined] = [say("guests-year-title", year=str(view.year), next=str(view.year + 1))]
    if not view.visits:
        body.append(say("guests-year-empty"))
    else:
        body.append(
            Joined(
                (
                    say("guests-year-visits", visits=view.visits, children=view.children),
                    say("guests-year-groups", met=view.groups_met, groups=view.groups, kind=here.kind.value),
                    say("guests-year-families", met=view.families_met, families=view.families),
                    say("guests-year-partners", partners=view.partners),
                    say("guests-year-followed", followed=view.followed),
                )
            )
        )
        body.append(Joined((say("guests-year-spheres"), *_spheres(view))))
    rows: Rows = ((Button(_year(view.year - 1), OpenGuestYear(here.id, view.year - 1)),),)
    if view.year < now:
        rows = ((*rows[0], Button(_year(view.year + 1), OpenGuestYear(here.id, view.year + 1))),)
    return screen(*body, rows=(*rows, (more_button(here), menu_button())))


def _spheres(view: GuestYear) -> list[Phrase]:
    return [
        say("guests-year-sphere", sphere="own" if sphere is None else sphere.value, visits=visits)
        for sphere in (*Sphere, None)
        if (visits := view.spheres.get(sphere, 0)) or sphere is not None
    ]


def _group(one: GroupMonth) -> Phrase:
    return say(
        "guests-month-line",
        emoji=one.group.emoji,
        name=one.group.name,
        load=one.load.value,
        held=one.held,
        agreed=one.agreed,
        asked=one.asked,
        free=one.free,
    )


def _day(line: SlotLine, zone: str, now: datetime) -> Button:
    when, visit = Moment(line.slot.starts_at, zone), line.visit
    if visit is None:
        return Button(say("guests-month-free", when=when), OpenSlot(line.slot.id))
    words = say(
        "guests-month-visit",
        mark=mark_on(line, visit, past=line.slot.starts_at <= now),
        when=when,
        profession=short(visit.profession.name),
    )
    return Button(words, OpenVisit(visit.id))


def _named(view: GuestMonth, step: int) -> Phrase:
    return say("guests-month-turn", month=Day(next_month(view.month, step), "month"), ahead=int(step > 0))


def _year(year: int) -> Phrase:
    return say("guests-year-turn", year=str(year), next=str(year + 1))
