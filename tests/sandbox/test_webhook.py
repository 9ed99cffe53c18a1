"""Updates posted to the bot: secret, redelivery, several at once, a method in the answer."""

import asyncio

import pytest

from tests.sandbox.conftest import Box, Boxes, Hook

Hooked = tuple[Hook, str]


@pytest.fixture
async def box(boxes: Boxes) -> Box:
    return await boxes.start(first_pause=0.01)


async def test_an_update_is_posted_with_the_secret(box: Box, hook: Hooked) -> None:
    anna = await box.person()
    await box.ok("setWebhook", url=hook[1], secret_token="Tajna_1-2")
    sent = await box.sim(f"/people/{anna}/send", text="привет")
    assert (await box.sim("/idle"))["idle"] is True
    secret, update = hook[0].got[0]
    assert (secret, update["update_id"], update["message"]["text"]) == (
        "Tajna_1-2",
        sent["update_id"],
        "привет",
    )
    info = await box.ok("getWebhookInfo")
    assert (info["url"], info["pending_update_count"], info["max_connections"]) == (hook[1], 0, 40)


async def test_a_refused_update_comes_again(box: Box, hook: Hooked) -> None:
    anna = await box.person()
    hook[0].statuses = [500, 503, 200]
    await box.ok("setWebhook", url=hook[1])
    sent = await box.sim(f"/people/{anna}/send", text="привет")
    assert (await box.sim("/idle"))["idle"] is True
    assert [update["update_id"] for _, update in hook[0].got] == [sent["update_id"]] * 3
    info = await box.ok("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


async def test_what_waited_is_posted_when_the_webhook_is_set(box: Box, hook: Hooked) -> None:
    anna = await box.person()
    await box.sim(f"/people/{anna}/send", text="до")
    await box.ok("setWebhook", url=hook[1])
    await box.sim("/idle")
    assert [update["message"]["text"] for _, update in hook[0].got] == ["до"]


async def test_pending_updates_can_be_dropped(box: Box, hook: Hooked) -> None:
    anna = await box.person()
    await box.sim(f"/people/{anna}/send", text="до")
    await box.ok("setWebhook", url=hook[1], drop_pending_updates=True)
    await box.sim(f"/people/{anna}/send", text="после")
    await box.sim("/idle")
    assert [update["message"]["text"] for _, update in hook[0].got] == ["после"]


async def test_an_address_nobody_listens_at_loses_nothing(box: Box, hook: Hooked) -> None:
    anna = await box.person()
    await box.ok("setWebhook", url="http://127.0.0.1:9/hook")
    await box.sim(f"/people/{anna}/send", text="привет")
    assert (await box.sim("/idle", timeout=0.1))["pending"] == 1
    assert "Connection failed" in (await box.ok("getWebhookInfo"))["last_error_message"]
    await box.ok("setWebhook", url=hook[1])
    await box.sim("/idle")
    assert [update["message"]["text"] for _, update in hook[0].got] == ["привет"]


async def test_no_more_at_once_than_the_bot_allows(box: Box, hook: Hooked) -> None:
    anna = await box.person()
    hook[0].gate = asyncio.Event()
    await box.ok("setWebhook", url=hook[1], max_connections=2)
    for number in range(5):
        await box.sim(f"/people/{anna}/send", text=str(number))
    await hook[0].came(2)
    assert (await box.sim("/idle", timeout=0.1))["idle"] is False
    assert len(hook[0].got) == 2
    hook[0].gate.set()
    assert (await box.sim("/idle"))["idle"] is True
    assert sorted(update["message"]["text"] for _, update in hook[0].got) == list("01234")


async def test_the_answer_may_call_a_method(box: Box, hook: Hooked) -> None:
    anna = await box.person()
    hook[0].answer = {"method": "sendMessage", "chat_id": anna, "text": "Здравствуйте"}
    await box.ok("setWebhook", url=hook[1])
    await box.sim(f"/people/{anna}/send", text="привет")
    await box.sim("/idle")
    assert (await box.messages(anna))[-1]["text"] == "Здравствуйте"


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"url": "ftp://bot.example.org"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://"}, "bad webhook: invalid webhook URL specified"),
        ({"url": "https://a.ru", "secret_token": "тайна"}, "secret token contains unallowed characters"),
        ({"url": "https://a.ru", "max_connections": 101}, "max_connections must be between 1 and 100"),
    ],
)
async def test_wrong_webhooks_are_refused(box: Box, parameters: dict[str, object], words: str) -> None:
    assert await box.refused("setWebhook", **parameters) == f"400 Bad Request: {words}"
    assert (await box.ok("getWebhookInfo"))["url"] == ""
