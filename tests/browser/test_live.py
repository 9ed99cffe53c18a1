"""What happens while the page is open: messages, edits, deletions, typing, counters, the clock."""

import asyncio

import pytest
from playwright.async_api import expect

from tests.browser.stand import Stand

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_edits_and_deletions_are_seen_at_once(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    first = await stand.say(anna, "Встреча в 10:00")
    second = await stand.say(anna, "Лишнее")
    texts = stand.phone(anna).locator(".theirs .text")
    await expect(texts).to_have_text(["Встреча в 10:00", "Лишнее"])

    await stand.bot("editMessageText", chat_id=anna, message_id=first["message_id"], text="Встреча в 11:00")
    await stand.bot("deleteMessage", chat_id=anna, message_id=second["message_id"])

    await expect(texts).to_have_text(["Встреча в 11:00"])
    await expect(stand.phone(anna).locator(".theirs .edited")).to_have_text("изменено")


async def test_a_person_edits_and_deletes_the_own_message(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    phone = stand.phone(anna)
    field = phone.get_by_role("textbox")
    await field.fill("Приду в десеть")
    await field.press("Enter")
    own = phone.locator(".row.mine").last
    await expect(own.locator(".text")).to_have_text("Приду в десеть")

    await own.get_by_role("button", name="Действия с сообщением").click()
    await phone.get_by_role("menuitem", name="Изменить").click()
    await expect(field).to_have_value("Приду в десеть")
    await field.fill("Приду в десять")
    await phone.get_by_role("button", name="Сохранить").click()
    await expect(own.locator(".text")).to_have_text("Приду в десять")
    assert (await stand.heard("edited_message"))["text"] == "Приду в десять"

    await own.get_by_role("button", name="Действия с сообщением").click()
    await phone.get_by_role("menuitem", name="Удалить").click()
    await expect(phone.locator(".row.mine .text")).to_have_text(["/start"])


async def test_typing_is_shown_and_ends_with_the_message(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    phone = stand.phone(anna)

    await stand.bot("sendChatAction", chat_id=anna, action="typing")
    await expect(phone.locator(".chat-names")).to_contain_text("печатает…")
    await stand.say(anna, "Готово")

    await expect(phone.locator(".chat-names")).not_to_contain_text("печатает…")
    await expect(phone.get_by_role("status")).to_contain_text("Гость группы: Готово")


async def test_unread_messages_are_counted_until_the_phone_is_opened(stand: Stand) -> None:
    anna, boris = await stand.person("Анна"), await stand.person("Борис")
    await stand.show(anna)
    for number in range(3):
        await stand.say(boris, f"Новость {number}")
        await stand.say(anna, f"Новость {number}")
    entry = stand.page.locator(f".person[data-person='{boris}']")
    await expect(entry.locator(".badge")).to_contain_text("3")
    await expect(entry).to_contain_text("Новость 2")
    await expect(stand.page.locator(f".person[data-person='{anna}'] .badge")).to_have_count(0)

    await entry.click()

    await expect(entry.locator(".badge")).to_have_count(0)
    async with asyncio.timeout(5):  # the page tells the sandbox that it was read after it has shown so
        while await _unread(stand):
            continue


async def _unread(stand: Stand) -> bool:
    async with stand.http.get(f"{stand.sandbox.url}/sim/state") as response:
        people = (await response.json())["people"]
    return any(any(one["unread"].values()) for one in people)


async def test_a_group_is_seen_on_two_phones_side_by_side(stand: Stand) -> None:
    anna, boris = await stand.person("Анна"), await stand.person("Борис")
    group = await stand.sim("chats", type="group", title="Солнышко", members=[anna, boris], bot="member")
    await stand.show(anna, boris)
    for one in (anna, boris):
        phone = stand.phone(one)
        await phone.get_by_role("button", name="К списку чатов").click()
        await phone.locator(".chat-row", has_text="Солнышко").click()
        await expect(phone.locator(".chat-names")).to_contain_text("2 участника")

    field = stand.phone(anna).get_by_role("textbox")
    await field.fill("Добрый день!")
    await field.press("Enter")
    await stand.say(group["id"], "Здравствуйте, группа")

    await expect(stand.phone(anna).locator(".row.mine .text")).to_have_text("Добрый день!")
    other = stand.phone(boris).locator(".row.theirs")
    await expect(other.locator(".text")).to_have_text(["Добрый день!", "Здравствуйте, группа"])
    await expect(other.locator(".sender")).to_have_text(["Анна", "Гость группы"])


async def test_a_channel_is_only_read(stand: Stand) -> None:
    anna, head = await stand.person("Анна"), await stand.person("Ольга")
    channel = await stand.sim(
        "chats", type="channel", title="Новости сада", members=[anna, head], creator=head, bot="administrator"
    )
    await stand.say(channel["id"], "Завтра праздник")
    await stand.show(anna)
    phone = stand.phone(anna)

    await phone.get_by_role("button", name="К списку чатов").click()
    await phone.locator(".chat-row", has_text="Новости сада").click()

    await expect(phone.locator(".text").last).to_have_text("Завтра праздник")
    await expect(phone.get_by_role("textbox")).to_be_hidden()
    await expect(phone.locator(".read-only")).to_be_visible()


async def test_a_pinned_message_leads_to_its_place(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    pinned = await stand.say(anna, "Правила группы")
    for number in range(30):
        await stand.say(anna, f"Сообщение {number}")

    await stand.bot("pinChatMessage", chat_id=anna, message_id=pinned["message_id"])
    bar = stand.phone(anna).get_by_role("button", name="Закреплённое сообщение")
    await expect(bar).to_contain_text("Правила группы")
    first = stand.phone(anna).locator(".theirs .text").first
    await expect(first).not_to_be_in_viewport()
    await bar.click()
    await expect(first).to_be_in_viewport()

    await stand.bot("unpinAllChatMessages", chat_id=anna)
    await expect(bar).to_be_hidden()


async def test_the_clock_goes_forward_by_buttons_and_to_a_date(stand: Stand) -> None:
    await stand.sim("clock", now="2026-03-10T02:20:00+00:00", frozen=True)
    await stand.show()
    clock = stand.page.get_by_role("group", name="Часы песочницы").first
    await expect(clock).to_contain_text("9:20")
    await expect(clock).to_contain_text("вт, 10 марта, Новокузнецк")

    await clock.get_by_role("button", name="+1 час").click()
    await expect(clock).to_contain_text("10:20")
    await clock.get_by_role("button", name="+1 день").click()
    await expect(clock).to_contain_text("ср, 11 марта")

    await clock.get_by_role("button", name="до …").click()
    dialog = stand.page.get_by_role("dialog", name="Перевести часы вперёд")
    when = dialog.get_by_label("Дата и время")
    await when.fill("2026-03-01T10:00")
    await dialog.get_by_role("button", name="Перевести", exact=True).click()
    await expect(dialog.get_by_role("alert")).to_contain_text("только вперёд")
    await when.fill("2026-03-13T08:05")
    await dialog.get_by_role("button", name="Перевести", exact=True).click()

    await expect(clock).to_contain_text("8:05")
    await expect(clock).to_contain_text("пт, 13 марта")
    await stand.sim("clock", advance_seconds=60)
    await expect(clock).to_contain_text("8:06")


async def test_pictures_that_load_late_do_not_push_the_newest_message_away(stand: Stand) -> None:
    anna = await stand.person("Анна")
    for number in range(12):
        await stand.sim(f"people/{anna}/photo", caption=f"Прогулка {number}")
    await stand.show(anna)
    newest = stand.phone(anna).locator(".row").last
    await expect(newest).to_be_in_viewport(ratio=1)

    await stand.say(anna, "Какие красивые!")
    await expect(newest.locator(".text")).to_have_text("Какие красивые!")
    await expect(newest).to_be_in_viewport(ratio=1)
    await stand.phone(anna).locator(".log").hover()
    await stand.page.mouse.wheel(0, -900)
    await expect(newest).not_to_be_in_viewport()
    await stand.say(anna, "Ещё?")

    await stand.phone(anna).get_by_role("button", name="К последним сообщениям").click()
    await expect(newest.locator(".text")).to_have_text("Ещё?")
    await expect(newest).to_be_in_viewport(ratio=1)


async def test_an_unfinished_message_waits_in_its_chat(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.sim("chats", type="group", title="Солнышко", members=[anna], bot="member")
    await stand.show(anna)
    phone = stand.phone(anna)

    await phone.get_by_role("textbox").fill("Не забыть спросить")
    await phone.get_by_role("button", name="К списку чатов").click()
    await phone.locator(".chat-row", has_text="Солнышко").click()
    await expect(phone.get_by_role("textbox")).to_have_value("")
    await phone.get_by_role("button", name="К списку чатов").click()
    await phone.locator(".chat-row").first.click()

    await expect(phone.get_by_role("textbox")).to_have_value("Не забыть спросить")


async def test_a_phone_follows_a_group_that_moves_and_leaves_one_that_is_gone(stand: Stand) -> None:
    anna = await stand.person("Анна")
    group = await stand.sim("chats", type="group", title="Солнышко", members=[anna], bot="member")
    await stand.show(anna)
    phone = stand.phone(anna)
    await phone.get_by_role("button", name="К списку чатов").click()
    await phone.locator(".chat-row", has_text="Солнышко").click()

    moved = await stand.sim(f"chats/{group['id']}/migrate")
    await stand.say(moved["id"], "Мы переехали")
    await expect(phone.locator(".text").last).to_have_text("Мы переехали")

    await stand.sim(f"chats/{moved['id']}/delete")
    await expect(phone.locator(".chat-names")).to_contain_text("Гость группы")


BURST = """async () => {
    const { world } = await import("/page/world.js");
    let told = 0;
    const stop = world.subscribe(() => (told += 1));
    for (let number = 0; number < 50; number += 1) {
        world.changed("clock");
        await Promise.resolve().then(() => {});
    }
    while (world.pending.size > 0) await new Promise(requestAnimationFrame);
    stop();
    return told;
}"""


async def test_a_burst_is_drawn_a_few_times_and_not_each_event_alone(stand: Stand) -> None:
    await stand.show(await stand.person("Анна"))

    assert await stand.page.evaluate(BURST) <= 10
