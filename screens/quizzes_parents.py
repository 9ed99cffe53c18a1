"""What an adult of the family sees around the quiz: whose it is, the consent, the start, the end."""

from dataclasses import replace

from domain.actions.quizzes import (
    DeclineQuiz,
    GiveChildConsent,
    MyQuizzes,
    OpenQuiz,
    OpenResult,
    ResumeQuiz,
    StartQuiz,
    StopQuiz,
    WithdrawChildConsent,
)
from domain.attempts import AttemptStatus
from domain.child_consents import represents
from domain.outcomes import Reason, Refused
from domain.people import Membership, OrganisationKind
from domain.privacy import ConsentText
from domain.quiz_views import AgreedChild, ParentResult, PastResult, QuizOffer, QuizWaiting
from screens.base import Button, Moment, Phrase, Rows, Screen, Style, Toast, say, screen
from screens.common import menu_button, refusal
from screens.joining import consent_text
from screens.paging import page_of, turning
from screens.quizzes_child import role
from screens.waves import last_day, years


def mine(
    offers: tuple[QuizOffer, ...],
    agreed: tuple[AgreedChild, ...] = (),
    past: tuple[PastResult, ...] = (),
    number: int = 0,
    *,
    fresh: bool = False,
) -> Screen:
    """«⭐ Викторина»: the own children and how far each has come; what was played earlier can be read again.

    Consents can be withdrawn between waves, too.
    """
    offered = {offer.child_id for offer in offers}
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                say("quizzes-mine-line", child=offer.child, state=_state(offer)),
                OpenQuiz(offer.wave.id, offer.child_id),
            ),
        )
        for offer in offers
    ]
    rows += [(Button(_earlier(one), OpenResult(one.attempt.id)),) for one in page_of(past, number)]
    rows += turning(len(past), number, lambda at: MyQuizzes(page=at))
    rows += [
        (
            Button(
                say("quizzes-button-withdraw-of", child=one.child),
                WithdrawChildConsent(one.child_id, sure=False),
            ),
        )
        for one in agreed
        if one.child_id not in offered
    ]
    body = [say("quizzes-mine-title"), say("quizzes-mine-hint" if offers else "quizzes-mine-empty")]
    body += [say("quizzes-mine-past")] if past else []
    return replace(screen(*body, rows=(*rows, (menu_button(),))), fresh=fresh)


def waits(quiz: QuizWaiting | None) -> tuple[Phrase, ...]:
    """What the menu says while a quiz waits: one line, however many children play."""
    if quiz is None:
        return ()
    key = "quizzes-waits-begun" if quiz.begun else "quizzes-waits"
    return (say(key, title=quiz.title, until=last_day(quiz.closes_at, quiz.zone)),)


def start(offer: QuizOffer, *, fresh: bool = False) -> Screen:
    """How it goes, and in which way to play; the next tap gives the phone to the child (rule 15)."""
    wave, child = offer.wave.id, offer.child_id
    rows: Rows = (
        (
            Button(say("quizzes-button-pictures"), StartQuiz(wave, child, True), style=Style.SUCCESS),
            Button(say("quizzes-button-text"), StartQuiz(wave, child, False)),
        ),
        (_withdraw(offer),),
        (menu_button(),),
    )
    return replace(
        screen(
            _title(offer),
            say("quizzes-start-how", minutes=offer.instrument.minutes, until=_until(offer)),
            say("quizzes-start-before"),
            say("quizzes-start-way"),
            rows=rows,
        ),
        fresh=fresh,
    )


def under_way(offer: QuizOffer, *, fresh: bool = False) -> Screen:
    """Begun on this phone or another one: go on, or stop. The child may be through, and the adult asked alone."""
    attempt = offer.attempt
    assert attempt is not None
    left = (
        (say("quizzes-under-way-adult", until=_until(offer)),)
        if attempt.role_name is not None
        else (say("quizzes-under-way", until=_until(offer)), say("quizzes-start-before"))
    )
    stop = StopQuiz(attempt.id, offer.wave.id, offer.child_id, sure=False)
    return replace(
        screen(
            _title(offer),
            *left,
            rows=(
                (
                    Button(
                        say("quizzes-button-go-on"), ResumeQuiz(attempt.id, fresh=True), style=Style.SUCCESS
                    ),
                ),
                (Button(say("quizzes-button-stop"), stop),),
                (_withdraw(offer),),
                (menu_button(),),
            ),
        ),
        fresh=fresh,
    )


def cannot(offer: QuizOffer, *, fresh: bool = False) -> Screen:
    """Why this adult cannot play it with the child now, and what to do instead."""
    assert offer.refused is not None
    body: list[Phrase] = [_title(offer)]
    rows: Rows = ((menu_button(),),)
    match offer.refused.reason:
        case Reason.ONLY_REPRESENTATIVE:
            body.append(say("quizzes-only-representative", until=_until(offer)))
        case Reason.ATTEMPT_FINISHED:
            body.append(say("quizzes-finished"))
            if offer.attempt is not None:
                rows = (
                    (
                        Button(
                            say("quizzes-button-result"), OpenResult(offer.attempt.id), style=Style.PRIMARY
                        ),
                    ),
                    (_withdraw(offer),),
                    *rows,
                )
        case Reason.ATTEMPT_STOPPED if offer.attempt is not None:
            body.append(say("quizzes-stopped-by-you", until=_until(offer)))
            go_on = ResumeQuiz(offer.attempt.id, fresh=True)
            rows = ((Button(say("quizzes-button-go-on"), go_on),), (_withdraw(offer),), *rows)
        case Reason.ATTEMPT_STOPPED:
            body.append(refusal(offer.refused))
            rows = ((_withdraw(offer),), *rows)
        case _:
            body.append(refusal(offer.refused))
    return replace(screen(*body, rows=rows), fresh=fresh)


def consent(offer: QuizOffer, text: ConsentText) -> Screen:
    """The consent for the child, a message of its own (rule 10); nothing has been stored yet."""
    return replace(
        screen(
            *consent_text(text),
            rows=(
                (
                    Button(
                        say("quizzes-consent-give"),
                        GiveChildConsent(offer.wave.id, offer.child_id, text.version),
                        style=Style.SUCCESS,
                    ),
                ),
                (Button(say("quizzes-consent-later"), DeclineQuiz(offer.wave.id, offer.child_id)),),
            ),
        ),
        fresh=True,
    )


def declined(offer: QuizOffer) -> Screen:
    """«Не сейчас»: the quiz is of free will, and nothing was stored."""
    back = Button(say("button-back"), OpenQuiz(offer.wave.id, offer.child_id))
    return screen(say("quizzes-declined", until=_until(offer)), rows=((back, menu_button()),))


def stop_sure(action: StopQuiz) -> Screen:
    """«Остановить участие?»"""
    yes = replace(action, sure=True)
    return screen(
        say("quizzes-stop-sure"),
        rows=(
            (Button(say("quizzes-button-stop-yes"), yes, style=Style.DANGER),),
            (Button(say("quizzes-button-stop-no"), OpenQuiz(action.wave_id, action.child_id)),),
        ),
    )


def withdraw_sure(agreed: AgreedChild) -> Screen:
    """«Отозвать согласие?», and what goes with it."""
    yes = WithdrawChildConsent(agreed.child_id, sure=True)
    return screen(
        say("quizzes-withdraw-sure", child=agreed.child),
        rows=(
            (Button(say("quizzes-button-withdraw-yes"), yes, style=Style.DANGER),),
            (Button(say("button-back"), MyQuizzes()),),
        ),
    )


def withdrawn() -> Screen:
    """The consent is withdrawn."""
    return screen(say("quizzes-withdrawn"), rows=((menu_button(),),))


def result(found: ParentResult) -> Screen:
    """Soft words about the strongest side, and one thing to do at home; never a level (rule 16)."""
    named = found.attempt.role_name
    body = [say("quizzes-result-title", child=found.child)]
    if named is not None:
        body.append(say("quizzes-result-role", child=found.child, role=role(named)))
    body += [
        say("quizzes-result-text", text=found.text.text),
        say("quizzes-result-activity", activity=found.text.activity),
        say("quizzes-result-note"),
    ]
    return screen(*body, rows=((mine_button(), menu_button()),))


def no_result(refused: Refused) -> Screen:
    """There is nothing to read (any more)."""
    return screen(refusal(refused), rows=((menu_button(),),))


def not_now(refused: Refused) -> Toast:
    """Why it was not done, over the screen as it is now."""
    return Toast(refusal(refused), alert=True)


def mine_button(*, fresh: bool = False) -> Button:
    """«⭐ Викторина» of a family."""
    return Button(say("quizzes-button-mine"), MyQuizzes(fresh))


def menu_rows(current: Membership) -> Rows:
    """«⭐ Викторина» for whoever represents a child; a relative would find nothing there (rule 3)."""
    if current.organisation.kind is OrganisationKind.SCHOOL:  # there is no quiz for classes yet
        return ()
    return ((mine_button(),),) if any(represents(child) for child in current.children) else ()


def _title(offer: QuizOffer) -> Phrase:
    return say("quizzes-title", title=offer.instrument.title, child=offer.child)


def _until(offer: QuizOffer) -> Moment:
    return last_day(offer.wave.closes_at, offer.organisation.timezone)


def _withdraw(offer: QuizOffer) -> Button:
    return Button(say("quizzes-button-withdraw"), WithdrawChildConsent(offer.child_id, sure=False))


def _earlier(past: PastResult) -> Phrase:
    """«🌟 Соня · стартовая 2026/27»."""
    return say("quizzes-past-line", child=past.child, wave=past.kind.value, year=years(past.school_year))


def _state(offer: QuizOffer) -> Phrase:
    """How far it has come, in a word."""
    reason = None if offer.refused is None else offer.refused.reason
    match reason:
        case Reason.ATTEMPT_FINISHED:
            return say("quizzes-state-finished")
        case Reason.ATTEMPT_STOPPED:
            return say("quizzes-state-stopped")
        case Reason.WAVE_CLOSED:
            return say("quizzes-state-closed")
        case _:
            begun = offer.attempt is not None and offer.attempt.status is not AttemptStatus.FINISHED
            return say("quizzes-state-begun" if begun else "quizzes-state-new")
