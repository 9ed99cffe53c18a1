"""The acts of the retention job as a text that a head can keep with the organisation's papers."""

from domain.privacy import RetentionActs
from locales import Texts, dates


def retention_acts(state: RetentionActs, texts: Texts) -> bytes:
    """Every act with its counts, the newest first; UTF-8 with a mark that Windows editors look for."""
    zone = state.organisation.timezone
    lines = [
        texts.plain("privacy-act-heading", {"organisation": state.organisation.name}),
        texts.plain("privacy-act-made", {"at": dates.day_and_time(texts.locale, state.read_at, zone)}),
    ]
    for act in state.acts:
        said = dates.day_and_time(texts.locale, act.at, zone)
        lines += ["", texts.plain("privacy-act-number", {"number": str(act.number), "at": said})]
        lines += [
            "– " + texts.plain("privacy-act-count", {"kind": kind, "count": count})
            for kind, count in sorted(act.counts.items())
        ]
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")
