"""The registry of partners."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.organisation import EditPartner, EndPartner, OpenPartner, OpenPartners, PartnerPart
from domain.ids import MembershipId
from domain.organisation import AGREEMENT_LIMIT, PartnerTerms, one_line
from domain.outcomes import Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.organisation.answers import day, told
from messenger.show import Show
from screens import organisation_partners as screens
from screens.base import Day
from services.partners import Partners


async def _write_agreement(run: FormRun) -> None:
    partners: Partners = run.services["partners"]
    partner_id = MembershipId(int(run.context["membership"]))
    written = await partners.write_agreement(run.actor, partner_id, run.maybe_text("number"))
    if isinstance(written, Refused):
        await run.ask_again("number", written)
        return
    run.close()
    await run.show(screens.partner(await partners.partner(run.actor, partner_id)))


async def _set_term(run: FormRun) -> None:
    partners: Partners = run.services["partners"]
    partner_id = MembershipId(int(run.context["membership"]))
    written = await partners.set_term(run.actor, partner_id, date.fromisoformat(run.text("until")))
    if isinstance(written, Refused):
        await run.ask_again("until", written)
        return
    run.close()
    await run.show(screens.partner(await partners.partner(run.actor, partner_id)))


async def _terms(run: FormRun) -> PartnerTerms:
    partners: Partners = run.services["partners"]
    return (await partners.partner(run.actor, MembershipId(int(run.context["membership"])))).line.terms


async def _stored_agreement(run: FormRun) -> str | None:
    return (await _terms(run)).agreement


async def _stored_term(run: FormRun) -> Day | None:
    until = (await _terms(run)).term_until
    return None if until is None else Day(until, "year")


AGREEMENT = Form(
    name="opagr",
    title="organisation-partner-form",
    steps=(
        Step(
            "number",
            "organisation-partner-ask-agreement",
            check=lambda text, _: one_line(text, AGREEMENT_LIMIT, numbers=True),
            example="organisation-partner-agreement-example",
            optional=True,
            stored=_stored_agreement,
        ),
    ),
    finish=_write_agreement,
    place=lambda context: OpenPartner(MembershipId(int(context["membership"]))),
)
TERM = Form(
    name="opterm",
    title="organisation-partner-form",
    steps=(
        Step(
            "until",
            "organisation-partner-ask-term",
            check=day,
            calendar=True,
            stored=_stored_term,
        ),
    ),
    finish=_set_term,
    place=lambda context: OpenPartner(MembershipId(int(context["membership"]))),
)


def build() -> Router:
    """The router of partners."""
    router = Router(name="organisation-partners")
    answer_forms(router, AGREEMENT, TERM)

    @router.callback_query(Tap(OpenPartners), Known())
    async def registry(
        _: CallbackQuery, action: OpenPartners, actor: Actor, show: Show, partners: Partners
    ) -> None:
        await show(screens.registry(await partners.registry(actor, action.organisation_id), action.page))

    @router.callback_query(Tap(OpenPartner), Known())
    async def partner(
        _: CallbackQuery, action: OpenPartner, actor: Actor, show: Show, partners: Partners
    ) -> None:
        await show(screens.partner(await partners.partner(actor, action.membership_id)))

    @router.callback_query(Tap(EditPartner), Known())
    async def edit(
        _: CallbackQuery, action: EditPartner, actor: Actor, show: Show, forms: Forms, partners: Partners
    ) -> None:
        view = await partners.partner(actor, action.membership_id)
        if not view.may_change:
            await show(screens.partner(view))
            return
        form = AGREEMENT if action.part is PartnerPart.AGREEMENT else TERM
        context = {"organisation": view.organisation.id, "membership": action.membership_id}
        await forms.start(form, context=context, anew=True)

    @router.callback_query(Tap(EndPartner), Known())
    async def end(_: CallbackQuery, action: EndPartner, actor: Actor, show: Show, partners: Partners) -> None:
        if not action.sure:
            await show(screens.end_sure(await partners.partner(actor, action.membership_id)))
            return
        ended = await partners.end(actor, action.membership_id)
        view = await partners.registry(actor, ended.organisation_id)
        await show(screens.registry(view), told("organisation-partner-ended"))

    return router
