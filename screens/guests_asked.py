"""What a card says of a question to its guest: another date, a change; what each side may do about it."""

from domain.actions.guest_requests import AnswerMove, AskChange, ChangeTold, TakeBackMove
from domain.actions.guests import GiveBackDate
from domain.guest_requests import MoveAnswer, Wish
from domain.guest_views import VisitCard
from domain.guests import ACTIVE, AGREED
from screens.base import Button, Moment, Phrase, Rows, Style, say


def to_staff(view: VisitCard) -> list[Phrase]:
    """The answer is awaited, a change is; the guest does not read."""
    said = []
    if view.unread and view.visit.status in AGREED:
        said.append(say("guests-unread"))
    if view.asked and view.visit.asked is not None:
        said.append(_dates("guests-move-asked-staff", view))
    if (wish := wished(view)) is not None and view.ahead:
        said.append(say("guests-change-asked-staff", wish=wish))
    return said


def to_guest(view: VisitCard) -> list[Phrase]:
    """What the teachers ask."""
    said = []
    if view.asked and view.visit.asked is not None:
        said.append(_dates("guests-move-asked-guest", view))
    if (wish := wished(view)) is not None and view.ahead:
        said.append(say("guests-change-asked-guest", wish=wish, kind=view.organisation.kind.value))
    return said


def wished(view: VisitCard) -> Phrase | None:
    """What is to be changed: in ready words, or the teacher's own."""
    change = view.visit.change
    if change is None or view.visit.status not in ACTIVE:
        return None
    if change.wish is Wish.OTHER and change.note:
        return say("guests-change-words", note=change.note)
    return say("guests-change-wish", wish=change.wish.value)


def is_asked_to_change(view: VisitCard) -> bool:
    """Whether the next word is the guest's: how the visit stands is said by what was asked."""
    return view.ahead and wished(view) is not None


def guest_rows(view: VisitCard) -> Rows:
    """Answers, and the way to what is to be changed."""
    visit, rows = view.visit, list[tuple[Button, ...]]()
    if not view.mine or not view.ahead:
        return ()
    if view.asked and visit.asked is not None:
        yes, no = (AnswerMove(visit.id, visit.asked.slot_id, answer) for answer in MoveAnswer)
        rows += [
            (Button(say("guests-button-move-yes"), yes, style=Style.SUCCESS),),
            (Button(say("guests-button-move-no"), no),),
            (Button(say("guests-button-move-give-back"), GiveBackDate(visit.id, visit.version)),),
        ]
    if wished(view) is not None:
        rows.append((Button(say("guests-button-change"), ChangeTold(visit.id), style=Style.PRIMARY),))
    return tuple(rows)


def take_back_button(view: VisitCard) -> Button:
    """«Не спрашивать гостя»."""
    return Button(say("guests-button-move-take-back"), TakeBackMove(view.visit.id, view.visit.version))


def change_rows(view: VisitCard) -> Rows:
    """«Попросить изменить»: of a guest who can be asked."""
    visit = view.visit
    if view.mine or visit.guest_id is None or not view.may_decline:
        return ()
    return ((Button(say("guests-button-ask-change"), AskChange(visit.id, visit.version)),),)


def _dates(key: str, view: VisitCard) -> Phrase:
    zone, asked = view.organisation.timezone, view.visit.asked
    assert asked is not None
    return say(
        key,
        kind=view.organisation.kind.value,
        before=Moment(view.visit.starts_at, zone),
        after=Moment(asked.starts_at, zone),
        until=Moment(asked.until, zone),
    )
