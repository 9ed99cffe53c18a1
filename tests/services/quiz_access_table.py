"""Who may do what with waves, quizzes and their results: a line, who, how (see `access_table.py`)."""

from collections.abc import Awaitable, Callable
from typing import Any

from domain.attempts import Help, Mode, RoleName
from domain.outcomes import Reason, Refused
from domain.quizzes import FormLetter
from domain.waves import WaveKind
from tests.services.crowd import EVERYBODY, OF_RAYS, Crowd
from tests.services.crowd_quizzes import PAPER, wave_draft

Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]

RUNNING = {"head", "methodist", "psychologist"}
SEEING = RUNNING | OF_RAYS | {"teacher"}
SITTING = {"psychologist", "teacher", "substitute"}
"""Who sits with children of «Солнышко»."""
REPRESENTATIVES = {"parent", "second-parent"}


def _final(crowd: Crowd) -> Any:
    return wave_draft(crowd.database, WaveKind.FINAL, crowd.sun, crowd.rays)


async def _open(crowd: Crowd, actor: Any) -> Any:
    """One wave after the other: the open one is closed first."""
    await crowd.do.waves.close(actor, crowd.quizzes.open)
    token = f"own{actor.person_id}"
    return await crowd.do.waves.open(actor, crowd.organisation_id, _final(crowd), token)


async def _preview(crowd: Crowd, actor: Any) -> Any:
    await crowd.do.waves.close(actor, crowd.quizzes.open)
    return await crowd.do.waves.preview(actor, crowd.organisation_id, _final(crowd))


def _start(crowd: Crowd, actor: Any, child: int, mode: Mode) -> Awaitable[Any]:
    wave, found = crowd.quizzes.open, crowd.children[child]
    return crowd.do.attempts.start(actor, wave, found, pictures=True, mode=mode)


def _answer(crowd: Crowd, actor: Any) -> Awaitable[Any]:
    found = crowd.quizzes
    return crowd.do.attempts.answer(actor, found.at_home, found.item, 1, found.choice)


async def _stop(crowd: Crowd, actor: Any) -> None:
    offer = await crowd.do.attempts.stop(actor, crowd.quizzes.at_home)
    assert offer.refused == Refused(Reason.ATTEMPT_STOPPED), "that is what was asked for"


QUIZ_LOOKS: Table = {
    "waves.overview": (SEEING, lambda c, a: c.do.waves.overview(a, c.organisation_id)),
    "waves.pack": (RUNNING, lambda c, a: c.do.waves.pack(a, c.organisation_id)),
    "waves.groups": (RUNNING, lambda c, a: c.do.waves.groups(a, c.organisation_id)),
    "waves.opened": (RUNNING, lambda c, a: c.do.waves.opened(a, c.quizzes.opened_by)),
    "wave_groups.waiting": (RUNNING, lambda c, a: c.do.wave_groups.waiting(a, c.quizzes.open)),
    "wave_groups.preview": (
        RUNNING,
        lambda c, a: c.do.wave_groups.preview(a, c.quizzes.open, c.quizzes.joining),
    ),
    "waves.card": (SEEING, lambda c, a: c.do.waves.card(a, c.quizzes.open)),
    "print_kits.look": (SEEING, lambda c, a: c.do.print_kits.look(a, c.organisation_id)),
    "quiz_results.codes": ({"psychologist"}, lambda c, a: c.do.quiz_results.codes(a, c.quizzes.over)),
    "wave_pairs.page": ({"psychologist"}, lambda c, a: c.do.wave_pairs.page(a, c.quizzes.over)),
    "quiz_results.profile": (SITTING, lambda c, a: c.do.quiz_results.profile(a, c.quizzes.over, c.sun)),
    "quiz_results.profile: of rays": (
        OF_RAYS | {"psychologist"},
        lambda c, a: c.do.quiz_results.profile(a, c.quizzes.over, c.rays),
    ),
    "quiz_results.children": (SITTING, lambda c, a: c.do.quiz_results.children(a, c.quizzes.open, c.sun)),
    "quiz_results.child": (
        SITTING,
        lambda c, a: c.do.quiz_results.child(a, c.quizzes.open, c.children[0]),
    ),
    "attempts.mine": (EVERYBODY, lambda c, a: c.do.attempts.mine(a)),
    "attempts.past": (EVERYBODY, lambda c, a: c.do.attempts.past(a)),
    "attempts.offer": (
        REPRESENTATIVES,
        lambda c, a: c.do.attempts.offer(a, c.quizzes.open, c.children[0]),
    ),
    "attempts.look": (REPRESENTATIVES, lambda c, a: c.do.attempts.look(a, c.quizzes.at_home)),
    "attempts.look: on paper": (SITTING, lambda c, a: c.do.attempts.look(a, c.quizzes.on_paper)),
    "attempts.result": (REPRESENTATIVES, lambda c, a: c.do.attempts.result(a, c.quizzes.finished)),
    "child_consents.mine": (EVERYBODY, lambda c, a: c.do.child_consents.mine(a)),
    "child_consents.text": (
        REPRESENTATIVES,
        lambda c, a: c.do.child_consents.text(a, c.children[0], "ru"),
    ),
}

QUIZ_CHANGES: Table = {
    "waves.approve": (set(), lambda c, a: c.do.waves.approve(a, c.organisation_id)),
    "waves.preview": (RUNNING, lambda c, a: _preview(c, a)),
    "waves.open": (RUNNING, lambda c, a: _open(c, a)),
    "wave_groups.add": (
        RUNNING,
        lambda c, a: c.do.wave_groups.add(a, c.quizzes.open, c.quizzes.joining),
    ),
    "waves.close": (RUNNING, lambda c, a: c.do.waves.close(a, c.quizzes.open)),
    "print_kits.print": (
        SEEING,
        lambda c, a: c.do.print_kits.print(a, c.organisation_id, FormLetter.A),
    ),
    "child_consents.give": (set(), lambda c, a: c.do.child_consents.give(a, c.children[0], 1)),
    "child_consents.on_paper": (
        SITTING,
        lambda c, a: c.do.child_consents.on_paper(a, c.children[3], *PAPER),
    ),
    "child_consents.withdraw": (
        REPRESENTATIVES | SITTING,
        lambda c, a: c.do.child_consents.withdraw(a, c.children[0]),
    ),
    "attempts.start": ({"other-parent"}, lambda c, a: _start(c, a, 4, Mode.HOME)),
    "attempts.start: one to one": (SITTING, lambda c, a: _start(c, a, 2, Mode.ONE_TO_ONE)),
    "attempts.answer": (REPRESENTATIVES, lambda c, a: _answer(c, a)),
    "attempts.to_text": (REPRESENTATIVES, lambda c, a: c.do.attempts.to_text(a, c.quizzes.at_home)),
    "attempts.pause": (REPRESENTATIVES, lambda c, a: c.do.attempts.pause(a, c.quizzes.at_home)),
    "attempts.resume: on paper": (SITTING, lambda c, a: c.do.attempts.resume(a, c.quizzes.on_paper)),
    "attempts.stop": (REPRESENTATIVES, lambda c, a: _stop(c, a)),
    "attempts.choose_role": (
        set(),
        lambda c, a: c.do.attempts.choose_role(a, c.quizzes.at_home, RoleName.EXPERT),
    ),
    "attempts.help": (set(), lambda c, a: c.do.attempts.help(a, c.quizzes.at_home, Help.NONE)),
}

QUIZ_SETTLED = {
    "waves.approve": {"psychologist"},
    "child_consents.give": REPRESENTATIVES,
    "attempts.choose_role": REPRESENTATIVES,
    "attempts.help": REPRESENTATIVES,
}
"""Approved, agreed, or not asked yet: nobody is refused who may, and nothing changes."""

QUIZ_ONCE = set(QUIZ_CHANGES)
