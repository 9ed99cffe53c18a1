"""A kindergarten with waves for tests of quizzes: `sunny.py` with the services of quizzes, and a child who plays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from content.consents import consent_texts
from content.quizzes import WHO_DOES_WHAT, instruments
from db.erasure_journal import ErasureJournal
from db.work import Database
from domain.attempts import AskHelp, ChooseRole, Help, Mode, Question, RoleName
from domain.ids import GroupId, WaveId
from domain.people import Actor, Role
from domain.quiz_views import Play, WaveCard
from domain.quizzes import Instrument, ItemKind
from domain.waves import WaveDraft, WaveKind
from services.attempts import Attempts
from services.child_consents import ChildConsents
from services.quiz_notices import QuizNotices
from services.quiz_offers import Offering
from services.quiz_results import QuizResults
from services.wave_closing import WaveTicks
from services.wave_groups import WaveGroups
from services.waves import Waves
from tests.services.sunny import Sunny, build_sunny

OFFERING = Offering(instruments(), consent_texts())


@dataclass(slots=True)
class Monitoring:
    """«Солнышко» with its psychologist and teacher, and whatever the test opens."""

    sunny: Sunny
    journal: ErasureJournal
    psychologist: Actor
    teacher: Actor
    waves: Waves
    groups: WaveGroups
    attempts: Attempts
    consents: ChildConsents
    results: QuizResults
    notices: QuizNotices
    ticks: WaveTicks

    @property
    def database(self) -> Database:
        """Of the test."""
        return self.sunny.database

    @property
    def instrument(self) -> Instrument:
        """«Кто что делает?»"""
        return OFFERING.instruments.newest(WHO_DOES_WHAT)

    def draft(self, *groups: GroupId, kind: WaveKind = WaveKind.START, days: int = 14) -> WaveDraft:
        """A wave of some days for some groups."""
        today = self.sunny.clock.today("Asia/Novokuznetsk")
        return WaveDraft(kind, today + timedelta(days=days), frozenset(groups or (self.sunny.sun,)))

    async def open(self, *groups: GroupId, kind: WaveKind = WaveKind.START, days: int = 14) -> WaveCard:
        """An opened wave."""
        here = self.sunny.organisation_id
        await self.waves.approve(self.psychologist, here)
        draft = self.draft(*groups, kind=kind, days=days)
        opened = await self.waves.open(self.psychologist, here, draft, f"t{kind.value}")
        assert isinstance(opened, WaveCard), opened
        return opened

    async def agreed(self, parent: Actor, *numbers: int) -> None:
        """A representative agrees for these children."""
        for number in numbers:
            assert await self.consents.give(parent, self.sunny.children[number - 1], 1) is None

    async def start(self, who: Actor, wave_id: WaveId, number: int, *, mode: Mode = Mode.HOME) -> Play:
        """The phone goes to the child with this number."""
        play = await self.attempts.start(
            who, wave_id, self.sunny.children[number - 1], pictures=False, mode=mode
        )
        assert isinstance(play, Play), play
        return play

    async def play(self, who: Actor, play: Play, *, help_given: Help = Help.NONE) -> Play:
        """Everything that is asked from here on, always answered right."""
        while True:
            match play.stage:
                case Question():
                    play = await self.tap(who, play)
                case ChooseRole():
                    play = await self.attempts.choose_role(who, play.attempt.id, RoleName.MASTER)
                case AskHelp():
                    play = await self.attempts.help(who, play.attempt.id, help_given)
                case _:
                    return play

    async def tap(self, who: Actor, play: Play, choice: str | None = "right") -> Play:
        """One answer to the question that is open: the best one, another option, or None to skip."""
        assert isinstance(play.stage, Question)
        asked = play.stage
        picked = best(asked) if choice == "right" else choice
        return await self.attempts.answer(who, play.attempt.id, asked.item.id, asked.try_, picked)

    async def whole(self, who: Actor, wave_id: WaveId, numbers: Iterable[int]) -> None:
        """These children play to the end."""
        for number in numbers:
            await self.play(who, await self.start(who, wave_id, number))


def best(asked: Question) -> str:
    """The answer with the most points."""
    if asked.item.kind is ItemKind.ORDER3:
        return "".join(option.id for option in asked.item.options)
    return max(asked.item.options, key=lambda option: option.points).id


def wrong(asked: Question) -> str:
    """An answer without points, or with the fewest that are left."""
    if asked.item.kind is ItemKind.ORDER3:
        first, *others = [option.id for option in asked.item.options]
        return "".join((*others, first))
    return min(
        (option for option in asked.options if option.id != asked.wrong), key=lambda option: option.points
    ).id


async def build_monitoring(database: Database, folder: Path) -> Monitoring:
    """The kindergarten, with nobody's quiz yet."""
    sunny = await build_sunny(database)
    clock = database.clock
    waves = Waves(database, clock, OFFERING.instruments)
    journal = ErasureJournal(folder)
    return Monitoring(
        sunny=sunny,
        journal=journal,
        psychologist=await sunny.staff(Role.PSYCHOLOGIST),
        teacher=await sunny.staff(Role.TEACHER, sunny.sun),
        waves=waves,
        groups=WaveGroups(database, clock, OFFERING.instruments, waves),
        attempts=Attempts(database, clock, OFFERING),
        consents=ChildConsents(database, clock, OFFERING.texts, journal),
        results=QuizResults(database, clock, OFFERING.texts),
        notices=QuizNotices(database, OFFERING, waves),
        ticks=WaveTicks(database, clock, OFFERING.instruments),
    )
