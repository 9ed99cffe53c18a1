"""What staff see of events: the list, the card with its counts, the delivery report."""

from domain.actions.event_drafts import CopyEvent, OpenDrafts
from domain.actions.events import (
    CancelEvent,
    ConfirmCancelEvent,
    EditEvent,
    EnterFamilies,
    NewEvent,
    OpenAttendance,
    OpenEvent,
    OpenEventReport,
    OpenEvents,
)
from domain.answers import Answer, Attendance
from domain.event_forms import FOR_PARENTS, Invitees
from domain.event_views import EventCard, EventPage
from domain.events import Event, EventStatus, ListedEvent
from domain.ids import OrganisationId
from domain.lesson_sheets import has_sheet
from domain.outcomes import Refused
from domain.people import Organisation
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, say, screen
from screens.campaigns import nudge_button, paper_buttons, restore_button
from screens.common import menu_button, refusal
from screens.events_facts import facts, whom
from screens.events_parents import heading, mine_button, short
from screens.events_templates import save_button
from screens.paging import turning_on
from screens.posts_where import posts_button
from screens.recaps import button as recap_button
from screens.recaps_history import button as history_button
from screens.recaps_sheets import button as sheet_button
from screens.seats import seat_lines
from screens.seats_staff import queue_button


def page(view: EventPage) -> Screen:
    """The list: events ahead, or past ones."""
    here, past = view.organisation, view.past
    key = "events-list-past-title" if past else "events-list-title"
    body = [say(key, organisation=here.name)]
    if not view.events and view.page == 0:
        body.append(say("events-list-past-empty" if past else "events-list-empty"))
    rows: list[tuple[Button, ...]] = [(Button(_line(event), OpenEvent(event.id)),) for event in view.events]
    rows += turning_on(view.page, lambda at: OpenEvents(here.id, past, at), more=view.more)
    if view.may_post and not past:
        rows.append((Button(say("events-button-new"), NewEvent(here.id), style=Style.PRIMARY),))
    if view.kept:
        rows.append((Button(say("events-draft-button-list", count=view.kept), OpenDrafts(here.id)),))
    if past and view.events:
        rows.append((history_button(here.id),))
    other = say("events-button-ahead" if past else "events-button-past")
    if not past:
        rows.append((mine_button(),))
    rows.append((Button(other, OpenEvents(here.id, not past)), menu_button()))
    return screen(*body, rows=tuple(rows))


def card(view: EventCard, word: Phrase | Joined | None = None) -> Screen:
    """The event with its counts; `word` says above it what has just happened.

    Beneath it in this order: who comes, what came of it, who is told, papers, changes, another one like it.
    """
    event = view.event
    body: list[Phrase | Joined] = [] if word is None else [word]
    if view.groups:
        body.append(heading(view.groups))
    if (invited := whom(event.invitees, view.sets)) is not None:
        body.append(invited)
    body.append(Joined((facts(event, view.organisation.timezone), *seat_lines(event))))
    if event.status is EventStatus.CANCELLED:
        body.append(say("events-cancelled-mark"))
    body += counted(view.attendance, event, ahead=view.may_enter)
    rows: list[tuple[Button, ...]] = [
        (
            Button(say("events-button-attendance"), OpenAttendance(event.id)),
            *((Button(say("events-button-enter"), EnterFamilies(event.id)),) if view.may_enter else ()),
        )
    ]
    sheet = has_sheet(event) and event.status is EventStatus.PUBLISHED
    after = (
        *((recap_button(event),) if view.may_recap else ()),
        *((sheet_button(event.id),) if sheet else ()),
    )
    if after:
        rows.append(after)
    report = (Button(say("events-button-report"), OpenEventReport(event.id)),) if view.may_report else ()
    if row := (*queue_button(view), *report):
        rows.append(row)
    nudge = (nudge_button(event),) if view.may_nudge else ()
    posts = (posts_button(event.id),) if view.may_change else ()
    if row := (*nudge, *posts):
        rows.append(row)
    if view.may_change:
        rows.append(paper_buttons(event))
        rows.append(
            (
                Button(say("events-button-edit"), EditEvent(event.id)),
                Button(say("events-button-cancel"), CancelEvent(event.id), style=Style.DANGER),
            )
        )
    if view.may_restore:
        rows.append((restore_button(event),))
    if view.may_report:
        rows.append((Button(say("events-draft-button-copy"), CopyEvent(event.id)), save_button(event.id)))
    rows.append((list_button(view.organisation.id), menu_button()))
    return screen(*body, rows=tuple(rows))


def refused_word(refused: Refused) -> Phrase:
    """Why nothing was changed, above the card as it is now."""
    return say("forms-hint", reason=refusal(refused))


def published_word() -> Phrase:
    """«Опубликовано»."""
    return say("events-published")


def published_word_for(attendance: Attendance, invitees: Invitees = FOR_PARENTS) -> Phrase:
    """The same; when none of the families uses the bot yet, what to do instead of waiting."""
    reached = invitees != FOR_PARENTS or attendance.without_phone < attendance.families
    return published_word() if reached else say("events-published-nobody")


def saved_word() -> Phrase:
    """«Сохранено», a moment ago by the same tap."""
    return say("events-changed")


def changed_word(told: int, invited: int, *, news: bool) -> Phrase | Joined:
    """«Сохранено», and how many people hear of it."""
    if not told and not invited:
        return say("events-changed-nobody" if news else "events-changed-no-news")
    lines = [say("events-changed")]
    if told:
        lines.append(say("events-changed-told", adults=told))
    if invited:
        lines.append(say("events-changed-invited", adults=invited))
    return Joined(tuple(lines), by=" ")


def cancelled_word(told: int | None = None) -> Phrase:
    """«Мероприятие отменено», and how many people hear of it; None: a moment ago by the same tap."""
    if told is None:
        return say("events-cancel-done")
    return say("events-cancel-done-told", adults=told) if told else say("events-cancel-done-nobody")


def counted(attendance: Attendance, event: Event, *, ahead: bool) -> tuple[Phrase | Joined, ...]:
    """How many families come, and how many of those who are invited without a child."""
    families = (counts(attendance, ahead=ahead),) if event.invitees.parents else ()
    if event.invitees == FOR_PARENTS:
        return families
    said = [other.answer for other in attendance.others]
    if not said:
        return families or (say("events-count-beyond-none"),)
    coming = sum(1 for answer in said if answer.comes)
    no, unsure = said.count(Answer.NO), said.count(Answer.UNSURE)
    return (*families, say("events-count-beyond", coming=coming, no=no, unsure=unsure))


def counts(attendance: Attendance, *, ahead: bool) -> Phrase | Joined:
    """How many families come, do not come, do not know, are silent; or that nobody has answered (yet)."""
    families = attendance.families
    if families and attendance.count(None) == families:
        if not ahead:
            return say("events-count-nobody-ever")
        waiting = say("events-count-nobody", families=families)
        absent = attendance.without_phone
        return Joined((waiting, say("events-reach-without-phone", families=absent))) if absent else waiting
    with_child, alone = attendance.count(Answer.WITH_CHILD), attendance.count(Answer.ALONE)
    queued = attendance.waiting
    return Joined(
        (
            say(
                "events-count-coming",
                families=with_child + alone,
                withchild=with_child,
                alone=alone,
                adults=attendance.adults,
            ),
            *((say("seats-card-waiting", families=queued),) if queued else ()),
            say(
                "events-count-others",
                no=attendance.count(Answer.NO),
                unsure=attendance.count(Answer.UNSURE),
                silent=attendance.count(None),
            ),
        )
    )


def confirm_cancel(event: Event, organisation: Organisation, told: int) -> Screen:
    """Asks once, with the exact number of people who will be told."""
    return screen(
        say(
            "events-cancel-question",
            title=event.title,
            when=Moment(event.starts_at, organisation.timezone),
        ),
        say("events-cancel-told", adults=told) if told else say("events-cancel-told-nobody"),
        rows=(
            (
                Button(
                    say("events-button-cancel-yes"),
                    ConfirmCancelEvent(event.id, event.version),
                    style=Style.DANGER,
                ),
            ),
            (Button(say("events-button-cancel-no"), OpenEvent(event.id)),),
        ),
    )


def list_button(organisation_id: OrganisationId) -> Button:
    """«📅 Мероприятия»."""
    return Button(say("events-button-list"), OpenEvents(organisation_id))


def menu_rows(organisation_id: OrganisationId) -> Rows:
    """What the menu of a member of staff offers about events."""
    new = Button(say("events-button-new"), NewEvent(organisation_id), style=Style.PRIMARY)
    return ((list_button(organisation_id), new),)


def _line(event: ListedEvent) -> Phrase:
    when = Moment(event.starts_at, event.zone)
    if event.status is EventStatus.CANCELLED:
        return say("events-list-line-cancelled", when=when, title=short(event.title))
    emojis = "".join(event.emojis[:3]) + ("…" if len(event.emojis) > 3 else "") or "👥"
    return say("events-list-line", emojis=emojis, when=when, title=short(event.title))
