"""What newcomers and staff may type while joining."""

from domain.actions.joining import OpenRequest
from domain.forms import words
from domain.ids import JoinRequestId, MembershipId
from domain.joining import NOTE_LIMIT, DeclineReason, spoken_name
from domain.outcomes import Refused
from handlers.common.form_model import Form, Step
from handlers.common.form_run import FormRun
from screens import joining as screens
from screens import joining_staff
from services.menu import Menu
from services.requests import Requests
from services.settings import Settings


async def _name(run: FormRun) -> None:
    settings: Settings = run.services["settings"]
    menu: Menu = run.services["menu"]
    target, waiting = int(run.context["target"]), bool(run.context["waiting"])
    outcome = await settings.name_self(run.actor, run.text("name"), MembershipId(target), waiting=waiting)
    if isinstance(outcome, Refused):
        await run.ask_again("name", outcome)
        return
    run.close()
    await run.show(screens.named(await menu.look(outcome), target, waiting=waiting))


async def _decline(run: FormRun) -> None:
    requests: Requests = run.services["requests"]
    outcome = await requests.decline(
        run.actor, JoinRequestId(int(run.context["request"])), DeclineReason.OWN_WORDS, run.text("why")
    )
    if isinstance(outcome, Refused):
        await run.ask_again("why", outcome)
        return
    run.close()
    await run.show(joining_staff.card(outcome))


NAME = Form(
    name="jname",
    title="joining-name-title",
    steps=(
        Step(
            "name",
            "joining-name-question",
            check=lambda text, _: spoken_name(text),
            example="joining-name-example",
        ),
    ),
    finish=_name,
)
DECLINE = Form(
    name="jno",
    title="joining-decline-title",
    steps=(
        Step("why", "joining-decline-question", check=words(NOTE_LIMIT), example="joining-decline-example"),
    ),
    finish=_decline,
    place=lambda context: OpenRequest(JoinRequestId(int(context["request"]))),
)
FORMS = (NAME, DECLINE)
