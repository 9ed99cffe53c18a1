"""The catalogue of professions is whole, balanced, and refused in plain words when it is not."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import content.professions
from content.faults import FaultKind, UnusableContent
from content.professions import catalogue, examine, read
from content.professions.telling import TELLING, TOLD
from content.signs import is_sign
from domain.guests import PLAN_LIMIT
from domain.people import sort_key
from domain.professions import Sphere

FOLDER = Path(content.professions.__file__).parent


def test_there_are_many_and_of_local_and_new_ones_at_least_twenty() -> None:
    known = catalogue().professions
    local, new = sum(one.local for one in known), sum(one.new for one in known)
    assert len(known) >= 120
    assert local >= 20
    assert new >= 20
    assert len(known) - local - new >= 0.4 * len(known)


@pytest.mark.parametrize("sphere", Sphere)
def test_each_sphere_has_local_or_new_and_everyday_trades(sphere: Sphere) -> None:
    of_sphere = catalogue().of(sphere)
    assert len(of_sphere) >= 8
    assert any(one.local or one.new for one in of_sphere)
    assert any(not (one.local or one.new) for one in of_sphere)


def test_every_profession_has_a_sign_of_its_own() -> None:
    signs = [one.sign for one in catalogue().professions]
    assert len(set(signs)) == len(signs)


def test_professions_stand_in_the_order_of_the_alphabet() -> None:
    names = [one.name.casefold().replace("ё", "е") for one in catalogue().professions]
    assert names == sorted(names)


def test_a_card_fits_into_a_guests_form() -> None:
    assert all(len("\n".join(one.plan)) <= PLAN_LIMIT for one in catalogue().professions)


def test_words_are_typographic_and_speak_to_both_genders() -> None:
    for one in catalogue().professions:
        said = " ".join((one.name, one.simple, *one.plan, one.brings, one.needs))
        assert not re.search(r"\"|\.\.\.| - |--|[A-CE-Za-z]{2}", said), one.slug
        assert not re.search(r"\b(сам|сама|рад|рада|врачиха)\b", said.lower()), one.slug
        assert one.name[0].isupper() or one.name[0].isdigit(), one.slug


def test_what_a_guest_says_is_typographic_and_speaks_to_both_genders() -> None:
    for one in catalogue().professions:
        said = (*one.talk.tells, *one.talk.asks, *one.talk.safe, *one.talk.home, one.use, one.product)
        words = " ".join((*said, one.place, *one.tools, *one.actions, *one.qualities))
        assert not re.search(r"\"|\.\.\.| - |--|[A-CE-Za-z]{2}|[!…]", words), one.slug
        assert not re.search(r"\b(я сама?|рада?|я должна?|я должен)\b", words.lower()), one.slug
        assert not re.search(r"\b[Яя] (не )?[а-яё]+(л|ла|лся|лась)\b", words), one.slug
        assert not re.search(r"\b[Тт]ы (бы )?(не )?[а-яё]+(л|ла|лся|лась)\b", words), one.slug


def test_no_two_cards_share_a_sentence_or_a_question() -> None:
    talks = [one.talk for one in catalogue().professions]
    said = [words for talk in talks for words in (*talk.tells, *talk.asks, *talk.home)]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("sphere", Sphere)
def test_every_card_of_a_sphere_is_told_in_full(sphere: Sphere) -> None:
    for one in catalogue().of(sphere):
        assert all((*one.talk.tells, *one.talk.asks, *one.talk.safe, *one.talk.home)), one.slug
        assert all((one.place, one.use, *one.tools, *one.actions, *one.qualities)), one.slug
        assert one.product, one.slug


def test_a_typed_word_finds_its_profession() -> None:
    assert [one.slug for one in catalogue().named("доктор")] == ["vrach"]
    assert [one.slug for one in catalogue().named(" ШАХТЕР ")] == ["shahter"]
    assert {one.slug for one in catalogue().named("электро")} == {"energetik", "svarshik"}
    assert not catalogue().named("укротитель тигров")


def test_a_neighbour_is_only_suggested() -> None:
    assert [one.slug for one in catalogue().named("Кондитер")] == ["pekar"]
    assert [one.slug for one in catalogue().named("водитель")][:2] == [
        "voditel-avtobusa",
        "voditel-samosvala",
    ]
    for one in catalogue().professions:
        names = {sort_key(name) for other in catalogue().professions for name in (other.name, *other.also)}
        assert not names & {sort_key(near) for near in one.near}, one.slug


@pytest.mark.parametrize("field", TOLD)
def test_a_card_that_does_not_tell_is_refused_with_an_example(field: str, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "professions", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    file = tmp_path / "professions" / "beauty.yaml"
    head, card = file.read_text(encoding="utf-8").split("gonchar:\n")
    lines = re.sub(rf"\n  {field}:.*(\n    .*)*", "", "\n" + card, count=1)
    file.write_text(f"{head}gonchar:{lines}", encoding="utf-8")

    (fault,) = examine(file)[1]
    assert (fault.where, fault.kind) == (f"gonchar.{field}", FaultKind.FIELD_MISSING)
    assert fault.example == TELLING[field]
    with pytest.raises(UnusableContent, match=rf"gonchar\.{field}"):
        read(tmp_path / "professions")


@pytest.mark.parametrize(
    ("change", "where", "kind"),
    [
        (lambda text: text.replace("name: Пекарь", "name: []"), "pekar.name", FaultKind.NO_WORDS),
        (lambda text: text.replace("  name: Пекарь\n", ""), "pekar.name", FaultKind.FIELD_MISSING),
        (lambda text: text.replace("name: Пекарь", "name: " + "П" * 100), "pekar.name", FaultKind.TOO_LONG),
        (lambda text: text.replace("sign: 🍞", "sign: 👷"), "pekar.sign", FaultKind.BAD_SIGN),
        (lambda text: text.replace("sign: 🍞", "sign: 🪑"), "pekar.sign", FaultKind.BAD_SIGN),
        (lambda text: text.replace("sign: 🍞", "sign: ⛏️"), "pekar.sign", FaultKind.BAD_SIGN),
        (
            lambda text: text.replace("Печёт хлеб и булочки.", "Печёт хлеб"),
            "pekar.simple",
            FaultKind.SENTENCE,
        ),
        (lambda text: text.replace("    - Замесим", "  #  - Замесим"), "pekar.plan", FaultKind.PLAN),
        (
            lambda text: text.replace("dangers: [food]", "dangers: [loud]"),
            "pekar.dangers",
            FaultKind.NOT_AMONG,
        ),
        (lambda text: text.replace("picture: bread", "photo: bread"), "pekar.photo", FaultKind.FIELD_UNKNOWN),
        (lambda text: text.replace("[хлебопёк]", "[шахтер]"), "pekar.also", FaultKind.TWO_PROFESSIONS),
        (lambda text: text.replace("[хлебопёк]", "[врач]"), "pekar.also", FaultKind.TWO_PROFESSIONS),
        (lambda text: text.replace("also: [хлебопёк", "also: [{a: b}"), "pekar.also", FaultKind.NO_WORDS),
        (lambda text: text.replace("pekar:", "Пекарь:"), "Пекарь", FaultKind.BAD_SLUG),
        (lambda text: text.replace("pekar:", "shahter:"), "shahter", FaultKind.FIELD_TWICE),
        (lambda text: text.replace("local: true", "local: maybe", 1), "shahter.local", FaultKind.NO_SWITCH),
        (
            lambda text: text.replace("local: true", "local: true\n  new: true", 1),
            "shahter.new",
            FaultKind.BOTH,
        ),
        (lambda text: re.sub("(?m)^  place: .*\n", "", text), "shahter.place", FaultKind.FIELD_MISSING),
        (
            lambda text: text.replace("  tools: [", "  tools: [а, б, в, г, д, "),
            "shahter.tools",
            FaultKind.COUNT,
        ),
        (
            lambda text: re.sub("(?m)^  actions: .*", "  actions: [а]", text),
            "shahter.actions",
            FaultKind.COUNT,
        ),
        (lambda text: re.sub("(?m)^  use: .*", "  use: всем", text), "shahter.use", FaultKind.SENTENCE),
        (
            lambda text: re.sub("(?m)^    safe: .*", "    safe: [а, б, в]", text),
            "shahter.talk.safe",
            FaultKind.COUNT,
        ),
        (lambda text: text.replace("?\n", "\n"), "shahter.talk.asks", FaultKind.QUESTION),
        (lambda text: text.replace("?\n", "?\n      - Кто?\n"), "shahter.talk.home", FaultKind.COUNT),
        (
            lambda text: text.replace("    tells:\n", f"    tells:\n      - Я {'много ' * 30}знаю.\n"),
            "shahter.talk.tells",
            FaultKind.TOO_LONG,
        ),
        (
            lambda text: text.replace("  place: ", "  from_age: 9\n  place: ", 1),
            "shahter.from_age",
            FaultKind.NOT_AMONG,
        ),
        (lambda text: text + "\n  - [", "", FaultKind.NO_YAML),
        (lambda text: "- pekar", "", FaultKind.NO_FIELDS),
    ],
)
def test_a_mistake_is_named_with_its_line_and_field(
    change: Callable[[str], str], where: str, kind: FaultKind, tmp_path: Path
) -> None:
    shutil.copytree(FOLDER, tmp_path / "professions", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    file = tmp_path / "professions" / "machines.yaml"
    text = file.read_text(encoding="utf-8")
    changed = change(text)
    assert changed != text
    file.write_text(changed, encoding="utf-8")

    _, faults = examine(file)
    assert (where, kind) in {(one.where, one.kind) for one in faults}
    for one in faults:
        if one.kind not in (FaultKind.NO_YAML, FaultKind.NO_FIELDS):
            named = one.where.partition(".")[0]
            assert named in "".join(changed.splitlines()[: one.line])
    with pytest.raises(UnusableContent, match=r"machines\.yaml, line \d+"):
        read(tmp_path / "professions")


def test_a_sphere_without_a_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableContent, match=r"people\.yaml, line 1, : file-missing"):
        read(tmp_path)


@pytest.mark.parametrize("sphere", Sphere)
def test_the_catalogue_that_ships_has_no_faults(sphere: Sphere) -> None:
    assert examine(FOLDER / f"{sphere.value}.yaml") == (len(catalogue().of(sphere)), ())


def test_signs_are_emoji_that_old_phones_know() -> None:
    assert is_sign("😀")
    assert is_sign("⚡")
    assert is_sign("🧸")
    for odd in ("", "a", "7", "👨‍🏫", "🦸", "🫖", "🥲", "🛠️", "★★"):
        assert not is_sign(odd), odd
