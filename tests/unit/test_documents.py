"""Family cards, the group's poster and lists: what stands on paper, and that nothing typed becomes markup."""

import io
from dataclasses import replace
from datetime import UTC, datetime, time

import openpyxl
import pytest
import segno
from pypdf import PdfReader

from domain.ids import ChildId, GroupId, MembershipId, OrganisationId, PersonId
from domain.links import LinkKind, deep_link, new_token
from domain.people import (
    AgeBand,
    Group,
    Guardianship,
    Kinship,
    Membership,
    Organisation,
    OrganisationKind,
    Role,
)
from locales import LOCALES, texts_for
from reports.documents.cards import CardSheet, CardToPrint, Poster, family_cards, group_poster
from reports.documents.lists import organisation_workbook, safe_cell
from reports.documents.typesetting import printable
from services.exports import GroupSheet, ListedChild, OrganisationLists
from tests.unit.pictures import find_qr, read_png

AT = datetime(2026, 9, 7, 3, 0, tzinfo=UTC)
GARDEN = OrganisationKind.KINDERGARTEN
HOSTILE = '#panic("x") *b* <b> $1$ `c` \\ @a'
BOT = "gost_gruppy_bot"


def cards(count: int) -> list[CardToPrint]:
    """So many cards from 0147 on."""
    return [CardToPrint(147 + index, deep_link(BOT, LinkKind.CARD, new_token())) for index in range(count)]


def sheet(count: int, group: str = "Солнышко") -> CardSheet:
    """The cards of a group."""
    return CardSheet("Детский сад № 12 «Ромашка»", group, cards(count), AT)


def pages(pdf: bytes) -> list[str]:
    """The words of each page, with line breaks as spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("locale", LOCALES)
def test_twelve_cards_stand_on_a_page_and_each_says_code_group_and_link(locale: str) -> None:
    printed = sheet(13)
    said = pages(family_cards(printed, texts_for(locale)))
    assert len(said) == 2
    for index, card in enumerate(printed.cards):
        page = said[index // 12]
        assert f"{card.number:04d}" in page
        assert card.address.removeprefix("https://").partition("?")[0] in page
        assert card.address[-12:] in page.replace(" ", "")
    assert said[0].count("Солнышко") == 12
    assert "№ 12" in said[0]


def test_a_whole_group_is_cut_from_a4() -> None:
    page = PdfReader(io.BytesIO(family_cards(sheet(12), texts_for("ru")))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_equal_inputs_give_equal_bytes() -> None:
    printed = sheet(2)
    assert family_cards(printed, texts_for("ru")) == family_cards(printed, texts_for("ru"))


@pytest.mark.parametrize("make", ["cards", "poster"])
def test_nothing_typed_becomes_markup(make: str) -> None:
    if make == "cards":
        pdf = family_cards(sheet(1, HOSTILE), texts_for("ru"))
    else:
        pdf = group_poster(Poster(HOSTILE, GARDEN, HOSTILE, "https://t.me/a?start=g_b", AT), texts_for("ru"))
    assert HOSTILE.replace(" ", "") in "".join(pages(pdf)).replace(" ", "")


def test_the_qr_of_a_card_is_that_of_its_link() -> None:
    printed = sheet(1)
    address = printed.cards[0].address
    drawn = segno.make(address, error="m", micro=False, mask=0)
    modules, dots = len(drawn.matrix), 3
    picture = read_png(family_cards(printed, texts_for("ru"), form="png", ppi=dots * modules * 25.4 / 27))
    assert find_qr(picture, drawn.matrix, dots)
    other = segno.make(address[:-1] + "_", error="m", micro=False, mask=0)
    assert not find_qr(picture, other.matrix, dots)


def test_the_qr_of_the_poster_is_that_of_its_link() -> None:
    address = deep_link(BOT, LinkKind.GROUP, new_token())
    drawn = segno.make(address, error="m", micro=False, mask=0)
    poster = Poster("Детский сад № 12", GARDEN, "Солнышко", address, AT)
    picture = read_png(
        group_poster(poster, texts_for("ru"), form="png", ppi=4 * len(drawn.matrix) * 25.4 / 92)
    )
    assert find_qr(picture, drawn.matrix, 4)


def test_what_fonts_cannot_draw_is_left_out() -> None:
    assert printable("🌞 Солнышко № 3 👨‍👩‍👧") == "Солнышко № 3"


def organisation(*, names: bool) -> Organisation:
    """A kindergarten."""
    return Organisation(
        OrganisationId(1),
        "=Ромашка",
        OrganisationKind.KINDERGARTEN,
        "Asia/Novokuznetsk",
        personal_data=names,
        quiet_from=time(21),
    )


def lists(*, names: bool) -> OrganisationLists:
    """Two groups whose names Excel would not take as they are; one child with a mother."""
    here = organisation(names=names)
    mother = Membership(
        MembershipId(1),
        PersonId(1),
        here,
        Role.PARENT,
        name="=cmd()|Анна",
        children=(Guardianship(ChildId(1), 147, GroupId(1), Kinship.PARENT),),
    )
    group = Group(GroupId(1), here.id, "Солнышко: [5/6]", "🐻", AgeBand.Y5_6)
    twin = replace(group, id=GroupId(2), name="Солнышко 5 6")
    children = (ListedChild(147, (mother,)), ListedChild(148, ()))
    return OrganisationLists(here, (GroupSheet(group, children), GroupSheet(twin, ())))


@pytest.mark.parametrize("names", [True, False])
def test_lists_have_codes_a_blank_for_the_name_and_the_adults(names: bool) -> None:
    made = organisation_workbook(lists(names=names), texts_for("ru"), made_at=AT)
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == ["Солнышко 5 6", "Солнышко 5 6 2"]
    page = book.worksheets[0]
    assert [cell.value for cell in page[5]][:3] == [1, "0147", None]
    assert [cell.value for cell in page[6]][:2] == [2, "0148"]
    adult = page["D5"].value
    assert adult == ("'=cmd()|Анна (мама или папа)" if names else "мама или папа")
    assert page["A1"].value == "'=Ромашка – Солнышко: [5/6]"
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)


def test_an_organisation_without_groups_gets_an_honest_list() -> None:
    empty = OrganisationLists(organisation(names=False), ())
    book = openpyxl.load_workbook(io.BytesIO(organisation_workbook(empty, texts_for("en"), made_at=AT)))
    assert book.worksheets[0]["A1"].value == "There are no groups yet."


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_defused(start: str) -> None:
    assert safe_cell(start + "1+1") == "'" + start + "1+1"
    assert safe_cell("1" + start) == "1" + start


@pytest.mark.parametrize(
    ("kind", "said", "unsaid"),
    [
        (GARDEN, ("группы", "Воспитатель"), ("класса", "Учитель")),
        (OrganisationKind.SCHOOL, ("класса", "Учитель"), ("группы", "Воспитатель")),
    ],
)
def test_the_poster_speaks_as_its_house_does(
    kind: OrganisationKind, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    printed = "".join(
        pages(group_poster(Poster("Дом", kind, "1 «А»", "https://t.me/a", AT), texts_for("ru")))
    )
    assert all(word in printed for word in said)
    assert not any(word in printed for word in unsaid)
