"""Opening dates for guests: the preview with exact numbers, and what was opened."""

from datetime import datetime

from domain.actions.forms import FormCancel, FormStep
from domain.actions.guests import InviteGuests
from domain.events import GroupLabel
from domain.guest_views import Opened, OpeningReach
from domain.guest_warnings import DatesLook
from domain.guests import OpeningDraft
from domain.people import Organisation
from screens.base import Button, Day, Joined, Moment, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.common import menu_button
from screens.guests_days import unusual
from screens.guests_staff import list_button
from screens.guests_words import head


def preview(
    form: str,
    token: str,
    draft: OpeningDraft,
    organisation: Organisation,
    group: GroupLabel,
    reach: OpeningReach,
    *,
    heard_at: datetime | None,
    fields: tuple[str, ...],
    look: DatesLook | None = None,
) -> Screen:
    """The dates, the wish, and the exact number of people who are invited; a button for each of `fields`.

    `heard_at`: the quiet hours hold the invitation back until then.
    """
    body: list[Phrase | Joined] = [
        say("guests-preview-title"),
        head(group),
        _dates(draft.starts, organisation.timezone),
    ]
    if look is not None:
        body.append(look_lines(look, organisation.timezone))
    if draft.wish is not None:
        body.append(say("guests-wish", wish=draft.wish))
    body.append(reach_lines(reach, heard_at, organisation.timezone))
    kind = organisation.kind.value
    buttons = [Button(say(f"guests-field-{name}", kind=kind), FormStep(form, name)) for name in fields]
    return screen(
        *body,
        rows=(
            (Button(say("guests-button-invite"), InviteGuests(token), style=Style.SUCCESS),),
            *in_rows(buttons, 2),
            (Button(say("button-cancel"), FormCancel(form, token)),),
        ),
    )


def opened(view: Opened, organisation: Organisation) -> Screen:
    """«Даты открыты», and how many people hear of it."""
    told = say("guests-opened-told", told=view.told) if view.told else say("guests-opened")
    rows: Rows = ((list_button(organisation), menu_button()),)
    return screen(
        head(view.group),
        told,
        _dates([one.starts_at for one in view.slots], organisation.timezone),
        rows=rows,
    )


def _dates(starts: list[datetime] | tuple[datetime, ...], zone: str) -> Joined:
    lines = tuple(say("guests-preview-date", when=Moment(at, zone)) for at in sorted(starts))
    return Joined((say("guests-preview-dates", count=len(lines)), *lines))


def look_lines(look: DatesLook, zone: str) -> Joined:
    """How long a guest talks, which dates are on odd days or meet an event of the group, which professional days are near."""
    clashes = (
        say("guests-clash-date", when=Moment(clash.at, zone), title=clash.title) for clash in look.clashes
    )
    days = (say("guests-day-near", day=Day(one.on), name=one.day.name) for one in look.celebrated)
    odd = unusual(look.unusual, zone)
    return Joined((say("guests-series-minutes", minutes=look.minutes), *odd, *clashes, *days))


def reach_lines(reach: OpeningReach, heard_at: datetime | None, zone: str) -> Joined:
    """Who is invited, and when they read it if it is quiet now."""
    later = () if heard_at is None else (say("events-reach-later", when=Moment(heard_at, zone)),)
    return Joined((*_reach(reach), *(later if reach.adults or reach.partners else ())))


def _reach(reach: OpeningReach) -> tuple[Phrase, ...]:
    """Lines of nought are left out."""
    lines: list[Phrase] = []
    if reach.named:
        lines.append(say("guests-inviting-named", families=reach.named))
    lines.append(
        say("guests-reach", adults=reach.adults, families=reach.families)
        if reach.adults
        else say("guests-reach-nobody")
    )
    if reach.partners:
        lines.append(say("guests-reach-partners", partners=reach.partners))
    if reach.limited_families:
        lines.append(say("guests-reach-limited", families=reach.limited_families))
    if reach.without_phone:
        lines.append(say("guests-reach-without-phone", families=reach.without_phone))
    if reach.closed:
        lines.append(say("guests-reach-closed", adults=reach.closed))
    return tuple(lines)
