"""The map for the wall: one sheet whatever was met, ticks and not only colours, own words apart."""

import struct
from datetime import UTC, datetime

import pytest

from content.professions import catalogue
from domain.guest_views import MetProfession
from domain.professions import Catalogue, Sphere
from reports.documents.profession_map import OWN_AT_MOST, WIDTH, MapWords, catalogue_met, profession_map
from tests.unit.pictures import Picture, read_png

SMALL = 640
MADE_AT = datetime(2027, 3, 12, 9, tzinfo=UTC)
KNOWN = catalogue()
WORDS = MapWords(
    title="Карта профессий",
    count="Познакомились с 7 из 50",
    own="Ещё к нам приходили",
    spheres={sphere: f"🤝 {sphere.value}" for sphere in Sphere},
)
OWN = MetProfession(None, "Укротитель тигров", 2)
LONG = MetProfession(None, "Ч" * 60, 1)


def _met(*slugs: str, visits: int = 1) -> list[MetProfession]:
    return [MetProfession(slug, KNOWN.by_slug[slug].name, visits) for slug in slugs]


def _map(*met: MetProfession, group: str = "Солнышко") -> bytes:
    return profession_map(group, met, KNOWN, WORDS, MADE_AT, width=SMALL)


def _black(picture: Picture) -> int:
    return sum(light < 60 for row in picture for light in row)


def _lowest(picture: Picture) -> int:
    """The last row of dots with anything on it."""
    return max(at for at, row in enumerate(picture) if min(row) < 255)


@pytest.mark.parametrize(
    "met",
    [
        [],
        _met("shahter", "pekar", "vrach"),
        [*_met(*KNOWN.by_slug, visits=12), *[LONG] * 14],
    ],
    ids=["nobody", "three", "all"],
)
@pytest.mark.parametrize("group", ["Солнышко 🐻", "Подготовительная к школе группа «Капитошки» " * 2])
def test_the_map_is_one_sheet_upright(met: list[MetProfession], group: str) -> None:
    picture = read_png(_map(*met, group=group))
    assert len(picture[0]) == SMALL
    assert len(picture) == pytest.approx(SMALL * 420 / 297, abs=2)
    assert 0.75 < _lowest(picture) / len(picture) < 0.99


def test_a_small_catalogue_takes_a_sheet_across() -> None:
    few = [one for sphere in Sphere for one in KNOWN.of(sphere)[:8]]
    small = Catalogue(tuple(few), {one.slug: one for one in few})
    picture = read_png(profession_map("Солнышко", [], small, WORDS, MADE_AT, width=SMALL))
    assert len(picture) == pytest.approx(SMALL * 210 / 297, abs=2)
    assert 0.75 < _lowest(picture) / len(picture) < 0.99


def test_the_map_is_sharp_and_light_enough_for_a_chat() -> None:
    drawn = profession_map("Солнышко", _met(*KNOWN.by_slug), KNOWN, WORDS, MADE_AT)
    assert struct.unpack(">I", drawn[16:20]) == (WIDTH,)
    assert len(drawn) < 800_000  # all hundred and more in colour at once; a map of today has a few


def test_equal_visits_give_equal_bytes() -> None:
    assert _map(*_met("shahter"), OWN) == _map(*_met("shahter"), OWN)


def test_who_was_met_is_told_without_colours() -> None:
    nobody, one = read_png(_map()), read_png(_map(*_met("pozharnyj")))
    assert _black(one) > _black(nobody) + 175  # without its tick: 147 dots


def test_how_often_is_told_from_twice_on() -> None:
    once, twice, thrice = (_map(*_met("pozharnyj", visits=visits)) for visits in (1, 2, 3))
    assert len({once, twice, thrice}) == 3


def test_own_words_stand_in_a_band_of_their_own() -> None:
    assert _map(OWN) != _map()
    assert _map(OWN) == _map(MetProfession("no-more-in-the-catalogue", OWN.name, OWN.visits))


def test_of_many_own_words_the_last_place_counts_those_beyond() -> None:
    def own(count: int) -> list[MetProfession]:
        return [MetProfession(None, f"Профессия {number}", 1) for number in range(count)]

    assert _map(*own(OWN_AT_MOST)) != _map(*own(OWN_AT_MOST + 1))
    assert _map(*own(OWN_AT_MOST + 1)) != _map(*own(OWN_AT_MOST + 2))
    swapped = own(OWN_AT_MOST + 2)
    swapped[-1] = OWN
    assert _map(*swapped) == _map(*own(OWN_AT_MOST + 2))


def test_only_professions_of_the_catalogue_are_counted() -> None:
    met = [*_met("shahter", "pekar"), OWN, MetProfession("no-more-in-the-catalogue", "Шорник", 1)]
    assert catalogue_met(met, KNOWN) == 2
    assert catalogue_met([], KNOWN) == 0
