"""What is told about seats unasked: an offer, an offer that has passed, a seat for everybody."""

from dataclasses import replace

from domain.event_notices import subject_of
from domain.events import Invitation
from screens.base import Joined, Phrase, Screen, say
from screens.events_parents import invitation, own
from screens.seats import is_out

_Body = tuple[Phrase | Joined, ...]


def offered(shown: Invitation) -> Screen:
    """«Для вас освободилось место!», first of all, then what it is about."""
    made = invitation(shown)
    head, rest = _parted(shown, made)
    return _about(shown, replace(made, body=(*head, own(shown), *rest[:-1])))


def lapsed(shown: Invitation) -> Screen:
    """The offer has passed: the family is at the end of the queue, or out of it after the second time."""
    if is_out(shown):
        made = _began(shown, say("seats-notice-dropped"))
        return replace(made, body=made.body[:-1])
    return _began(shown, say("seats-notice-lapsed"))


def given(shown: Invitation) -> Screen:
    """Everybody who waited has a seat."""
    return _began(shown, say("seats-notice-given"))


def _began(shown: Invitation, word: Phrase) -> Screen:
    """The invitation, with a word beneath the name of the group."""
    made = invitation(shown)
    head, rest = _parted(shown, made)
    return _about(shown, replace(made, body=(*head, word, *rest)))


def _parted(shown: Invitation, made: Screen) -> tuple[_Body, _Body]:
    """The head with the group's name, if there is one, and the rest."""
    count = 1 if shown.groups else 0
    return made.body[:count], made.body[count:]


def _about(shown: Invitation, made: Screen) -> Screen:
    return replace(made, subject=subject_of(shown.event.id))
