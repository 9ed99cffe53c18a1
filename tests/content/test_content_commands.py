"""`python -m bot content …`: a file is praised, mended or shown; what stops a start is said in words."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import content.professions
from bot.cli import app
from bot.obstacles import NOT_READY, obstacle
from bot.settings import Settings
from content.faults import Fault, FaultKind, UnusableContent
from content.quizzes import QuizChanged
from locales import LOCALES, texts_for
from screens.render import plain
from services.instruments import InstrumentChanged
from tests.content.test_content_check import QUIZ, TAILOR, TEXT

PROFESSIONS = Path(content.professions.__file__).parent


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs the command somewhere without settings."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)

    def run(file: Path, locale: str = "ru") -> Result:
        return CliRunner().invoke(app, ["content", "check", str(file)], env={"DEFAULT_LOCALE": locale})

    return run


def test_a_sound_quiz_is_praised(check: Callable[..., Result]) -> None:
    done = check(QUIZ)
    assert done.exit_code == 0, done.output
    assert (
        "«Кто что делает?», версия 1 – в порядке: вопросов с баллами 14 в форме А и 14 в форме Б"
        in done.output
    )
    assert "sound" in check(QUIZ, "en").output


def test_mistakes_are_told_in_words(check: Callable[..., Result], tmp_path: Path) -> None:
    file = tmp_path / QUIZ.name
    file.write_text(TEXT.replace(TAILOR, "", 1), encoding="utf-8")
    number = TEXT[: TEXT.index(TAILOR)].count("\n") - 1
    done = check(file)
    assert done.exit_code == 1
    first, last = done.output.splitlines()
    assert first.startswith(
        f"Строка {number}, items.options: нужно вариантов: 4, есть: 3. Например: - {{id: a"
    )
    assert last == "Нашлось, что исправить: 1 место. Исправьте и проверьте ещё раз."
    assert check(file, "en").output.startswith(f"Line {number}, items.options: options needed: 4, found: 3.")


def test_a_published_quiz_that_was_changed_is_told_its_next_name(
    check: Callable[..., Result], tmp_path: Path
) -> None:
    shutil.copytree(QUIZ.parent, tmp_path / "quizzes")
    file = tmp_path / "quizzes" / QUIZ.name
    file.write_text(TEXT.replace("Кто это?", "Кто же это?"), encoding="utf-8")
    done = check(file)
    assert done.exit_code == 1
    assert "kto-chto-delaet.v2.yaml" in done.output


def test_a_new_quiz_is_told_the_line_that_publishes_it(check: Callable[..., Result], tmp_path: Path) -> None:
    file = tmp_path / "kto-chto-delaet.v2.yaml"
    file.write_text(TEXT.replace("version: 1", "version: 2"), encoding="utf-8")
    done = check(file)
    assert done.exit_code == 0, done.output
    assert re.fullmatch(r"[0-9a-f]{64}  kto-chto-delaet\.v2\.yaml", done.output.splitlines()[-1])


def test_the_catalogue_is_checked_too(check: Callable[..., Result], tmp_path: Path) -> None:
    assert re.search(r"«people\.yaml» в порядке: \d+ профес", check(PROFESSIONS / "people.yaml").output)
    shutil.copytree(PROFESSIONS, tmp_path / "professions")
    file = tmp_path / "professions" / "people.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("name: Врач\n", "name:\n"), encoding="utf-8")
    done = check(file)
    assert done.exit_code == 1
    assert re.match(r"Строка \d+, vrach\.name: поля не хватает\. Например: name: Пекарь", done.output)


def test_a_picture_that_is_not_drawn_is_told_with_its_line(
    check: Callable[..., Result], tmp_path: Path
) -> None:
    shutil.copytree(PROFESSIONS, tmp_path / "professions")
    file = tmp_path / "professions" / "machines.yaml"
    text = file.read_text(encoding="utf-8").replace("picture: pickaxe", "picture: pickax", 1)
    file.write_text(text, encoding="utf-8")
    line = text[: text.index("picture: pickax\n")].count("\n") + 1
    done = check(file)
    assert done.exit_code == 1
    assert done.output.startswith(
        f"Строка {line}, shahter.picture: рисунка «pickax» нет в папке content/pictures."
        " Например: picture: pickaxe"
    )
    quiz = tmp_path / QUIZ.name
    quiz.write_text(TEXT.replace("picture: thread-spool", "picture: thread", 1), encoding="utf-8")
    assert "нет в папке content/pictures. Например: picture: thread-spool" in check(quiz).output


@pytest.mark.parametrize(
    ("name", "said"), [("vocabulary.ru.yaml", "не викторина"), ("nothing.yaml", "Нет такого")]
)
def test_another_file_is_told_from_a_quiz(check: Callable[..., Result], name: str, said: str) -> None:
    done = check(QUIZ.parents[1] / name)
    assert done.exit_code != 0
    assert said in done.output


@pytest.mark.parametrize("locale", LOCALES)
def test_a_quiz_is_shown_with_its_keys(locale: str, check: Callable[..., Result]) -> None:
    show = ["content", "show", str(QUIZ)]
    done = CliRunner().invoke(app, show, env={"DEFAULT_LOCALE": locale})
    assert done.exit_code == 0
    for said in (
        "не стандартизирован",
        "0–6 | 7–9 | 10–12",
        "пробирка – 2, чашка – 0",
        "замесить тесто → поставить",
    ):
        assert said in done.output
    for item in re.findall(r"question: (.*)", TEXT):
        assert item in done.output


def test_the_page_for_the_psychologist_is_what_the_file_says(check: Callable[..., Result]) -> None:
    """Made with `python -m bot content show content/quizzes/kto-chto-delaet.v1.yaml`."""
    page = QUIZ.parents[2] / "docs" / "ru" / "инструмент-кто-что-делает.md"
    done = CliRunner().invoke(app, ["content", "show", str(QUIZ)], env={"DEFAULT_LOCALE": "ru"})
    assert page.read_text(encoding="utf-8") == done.output


def test_a_quiz_with_a_mistake_is_not_shown(check: Callable[..., Result], tmp_path: Path) -> None:
    file = tmp_path / QUIZ.name
    file.write_text(TEXT.replace("lang: ru", "lang: de"), encoding="utf-8")
    done = CliRunner().invoke(app, ["content", "show", str(file)], env={"DEFAULT_LOCALE": "ru"})
    assert done.exit_code == 1
    assert "content check" in done.output


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            UnusableContent(QUIZ, (Fault(41, "items", FaultKind.NO_LIST),)),
            f"content check content/quizzes/{QUIZ.name}",
        ),
        (QuizChanged(QUIZ.name), QUIZ.name),
        (InstrumentChanged("kto-chto-delaet.v1"), "kto-chto-delaet.v1"),
    ],
)
def test_a_start_that_content_stops_says_what_to_do(error: Exception, said: str) -> None:
    known = obstacle(error)
    assert known is not None
    phrase, code = known
    assert code == NOT_READY
    assert said in plain(phrase, texts_for("ru"))
