"""What staff see of guests: the list of dates and visits, a free date, the card of a visit."""

from dataclasses import replace

from domain.actions.guest_overview import OpenGuestsMore
from domain.actions.guests import (
    AcceptVisit,
    AskDecline,
    DrawMetMap,
    EnterGuest,
    FillDetails,
    HoldVisit,
    MissVisit,
    MoveVisit,
    NewGuestDates,
    OpenGuests,
    OpenSlot,
    OpenVisit,
    TakeBackEntered,
    WithdrawSlot,
)
from domain.events import GroupLabel
from domain.guest_queue import KeptFor
from domain.guest_views import GuestPage, SlotLine, VisitCard
from domain.guest_warnings import Warned
from domain.guests import ACTIVE, AGREED, Visit, VisitStatus
from domain.ids import GroupId, OrganisationId
from domain.people import Organisation
from screens import guests_asked
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.guests_follow_ups import note_button, outcome, thanks_row
from screens.guests_messages import message_rows
from screens.guests_preparation import rows_of
from screens.guests_way_home import host_rows, told
from screens.guests_words import details, facts, head, mark, short, why_declined
from screens.paging import turning_on
from screens.people import adult_with_role

ASKED_MARK = "🔁"
"""Before a date that a guest is asked about."""


def page(view: GuestPage, word: Phrase | None = None) -> Screen:
    """The list: dates ahead, free and taken, or visits that are over; `word` says what has just happened."""
    here, past = view.organisation, view.past
    body = [] if word is None else [word]
    body.append(
        say("guests-list-past-title", organisation=here.name)
        if past
        else say("guests-list-title", organisation=here.name, kind=here.kind.value)
    )
    if view.lines or view.page:
        body.append(say("guests-list-past-legend" if past else "guests-list-legend"))
    elif past:
        body.append(say("guests-list-past-empty"))
    else:
        body.append(say("guests-list-empty" if view.may_open else "guests-list-empty-seen"))
    rows: list[tuple[Button, ...]] = [(_line(view, line),) for line in view.lines]
    rows += turning_on(view.page, lambda at: OpenGuests(here.id, past, at), more=view.more)
    if view.may_open and not past:
        rows.append((Button(say("guests-button-new"), NewGuestDates(here.id), style=Style.PRIMARY),))
    groups = {line.group.id for line in view.lines}
    if len(groups) == 1:
        rows.append((map_button(groups.pop(), here.id),))
    other = say("guests-button-ahead" if past else "guests-button-past")
    more = Button(say("guests-button-more"), OpenGuestsMore(here.id))
    rows += [(Button(other, OpenGuests(here.id, not past)), more), (menu_button(),)]
    return screen(*body, rows=tuple(rows))


def slot(line: SlotLine, organisation: Organisation, word: Phrase | None = None) -> Screen:
    """A date that nobody has taken."""
    zone, it = organisation.timezone, line.slot
    body: list[Phrase | Joined] = [] if word is None else [word]
    body += [head(line.group), say("guests-when", when=Moment(it.starts_at, zone))]
    if it.wish is not None:
        body.append(say("guests-wish", wish=it.wish))
    if line.kept is None:
        body.append(say("guests-slot-closed" if it.withdrawn else "guests-slot-free"))
    else:
        body.append(_kept(line.kept, zone))
    if line.passed_on:
        body.append(say("guests-slot-passed"))
    rows: Rows = ()
    if line.may_enter:
        rows = ((Button(say("guests-button-enter"), EnterGuest(it.id)),),)
    if line.may_withdraw:
        rows = (*rows, (Button(say("guests-button-withdraw"), WithdrawSlot(it.id), style=Style.DANGER),))
    made = screen(*body, rows=(*rows, *_ways(organisation, line.group)))
    if line.kept is None or line.kept.guest is None:
        return made
    mentions = frozenset({int(line.kept.person_id)} if line.kept.guest.name else ())
    return replace(made, fleeting=True, mentions=mentions)


def _kept(kept: KeptFor, zone: str) -> Phrase:
    """«Держим для первого в очереди»."""
    who = say("guests-queues-somebody") if kept.guest is None else adult_with_role(kept.guest)
    if kept.until is None:
        return say("guests-slot-kept-next", who=who)
    return say("guests-slot-kept", who=who, until=Moment(kept.until, zone))


def withdrawn_word(line: SlotLine, zone: str) -> Phrase:
    """«Дата закрыта»."""
    return say("guests-withdrawn", when=Moment(line.slot.starts_at, zone))


def card(view: VisitCard, word: Phrase | Joined | None = None) -> Screen:
    """A visit as its staff see it; `word` says above it what has just happened."""
    visit = view.visit
    body: list[Phrase | Joined] = [head(view.group)]
    if word is not None:
        body.append(word)
    body.append(facts(view))
    if view.guest is not None:
        body.append(say("guests-who", who=adult_with_role(view.guest)))
    if visit.entered:
        body.append(say("guests-entered"))
    if visit.details is not None:
        body.append(details(visit.details, view.organisation))
    if not guests_asked.is_asked_to_change(view):  # said below, in its stead
        body.append(_status(view))
    body += outcome(view)
    body += told(view)
    body += guests_asked.to_staff(view)
    body += warnings(view.warned, view.organisation)
    if (why := why_declined(visit, view.organisation)) is not None:
        body.append(why)
    rows = (*decisions(view), *host_rows(view), *rows_of(view), *message_rows(view))
    made = screen(*body, rows=(*rows, *_ways(view.organisation, view.group)))
    return about_guest(made, view)


def warnings(warned: Warned, organisation: Organisation) -> list[Phrase | Joined]:
    """What to think of before saying yes; the teacher decides."""
    said = [say("guests-clash", title=clash.title) for clash in warned.clashes]
    if warned.from_age is not None:
        said.append(say("guests-for-older", age=say("organisation-age", band=warned.from_age.name.lower())))
    if warned.lately is not None:
        zone = organisation.timezone
        said.append(say("guests-came-lately", when=Moment(warned.lately, zone)))
    if warned.thought:
        said.append(say("guests-thought", kind=organisation.kind.value))
    return [Joined(tuple(said))] if said else []


def about_guest(made: Screen, view: VisitCard) -> Screen:
    """A screen with a family's code or a name removes itself, and can be found to be edited out (rule 15)."""
    guest = view.guest
    if guest is None or (guest.name is None and not guest.numbers):
        return made
    named = guest.name is not None and view.visit.guest_id is not None
    mentions = frozenset({int(view.visit.guest_id)}) if named and view.visit.guest_id else frozenset[int]()
    return replace(made, fleeting=True, mentions=mentions)


def decisions(view: VisitCard) -> Rows:
    """What may be decided about a visit now."""
    visit = view.visit
    rows: Rows = ()
    if view.may_decide:
        first = visit.status is VisitStatus.APPLIED and visit.details is None
        key = "guests-button-accept" if first else "guests-button-confirm"
        yes = Button(say(key), AcceptVisit(visit.id, visit.version), style=Style.SUCCESS)
        rows = ((yes,),)
    moving = Button(say("guests-button-move"), MoveVisit(visit.id))
    if view.asked:
        moving = guests_asked.take_back_button(view)
    if view.may_speak:
        back = Button(say("guests-button-take-back"), TakeBackEntered(visit.id, visit.version))
        return (*rows, (tell_button(visit),), (moving, back))
    if view.may_decline:
        key = "guests-button-call-off" if visit.status in AGREED else "guests-button-decline"
        declining = Button(say(key), AskDecline(visit.id, visit.version))
        return (*rows, *guests_asked.change_rows(view), (declining, moving))
    return (*rows, *_conclusions(view, moving)) if view.may_conclude else rows


def _conclusions(view: VisitCard, moving: Button) -> Rows:
    """«Провели · Перенесли · Не состоялось»: what was said already may be corrected."""
    visit = view.visit
    key = "guests-button-held-again" if visit.status is VisitStatus.HELD else "guests-button-held"
    style = Style.PLAIN if visit.status is VisitStatus.HELD else Style.SUCCESS
    held = Button(say(key), HoldVisit(visit.id), style=style)
    missed = Button(say("guests-button-not-held"), MissVisit(visit.id))
    match visit.status:
        case VisitStatus.HELD:
            return (thanks_row(visit), (note_button(visit), held), (missed,))
        case VisitStatus.NOT_HELD:
            again = Button(say("guests-button-missed-again"), MissVisit(visit.id))
            return ((held,), (moving, again))
        case _:
            return ((held,), (moving, missed))


def tell_button(visit: Visit) -> Button:
    """«✏️ Рассказать подробнее», «Записать подробности» for somebody else; the main thing to do while nothing has been told."""
    told = visit.details is not None
    first = "guests-button-write" if visit.entered else "guests-button-details"
    key = "guests-button-details-again" if told else first
    return Button(say(key), FillDetails(visit.id), style=Style.PLAIN if told else Style.PRIMARY)


def list_button(organisation: Organisation) -> Button:
    """«🎤 Гость группы»."""
    return Button(say("guests-button-list", kind=organisation.kind.value), OpenGuests(organisation.id))


def map_button(group_id: GroupId, organisation_id: OrganisationId | None = None) -> Button:
    """«🗺 Карта профессий»; staff go back from it to their list."""
    return Button(say("guests-button-map"), DrawMetMap(group_id, organisation_id))


def menu_rows(organisation: Organisation) -> Rows:
    """What the menu of a member of staff offers about guests."""
    return ((list_button(organisation),),)


def _status(view: VisitCard) -> Phrase:
    visit = view.visit
    if visit.status is VisitStatus.HELD and visit.children is not None:
        return say("guests-held-children", children=visit.children)
    if visit.status in ACTIVE and not view.ahead:
        return say("guests-status-past")
    if visit.entered and visit.status in (VisitStatus.TENTATIVE, VisitStatus.GIVEN_BACK):
        return say("guests-status-entered", status=visit.status.value)
    if visit.cancelled:
        return say("guests-status-cancelled")
    return say("guests-status-staff", status=visit.status.value)


def _ways(organisation: Organisation, group: GroupLabel) -> Rows:
    return ((map_button(group.id, organisation.id),), (list_button(organisation), menu_button()))


def mark_on(line: SlotLine, visit: Visit, *, past: bool) -> str:
    """The sign of a date in a list: how its visit stands, or that its guest is only asked about it."""
    return mark(visit, past=past) if visit.slot_id == line.slot.id else ASKED_MARK


def _line(view: GuestPage, line: SlotLine) -> Button:
    when, emoji, visit = Moment(line.slot.starts_at, view.organisation.timezone), line.group.emoji, line.visit
    if visit is None:
        words = "guests-line-kept" if line.slot.id in view.kept else "guests-line-free"
        return Button(say(words, when=when, emoji=emoji), OpenSlot(line.slot.id))
    label = say(
        "guests-line",
        mark=mark_on(line, visit, past=view.past),
        when=when,
        emoji=emoji,
        profession=short(visit.profession.name),
    )
    return Button(label, OpenVisit(visit.id))
