"""Papers: the files that people were sent, and pictures of those that are printed."""

import shutil
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from content.quizzes import WHO_DOES_WHAT, instruments
from domain.ids import OrganisationId, PersonId
from domain.people import Organisation, OrganisationKind
from domain.quizzes import FormLetter
from domain.retention import ERASED, RETENTION_DONE, LogLine, RetentionAct, acts_of
from locales import texts_for
from reports.documents.cards import CardSheet, CardToPrint, Poster, family_cards, group_poster
from reports.documents.print_kit import drawn_kit
from reports.documents.retention_act import retention_act
from sandbox.gallery.house import BEGIN
from sandbox.stories.cast import GROUPS, ORGANISATION
from sandbox.stories.kindergarten import ZONE
from sandbox.stories.stage import PRINTED_LINK

PPI = 110.0
SMALL_PPI = 80.0
"""Of the kits: twenty-two pages."""


def drawn(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Cards and poster of the first group as pictures, with the links that stand in the PDFs people were sent.

    And what is printed for a quiz on paper, page by page.
    """
    texts = texts_for("ru")
    plan = GROUPS[0]
    links = _links(next(content for name, content in files.items() if f"Карточки – {plan.name}" in name))
    cards = [CardToPrint(number, link) for number, link in enumerate(links, start=1)]
    sheet = CardSheet(ORGANISATION, plan.name, cards, BEGIN)
    wall = _links(next(content for name, content in files.items() if f"Плакат – {plan.name}" in name))
    poster = Poster(ORGANISATION, OrganisationKind.KINDERGARTEN, plan.name, wall[0], BEGIN)
    quiz = instruments().newest(WHO_DOES_WHAT)
    act = retention_act(_act(), texts, form="png", ppi=PPI)
    return {
        f"Карточки семей, {plan.name}": family_cards(sheet, texts, form="png", ppi=PPI),
        f"QR на стену, {plan.name}": group_poster(poster, texts, form="png", ppi=PPI),
        "Акт об удалении данных": act,
    } | {
        f"Набор для печати, форма {letter}, стр. {number}": page
        for letter, form in zip("АБ", FormLetter, strict=True)
        for number, page in enumerate(drawn_kit(quiz, form, texts, ppi=SMALL_PPI), 1)
    }


def _act() -> RetentionAct:
    """A month in which somebody erased themselves and terms ended."""
    here = Organisation(
        OrganisationId(1), ORGANISATION, OrganisationKind.KINDERGARTEN, str(ZONE), personal_data=True
    )
    counts = {"requests": 2, "notices": 65, "links": 8}
    log = [
        LogLine(BEGIN, ERASED, PersonId(17), True, {}),
        LogLine(BEGIN + timedelta(days=3), RETENTION_DONE, None, False, counts),
    ]
    [act] = acts_of(here, log)
    return act


def keep(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files beside the page."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name.replace("/", "-")).write_bytes(content)


def _links(printed: bytes) -> list[str]:
    return list(dict.fromkeys(link.decode() for link in PRINTED_LINK.findall(printed)))
