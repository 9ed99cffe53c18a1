"""Whose language we speak reads it, whatever the installation's own; others read the installation's."""

import pytest

from locales import likely_locale


@pytest.mark.parametrize(
    ("language", "default", "locale"),
    [
        ("ru", "en", "ru"),
        ("en-GB", "ru", "en"),
        ("RU", "en", "ru"),
        ("rus", "en", "en"),
        ("de", "ru", "ru"),
        ("", "en", "en"),
        (None, "ru", "ru"),
    ],
)
def test_the_language_of_a_messenger_chooses_the_locale(
    language: str | None, default: str, locale: str
) -> None:
    assert likely_locale(language, default) == locale
