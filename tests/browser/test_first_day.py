"""The first day of a newcomer, clicked on the page: the unchanged bot behind it, Ctrl-C, and everything in its place."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.demo import Demo, Fingers
from tests.browser.stand import Window

pytestmark = pytest.mark.asyncio(loop_scope="session")

OWNER = 7_000_001
MORNING = datetime(2027, 9, 6, 3, 0, tzinfo=UTC)
"""Monday, ten o'clock in Novokuznetsk: no quiet hours, and the clock of the sandbox never goes back."""


@pytest_asyncio.fixture(loop_scope="session")
async def demo(window: Window, tmp_path: Path) -> AsyncIterator[Demo]:
    """An empty town on a Monday morning, in which only the owner of the installation lives."""
    demo = Demo(tmp_path / "demo")
    await demo.start()
    await window.open()
    try:
        request = window.page.context.request
        await request.post(f"{demo.url}/sim/clock", data={"now": MORNING.timestamp()})
        await request.post(f"{demo.url}/sim/people", data={"id": OWNER, "first_name": "Олег"})
        await window.page.goto(demo.url)
        await window.page.locator(".live[data-state=on]").wait_for(state="attached")
        yield demo
        assert window.problems == []
    finally:
        await window.leave()
        await demo.stop()


async def newcomer(page: Page, name: str) -> Fingers:
    """Somebody new on the left, with their phone open."""
    await page.get_by_role("button", name="Добавить человека").first.click()
    dialog = page.get_by_role("dialog", name="Новый человек")
    await dialog.get_by_label("Имя").fill(name)
    await dialog.get_by_role("button", name="Добавить").click()
    return Fingers(page, page.get_by_role("article", name=f"Телефон: {name}"))


async def owner_invites_a_head(page: Page) -> str:
    """A new kindergarten; gives the head's link."""
    owner = await Fingers.of(page, "Олег")
    await owner.phone.get_by_role("button", name="Начать").click()
    await owner.sees("Владелец установки")
    await owner.tap("Организации")
    await owner.tap("Создать организацию")
    await owner.answer("Как называется организация?", "Детский сад № 12")
    await owner.tap("Детский сад")
    await owner.tap("Новокузнецк")
    await owner.tap("Ссылка для заведующего")
    await owner.sees("Ссылка готова")
    link = await owner.link()
    await owner.phone.get_by_role("button", name="Убрать телефон").click()
    return link


async def head_makes_a_group_and_invites_its_teacher(page: Page, link: str) -> str:
    """«Солнышко» with five codes; gives the teacher's link."""
    head = await newcomer(page, "Елена")
    await head.enter(link)
    await head.tap("Согласен")
    await head.sees("заведующий")
    await head.menu()
    await head.tap("Группы")
    await head.tap("Новая группа")
    await head.answer("Как называется группа?", "Солнышко")
    await head.tap("🐻")
    await head.tap("5–6")
    await head.tap("Добавить детей")
    await head.tap("Другое число")
    await head.answer("Сколько детей добавить?", "5")
    await head.sees("0001 – 0005")
    await head.menu()
    await head.tap("Сотрудники")
    await head.tap("Пригласить")
    await head.tap("воспитатель")
    await head.tap("Солнышко")
    await head.tap("Готово")
    await head.sees("Ссылка готова")
    return await head.link()


async def teacher_prints_cards(teacher: Fingers) -> list[str]:
    """The PDF arrives in the chat; gives the links on the cards."""
    await teacher.menu()
    await teacher.tap("Группы")
    await teacher.tap("Солнышко")
    await teacher.tap("Карточки семей")
    await teacher.sees("5 карточек", ".pdf")
    cards = await teacher.printed_links()
    assert len(cards) == 5
    return cards


async def joins(page: Page, name: str, card: str, kinship: str) -> Fingers:
    """An adult with a family's card."""
    adult = await newcomer(page, name)
    await adult.enter(card)
    await adult.sees("Сообщения проходят через Telegram")
    await adult.tap("Согласен")
    await adult.tap(kinship)
    await adult.sees("Вы на связи с группой")
    return adult


async def teacher_publishes(teacher: Fingers) -> None:
    """An event for the teacher's only group."""
    await teacher.menu()
    await teacher.tap("Новое мероприятие")
    await teacher.answer("Как называется мероприятие?", "Кто печёт хлеб?")
    await teacher.answer("Какого числа?", "в пятницу в 9:30")
    await teacher.answer("Где встречаемся?", "музыкальный зал")
    await teacher.tap("Пропустить")
    await teacher.sees("3 взрослым из 1 семьи")
    await teacher.tap("Опубликовать")
    await teacher.sees("Опубликовано")


async def test_the_first_day_clicked_and_found_again_after_a_restart(demo: Demo, window: Window) -> None:
    page = window.page
    invitation = await owner_invites_a_head(page)
    staff_link = await head_makes_a_group_and_invites_its_teacher(page, invitation)
    teacher = await newcomer(page, "Марина")
    await teacher.enter(staff_link)
    await teacher.tap("Согласен")
    await teacher.sees("воспитатель")
    cards = await teacher_prints_cards(teacher)

    mother = await joins(page, "Анна", cards[0], "Мама или папа")
    father = await joins(page, "Пётр", cards[0], "Мама или папа")
    grandmother = await joins(page, "Нина", cards[0], "Бабушка")
    await teacher_publishes(teacher)
    for adult, answer in (
        (mother, "Приду с ребёнком"),
        (father, "Не смогу"),
        (grandmother, "Приду один/одна"),
    ):
        await adult.sees("Кто печёт хлеб?", "пт, 10 сентября, 9:30", "музыкальный зал")
        await adult.tap(answer)
        await adult.sees(f"Ваш ответ: {answer}")

    await teacher.menu()
    await teacher.tap("Мероприятия")
    await teacher.tap("Кто печёт хлеб?")
    await teacher.sees("Придут: 1 семья", "ещё не ответили: 4")
    await teacher.tap("Отменить мероприятие")
    await teacher.sees("Сообщение об отмене придёт: 3 взрослым")
    await teacher.tap("Да, отменить")
    for adult in (mother, father, grandmother):
        await adult.sees("Мероприятие отменено", "Кто печёт хлеб?")
    await expect(mother.phone.locator(".messages .text", has_text="🚫 Отменено")).to_contain_text("Ваш ответ")

    assert window.problems == []
    before = await mother.phone.locator(".messages .text").all_text_contents()
    assert "Stopped. Everything is kept" in await demo.stop()
    await page.locator(".live[data-state=off]").wait_for(state="attached")
    await demo.start()
    await page.locator(".live[data-state=on]").wait_for(state="attached")
    window.problems.clear()  # the browser said that nobody was there
    await page.reload()
    await page.locator(".live[data-state=on]").wait_for(state="attached")

    await expect(page.locator(".person-name")).to_have_text(
        ["Олег", "Елена", "Марина", "Анна", "Пётр", "Нина"]
    )
    await expect(mother.phone.locator(".messages .text")).to_have_text(before)
    await mother.menu()
    await mother.sees("0001", "Солнышко")
    await teacher.menu()
    await teacher.tap("Мероприятия")
    await teacher.tap("🚫")
    await teacher.sees("Отменено", "Кто печёт хлеб?")
