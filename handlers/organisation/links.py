"""Personal links: invite to the staff or as a partner, links that wait, revoke, renew."""

from collections.abc import Sequence

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from domain.actions.organisation import InvitePartner, OpenPartnerLinks, OpenPartners
from domain.actions.staff import InviteStaff, OpenStaff, OpenStaffLinks, RenewLink, RevokeLink
from domain.forms import Value
from domain.ids import GroupId, OrganisationId
from domain.links import LinkKind
from domain.organisation import TITLE_LIMIT, one_line
from domain.organisation_views import IssuedLink
from domain.outcomes import Refused
from domain.people import Actor, PartnerKind, Role
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import organisation_id_of
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.organisation.answers import address, refuse, told
from messenger.show import Show
from screens import organisation_links as screens
from services.groups import Groups
from services.invitations import Invitations


async def _groups(run: FormRun) -> Sequence[Option]:
    groups: Groups = run.services["groups"]
    listed = await groups.groups(run.actor, organisation_id_of(run))
    return [Option(str(c.group.id), f"{c.group.emoji} {c.group.name}") for c in listed.groups]


async def _invite_specialist(run: FormRun) -> None:
    await _issue(run, Role.SPECIALIST, "title", title=run.text("title"))


async def _invite_teacher(run: FormRun) -> None:
    picked = frozenset(GroupId(int(value)) for value in run.picked("groups"))
    await _issue(run, Role.TEACHER, "groups", group_ids=picked)


async def _issue(
    run: FormRun,
    role: Role,
    step: str,
    *,
    title: str | None = None,
    group_ids: frozenset[GroupId] = frozenset(),
) -> None:
    invitations: Invitations = run.services["invitations"]
    issued = await invitations.invite(
        run.actor, organisation_id_of(run), role, title=title, group_ids=group_ids
    )
    if isinstance(issued, Refused):
        await run.ask_again(step, issued)
        return
    run.close()
    await run.show(screens.issued(issued, await _address(run.services["bot"], issued)))


async def _invite_partner(run: FormRun) -> None:
    invitations: Invitations = run.services["invitations"]
    kind = PartnerKind(str(run.context["kind"]))
    issued = await invitations.invite_partner(run.actor, organisation_id_of(run), kind, run.text("title"))
    if isinstance(issued, Refused):
        await run.ask_again("title", issued)
        return
    run.close()
    await run.show(screens.issued(issued, await _address(run.services["bot"], issued)))


SPECIALIST = Form(
    name="osspe",
    title="organisation-invite-form",
    steps=(
        Step(
            "title",
            "organisation-invite-ask-title",
            check=lambda text, _: one_line(text, TITLE_LIMIT),
            example="organisation-title-example",
        ),
    ),
    finish=_invite_specialist,
    place=lambda context: OpenStaff(OrganisationId(int(context["organisation"]))),
)
TEACHER = Form(
    name="ostea",
    title="organisation-invite-form",
    steps=(Step("groups", "organisation-invite-ask-groups", options=_groups, many=True, optional=True),),
    finish=_invite_teacher,
    place=lambda context: OpenStaff(OrganisationId(int(context["organisation"]))),
)
PARTNER = Form(
    name="opnew",
    title="organisation-invite-form",
    steps=(
        Step(
            "title",
            "organisation-invite-ask-partner",
            check=lambda text, _: one_line(text, TITLE_LIMIT),
            example="organisation-invite-partner-example",
        ),
    ),
    finish=_invite_partner,
    place=lambda context: OpenPartners(OrganisationId(int(context["organisation"]))),
)


def build() -> Router:
    """The router of personal links."""
    router = Router(name="organisation-links")
    answer_forms(router, SPECIALIST, TEACHER, PARTNER)

    @router.callback_query(Tap(InviteStaff), Known())
    async def invite(
        _: CallbackQuery,
        action: InviteStaff,
        actor: Actor,
        show: Show,
        bot: Bot,
        forms: Forms,
        invitations: Invitations,
    ) -> None:
        here = action.organisation_id
        organisation = await invitations.inviting(actor, here, LinkKind.STAFF)
        match action.role:
            case None:
                await show(screens.roles(organisation))
            case Role.SPECIALIST:
                await forms.start(SPECIALIST, context={"organisation": here}, anew=True)
            case Role.TEACHER if action.group_id is not None:
                ticked: dict[str, Value] = {"groups": [str(action.group_id)]}
                await forms.start(
                    TEACHER, context={"organisation": here}, values=ticked, at="groups", anew=True
                )
            case Role.TEACHER:
                await forms.start(TEACHER, context={"organisation": here}, anew=True)
            case role:
                issued = await invitations.invite(actor, here, role)
                if isinstance(issued, Refused):
                    await refuse(show, issued)
                else:
                    await show(screens.issued(issued, await _address(bot, issued)))

    @router.callback_query(Tap(InvitePartner), Known())
    async def invite_partner(
        _: CallbackQuery,
        action: InvitePartner,
        actor: Actor,
        show: Show,
        forms: Forms,
        invitations: Invitations,
    ) -> None:
        here = action.organisation_id
        organisation = await invitations.inviting(actor, here, LinkKind.PARTNER)
        if action.kind is None:
            await show(screens.partner_kinds(organisation))
        else:
            context: dict[str, int | str] = {"organisation": here, "kind": action.kind.value}
            await forms.start(PARTNER, context=context, anew=True)

    @router.callback_query(Tap(OpenStaffLinks), Known())
    async def staff_links(
        _: CallbackQuery, action: OpenStaffLinks, actor: Actor, show: Show, invitations: Invitations
    ) -> None:
        waiting = await invitations.waiting(actor, action.organisation_id, LinkKind.STAFF)
        await show(screens.waiting(waiting, action.page))

    @router.callback_query(Tap(OpenPartnerLinks), Known())
    async def partner_links(
        _: CallbackQuery, action: OpenPartnerLinks, actor: Actor, show: Show, invitations: Invitations
    ) -> None:
        waiting = await invitations.waiting(actor, action.organisation_id, LinkKind.PARTNER)
        await show(screens.waiting(waiting, action.page))

    @router.callback_query(Tap(RevokeLink), Known())
    async def revoke(
        _: CallbackQuery, action: RevokeLink, actor: Actor, show: Show, invitations: Invitations
    ) -> None:
        outcome = await invitations.revoke(actor, action.organisation_id, action.link_id)
        if isinstance(outcome, Refused):
            await refuse(show, outcome)
        else:
            await show(screens.waiting(outcome), told("organisation-link-revoked"))

    @router.callback_query(Tap(RenewLink), Known())
    async def renew(
        _: CallbackQuery, action: RenewLink, actor: Actor, show: Show, bot: Bot, invitations: Invitations
    ) -> None:
        outcome = await invitations.renew(actor, action.organisation_id, action.link_id)
        if isinstance(outcome, Refused):
            await refuse(show, outcome)
        else:
            await show(screens.issued(outcome, await _address(bot, outcome)))

    return router


async def _address(bot: Bot, issued: IssuedLink) -> str:
    return await address(bot, issued.link.kind, issued.token)
