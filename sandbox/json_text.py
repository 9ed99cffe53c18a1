"""JSON that comes from outside."""

import json
import re
from typing import Any

HALF = re.compile(r"\\u[dD][89abcdefABCDEF]")
"""An escape that may be one half of a character beyond U+FFFF."""


def read_json(source: str | bytes) -> Any:
    """Parse JSON; a half of a character is no text and could neither be kept nor sent.

    :raises ValueError: when it is not JSON, not UTF-8, or holds such a half.
    """
    text = source.decode() if isinstance(source, bytes) else source
    value = json.loads(text)
    if HALF.search(text):
        json.dumps(value, ensure_ascii=False).encode()
    return value
