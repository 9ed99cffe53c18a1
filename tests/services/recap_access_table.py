"""Who may look back at an event and write its recap: its staff; its faces are of those who were there."""

from collections.abc import Awaitable, Callable
from typing import Any

from domain.history import Sought
from domain.recaps import Came, Mood
from sandbox.acts.sharing import sample_picture
from tests.services.crowd import (
    EVERYBODY,
    OF_FAMILY,
    OF_ORGANISATION,
    OF_RAYS,
    OF_STAFF,
    ON_OTHER_DAYS,
    Crowd,
)
from tests.services.crowd_recaps import SHEET

FOR_SUN = OF_ORGANISATION | {"teacher", "substitute"}
FOR_RAYS = OF_ORGANISATION | OF_RAYS
FOR_BOTH = OF_ORGANISATION | {"substitute"}
NOBODY: set[str] = set()
BOTH_CAME = Came(1, child=True)
ALBUM = "https://disk.yandex.ru/d/1"

RECAP_LOOKS: dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]] = {
    "recaps.card": (FOR_SUN, lambda c, a: c.do.recaps.card(a, c.recaps.past)),
    "recaps.card: both": (OF_STAFF, lambda c, a: c.do.recaps.card(a, c.recaps.of_both)),
    "recaps.card: ahead": (NOBODY, lambda c, a: c.do.recaps.card(a, c.event)),
    "recaps.marks": (FOR_SUN, lambda c, a: c.do.recaps.marks(a, c.recaps.past)),
    "recaps.marks: both": (OF_STAFF, lambda c, a: c.do.recaps.marks(a, c.recaps.of_both)),
    "recaps.preview_thanks": (FOR_SUN, lambda c, a: c.do.recaps.preview_thanks(a, c.recaps.past)),
    "recaps.preview_thanks: both": (FOR_BOTH, lambda c, a: c.do.recaps.preview_thanks(a, c.recaps.of_both)),
    "recap_thanks.look": (OF_FAMILY, lambda c, a: c.do.recap_thanks.look(a, c.recaps.thanked)),
    "recap_thanks.look: not thanked": (NOBODY, lambda c, a: c.do.recap_thanks.look(a, c.recaps.past)),
    "event_pictures.page": (FOR_SUN, lambda c, a: c.do.event_pictures.page(a, c.recaps.past)),
    "event_pictures.may_add": (FOR_SUN, lambda c, a: c.do.event_pictures.may_add(a, c.recaps.past)),
    "event_pictures.may_add: both": (FOR_BOTH, lambda c, a: c.do.event_pictures.may_add(a, c.recaps.of_both)),
    "event_pictures.for_invited": (
        OF_FAMILY,
        lambda c, a: c.do.event_pictures.for_invited(a, c.recaps.thanked),
    ),
    "event_pictures.for_invited: not thanked": (
        NOBODY,
        lambda c, a: c.do.event_pictures.for_invited(a, c.recaps.past),
    ),
    "lesson_sheets.look": (
        OF_ORGANISATION | {"teacher", "substitute"} | ON_OTHER_DAYS,
        lambda c, a: c.do.lesson_sheets.look(a, c.recaps.lesson),
    ),
    "lesson_sheets.look: no lesson": (NOBODY, lambda c, a: c.do.lesson_sheets.look(a, c.recaps.past)),
    "lesson_sheets.awaited": (EVERYBODY, lambda c, a: c.do.lesson_sheets.awaited(a)),
    "event_history.page": (OF_STAFF, lambda c, a: c.do.event_history.page(a, c.organisation_id, Sought())),
    "event_history.page: sun": (
        FOR_SUN,
        lambda c, a: c.do.event_history.page(a, c.organisation_id, Sought(group_id=c.sun)),
    ),
    "event_history.table": (OF_STAFF, lambda c, a: c.do.event_history.table(a, c.organisation_id, Sought())),
}
RECAP_CHANGES: dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]] = {
    "recaps.mark": (FOR_SUN, lambda c, a: c.do.recaps.mark(a, c.recaps.past, c.children[1], BOTH_CAME)),
    "recaps.mark: of rays": (
        FOR_RAYS,
        lambda c, a: c.do.recaps.mark(a, c.recaps.of_both, c.children[4], BOTH_CAME),
    ),
    "recaps.mark: not invited": (
        NOBODY,
        lambda c, a: c.do.recaps.mark(a, c.recaps.past, c.children[4], BOTH_CAME),
    ),
    "recaps.mark: ahead": (NOBODY, lambda c, a: c.do.recaps.mark(a, c.event, c.children[1], BOTH_CAME)),
    "recaps.mark_all_who_said": (FOR_SUN, lambda c, a: c.do.recaps.mark_all_who_said(a, c.recaps.past)),
    "recaps.write_result": (FOR_SUN, lambda c, a: c.do.recaps.write_result(a, c.recaps.past, "Хорошо")),
    "recaps.write_result: both": (
        FOR_BOTH,
        lambda c, a: c.do.recaps.write_result(a, c.recaps.of_both, "Хорошо"),
    ),
    "recaps.set_album": (FOR_SUN, lambda c, a: c.do.recaps.set_album(a, c.recaps.past, ALBUM)),
    "recaps.set_album: both": (FOR_BOTH, lambda c, a: c.do.recaps.set_album(a, c.recaps.of_both, ALBUM)),
    "recaps.thank": (FOR_SUN, lambda c, a: c.do.recaps.thank(a, c.recaps.past)),
    "recaps.thank: both": (FOR_BOTH, lambda c, a: c.do.recaps.thank(a, c.recaps.of_both)),
    "event_pictures.add": (
        FOR_SUN,
        lambda c, a: c.do.event_pictures.add(a, c.recaps.past, sample_picture(8, 8)),
    ),
    "event_pictures.add: both": (
        FOR_BOTH,
        lambda c, a: c.do.event_pictures.add(a, c.recaps.of_both, sample_picture(8, 8)),
    ),
    "event_pictures.remove": (
        FOR_SUN,
        lambda c, a: c.do.event_pictures.remove(a, c.recaps.past, c.recaps.picture),
    ),
    "lesson_sheets.fill": (
        {"methodist", "teacher", "substitute"} | ON_OTHER_DAYS,
        lambda c, a: c.do.lesson_sheets.fill(a, c.recaps.lesson, SHEET),
    ),
    "recap_thanks.feel": (OF_FAMILY, lambda c, a: c.do.recap_thanks.feel(a, c.recaps.thanked, Mood.JOY)),
    "recap_thanks.feel: not thanked": (
        NOBODY,
        lambda c, a: c.do.recap_thanks.feel(a, c.recaps.past, Mood.JOY),
    ),
}
RECAP_ONCE = {
    *("recaps.mark_all_who_said", "recaps.thank", "recaps.thank: both"),
    *("event_pictures.add", "event_pictures.add: both", "event_pictures.remove"),
}
