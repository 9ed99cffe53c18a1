"""Named sets of people."""

from collections.abc import Mapping
from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.organisation import (
    CreateSet,
    DeleteSet,
    EditSet,
    OpenSet,
    OpenSets,
    SetMember,
    SetPart,
)
from domain.ids import OrganisationId, PersonSetId
from domain.organisation import ORDER_NUMBER_LIMIT, SET_NAME_LIMIT, one_line
from domain.outcomes import Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import organisation_id_of
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.organisation.answers import told
from messenger.show import Show
from screens import organisation_partners as screens
from services.sets import Sets


async def _create(run: FormRun) -> None:
    sets: Sets = run.services["sets"]
    here = organisation_id_of(run)
    made = await sets.create(run.actor, here, run.text("name"), run.maybe_text("order"))
    if isinstance(made, Refused):
        await run.ask_again("name", made)
        return
    run.close()
    await run.show(screens.set_card(await sets.card(run.actor, here, made)))


async def _rename(run: FormRun) -> None:
    sets: Sets = run.services["sets"]
    set_id = PersonSetId(int(run.context["set"]))
    refused = await sets.rename(run.actor, organisation_id_of(run), set_id, run.text("name"))
    await _finish(run, sets, set_id, "name", refused)


async def _write_order(run: FormRun) -> None:
    sets: Sets = run.services["sets"]
    set_id = PersonSetId(int(run.context["set"]))
    refused = await sets.set_order(run.actor, organisation_id_of(run), set_id, run.maybe_text("order"))
    await _finish(run, sets, set_id, "order", refused)


async def _finish(run: FormRun, sets: Sets, set_id: PersonSetId, step: str, refused: Refused | None) -> None:
    if refused is not None:
        await run.ask_again(step, refused)
        return
    run.close()
    await run.show(screens.set_card(await sets.card(run.actor, organisation_id_of(run), set_id)))


_NAME = Step(
    "name",
    "organisation-set-ask-name",
    check=lambda text, _: one_line(text, SET_NAME_LIMIT),
    example="organisation-set-example",
)
_ORDER = Step(
    "order",
    "organisation-set-ask-order",
    check=lambda text, _: one_line(text, ORDER_NUMBER_LIMIT, numbers=True),
    example="organisation-set-order-example",
    optional=True,
)


async def _stored_order(run: FormRun) -> str | None:
    sets: Sets = run.services["sets"]
    found = await sets.card(run.actor, organisation_id_of(run), PersonSetId(int(run.context["set"])))
    return found.set.order_number


def _its_set(context: Mapping[str, int | str]) -> OpenSet:
    return OpenSet(OrganisationId(int(context["organisation"])), PersonSetId(int(context["set"])))


NEW_SET = Form(
    name="oznew",
    title="organisation-set-form",
    steps=(_NAME, _ORDER),
    finish=_create,
    place=lambda context: OpenSets(OrganisationId(int(context["organisation"]))),
)
RENAME_SET = Form(name="ozren", title="organisation-set-form", steps=(_NAME,), finish=_rename, place=_its_set)
ORDER_OF_SET = Form(
    name="ozord",
    title="organisation-set-form",
    steps=(replace(_ORDER, stored=_stored_order),),
    finish=_write_order,
    place=_its_set,
)


def build() -> Router:
    """The router of sets."""
    router = Router(name="organisation-sets")
    answer_forms(router, NEW_SET, RENAME_SET, ORDER_OF_SET)

    @router.callback_query(Tap(OpenSets), Known())
    async def listed(_: CallbackQuery, action: OpenSets, actor: Actor, show: Show, sets: Sets) -> None:
        await show(screens.sets(await sets.sets(actor, action.organisation_id), action.page))

    @router.callback_query(Tap(CreateSet), Known())
    async def create(_: CallbackQuery, action: CreateSet, actor: Actor, forms: Forms, sets: Sets) -> None:
        await sets.sets(actor, action.organisation_id)
        await forms.start(NEW_SET, context={"organisation": action.organisation_id})

    @router.callback_query(Tap(OpenSet), Known())
    async def card(_: CallbackQuery, action: OpenSet, actor: Actor, show: Show, sets: Sets) -> None:
        await show(
            screens.set_card(await sets.card(actor, action.organisation_id, action.set_id), action.page)
        )

    @router.callback_query(Tap(EditSet), Known())
    async def edit(_: CallbackQuery, action: EditSet, actor: Actor, forms: Forms, sets: Sets) -> None:
        await sets.card(actor, action.organisation_id, action.set_id)
        form = RENAME_SET if action.part is SetPart.NAME else ORDER_OF_SET
        context = {"organisation": action.organisation_id, "set": action.set_id}
        await forms.start(form, context=context, anew=True)

    @router.callback_query(Tap(SetMember), Known())
    async def member(_: CallbackQuery, action: SetMember, actor: Actor, show: Show, sets: Sets) -> None:
        here, set_id = action.organisation_id, action.set_id
        await sets.set_member(actor, here, set_id, action.membership_id, on=action.on)
        await show(screens.set_card(await sets.card(actor, here, set_id), action.page))

    @router.callback_query(Tap(DeleteSet), Known())
    async def delete(_: CallbackQuery, action: DeleteSet, actor: Actor, show: Show, sets: Sets) -> None:
        here, set_id = action.organisation_id, action.set_id
        if not action.sure:
            await show(screens.delete_sure(await sets.card(actor, here, set_id)))
            return
        await sets.delete(actor, here, set_id)
        await show(screens.sets(await sets.sets(actor, here)), told("organisation-set-deleted"))

    return router
