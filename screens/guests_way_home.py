"""«🏡 По дороге домой»: what families ask the child, how they say it was liked, and the game about the profession."""

from collections.abc import Mapping

from domain.actions.base import Action
from domain.actions.guest_way_home import LikeGuest, OpenWayHome, PlayGuest
from domain.actions.guests import OpenVisit
from domain.actions.menu import Inert
from domain.attempts import SHAPES
from domain.guest_views import VisitCard
from domain.guests import Visit, VisitStatus
from domain.mini_quiz import Asked, MiniQuestion, MiniQuiz
from domain.way_home import Liking, WayHome
from screens.base import Button, Joined, Phrase, Rows, Screen, Toast, say, screen
from screens.common import menu_button
from screens.guests_words import head

FACES = {Liking.WOW: "🤩", Liking.JOY: "😀", Liking.FINE: "🙂", Liking.SO_SO: "😐"}
STAR = "⭐"
OWN_WORDS_QUESTIONS = 3
"""What a child can be asked about any guest."""


def way_home(view: WayHome) -> Screen:
    """Who came, three questions, four faces (the own one is ticked), and the game; the guest's own family is thanked."""
    card, visit = view.profession, view.visit
    asks: tuple[Phrase | str, ...] = (
        tuple(say(f"guests-home-ask-{at}") for at in range(1, OWN_WORDS_QUESTIONS + 1))
        if card is None
        else card.talk.home
    )
    body: list[Phrase | Joined] = [head(view.group), Joined((say("guests-home-title"), _who(view)))]
    numbered = (say("guests-home-line", at=at, line=ask) for at, ask in enumerate(asks, start=1))
    if view.own is None or card is not None:
        body.append(Joined((say("guests-home-asks"), *numbered)))
    if view.own is None:
        body.append(say("guests-home-like" if view.may_like else "guests-home-liked"))
    rows: Rows = ()
    if view.may_like:
        faces = (
            Button(f"✓ {face}" if liking is view.liking else face, LikeGuest(visit.id, liking))
            for liking, face in FACES.items()
        )
        rows = (tuple(faces),)
    if view.has_game:
        rows = (*rows, (play_button(visit),))
    return screen(*body, rows=(*rows, (menu_button(),)))


def _who(view: WayHome) -> Phrase:
    if not view.named:
        return say("guests-home-somebody")
    name = view.visit.profession.name
    if view.own is not None:
        return say("guests-home-own", who=view.own.value, profession=name)
    if view.profession is None:
        return say("guests-home-came", profession=name)
    return say("guests-home-came-simple", profession=name, simple=view.profession.simple)


def liked(liking: Liking) -> Toast:
    """«Спасибо за отклик»."""
    return Toast(say("guests-home-thanks", face=FACES[liking]))


def play_button(visit: Visit, *, host: bool = False) -> Button:
    """«🎲 Поиграть»."""
    return Button(say("guests-button-play"), PlayGuest(visit.id, host=host))


def told(card: VisitCard) -> tuple[Phrase, ...]:
    """How families liked it: the counts for staff, one warm line for the guest."""
    if card.likings is None:
        return ()
    said = sum(card.likings.values())
    if card.mine:
        return (say("guests-home-warm", count=said),) if said else ()
    if not said:
        return (say("guests-home-few"),)
    return (say("guests-home-counts", faces=_faces(card.likings)),)


def _faces(likings: Mapping[Liking, int]) -> Joined:
    return Joined(tuple(f"{face} {likings.get(liking, 0)}" for liking, face in FACES.items()), by=" · ")


def host_rows(card: VisitCard) -> Rows:
    """What staff may do with the group after a visit that was held."""
    visit = card.visit
    if visit.status is not VisitStatus.HELD or visit.profession.slug is None:
        return ()
    return ((play_button(visit, host=True),),)


def game(quiz: MiniQuiz | None, played: PlayGuest) -> Screen:
    """A question, the next one after a right answer, or the end; a wrong one is asked again without that option."""
    if quiz is None:
        return screen(say("guests-game-none"), rows=(_back(played),))
    at, gone, word = max(played.at, 0), played.gone, None
    if at < len(quiz.questions) and played.tapped is not None:
        if played.tapped == quiz.questions[at].right:
            at, gone, word = at + 1, 0, say("guests-game-right")
        else:
            gone, word = gone | _bit(played.tapped), say("guests-game-again")
    title = say("guests-game-title", sign=quiz.profession.sign, profession=quiz.profession.name)
    stars = STAR * min(at, len(quiz.questions))
    if at >= len(quiz.questions):
        again = Button(say("guests-button-play-again"), PlayGuest(played.visit_id, host=played.host))
        return screen(title, say("guests-game-end", stars=stars), rows=((again,), _back(played)))
    question = quiz.questions[at]
    body: list[Phrase | Joined] = [title]
    if word is not None:
        body.append(Joined((word, stars), by=" ") if stars else word)
    body += [_asked(question), _options(question, gone)]
    row = tuple(_option(played, at, place, gone, question) for place in range(len(question.options)))
    return screen(*body, rows=(row, _back(played)))


def _asked(question: MiniQuestion) -> Phrase:
    if question.asked is Asked.WHO:
        return say("guests-game-who", actions=", ".join(question.about))
    return say(f"guests-game-{question.asked.value}")


def _options(question: MiniQuestion, gone: int) -> Joined:
    """«● скалка»; what was tapped in vain is left out."""
    return Joined(
        tuple(
            say("guests-game-option", mark=SHAPES[place], words=option)
            for place, option in enumerate(question.options)
            if not _is_gone(gone, place, question)
        )
    )


def _option(played: PlayGuest, at: int, place: int, gone: int, question: MiniQuestion) -> Button:
    if _is_gone(gone, place, question):
        return Button(say("quizzes-button-tried"), Inert())
    action: Action = PlayGuest(played.visit_id, at, place, gone, played.host)
    return Button(SHAPES[place], action)


def _is_gone(gone: int, place: int, question: MiniQuestion) -> bool:
    return bool(gone & _bit(place)) and place != question.right


def _bit(place: int) -> int:
    return 1 << place if 0 <= place < len(SHAPES) else 0


def _back(played: PlayGuest) -> tuple[Button, ...]:
    """To the visit for staff, to the questions for families; no way to a menu out of a child's hands."""
    if played.host:
        return (Button(say("guests-button-to-visit"), OpenVisit(played.visit_id)),)
    return (Button(say("guests-button-home"), OpenWayHome(played.visit_id)),)
