"""Pure rules of groups, codes, substitutions and typed lines."""

from datetime import date, timedelta

import pytest

from content.group_names import telling_stems
from domain.organisation import (
    AGE_BANDS,
    CHILDREN_AT_ONCE,
    CHILDREN_OF_AN_ORGANISATION,
    QUIET_HOURS,
    SIGNS,
    SUBSTITUTION_LIMIT,
    ZONES,
    fits_kind,
    may_add_children,
    may_substitute,
    one_line,
    order_line,
    tells_diagnosis,
)
from domain.outcomes import Reason, Refused
from domain.people import AgeBand, OrganisationKind
from locales import LOCALES, texts_for
from screens.buttons import pack, parse, registry

MONDAY = date(2026, 9, 7)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Солнышко \n ", "Солнышко"),
        ("Сол\u0000ныш\u0007ко", "Солнышко"),
        ("\u202eокшынлоС", "окшынлоС"),
        ("مجموعة الشمس", "مجموعة الشمس"),
        ("<b>Анна & Co", "<b>Анна & Co"),
    ],
)
def test_a_line_is_cleaned(text: str, line: str) -> None:
    assert one_line(text, 60) == line


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.EMPTY),
        ("\u0000 \u202e", Reason.EMPTY),
        ("\u200b\u200b\u2060", Reason.EMPTY),  # nobody would see such a name
        ("я" * 61, Reason.TOO_LONG),
        ("😀" * 31, Reason.TOO_LONG),
        ("112-233-445 95", Reason.LOOKS_LIKE_DOCUMENT),
    ],
)
def test_a_line_that_does_not_fit_is_refused(text: str, reason: Reason) -> None:
    refused = one_line(text, 60)
    assert isinstance(refused, Refused)
    assert refused.reason is reason


def test_an_organisation_may_give_its_own_numbers() -> None:
    assert one_line("ИНН 4217012345", 60, numbers=True) == "ИНН 4217012345"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12-од", "12-од"),
        ("Приказ № 12-од от 02.09.2026", "12-од от 02.09.2026"),
        ("приказом №12", "12"),
        ("№ 12", "12"),
        ("Order No. 12", "12"),
        ("Приказ", "Приказ"),
        ("О-7 по саду", "О-7 по саду"),
    ],
)
def test_the_number_of_an_order_is_kept_without_the_word(typed: str, number: str) -> None:
    assert order_line(typed) == number


@pytest.mark.parametrize(
    "name", ["ТНР", "группа (тнр)", "Логогруппа «Звук»", "КОМПЕНСИРУЮЩАЯ", "с ОВЗ", "ЗПР-1"]
)
def test_diagnoses_are_heard(name: str) -> None:
    assert tells_diagnosis(name, telling_stems())


@pytest.mark.parametrize("name", ["Солнышко", "Расцвет", "Узоры", "Уолт", "Зодиак", "Овзор"])
def test_other_names_are_left_in_peace(name: str) -> None:
    assert not tells_diagnosis(name, telling_stems())


def test_bounds_of_new_codes() -> None:
    assert may_add_children(CHILDREN_AT_ONCE, already=0) is None
    assert may_add_children(1, already=CHILDREN_OF_AN_ORGANISATION - 1) is None
    for count, already in ((CHILDREN_AT_ONCE + 1, 0), (0, 0), (1, CHILDREN_OF_AN_ORGANISATION)):
        assert isinstance(may_add_children(count, already=already), Refused)


def test_bounds_of_a_substitution() -> None:
    day = timedelta(days=1)
    assert may_substitute(MONDAY - day, MONDAY, today=MONDAY) is None
    assert may_substitute(MONDAY, MONDAY + SUBSTITUTION_LIMIT, today=MONDAY) is None
    for begins, ends in (
        (MONDAY, MONDAY - day),
        (MONDAY - 2 * day, MONDAY - day),
        (MONDAY, MONDAY + SUBSTITUTION_LIMIT + day),
    ):
        assert may_substitute(begins, ends, today=MONDAY) is not None


def test_each_age_belongs_to_one_kind_of_organisation() -> None:
    for band in AgeBand:
        assert sum(fits_kind(band, kind) for kind in OrganisationKind) == 1
    assert {band for bands in AGE_BANDS.values() for band in bands} == set(AgeBand)


def test_signs_are_single_code_points() -> None:
    assert all(len(sign) == 1 for sign in SIGNS)
    assert len(set(SIGNS)) == len(SIGNS) == 25


@pytest.mark.parametrize("locale", LOCALES)
def test_each_zone_has_a_name(locale: str) -> None:
    texts = texts_for(locale)
    names = {texts.plain(f"organisation-zone-{zone.rpartition('/')[2].lower()}") for zone in ZONES}
    assert len(names) == len(ZONES)
    assert all(begins != ends for begins, ends in QUIET_HOURS)


def test_every_button_of_the_feature_fits_even_with_the_greatest_ids() -> None:
    greatest = 2**63 - 1
    for kind in registry().values():
        if kind.__module__.rpartition(".")[2] not in {"organisation", "groups", "staff"}:
            continue
        fields = {name: greatest for name, field in kind.__dataclass_fields__.items() if name.endswith("_id")}
        others = {
            "page": 99,
            "sure": True,
            "on": True,
            "all": True,
            "renew": True,
            "count": 40,
        }
        fields |= {name: value for name, value in others.items() if name in kind.__dataclass_fields__}
        if {"part", "value", "role", "kind"} & set(kind.__dataclass_fields__):
            continue
        action = kind(**fields)
        assert parse(pack(action)) == action
