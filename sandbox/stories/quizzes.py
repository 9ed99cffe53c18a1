"""The quiz in the sample kindergarten: approved, opened, played to the end by some, left in the middle by one."""

from collections.abc import Collection
from datetime import datetime, timedelta

from content.quizzes import WHO_DOES_WHAT, instruments
from domain.quizzes import Item, ItemKind
from sandbox.stories.stage import NotOnStage, Player, Seen

QUIZ = instruments().newest(WHO_DOES_WHAT)
QUESTIONS = {item.question: item for form in QUIZ.forms.values() for item in form}
PICTURES, WORDS = "Картинками", "Текстом"


async def approve(psychologist: Player) -> None:
    """The psychologist reads questions and texts to their end, and approves them."""
    await psychologist.send("/menu")
    for label in ("⭐ Викторина", "Прочитать и утвердить"):
        await psychologist.tap(label)
    while "✅ Утвердить" not in (await psychologist.newest()).labels:
        await psychologist.tap("Показать ещё")
    await psychologist.tap("✅ Утвердить")
    await psychologist.tap("Да, утвердить")


async def open_wave(methodist: Player, until: datetime, *groups: str) -> None:
    """The methodist opens the start wave; mothers, fathers and guardians are invited."""
    await methodist.send("/menu")
    for label in ("⭐ Викторина", "Открыть викторину", "Стартовая"):
        await methodist.tap(label)
    await methodist.send(f"{until:%d.%m.%Y}")
    for label in (*groups, "Готово", "Открыть и пригласить"):
        await methodist.tap(label)
    await methodist.stage.idle()


async def begin(adult: Player, way: str = WORDS) -> Seen:
    """An adult agrees and hands the phone to the child; gives the first question."""
    for label in ("⭐ Начать", "Даю согласие", way):
        await adult.tap(label)
    return await adult.newest()


async def play(
    phone: Player, *, questions: int = 99, unsure: Collection[str] = (), thinks: timedelta | None = None
) -> Seen:
    """The child answers so many questions, or all; those in `unsure` by another option than the key's first.

    Each takes the time `thinks`: answers without it are marked «очень быстро» for the psychologist.
    """
    seen = await phone.newest()
    for _ in range(questions):
        item = question_in(seen)
        if item is None or item.kind is ItemKind.REPORT:
            break
        if thinks is not None:
            await phone.stage.move_clock(by=thinks)
        seen = await answer(phone, seen, item, unsure=item.id in unsure)
    return seen


async def answer(phone: Player, seen: Seen, item: Item, *, unsure: bool = False) -> Seen:
    """One question: tapped step by step when it is an order; a second look finds the key."""
    options = list(item.options)
    steps = [option.text for option in (reversed(options) if unsure else options)]
    again = unsure and item.second_try
    for step in steps if item.kind is ItemKind.ORDER3 else [*steps[:1], *[options[0].text] * again]:
        await phone.tap(_label(seen, step), message_id=seen.id)
        seen = await phone.newest()
    return seen


async def finish(adult: Player, role: str, helped: str, plays: str) -> None:
    """All stars are there: a role name, the phone goes back, two questions for the adult."""
    for label in (role, "Я взрослый", helped, plays):
        await adult.tap(label)


def question_in(seen: Seen) -> Item | None:
    """The question that a message asks."""
    return next((item for question, item in QUESTIONS.items() if question in seen.text), None)


def _label(seen: Seen, option: str) -> str:
    """The whole label of an option's button."""
    for label in seen.labels:
        if label.endswith(option):
            return label
    raise NotOnStage(f"No answer «{option}» among {seen.labels}")
