"""The list of the staff, one member, leaving, a new head, a specialist's profession."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.staff import AppointHead, OpenMember, OpenStaff, RemoveMember, Retitle
from domain.ids import MembershipId
from domain.organisation import TITLE_LIMIT, one_line
from domain.outcomes import Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.organisation.answers import refuse, told
from messenger.show import Show
from screens import organisation_staff as screens
from services.staff import Staff


async def _retitle(run: FormRun) -> None:
    staff: Staff = run.services["staff"]
    member_id = MembershipId(int(run.context["membership"]))
    changed = await staff.retitle(run.actor, member_id, run.text("title"))
    if isinstance(changed, Refused):
        await run.ask_again("title", changed)
        return
    run.close()
    await run.show(screens.member(await staff.member(run.actor, member_id)))


RETITLE = Form(
    name="ostit",
    title="organisation-title-form",
    steps=(
        Step(
            "title",
            "organisation-title-ask",
            check=lambda text, _: one_line(text, TITLE_LIMIT),
            example="organisation-title-example",
        ),
    ),
    finish=_retitle,
    place=lambda context: OpenMember(MembershipId(int(context["membership"]))),
)


def build() -> Router:
    """The router of staff."""
    router = Router(name="organisation-staff")
    answer_forms(router, RETITLE)

    @router.callback_query(Tap(OpenStaff), Known())
    async def members(_: CallbackQuery, action: OpenStaff, actor: Actor, show: Show, staff: Staff) -> None:
        await show(screens.staff(await staff.members(actor, action.organisation_id), action.page))

    @router.callback_query(Tap(OpenMember), Known())
    async def member(_: CallbackQuery, action: OpenMember, actor: Actor, show: Show, staff: Staff) -> None:
        await show(screens.member(await staff.member(actor, action.membership_id)))

    @router.callback_query(Tap(RemoveMember), Known())
    async def remove(_: CallbackQuery, action: RemoveMember, actor: Actor, show: Show, staff: Staff) -> None:
        view = await staff.member(actor, action.membership_id)
        if not action.sure:
            await show(screens.remove_sure(view))
            return
        removed = await staff.remove(actor, action.membership_id)
        if isinstance(removed, Refused):
            await refuse(show, removed)
        elif view.myself:
            await show(screens.gave_up())
        else:
            listed = await staff.members(actor, removed.organisation_id)
            await show(screens.staff(listed), told("organisation-removed"))

    @router.callback_query(Tap(AppointHead), Known())
    async def appoint(_: CallbackQuery, action: AppointHead, actor: Actor, show: Show, staff: Staff) -> None:
        if not action.sure:
            await show(screens.appoint_sure(await staff.member(actor, action.membership_id)))
            return
        appointed = await staff.appoint_head(actor, action.membership_id)
        if isinstance(appointed, Refused):
            await refuse(show, appointed)
            return
        listed = await staff.members(actor, appointed.organisation_id)
        await show(screens.staff(listed), told("organisation-appointed"))

    @router.callback_query(Tap(Retitle), Known())
    async def retitle(_: CallbackQuery, action: Retitle, actor: Actor, forms: Forms, staff: Staff) -> None:
        view = await staff.member(actor, action.membership_id)
        context = {"membership": view.member.id, "organisation": view.member.organisation_id}
        await forms.start(RETITLE, context=context, anew=True)

    return router
