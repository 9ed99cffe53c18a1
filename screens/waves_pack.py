"""The pack that the psychologist reads and approves: every question of both forms, and the parents' texts (rule 24)."""

from domain.actions.waves import ApprovePack, OpenWaves, ReadPack
from domain.ids import OrganisationId
from domain.quizzes import Criterion, FormLetter, Instrument, Item, ItemKind, Option
from screens.base import Button, Joined, Phrase, Screen, Style, say, screen
from screens.common import menu_button
from screens.paging import turning

ON_A_PAGE = 4
"""Questions of a page: a message holds 4096 characters."""


def pages(instrument: Instrument) -> int:
    """How many pages the pack has: the questions of both forms, then the parents' texts."""
    return len(_pieces(instrument)) + 1


def page(instrument: Instrument, here: OrganisationId, number: int, *, may_approve: bool) -> Screen:
    """A page; at the end, «Утвердить» for who may."""
    pieces = _pieces(instrument)
    number = min(max(number, 0), len(pieces))
    title = say("waves-pack-title", title=instrument.title, page=number + 1, pages=len(pieces) + 1)
    rows = list(turning(len(pieces) + 1, number, lambda at: ReadPack(here, at), size=1))
    body: list[Phrase | Joined]
    if number < len(pieces):
        form, items = pieces[number]
        body = [say("waves-pack-form", form=form.value), *(_item(item) for item in items)]
    else:
        body = [
            say("waves-pack-texts"),
            *(
                say("waves-pack-text", criterion=criterion.value, text=said.text, activity=said.activity)
                for criterion, said in sorted(instrument.parent_texts.items(), key=_order)
            ),
            say(
                "waves-pack-text-unclear",
                text=instrument.parent_text_unclear.text,
                activity=instrument.parent_text_unclear.activity,
            ),
        ]
        if may_approve:
            approve = ApprovePack(here, instrument.version, sure=False)
            rows.append((Button(say("waves-button-approve"), approve, style=Style.SUCCESS),))
    back = Button(say("button-back"), OpenWaves(here))
    return screen(title, *body, rows=(*rows, (back, menu_button())))


def _pieces(instrument: Instrument) -> list[tuple[FormLetter, tuple[Item, ...]]]:
    return [
        (form, instrument.forms[form][start : start + ON_A_PAGE])
        for form in FormLetter
        for start in range(0, len(instrument.forms[form]), ON_A_PAGE)
    ]


def _item(item: Item) -> Joined:
    """A question with its key: weights, or the right order."""
    head = say(
        "waves-pack-item",
        number=str(item.number),
        question=item.question,
        criterion="none" if item.criterion is None else item.criterion.value,
    )
    if item.kind is ItemKind.WISH:
        return Joined((head, say("waves-pack-wishes", options=", ".join(one.text for one in item.options))))
    if item.kind is ItemKind.ORDER3:
        return Joined((head, say("waves-pack-order", steps=" → ".join(one.text for one in item.options))))
    second = (say("waves-pack-second"),) if item.second_try else ()
    return Joined((head, *(_option(one) for one in item.options), *second))


def _option(option: Option) -> Phrase:
    return say("waves-pack-option", text=option.text, points=str(option.points))


def _order(pair: tuple[Criterion, object]) -> int:
    return tuple(Criterion).index(pair[0])
