"""What is told about guests unasked: invitations, answers, reminders, «Как прошло?»."""

from dataclasses import replace

from domain.actions.guests import FillDetails, OpenGroupDates, OpenVisit
from domain.guest_reminders import HOURS
from domain.guest_views import DeclinedVisit, GuestInvitation, GuestReminder, MovedVisit, VisitCard
from domain.guests import GuestDecline
from screens import guests_asked, guests_staff, guests_visits
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.guests_checklist import unticked
from screens.guests_entrance import entrance_hint, entrance_rows
from screens.guests_invited import first_rows, slot_rows, told
from screens.guests_nudges import pause_button
from screens.guests_passing import pass_rows
from screens.guests_preparation import rows_of
from screens.guests_words import SLOTS_SHOWN, details, facts, head, why_declined
from screens.people import adult_with_role


def invited(view: GuestInvitation) -> Screen:
    """To parents and partners: the dates as buttons."""
    return screen(
        head(view.group),
        say(
            "guests-inviting-you" if view.named else "guests-invitation",
            kind=view.organisation.kind.value,
            minutes=view.minutes,
        ),
        *told(view),
        rows=(
            *first_rows(view),
            *pass_rows(view),
            (pause_button(view.group),),
        ),
    )


def applied(card: VisitCard) -> Screen:
    """To the teachers: somebody would like to come."""
    return to_staff(card, say("guests-notice-applied"))


def accepted(card: VisitCard) -> Screen:
    """To the guest: yes, and now the rest."""
    fill = Button(say("guests-button-details"), FillDetails(card.visit.id), style=Style.PRIMARY)
    key = (
        "guests-notice-accepted-tell"
        if card.visit.profession.slug is None
        else "guests-notice-accepted-check"
    )
    yes = say("guests-notice-accepted", kind=card.organisation.kind.value)
    made = _to_guest(card, Joined((yes, say(key))), rows=((fill,), *entrance_rows(card)))
    return replace(made, body=(*made.body, *entrance_hint(card)))


def declined(shown: DeclinedVisit) -> Screen:
    """To the guest: not this time, why, and the other dates."""
    card, zone = shown.card, shown.card.organisation.timezone
    others = [slot for slot in shown.free if slot.id != card.visit.slot_id]
    key = "guests-notice-called-off" if card.visit.cancelled else "guests-notice-declined"
    body: list[Phrase | Joined] = [head(card.group), say(key, when=Moment(card.visit.starts_at, zone))]
    if (why := why_declined(card.visit, card.organisation)) is not None:
        body.append(why)
    if others:
        body.append(say("guests-notice-declined-free"))
        return screen(*body, rows=slot_rows(others[:SLOTS_SHOWN], card.group, zone))
    if card.visit.decline is GuestDecline.GROUP_CLOSED:
        return screen(*body, rows=((menu_button(),),))
    queue = Button(say("guests-button-join-queue"), OpenGroupDates(card.group.id))
    return screen(*body, say("guests-notice-declined-queue"), rows=((queue, menu_button()),))


def detailed(card: VisitCard) -> Screen:
    """To the teachers: the rest is there, something in it is dangerous."""
    return to_staff(card, say("guests-notice-detailed"))


def confirmed(card: VisitCard) -> Screen:
    """To the guest: everything is decided."""
    return _to_guest(card, say("guests-notice-confirmed"), rows=((_open(card),), *entrance_rows(card)))


def ready(card: VisitCard) -> Screen:
    """To the teachers: the rest is there, and the visit is final."""
    made = to_staff(card, say("guests-notice-ready"))
    return replace(made, rows=(*made.rows, *rows_of(card)))


def waits(card: VisitCard) -> Screen:
    """To the teachers: a guest waits for an answer; said once."""
    return to_staff(card, say("guests-notice-waits"))


def waits_long(card: VisitCard) -> Screen:
    """To who leads: a guest has waited long, and nobody has answered."""
    return to_staff(card, say("guests-notice-waits-long"))


def asked_again(card: VisitCard) -> Screen:
    """To the guest: what was asked, or the rest, is still awaited; said once."""
    if card.visit.change is None:
        fill = Button(say("guests-button-details"), FillDetails(card.visit.id), style=Style.PRIMARY)
        return _to_guest(card, say("guests-notice-asked-again", what="details"), rows=((fill,),))
    body = say("guests-notice-asked-again", what="change")
    return _to_guest(card, Joined((body, *guests_asked.to_guest(card))), rows=guests_asked.guest_rows(card))


def silent(card: VisitCard) -> Screen:
    """To the teachers: the guest was reminded and does not answer, or does not read what the bot writes."""
    what = "details" if card.visit.change is None else "change"
    return to_staff(card, say("guests-notice-silent", what=what, reads="no" if card.unread else "yes"))


def gave_back(card: VisitCard) -> Screen:
    """To the teachers: the guest does not come."""
    zone = card.organisation.timezone
    when = say("guests-notice-gave-back", when=Moment(card.visit.starts_at, zone))
    body: list[Phrase | Joined] = [head(card.group), when]
    body.append(say("guests-profession", profession=card.visit.profession.name))
    if card.guest is not None:
        body.append(say("guests-who", who=adult_with_role(card.guest)))
    rows: Rows = ((guests_staff.list_button(card.organisation),),)
    return guests_staff.about_guest(screen(*body, rows=rows), card)


def moved(shown: MovedVisit) -> Screen:
    """To the guest: «было … стало …»."""
    card, zone = shown.card, shown.card.organisation.timezone
    return screen(
        head(card.group),
        say("guests-notice-moved"),
        say(
            "guests-notice-moved-when",
            before=Moment(shown.was, zone),
            after=Moment(card.visit.starts_at, zone),
        ),
        say("guests-profession", profession=card.visit.profession.name),
        say("guests-notice-moved-unfit"),
        rows=(*guests_visits.own_rows(card), (_open(card),)),
    )


def reminder(shown: GuestReminder) -> Screen:
    """The day before, and two hours before: to the guest with a word of advice, to teachers with what to prepare."""
    card, soon = shown.card, shown.hours == HOURS
    left = unticked(shown.unticked)
    ready = rows_of(card) if left else ()
    near = say(
        "guests-notice-soon-guest" if card.mine else "guests-notice-soon-staff",
        day="today" if shown.today else "tomorrow",
        hour=Moment(card.visit.starts_at, card.organisation.timezone, "hour"),
    )
    if not card.mine:
        made = to_staff(card, near if soon else say("guests-notice-reminder-staff"))
        return replace(made, body=(*made.body, *left), rows=(*made.rows, *ready))
    title = near if soon else say("guests-notice-reminder-guest")
    made = _to_guest(card, title, rows=(*guests_visits.own_rows(card), *ready))
    return made if soon else replace(made, body=(*made.body, *left, say("guests-notice-advice")))


def after(card: VisitCard) -> Screen:
    """To the teachers: how was it?"""
    return to_staff(card, say("guests-notice-after"))


def to_staff(card: VisitCard, title: Phrase) -> Screen:
    """A visit as its teachers see it, with what they may decide about it."""
    made = guests_staff.card(card, title)
    rows = guests_staff.decisions(card) or ((_open(card),),)
    return replace(made, rows=rows)


def _to_guest(card: VisitCard, title: Phrase | Joined, *, rows: Rows) -> Screen:
    body: list[Phrase | Joined] = [head(card.group), title, facts(card)]
    if card.visit.details is not None:
        body.append(details(card.visit.details, card.organisation))
    return screen(*body, rows=rows)


def _open(card: VisitCard) -> Button:
    return Button(say("guests-button-card"), OpenVisit(card.visit.id))
