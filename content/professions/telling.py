"""What a card tells of the work itself, and «Ваша профессия за 15 минут»: the fields and their measures."""

from collections.abc import Mapping

from content.faults import FaultKind
from content.nodes import Node
from domain.people import AgeBand
from domain.professions import Talk

TELLING = {
    "place": "place: пекарня",
    "tools": "tools: [скалка, печь, весы]",
    "actions": "actions: [месит тесто, лепит булочки, следит за печью]",
    "product": "product: тёплый хлеб и булочки",
    "use": "use: У всех на столе есть свежий хлеб.",
    "qualities": "qualities: [терпение, аккуратность]",
    "from_age": 'from_age: "5-6"',
    "talk": "talk: {tells: […], asks: […], safe: […], home: […]}",
}
TOLD = ("place", "tools", "actions", "product", "use", "qualities", "talk")
"""What no card may lack."""
_TALK = {
    "tells": "tells: [Я пеку хлеб и булочки., …]",
    "asks": "asks: [Что бы вы положили в пирог?, …]",
    "safe": "safe: [зерно в мешочке, чистая скалка]",
    "home": "home: [Какое тесто на ощупь?, …]",
}
_WORDS_LIMIT = 60
_USE_LIMIT = 120
_LONG_LIMIT = 140
_ASK_LIMIT = 120
_TOOLS, _ACTIONS, _QUALITIES, _TELLS, _ASKS, _SAFE, _HOME = (
    (3, 5),
    (3, 3),
    (2, 4),
    (4, 6),
    (3, 3),
    (2, 2),
    (3, 3),
)


def place(fields: Mapping[str, Node]) -> str:
    """Where the work is done."""
    return fields["place"].words(_WORDS_LIMIT, TELLING["place"])


def tools(fields: Mapping[str, Node]) -> tuple[str, ...]:
    """What is worked with."""
    return _some(fields["tools"], TELLING["tools"], _TOOLS)


def actions(fields: Mapping[str, Node]) -> tuple[str, ...]:
    """What is done."""
    return _some(fields["actions"], TELLING["actions"], _ACTIONS)


def product(fields: Mapping[str, Node]) -> str:
    """What comes of it."""
    return fields["product"].words(_WORDS_LIMIT, TELLING["product"])


def use(fields: Mapping[str, Node]) -> str:
    """Whom it helps."""
    return sentence(fields["use"], _USE_LIMIT, TELLING["use"])


def qualities(fields: Mapping[str, Node]) -> tuple[str, ...]:
    """What such a person is strong in."""
    return _some(fields["qualities"], TELLING["qualities"], _QUALITIES)


def from_age(fields: Mapping[str, Node]) -> AgeBand:
    """The youngest to whom it can be explained."""
    known = [band.value for band in AgeBand]
    return AgeBand(fields["from_age"].among(known, TELLING["from_age"]) or AgeBand.Y5_6)


def talk(fields: Mapping[str, Node]) -> Talk:
    """What the guest says and asks, what children hold, what is asked on the way home."""
    parts = fields["talk"].fields(_TALK, _TALK if fields["talk"] else ())
    tells = _counted(parts["tells"], _TALK["tells"], _TELLS)
    first, second, *_ = (*_some(parts["safe"], _TALK["safe"], _SAFE), "", "")
    asks = _questions(parts["asks"], _TALK["asks"], _ASKS, _ASK_LIMIT)
    home = _questions(parts["home"], _TALK["home"], _HOME, _LONG_LIMIT)
    return Talk(
        tells=tuple(sentence(one, _LONG_LIMIT, _TALK["tells"]) for one in tells),
        asks=_three(asks),
        safe=(first, second),
        home=_three(home),
    )


def sentence(node: Node, limit: int, example: str) -> str:
    """Words with a capital letter and a full stop."""
    said = node.words(limit, example)
    if said and not (said.endswith(".") and said[0].isupper()):
        node.wrong(FaultKind.SENTENCE, example)
    return said


def _questions(node: Node, example: str, bounds: tuple[int, int], limit: int) -> tuple[str, ...]:
    said = []
    for one in _counted(node, example, bounds):
        words = one.words(limit, example)
        if words and not (words.endswith("?") and words[0].isupper()):
            one.wrong(FaultKind.QUESTION, example)
        said.append(words)
    return tuple(said)


def _some(node: Node, example: str, bounds: tuple[int, int]) -> tuple[str, ...]:
    return tuple(one.words(_WORDS_LIMIT, example) for one in _counted(node, example, bounds))


def _counted(node: Node, example: str, bounds: tuple[int, int]) -> tuple[Node, ...]:
    """The entries of a list that has neither too few nor too many."""
    few, many = bounds
    items = node.items(example)
    if node and not few <= len(items) <= many:
        node.wrong(FaultKind.COUNT, example, few=few, many=many, found=len(items))
    return items


def _three(said: tuple[str, ...]) -> tuple[str, str, str]:
    first, second, third, *_ = (*said, "", "", "")
    return first, second, third
