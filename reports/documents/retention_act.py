"""The act of destruction of personal data of a month, with its extract of the log: two papers in one PDF."""

from calendar import monthrange
from datetime import timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from domain.retention import Extract, RetentionAct
from locales import Texts, dates
from reports.documents.typesetting import printable, typeset

_WORDS = (
    "approve",
    "approve-post",
    "approve-name",
    "approve-day",
    "subject",
    "operator",
    "processor",
    "system",
    "system-name",
    "period",
    "way",
    "way-words",
    "lead",
    "number-column",
    "kind-column",
    "why-column",
    "count-column",
    "total",
    "people",
    "annex",
    "signed",
    "sign-post",
    "sign-hand",
    "sign-name",
    "law",
    "extract",
    "at-column",
    "who-column",
)


def retention_act(
    act: RetentionAct,
    texts: Texts,
    *,
    over: bool = True,
    form: Literal["pdf", "png"] = "pdf",
    ppi: float | None = None,
) -> bytes:
    """A4, to be signed and kept for three years; of a month that is not `over`, as far as it has come.

    The same month gives the same bytes until something more goes.
    """
    numbered = {"number": act.number}
    data: dict[str, Any] = {
        "locale": texts.locale,
        "words": {part: texts.plain(f"privacy-act-{part}") for part in _WORDS}
        | {part: texts.plain(f"privacy-act-{part}", numbered) for part in ("heading", "extract-of", "page")}
        | {"zone": texts.plain("privacy-act-zone", {"zone": act.organisation.timezone})},
        "day": texts.plain("privacy-act-day", {"day": _day(act, texts)}),
        "operator": _operator(act),
        "processor": printable(act.organisation.processor or texts.plain("privacy-act-nobody")),
        "period": _period(act, texts, over=over),
        "total": act.total,
        "rows": [
            {"kind": _kind(kind.value, texts), "why": _why(kind.value, texts), "count": count}
            for kind, count in act.counts.items()
        ],
        "extract": [_line(act, line, texts) for line in act.lines],
    }
    return typeset("retention_act", data, made_at=act.last_at, form=form, ppi=ppi)


def _line(act: RetentionAct, line: Extract, texts: Texts) -> dict[str, Any]:
    local = line.at.astimezone(ZoneInfo(act.organisation.timezone))
    day = f"{local:%d.%m.%Y}"
    one = None if line.participant is None else {"number": str(line.participant)}
    return {
        "at": day if one is None else f"{day} {local:%H:%M}",
        "who": "–" if one is None else texts.plain("privacy-act-participant", one),
        "kind": _kind(line.kind, texts),
        "why": _why(line.kind, texts),
        "count": line.count,
    }


def _kind(kind: str, texts: Texts) -> str:
    return texts.plain("privacy-act-kind", {"kind": kind})


def _why(kind: str, texts: Texts) -> str:
    return texts.plain("privacy-act-why", {"kind": kind})


def _operator(act: RetentionAct) -> str:
    here = act.organisation
    return ", ".join(printable(said) for said in (here.operator or here.name, here.address) if said)


def _day(act: RetentionAct, texts: Texts) -> str:
    return dates.full_day(texts.locale, act.last_at.astimezone(ZoneInfo(act.organisation.timezone)).date())


def _period(act: RetentionAct, texts: Texts, *, over: bool) -> str:
    newest = act.last_at.astimezone(ZoneInfo(act.organisation.timezone)).date()
    end = act.month + timedelta(days=monthrange(act.month.year, act.month.month)[1] - 1)
    until = dates.full_day(texts.locale, end if over else newest)
    return texts.plain("privacy-act-period-words", {"until": until})
