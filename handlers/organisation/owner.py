"""The owner of the installation: organisations and the links of their heads."""

from collections.abc import Sequence

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from domain.actions.organisation import (
    CreateOrganisation,
    IssueHeadLink,
    OpenInstallation,
    OpenTenant,
)
from domain.links import LinkKind
from domain.organisation import PART_LIMITS, ZONES, OrganisationPart, one_line
from domain.outcomes import Refused
from domain.people import Actor, OrganisationKind
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.organisation.answers import address
from messenger.show import Show
from screens import organisation as screens
from screens import organisation_links as links
from screens.base import say
from services.organisations import Organisations


async def _kinds(_run: FormRun) -> Sequence[Option]:
    return [Option(kind.value, say(f"organisation-kind-{kind.value}")) for kind in OrganisationKind]


async def _zones(_run: FormRun) -> Sequence[Option]:
    return [Option(name, screens.zone(name)) for name in ZONES]


async def _create(run: FormRun) -> None:
    organisations: Organisations = run.services["organisations"]
    made = await organisations.create(
        run.actor, run.text("name"), OrganisationKind(run.text("kind")), run.text("zone")
    )
    if isinstance(made, Refused):
        await run.ask_again("name", made)
        return
    run.close()
    await run.show(screens.tenant(await organisations.tenant(run.actor, made.id)))


NEW_ORGANISATION = Form(
    name="oinew",
    title="organisation-new-form",
    steps=(
        Step(
            "name",
            "organisation-new-ask-name",
            check=lambda text, _: one_line(text, PART_LIMITS[OrganisationPart.NAME], numbers=True),
            example="organisation-new-example",
        ),
        Step("kind", "organisation-new-ask-kind", options=_kinds),
        Step("zone", "organisation-new-ask-zone", options=_zones),
    ),
    finish=_create,
    place=lambda _context: OpenInstallation(),
    restart=lambda _context: CreateOrganisation(),
)


def build() -> Router:
    """The owner's router."""
    router = Router(name="organisation-owner")
    answer_forms(router, NEW_ORGANISATION)

    @router.callback_query(Tap(OpenInstallation), Known())
    async def installation(
        _: CallbackQuery, action: OpenInstallation, actor: Actor, show: Show, organisations: Organisations
    ) -> None:
        await show(screens.installation(await organisations.installation(actor, action.page)))

    @router.callback_query(Tap(OpenTenant), Known())
    async def tenant(
        _: CallbackQuery, action: OpenTenant, actor: Actor, show: Show, organisations: Organisations
    ) -> None:
        await show(screens.tenant(await organisations.tenant(actor, action.organisation_id)))

    @router.callback_query(Tap(CreateOrganisation), Known())
    async def create(_: CallbackQuery, actor: Actor, forms: Forms, organisations: Organisations) -> None:
        await organisations.installation(actor)
        await forms.start(NEW_ORGANISATION)

    @router.callback_query(Tap(IssueHeadLink), Known())
    async def head_link(
        _: CallbackQuery,
        action: IssueHeadLink,
        actor: Actor,
        show: Show,
        bot: Bot,
        organisations: Organisations,
    ) -> None:
        issued = await organisations.issue_head_link(actor, action.organisation_id)
        await show(links.head_link(issued, await address(bot, LinkKind.STAFF, issued.token)))

    return router
