"""The quiz at home: a child with an adult's phone, in pictures and in words, with everything that comes between."""

from domain.actions.quizzes import OpenQuiz
from domain.ids import ChildId, WaveId
from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu, taps
from sandbox.stories.quizzes import PICTURES, QUIZ, WORDS, begin, finish, play
from screens.buttons import pack

KNOWLEDGE = frozenset(item.id for form in QUIZ.forms.values() for item in form if item.second_try)
READ, HELPED, MUCH = "Только читали", "Немного", "Много"


async def in_pictures(stage: Recorder) -> None:
    """Consent put off and given, a rest, a picture that does not come, all stars; what the other parent sees."""
    mother, father = stage.player("Анна"), stage.player("Пётр")
    await taps(mother, "⭐ Начать", "Не сейчас", "Назад", "Даю согласие", PICTURES)
    await play(mother, questions=4, unsure=KNOWLEDGE)
    await taps(mother, "⏸", "Я взрослый", "Продолжить")
    await stage.call("POST", "faults", {"kind": "bad_request", "method": "editMessageMedia", "count": None})
    await play(mother, questions=1)
    await stage.call("DELETE", "faults")
    await mother.tap("Попробовать ещё раз")
    await play(mother, unsure=KNOWLEDGE)
    await finish(mother, "Знаток", READ, "часто")
    await menu(father, "⭐ Викторина", "Что получилось")
    await menu(father, "⭐ Викторина", "Отозвать согласие")


async def in_words(stage: Recorder) -> None:
    """Two children of one mother; the father stops the quiz and goes on; pictures are refused from the beginning."""
    mother, father, other = (stage.player(name) for name in ("Ирина", "Денис", "Руслан"))
    await taps(mother, "⭐ Начать", "0004", "Даю согласие", WORDS)
    await play(mother, questions=3, unsure=KNOWLEDGE)
    await menu(father, "⭐ Викторина", "Остановить участие", "Нет, оставить", "Остановить участие")
    await father.tap("Да, остановить")
    await play(mother, questions=1)
    await mother.tap("Я взрослый")
    await menu(mother, "⭐ Викторина")
    await menu(father, "⭐ Викторина", "Продолжить")
    await play(father, unsure=KNOWLEDGE)
    await finish(father, "Мастер", HELPED, "иногда")
    await stage.call("POST", "faults", {"kind": "server_error", "method": "sendPhoto", "count": None})
    await begin(other, PICTURES)
    await stage.call("DELETE", "faults")
    await other.tap("Продолжить текстом")
    await play(other, unsure=KNOWLEDGE)
    await finish(other, "Исследователь", MUCH, "Не знаю")


async def not_for_everybody(stage: Recorder) -> None:
    """A relative, a family without a quiz, one that is left in the middle, one that takes its consent back."""
    await stage.player("Нина").tap_data(pack(OpenQuiz(WaveId(1), ChildId(1))))
    await menu(stage.player("Татьяна"), "⭐ Викторина")
    guardian = stage.player("Галина")
    await menu(guardian, "⭐ Викторина", "Продолжить")
    await taps(guardian, "⏸", "Картинок не видно")
    left = stage.player("Алексей")
    await begin(left, PICTURES)
    await play(left, questions=3)
    gone = stage.player("Ксения")
    await menu(gone, "⭐ Викторина", "Отозвать согласие", "Да, отозвать")
