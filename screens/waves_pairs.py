"""«С начала года до конца»: the pairs of a closed final wave, in counts alone (rules 24, 29, 30)."""

from domain.actions.wave_pairs import OpenPairs
from domain.actions.waves import OpenWave
from domain.attempts import Mode
from domain.scoring import Level
from domain.wave_cells import Measure
from domain.wave_pairs import FEWEST, Fate, Pairing, PairsPage, PairSummary
from domain.waves import WaveKind
from screens.base import Button, Joined, Phrase, Rows, Screen, in_rows, say, screen
from screens.common import menu_button
from screens.paging import page_of, turning
from screens.waves import group_words

COLUMNS = 2
_SIDES = (Measure.TOTAL, Measure.KNOWLEDGE, Measure.MOTIVE, Measure.ACTION, Measure.ACTION_OWN)


def pairs(view: PairsPage, page: int = 0) -> Screen:
    """How many pairs there are, where they began and ended, who is in none; or why there are none."""
    wave, found = view.wave, view.summary
    body: list[Phrase | Joined] = [say("waves-pairs-title")]
    if view.group is not None:
        body.append(say("waves-pairs-group", group=group_words(view.group)))
    if view.pairing is not Pairing.COUNTED:
        body.append(say("waves-pairs-none", why=view.pairing.value))
    else:
        body += _counted(found)
        if left_out := _left_out(found):
            body.append(left_out)
        body.append(_helped(view))
        if found.n < FEWEST:
            body.append(say("waves-pairs-few"))
        body.append(say("waves-pairs-age"))
    body.append(say("waves-pilot-group"))
    back = OpenWave(wave.id) if view.group is None else OpenPairs(wave.id)
    rows = (*_groups(view, page), (Button(say("button-back"), back), menu_button()))
    return screen(*body, rows=rows)


def _counted(found: PairSummary) -> list[Phrase | Joined]:
    if not found.n:
        return [say("waves-pairs-n", n=0)]
    modes = Joined(
        tuple(
            say("waves-mode-count", mode=mode.value, count=found.modes[mode])
            for mode in Mode
            if found.modes.get(mode)
        ),
        by=", ",
    )
    matrix = [
        say(
            "waves-pairs-row",
            level=start.value,
            **{final.value: found.matrix.get((start, final), 0) for final in Level},
        )
        for start in reversed(Level)
    ]
    sides = [
        say("waves-pairs-side", side=side.value, up=moved.up, same=moved.same, down=moved.down)
        for side in _SIDES
        if (moved := found.directions[side]).up + moved.same + moved.down
    ]
    return [
        Joined((say("waves-pairs-n", n=found.n), say("waves-profile-modes", modes=modes))),
        Joined((say("waves-pairs-levels"), *matrix)),
        Joined((say("waves-pairs-points"), *sides)),
        say("waves-profile-ceiling"),
    ]


def _left_out(found: PairSummary) -> Joined | None:
    lines = [
        say("waves-pairs-fate", fate=fate.value, children=found.left_out[fate])
        for fate in Fate
        if found.left_out.get(fate)
    ]
    return Joined((say("waves-pairs-left-out"), *lines)) if lines else None


def _helped(view: PairsPage) -> Joined:
    lines = [
        say("waves-pairs-help", wave=kind.value, none=told.none, little=told.little, much=told.much)
        for kind in WaveKind
        if (told := view.helped.get(kind)) is not None
    ]
    return Joined((say("waves-pairs-helped"), *lines))


def _groups(view: PairsPage, page: int) -> Rows:
    """The groups one by one, under all of them together; nothing where there is one only."""
    if view.group is not None or len(view.groups) < COLUMNS:
        return ()
    shown = [
        Button(group_words(group), OpenPairs(view.wave.id, group.id)) for group in page_of(view.groups, page)
    ]
    turned = turning(len(view.groups), page, lambda at: OpenPairs(view.wave.id, None, at))
    return (*in_rows(shown, COLUMNS), *turned)
