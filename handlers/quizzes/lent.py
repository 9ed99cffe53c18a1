"""Whose phone is in a child's hands now: what is typed there brings no menu up (rule 15)."""

from collections import OrderedDict
from contextlib import suppress

from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from domain.attempts import Mode
from domain.ids import AttemptId
from domain.outcomes import Forbidden, Missing
from domain.people import Actor
from domain.quiz_views import Play
from handlers.quizzes.present import for_child
from messenger.show import Show
from screens import quizzes_child as screens
from services.attempts import Attempts

REMEMBERED = 10_000
"""Phones: less than two megabytes."""


class Lent:
    """Phones that were handed to a child; in memory, so that a tap costs nothing, and known again after its next tap."""

    def __init__(self) -> None:
        self._attempts: OrderedDict[int, AttemptId] = OrderedDict()

    def give(self, tap: CallbackQuery, play: Play) -> None:
        """The child plays on the phone that was tapped; papers are entered by adults."""
        if tap.message is None or play.attempt.mode is Mode.PAPER:
            return
        self._attempts[tap.message.chat.id] = play.attempt.id
        self._attempts.move_to_end(tap.message.chat.id)
        if len(self._attempts) > REMEMBERED:
            self._attempts.popitem(last=False)

    def take_back(self, chat_id: int) -> None:
        """An adult has the phone again."""
        self._attempts.pop(chat_id, None)

    def attempt_of(self, chat_id: int) -> AttemptId | None:
        """What is played on this phone."""
        return self._attempts.get(chat_id)


class Typing(Filter):
    """Something that is neither a command nor an answer in a form, on a phone that a child holds."""

    def __init__(self, lent: Lent) -> None:
        self._lent = lent

    async def __call__(self, message: Message, raw_state: str | None = None) -> bool:
        """Whether it is."""
        command = (message.text or "").startswith("/")
        return raw_state is None and not command and self._lent.attempt_of(message.chat.id) is not None


async def answer_words(message: Message, actor: Actor, attempts: Attempts, show: Show, lent: Lent) -> None:
    """«Здесь отвечают кнопками»; when nothing is played any more, whoever answers words otherwise."""
    attempt_id = lent.attempt_of(message.chat.id)
    if attempt_id is not None:
        with suppress(Forbidden, Missing):
            play = await attempts.look(actor, attempt_id)
            if play.refused is None and for_child(play):
                await show(screens.only_buttons(play))
                return
    lent.take_back(message.chat.id)
    raise SkipHandler
