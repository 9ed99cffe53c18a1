"""How many words Telegram takes beneath a picture."""

import re
from html import unescape

CAPTION = 1024
"""UTF-16 units, counted without markup."""
_TAG = re.compile(r"<[^>]*>")


def fits(text: str) -> bool:
    """Whether this text, in Telegram's HTML, may stand beneath a picture."""
    return len(unescape(_TAG.sub("", text)).encode("utf-16-le")) // 2 <= CAPTION
