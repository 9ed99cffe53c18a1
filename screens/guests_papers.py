"""The journal of guests, and the poster of a group's door."""

from dataclasses import replace

from domain.actions.guest_papers import DrawPoster, OpenJournal, OpenPosters, TakeJournal
from domain.events import GroupLabel
from domain.guest_papers import DoorPoster, Journal
from domain.ids import OrganisationId
from domain.people import Organisation
from screens.base import Button, Document, Phrase, Screen, say, screen
from screens.common import menu_button
from screens.guests_staff import list_button
from screens.paging import turning_on

PAGE = 8


def journal_button(organisation_id: OrganisationId, year: int) -> Button:
    """«📒 Журнал гостей»."""
    return Button(say("guests-button-journal"), OpenJournal(organisation_id, year))


def posters_button(organisation_id: OrganisationId) -> Button:
    """«🚪 Плакат на дверь»."""
    return Button(say("guests-button-posters"), OpenPosters(organisation_id))


def journal(view: Journal, *, now: int, document: Document | None = None) -> Screen:
    """What is in the journal of a school year, and the files it comes as; with one of them, once it was asked for."""
    here, year = view.organisation, view.year
    names = {"year": str(year), "next": str(year + 1)}
    body = [say("guests-journal-title", **names)]
    body += (
        [say("guests-journal-lead"), say("guests-journal-visits", visits=view.held)]
        if document is None
        else [say("guests-journal-ready")]
    )
    rows: list[tuple[Button, ...]] = []
    if view.lines:
        rows.append(
            (
                Button(say("guests-button-journal-table"), TakeJournal(here.id, year)),
                Button(say("guests-button-journal-document"), TakeJournal(here.id, year, document=True)),
            )
        )
    turns = [year - 1] if year >= now else [year - 1, year + 1]
    rows.append(
        tuple(
            Button(say("guests-year-turn", year=str(to), next=str(to + 1)), OpenJournal(here.id, to))
            for to in turns
        )
    )
    rows.append((list_button(here), menu_button()))
    return replace(screen(*body, rows=tuple(rows)), document=document)


def posters(organisation: Organisation, groups: tuple[GroupLabel, ...], page: int) -> Screen:
    """Of which group."""
    page = min(max(page, 0), max(0, (len(groups) - 1) // PAGE))
    shown = groups[page * PAGE : (page + 1) * PAGE]
    rows = [
        (Button(say("people-group", emoji=group.emoji, name=group.name), DrawPoster(group.id)),)
        for group in shown
    ]
    more = len(groups) > (page + 1) * PAGE
    return screen(
        say("guests-posters-title", kind=organisation.kind.value),
        rows=(
            *rows,
            *turning_on(page, lambda at: OpenPosters(organisation.id, at), more=more),
            (list_button(organisation), menu_button()),
        ),
    )


def poster(view: DoorPoster, document: Document) -> Screen:
    """The poster as a file."""
    here = view.organisation
    title: Phrase = say("people-group", emoji=view.group.emoji, name=view.group.name)
    made = screen(
        title,
        say("guests-poster-ready"),
        rows=((posters_button(here.id), list_button(here)), (menu_button(),)),
    )
    return replace(made, document=document)
