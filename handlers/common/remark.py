"""The question what to change, of every form that gives a publication back."""

from domain.approvals import REMARK_LIMIT
from domain.forms import words
from handlers.common.form_model import Step

REMARK = Step(
    "words",
    "approvals-ask-words",
    check=words(REMARK_LIMIT, lines=True),
    example="approvals-example-words",
    optional=True,
)
