"""Words of the shell around the content: Fluent texts of each locale, and dates as people say them."""

from locales.texts import DEFAULT, LOCALES, Texts, likely_locale, texts_for

__all__ = ["DEFAULT", "LOCALES", "Texts", "likely_locale", "texts_for"]
