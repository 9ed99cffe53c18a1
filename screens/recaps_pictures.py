"""Pictures of an event that was: looked at, added one by one after a question, taken away."""

from dataclasses import replace

from domain.actions.recaps import (
    AddPictures,
    ForgetPicture,
    KeepPicture,
    OpenPictures,
    OpenRecap,
    RemovePicture,
    ShowPictures,
)
from domain.event_pictures import MOST_PICTURES, PicturePage, ShownPicture
from domain.events import Event
from domain.ids import EventId
from domain.outcomes import Refused
from domain.people import Organisation
from screens.base import Button, Joined, Moment, Phrase, Picture, Rows, Screen, Style, Toast, say, screen
from screens.common import menu_button, refusal
from screens.events_parents import mine_button
from screens.paging import turning_on

NAME = "picture"
"""How the file is called while it travels."""


def page(view: PicturePage, content: bytes | None, word: Phrase | None = None) -> Screen:
    """One of the pictures with its place among the others, or that there is none; `word`: what has just happened."""
    event = view.event
    head: list[Phrase | Joined] = [] if word is None else [word]
    head.append(_title(event, view.organisation))
    rows: list[tuple[Button, ...]] = []
    if view.shown is None:
        head.append(say("recaps-pictures-none"))
    else:
        head.append(say("recaps-picture-place", number=view.number, count=view.count))
        rows += turning_on(
            view.number - 1, lambda at: OpenPictures(event.id, at + 1), more=view.number < view.count
        )
    if view.may_write:
        remove: tuple[Button, ...] = ()
        if view.shown is not None:
            gone = RemovePicture(event.id, view.shown.id, view.number)
            remove = (Button(say("recaps-button-remove-picture"), gone),)
        add = (Button(say("recaps-button-add-picture"), AddPictures(event.id)),)
        rows.append((*(add if view.count < MOST_PICTURES else ()), *remove))
    rows.append((Button(say("button-back"), OpenRecap(event.id)), menu_button()))
    return _pictured(head, tuple(rows), view.shown.sha256 if view.shown else None, content)


def remove_sure(view: PicturePage, content: bytes | None) -> Screen:
    """Asks once."""
    event, shown = view.event, view.shown
    rows: Rows = ((Button(say("button-back"), OpenPictures(event.id, view.number)),),)
    if shown is not None:
        gone = RemovePicture(event.id, shown.id, view.number, sure=True)
        rows = ((Button(say("recaps-button-remove-picture-yes"), gone, style=Style.DANGER),), *rows)
    return _pictured([say("recaps-picture-remove")], rows, shown.sha256 if shown else None, content)


def send_them(view: PicturePage) -> Screen:
    """What may be sent, and what is asked of each."""
    return replace(
        screen(
            _title(view.event, view.organisation),
            say("recaps-pictures-send", left=MOST_PICTURES - view.count),
            rows=(_done(view.event.id),),
        ),
        fresh=view.shown is not None,
    )


def question(event_id: EventId, title: str, message_id: int, more: int) -> Screen:
    """«На снимке нет ни детей, ни лиц?», below the very picture (rule 11); `more` wait behind it."""
    return replace(
        screen(
            say("recaps-picture-question", title=title),
            *((say("recaps-picture-more", count=more),) if more else ()),
            rows=(
                (
                    Button(
                        say("recaps-button-picture-keep"),
                        KeepPicture(event_id, message_id),
                        style=Style.SUCCESS,
                    ),
                ),
                (
                    Button(
                        say("recaps-button-picture-forget"),
                        ForgetPicture(event_id, message_id),
                        style=Style.DANGER,
                    ),
                ),
            ),
        ),
        fresh=True,
        replies_to=message_id,
    )


def kept(count: int) -> Phrase:
    """«Сохранили: снимок 4 из 10»."""
    return say("recaps-picture-kept", count=count, most=MOST_PICTURES)


def forgotten() -> Phrase:
    """«Не сохранили»."""
    return say("recaps-picture-forgotten")


def removed() -> Phrase:
    """«Снимок убрали»."""
    return say("recaps-picture-removed")


def said(event_id: EventId, word: Phrase, *, last: bool) -> Screen:
    """What became of a picture; below the last one, where to go on. The others have their questions below."""
    if not last:
        return screen(word)
    return screen(word, say("recaps-picture-further"), rows=(_done(event_id),))


def not_taken(event_id: EventId, refused: Refused) -> Screen:
    """Why what was sent is not kept."""
    return screen(say("forms-hint", reason=refusal(refused)), rows=(_done(event_id),))


def closed() -> Screen:
    """A picture was sent for which nobody waits any more."""
    return screen(say("recaps-pictures-closed"), rows=((menu_button(),),))


def not_shown(event_id: EventId) -> Screen:
    """Telegram or the network did not carry the picture."""
    return replace(screen(say("recaps-picture-not-shown"), rows=(_done(event_id),)), fresh=True)


def for_invited(shown: ShownPicture, content: bytes | None, *, fresh: bool) -> Screen:
    """One of the pictures as families see it."""
    event = shown.event
    head = [
        say("recaps-pictures-shown", title=event.title, when=Moment(event.starts_at, shown.zone, "day")),
        say("recaps-picture-place", number=shown.number, count=shown.count),
    ]
    pages = turning_on(
        shown.number - 1, lambda at: ShowPictures(event.id, at + 1), more=shown.number < shown.count
    )
    made = _pictured([*head], (*pages, (mine_button(fresh=True), menu_button())), shown.sha256, content)
    return replace(made, fresh=fresh)


def none_any_more() -> Toast:
    """All of them were taken away meanwhile."""
    return Toast(say("recaps-pictures-none-any-more"), alert=True)


def not_carried() -> Screen:
    """The same as `not_shown`, for families."""
    return replace(screen(say("recaps-picture-not-shown"), rows=((menu_button(),),)), fresh=True)


def _pictured(body: list[Phrase | Joined], rows: Rows, sha256: str | None, content: bytes | None) -> Screen:
    if sha256 is not None and content is None:
        body = [*body, say("recaps-picture-lost")]
    made = screen(*body, rows=rows)
    if sha256 is None or content is None:
        return made
    return replace(made, picture=Picture(content, NAME, sha256))


def _done(event_id: EventId) -> tuple[Button, ...]:
    return (Button(say("recaps-button-pictures-done"), OpenPictures(event_id, MOST_PICTURES)), menu_button())


def _title(event: Event, organisation: Organisation) -> Phrase:
    return say(
        "recaps-pictures-title", title=event.title, when=Moment(event.starts_at, organisation.timezone, "day")
    )
