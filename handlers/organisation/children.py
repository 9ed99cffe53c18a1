"""New codes for a group."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.groups import AddChildren, OpenGroup, TypeChildren
from domain.forms import whole_number
from domain.ids import GroupId
from domain.organisation import CHILDREN_AT_ONCE
from domain.outcomes import Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.organisation.answers import refuse
from messenger.show import Show
from screens import organisation_groups as screens
from services.families import Families
from services.groups import Groups


async def _add(run: FormRun) -> None:
    groups: Groups = run.services["groups"]
    families: Families = run.services["families"]
    group_id = GroupId(int(run.context["group"]))
    count = run.values["count"]
    assert isinstance(count, int)
    added = await groups.add_children(run.actor, group_id, count)
    if isinstance(added, Refused):
        await run.ask_again("count", added)
        return
    run.close()
    await run.show(screens.children_added(await families.families(run.actor, group_id), added))


COUNT = Form(
    name="ognum",
    title="organisation-children-form",
    steps=(Step("count", "organisation-children-ask", check=whole_number(1, CHILDREN_AT_ONCE)),),
    finish=_add,
    place=lambda context: OpenGroup(GroupId(int(context["group"]))),
)


def build() -> Router:
    """The router of new codes."""
    router = Router(name="organisation-children")
    answer_forms(router, COUNT)

    @router.callback_query(Tap(AddChildren), Known())
    async def add(
        _: CallbackQuery, action: AddChildren, actor: Actor, show: Show, groups: Groups, families: Families
    ) -> None:
        if action.count is None:
            await show(screens.how_many((await families.families(actor, action.group_id)).group))
            return
        added = await groups.add_children(actor, action.group_id, action.count)
        if isinstance(added, Refused):
            await refuse(show, added)
            return
        await show(screens.children_added(await families.families(actor, action.group_id), added))

    @router.callback_query(Tap(TypeChildren), Known())
    async def other(
        _: CallbackQuery, action: TypeChildren, actor: Actor, forms: Forms, families: Families
    ) -> None:
        view = await families.families(actor, action.group_id)
        context = {"organisation": view.organisation.id, "group": view.group.id}
        await forms.start(COUNT, context=context, anew=True)

    return router
