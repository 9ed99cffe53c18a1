"""What screens about guests share: the group, the day, the profession, who comes, what was told of it."""

from collections.abc import Collection

from domain.events import GroupLabel
from domain.guest_outcomes import FollowUp, Missed
from domain.guest_views import VisitCard
from domain.guests import ACTIVE, DATES_AT_ONCE, OWN_WORDS, Details, Format, Visit, VisitStatus
from domain.outcomes import Reason, Refused
from domain.people import Organisation
from domain.professions import Danger
from screens.base import Joined, Moment, Phrase, say
from screens.common import refusal
from screens.events_parents import heading

MARKS = {
    VisitStatus.APPLIED: "⏳",
    VisitStatus.TENTATIVE: "🤝",
    VisitStatus.DETAILED: "👀",
    VisitStatus.CONFIRMED: "✅",
    VisitStatus.HELD: "🎉",
    VisitStatus.NOT_HELD: "🚫",
    VisitStatus.DECLINED: "➖",
    VisitStatus.GIVEN_BACK: "↩️",
}
SLOTS_SHOWN = DATES_AT_ONCE
"""Free dates that stand on one screen, the nearest first: as many as are opened at once."""
NAME_ON_BUTTON = 26
"""Characters of a profession that fit on a button beside its day."""


def head(group: GroupLabel) -> Phrase:
    """«Солнышко · 🐻» (rule 6)."""
    return heading((group,))


def when(visit: Visit, organisation: Organisation) -> Phrase:
    """«🗓 вт, 12 марта, 9:20»."""
    return say("guests-when", when=Moment(visit.starts_at, organisation.timezone))


def facts(card: VisitCard) -> Joined:
    """When, what, and how: of an application as of a visit that is ready."""
    visit = card.visit
    lines = [
        when(visit, card.organisation),
        say("guests-profession", profession=visit.profession.name),
    ]
    if visit.formats:
        lines.append(say("guests-formats", formats=formats(visit.formats)))
    return Joined(tuple(lines))


def formats(chosen: Collection[Format]) -> Joined:
    """«рассказ, показ инструментов», always in one order."""
    return Joined(tuple(say("guests-format", format=one.value) for one in Format if one in chosen), by=", ")


def details(told: Details, organisation: Organisation) -> Joined:
    """The plan, what comes along, what to prepare, what to be careful about, how long it takes."""
    kind = organisation.kind.value
    return Joined(
        (
            say("guests-plan", plan=told.plan),
            say("guests-brings-nothing") if told.brings is None else say("guests-brings", brings=told.brings),
            say("guests-needs-nothing")
            if told.needs is None
            else say("guests-needs", needs=told.needs, kind=kind),
            dangers(told.dangers),
            say("guests-minutes", minutes=told.minutes),
        )
    )


def dangers(named: Collection[Danger]) -> Phrase:
    """«⚠️ Осторожно: горячее, еда», or that there is nothing of the kind."""
    if not named:
        return say("guests-dangers-none")
    said = Joined(tuple(say("guests-danger", danger=one.value) for one in Danger if one in named), by=", ")
    return say("guests-dangers", dangers=said)


def why_declined(visit: Visit, organisation: Organisation) -> Phrase | None:
    """Why a teacher said no, in the words that the guest reads; None when nobody did."""
    if visit.decline is None:
        return None
    if visit.decline in OWN_WORDS and visit.decline_note:
        return say("guests-decline-words", note=visit.decline_note)
    reason = say("guests-decline-reason", reason=visit.decline.value, kind=organisation.kind.value)
    return say("guests-decline-told", reason=reason)


def why_missed(visit: Visit, organisation: Organisation) -> Phrase | None:
    """«гость не смог прийти»; None when no reason was given."""
    if visit.missed in (None, Missed.UNSAID):
        return None
    return say("guests-missed", reason=visit.missed.value, kind=organisation.kind.value)


def trace(kinds: Collection[FollowUp]) -> Joined:
    """«сюжетно-ролевая игра, рисунок»: what the group did after a visit."""
    return Joined(tuple(say("guests-follow-up", kind=one.value) for one in FollowUp if one in kinds), by=", ")


def mark(visit: Visit, *, past: bool) -> str:
    """The sign of a visit in a list; of one that is over and has not been told of, a question."""
    return "❔" if past and visit.status in ACTIVE else MARKS[visit.status]


def short(profession: str) -> str:
    """A profession that fits on a button."""
    if len(profession) <= NAME_ON_BUTTON:
        return profession
    return profession[: NAME_ON_BUTTON - 1].rstrip() + "…"


def refused_word(refused: Refused) -> Phrase:
    """Why nothing was changed, above what is there now."""
    if refused.reason is Reason.CHANGED_MEANWHILE:
        return say("guests-refused", reason=say("guests-changed-meanwhile"))
    return say("guests-refused", reason=refusal(refused))
