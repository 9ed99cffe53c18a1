"""The preview of a series of dates for guests: every date, and what is left out and why."""

from datetime import datetime

from domain.actions.forms import FormCancel, FormStep
from domain.actions.guest_dates import InviteSeries, WithQuietMonths
from domain.guest_calendar import Skip
from domain.guest_date_views import SeriesPlan
from domain.guest_views import OpeningReach
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.guests_days import by_reason
from screens.guests_opening import look_lines, reach_lines
from screens.guests_words import head


def preview(
    form: str,
    token: str,
    plan: SeriesPlan,
    wish: str | None,
    reach: OpeningReach | None,
    *,
    heard_at: datetime | None,
    fields: tuple[str, ...],
    with_quiet: bool,
) -> Screen:
    """All dates, what is left out, and the exact number of people who are invited; a button for each of `fields`."""
    zone, kind = plan.organisation.timezone, plan.organisation.kind.value
    starts = plan.planned.starts
    body: list[Phrase | Joined] = [say("guests-preview-title"), head(plan.group)]
    if starts:
        lines = tuple(say("guests-preview-date", when=Moment(at, zone)) for at in starts)
        body.append(Joined((say("guests-preview-dates", count=len(lines)), *lines)))
        body.append(look_lines(plan.look, zone))
    else:
        body.append(say("guests-series-none", quiet="yes" if plan.quiet else "no"))
    if plan.planned.beyond:
        body.append(say("guests-series-beyond", limit=len(starts), count=plan.planned.beyond))
    if plan.planned.skipped:
        body.append(
            Joined(
                (say("guests-series-skipped"), *by_reason("guests-series-skip", plan.planned.skipped, zone))
            )
        )
    if wish is not None:
        body.append(say("guests-wish", wish=wish))
    if reach is not None:
        body.append(reach_lines(reach, heard_at, zone))
    buttons = [Button(say(f"guests-field-{name}", kind=kind), FormStep(form, name)) for name in fields]
    rows: Rows = ()
    if starts:
        rows = ((Button(say("guests-button-invite"), InviteSeries(token), style=Style.SUCCESS),),)
    if starts or any(one.why is Skip.REMOVED for one in plan.planned.skipped):
        rows = (*rows, (Button(say("guests-button-without"), FormStep(form, "without")),))
    if plan.quiet or with_quiet:
        key = "guests-button-quiet-off" if with_quiet else "guests-button-quiet-on"
        rows = (*rows, (Button(say(key), WithQuietMonths(token, not with_quiet)),))
    return screen(
        *body,
        rows=(*rows, *in_rows(buttons, 2), (Button(say("button-cancel"), FormCancel(form, token)),)),
    )
