"""What screens about quizzes and waves are made of: answers of services, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.attempts import Attempt, AttemptStatus, Mode, Stage
from domain.events import GroupLabel
from domain.ids import ChildId
from domain.outcomes import Refused
from domain.people import Membership, Organisation
from domain.quizzes import Criterion, FormLetter, Instrument, ParentText
from domain.scoring import Level, Score
from domain.waves import Wave, WaveKind


@dataclass(frozen=True, slots=True)
class WaveLine:
    """A wave in the list."""

    wave: Wave
    title: str
    finished: int
    children: int


@dataclass(frozen=True, slots=True)
class WavesPage:
    """The waves of an organisation, and what may be done."""

    organisation: Organisation
    lines: tuple[WaveLine, ...]
    instrument: Instrument
    approved_at: datetime | None
    """When the psychologist approved the pack; None: no wave can be opened yet (rule 24)."""
    may_open: bool
    may_approve: bool
    approved_by: Membership | None = None
    """The psychologist who approved it; None: nobody has, or they are not here any more."""


@dataclass(frozen=True, slots=True)
class WaveReach:
    """Whom the invitation of a wave reaches: for the preview."""

    children: int
    families: int
    """Children with at least one representative in the bot."""
    adults: int
    limited_families: int
    closed: int


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How far a group has come: children who are in it now."""

    finished: int
    begun: int
    """Also those that are finished, paused or stopped."""
    children: int


@dataclass(frozen=True, slots=True)
class GroupProgress:
    """«12 из 24» of a group."""

    group: GroupLabel
    finished: int
    begun: int
    children: int
    may_see_profile: bool = False
    may_enter: bool = False
    """Whether this person plays one to one with its children and enters paper results."""


@dataclass(frozen=True, slots=True)
class WaveCard:
    """A wave as its staff see it: the groups that this person reaches."""

    wave: Wave
    organisation: Organisation
    title: str
    groups: tuple[GroupProgress, ...]
    may_close: bool
    may_see_codes: bool
    told: int | None = None
    """How many people were invited, right after opening."""
    may_add: bool = False
    """Whether this person may let another group take part: there is one, and the wave is open."""


@dataclass(frozen=True, slots=True)
class GroupsToJoin:
    """Groups of the quiz's age that may join an open wave."""

    wave: Wave
    organisation: Organisation
    groups: tuple[GroupLabel, ...]


@dataclass(frozen=True, slots=True)
class QuizOffer:
    """A child's quiz as one adult finds it."""

    wave: Wave
    organisation: Organisation
    instrument: Instrument
    child_id: ChildId
    child: str
    """The pet name that this adult gave, else the code."""
    attempt: Attempt | None
    refused: Refused | None = None
    """Why it cannot be played by this adult now: a relative, no consent yet, stopped, finished, closed."""


@dataclass(frozen=True, slots=True)
class QuizWaiting:
    """A quiz that waits for children of one adult, as one line says it, however many of them play."""

    title: str
    closes_at: datetime
    zone: str
    begun: bool
    """Whether one of them stands in the middle of it."""


@dataclass(frozen=True, slots=True)
class ChildInWave:
    """A child in an open wave, as far as one look tells whether its quiz waits."""

    slug: str
    version: int
    closes_at: datetime
    status: AttemptStatus | None
    """Of the attempt; None: not begun."""
    mode: Mode | None
    taken_back: bool
    """Whether somebody has ever taken a consent back: who did, and who may give it anew, is a longer story."""


@dataclass(frozen=True, slots=True)
class AgreedChild:
    """An own child for whom a consent stands, as this adult calls it."""

    child_id: ChildId
    child: str


@dataclass(frozen=True, slots=True)
class Play:
    """An attempt as the screen shows it."""

    attempt: Attempt
    instrument: Instrument
    stage: Stage
    stars: int
    of: int
    child: str
    late: bool = False
    """The tap was for an earlier question: nothing was written, this is where the quiz stands."""
    rest_offered: bool = False
    """The time that a child can sit is over: a pause is offered (rule 23)."""
    refused: Refused | None = None
    """The wave was closed, or the quiz was stopped, meanwhile."""


@dataclass(frozen=True, slots=True)
class ParentResult:
    """What the parent reads at the end."""

    attempt: Attempt
    child: str
    text: ParentText


@dataclass(frozen=True, slots=True)
class PastResult:
    """What an own child has finished in a wave that is over: its text can be read again."""

    attempt: Attempt
    child: str
    kind: WaveKind
    school_year: int


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A child in the psychologist's table: a code, no name (rule 30)."""

    attempt: Attempt
    score: Score
    median_seconds: float | None
    """Of an item; below three seconds it is flagged (rule 23)."""
    same_place: bool
    """Six or more answers in the same place, or in a left-to-right run."""


@dataclass(frozen=True, slots=True)
class CodePage:
    """A page of the psychologist's table."""

    wave: Wave
    organisation: Organisation
    lines: tuple[CodeLine, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class GroupProfile:
    """A group's results for its teacher: only with five children and more (rule 30)."""

    wave: Wave
    group: GroupLabel
    n: int
    levels: Mapping[Criterion, Mapping[Level, int]] | None
    """None: too few children."""
    totals: Mapping[Level, int] | None
    helped_much: int
    """Played with much help: counted, and left out of the levels."""
    unclear: int
    """Too little was answered."""
    modes: Mapping[Mode, int] | None = None
    """How many of the `n` were played at home, one to one, on paper (rule 24)."""
    alone: Mapping[Level, int] | None = None
    """Д without what the adult said (rule 18); None with the other levels."""
    helped_little: int = 0
    may_enter: bool = False


@dataclass(frozen=True, slots=True)
class QuizInvitation:
    """An open wave as a notice tells one adult of it: one message, however many children."""

    wave: Wave
    organisation: Organisation
    instrument: Instrument
    groups: tuple[GroupLabel, ...]
    """Groups of this adult's own children who are asked."""
    children: tuple[ChildId, ...]
    """Those of them who may still play."""


@dataclass(frozen=True, slots=True)
class WaveChild:
    """A child of a wave as staff find it who play one to one or enter paper results: a code, no name."""

    wave: Wave
    organisation: Organisation
    group: GroupLabel
    child_id: ChildId
    number: int
    attempt: Attempt | None
    consent: bool
    """Whether a representative's consent stands."""
    form: FormLetter | None = None
    """The form that the child has in this wave; None: drawn when it begins."""


@dataclass(frozen=True, slots=True)
class WaveChildren:
    """A page of a group's children."""

    wave: Wave
    organisation: Organisation
    group: GroupLabel
    lines: tuple[WaveChild, ...]
    page: int
    more: bool
