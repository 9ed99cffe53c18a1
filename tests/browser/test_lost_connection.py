"""What happens when the page loses the sandbox for a while: nothing typed or drawn is lost."""

import asyncio

import pytest
from playwright.async_api import expect

from tests.browser.stand import Stand

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_page_comes_back_after_the_sandbox_was_restarted(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    await stand.say(anna, "До перерыва")
    texts = stand.phone(anna).locator(".theirs .text")
    await expect(texts).to_have_text(["До перерыва"])

    await stand.sandbox.stop()
    await expect(stand.page.locator(".live[data-state=on]")).to_have_count(0)
    await stand.page.context.set_offline(True)
    await stand.sandbox.start()
    missed = [f"Во время перерыва, {number}" for number in range(15)]  # more events than the page had heard
    for text in missed:
        await stand.say(anna, text)
    await stand.page.context.set_offline(False)
    await expect(stand.page.locator(".live[data-state=on]")).to_be_attached()
    await stand.say(anna, "После перерыва")

    await expect(texts).to_have_text(["До перерыва", *missed, "После перерыва"])
    refused = [one for one in stand.window.problems if "net::ERR_" in one]
    assert stand.window.problems == refused
    stand.window.problems.clear()


async def test_an_emptied_world_closes_its_phones(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)

    await stand.sim("reset")

    await expect(stand.phone(anna)).to_have_count(0)
    await expect(stand.page.locator(".people-none")).to_be_visible()


async def test_what_could_not_be_sent_is_not_lost(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    phone = stand.phone(anna)
    field = phone.get_by_role("textbox")
    long = "а" * 5000

    await field.fill(long)
    await field.press("Enter")

    await expect(phone.locator(".toast")).to_contain_text("текст длиннее 4096 знаков")
    await expect(field).to_have_value(long)
    stand.window.problems = [one for one in stand.window.problems if "400 (Bad Request)" not in one]


async def test_what_is_drawn_while_the_sandbox_is_away_keeps_its_icons(stand: Stand) -> None:
    anna, boris = await stand.person("Анна"), await stand.person("Борис")
    await stand.show(anna)
    await stand.sandbox.stop()
    await stand.page.locator(".live:not([data-state=on])").wait_for(state="attached")

    await stand.page.locator(f".person[data-person='{boris}']").click()
    await stand.phone(boris).get_by_role("button", name="Войти по ссылке").wait_for()

    drawn = "icons => icons.filter(one => one.checkVisibility()).every(one => one.getBBox().width > 0)"
    async with asyncio.timeout(5):
        while not await stand.phone(boris).locator(".phone-head svg.icon").evaluate_all(drawn):
            await stand.page.evaluate("() => new Promise(requestAnimationFrame)")
    await stand.sandbox.start()
    stand.window.problems.clear()
