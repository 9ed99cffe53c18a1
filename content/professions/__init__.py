"""The catalogue of professions: one YAML file a sphere, read and checked once."""

import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from content.faults import Fault, FaultKind, UnusableContent
from content.nodes import Node, compose
from content.pictures import nearest
from content.professions import telling
from content.professions.telling import TELLING, TOLD, sentence
from content.signs import is_sign
from domain.guests import PROFESSION_LIMIT, THINGS_LIMIT
from domain.people import sort_key
from domain.professions import Catalogue, Danger, Profession, Sphere

_HERE = Path(__file__).parent
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SLUG_LIMIT = 24
_SIMPLE_LIMIT = 90
_LINE_LIMIT = 120
"""A line of the plan; three of them fit into a guest's form."""
_FIELDS = {
    "name": "name: Пекарь",
    "simple": "simple: Печёт хлеб и булочки.",
    "sign": "sign: 🍞",
    "picture": "picture: bread-loaf",
    "plan": "plan: [Расскажу о тесте., Покажу скалку., Слепим булочки.]",
    "brings": "brings: мука, зерно, скалка",
    "needs": "needs: дощечки, фартуки",
    "dangers": "dangers: [liquid]",
    "local": "local: true",
    "new": "new: true",
    "also": "also: [хлебопёк]",
    "near": "near: [кондитер]",
    **TELLING,
}
_REQUIRED = ("name", "simple", "sign", "picture", "plan", "brings", "needs", *TOLD)


@cache
def catalogue() -> Catalogue:
    """The professions that ship with the product."""
    return read(_HERE)


def read(folder: Path) -> Catalogue:
    """The catalogue of a folder with one `<sphere>.yaml` for each sphere; raises `UnusableContent`."""
    found, faults = _read(folder)
    for file, wrong in faults.items():
        if wrong:
            raise UnusableContent(file, tuple(wrong))
    professions = sorted(found, key=lambda one: sort_key(one.name))
    return Catalogue(tuple(professions), {one.slug: one for one in professions})


def is_catalogue(file: Path) -> bool:
    """Whether a file is named as one of the catalogue."""
    return file.name in {_file_name(sphere) for sphere in Sphere}


def examine(file: Path, pictures: Collection[str] | None = None) -> tuple[int, tuple[Fault, ...]]:
    """How many professions a file of the catalogue has, and what is wrong; names are compared with its neighbours'.

    With `pictures`, the names of those that are drawn, another one is a fault too. Raises `OSError` for a file that cannot be read.
    """
    file.read_bytes()
    sphere = Sphere(file.stem)
    found, faults = _read(file.parent, pictures)
    return sum(one.sphere is sphere for one in found), tuple(sorted(faults[file], key=lambda one: one.line))


def _file_name(sphere: Sphere) -> str:
    return f"{sphere.value}.yaml"


def _read(
    folder: Path, pictures: Collection[str] | None = None
) -> tuple[list[Profession], Mapping[Path, list[Fault]]]:
    """The professions that can be read, and the faults of each file."""
    professions: list[Profession] = []
    faults: dict[Path, list[Fault]] = {}
    seen: dict[str, str] = {}
    for sphere in Sphere:
        file = folder / _file_name(sphere)
        wrong = faults[file] = []
        try:
            text = file.read_text(encoding="utf-8")
        except FileNotFoundError:
            wrong.append(Fault(1, "", FaultKind.FILE_MISSING))
            continue
        except UnicodeDecodeError:
            wrong.append(Fault(1, "", FaultKind.NO_YAML))
            continue
        root = compose(text, wrong)
        if root is None:
            continue
        for slug, node in root.entries("pekar: {name: Пекарь}"):
            if not _SLUG.fullmatch(slug) or len(slug) > _SLUG_LIMIT:
                node.wrong(FaultKind.BAD_SLUG, "pekar", found=slug, limit=_SLUG_LIMIT)
            professions.append(_profession(node, slug, sphere, seen, pictures))
    return professions, faults


def _profession(
    node: Node, slug: str, sphere: Sphere, seen: dict[str, str], pictures: Collection[str] | None
) -> Profession:
    fields = node.fields(_FIELDS, _REQUIRED)
    name = fields["name"].words(PROFESSION_LIMIT, _FIELDS["name"])
    also = _words(fields["also"], PROFESSION_LIMIT, _FIELDS["also"])
    _once(node, slug, slug, seen)
    for place, words in ((fields["name"], name), *((fields["also"], one) for one in also)):
        _once(place, sort_key(words), slug, seen)
    sign = fields["sign"].words(_SLUG_LIMIT, _FIELDS["sign"])
    if sign and not is_sign(sign):
        fields["sign"].wrong(FaultKind.BAD_SIGN, _FIELDS["sign"])
    local, new = fields["local"].switch(_FIELDS["local"]), fields["new"].switch(_FIELDS["new"])
    if local and new:
        fields["new"].wrong(FaultKind.BOTH)
    picture = fields["picture"].words(_SLUG_LIMIT, _FIELDS["picture"])
    if picture and pictures is not None and picture not in pictures:
        example = f"picture: {nearest(picture, pictures)}"
        fields["picture"].wrong(FaultKind.NO_PICTURE, example, found=picture)
    return Profession(
        slug=slug,
        name=name,
        simple=sentence(fields["simple"], _SIMPLE_LIMIT, _FIELDS["simple"]),
        sphere=sphere,
        sign=sign,
        plan=_plan(fields["plan"]),
        brings=fields["brings"].words(THINGS_LIMIT, _FIELDS["brings"]),
        needs=fields["needs"].words(THINGS_LIMIT, _FIELDS["needs"]),
        dangers=_dangers(fields["dangers"]),
        local=local,
        also=also,
        new=new,
        near=_words(fields["near"], PROFESSION_LIMIT, _FIELDS["near"]),
        picture=picture,
        place=telling.place(fields),
        tools=telling.tools(fields),
        actions=telling.actions(fields),
        product=telling.product(fields),
        use=telling.use(fields),
        qualities=telling.qualities(fields),
        from_age=telling.from_age(fields),
        talk=telling.talk(fields),
    )


def _plan(node: Node) -> tuple[str, str, str]:
    """What is told, what is shown, what the children do."""
    lines = [sentence(one, _LINE_LIMIT, _FIELDS["plan"]) for one in node.items(_FIELDS["plan"])]
    if node and len(lines) != 3:
        node.wrong(FaultKind.PLAN, _FIELDS["plan"], found=str(len(lines)))
    told, shown, done, *_ = (*lines, "", "", "")
    return told, shown, done


def _dangers(node: Node) -> frozenset[Danger]:
    known = [danger.value for danger in Danger]
    said = (one.among(known, _FIELDS["dangers"]) for one in node.items(_FIELDS["dangers"]))
    return frozenset(Danger(one) for one in said if one is not None)


def _words(node: Node, limit: int, example: str) -> tuple[str, ...]:
    said = (one.words(limit, example) for one in node.items(example))
    return tuple(one for one in said if one)


def _once(node: Node, words: str, slug: str, seen: dict[str, str]) -> None:
    """A word leads to one profession."""
    if words and words in seen:
        node.wrong(FaultKind.TWO_PROFESSIONS, found=words, other=seen[words])
    seen.setdefault(words, slug)
