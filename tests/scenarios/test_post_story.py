"""A chat of parents and a channel: connected, announced in, followed, lost; as their people see it on their phones."""

import asyncio
from datetime import timedelta

import pytest

from domain.clock import Clock, MovableClock
from domain.posts import SENDING, EventPost
from messenger.post import Post
from messenger.uploads import Uploads
from scheduler.posts import Posts
from services.event_posts import EventPosts
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.theatre import Theatre
from tests.scenarios.yard import Yard, open_yard


@pytest.fixture
async def yard(house: Theatre) -> Yard:
    """«Солнышко» with its teacher and a mother; the kindergarten's head."""
    return await open_yard(house)


async def test_bound_announced_changed_moved_cancelled_and_lost(yard: Yard) -> None:
    parents = await yard.chat("group", "Родители Солнышка", yard.mother)
    await yard.publish()
    await yard.teacher.tap("📣 В чаты")
    assert "нет подключённых чатов" in (await yard.teacher.newest()).text
    await yard.teacher.tap("Чаты и каналы")
    await yard.teacher.tap("Подключить чат")
    asked = await yard.teacher.newest()
    assert "Подключаем чат · 🐻 Солнышко" in asked.text
    await yard.teacher.press("💬 Выбрать чат", parents)
    await yard.teacher.sees("Чат Родители Солнышка подключён")
    assert await yard.keyboard(yard.teacher) is None
    assert "🐻 Родители Солнышка" in (await yard.teacher.newest()).labels

    # Announced once, however often it is asked for; no name, no count
    await yard.open_event()
    await yard.teacher.tap("📣 В чаты")
    tapped = await yard.teacher.tap("Повесить: Родители Солнышка")
    assert tapped.text is not None
    assert "Вешаем" in tapped.text
    await yard.pass_on()
    [post] = await yard.said(parents)
    assert post["text"].startswith("Солнышко · 🐻\n\nМастер-класс")
    [[button]] = post["inline_keyboard"]
    assert (button["text"], button["url"].partition("=")[2]) == ("💬 Ответить", "e_1")
    await yard.teacher.tap("Обновить")
    assert "✅ Родители Солнышка: висит" in (await yard.teacher.newest()).text
    await yard.teacher.tap_data("hp:1:1")
    await yard.pass_on()
    assert len(await yard.said(parents)) == 1

    # The button opens the event for whom it is for
    assert "Сможете прийти?" in (await yard.mother.open(button["url"])).text
    assert "📣 В чаты" in (await yard.teacher.open(button["url"])).labels
    stranger = await yard.house.stage.person("Чужой")
    await stranger.open(button["url"])
    assert "Мастер-класс" not in (await stranger.newest()).text

    # It changes with the event
    await yard.teacher.tap("Изменить")
    await yard.teacher.tap("Место")
    await yard.teacher.send("спортивный зал")
    await yard.teacher.tap("Сохранить и сообщить")
    await yard.pass_on()
    [post] = await yard.said(parents)
    assert "спортивный зал" in post["text"]

    # The group becomes a supergroup: what comes, comes there
    moved = (await yard.house.stage.call("POST", f"chats/{parents}/migrate"))["id"]
    await yard.teacher.tap("Отменить мероприятие")
    await yard.teacher.tap("Да, отменить")
    await yard.pass_on()
    assert await yard.said(moved) == []
    await yard.publish()
    await yard.teacher.tap("📣 В чаты")
    await yard.teacher.tap("Повесить: Родители Солнышка")
    await yard.pass_on()
    [post] = await yard.said(moved)
    assert "Мастер-класс" in post["text"]
    await yard.teacher.tap("Назад")
    await yard.teacher.tap("Отменить мероприятие")
    await yard.teacher.tap("Да, отменить")
    await yard.pass_on()
    [post] = await yard.said(moved)
    assert post["text"].startswith("🚫 Мероприятие отменено")
    assert not post.get("inline_keyboard")

    # Put out: whoever bound it hears of it, once
    await yard.bot(moved, "kicked")
    await yard.pass_on()
    seen = await yard.teacher.sees("Бот больше не может писать в чат «Родители Солнышка»")
    await yard.teacher.tap("Открыть", message_id=seen.id)
    assert "Бота там больше нет" in (await yard.teacher.newest()).text
    await yard.bot(moved, "member")
    await yard.teacher.tap("Назад")
    assert "🐻 Родители Солнышка" in (await yard.teacher.newest()).labels
    await yard.teacher.tap("🐻 Родители Солнышка")
    await yard.teacher.tap("Отключить")
    await yard.teacher.tap("Да, отключить")
    assert "Пока ни один чат не подключён" in (await yard.teacher.newest()).text


@ON_SQLITE
async def test_what_is_refused_and_what_is_left_alone(yard: Yard) -> None:
    """A channel without the right to post, another organisation's chat, a keyboard that is left lying."""
    silent = await yard.chat("channel", "Новости сада", yard.head, bot="administrator")
    await yard.bot(silent, "administrator", can_post_messages=False)
    await yard.head.send("/menu")
    await yard.head.tap("Чаты и каналы")
    await yard.head.tap("Подключить чат")
    await yard.head.tap("Весь сад")
    await yard.head.press("📢 Выбрать канал", silent)
    seen = await yard.head.sees("Бот не может публиковать в этом канале")
    assert "администратором" in seen.text
    assert await yard.keyboard(yard.head) is None
    rights = {"can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True}
    await yard.bot(silent, "administrator", **rights)
    await yard.head.tap("Подключить чат")
    await yard.head.tap("Весь сад")
    await yard.head.press("📢 Выбрать канал", silent)
    await yard.head.sees("Канал Новости сада подключён · 🏠 Весь сад")

    # rights are taken away, and given back
    await yard.bot(silent, "administrator", can_post_messages=False)
    await yard.pass_on()
    seen = await yard.head.sees("Бот больше не может писать в канал «Новости сада»")
    assert "писать ему нельзя" in seen.text
    await yard.bot(silent, "administrator", **rights)
    await yard.head.tap("Открыть", message_id=seen.id)
    assert "Бот может здесь объявлять" in (await yard.head.newest()).text

    # the head announces to all of it; the teacher is offered her own chats only
    await yard.publish()
    await yard.teacher.tap("📣 В чаты")
    assert "Новости сада" not in str((await yard.teacher.newest()).labels)
    await yard.head.send("/menu")
    await yard.head.tap("📅 Мероприятия")
    await yard.head.tap("Мастер-класс")
    await yard.head.tap("📣 В чаты")
    await yard.head.tap("Повесить: Новости сада")
    await yard.pass_on()
    assert len(await yard.said(silent)) == 1
    await yard.head.tap("Обновить")
    assert "✅ Новости сада: висит" in (await yard.head.newest()).text

    # taken back, it goes from the channel, too
    await yard.head.tap("Назад")
    await yard.head.tap("Кому дошло")
    await yard.head.tap("Отозвать всё")
    await yard.head.tap("Да, отозвать")
    await yard.pass_on()
    assert await yard.said(silent) == []

    # the keyboard goes with «no», and with the menu
    for way_out in ("✖️ Не подключать", "/menu"):
        await yard.head.send("/menu")
        await yard.head.tap("Чаты и каналы")
        await yard.head.tap("Подключить чат")
        await yard.head.tap("Солнышко")
        assert await yard.keyboard(yard.head) is not None
        await (yard.head.press(way_out) if "✖️" in way_out else yard.head.send(way_out))
        await yard.head.sees("Хорошо, чат не подключаем.")
        assert await yard.keyboard(yard.head) is None


@ON_SQLITE
async def test_a_bot_killed_between_the_call_and_its_commit_posts_no_second_time(yard: Yard) -> None:
    parents = await yard.chat("group", "Родители Солнышка", yard.mother)
    await yard.publish()
    await yard.teacher.tap("📣 В чаты")
    await yard.bind(parents)
    await yard.open_event()
    await yard.teacher.tap("📣 В чаты")
    app = yard.house.app
    await app.delivery.ticks.stop()
    await yard.teacher.tap("Повесить")

    killed = _Killed(app.database, app.clock)
    post = Post(app.bot, app.clock, Uploads())
    with pytest.raises(asyncio.CancelledError):
        await Posts(post, killed, Clock()).carry_out()
    assert len(await yard.said(parents)) == 1, "it stands there, and nobody has written it down"

    for later in (timedelta(0), SENDING, SENDING * 2):
        real = MovableClock(Clock().now() + later)  # leases run on real time
        await Posts(post, app.services.event_posts, real).carry_out()
    assert len(await yard.said(parents)) == 1
    await yard.teacher.tap("Обновить")
    assert "неизвестно, появилось ли" in (await yard.teacher.newest()).text


class _Killed(EventPosts):
    """The process dies before it can write down that the post stands."""

    async def posted(self, post: EventPost, message_id: int, version: int) -> None:
        raise asyncio.CancelledError
