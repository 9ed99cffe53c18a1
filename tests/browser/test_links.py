"""Links to the bot: clicked, pasted, dropped; and «share»."""

import pytest
from playwright.async_api import expect

from tests.browser.stand import Stand

pytestmark = pytest.mark.asyncio(loop_scope="session")

LINK = "https://t.me/gost_gruppy_bot?start=c_family-0147"


async def test_a_link_in_a_group_opens_the_private_chat_and_presses_start(stand: Stand) -> None:
    anna = await stand.person("Анна", started=False)
    group = await stand.sim("chats", type="group", title="Солнышко", members=[anna], bot="member")
    await stand.say(group["id"], f"Карточка: {LINK}", [{"text": "Открыть", "url": LINK}])
    await stand.show(anna)
    phone = stand.phone(anna)
    await phone.get_by_role("button", name="К списку чатов").click()
    await phone.locator(".chat-row", has_text="Солнышко").click()

    await phone.locator(".text a").click()

    await expect(phone.locator(".chat-names")).to_contain_text("Гость группы")
    await expect(phone.locator(".row.mine .text")).to_have_text("/start c_family-0147")
    assert (await stand.heard("message", having="text"))["text"] == "/start c_family-0147"

    await phone.get_by_role("button", name="К списку чатов").click()
    await phone.locator(".chat-row", has_text="Солнышко").click()
    await phone.get_by_role("button", name="Открыть").click()
    await expect(phone.locator(".row.mine .text")).to_have_count(2)
    assert len(stand.page.context.pages) == 1


async def test_a_link_or_its_code_is_pasted_into_a_phone(stand: Stand) -> None:
    anna = await stand.person("Анна", started=False)
    await stand.show(anna)
    phone = stand.phone(anna)
    sheet = phone.get_by_role("dialog", name="Войти по ссылке")
    field = sheet.get_by_label("Ссылка или код приглашения")

    await phone.get_by_role("button", name="Войти по ссылке").click()
    await expect(field).to_be_focused()
    await field.fill("https://example.org/?start=c_1")
    await field.press("Enter")
    await expect(sheet.get_by_role("alert")).to_contain_text("не похоже на ссылку")
    await field.fill(LINK)
    await field.press("Enter")
    await expect(phone.locator(".row.mine .text")).to_have_text("/start c_family-0147")

    for typed in ("t.me/gost_gruppy_bot?start=c_2", "tg://resolve?domain=gost_gruppy_bot&start=c_3", " c_4 "):
        await phone.get_by_role("button", name="Войти по ссылке").click()
        await field.fill(typed)
        await field.press("Enter")
        await expect(sheet).to_have_count(0)
    await expect(phone.locator(".row.mine .text")).to_have_text(
        ["/start c_family-0147", "/start c_2", "/start c_3", "/start c_4"]
    )


async def test_a_link_is_dropped_on_a_phone(stand: Stand) -> None:
    anna = await stand.person("Анна", started=False)
    await stand.show(anna)
    phone = stand.phone(anna)

    await phone.locator(".device").evaluate(
        """(device, link) => {
             const dataTransfer = new DataTransfer();
             dataTransfer.setData("text/uri-list", link);
             device.dispatchEvent(new DragEvent("drop", {dataTransfer, bubbles: true, cancelable: true}));
           }""",
        LINK,
    )

    await expect(phone.locator(".row.mine .text")).to_have_text("/start c_family-0147")


async def test_start_is_offered_before_the_first_message(stand: Stand) -> None:
    await stand.bot("setMyDescription", description="Бот детского сада")
    anna = await stand.person("Анна", started=False)
    await stand.show(anna)
    phone = stand.phone(anna)
    await expect(phone.locator(".intro")).to_contain_text("Бот детского сада")

    await phone.get_by_role("button", name="Начать").click()

    await expect(phone.locator(".row.mine .text")).to_have_text("/start")
    await expect(phone.get_by_role("textbox")).to_be_focused()


async def test_a_share_link_sends_its_text_to_a_chosen_chat(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.sim("chats", type="group", title="Солнышко", members=[anna], bot="member")
    share = "https://t.me/share/url?url=https%3A%2F%2Fexample.org%2F1&text=%D0%9F%D1%80%D0%B8%D1%85%D0%BE%D0%B4%D0%B8%D1%82%D0%B5"
    await stand.show(anna)
    await stand.say(anna, "Позовите всех", [{"text": "Поделиться", "url": share}])
    phone = stand.phone(anna)

    await phone.get_by_role("button", name="Поделиться").click()
    sheet = phone.get_by_role("dialog", name="Отправить в чат")
    await expect(sheet).to_contain_text("Приходите")
    await sheet.get_by_role("button", name="Солнышко").click()
    await expect(phone.locator(".toast")).to_have_text("Отправлено")

    await phone.get_by_role("button", name="К списку чатов").click()
    await expect(phone.locator(".chat-row", has_text="Солнышко")).to_contain_text(
        "Вы: Приходите https://example.org/1"
    )


def paper(*codes: str) -> bytes:
    """A PDF as far as a camera is concerned."""
    links = "".join(f"/URI (https://t.me/gost_gruppy_bot?start={code})\n" for code in codes)
    return f"%PDF-1.7\n{links}%%EOF".encode()


async def test_a_printed_card_is_scanned_without_copying_anything(stand: Stand) -> None:
    teacher = await stand.person("Марина")
    anna = await stand.person("Анна", started=False)
    cards = {"chat_id": teacher, "caption": "Карточки"}
    await stand.bot_sends_files("sendDocument", cards, document__pdf=paper("c_first", "c_second", "c_first"))
    await stand.bot_sends_files("sendDocument", {"chat_id": teacher}, document__pdf=b"%PDF-1.7 no links")
    await stand.show(anna)
    phone = stand.phone(anna)
    sheet = phone.get_by_role("dialog", name="Войти по ссылке")

    await phone.get_by_role("button", name="Войти по ссылке").click()
    papers = sheet.get_by_role("region", name="навести камеру")
    await expect(papers.get_by_role("button")).to_have_count(1)
    await papers.get_by_role("button", name="2 квадрата").click()
    await papers.get_by_role("button", name="Другая бумага").click()
    await papers.get_by_role("button", name="2 квадрата").press("Enter")
    await papers.get_by_role("button", name="Квадрат 2").click()

    await expect(sheet).to_have_count(0)
    await expect(phone.locator(".row.mine .text")).to_have_text("/start c_second")


async def test_a_link_copied_from_paper_may_be_broken_over_lines(stand: Stand) -> None:
    anna = await stand.person("Анна", started=False)
    await stand.show(anna)
    phone = stand.phone(anna)
    sheet = phone.get_by_role("dialog", name="Войти по ссылке")

    await phone.get_by_role("button", name="Войти по ссылке").click()
    await sheet.get_by_label("Ссылка или код приглашения").fill("t.me/gost_gruppy_bot? start=c_on- paper")
    await sheet.get_by_role("button", name="Открыть").click()

    await expect(phone.locator(".row.mine .text")).to_have_text("/start c_on-paper")
