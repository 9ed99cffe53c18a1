"""Two partners of one enterprise are not mistaken for one another."""

from dataclasses import replace

from domain.people import OrganisationKind, Role, ShownAdult
from locales import texts_for
from screens.people import places_apart
from screens.render import plain

BAKERY = ShownAdult(Role.PARTNER, OrganisationKind.KINDERGARTEN, None, "Пекарня «Калач»", (), None)
LIBRARY = replace(BAKERY, title="Библиотека № 3")


def said(*found: tuple[ShownAdult, str | None]) -> list[str]:
    """The labels."""
    return [plain(one, texts_for("ru")) for one in places_apart(found)]


def test_one_of_an_enterprise_is_known_by_its_name() -> None:
    assert said((BAKERY, "хлеб"), (LIBRARY, None)) == ["Пекарня «Калач»", "Библиотека № 3"]


def test_two_are_told_apart_by_name_by_what_they_offer_or_by_number() -> None:
    named = replace(BAKERY, name="Анна Петрова")
    assert said((named, "хлеб"), (BAKERY, "булочки"), (BAKERY, None), (LIBRARY, None)) == [
        "Пекарня «Калач» · Анна Петрова",
        "Пекарня «Калач» · булочки",
        "Пекарня «Калач» · № 3",
        "Библиотека № 3",
    ]
