"""Waiting for a date: the own place, days that suit, the offer; who waits, for staff; a guest's own move."""

from collections.abc import Sequence
from dataclasses import replace

from domain.actions.guest_queue import (
    ChooseGuestDays,
    JoinGuestQueue,
    LeaveGuestQueue,
    MoveOwnVisit,
    MoveOwnVisitTo,
    OpenGuestPlace,
    OpenGuestQueues,
    PassOfferedDate,
    TakeOfferedDate,
    WaitInstead,
    WishGuestDays,
)
from domain.actions.guests import GiveBackDate, NewGuestDates, OpenGroupDates, OpenGuests, OpenVisit
from domain.events import GroupLabel
from domain.guest_queue import EVERY_DAY, QueuePage, QueuePlace, WaiterLine
from domain.guest_views import VisitCard
from domain.guests import Slot, Visit
from domain.ids import GroupId
from domain.people import Organisation
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.common import menu_button
from screens.guests_words import SLOTS_SHOWN, formats, head
from screens.paging import page_of, turning, turning_on
from screens.people import adult_with_role

WEEKDAYS = range(6)
"""Days on buttons: a Sunday suits whoever says that any day does."""


def place(view: QueuePlace, word: Phrase | None = None) -> Screen:
    """The own place, or the date that is kept; `word` says above it what has just happened."""
    waiter = view.waiter
    body: list[Phrase | Joined] = [head(view.group)]
    if word is not None:
        body.append(word)
    body.append(offered(view) if view.offered is not None else say("guests-queue-place", place=view.place))
    body.append(
        Joined(
            (
                say("guests-profession", profession=waiter.application.profession.name),
                say("guests-formats", formats=formats(waiter.application.formats)),
                say("guests-queue-days", days=_days(waiter.weekdays)),
            )
        )
    )
    body.append(say("guests-queue-rule"))
    return screen(*body, rows=(*_rows(view), (menu_button(),)))


def offered(view: QueuePlace) -> Phrase:
    """«Для вас держим дату …»."""
    zone, until = view.organisation.timezone, view.waiter.offered_until
    assert view.offered is not None
    assert until is not None
    return say("guests-queue-offered", when=Moment(view.offered, zone), until=Moment(until, zone))


def offer_rows(view: QueuePlace) -> Rows:
    """«Беру», «Уже не нужно», «Другой день»."""
    waiter = view.waiter
    if waiter.slot_id is None or view.offered is None:
        return ()
    take = TakeOfferedDate(waiter.group_id, waiter.slot_id)
    other = PassOfferedDate(waiter.group_id, waiter.slot_id)
    return (
        (
            Button(say("guests-button-take-offered"), take, style=Style.SUCCESS),
            Button(say("guests-button-not-needed"), LeaveGuestQueue(waiter.group_id)),
        ),
        (Button(say("guests-button-pass-offered"), other),),
    )


def days(view: QueuePlace) -> Screen:
    """Which days suit: each tap is kept at once."""
    chosen, group_id = view.waiter.weekdays, view.waiter.group_id
    every = chosen == EVERY_DAY
    buttons = []
    for day in WEEKDAYS:
        suits = not every and day in chosen
        after = {day} if every else set(chosen) ^ {day}
        wanted = "".join(map(str, sorted(after or EVERY_DAY)))
        mark = "✅" if suits else "▫️"
        buttons.append(
            Button(say("guests-queue-day", mark=mark, day=_weekday(day)), WishGuestDays(group_id, wanted))
        )
    anything = Button(
        say("guests-queue-every-day", mark="✅" if every else "▫️"),
        WishGuestDays(group_id, "".join(map(str, sorted(EVERY_DAY)))),
    )
    return screen(
        head(view.group),
        say("guests-queue-ask-days"),
        rows=((anything,), *in_rows(buttons, 3), (Button(say("button-done"), OpenGuestPlace(group_id)),)),
    )


def leaving(view: QueuePlace) -> Screen:
    """Asks once."""
    group_id = view.waiter.group_id
    key = "guests-queue-leave-question" if view.offered is None else "guests-queue-decline-question"
    yes = Button(
        say("guests-button-leave-queue-yes"), LeaveGuestQueue(group_id, sure=True), style=Style.DANGER
    )
    return screen(
        head(view.group),
        say(key),
        rows=((yes,), (Button(say("guests-button-stay"), OpenGuestPlace(group_id)),)),
    )


def left(group: GroupLabel) -> Screen:
    """«Вы больше не ждёте»."""
    return screen(
        head(group),
        say("guests-queue-left"),
        rows=((Button(say("guests-button-dates"), OpenGroupDates(group.id)), menu_button()),),
    )


def joined_word() -> Phrase:
    """«Вы в очереди»."""
    return say("guests-queue-joined")


def passed_word() -> Phrase:
    """«Предложим другой день»."""
    return say("guests-queue-passed")


def lost_word() -> Phrase:
    """Somebody was quicker, no other date is free: the application waits."""
    return say("guests-queue-lost")


def place_button(view: QueuePlace) -> Button:
    """«⏳ Вы в очереди: № 3», or «🎉 Для вас есть дата»."""
    key = "guests-button-place" if view.offered is None else "guests-button-offered"
    label = say(key, place=view.place, emoji=view.group.emoji)
    return Button(label, OpenGuestPlace(view.group.id), style=Style.PLAIN)


def join_button(group_id: GroupId) -> Button:
    """«⏳ Встать в очередь»."""
    return Button(say("guests-button-join-queue"), JoinGuestQueue(group_id))


def instead_button(group_id: GroupId, token: str) -> Button:
    """«⏳ Подождать другую дату»: the application is kept."""
    return Button(say("guests-button-wait-instead"), WaitInstead(group_id, token))


def queues(view: QueuePage) -> Screen:
    """Who waits for dates, group by group. Codes disappear from the chat after a day (rule 15)."""
    zone = view.organisation.timezone
    body: list[Phrase | Joined] = [say("guests-queues-title", organisation=view.organisation.name)]
    for group in dict.fromkeys(line.group for line in view.lines):
        lines = tuple(_line(line, zone) for line in view.lines if line.group.id == group.id)
        waiting = say(
            "guests-queues-group", emoji=group.emoji, name=group.name, count=view.counts.get(group.id, 0)
        )
        body.append(Joined((waiting, *lines)))
    body.append(say("guests-queues-hint" if view.lines else "guests-queues-empty"))
    pages = turning_on(view.page, lambda at: OpenGuestQueues(view.organisation.id, at), more=view.more)
    names = {int(line.waiter.guest_id) for line in view.lines if line.guest is not None and line.guest.name}
    here = view.organisation.id
    dates = Button(say("guests-button-list", kind=view.organisation.kind.value), OpenGuests(here))
    opening = ((Button(say("guests-button-new"), NewGuestDates(here)),),) if view.may_open else ()
    made = screen(*body, rows=(*pages, *opening, (dates, menu_button())))
    return replace(made, fleeting=bool(view.lines), mentions=frozenset(names))


def queues_button(organisation: Organisation) -> Button:
    """«⏳ Очередь гостей»."""
    return Button(say("guests-button-queues"), OpenGuestQueues(organisation.id))


def move_button(visit: Visit) -> Button:
    """«↪️ Перенести» of a guest."""
    return Button(say("guests-button-move"), MoveOwnVisit(visit.id, visit.version))


def move(view: VisitCard, slots: Sequence[Slot], word: Phrase | None = None, page: int = 0) -> Screen:
    """To which free date?"""
    visit, zone = view.visit, view.organisation.timezone
    body: list[Phrase | Joined] = [head(view.group)]
    if word is not None:
        body.append(word)
    when = Moment(visit.starts_at, zone)
    body.append(say("guests-own-move-question" if slots else "guests-own-move-none", when=when))
    rows: Rows = tuple(
        (
            Button(
                say("guests-when", when=Moment(slot.starts_at, zone)),
                MoveOwnVisitTo(visit.id, visit.version, slot.id),
            ),
        )
        for slot in page_of(slots, page, SLOTS_SHOWN)
    )
    turn = turning(len(slots), page, lambda at: MoveOwnVisit(visit.id, visit.version, at), SLOTS_SHOWN)
    if not slots:
        rows = ((Button(say("guests-button-give-back"), GiveBackDate(visit.id, visit.version)),),)
    return screen(
        *body, rows=(*rows, *turn, (Button(say("button-back"), OpenVisit(visit.id)), menu_button()))
    )


def moved_word() -> Phrase:
    """«Перенесли»."""
    return say("guests-own-moved")


def _rows(view: QueuePlace) -> Rows:
    group_id = view.waiter.group_id
    choose = Button(say("guests-button-days"), ChooseGuestDays(group_id))
    if view.offered is not None:
        return (*offer_rows(view), (choose,))
    return ((choose,), (Button(say("guests-button-leave-queue"), LeaveGuestQueue(group_id)),))


def _days(weekdays: frozenset[int]) -> Phrase | Joined:
    if weekdays == EVERY_DAY:
        return say("guests-queue-any-day")
    return Joined(tuple(_weekday(day) for day in sorted(weekdays)), by=", ")


def _weekday(day: int) -> Phrase:
    return say("guests-weekday", day=day)


def _line(line: WaiterLine, zone: str) -> Phrase:
    who = say("guests-queues-somebody") if line.guest is None else adult_with_role(line.guest)
    profession = line.waiter.application.profession.name
    until = line.waiter.offered_until
    if line.offered is None or until is None:
        days = _days(line.waiter.weekdays)
        return say("guests-queues-line", place=line.place, who=who, profession=profession, days=days)
    return say(
        "guests-queues-line-offered",
        place=line.place,
        who=who,
        profession=profession,
        when=Moment(line.offered, zone),
        until=Moment(until, zone),
    )
