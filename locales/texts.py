"""Fluent texts of one locale. A missing key or argument raises: a hole in a text is a defect, not a shrug."""

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

from fluent_compiler.bundle import FluentBundle
from fluent_compiler.resource import FtlResource

LOCALES = ("ru", "en")
DEFAULT = "ru"
_HERE = Path(__file__).parent

Value = str | int | float


class Markup(str):
    """A string that is HTML already: inserted into `html` as it is."""

    __slots__ = ()


class Texts:
    """The words of one locale."""

    def __init__(self, locale: str) -> None:
        """Compile `locales/<locale>/*.ftl`; raises `ValueError` for a locale that is not there."""
        if locale not in LOCALES:
            raise ValueError(f"No locale {locale!r}; there are {', '.join(LOCALES)}.")
        self.locale = locale
        files = sorted((_HERE / locale).glob("*.ftl"))
        resources = [FtlResource.from_file(str(file)) for file in files]
        self._bundle = FluentBundle(locale, resources, use_isolating=False)

    def html(self, key: str, args: Mapping[str, Value] | None = None) -> Markup:
        """The text as Telegram's HTML, every argument escaped (except `Markup`)."""
        safe = {
            name: escape(value, quote=False)
            if isinstance(value, str) and not isinstance(value, Markup)
            else value
            for name, value in (args or {}).items()
        }
        return Markup(self._format(key, safe))

    def plain(self, key: str, args: Mapping[str, Value] | None = None) -> str:
        """The text for a button, a toast or a file name: nothing is escaped, there is no markup in it."""
        return self._format(key, args or {})

    def has(self, key: str) -> bool:
        """Whether the locale has this text."""
        return bool(self._bundle.has_message(key))

    def _format(self, key: str, args: Mapping[str, Value]) -> str:
        if not self._bundle.has_message(key):
            raise KeyError(f"No text {key!r} in locale {self.locale!r}: add it to locales/{self.locale}/.")
        text, errors = self._bundle.format(key, args)
        if errors:
            raise ValueError(f"Text {key!r} in {self.locale!r}: {errors[0]!r}")
        return str(text)


@cache
def texts_for(locale: str) -> Texts:
    """The words of `locale`, compiled once; the default locale's for one that is not there."""
    return Texts(locale if locale in LOCALES else DEFAULT)
