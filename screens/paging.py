"""Long lists in pages."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from domain.actions import Action
from domain.actions.menu import Inert
from screens.base import Button, Rows

PAGE = 8
"""Lines on one page."""

T = TypeVar("T")


def page_of(items: Sequence[T], page: int, size: int = PAGE) -> Sequence[T]:
    """The items of a page; of the last one when a list has become shorter since the button was made."""
    last = max(0, (len(items) - 1) // size)
    page = min(max(page, 0), last)
    return items[page * size : (page + 1) * size]


def turning(total: int, page: int, turn: Callable[[int], Action], size: int = PAGE) -> Rows:
    """«‹ 2 / 5 ›», or nothing when one page holds everything."""
    last = max(0, (total - 1) // size)
    if last == 0:
        return ()
    page = min(max(page, 0), last)
    return (
        (
            Button("‹" if page > 0 else "·", turn(page - 1) if page > 0 else Inert()),
            Button(f"{page + 1} / {last + 1}", Inert()),
            Button("›" if page < last else "·", turn(page + 1) if page < last else Inert()),
        ),
    )
