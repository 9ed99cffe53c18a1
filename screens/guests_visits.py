"""A guest's own visits: the list, the card, the rest of the form, giving a date back."""

from collections.abc import Sequence

from domain.actions.forms import FormCancel, FormStep
from domain.actions.guests import BecomeGuest, GiveBackDate, MyVisits, OpenVisit, SendDetails
from domain.guest_queue import QueuePlace
from domain.guest_views import MyVisit, VisitCard
from domain.guests import ACTIVE, Details, VisitStatus
from screens import guests_asked
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.common import menu_button
from screens.guests_entrance import entrance_rows
from screens.guests_invited import mine_button
from screens.guests_letters import own_button
from screens.guests_messages import message_rows
from screens.guests_preparation import rows_of
from screens.guests_queue import move_button, place_button
from screens.guests_staff import about_guest, decisions, tell_button
from screens.guests_way_home import told
from screens.guests_words import MARKS, details, facts, head, short, why_declined
from screens.paging import turning_on

FIELDS = ("plan", "brings", "needs", "dangers", "minutes")


def mine(visits: Sequence[MyVisit], page: int, *, more: bool, places: Sequence[QueuePlace] = ()) -> Screen:
    """The queues that the guest stands in, then the own visits, those ahead first."""
    waits: Rows = tuple((place_button(place),) for place in places) if page == 0 else ()
    find = (Button(say("guests-button-invitations"), BecomeGuest()), menu_button())
    if not visits and not waits and page == 0:
        return screen(say("guests-mine-title"), say("guests-mine-empty"), rows=(find,))
    rows: Rows = tuple((Button(_line(each), OpenVisit(each.visit.id)),) for each in visits)
    return screen(
        say("guests-mine-title"), rows=(*waits, *rows, *turning_on(page, MyVisits, more=more), find)
    )


def card(view: VisitCard, word: Phrase | None = None) -> Screen:
    """A visit as its guest sees it; `word` says above it what has just happened.

    A teacher who comes to the own group as a parent decides about it here, too.
    """
    visit = view.visit
    body: list[Phrase | Joined] = [head(view.group)]
    if word is not None:
        body.append(word)
    body.append(facts(view))
    if visit.details is not None:
        body.append(details(visit.details, view.organisation))
    if not guests_asked.is_asked_to_change(view):
        body.append(_status(view))
    body += told(view)
    body += guests_asked.to_guest(view)
    if (why := why_declined(visit, view.organisation)) is not None:
        body.append(why)
    rows = (
        *guests_asked.guest_rows(view),
        *own_rows(view),
        *decisions(view),
        *rows_of(view),
        *entrance_rows(view),
    )
    return screen(*body, rows=(*rows, *message_rows(view), (mine_button(), menu_button())))


def own_rows(view: VisitCard) -> Rows:
    """What the guest may do with the visit while it is ahead."""
    visit = view.visit
    if view.has_letter:
        return ((own_button(visit),),)
    if not view.ahead or visit.status not in ACTIVE:
        return ()
    rows: Rows = ()
    if visit.status is not VisitStatus.APPLIED:
        rows = ((tell_button(visit),),)
    back = Button(say("guests-button-give-back"), GiveBackDate(visit.id, visit.version))
    return (*rows, (move_button(visit), back) if view.may_move else (back,))


def applied_word() -> Phrase:
    """«Спасибо, заявка отправлена!»; who answers stands below."""
    return say("guests-applied")


def sent_word(view: VisitCard) -> Phrase:
    """Whether the visit is final now, or a teacher looks at what is dangerous first."""
    if view.visit.entered:
        return say("guests-details-entered")
    if view.visit.status is VisitStatus.DETAILED:
        return say("guests-details-sent-checked", kind=view.organisation.kind.value)
    return say("guests-details-sent")


def given_back_word() -> Phrase:
    """«Дату вернули»."""
    return say("guests-given-back")


def give_back(view: VisitCard, version: int) -> Screen:
    """Asks once; `version` is what the guest has seen."""
    visit = view.visit
    yes = GiveBackDate(visit.id, version, sure=True)
    return screen(
        head(view.group),
        say("guests-give-back-question", when=Moment(visit.starts_at, view.organisation.timezone)),
        rows=(
            (Button(say("guests-button-give-back-yes"), yes, style=Style.DANGER),),
            (Button(say("guests-button-give-back-no"), OpenVisit(visit.id)),),
        ),
    )


def details_preview(form: str, token: str, view: VisitCard, told: Details, *, suggested: bool) -> Screen:
    """What will be sent, with a button for each answer; `suggested`: by the card of the profession."""
    buttons = [Button(say(f"guests-field-{name}"), FormStep(form, name)) for name in FIELDS]
    hint = (say("guests-details-hint"),) if suggested else ()
    made = screen(
        head(view.group),
        facts(view),
        say("guests-details-title"),
        details(told, view.organisation),
        *hint,
        rows=(
            (Button(say("guests-button-send"), SendDetails(view.visit.id, token), style=Style.SUCCESS),),
            *in_rows(buttons, 2),
            (Button(say("button-cancel"), FormCancel(form, token)),),
        ),
    )
    return about_guest(made, view)


def _status(view: VisitCard) -> Phrase:
    if view.visit.status in ACTIVE and not view.ahead:
        return say("guests-status-mine-past")
    if view.visit.cancelled:
        return say("guests-status-cancelled")
    return say("guests-status-mine", status=view.visit.status.value, kind=view.organisation.kind.value)


def _line(each: MyVisit) -> Phrase:
    visit = each.visit
    return say(
        "guests-mine-line",
        mark=MARKS[visit.status],
        when=Moment(visit.starts_at, each.zone),
        emoji=each.group.emoji,
        profession=short(visit.profession.name),
    )
