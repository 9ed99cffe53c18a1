"""Whom a group could ask: professional days, families and professions that have not been there yet."""

from dataclasses import replace

from domain.actions.guest_suggestions import (
    InviteForDay,
    InviteProfession,
    InviteUnmet,
    OpenGroupSuggestions,
    OpenProfessionalDays,
    OpenSuggestions,
)
from domain.events import GroupLabel
from domain.guest_suggestions import DayLine, DaysPage, Suggestions
from domain.people import Organisation
from screens.base import Button, Day, Joined, Phrase, Rows, Screen, say, screen
from screens.common import menu_button
from screens.guests_staff import list_button
from screens.guests_words import head, short
from screens.paging import PAGE, page_of, turning, turning_on

CODES_SHOWN = 40


def days_button(organisation: Organisation) -> Button:
    """«📅 Профессиональные дни»."""
    return Button(say("guests-button-professional-days"), OpenProfessionalDays(organisation.id))


def suggestions_button(organisation: Organisation) -> Button:
    """«💡 Кого ещё не было»."""
    return Button(say("guests-button-suggestions"), OpenSuggestions(organisation.id))


def days(view: DaysPage) -> Screen:
    """The next professional days; a button for each opens dates around it."""
    here = view.organisation
    rows: Rows = ()
    if view.may_open:
        rows = tuple(
            (
                Button(
                    say(
                        "guests-day-button", day=Day(line.celebrated.on), name=short(line.celebrated.day.name)
                    ),
                    InviteForDay(here.id, line.celebrated.day.slug),
                ),
            )
            for line in view.lines
        )
    return screen(
        say("guests-days-title"),
        Joined(tuple(_line(one) for one in view.lines)),
        *((say("guests-days-how"),) if view.may_open else ()),
        rows=(
            *rows,
            *turning_on(view.page, lambda at: OpenProfessionalDays(here.id, at), more=view.more),
            (list_button(here), menu_button()),
        ),
    )


def groups(organisation: Organisation, found: tuple[GroupLabel, ...], page: int) -> Screen:
    """Of which group."""
    rows: Rows = tuple(
        (Button(say("people-group", emoji=one.emoji, name=one.name), OpenGroupSuggestions(one.id)),)
        for one in page_of(found, page)
    )
    return screen(
        say(
            "guests-suggestions-whose" if found else "guests-suggestions-no-group",
            kind=organisation.kind.value,
        ),
        rows=(
            *rows,
            *turning(len(found), page, lambda at: OpenSuggestions(organisation.id, at), PAGE),
            (list_button(organisation), menu_button()),
        ),
    )


def of_group(view: Suggestions) -> Screen:
    """Families by code, spheres and professions; what is tapped begins an invitation."""
    here, kind = view.organisation, view.organisation.kind.value
    body: list[Phrase | Joined] = [head(view.group), say("guests-suggestions-title")]
    rows: Rows = ()
    if view.families:
        codes = ", ".join(child.code for child in view.families[:CODES_SHOWN])
        more = len(view.families[CODES_SHOWN:])
        body.append(say("guests-unmet-families", families=len(view.families), codes=codes, more=more))
        rows = ((Button(say("guests-button-invite-unmet"), InviteUnmet(view.group.id)),),)
    else:
        body.append(say("guests-unmet-nobody"))
    if view.spheres:
        spheres = Joined(
            tuple(say("guests-map-sphere", sphere=sphere.value) for sphere in view.spheres), by=", "
        )
        body.append(say("guests-unmet-spheres", spheres=spheres, kind=kind))
    if view.professions:
        body.append(say("guests-unmet-professions"))
    rows += tuple(
        (
            Button(
                say("guests-unmet-profession", sign=card.sign, name=short(card.name))
                if on is None
                else say("guests-unmet-profession-day", sign=card.sign, name=short(card.name), day=Day(on)),
                InviteProfession(view.group.id, card.slug),
            ),
        )
        for card, on in view.professions
    )
    made = screen(*body, rows=(*rows, (list_button(here), menu_button())))
    return replace(made, fleeting=bool(view.families))


def _line(line: DayLine) -> Phrase:
    one = line.celebrated
    if line.last is None:
        return say("guests-day-line", day=Day(one.on), name=one.day.name)
    return say("guests-day-line-met", day=Day(one.on), name=one.day.name, last=Day(line.last, "year"))
