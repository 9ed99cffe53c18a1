"""Chats: bound by the keyboard below, listed, let go; and what is posted in them."""

from aiogram import Bot, F, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.actions.posts import (
    BindChat,
    ChatForGroup,
    OpenChat,
    OpenChats,
    OpenPosts,
    OpenPostsOfWords,
    PostEvent,
    PostWords,
    UnbindChat,
)
from domain.ids import AnnouncementId, EventId
from domain.outcomes import AlreadyDone, Forbidden, Missing, Reason, Refused
from domain.people import Actor
from domain.posts import Bound, ChatPlaces
from handlers.common.below import Asked, Below
from handlers.common.filters import Known, Tap
from handlers.common.forms import Forms
from locales import LOCALES, texts_for
from messenger.chats import look_at
from messenger.show import Show
from screens import posts as screens
from screens import posts_where as where
from screens.base import Toast
from screens.render import plain
from services.announcement_posts import AnnouncementPosts
from services.bound_chats import BoundChats
from services.event_posts import EventPosts


class SaysNo(Filter):
    """The button of the keyboard below that says «no» in words, in whichever language it was laid out."""

    async def __call__(self, message: Message) -> bool:
        """Whether it was pressed, or typed."""
        return any(message.text == plain(screens.NO, texts_for(locale)) for locale in LOCALES)


async def listed(
    _: CallbackQuery, action: OpenChats, actor: Actor, bound_chats: BoundChats, show: Show
) -> None:
    """«📣 Чаты и каналы»."""
    await show(screens.chats(await bound_chats.page(actor, action.organisation_id, action.page)))


async def one(_: CallbackQuery, action: OpenChat, actor: Actor, bound_chats: BoundChats, show: Show) -> None:
    """A chat of the list."""
    await show(screens.chat(await bound_chats.card(actor, action.chat_id)))


async def bind(
    _: CallbackQuery,
    action: BindChat,
    actor: Actor,
    bound_chats: BoundChats,
    show: Show,
    state: FSMContext,
    forms: Forms,
) -> None:
    """«➕ Подключить чат»; somebody with one group is not asked for whom."""
    view = await bound_chats.places(actor, action.organisation_id)
    if view.whole or len(view.groups) != 1:
        await show(screens.places(view))
        return
    await _ask(view, Asked(action.organisation_id, view.groups[0].id), show, state, forms)


async def ask(
    _: CallbackQuery,
    action: ChatForGroup,
    actor: Actor,
    bound_chats: BoundChats,
    show: Show,
    state: FSMContext,
    forms: Forms,
) -> None:
    """It was said for whom: the keyboard is laid out."""
    view = await bound_chats.places(actor, action.organisation_id)
    await _ask(view, Asked(action.organisation_id, action.group_id), show, state, forms)


async def _ask(view: ChatPlaces, asked: Asked, show: Show, state: FSMContext, forms: Forms) -> None:
    group = next((one for one in view.groups if one.id == asked.group_id), None)
    if group is None and not (asked.group_id is None and view.whole):
        raise Forbidden("a chat of others")
    await forms.pause()
    await Below(state).lay(asked)
    await show(screens.ask(view.organisation, group))


async def chosen(
    message: Message, actor: Actor, bound_chats: BoundChats, show: Show, state: FSMContext, bot: Bot
) -> None:
    """A chat was picked on the phone."""
    assert message.chat_shared is not None, "the filter lets nothing else through"
    asked = await Below(state).find()
    if asked is None:
        await show(screens.outdated())
        return
    shared = message.chat_shared
    channel = shared.request_id == screens.CHANNEL
    found = await look_at(bot, shared.chat_id, shared.title or "", channel=channel)
    outcome: Bound | Refused | None
    try:
        outcome = await bound_chats.bind(actor, asked.organisation_id, asked.group_id, found)
    except AlreadyDone:  # it is bound, but the bot was stopped before it could say so
        outcome = None
    except (Forbidden, Missing):
        await Below(state).clear()
        await show(screens.cannot(Refused(Reason.GONE)))
        return
    await Below(state).clear()
    match outcome:
        case Bound():
            await show(screens.bound(outcome))
        case Refused():
            await show(screens.cannot(outcome))
        case None:
            await show(screens.bound_already())
    await show(screens.chats(await bound_chats.page(actor, asked.organisation_id)))


async def said_no(_: Message, show: Show, state: FSMContext) -> None:
    """«Не подключать»."""
    await Below(state).clear()
    await show(screens.put_away())


async def unbind(
    _: CallbackQuery, action: UnbindChat, actor: Actor, bound_chats: BoundChats, show: Show
) -> None:
    """«Отключить»: asks once."""
    if not action.sure:
        await show(screens.unbind_sure(await bound_chats.card(actor, action.chat_id)))
        return
    here = await bound_chats.unbind(actor, action.chat_id)
    await show(screens.chats(await bound_chats.page(actor, here)), screens.unbound())


async def of_event(
    _: CallbackQuery, action: OpenPosts, actor: Actor, event_posts: EventPosts, show: Show
) -> None:
    """«📣 В чаты»."""
    await _of_event(actor, action.event_id, event_posts, show)


async def post(
    _: CallbackQuery, action: PostEvent, actor: Actor, event_posts: EventPosts, show: Show
) -> None:
    """«Повесить»: the tick carries it out."""
    try:
        outcome = await event_posts.want(actor, action.event_id, action.chat_id)
    except AlreadyDone:
        outcome = False
    await _of_event(actor, action.event_id, event_posts, show, _word(outcome))


async def _of_event(
    actor: Actor, event_id: EventId, event_posts: EventPosts, show: Show, toast: Toast | None = None
) -> None:
    await show(where.of_event(await event_posts.of_event(actor, event_id)), toast)


async def of_words(
    _: CallbackQuery,
    action: OpenPostsOfWords,
    actor: Actor,
    announcement_posts: AnnouncementPosts,
    show: Show,
) -> None:
    """«📣 В чаты» of an announcement without a date."""
    await _of_words(actor, action.announcement_id, announcement_posts, show)


async def post_words(
    _: CallbackQuery, action: PostWords, actor: Actor, announcement_posts: AnnouncementPosts, show: Show
) -> None:
    """«Повесить» of one."""
    try:
        outcome = await announcement_posts.want(actor, action.announcement_id, action.chat_id)
    except AlreadyDone:
        outcome = False
    await _of_words(actor, action.announcement_id, announcement_posts, show, _word(outcome))


async def _of_words(
    actor: Actor,
    announcement_id: AnnouncementId,
    announcement_posts: AnnouncementPosts,
    show: Show,
    toast: Toast | None = None,
) -> None:
    await show(where.of_words(await announcement_posts.of_announcement(actor, announcement_id)), toast)


def _word(outcome: bool | Refused) -> Toast:
    """What came of asking."""
    return where.not_wanted(outcome) if isinstance(outcome, Refused) else where.wanted(anew=outcome)


def build() -> Router:
    """A new router of the feature."""
    router = Router(name="posts")
    router.message.register(chosen, F.chat_shared, Known())
    router.message.register(said_no, SaysNo(), Known())
    router.callback_query.register(listed, Tap(OpenChats), Known())
    router.callback_query.register(one, Tap(OpenChat), Known())
    router.callback_query.register(bind, Tap(BindChat), Known())
    router.callback_query.register(ask, Tap(ChatForGroup), Known())
    router.callback_query.register(unbind, Tap(UnbindChat), Known())
    router.callback_query.register(of_event, Tap(OpenPosts), Known())
    router.callback_query.register(post, Tap(PostEvent), Known())
    router.callback_query.register(of_words, Tap(OpenPostsOfWords), Known())
    router.callback_query.register(post_words, Tap(PostWords), Known())
    return router
