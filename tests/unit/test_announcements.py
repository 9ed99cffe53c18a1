"""The words of an announcement: how many there may be, and by which it is named."""

from domain.announcements import may_be_said, opening_of
from domain.outcomes import Reason, Refused


def reason(outcome: object) -> Reason | None:
    """Why it was refused, if it was."""
    return outcome.reason if isinstance(outcome, Refused) else None


def test_words_are_checked() -> None:
    assert may_be_said("я" * 3500, None) is None
    assert reason(may_be_said("я" * 3501, None)) is Reason.TOO_LONG
    assert reason(may_be_said("\u200b", None)) is Reason.EMPTY
    assert reason(may_be_said("СНИЛС 112-233-445 95", None)) is Reason.LOOKS_LIKE_DOCUMENT
    assert may_be_said("я" * 800, "picture") is None
    assert may_be_said("🐻" * 401, "picture") == Refused(Reason.TOO_LONG_FOR_PICTURE, {"by": 2})


def test_the_first_words_name_it() -> None:
    assert opening_of("Собираем коробки.\nДо пятницы") == "Собираем коробки."
    cut = opening_of("Дорогие родители, напоминаем, что завтра в девять утра придёт фотограф")
    assert cut == "Дорогие родители, напоминаем, что завтра в девять утра…"
    assert len(opening_of("я" * 100)) == 60
