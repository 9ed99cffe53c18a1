"""What a guest sees before there is a visit: groups, free dates, and a date that somebody else was quicker to take."""

from collections.abc import Sequence

from domain.actions.guests import BecomeGuest, MyVisits, OpenGroupDates, TakeDate, TakeInstead
from domain.events import GroupLabel
from domain.guest_views import GuestInvitation
from domain.guests import Slot
from domain.outcomes import Refused
from domain.people import OrganisationKind
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button, refusal
from screens.guests_passing import pass_rows
from screens.guests_queue import instead_button, join_button, place_button
from screens.guests_staff import map_button
from screens.guests_words import SLOTS_SHOWN, head
from screens.paging import page_of, turning


def invitation(
    view: GuestInvitation, page: int = 0, *, with_map: bool = False, word: Phrase | None = None
) -> Screen:
    """The free dates of a group; the wish; what the guest has taken already; the queue. `with_map`: for its parents."""
    kind = view.organisation.kind.value
    title = (
        say("guests-invitation", kind=kind, minutes=view.minutes)
        if view.slots
        else say("guests-groups-title", kind=kind)
    )
    body: list[Phrase | Joined] = [head(view.group), *([] if word is None else [word]), title]
    body += told(view)
    turn = turning(len(view.slots), page, lambda at: OpenGroupDates(view.group.id, at), SLOTS_SHOWN)
    rows: list[tuple[Button, ...]] = [
        *slot_rows(page_of(view.slots, page, SLOTS_SHOWN), view.group, view.organisation.timezone),
        *turn,
    ]
    rows.append((_queue_button(view),))
    rows += pass_rows(view)
    if with_map:
        rows.append((map_button(view.group.id),))
    if view.mine:
        rows.append((mine_button(),))
    return screen(*body, rows=(*rows, (menu_button(),)))


def told(view: GuestInvitation) -> list[Phrase | Joined]:
    """Whom the group would like to meet, the own dates, and whether there is something to choose."""
    body: list[Phrase | Joined] = []
    if view.from_outside:
        body.append(say("guests-invitation-host", organisation=view.organisation.name))
    if view.wish is not None:
        body.append(say("guests-wish", wish=view.wish))
    body += _own(view)
    body.append(_choice(view))
    return body


def _choice(view: GuestInvitation) -> Phrase:
    """To choose a date, to wait for one; who waits already hears of the place."""
    if view.slots:
        return say("guests-invitation-choose")
    if view.waits is not None:
        return say("guests-invitation-waits", place=view.waits.place)
    return say("guests-invitation-none")


def _own(view: GuestInvitation) -> list[Joined]:
    """«Вы уже записаны: …»."""
    zone = view.organisation.timezone
    lines = tuple(
        say(
            "guests-invitation-mine-line",
            when=Moment(visit.starts_at, zone),
            profession=visit.profession.name,
        )
        for visit in view.mine
    )
    return [Joined((say("guests-invitation-mine"), *lines))] if lines else []


def _queue_button(view: GuestInvitation) -> Button:
    """The own place, or the way into the queue: also for whom no free day suits."""
    return join_button(view.group.id) if view.waits is None else place_button(view.waits)


def slot_rows(slots: Sequence[Slot], group: GroupLabel, zone: str) -> Rows:
    """The dates as buttons."""
    return tuple(
        (Button(say("guests-when", when=Moment(slot.starts_at, zone)), TakeDate(slot.id, group.id)),)
        for slot in slots
    )


def groups(views: Sequence[GuestInvitation], kind: OrganisationKind) -> Screen:
    """«Стать гостем группы»: each group that may be visited, with the number of its free dates."""
    rows: Rows = tuple(
        (
            Button(
                say(
                    "guests-groups-line",
                    emoji=view.group.emoji,
                    name=view.group.name,
                    count=len(view.slots),
                ),
                OpenGroupDates(view.group.id),
            ),
        )
        for view in views
    )
    question = say("guests-groups-question", kind=kind.value) if views else say("guests-groups-none")
    return screen(
        say("guests-groups-title", kind=kind.value),
        question,
        rows=(*rows, (mine_button(), menu_button())),
    )


def first_rows(view: GuestInvitation) -> Rows:
    """The soonest dates of a message, and a way to the others."""
    return (
        *slot_rows(view.slots[:SLOTS_SHOWN], view.group, view.organisation.timezone),
        *turning(len(view.slots), 0, lambda at: OpenGroupDates(view.group.id, at), SLOTS_SHOWN),
    )


def not_taken(view: GuestInvitation, refused: Refused, token: str | None) -> Screen:
    """Somebody was quicker, or the date is closed: the others, and with `token` one tap sends the same application."""
    body: list[Phrase | Joined] = [head(view.group), say("guests-refused", reason=refusal(refused))]
    body += _own(view)
    if not view.slots:
        return screen(
            *body,
            say("guests-refused-none"),
            rows=((_queue_button(view),), (mine_button(), menu_button())),
        )
    slots, zone = view.slots[:SLOTS_SHOWN], view.organisation.timezone
    if token is None:
        return screen(
            *body, say("guests-refused-choose"), rows=(*slot_rows(slots, view.group, zone), (menu_button(),))
        )
    rows: Rows = tuple(
        (
            Button(
                say("guests-when", when=Moment(slot.starts_at, zone)),
                TakeInstead(slot.id, view.group.id, token),
                style=Style.PRIMARY,
            ),
        )
        for slot in slots
    )
    wait = (instead_button(view.group.id, token),)
    return screen(*body, say("guests-refused-kept"), rows=(*rows, wait, (menu_button(),)))


def mine_button() -> Button:
    """«🎤 Мои визиты»."""
    return Button(say("guests-button-mine"), MyVisits())


def parent_rows(kind: OrganisationKind) -> Rows:
    """What a parent's menu offers."""
    return ((Button(say("guests-button-become", kind=kind.value), BecomeGuest()),),)


def partner_rows() -> Rows:
    """What a partner's menu offers."""
    return ((Button(say("guests-button-invitations"), BecomeGuest()), mine_button()),)
