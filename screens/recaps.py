"""What is written after an event: the card of its recap, the families that came, thanks before they go out."""

from dataclasses import replace

from domain.actions.events import OpenEvent
from domain.actions.recaps import (
    AddAlbum,
    AskThanks,
    MarkAllWhoSaid,
    MarkFamily,
    OpenMarks,
    OpenPictures,
    OpenRecap,
    Thank,
    WriteResult,
)
from domain.event_pictures import MOST_PICTURES
from domain.events import Event
from domain.lesson_sheets import has_sheet
from domain.outcomes import Refused
from domain.people import Organisation, child_code
from domain.recaps import (
    ENOUGH_MOODS,
    Came,
    Counted,
    FamilyMark,
    MarksPage,
    Mood,
    Recap,
    RecapCard,
    ThanksPreview,
    next_tap,
)
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, Toast, in_rows, say, screen
from screens.common import menu_button, refusal
from screens.paging import turning_on
from screens.recaps_sheets import button as sheet_button

FACES = {Mood.JOY: "😀", Mood.FINE: "🙂", Mood.SO_SO: "😐"}


def card(view: RecapCard, word: Phrase | None = None) -> Screen:
    """What has been written, and what may still be; `word` says above it what has just happened."""
    event, recap = view.event, view.recap
    body: list[Phrase | Joined] = [] if word is None else [word]
    body += [_title("recaps-title", event, view.organisation), counts(view.counted), *written(recap)]
    if view.moods:
        body.append(_moods(view))
    if recap.thanked_at is not None:
        body.append(say("recaps-thanked", when=Moment(recap.thanked_at, view.organisation.timezone)))
    if view.may_write and view.may_mark and recap.thanked_at is None:
        body.append(say("recaps-order"))
    return screen(*body, rows=_rows(view))


def marks(view: MarksPage, word: Phrase | None = None) -> Screen:
    """Families by code, each a button that turns to what the next tap makes of it."""
    event = view.event
    buttons = [_family(event, mark, view.page) for mark in view.shown]
    rows: list[tuple[Button, ...]] = []
    if view.unmarked:
        label = say("recaps-button-all", families=view.unmarked)
        rows.append((Button(label, MarkAllWhoSaid(event.id), style=Style.PRIMARY),))
    rows += in_rows(buttons, 2)
    rows += turning_on(view.page, lambda at: OpenMarks(event.id, at), more=view.more)
    rows.append((Button(say("button-back"), OpenRecap(event.id)), menu_button()))
    made = screen(
        *(() if word is None else (word,)),
        _title("recaps-marks-title", event, view.organisation),
        counts(view.counted),
        say("recaps-marks-hint") if view.shown else say("events-attendance-empty"),
        say("events-fleeting"),
        rows=tuple(rows),
    )
    return replace(made, fleeting=True)


def marked_all(count: int | None = None) -> Phrase:
    """«Отметили»; None: a moment ago by the same tap."""
    return say("recaps-all-marked") if count is None else say("recaps-all-marked-count", families=count)


def confirm_thanks(view: ThanksPreview) -> Screen:
    """Asks once: what goes out, and to how many."""
    lines = [say("recaps-thanks-told", adults=view.adults)]
    if view.limited_families:
        lines.append(say("events-reach-limited", families=view.limited_families))
    return screen(
        _title("recaps-thanks-question", view.event, view.organisation),
        *(written(view.recap) or (say("recaps-thanks-bare"),)),
        *((say("recaps-thanks-pictures", count=view.pictures),) if view.pictures else ()),
        Joined(tuple(lines)),
        say("recaps-thanks-once"),
        rows=(
            (Button(say("recaps-button-thanks-yes"), Thank(view.event.id), style=Style.PRIMARY),),
            (Button(say("button-back"), OpenRecap(view.event.id)),),
        ),
    )


def thanked(count: int | None = None) -> Phrase:
    """«Спасибо отправлено»; None: a moment ago by the same tap."""
    return say("recaps-thanks-sent") if count is None else say("recaps-thanks-sent-to", adults=count)


def refused_word(refused: Refused) -> Phrase:
    """Why nothing was written, above the card as it is."""
    return say("forms-hint", reason=refusal(refused))


def refused_toast(refused: Refused) -> Toast:
    """The same where there is no card yet."""
    return Toast(refusal(refused), alert=True)


def counts(counted: Counted) -> Phrase:
    """How many came; or that nobody is marked."""
    if not counted.families:
        return say("recaps-counted-none")
    return say("recaps-counted", families=counted.families, adults=counted.adults, children=counted.children)


def written(recap: Recap) -> tuple[Phrase, ...]:
    """The line of result and the link to the album, as far as there are any."""
    lines = []
    if recap.result is not None:
        lines.append(say("recaps-result", result=recap.result))
    if recap.album_url is not None:
        lines.append(say("recaps-album", link=recap.album_url))
    return tuple(lines)


def button(event: Event) -> Button:
    """«📝 Итоги» on the card of an event that has begun."""
    return Button(say("recaps-button"), OpenRecap(event.id))


def _rows(view: RecapCard) -> Rows:
    event, recap = view.event, view.recap
    rows: list[tuple[Button, ...]] = []
    if view.may_mark:
        rows.append((Button(say("recaps-button-marks"), OpenMarks(event.id)),))
    if view.may_write:
        rows.append(
            (
                Button(say("recaps-button-result"), WriteResult(event.id)),
                Button(say("recaps-button-album"), AddAlbum(event.id)),
            )
        )
    if view.may_write or view.pictures:
        label = say("recaps-button-pictures", count=view.pictures, most=MOST_PICTURES)
        rows.append((Button(label, OpenPictures(event.id)),))
    if has_sheet(event):
        rows.append((sheet_button(event.id),))
    if view.may_write and recap.thanked_at is None and view.counted.families:
        rows.append((Button(say("recaps-button-thanks"), AskThanks(event.id), style=Style.PRIMARY),))
    return (*rows, (Button(say("button-back"), OpenEvent(event.id)), menu_button()))


def _moods(view: RecapCard) -> Phrase:
    said = sum(view.moods.values())
    if said < ENOUGH_MOODS:
        return say("recaps-moods-few", count=said, enough=ENOUGH_MOODS)
    return say(
        "recaps-moods",
        faces=Joined(tuple(f"{face} {view.moods.get(mood, 0)}" for mood, face in FACES.items()), by=" · "),
    )


def _family(event: Event, mark: FamilyMark, page: int) -> Button:
    after = next_tap(mark.came, mark.said)
    action = MarkFamily(event.id, mark.child_id, after.adults, after.child, page)
    code = child_code(mark.number)
    if mark.came is not None:
        label = say("recaps-family-came", code=code, who=_who(mark.came))
    elif mark.said is not None:
        label = say("recaps-family-said", code=code)
    else:
        label = say("recaps-family", code=code)
    return Button(label, action)


def _who(came: Came) -> str:
    adults = f"👤{came.adults}" if came.adults else ""
    return " ".join(part for part in (adults, "🧒" if came.child else "") if part)


def _title(key: str, event: Event, organisation: Organisation) -> Phrase:
    return say(key, title=event.title, when=Moment(event.starts_at, organisation.timezone))
