"""Published texts of consents: files that never change once they are listed in `published.sha256`."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

import yaml

from domain.privacy import ConsentPart, ConsentText, Purpose

_HERE = Path(__file__).parent
_NAME = re.compile(r"(?P<purpose>[a-z-]+)\.v(?P<version>[1-9]\d*)\.(?P<locale>[a-z]{2})\.md")
_FIELDS = frozenset({"organisation", "operator", "address", "contact", "processor"})
RUSSIAN = "ru"
"""The language of the text that counts; others are courtesy translations."""


class TextChanged(Exception):
    """A published consent text differs from its listed hash: restore the file, and publish a new version instead."""


class ConsentTexts:
    """Every version of every consent, read and checked once."""

    def __init__(self, folder: Path = _HERE) -> None:
        """Read `folder`; raises `TextChanged` for an altered file and `ValueError` for a malformed one."""
        listed = _listed(folder)
        self._texts: dict[tuple[Purpose, int, str], ConsentText] = {}
        for file in sorted(folder.glob("*.md")):
            content = file.read_bytes()
            if listed.get(file.name) != sha256(content).hexdigest():
                raise TextChanged(file.name)
            text = _read(file.name, content)
            self._texts[text.purpose, text.version, text.locale] = text
        if missing := set(listed) - {file.name for file in folder.glob("*.md")}:
            raise TextChanged(", ".join(sorted(missing)))
        self._newest = {
            purpose: max(version for known, version, _ in self._texts if known is purpose)
            for purpose in Purpose
        }

    def current_version(self, purpose: Purpose) -> int:
        """The version that is asked for now."""
        return self._newest[purpose]

    def current(self, purpose: Purpose, locale: str) -> ConsentText:
        """The text that is asked for now, in Russian where there is no translation."""
        return self.text(purpose, self._newest[purpose], locale)

    def text(self, purpose: Purpose, version: int, locale: str) -> ConsentText:
        """A version by its number; raises `KeyError` for one that was never published."""
        found = self._texts.get((purpose, version, locale))
        return found if found is not None else self._texts[purpose, version, RUSSIAN]


@cache
def consent_texts() -> ConsentTexts:
    """The texts that ship with the product, read once."""
    return ConsentTexts()


def _listed(folder: Path) -> dict[str, str]:
    lines = (folder / "published.sha256").read_text(encoding="utf-8").splitlines()
    return {name.strip(): digest for digest, _, name in (line.partition("  ") for line in lines) if digest}


def _read(name: str, content: bytes) -> ConsentText:
    named = _NAME.fullmatch(name)
    if named is None:
        raise ValueError(f"{name}: call it <purpose>.v<number>.<locale>.md")
    _, front, body = content.decode().split("---\n", 2)
    head = yaml.safe_load(front)
    said = {key: str(head[key]) for key in ("purpose", "version", "locale")}
    if said != named.groupdict():
        raise ValueError(f"{name}: its head says {said}, its name something else")
    title, *blocks = body.strip().split("\n\n")
    if used := set(re.findall(r"\{(.*?)\}", body)) ^ _FIELDS:
        raise ValueError(f"{name}: unknown or missing fields {sorted(used)}")
    return ConsentText(
        purpose=Purpose(said["purpose"]),
        version=int(said["version"]),
        locale=said["locale"],
        sha256=sha256(content).hexdigest(),
        title=title.removeprefix("# "),
        parts=tuple(_part(block) for block in blocks),
        missing=tuple((field, head[f"{field}_missing"]) for field in ("address", "contact", "processor")),
    )


def _part(block: str) -> ConsentPart:
    if not block.startswith("## "):
        return ConsentPart(block)
    heading, _, text = block.partition("\n")
    return ConsentPart(text, heading.removeprefix("## "))
