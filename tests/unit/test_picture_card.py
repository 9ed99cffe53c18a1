"""The card of a question: light, always the same, marked without colours, never with a picture missing."""

import pytest

from content.pictures import UnknownPicture
from reports.documents.picture_card import HEIGHT, WIDTH, picture_card
from tests.unit.pictures import Picture, read_png

FOUR = ("ladle", "thermometer", "bandage", "syringe")


def _dark(picture: Picture, left: float, top: float, size: float) -> int:
    """Black dots in a part of the card; its place and size are given in parts of the whole."""
    rows = picture[round(top * HEIGHT) : round((top + size) * HEIGHT)]
    columns = slice(round(left * WIDTH), round((left + size) * WIDTH))
    return sum(light < 60 for row in rows for light in row[columns])


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_every_card_is_light_and_of_the_same_size(count: int) -> None:
    card = picture_card(FOUR[:count])
    rows = read_png(card)
    assert (len(rows), len(rows[0])) == (HEIGHT, WIDTH)
    assert len(card) <= 120_000


def test_equal_names_give_equal_bytes_and_another_order_another_card() -> None:
    card = picture_card(FOUR)
    assert picture_card(list(FOUR)) == card
    assert picture_card(FOUR[::-1]) != card


def test_four_places_have_four_marks_of_different_shape() -> None:
    card = read_png(picture_card(("face-doubt",) * 4))
    marks = [_dark(card, left, top, 0.13) for top in (0.03, 0.52) for left in (0.02, 0.51)]
    assert all(dots > 500 for dots in marks)
    assert len(set(marks)) == 4


def test_the_third_of_three_stands_below_in_the_middle() -> None:
    card = read_png(picture_card(("face-doubt",) * 3))
    assert _dark(card, 0.265, 0.52, 0.13) > 500
    assert _dark(card, 0.02, 0.52, 0.13) == 0


def test_one_picture_alone_is_big_and_has_no_mark() -> None:
    alone = read_png(picture_card(("bread-loaf",)))
    assert _dark(alone, 0.02, 0.02, 0.12) == 0
    assert _dark(alone, 0, 0, 1) > _dark(read_png(picture_card(("bread-loaf",) * 2)), 0, 0, 1) / 2


def test_an_unknown_picture_and_a_card_of_none_or_five_are_refused() -> None:
    with pytest.raises(UnknownPicture, match="unicorn"):
        picture_card(("ladle", "unicorn"))
    for names in ((), (*FOUR, "cup")):
        with pytest.raises(ValueError, match="one to four"):
            picture_card(names)
