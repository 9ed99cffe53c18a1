"""Fluent texts of one locale. A missing key or argument raises: a hole in a text is a defect, not a shrug."""

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from threading import Lock

from fluent_compiler.bundle import FluentBundle
from fluent_compiler.resource import FtlResource

LOCALES = ("ru", "en")
DEFAULT = "ru"
_HERE = Path(__file__).parent

Value = str | int | float


class Markup(str):
    """A string that is HTML already: inserted into `html` as it is."""

    __slots__ = ()


_KEY = re.compile(r"^([a-zA-Z][a-zA-Z0-9_-]*)[ \t]*=", re.MULTILINE)


class Texts:
    """The words of one locale. A file is compiled when the first of its texts is asked for.

    All files of a locale take a second to compile, one takes a blink; a text refers to texts of its own file only.
    """

    def __init__(self, locale: str) -> None:
        """Find the keys of `locales/<locale>/*.ftl`; raises `ValueError` for a locale that is not there."""
        if locale not in LOCALES:
            raise ValueError(f"No locale {locale!r}; there are {', '.join(LOCALES)}.")
        self.locale = locale
        self._compiling = Lock()
        self._bundles: dict[Path, FluentBundle] = {}
        self._file_of = {
            key: file
            for file in sorted((_HERE / locale).glob("*.ftl"))
            for key in _KEY.findall(file.read_text(encoding="utf-8"))
        }

    def compile_all(self) -> None:
        """Compile what is not compiled yet; may run beside the loop in a thread of its own."""
        for file in dict.fromkeys(self._file_of.values()):
            self._bundle(file)

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
        return key in self._file_of

    def _format(self, key: str, args: Mapping[str, Value]) -> str:
        file = self._file_of.get(key)
        if file is None:
            raise KeyError(f"No text {key!r} in locale {self.locale!r}: add it to locales/{self.locale}/.")
        text, errors = (self._bundles.get(file) or self._bundle(file)).format(key, args)
        if errors:
            raise ValueError(f"Text {key!r} in {self.locale!r}: {errors[0]!r}")
        return str(text)

    def _bundle(self, file: Path) -> FluentBundle:
        with self._compiling:
            bundle = self._bundles.get(file)
            if bundle is None:
                bundle = FluentBundle(self.locale, [FtlResource.from_file(str(file))], use_isolating=False)
                self._bundles[file] = bundle
            return bundle


def likely_locale(language: str | None, default: str) -> str:
    """The locale of somebody whose messenger speaks `language` («ru», «en-GB»); `default` where there is none of it."""
    spoken = (language or "").partition("-")[0].lower()
    return spoken if spoken in LOCALES else default


@cache
def texts_for(locale: str) -> Texts:
    """The words of `locale`, found once; the default locale's for one that is not there."""
    return Texts(locale if locale in LOCALES else DEFAULT)
