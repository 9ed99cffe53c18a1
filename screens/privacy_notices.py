"""What stands where a name stood."""

from screens.base import Screen, say, screen
from screens.common import menu_button


def name_removed() -> Screen:
    """In place of an older message to staff: whoever was named in it has erased their data."""
    return screen(say("privacy-name-removed"), rows=((menu_button(),),))
