"""What staff see of newcomers: the queue, one of them, codes to choose from, reasons to decline."""

from domain.actions.joining import (
    Approve,
    AskDecline,
    Decline,
    OpenRequest,
    OpenRequests,
    PickCode,
)
from domain.joining import CodePage, DeclineReason, JoinRequest, RequestCard, RequestQueue
from domain.people import Group, child_code
from screens.base import Button, Moment, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.common import menu_button
from screens.paging import turning_on
from screens.people import kinship

CODES_IN_A_ROW = 3


def queue(state: RequestQueue) -> Screen:
    """«Новые родители»."""
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                say("joining-queue-line", who=_who(line.request), group=group(line.group)),
                OpenRequest(line.request.id),
            ),
        )
        for line in state.lines
    ]
    rows += turning_on(state.page, lambda page: OpenRequests(state.organisation.id, page), more=state.more)
    body = say("joining-queue-title") if state.lines else say("joining-queue-empty")
    return _staff_screen(
        body, rows=(*rows, (menu_button(),)), requests=[line.request for line in state.lines]
    )


def card(state: RequestCard) -> Screen:
    """One newcomer: to be answered, or as answered."""
    request = state.request
    back = (Button(say("joining-queue-button"), OpenRequests(state.organisation.id)), menu_button())
    if request.decided_at is None:
        rows: Rows = (
            (Button(say("joining-card-pick"), PickCode(request.id), style=Style.SUCCESS),),
            (Button(say("joining-card-decline"), AskDecline(request.id)),),
            back,
        )
        return _staff_screen(*_about(state), say("joining-card-hint"), rows=rows, requests=[request])
    if request.approved and state.child is not None:
        answer = say("joining-card-approved", code=child_code(state.child.number))
    else:
        answer = say("joining-card-declined", why=why(state))
    late = (say("joining-card-overtaken"),) if state.overtaken else ()
    return _staff_screen(*_about(state), *late, answer, rows=(back,), requests=[request])


def codes(state: CodePage) -> Screen:
    """Codes of the group, those without adults first."""
    request = state.card.request
    buttons = [
        Button(
            say("joining-codes-line", code=child_code(line.child.number), adults=line.adults),
            Approve(request.id, line.child.id),
        )
        for line in state.lines
    ]
    rows = [*in_rows(buttons, CODES_IN_A_ROW)]
    rows += turning_on(state.page, lambda page: PickCode(request.id, page), more=state.more)
    rows.append((Button(say("button-back"), OpenRequest(request.id)),))
    body = say("joining-codes-ask") if state.lines else say("joining-codes-none")
    return _staff_screen(*_about(state.card), body, rows=tuple(rows), requests=[request])


def reasons(state: RequestCard) -> Screen:
    """Why to decline: ready words, or one's own."""
    request, kind = state.request, state.organisation.kind.value
    rows: Rows = tuple(
        (Button(say("joining-decline-choice", reason=reason.value, kind=kind), Decline(request.id, reason)),)
        for reason in DeclineReason
    )
    back = (Button(say("button-back"), OpenRequest(request.id)),)
    return _staff_screen(*_about(state), say("joining-decline-ask"), rows=(*rows, back), requests=[request])


def why(state: RequestCard) -> Phrase:
    """The reason of a refusal in words."""
    request = state.request
    if request.decline_note is not None:
        return say("people-name", name=request.decline_note)
    reason = DeclineReason.UNKNOWN_PERSON if request.decline_reason is None else request.decline_reason
    return say("joining-decline-reason", reason=reason.value, kind=state.organisation.kind.value)


def group(value: Group) -> Phrase:
    """«🐻 Солнышко»."""
    return say("people-group", emoji=value.emoji, name=value.name)


def _about(state: RequestCard) -> tuple[Phrase, ...]:
    request = state.request
    return (
        say("joining-card-title", group=group(state.group)),
        say(
            "joining-card-about",
            who=_who(request),
            kinship=kinship(request.kinship),
            at=Moment(request.created_at, state.organisation.timezone),
        ),
    )


def _who(request: JoinRequest) -> Phrase:
    if request.name is not None:
        return say("joining-newcomer-named", name=request.name, number=request.said)
    return say("joining-newcomer", number=request.said)


def _staff_screen(*body: Phrase, rows: Rows, requests: list[JoinRequest]) -> Screen:
    """Codes and names remove themselves after a day, and can be found to be edited out."""
    named = frozenset(int(request.person_id) for request in requests if request.name is not None)
    plain = screen(*body, rows=rows)
    return Screen(body=plain.body, rows=plain.rows, fleeting=True, mentions=named)
