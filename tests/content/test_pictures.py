"""Pictures are small, plain, credited, and there is one for everything that is asked and shown."""

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

import content.pictures
from content.pictures import UnknownPicture, pictures, svg
from content.professions import catalogue
from content.quizzes import instruments

FOLDER = Path(content.pictures.__file__).parent
NAMES = sorted(pictures())
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_a_small_square_of_plain_shapes(name: str) -> None:
    drawn = svg(name)
    assert len(drawn) <= 20_000
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    root = ElementTree.fromstring(drawn)
    _, _, width, height = (float(number) for number in root.attrib["viewBox"].split())
    assert width == height
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= DRAWN
    assert not re.search(r"href|style=|script|url\(", drawn)


def test_all_together_are_a_few_hundred_kilobytes() -> None:
    assert sum(len(drawn.encode()) for drawn in pictures().values()) <= 400_000


@pytest.mark.parametrize("name", NAMES)
def test_no_picture_is_another_one_in_other_colours(name: str) -> None:
    assert [other for other in NAMES if _shapes(other) == _shapes(name)] == [name]


def _shapes(name: str) -> str:
    return re.sub(r'#[0-9a-fA-F]{3,6}\b|viewBox="[^"]*"', "", svg(name))


def test_each_picture_is_credited_and_each_credit_has_its_picture() -> None:
    text = (FOLDER / "CREDITS.md").read_text(encoding="utf-8")
    taken, _, own = text.partition("## Own drawings")
    credited = re.findall(r"^\| ([a-z0-9-]+) \| U\+", taken, re.M) + re.findall(r"[a-z0-9-]+", own)
    assert sorted(credited) == NAMES
    assert all(
        word in taken for word in ("CC BY-SA 4.0", "OpenMoji", "17.0.0", "creativecommons.org/licenses/by-sa")
    )


def test_every_profession_has_a_picture_and_few_share_one() -> None:
    shared = Counter(one.picture for one in catalogue().professions)
    assert set(shared) <= set(pictures())
    assert max(shared.values()) <= 4


def test_every_option_of_every_quiz_that_names_a_picture_has_it() -> None:
    named = {
        option.picture
        for instrument in instruments().all()
        for items in instrument.forms.values()
        for item in items
        for option in item.options
        if option.picture is not None
    }
    assert named
    assert named <= set(pictures())


def test_an_unknown_picture_is_refused_by_name() -> None:
    with pytest.raises(UnknownPicture, match="unicorn"):
        svg("unicorn")
