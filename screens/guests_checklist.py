"""The checklist of «🎒 Подготовка»: one's own lines to tick, how far the other side is, what the children ask."""

from collections.abc import Iterable

from domain.actions.guest_preparation import OpenQuestions, TickItem
from domain.guest_checklist import CheckItem, Checklist
from domain.guest_preparation import Preparation
from domain.guests import ACTIVE, AGREED
from screens.base import Button, Joined, Phrase, Rows, say


def progress(view: Preparation) -> list[Phrase | Joined]:
    """«3 из 5» of both sides; who ticked what is nobody's business."""
    kind = view.card.organisation.kind.value
    said = [say("guests-checklist-own", done=view.guest.done, total=len(view.guest.items))]
    if not view.card.mine:
        said = [_done("guests-checklist-guest", view.guest)] if view.card.visit.guest_id is not None else []
    group = "guests-checklist-group" if view.decides else "guests-checklist-their-group"
    said.append(
        say(
            group,
            done=view.group.done,
            total=len(view.group.items),
            kind=kind,
        )
    )
    lines: list[Phrase | Joined] = [Joined(tuple(said))]
    details = view.card.visit.details
    if view.decides and details is not None and details.needs is not None:
        lines.append(say("guests-needs", needs=details.needs, kind=kind))
    return lines


def tick_rows(view: Preparation) -> Rows:
    """One tap a line: the guest's own list, the group's for its staff, both for who is both; while the visit is ahead."""
    if not view.card.ahead or view.card.visit.status not in ACTIVE:
        return ()
    lists = ([view.guest] if view.card.mine else []) + ([view.group] if view.decides else [])
    return tuple(
        (Button(_line(view, each, item), TickItem(view.card.visit.id, item, item not in each.ticked)),)
        for each in lists
        for item in each.items
    )


def children_ask(view: Preparation) -> list[Joined]:
    """The questions, once the guest was sent them; staff have a screen of their own for them."""
    if view.decides or not view.questions:
        return []
    return [asked_lines(one.text for one in view.questions)]


def asked_lines(questions: Iterable[str]) -> Joined:
    """«Дети спрашивают», and what."""
    lines = (say("guests-question-line", at=at, text=text) for at, text in enumerate(questions, start=1))
    return Joined((say("guests-talk-chapter", title=say("guests-children-ask")), *lines))


def question_rows(view: Preparation) -> Rows:
    """«❓ Вопросы детей», for staff of the group."""
    if not view.decides or view.card.visit.status not in AGREED:
        return ()
    label = say("guests-button-questions", count=len(view.questions))
    return ((Button(label, OpenQuestions(view.card.visit.id)),),)


def unticked(items: Iterable[CheckItem]) -> list[Joined]:
    """What a reminder mentions: the lines that are not ticked yet."""
    lines = tuple(say("guests-take-line", line=_item(item)) for item in items)
    return [Joined((say("guests-unticked"), *lines))] if lines else []


def _line(view: Preparation, of: Checklist, item: CheckItem) -> Phrase:
    mark = "✅" if item in of.ticked else "⬜"
    return say("guests-tick", mark=mark, item=_item(item))


def _item(item: CheckItem) -> Phrase:
    return say("guests-check-item", item=item.value)


def _done(key: str, of: Checklist) -> Phrase:
    return say(key, done=of.done, total=len(of.items))
