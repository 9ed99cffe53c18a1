"""`python -m bot content …`: whether a file of questions can be used, in words for whoever writes questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from content import days, events, professions
from content.faults import Fault
from content.pictures import pictures
from content.quizzes import listed
from content.quizzes.reading import examine
from domain.quizzes import FormLetter, Instrument
from screens.base import Phrase, say


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in a file."""

    lines: tuple[Phrase | str, ...]
    sound: bool


def check_file(file: Path) -> Verdict:
    """Everything that is wrong with a file of `content/`, or that it is sound.

    Raises `OSError` for a file that cannot be read.
    """
    if professions.is_catalogue(file):
        cards, faults = professions.examine(file, pictures())
        well = say("content-professions-well", file=file.name, cards=cards)
        return _faulty(faults) if faults else Verdict((well,), sound=True)
    if file.name == events.FILE.name:
        templates, faults = events.examine(file)
        well = say("content-templates-well", file=file.name, templates=len(templates))
        return _faulty(faults) if faults else Verdict((well,), sound=True)
    if file.name == days.FILE.name:
        known, faults = days.examine(file)
        well = say("content-days-well", file=file.name, days=len(known))
        return _faulty(faults) if faults else Verdict((well,), sound=True)
    instrument, faults = examine(file, pictures())
    if faults:
        return _faulty(faults)
    if instrument is None:
        return Verdict((say("content-what-file"),), sound=False)
    return _published(file, instrument)


def _faulty(faults: Sequence[Fault]) -> Verdict:
    lines = (*(_line(one) for one in faults), say("content-mend", faults=len(faults)))
    return Verdict(lines, sound=False)


def _line(fault: Fault) -> Phrase:
    what = Phrase(f"content-fault-{fault.kind.value}", fault.args)
    if fault.example:
        what = say("content-example", what=what, example=fault.example)
    if not fault.where:
        return say("content-line-whole", line=str(fault.line), what=what)
    return say("content-line", line=str(fault.line), where=fault.where, what=what)


def _published(file: Path, instrument: Instrument) -> Verdict:
    """A sound file; a published one that has changed is refused, one that is not listed yet is told how."""
    known = listed(file.parent).get(file.name)
    if known is not None and known != instrument.sha256:
        next_version = f"{instrument.slug}.v{instrument.version + 1}.yaml"
        return Verdict((say("content-changed", file=next_version),), sound=False)
    return Verdict(tuple(_sound(file, instrument, published=known is not None)), sound=True)


def _sound(file: Path, instrument: Instrument, *, published: bool) -> Iterator[Phrase | str]:
    weighed = {
        letter: sum(item.criterion is not None for item in form) for letter, form in instrument.forms.items()
    }
    items = {item.id for form in instrument.forms.values() for item in form}
    yield say(
        "content-quiz-well",
        title=instrument.title,
        version=str(instrument.version),
        a=str(weighed[FormLetter.A]),
        b=str(weighed[FormLetter.B]),
        items=str(len(items)),
    )
    if not published:
        yield say("content-unlisted", list="published.sha256")
        yield f"{instrument.sha256}  {file.name}"
