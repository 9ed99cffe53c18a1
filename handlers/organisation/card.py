"""The head keeps the organisation's card and decides about names in the bot."""

from collections.abc import Awaitable, Callable, Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.organisation import (
    EditOrganisation,
    OpenOrganisation,
    OpenPersonalData,
    SetOrganisationPart,
    TurnPersonalDataOff,
    TurnPersonalDataOn,
)
from domain.ids import OrganisationId
from domain.organisation import DECISION_LIMIT, PART_LIMITS, OrganisationPart, one_line
from domain.outcomes import Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.organisation.answers import refuse
from messenger.show import Show
from screens import organisation as screens
from screens.base import say
from services.access import organisation_of
from services.organisations import Organisations

TYPED = (
    OrganisationPart.NAME,
    OrganisationPart.ADDRESS,
    OrganisationPart.OPERATOR,
    OrganisationPart.CONTACT,
    OrganisationPart.PROCESSOR,
)


def _part_step(part: OrganisationPart) -> Step:
    return Step(
        part.value,
        f"organisation-edit-ask-{part.value}",
        check=lambda text, _: one_line(text, PART_LIMITS[part], numbers=True),
        optional=part is not OrganisationPart.NAME,
        stored=_stored(part),
    )


def _stored(part: OrganisationPart) -> Callable[[FormRun], Awaitable[str | None]]:
    async def stored(run: FormRun) -> str | None:
        here = organisation_of(run.actor, OrganisationId(int(run.context["organisation"])))
        parts = {
            OrganisationPart.NAME: here.name,
            OrganisationPart.ADDRESS: here.address,
            OrganisationPart.OPERATOR: here.operator,
            OrganisationPart.CONTACT: here.contact,
            OrganisationPart.PROCESSOR: here.processor,
        }
        return parts[part]

    return stored


def _part_form(part: OrganisationPart) -> Form:
    async def change(run: FormRun) -> None:
        organisations: Organisations = run.services["organisations"]
        here = OrganisationId(int(run.context["organisation"]))
        changed = await organisations.change(run.actor, here, part, run.maybe_text(part.value) or "")
        if isinstance(changed, Refused):
            await run.ask_again(part.value, changed)
            return
        run.close()
        await run.show(screens.card(changed))

    return Form(
        name=f"oo{part.value[:3]}",
        title="organisation-edit-form",
        steps=(_part_step(part),),
        finish=change,
        place=lambda context: OpenOrganisation(OrganisationId(int(context["organisation"]))),
    )


PART_FORMS = {part: _part_form(part) for part in TYPED}


async def _yes(_run: FormRun) -> Sequence[Option]:
    return [Option("yes", say("organisation-names-yes"))]


async def _turn_on(run: FormRun) -> None:
    organisations: Organisations = run.services["organisations"]
    here = OrganisationId(int(run.context["organisation"]))
    switched = await organisations.turn_personal_data_on(run.actor, here, run.text("decision"))
    if isinstance(switched, Refused):
        await run.ask_again("decision", switched)
        return
    run.close()
    await run.show(screens.personal_data(switched))


NAMES_ON = Form(
    name="opdon",
    title="organisation-names-form",
    steps=(
        Step(
            "decision",
            "organisation-names-ask-decision",
            check=lambda text, _: one_line(text, DECISION_LIMIT, numbers=True),
            example="organisation-names-example",
        ),
        Step("sure", "organisation-names-ask-sure", options=_yes),
    ),
    finish=_turn_on,
    place=lambda context: OpenPersonalData(OrganisationId(int(context["organisation"]))),
)


def build() -> Router:
    """The router of the organisation's card."""
    router = Router(name="organisation-card")
    answer_forms(router, *PART_FORMS.values(), NAMES_ON)

    @router.callback_query(Tap(OpenOrganisation), Known())
    async def card(
        _: CallbackQuery, action: OpenOrganisation, actor: Actor, show: Show, organisations: Organisations
    ) -> None:
        await show(screens.card(await organisations.card(actor, action.organisation_id)))

    @router.callback_query(Tap(EditOrganisation), Known())
    async def edit(
        _: CallbackQuery,
        action: EditOrganisation,
        actor: Actor,
        show: Show,
        forms: Forms,
        organisations: Organisations,
    ) -> None:
        organisation = await organisations.card(actor, action.organisation_id)
        form = PART_FORMS.get(action.part)
        if form is None:
            await show(screens.pick(organisation, action.part))
        else:
            await forms.start(form, context={"organisation": organisation.id}, anew=True)

    @router.callback_query(Tap(SetOrganisationPart), Known())
    async def set_part(
        _: CallbackQuery,
        action: SetOrganisationPart,
        actor: Actor,
        show: Show,
        organisations: Organisations,
    ) -> None:
        changed = await organisations.change(actor, action.organisation_id, action.part, action.value)
        if isinstance(changed, Refused):
            await refuse(show, changed)
        else:
            await show(screens.card(changed))

    @router.callback_query(Tap(OpenPersonalData), Known())
    async def names(
        _: CallbackQuery, action: OpenPersonalData, actor: Actor, show: Show, organisations: Organisations
    ) -> None:
        await show(screens.personal_data(await organisations.card(actor, action.organisation_id)))

    @router.callback_query(Tap(TurnPersonalDataOn), Known())
    async def turn_on(
        _: CallbackQuery,
        action: TurnPersonalDataOn,
        actor: Actor,
        show: Show,
        forms: Forms,
        organisations: Organisations,
    ) -> None:
        organisation = await organisations.card(actor, action.organisation_id)
        if organisation.personal_data:
            await show(screens.personal_data(organisation))
        else:
            await forms.start(NAMES_ON, context={"organisation": organisation.id})

    @router.callback_query(Tap(TurnPersonalDataOff), Known())
    async def turn_off(
        _: CallbackQuery, action: TurnPersonalDataOff, actor: Actor, show: Show, organisations: Organisations
    ) -> None:
        if not action.sure:
            organisation = await organisations.card(actor, action.organisation_id)
            await show(screens.personal_data_off_sure(organisation))
            return
        switched = await organisations.turn_personal_data_off(actor, action.organisation_id)
        await show(screens.personal_data(switched))

    return router
