"""Hours as answers: at which things usually happen in a kindergarten or a school."""

from collections.abc import Sequence

from handlers.common.form_model import Option
from handlers.common.form_run import FormRun

TIMES = (
    "9-00", "9-30", "10-00", "10-30", "11-00", "11-30",
    "15-30", "16-00", "16-30", "17-00", "17-30", "18-00",
)  # fmt: skip


async def times_offered(_run: FormRun) -> Sequence[Option]:
    """Hours at which things usually happen."""
    return [Option(at, at.replace("-", ":")) for at in TIMES]
