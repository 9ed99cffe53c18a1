"""Consents say everything that the law asks for, and what was published never changes."""

import shutil
from pathlib import Path

import pytest

import content.consents
from content.consents import ConsentTexts, TextChanged, consent_texts
from domain.ids import OrganisationId
from domain.people import Organisation, OrganisationKind
from domain.privacy import ConsentText, Purpose

FOLDER = Path(content.consents.__file__).parent
COMMITTED = {
    "parent.v1.ru.md": "5aa914f7583e9f390140ae06953417078747006cbddb06b988a754a649006d1e",
    "parent.v1.en.md": "d5b5a41722b4f337a8395e78a1d4ea9b12bc0b46b9917a8887149792db8fed9a",
    "staff.v1.ru.md": "f78d35dade8b683d67d93f0181ab66e0e48c71d9ae75a537910f9f076e2fd2d6",
    "staff.v1.en.md": "0874a941ba28aeb8ac8a96257659d7ac9f371960a93ea2ca1e59b22f54a0a78a",
    "partner.v1.ru.md": "dd2aeee99d6e171900a6f4ac0d1ab47507f6d77d28ef951e500573784d520119",
    "partner.v1.en.md": "0ea9cd7282ea8026affd1f92a55f5227d45bee494ff0996f9231d84549375424",
    "child.v1.ru.md": "04b39398c25cae20c761874e6c7a1607f7d54970b6db17ec8be30a5e1e67eb84",
    "child.v1.en.md": "78b06da323134f89992321122f15e4b22cbcb300944c37ec65c3075365d18ae1",
    "entrance.v1.ru.md": "20d9678556ed50619ac3a014f687a3316596e8539af17bd8bfd4688da9f51795",
    "entrance.v1.en.md": "025e556f73b8f9ee9b3cfb01b6979930442f9ec03cea7663c1a194ea5ef61a78",
}
"""Hashes under which people have given consent. A new version is a new file and a new line here."""

BARE = Organisation(
    OrganisationId(1), "Ромашка {operator} <b>", OrganisationKind.KINDERGARTEN, "Asia/Novokuznetsk", False
)
FULL = Organisation(
    OrganisationId(1),
    "Детский сад № 7",
    OrganisationKind.KINDERGARTEN,
    "Asia/Novokuznetsk",
    False,
    address="г. Таёжный, ул. Лесная, 3",
    operator="МБДОУ «Детский сад № 7»",
    contact="ds7@example.org",
    processor="ООО «Сервер», г. Таёжный",
)

IN_EVERY_TEXT = {
    "ru": (
        "Сообщения проходят через Telegram, серверы за пределами России",
        "Оператор",
        "Зачем",
        "Какие данные",
        "Что с ними делают",
        "Обработка по поручению",
        "Сколько хранят",
        "3 года",
        "Как отозвать",
        "/my_data",
        "/delete_me",
    ),
    "en": (
        "servers are outside Russia",
        "Operator",
        "What for",
        "Which data",
        "What is done",
        "on behalf",
        "How long",
        "3 years",
        "withdraw",
        "/my_data",
        "/delete_me",
    ),
}


def _whole(text: ConsentText) -> str:
    return "\n\n".join([text.title, *(f"{part.heading or ''} {part.text}" for part in text.parts)])


def test_published_texts_are_those_that_people_agreed_to() -> None:
    lines = (FOLDER / "published.sha256").read_text().splitlines()
    assert {name: digest for digest, name in (line.split("  ") for line in lines)} == COMMITTED


@pytest.mark.parametrize("locale", ["ru", "en"])
@pytest.mark.parametrize("purpose", Purpose)
def test_a_consent_says_everything_it_must(purpose: Purpose, locale: str) -> None:
    text = consent_texts().current(purpose, locale)
    assert (text.purpose, text.locale) == (purpose, locale)
    whole = _whole(text.filled(FULL))
    for said in (*IN_EVERY_TEXT[locale], FULL.operator, FULL.address, FULL.contact, FULL.processor):
        assert str(said) in whole
    assert "{" not in whole
    assert len(whole.encode("utf-16-le")) // 2 < 3900  # one message, with room for long names


@pytest.mark.parametrize("purpose", Purpose)
def test_an_organisation_that_has_not_filled_its_card_still_names_an_operator(purpose: Purpose) -> None:
    whole = _whole(consent_texts().current(purpose, "ru").filled(BARE))
    assert "Оператор – Ромашка {operator} <b>." in whole  # its name is not a field to fill
    assert "None" not in whole


def test_a_language_without_a_translation_gets_the_text_that_counts() -> None:
    assert consent_texts().current(Purpose.PARENT, "tt").locale == "ru"


def test_a_changed_published_text_stops_the_start(tmp_path: Path) -> None:
    copied = tmp_path / "consents"
    shutil.copytree(FOLDER, copied, ignore=shutil.ignore_patterns("__pycache__"))
    ConsentTexts(copied)
    changed = copied / "parent.v1.ru.md"
    changed.write_text(changed.read_text() + "И ещё немного.\n")
    with pytest.raises(TextChanged):
        ConsentTexts(copied)
    changed.unlink()
    with pytest.raises(TextChanged):
        ConsentTexts(copied)
