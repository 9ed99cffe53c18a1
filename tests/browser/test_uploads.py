"""Sending from the attach menu."""

import pytest
from playwright.async_api import FilePayload, Locator, expect

from tests.browser.stand import Stand

pytestmark = pytest.mark.asyncio(loop_scope="session")

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


async def attach(phone: Locator, kind: str) -> Locator:
    await phone.get_by_role("button", name="Прикрепить").click()
    await phone.get_by_role("menuitem", name=kind).click()
    return phone.get_by_role("dialog")


async def test_pictures_are_chosen_captioned_and_sent_as_an_album(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    phone = stand.phone(anna)
    sheet = await attach(phone, "Фото")
    files: list[FilePayload] = [
        {"name": f"{name}.png", "mimeType": "image/png", "buffer": PIXEL} for name in ("один", "два")
    ]

    await sheet.locator("input[type=file]").set_input_files(files)
    await expect(sheet.locator(".chosen img")).to_have_count(2)
    await sheet.get_by_label("Подпись").fill("Наша прогулка")
    await sheet.get_by_role("button", name="Отправить").click()

    await expect(phone.locator(".row.mine .album .photo")).to_have_count(2)
    await expect(phone.locator(".row.mine .text").last).to_have_text("Наша прогулка")
    received = await stand.heard("message", having="photo")
    assert received["caption"] == "Наша прогулка"


async def test_a_document_keeps_its_name(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    phone = stand.phone(anna)
    sheet = await attach(phone, "Файл")
    name = "План <b>на год</b>.txt"

    await sheet.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": b"1. Guests"}
    )
    await sheet.get_by_role("button", name="Отправить").click()

    await expect(phone.locator(".document-name")).to_have_text(name)
    link = await phone.locator(".document-open").get_attribute("href")
    async with stand.http.get(f"{stand.sandbox.url}{link}") as response:
        assert await response.read() == b"1. Guests"


async def test_voice_contact_and_sticker_are_sent(stand: Stand) -> None:
    anna = await stand.person("Анна", phone="+79001112233")
    await stand.show(anna)
    phone = stand.phone(anna)

    await (await attach(phone, "Голосовое")).get_by_role("button", name="Отправить пример").click()
    await expect(phone.get_by_role("group", name="Голосовое сообщение")).to_be_visible()

    sheet = await attach(phone, "Контакт")
    await sheet.get_by_label("Имя").fill("Тамара Ивановна")
    await sheet.get_by_label("Телефон").fill("+7 900 222-33-44")
    await sheet.get_by_role("button", name="Отправить", exact=True).click()
    await expect(phone.locator(".contact")).to_contain_text("+79002223344")

    await (await attach(phone, "Стикер")).get_by_role("button", name="Стикер 🧸").click()
    await expect(phone.get_by_role("img", name="Стикер 🧸")).to_be_visible()
    received = await stand.heard("message", having="sticker")
    assert received["sticker"]["emoji"] == "🧸"


async def test_a_new_person_is_added_from_the_page(stand: Stand) -> None:
    await stand.show()

    await stand.page.get_by_role("button", name="Добавить человека").first.click()
    dialog = stand.page.get_by_role("dialog", name="Новый человек")
    await dialog.get_by_label("Имя").fill("Дмитрий")
    await dialog.get_by_label("Фамилия").fill("Орлов")
    await dialog.get_by_label("Кто это").fill("папа Сони")
    await dialog.get_by_role("button", name="Добавить").click()

    phone = stand.page.get_by_role("article", name="Телефон: Дмитрий Орлов")
    await expect(phone).to_contain_text("папа Сони")
    await expect(phone.get_by_role("button", name="Начать")).to_be_focused()
    await stand.page.keyboard.press("Enter")
    assert (await stand.heard("message", having="text"))["text"] == "/start"
