"""The core of the product with real fingers on the page: a guest comes, a child takes the quiz, a table is read."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from domain.attempts import SHAPES
from domain.quizzes import Item, ItemKind
from screens.quizzes_child import STEPS
from tests.browser.demo import Fingers
from tests.browser.stand import Window
from tests.conftest import START
from tests.scenarios.playroom import ITEMS, Playroom, open_playroom
from tests.scenarios.theatre import Theatre, theatre

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def house(window: Window, database_url: str, tmp_path: Path) -> AsyncIterator[Theatre]:
    """Sandbox and unchanged bot in this process, and the page open on them: it must meet no error."""
    async with theatre(database_url, tmp_path, START) as opened:
        await window.open()
        try:
            yield opened
            assert window.problems == []
        finally:
            await window.leave()


@pytest_asyncio.fixture(loop_scope="session")
async def room(house: Theatre, window: Window) -> Playroom:
    """«Солнышко» and everybody around it."""
    made = await open_playroom(house)
    await window.page.goto(house.address)
    await window.page.locator(".live[data-state=on]").wait_for(state="attached")
    return made


async def guest_of_the_group(room: Playroom, teacher: Fingers, mother: Fingers) -> None:
    """From two opened dates to «вас ждут»."""
    await teacher.menu()
    await teacher.tap("Гость группы")
    await teacher.tap("Открыть даты")
    await teacher.sees("Когда ждём гостей?")
    await teacher.tap("15")
    await teacher.tap("9:20")
    await teacher.answer("15 сентября", "16 сентября 10:00")
    await teacher.tap("Готово")
    await teacher.answer("Кого особенно хотелось бы увидеть?", "врач или пожарный")
    await teacher.sees("2 даты", "3 взрослым из 1 семьи")
    await teacher.tap("Пригласить")
    await teacher.sees("Даты открыты")
    await room.pass_on()

    await mother.sees("Приглашаем вас в гости", "врач или пожарный")
    await mother.tap("15 сентября")
    await mother.tap("С людьми")
    await mother.tap("Показать ещё")
    await mother.tap("Пожарный")
    await mother.tap("Рассказ")
    await mother.tap("Готово")
    await mother.sees("заявка отправлена", "вт, 15 сентября, 9:20", "Пожарный")
    await room.pass_on()

    await teacher.sees("К вам просится гость", "семья 0001")
    await teacher.tap("Предварительно да")
    await room.pass_on()
    await mother.sees("предварительно да")
    await mother.tap("Рассказать подробнее")
    await mother.tap("Горячее")
    await mother.tap("Готово")
    await mother.tap("Отправить")
    await mother.sees("Воспитатель посмотрит, что нужно подготовить")
    await room.pass_on()
    await teacher.sees("Осторожно: горячее")
    await teacher.tap("Подтвердить")
    await room.pass_on()
    await mother.sees("Всё решено, вас ждут")


async def question(phone: Fingers) -> Item | None:
    """What the child is asked now; None when all stars are there."""
    words = await phone.newest.locator(".text").inner_text()
    return next((item for text, item in ITEMS.items() if text in words), None)


async def press(phone: Fingers, label: str) -> None:
    """Tap one whole label, and wait until the bot has answered."""
    before = await phone.newest.inner_text()
    await phone.newest.get_by_role("button", name=label, exact=True).click()
    await expect(phone.newest).not_to_have_text(before, use_inner_text=True)


async def choose(phone: Fingers, option: str) -> None:
    """Press the answer with these words, behind whichever shape it stands."""
    labels = await phone.newest.locator(".key").all_inner_texts()
    await press(phone, next(label for label in labels if label.endswith(option)))


async def quiz(mother: Fingers) -> None:
    """A consent, the phone in the child's hands, all the stars, a role name, and two questions for the mother."""
    await mother.sees("Викторина «Кто что делает?»")
    await mother.tap("Начать")
    await mother.tap("Даю согласие")
    await mother.sees("Передайте телефон")
    await mother.tap("Картинками")
    picture = mother.newest.get_by_role("img").first
    await expect(picture).to_have_js_property("complete", True)
    labels = await mother.newest.locator(".key").all_inner_texts()
    assert [label[0] for label in labels[:4]] == list(SHAPES)

    looked_again = skipped = ordered = False
    while (item := await question(mother)) is not None:
        match item.kind:
            case ItemKind.PICK1 if item.second_try and not looked_again:
                await choose(mother, item.options[-1].text)
                await mother.sees("Посмотрим ещё разок?")
                await expect(mother.newest.get_by_role("button", name="·", exact=True)).to_have_count(1)
                looked_again = True
            case ItemKind.SMILE3 if not skipped:
                await press(mother, "Пропустить")
                skipped = True
                continue
            case ItemKind.ORDER3:
                for step, option in zip(STEPS, item.options, strict=True):
                    await choose(mother, option.text)
                    ordered = ordered or step in await mother.newest.inner_text()
                continue
        await choose(mother, item.options[0].text)
    assert (looked_again, skipped, ordered) == (True, True, True)

    await mother.sees("⭐" * 14, "Все звёзды собраны!")
    await mother.tap("Мастер")
    await mother.sees("Сегодня ты – 🛠 Мастер")
    await mother.tap("Я взрослый")
    await mother.tap("Немного подсказывали")
    await mother.tap("иногда")
    await mother.sees("0001: викторина пройдена", "Сегодня 0001 – 🛠 Мастер", "Чем заняться дома")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_core_on_the_page(room: Playroom, window: Window) -> None:
    page: Page = window.page
    teacher, mother = await Fingers.of(page, "Анна"), await Fingers.of(page, "Мария")
    await guest_of_the_group(room, teacher, mother)

    await room.laid()
    await quiz(mother)

    psychologist = await Fingers.of(page, "Ольга")
    await psychologist.menu()
    await psychologist.tap("Викторина")
    await psychologist.tap("Стартовая")
    await psychologist.tap("Таблица по кодам")
    await psychologist.sees("0001 · К 11 В", "дома; помощь: немного", "без ответа: 1")
    await expect(psychologist.newest).not_to_contain_text("Мария")
