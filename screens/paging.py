"""Long lists in pages: the one way in which every list is turned."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from domain.actions import Action
from screens.base import Button, Rows, say

PAGE = 8
"""Lines on one page."""

T = TypeVar("T")


def page_of(items: Sequence[T], page: int, size: int = PAGE) -> Sequence[T]:
    """The items of a page; of the last one when a list has become shorter since the button was made."""
    page = _there(len(items), page, size)
    return items[page * size : (page + 1) * size]


def turning(total: int, page: int, turn: Callable[[int], Action], size: int = PAGE) -> Rows:
    """The row that turns a list of known length."""
    page = _there(total, page, size)
    return turning_on(page, turn, more=(page + 1) * size < total)


def turning_on(page: int, turn: Callable[[int], Action], *, more: bool) -> Rows:
    """«‹ Предыдущие» and «Показать ещё ›», each only where it leads somewhere; nothing for a single page."""
    row: tuple[Button, ...] = ()
    if page > 0:
        row += (Button(say("button-previous"), turn(page - 1)),)
    if more:
        row += (Button(say("button-more"), turn(page + 1)),)
    return (row,) if row else ()


def _there(total: int, page: int, size: int) -> int:
    """The number of a page that exists."""
    return min(max(page, 0), max(0, (total - 1) // size))
