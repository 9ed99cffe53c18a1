"""«🌟 После визита»: what the group did, ready suggestions, and the reminder of it."""

from domain.actions.guest_follow_ups import OpenFollowUps, TickFollowUp, WriteVisitNote
from domain.actions.guest_papers import PrepareLetter
from domain.actions.guests import OpenVisit
from domain.guest_follow_ups import FollowUpDesk
from domain.guest_outcomes import FollowUp
from domain.guest_views import VisitCard
from domain.guests import Visit, VisitStatus
from screens.base import Button, Day, Joined, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.guests_words import facts, head, trace, why_missed

TICKED = {False: "▫️", True: "✅"}


def thanks_row(visit: Visit) -> tuple[Button, ...]:
    """«💌 Благодарственное письмо», «🌟 После визита»: what is left to do once a guest was there."""
    return (
        Button(say("guests-button-letter"), PrepareLetter(visit.id)),
        Button(say("guests-button-follow-up"), OpenFollowUps(visit.id)),
    )


def note_button(visit: Visit) -> Button:
    """«✏️ Заметка для журнала»."""
    key = "guests-button-note" if visit.note is None else "guests-button-note-again"
    return Button(say(key), WriteVisitNote(visit.id))


def outcome(view: VisitCard) -> list[Phrase | Joined]:
    """On the card of staff: why it did not take place; the note, and what the group did."""
    visit = view.visit
    if visit.status is VisitStatus.NOT_HELD:
        why = why_missed(visit, view.organisation)
        return [] if why is None else [say("guests-missed-told", why=why)]
    if visit.status is not VisitStatus.HELD:
        return []
    said: list[Phrase | Joined] = []
    if visit.note is not None:
        said.append(say("guests-note-told", note=visit.note))
    if view.done:
        said.append(say("guests-follow-up-told", trace=trace(view.done)))
    return [Joined(tuple(said))] if said else []


def desk(view: FollowUpDesk, word: Phrase | None = None) -> Screen:
    """What may be done, each with a button to tick it; `word` says what has just happened."""
    body: list[Phrase | Joined] = [head(view.card.group), *(() if word is None else (word,))]
    body.append(say("guests-follow-up-title", kind=view.card.organisation.kind.value))
    return _desk(view, body)


def reminder(view: FollowUpDesk) -> Screen:
    """To the teachers: nothing is ticked yet, and the children remember the guest still."""
    kind = view.card.organisation.kind.value
    return _desk(view, [head(view.card.group), say("guests-follow-up-reminder", kind=kind)])


def late_word() -> Phrase:
    """«Эта неделя прошла»."""
    return say("guests-follow-up-over")


def _desk(view: FollowUpDesk, body: list[Phrase | Joined]) -> Screen:
    card = view.card
    visit = card.visit
    body.append(facts(card))
    rows: Rows = ()
    if view.may_tick:
        left = [kind for kind in FollowUp if kind not in view.done]
        if left:
            body.append(Joined((say("guests-follow-up-ideas"), *(_idea(view, kind) for kind in left))))
        rows = tuple((_tick(view, kind),) for kind in FollowUp)
    elif visit.status is VisitStatus.HELD:
        body.append(late_word())
    else:
        body.append(say("guests-follow-up-impossible"))
    if view.done:
        zone = card.organisation.timezone
        days = (
            say("guests-follow-up-done-on", what=trace([kind]), day=Day(day, zone=zone))
            for kind, day in view.done.items()
        )
        body.append(Joined((say("guests-follow-up-done"), *days)))
    letter = (thanks_row(visit)[:1],) if visit.status is VisitStatus.HELD else ()
    back = (Button(say("guests-button-to-visit"), OpenVisit(visit.id)), menu_button())
    return screen(*body, rows=(*rows, *letter, back))


def _tick(view: FollowUpDesk, kind: FollowUp) -> Button:
    done = kind in view.done
    label = say("guests-follow-up-button", mark=TICKED[done], kind=kind.value)
    style = Style.SUCCESS if done else Style.PLAIN
    return Button(label, TickFollowUp(view.card.visit.id, kind, not done), style=style)


def _idea(view: FollowUpDesk, kind: FollowUp) -> Phrase:
    """A ready suggestion of the profession's card; of own words, as good as can be said."""
    found = view.profession
    name = view.card.visit.profession.name
    if found is not None:
        match kind:
            case FollowUp.ROLE_PLAY:
                place = found.place[:1].upper() + found.place[1:]
                tools, actions = ", ".join(found.tools), ", ".join(found.actions)
                return say("guests-idea-role-play", place=place, tools=tools, actions=actions)
            case FollowUp.DRAWING:
                return say("guests-idea-drawing", product=found.product)
            case FollowUp.CORNER:
                return say("guests-idea-corner", tools=", ".join(found.tools))
            case FollowUp.QUIZ:
                return say("guests-idea-quiz", asks=" ".join(found.talk.asks))
    return say("guests-idea-any", kind=kind.value, profession=name)
