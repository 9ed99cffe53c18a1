"""«❓ Вопросы детей»: typed by teachers, sent to the guest at once."""

from domain.actions.guest_preparation import (
    DropQuestion,
    OpenPreparation,
    SendQuestions,
    WriteQuestion,
)
from domain.actions.guests import OpenVisit
from domain.guest_questions import QUESTIONS_AT_MOST, QuestionsPage
from screens.base import Button, Joined, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.guests_words import head, when


def page(view: QuestionsPage, word: Phrase | None = None) -> Screen:
    """What is asked; each line may be changed or taken away; what is new is sent by one tap."""
    visit, new = view.card.visit, sum(not one.sent for one in view.questions)
    body: list[Phrase | Joined] = [head(view.card.group), *([] if word is None else [word])]
    body.append(Joined((say("guests-questions-title"), when(visit, view.card.organisation))))
    lines = tuple(
        say("guests-question-listed", at=at, text=one.text, new="no" if one.sent else "yes")
        for at, one in enumerate(view.questions, start=1)
    )
    body.append(Joined(lines) if lines else say("guests-questions-none"))
    if visit.guest_id is None:
        body.append(say("guests-questions-paper"))
    elif new and view.may_change:
        body.append(say("guests-questions-unsent"))
    return screen(*body, rows=(*_changes(view, new), *_ways(view)))


def _changes(view: QuestionsPage, new: int) -> Rows:
    if not view.may_change:
        return ()
    visit = view.card.visit
    rows: list[tuple[Button, ...]] = []
    if new and visit.guest_id is not None:
        rows.append(
            (Button(say("guests-button-send-questions"), SendQuestions(visit.id), style=Style.SUCCESS),)
        )
    rows += [
        (
            Button(say("guests-button-reword", at=at), WriteQuestion(visit.id, one.id)),
            Button(say("guests-button-drop-question", at=at), DropQuestion(visit.id, one.id)),
        )
        for at, one in enumerate(view.questions, start=1)
    ]
    if len(view.questions) < QUESTIONS_AT_MOST:
        rows.append((Button(say("guests-button-ask"), WriteQuestion(visit.id)),))
    return tuple(rows)


def _ways(view: QuestionsPage) -> Rows:
    visit = view.card.visit
    return (
        (Button(say("guests-button-preparation"), OpenPreparation(visit.id)),),
        (Button(say("guests-button-to-visit"), OpenVisit(visit.id)), menu_button()),
    )
