"""`python -m bot entrance-list`: who is awaited at the door, printed on the organisation's own computer (rule 13)."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import WRONG_SETTINGS, app, fail, finish, load_settings, organisation_or_end, tell
from domain.guest_papers import ENTRANCE_DAYS
from screens.base import say


@app.command("entrance-list")
def entrance_list(
    organisation: Annotated[str, typer.Argument(help="number or exact name of the organisation")],
    file: Annotated[Path, typer.Argument(help="workbook to write (.xlsx)")],
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="first day of the list; today if not given")
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=ENTRANCE_DAYS, help="how many days")] = 1,
) -> None:
    """Write who is awaited at the door on these days: it never goes through the messenger."""
    settings = load_settings()
    from bot import operating

    found = organisation_or_end(settings, organisation)
    first = None if day is None else day.date()
    try:
        finish(settings, operating.entrance_list(settings, found.id, file, first, days))
    except OverflowError:
        fail(settings, say("running-entrance-far"), WRONG_SETTINGS)
    tell(settings, say("running-entrance-done", file=str(file)))
