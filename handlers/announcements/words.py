"""The question for the words of an announcement, of every form that asks it."""

from domain.announcements import TEXT_LIMIT
from domain.forms import words
from handlers.common.form_model import Step

TEXT = Step(
    "text",
    "announcements-ask-text",
    check=words(TEXT_LIMIT, lines=True),
    example="announcements-example-text",
)
