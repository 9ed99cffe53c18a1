"""A group joins an open wave: which one, and whom its invitation reaches."""

from domain.actions.waves import AddGroup, MoreGroups, OpenWave
from domain.quiz_views import GroupsToJoin, WaveReach
from screens.base import Button, Joined, Phrase, Screen, Style, say, screen
from screens.common import menu_button
from screens.paging import page_of, turning
from screens.waves import group_words, reached


def waiting(view: GroupsToJoin, number: int = 0) -> Screen:
    """The groups that do not take part yet."""
    wave = view.wave.id
    rows = [
        (Button(group_words(group), AddGroup(wave, group.id, sure=False)),)
        for group in page_of(view.groups, number)
    ]
    return screen(
        say("waves-add-ask", kind=view.organisation.kind.value),
        rows=(
            *rows,
            *turning(len(view.groups), number, lambda at: MoreGroups(wave, at)),
            (Button(say("button-back"), OpenWave(wave)), menu_button()),
        ),
    )


def sure(view: GroupsToJoin, reach: WaveReach) -> Screen:
    """Before it takes part: exact numbers, asked once."""
    wave, group = view.wave.id, view.groups[0]
    return screen(
        say("waves-add-title", group=group_words(group)),
        Joined(tuple(reached(reach))),
        rows=(
            (Button(say("waves-button-add-yes"), AddGroup(wave, group.id, sure=True), style=Style.SUCCESS),),
            (Button(say("button-back"), MoreGroups(wave)), menu_button()),
        ),
    )


def added_word(told: int | None) -> Phrase:
    """«Группа добавлена», and how many people are invited; None: a moment ago by the same tap."""
    if told is None:
        return say("waves-added")
    return say("waves-added-told", adults=told) if told else say("waves-added-nobody")
