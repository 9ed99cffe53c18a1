"""PDFs by typst: data travels as JSON, so nothing typed by people can become markup."""

import io
import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

_HERE = Path(__file__).parent


def typeset(
    template: str,
    data: Mapping[str, Any],
    *,
    made_at: datetime,
    form: Literal["pdf", "png"] = "pdf",
    ppi: float | None = None,
) -> bytes:
    """A paper of `<template>.typ` filled with `data`; equal inputs and `made_at` give equal bytes.

    A sheet takes about 0.1 s, in which the interpreter is free, so handlers run it in a thread: starting a process
    would cost more than the paper. typst is imported at the first paper and never at start.
    `form="png"` gives the first page as a picture of `ppi` dots an inch.
    """
    made = _compiled(template, data, made_at, form, ppi)
    return made if isinstance(made, bytes) else made[0]


def typeset_pages(
    template: str, data: Mapping[str, Any], *, made_at: datetime, ppi: float
) -> tuple[bytes, ...]:
    """Every page of a paper as a picture of `ppi` dots an inch."""
    made = _compiled(template, data, made_at, "png", ppi)
    return (made,) if isinstance(made, bytes) else tuple(made)


def _compiled(
    template: str,
    data: Mapping[str, Any],
    made_at: datetime,
    form: Literal["pdf", "png"],
    ppi: float | None,
) -> bytes | list[bytes]:
    import typst

    made: bytes | list[bytes] = typst.compile(
        str(_HERE / f"{template}.typ"),
        root=str(_HERE),
        ignore_system_fonts=True,
        format=form,
        ppi=ppi,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=int(made_at.timestamp()),
    )
    return made


def qr_svg(address: str) -> str:
    """A QR of an address as SVG without a border: error level M, readable with a fold through it.

    The mask is given: trying all eight for the prettiest would hold the interpreter for 20 ms a card.
    """
    import segno

    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False, mask=0).save(
        drawn, kind="svg", border=0, xmldecl=False, svgns=True, nl=False, omitsize=True
    )
    return drawn.getvalue().decode()


def printable(text: str) -> str:
    """The text without what typst's fonts cannot draw: emoji would be printed as empty boxes."""
    kept = "".join(sign for sign in text if sign in "№©®™°" or not _picture(sign))
    return " ".join(kept.split())


def _picture(sign: str) -> bool:
    """Whether a sign is (part of) an emoji, or invisible."""
    category = unicodedata.category(sign)
    return category in {"So", "Cf", "Co", "Cn", "Mn", "Me"} or (category == "Sk" and ord(sign) > 0xFFFF)
