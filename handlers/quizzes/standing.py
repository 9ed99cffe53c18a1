"""Which question stands in which message, so that a child's fifty taps do not edit it fifty times."""

from collections import OrderedDict

from aiogram.types import CallbackQuery

from domain.attempts import Question
from domain.quiz_views import Play

REMEMBERED = 10_000
"""Messages: two megabytes."""


class Standing:
    """What this process has put into messages lately; a late tap on the newest question needs no other answer."""

    def __init__(self) -> None:
        self._marks: OrderedDict[tuple[int, int], str] = OrderedDict()

    def holds(self, tap: CallbackQuery, play: Play) -> bool:
        """Whether the tapped message shows what the attempt asks for now."""
        where = _where(tap)
        return where is not None and self._marks.get(where) == mark(play)

    def put(self, tap: CallbackQuery, play: Play) -> None:
        """The tapped message shows it."""
        where = _where(tap)
        if where is None:
            return
        self._marks[where] = mark(play)
        self._marks.move_to_end(where)
        if len(self._marks) > REMEMBERED:
            self._marks.popitem(last=False)

    def clear(self, tap: CallbackQuery) -> None:
        """Something else stands there."""
        where = _where(tap)
        if where is not None:
            self._marks.pop(where, None)


def mark(play: Play) -> str:
    """What an attempt asks for, in short."""
    stage = play.stage
    asked = f"{stage.item.id}:{stage.try_}" if isinstance(stage, Question) else type(stage).__name__
    ended = "" if play.refused is None else play.refused.reason.value
    return f"{play.attempt.id}:{asked}:{play.attempt.status.value}:{ended}"


def _where(tap: CallbackQuery) -> tuple[int, int] | None:
    return None if tap.message is None else (tap.message.chat.id, tap.message.message_id)
