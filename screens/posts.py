"""Groups and channels: which are bound, binding another one, and what stands there."""

from domain.actions.posts import (
    BindChat,
    ChatForGroup,
    OpenChat,
    OpenChats,
    UnbindChat,
)
from domain.events import EventStatus, GroupLabel
from domain.ids import OrganisationId
from domain.outcomes import Refused
from domain.people import Organisation
from domain.posts import (
    Bound,
    BoundChat,
    ChatCard,
    ChatKind,
    ChatLine,
    ChatPlaces,
    ChatsPage,
    LostChat,
    PostedEvent,
    PostedWords,
)
from screens.base import (
    Button,
    ChatKeyboard,
    ChatWish,
    Joined,
    Phrase,
    Screen,
    Style,
    Toast,
    say,
    screen,
)
from screens.common import menu_button, refusal
from screens.events_facts import facts
from screens.events_parents import heading
from screens.paging import turning_on

GROUP, CHANNEL = 1, 2
"""What the person was asked to choose: numbers of the two buttons of the keyboard."""
NO = say("posts-key-cancel")
"""The third one."""
TITLE_ON_BUTTON = 36


def chats(view: ChatsPage) -> Screen:
    """The list of bound chats."""
    here = view.organisation
    body: list[Phrase | Joined] = [say("posts-chats-title", organisation=here.name)]
    body.append(say("posts-chats-hint" if view.lines or view.page else "posts-chats-empty"))
    rows: list[tuple[Button, ...]] = [
        (Button(_on_button(line), OpenChat(line.chat.id)),) for line in view.lines
    ]
    rows += turning_on(view.page, lambda at: OpenChats(here.id, at), more=view.more)
    rows.append((Button(say("posts-button-bind"), BindChat(here.id), style=Style.PRIMARY),))
    rows.append((menu_button(),))
    return screen(*body, rows=tuple(rows))


def chat(view: ChatCard) -> Screen:
    """One bound chat."""
    here, bound = view.organisation, view.line.chat
    rows = [
        (Button(say("posts-button-unbind"), UnbindChat(bound.id), style=Style.DANGER),),
        (Button(say("button-back"), OpenChats(here.id)), menu_button()),
    ]
    if bound.lost_at is not None:
        again = ChatForGroup(here.id, bound.group_id)
        rows.insert(0, (Button(say("posts-button-bind-again"), again, style=Style.PRIMARY),))
    return screen(_described(view.line, here), rows=tuple(rows))


def unbind_sure(view: ChatCard) -> Screen:
    """Asks once."""
    bound = view.line.chat
    return screen(
        say("posts-unbind-sure", title=bound.title, kind=_kind(bound)),
        rows=(
            (Button(say("posts-button-unbind-yes"), UnbindChat(bound.id, sure=True), style=Style.DANGER),),
            (Button(say("button-back"), OpenChat(bound.id)),),
        ),
    )


def unbound() -> Toast:
    """«Чат отключён»."""
    return Toast(say("posts-unbound"))


def places(view: ChatPlaces) -> Screen:
    """For whom is the chat?"""
    here = view.organisation
    rows: list[tuple[Button, ...]] = [
        (Button(_group(group), ChatForGroup(here.id, group.id)),) for group in view.groups
    ]
    if view.whole:
        rows.append((Button(say("posts-place-whole", kind=here.kind.value), ChatForGroup(here.id)),))
    rows.append((Button(say("button-back"), OpenChats(here.id)), menu_button()))
    return screen(say("posts-place-question"), rows=tuple(rows))


def ask(here: Organisation, group: GroupLabel | None) -> Screen:
    """How to choose a chat, and the keyboard to do it with."""
    return Screen(
        body=(
            say("posts-ask-title", whose=_whose(group, here)),
            say("posts-ask-how"),
            say("posts-ask-privacy"),
        ),
        asks=ChatKeyboard(
            (
                ChatWish(GROUP, say("posts-key-group"), channel=False),
                ChatWish(CHANNEL, say("posts-key-channel"), channel=True),
            ),
            NO,
        ),
        fresh=True,
    )


def bound(view: Bound) -> Screen:
    """«Чат подключён»; the keyboard is put away."""
    line = view.card.line
    body: list[Phrase | Joined] = [
        say(
            "posts-bound",
            title=line.chat.title,
            whose=_whose(line.group, view.card.organisation),
            kind=_kind(line.chat),
        ),
        say("posts-bound-next"),
    ]
    if view.warns:
        body.append(say("posts-bound-warning"))
    return Screen(body=tuple(body), clears=True, fresh=True)


def bound_already() -> Screen:
    """The same, when the bot was stopped before it could say so."""
    return Screen(body=(say("forms-already-done"),), clears=True, fresh=True)


def cannot(refused: Refused) -> Screen:
    """Why this chat cannot be bound, and what to press in the messenger; the keyboard is put away."""
    return Screen(body=(say("forms-hint", reason=refusal(refused)),), clears=True, fresh=True)


def put_away() -> Screen:
    """The keyboard is put away: nothing was chosen."""
    return Screen(body=(say("posts-not-chosen"),), clears=True, fresh=True)


def outdated() -> Screen:
    """A chat was chosen by an old keyboard: nobody knows any more for whom."""
    return Screen(body=(say("posts-outdated"),), clears=True, fresh=True)


def announcement(shown: PostedEvent, link: str) -> Screen:
    """What stands in the chat: the event, and the way to the bot; no names and no counts, for anybody reads it."""
    event = shown.event
    body: list[Phrase | Joined] = [heading(shown.groups)] if shown.groups else []
    body.append(facts(event, shown.zone))
    if event.status is EventStatus.CANCELLED:
        return screen(say("posts-post-cancelled"), *body)
    return screen(
        *body,
        say("posts-post-answer"),
        rows=((Button(say("posts-post-button"), url=link),),),
    )


def words(shown: PostedWords, link: str) -> Screen:
    """The same of an announcement without a date: its words, and where they stay; its picture is in the bot."""
    if shown.taken_back:
        return screen(say("announcements-taken-back"))
    return screen(
        heading(shown.groups) if shown.groups else say("announcements-heading"),
        say("announcements-text", text=shown.words.text),
        rows=((Button(say("posts-words-button"), url=link),),),
    )


def lost(news: LostChat) -> Screen:
    """To whoever bound the chat: the bot cannot post there any more."""
    line = news.line
    return screen(
        say(
            "posts-notice-lost",
            title=line.chat.title,
            whose=_whose(line.group, news.organisation),
            kind=_kind(line.chat),
        ),
        _why(line.chat),
        rows=((Button(say("posts-button-open"), OpenChat(line.chat.id)), menu_button()),),
    )


def chats_button(organisation_id: OrganisationId) -> Button:
    """«📣 Чаты и каналы»."""
    return Button(say("posts-button-chats"), OpenChats(organisation_id))


def _described(line: ChatLine, here: Organisation) -> Joined:
    bound_chat = line.chat
    parts = [
        say("posts-chat-title", title=bound_chat.title),
        say("posts-chat-whose", kind=_kind(bound_chat), whose=_whose(line.group, here)),
    ]
    if bound_chat.lost_at is None:
        parts.append(say("posts-chat-well"))
    else:
        parts.append(_why(bound_chat))
    return Joined(tuple(parts))


def _why(lost_chat: BoundChat) -> Phrase:
    why = lost_chat.lost_why
    return say("posts-lost-why", why="other" if why is None else why.value, kind=_kind(lost_chat))


def _kind(bound_chat: BoundChat) -> str:
    return "channel" if bound_chat.kind is ChatKind.CHANNEL else "group"


def _whose(group: GroupLabel | None, here: Organisation) -> Phrase:
    return say("posts-place-whole", kind=here.kind.value) if group is None else _group(group)


def _group(group: GroupLabel) -> Phrase:
    return say("people-group", emoji=group.emoji, name=group.name)


def _on_button(line: ChatLine) -> Phrase:
    mark = "⚠️" if line.chat.lost_at is not None else "🏠" if line.group is None else line.group.emoji
    return say("posts-chat-line", mark=mark, title=short_title(line.chat.title))


def short_title(title: str) -> str:
    """A title of a chat as it fits on a button."""
    return title if len(title) <= TITLE_ON_BUTTON else title[: TITLE_ON_BUTTON - 1].rstrip() + "…"
