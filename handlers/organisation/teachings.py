"""Teachers' groups and substitutions."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.staff import (
    EndSubstitution,
    OpenSubstitutions,
    OpenTeaching,
    SetTeaching,
    Substitute,
)
from domain.ids import GroupId, MembershipId
from domain.outcomes import Reason
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.organisation.answers import day, refuse, told
from messenger.show import Show
from screens import organisation_teachings as screens
from services.teachings import Teachings


async def _substitute(run: FormRun) -> None:
    teachings: Teachings = run.services["teachings"]
    group_id = GroupId(int(run.context["group"]))
    refused = await teachings.substitute(
        run.actor,
        group_id,
        MembershipId(int(run.context["membership"])),
        date.fromisoformat(run.text("begins")),
        date.fromisoformat(run.text("ends")),
    )
    if refused is not None:
        wrong = "begins" if refused.reason is Reason.DATE_TOO_FAR else "ends"
        await run.ask_again(wrong, refused)
        return
    run.close()
    await run.show(screens.substitutions(await teachings.substitutions(run.actor, group_id)))


SUBSTITUTION = Form(
    name="otsub",
    title="organisation-substitution-form",
    steps=(
        Step("begins", "organisation-substitution-ask-from", check=day, calendar=True),
        Step("ends", "organisation-substitution-ask-to", check=day, calendar=True, calendar_from="begins"),
    ),
    finish=_substitute,
    place=lambda context: OpenSubstitutions(GroupId(int(context["group"]))),
)


def build() -> Router:
    """The router of teachers' groups."""
    router = Router(name="organisation-teachings")
    answer_forms(router, SUBSTITUTION)

    @router.callback_query(Tap(OpenTeaching), Known())
    async def teaching(
        _: CallbackQuery, action: OpenTeaching, actor: Actor, show: Show, teachings: Teachings
    ) -> None:
        await show(screens.teaching(await teachings.teaching(actor, action.membership_id), action.page))

    @router.callback_query(Tap(SetTeaching), Known())
    async def set_teaching(
        _: CallbackQuery, action: SetTeaching, actor: Actor, show: Show, teachings: Teachings
    ) -> None:
        refused = await teachings.set_teaching(actor, action.membership_id, action.group_id, on=action.on)
        if refused is not None:
            await refuse(show, refused)
            return
        await show(screens.teaching(await teachings.teaching(actor, action.membership_id), action.page))

    @router.callback_query(Tap(OpenSubstitutions), Known())
    async def substitutions(
        _: CallbackQuery, action: OpenSubstitutions, actor: Actor, show: Show, teachings: Teachings
    ) -> None:
        await show(screens.substitutions(await teachings.substitutions(actor, action.group_id)))

    @router.callback_query(Tap(Substitute), Known())
    async def substitute(
        _: CallbackQuery, action: Substitute, actor: Actor, show: Show, forms: Forms, teachings: Teachings
    ) -> None:
        view = await teachings.substitutions(actor, action.group_id)
        if action.membership_id is None:
            await show(screens.substitute_whom(view, action.page))
            return
        context: dict[str, int | str] = {
            "organisation": view.organisation.id,
            "group": view.group.id,
            "membership": action.membership_id,
        }
        await forms.start(SUBSTITUTION, context=context, anew=True)

    @router.callback_query(Tap(EndSubstitution), Known())
    async def end(
        _: CallbackQuery, action: EndSubstitution, actor: Actor, show: Show, teachings: Teachings
    ) -> None:
        await teachings.end_substitution(actor, action.group_id, action.membership_id)
        view = await teachings.substitutions(actor, action.group_id)
        await show(screens.substitutions(view), told("organisation-substitution-ended"))

    return router
