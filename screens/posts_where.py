"""Where an event or an announcement is posted, and where it can be."""

from collections.abc import Callable

from domain.actions.announcements import OpenAnnouncement
from domain.actions.base import Action
from domain.actions.events import OpenEvent
from domain.actions.posts import OpenPosts, OpenPostsOfWords, PostEvent, PostWords
from domain.announcements import opening_of
from domain.ids import AnnouncementId, BoundChatId, EventId
from domain.outcomes import Refused
from domain.posts import PostLine, PostsOfEvent, PostsOfWords, PostStatus
from screens.base import Button, Joined, Moment, Phrase, Screen, Style, Toast, say, screen
from screens.common import menu_button, refusal
from screens.posts import chats_button, short_title


def of_event(view: PostsOfEvent) -> Screen:
    """Where the event is announced, and where it can be."""
    event, zone = view.event, view.organisation.timezone
    title = say("posts-event-title", title=event.title, when=Moment(event.starts_at, zone))
    return _where(
        *(view, "event", title, lambda chat: PostEvent(event.id, chat)),
        *(OpenPosts(event.id), OpenEvent(event.id)),
    )


def of_words(view: PostsOfWords) -> Screen:
    """The same of an announcement without a date."""
    number = view.words.id
    title = say("posts-words-title", opening=opening_of(view.words.text))
    return _where(
        *(view, "words", title, lambda chat: PostWords(number, chat)),
        *(OpenPostsOfWords(number), OpenAnnouncement(number)),
    )


def wanted(*, anew: bool) -> Toast:
    """«Вешаем»; or it is there already."""
    return Toast(say("posts-wanted" if anew else "posts-wanted-already"))


def not_wanted(refused: Refused) -> Toast:
    """Why not."""
    return Toast(refusal(refused), alert=True)


def posts_button(event_id: EventId) -> Button:
    """«📣 В чаты»."""
    return Button(say("posts-button-event"), OpenPosts(event_id))


def words_button(announcement_id: AnnouncementId) -> Button:
    """The same of an announcement without a date."""
    return Button(say("posts-button-event"), OpenPostsOfWords(announcement_id))


def _where(
    view: PostsOfEvent | PostsOfWords,
    about: str,
    title: Phrase,
    post: Callable[[BoundChatId], Action],
    again: Action,
    back: Action,
) -> Screen:
    body: list[Phrase | Joined] = [title]
    if view.lines:
        body.append(Joined(tuple(_state(line) for line in view.lines)))
        body.append(say(f"posts-{about}-hint"))
    else:
        body.append(say(f"posts-{about}-none" if view.may_bind else f"posts-{about}-none-ask"))
    rows: list[tuple[Button, ...]] = [
        (Button(_ask_button(line), post(line.chat.chat.id), style=Style.PRIMARY),)
        for line in view.lines
        if line.may_ask
    ]
    if view.may_bind:
        rows.append((chats_button(view.organisation.id),))
    if any(line.status in (PostStatus.WANTED, PostStatus.SENDING) for line in view.lines):
        rows.append((Button(say("posts-button-refresh"), again),))
    rows.append((Button(say("button-back"), back), menu_button()))
    return screen(*body, rows=tuple(rows))


def _ask_button(line: PostLine) -> Phrase:
    key = "posts-button-post" if line.status is None else "posts-button-post-again"
    return say(key, title=short_title(line.chat.chat.title))


def _state(line: PostLine) -> Phrase:
    if line.chat.chat.lost_at is not None:
        state = "lost"
    elif line.status is None:
        state = "none"
    else:
        state = line.status.value
    return say("posts-state", title=line.chat.chat.title, state=state)
