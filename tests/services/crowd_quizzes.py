"""Quizzes of the house for the tables of access: one wave that is over, one in which children play."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import update

from bot.services import Services
from db.models import WaveRow
from db.work import Database
from domain.attempts import AskHelp, ChooseRole, Help, Mode, Question, RoleName
from domain.ids import AttemptId, ChildId, GroupId, OrganisationId, WaveId
from domain.people import Actor, AgeBand
from domain.quiz_views import Play, WaveCard
from domain.waves import WaveDraft, WaveKind
from tests.services.monitoring import best

PAPER = ("12", date(2026, 9, 1))


@dataclass(frozen=True, slots=True)
class QuizzesOfTheCrowd:
    """Child 0001 has finished in the wave that is over, and plays at home in the open one; 0002 rests over paper,
    0003 has not begun, and nobody has agreed for 0004. 0005 of «Лучики» may begin at home."""

    over: WaveId
    open: WaveId
    opened_by: str
    """The form of the open wave."""
    finished: AttemptId
    at_home: AttemptId
    item: str
    """The question that is open there."""
    choice: str
    on_paper: AttemptId
    joining: GroupId
    """A group of the same age that takes no part yet."""


def wave_draft(database: Database, kind: WaveKind, *groups: GroupId) -> WaveDraft:
    """Two weeks for some groups."""
    today = database.clock.today("Asia/Novokuznetsk")
    return WaveDraft(kind, today + timedelta(days=14), frozenset(groups))


async def let_children_play(
    do: Services,
    database: Database,
    here: OrganisationId,
    groups: tuple[GroupId, ...],
    children: tuple[ChildId, ...],
    *,
    psychologist: Actor,
    teacher: Actor,
    parent: Actor,
    other_parent: Actor,
) -> QuizzesOfTheCrowd:
    """Two waves, the first one the final wave of the year before."""
    await do.waves.approve(psychologist, here)
    await do.child_consents.give(parent, children[0], 1)
    await do.child_consents.give(other_parent, children[4], 1)
    for child in children[1:3]:
        await do.child_consents.on_paper(teacher, child, *PAPER)
    over = await _opened(do, psychologist, here, wave_draft(database, WaveKind.FINAL, *groups), f"last{here}")
    finished = await _started(do, parent, over, children[0])
    await _whole(do, parent, finished)
    await do.waves.close(psychologist, over)
    async with database.work() as work:
        await work.connection.execute(update(WaveRow).where(WaveRow.id == over).values(school_year=2025))
    wave = await _opened(do, psychologist, here, wave_draft(database, WaveKind.START, *groups), f"now{here}")
    at_home = await _started(do, parent, wave, children[0])
    on_paper = await _started(do, teacher, wave, children[1], mode=Mode.PAPER)
    await do.attempts.pause(teacher, on_paper.attempt.id)
    async with database.work() as work:
        joining = await work.groups.create(here, "Капельки", "⭐", AgeBand.Y5_6)
    assert joining is not None
    assert isinstance(at_home.stage, Question)
    return QuizzesOfTheCrowd(
        over=over,
        open=wave,
        opened_by=f"now{here}",
        finished=finished.attempt.id,
        at_home=at_home.attempt.id,
        item=at_home.stage.item.id,
        choice=best(at_home.stage),
        on_paper=on_paper.attempt.id,
        joining=joining.id,
    )


async def _opened(do: Services, who: Actor, here: OrganisationId, draft: WaveDraft, token: str) -> WaveId:
    card = await do.waves.open(who, here, draft, token)
    assert isinstance(card, WaveCard), card
    return card.wave.id


async def _started(do: Services, who: Actor, wave: WaveId, child: ChildId, *, mode: Mode = Mode.HOME) -> Play:
    play = await do.attempts.start(who, wave, child, pictures=True, mode=mode)
    assert isinstance(play, Play), play
    return play


async def _whole(do: Services, who: Actor, play: Play) -> None:
    while True:
        attempt = play.attempt.id
        match play.stage:
            case Question() as asked:
                play = await do.attempts.answer(who, attempt, asked.item.id, asked.try_, best(asked))
            case ChooseRole():
                play = await do.attempts.choose_role(who, attempt, RoleName.EXPERT)
            case AskHelp():
                play = await do.attempts.help(who, attempt, Help.NONE)
            case _:
                return
