"""What an author sees of the sending: the live report, stopping, taking back, asking the silent once more."""

from dataclasses import replace

from domain.actions.campaigns import (
    AskNudge,
    AskRecall,
    GoOnSending,
    Nudge,
    PrintNotice,
    Recall,
    RestoreEvent,
    StopSending,
)
from domain.actions.events import OpenEvent, OpenEventReport
from domain.campaigns import CampaignReport, CampaignState, NudgePreview, RecallPreview, Sending
from domain.delivery import DeliveryReport
from domain.event_notices import subject_of
from domain.events import Event, GroupLabel
from screens.base import Button, Document, Joined, Moment, Phrase, Rows, Screen, Style, Toast, say, screen
from screens.common import menu_button
from screens.events_parents import calendar_button, mine_button

GROUPS = 12
"""Groups with closed chats that are named; a kindergarten has no more, and the first of a school say enough."""
LIVE = (CampaignState.SENDING, CampaignState.RECALLING)


def report(view: CampaignReport) -> Screen:
    """How far the messages have come, in human words; lines of zero are left out."""
    event = view.event
    title = say(
        "campaigns-title", title=event.title, when=Moment(event.starts_at, view.organisation.timezone)
    )
    body: list[Phrase | Joined] = [title, _state(view)]
    body += sending_lines(view.sending)
    return replace(screen(*body, rows=_rows(view)), live=subject_of(event.id) if view.state in LIVE else None)


def stopped(count: int) -> Toast:
    """«Остановили»: so many do not get it."""
    return Toast(say("campaigns-stopped", count=count))


def gone_on(count: int) -> Toast:
    """«Продолжаем»."""
    return Toast(say("campaigns-gone-on", count=count))


def confirm_recall(view: RecallPreview) -> Screen:
    """Asks once: what disappears, and who is told."""
    event = view.event
    lines = [say("campaigns-recall-standing", count=view.standing)]
    if view.unsent:
        lines.append(say("campaigns-recall-unsent", count=view.unsent))
    lines.append(
        say("campaigns-recall-told", adults=view.told) if view.told else say("campaigns-recall-told-nobody")
    )
    return screen(
        say(
            "campaigns-recall-question",
            title=event.title,
            when=Moment(event.starts_at, view.organisation.timezone),
        ),
        Joined(tuple(lines)),
        say("campaigns-recall-for-good"),
        rows=(
            (Button(say("campaigns-recall-yes"), Recall(event.id, event.version), style=Style.DANGER),),
            (Button(say("campaigns-recall-no"), OpenEventReport(event.id)),),
        ),
    )


def recalled() -> Toast:
    """«Отзываем»."""
    return Toast(say("campaigns-recalling-toast"))


def confirm_nudge(view: NudgePreview) -> Screen:
    """Asks once, with the exact number."""
    event = view.event
    lines = [say("campaigns-nudge-told", adults=view.adults)]
    if view.limited_families:
        lines.append(say("events-reach-limited", families=view.limited_families))
    return screen(
        say(
            "campaigns-nudge-question",
            title=event.title,
            when=Moment(event.starts_at, view.organisation.timezone),
        ),
        Joined(tuple(lines)),
        rows=(
            (Button(say("campaigns-nudge-yes"), Nudge(event.id), style=Style.PRIMARY),),
            (Button(say("button-back"), OpenEvent(event.id)),),
        ),
    )


def nudged_word(count: int | None = None) -> Phrase:
    """«Напомнили»; None: a moment ago by the same tap."""
    return say("campaigns-nudged") if count is None else say("campaigns-nudged-told", adults=count)


def nudge_button(event: Event) -> Button:
    """«🔔 Напомнить молчащим»."""
    return Button(say("campaigns-button-nudge"), AskNudge(event.id))


def restore_button(event: Event) -> Button:
    """«↩️ Вернуть мероприятие»."""
    return Button(say("campaigns-button-restore"), RestoreEvent(event.id, event.version), style=Style.PRIMARY)


def restored_word(told: int | None = None, invited: int = 0) -> Phrase | Joined:
    """«Мероприятие вернули», and how many people hear of it; None: a moment ago by the same tap."""
    if not told and not invited:
        return say("campaigns-restored" if told is None else "campaigns-restored-nobody")
    lines = [say("campaigns-restored")]
    if told:
        lines.append(say("campaigns-restored-told", adults=told))
    if invited:
        lines.append(say("events-changed-invited", adults=invited))
    return Joined(tuple(lines), by=" ")


def paper_buttons(event: Event) -> tuple[Button, ...]:
    """«📆 В календарь» and «🖨 Объявление А4», for staff."""
    return calendar_button(event), Button(say("campaigns-button-notice"), PrintNotice(event.id))


def for_calendar(event: Event, document: Document) -> Screen:
    """The file, and what to do with it."""
    made = screen(say("campaigns-calendar", title=event.title), rows=((menu_button(),),))
    return replace(made, document=document, fresh=True)


def for_the_wall(event: Event, document: Document) -> Screen:
    """The sheet, and where to put it."""
    rows = ((Button(say("button-back"), OpenEvent(event.id)), menu_button()),)
    return replace(
        screen(say("campaigns-notice", title=event.title), rows=rows), document=document, fresh=True
    )


def taken_back() -> Screen:
    """What is left of a recalled message that the messenger does not delete any more."""
    return screen(say("campaigns-taken-back"), rows=((mine_button(fresh=True),),))


def _state(view: CampaignReport) -> Phrase:
    if view.state is CampaignState.RECALLING:
        return say("campaigns-state-recalling", left=view.left)
    return say(f"campaigns-state-{view.state.value}")


def _counts(sent: DeliveryReport) -> tuple[Phrase, ...]:
    lines = (
        ("campaigns-sent", sent.sent),
        ("campaigns-waiting", sent.waiting),
        ("campaigns-summary", sent.in_summary),
        ("campaigns-unknown", sent.unknown),
        ("campaigns-dropped", sent.dropped),
    )
    return tuple(say(key, count=count) for key, count in lines if count)


def sending_lines(sending: Sending) -> list[Phrase | Joined]:
    """How many got it, wait for it, cannot be reached, and why; lines of zero are left out."""
    counted = _counts(sending.report)
    return [*((Joined(counted),) if counted else ()), *_troubles(sending)]


def _troubles(sending: Sending) -> list[Phrase | Joined]:
    found: list[Phrase | Joined] = []
    if sending.report.closed:
        named = tuple(_closed(group, count) for group, count in sending.closed_in[:GROUPS])
        found.append(Joined((say("campaigns-closed", count=sending.report.closed), *named)))
    if sending.report.failed:
        why = tuple(
            say(f"campaigns-trouble-{trouble.value}", count=count)
            for trouble, count in sending.troubles.items()
        )
        found.append(Joined((say("campaigns-failed", count=sending.report.failed), *why)))
    if found:
        found.append(say("campaigns-tell-them"))
    return found


def _closed(group: GroupLabel, count: int) -> Phrase:
    return say("campaigns-closed-group", emoji=group.emoji, name=group.name, count=count)


def _rows(view: CampaignReport) -> Rows:
    event = view.event
    rows: list[tuple[Button, ...]] = [(Button(say("campaigns-button-refresh"), OpenEventReport(event.id)),)]
    if view.may_go_on:
        rows.append((Button(say("campaigns-button-go-on"), GoOnSending(event.id), style=Style.PRIMARY),))
    elif view.may_stop:
        rows.append((Button(say("campaigns-button-stop"), StopSending(event.id)),))
    if view.may_recall:
        rows.append((Button(say("campaigns-button-recall"), AskRecall(event.id), style=Style.DANGER),))
    return (*rows, (Button(say("button-back"), OpenEvent(event.id)), menu_button()))
