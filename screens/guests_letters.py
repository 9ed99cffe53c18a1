"""Letters of thanks: previewed, issued, sent; the register; a guest's own letter."""

from dataclasses import replace

from domain.actions.forms import FormCancel, FormStep
from domain.actions.guest_papers import (
    IssueLetter,
    OpenLetters,
    OpenOwnLetter,
    PrepareLetter,
    SendLetter,
    TakeLetter,
    TakeRegister,
)
from domain.actions.guests import OpenVisit
from domain.guest_letters import Letter, LetterDesk, LetterLine, LetterRegister, OwnLetter
from domain.guests import Visit
from domain.ids import OrganisationId
from screens.base import (
    Button,
    Day,
    Document,
    Joined,
    Phrase,
    Picture,
    Rows,
    Screen,
    Style,
    in_rows,
    say,
    screen,
)
from screens.common import menu_button
from screens.guests_staff import about_guest, list_button
from screens.guests_words import facts, head, short
from screens.paging import turning_on


def own_button(visit: Visit) -> Button:
    """«💌 Моё письмо»."""
    return Button(say("guests-button-own-letter"), OpenOwnLetter(visit.id))


def letters_button(organisation_id: OrganisationId) -> Button:
    """«💌 Письма гостям»."""
    return Button(say("guests-button-letters"), OpenLetters(organisation_id))


def preview(form: str, token: str, view: LetterDesk, picture: Picture) -> Screen:
    """The draft as it will be printed, with a button for each thing that may be changed."""
    here = view.card.organisation
    fields = ("salutation", "words") if here.personal_data else ("words",)
    hint = () if here.personal_data else (say("guests-letter-preview-blank"),)
    made = screen(
        head(view.card.group),
        say("guests-letter-preview"),
        *hint,
        rows=(
            (
                Button(
                    say("guests-button-letter-issue"),
                    IssueLetter(view.card.visit.id, token),
                    style=Style.SUCCESS,
                ),
            ),
            *in_rows([Button(say(f"guests-field-{name}"), FormStep(form, name)) for name in fields], 2),
            (Button(say("button-cancel"), FormCancel(form, token)),),
        ),
    )
    return about_guest(replace(made, picture=picture), view.card)


def desk(view: LetterDesk, word: Phrase | None = None) -> Screen:
    """A letter that was issued, or why there is none; `word` says what has just happened."""
    card, letter = view.card, view.letter
    body: list[Phrase | Joined] = [head(card.group), facts(card)]
    rows: Rows = ()
    if letter is None:
        body.append(say("guests-letter-impossible"))
    else:
        if word is not None:
            body.append(word)
        body += [standing(letter, card.organisation.timezone), _state(view, letter)]
        if letter.words is not None:
            rows = ((Button(say("guests-button-letter-take"), TakeLetter(card.visit.id)),),)
        if view.may_send:
            again = "guests-button-letter-send-again" if letter.sent else "guests-button-letter-send"
            style = Style.PLAIN if letter.sent else Style.PRIMARY
            rows = ((Button(say(again), SendLetter(card.visit.id), style=style),), *rows)
    made = screen(*body, rows=(*rows, (_back(card.visit), menu_button())))
    return about_guest(made, card)


def standing(letter: Letter, zone: str) -> Phrase:
    """«Благодарственное письмо № 7 от 12 марта»."""
    return say("guests-letter-standing", number=str(letter.number), day=Day(letter.issued_on, "year", zone))


def _state(view: LetterDesk, letter: Letter) -> Phrase:
    if letter.words is None:
        return say("guests-letter-gone")
    if not view.may_send:
        return say("guests-letter-without-phone")
    return say("guests-letter-sent" if letter.sent else "guests-letter-not-sent")


def taken(view: LetterDesk, document: Document) -> Screen:
    """The PDF for staff, who print it."""
    made = screen(
        head(view.card.group), say("guests-letter-ready"), rows=((_back(view.card.visit), menu_button()),)
    )
    return about_guest(replace(made, document=document), view.card)


def own(view: OwnLetter, document: Document) -> Screen:
    """The PDF for the guest: sent, or asked for again."""
    made = screen(
        head(view.card.group),
        say("guests-letter-thanked"),
        rows=((_back(view.card.visit), menu_button()),),
    )
    return replace(made, document=document)


def register(view: LetterRegister) -> Screen:
    """A page of the register."""
    here = view.organisation
    rows: list[tuple[Button, ...]] = [
        (Button(_line(line, here.timezone), PrepareLetter(line.visit.id)),) for line in view.lines
    ]
    rows += turning_on(view.page, lambda at: OpenLetters(here.id, at), more=view.more)
    if view.lines:
        rows.append((Button(say("guests-button-register"), TakeRegister(here.id)),))
    body = [say("guests-letters-title", organisation=here.name)]
    if not view.lines:
        body.append(say("guests-letters-empty"))
    return screen(*body, rows=(*rows, (list_button(here), menu_button())))


def table(view: LetterRegister, document: Document) -> Screen:
    """The register as a file."""
    here = view.organisation
    made = screen(say("guests-letters-table"), rows=((letters_button(here.id), menu_button()),))
    return replace(made, document=document)


def _line(line: LetterLine, zone: str) -> Phrase:
    return say(
        "guests-letters-line",
        number=str(line.letter.number),
        day=Day(line.letter.issued_on, "year", zone),
        emoji=line.group.emoji,
        profession=short(line.visit.profession.name),
    )


def _back(visit: Visit) -> Button:
    return Button(say("button-back"), OpenVisit(visit.id))
