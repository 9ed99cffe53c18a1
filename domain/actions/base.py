"""A tapped button, understood: `screens/buttons.py` packs it into 64 bytes and reads it back."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Action:
    """What a button means. A subclass names its `code` (1–4 Latin letters, unique) and its fields.

    Fields may be ids and other integers, booleans, string enums, dates, tokens and short strings without «:»,
    or None. Codes live for ever: people tap buttons of last year. A field that is added goes last, with the default
    that those buttons meant.
    """

    code: ClassVar[str] = ""
