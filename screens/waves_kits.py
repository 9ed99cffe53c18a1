"""The kit to print: what is in it, and its two forms as files (rule 23)."""

from domain.actions.waves import OpenKit, OpenWaves, PrintKit
from domain.ids import OrganisationId
from domain.print_kits import KitOffer
from domain.quizzes import FormLetter
from screens.base import Button, Document, Screen, Style, say, screen
from screens.common import menu_button


def kit_button(here: OrganisationId) -> Button:
    """«🖨 Набор для печати»."""
    return Button(say("waves-button-kit"), OpenKit(here))


def kit(view: KitOffer) -> Screen:
    """What is printed, and for whom which form."""
    here = view.organisation.id
    return screen(
        say("waves-kit-screen-title", title=view.instrument.title),
        say("waves-kit-screen-text"),
        say("waves-kit-screen-forms"),
        say("waves-kit-screen-print"),
        rows=(
            tuple(_form(here, letter, Style.PRIMARY) for letter in FormLetter),
            (Button(say("button-back"), OpenWaves(here)), menu_button()),
        ),
    )


def ready(view: KitOffer, printed: FormLetter, document: Document) -> Screen:
    """A form as a file; no code stands in it, so it stays in the chat."""
    here = view.organisation.id
    return Screen(
        body=(say("waves-kit-ready", title=view.instrument.title, form=printed.value),),
        rows=((_form(here, printed.other, Style.PLAIN),), (menu_button(),)),
        document=document,
        fresh=True,
    )


def _form(here: OrganisationId, letter: FormLetter, style: Style) -> Button:
    return Button(say("waves-kit-button", form=letter.value), PrintKit(here, letter), style=style)
