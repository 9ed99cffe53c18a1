"""What people read when the bot itself is in trouble, and what the operator is told."""

from screens.base import Phrase, Screen, say, screen
from screens.common import menu_button


def mishap() -> Phrase:
    """«Что-то пошло не так»: nothing was changed, try again."""
    return say("running-mishap")


def mishap_screen() -> Screen:
    """The same below a typed text, with the way to the menu."""
    return screen(mishap(), rows=((menu_button(),),))


def slow_down() -> Phrase:
    """«Чуть медленнее, пожалуйста»."""
    return say("running-slow-down")


def alert(what: str, where: str, repeated: int) -> Phrase:
    """An error for the operator: its kind, its place, how often it was kept back; never anybody's data."""
    return say("running-alert", what=what, where=where, repeated=repeated)


def no_room() -> Phrase:
    """«На диске закончилось место», for the operator."""
    return say("running-no-room")
