"""Groups: the list, one group, making and changing them."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.groups import (
    ArchiveGroup,
    CreateGroup,
    EditGroup,
    GroupPart,
    OpenGroup,
    OpenGroups,
    SetGroupPart,
)
from domain.ids import GroupId, OrganisationId
from domain.organisation import AGE_BANDS, GROUP_NAME_LIMIT, SIGNS, one_line
from domain.outcomes import Missing, Refused
from domain.people import Actor, AgeBand
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.organisation.answers import refuse, told
from messenger.show import Show
from screens import organisation_groups as screens
from screens.base import say
from services.access import organisation_of
from services.groups import Groups

OTHER, SAME = "other", "same"


async def _signs(_run: FormRun) -> Sequence[Option]:
    return [Option(sign, sign) for sign in SIGNS]


async def _ages(run: FormRun) -> Sequence[Option]:
    organisation = organisation_of(run.actor, OrganisationId(int(run.context["organisation"])))
    return [Option(band.value, screens.age(band)) for band in AGE_BANDS[organisation.kind]]


async def _names(_run: FormRun) -> Sequence[Option]:
    return [
        Option(OTHER, say("organisation-group-other-name")),
        Option(SAME, say("organisation-group-same-name")),
    ]


async def _warned(run: FormRun, groups: Groups) -> bool:
    """Whether the name tells a diagnosis and the person has still to decide about it (rule 11)."""
    decided = run.draft.values.pop("name-sure", None)
    run.draft.values.pop("warned", None)
    if decided == OTHER:
        await run.go_to("name")
        return True
    if decided is None and groups.warns(run.text("name")):
        run.draft.values["warned"] = True
        await run.go_to("name-sure")
        return True
    return False


async def _create(run: FormRun) -> None:
    groups: Groups = run.services["groups"]
    if await _warned(run, groups):
        return
    made = await groups.create(
        run.actor,
        OrganisationId(int(run.context["organisation"])),
        run.text("name"),
        run.text("sign"),
        AgeBand(run.text("age")),
    )
    if isinstance(made, Refused):
        await run.ask_again("name", made)
        return
    run.close()
    await run.show(screens.group(await groups.card(run.actor, made.id)))


async def _rename(run: FormRun) -> None:
    groups: Groups = run.services["groups"]
    if await _warned(run, groups):
        return
    group_id = GroupId(int(run.context["group"]))
    renamed = await groups.rename(run.actor, group_id, run.text("name"))
    if isinstance(renamed, Refused):
        await run.ask_again("name", renamed)
        return
    run.close()
    await run.show(screens.group(await groups.card(run.actor, group_id)))


_NAME = Step(
    "name",
    "organisation-group-ask-name",
    check=lambda text, _: one_line(text, GROUP_NAME_LIMIT),
    example="organisation-group-example",
)
_SURE = Step(
    "name-sure", "organisation-group-ask-sure", options=_names, when=lambda run: "warned" in run.values
)
NEW_GROUP = Form(
    name="ognew",
    title="organisation-group-form",
    steps=(
        _NAME,
        Step("sign", "organisation-group-ask-sign", options=_signs, columns=5),
        Step("age", "organisation-group-ask-age", options=_ages),
        _SURE,
    ),
    finish=_create,
    place=lambda context: OpenGroups(OrganisationId(int(context["organisation"]))),
)
RENAME = Form(
    name="ogren",
    title="organisation-group-rename-form",
    steps=(_NAME, _SURE),
    finish=_rename,
    place=lambda context: OpenGroup(GroupId(int(context["group"]))),
)


def build() -> Router:
    """The router of groups."""
    router = Router(name="organisation-groups")
    answer_forms(router, NEW_GROUP, RENAME)

    @router.callback_query(Tap(OpenGroups), Known())
    async def listed(_: CallbackQuery, action: OpenGroups, actor: Actor, show: Show, groups: Groups) -> None:
        await show(screens.groups(await groups.groups(actor, action.organisation_id), action.page))

    @router.callback_query(Tap(OpenGroup), Known())
    async def group(_: CallbackQuery, action: OpenGroup, actor: Actor, show: Show, groups: Groups) -> None:
        await show(screens.group(await groups.card(actor, action.group_id)))

    @router.callback_query(Tap(CreateGroup), Known())
    async def create(
        _: CallbackQuery, action: CreateGroup, actor: Actor, show: Show, forms: Forms, groups: Groups
    ) -> None:
        view = await groups.groups(actor, action.organisation_id)
        if view.may_edit:
            await forms.start(NEW_GROUP, context={"organisation": action.organisation_id})
        else:
            await show(screens.groups(view))

    @router.callback_query(Tap(EditGroup), Known())
    async def edit(
        _: CallbackQuery, action: EditGroup, actor: Actor, show: Show, forms: Forms, groups: Groups
    ) -> None:
        view = await groups.card(actor, action.group_id)
        match action.part:
            case GroupPart.NAME:
                context = {"organisation": view.organisation.id, "group": action.group_id}
                await forms.start(RENAME, context=context, anew=True)
            case GroupPart.EMOJI:
                await show(screens.pick_sign(view))
            case GroupPart.AGE:
                await show(screens.pick_age(view))

    @router.callback_query(Tap(SetGroupPart), Known())
    async def set_part(
        _: CallbackQuery, action: SetGroupPart, actor: Actor, show: Show, groups: Groups
    ) -> None:
        match action.part:
            case GroupPart.EMOJI:
                await groups.change_emoji(actor, action.group_id, action.value)
            case GroupPart.AGE if action.value in set(AgeBand):
                await groups.change_age(actor, action.group_id, AgeBand(action.value))
            case _:
                raise Missing
        await show(screens.group(await groups.card(actor, action.group_id)))

    @router.callback_query(Tap(ArchiveGroup), Known())
    async def archive(
        _: CallbackQuery, action: ArchiveGroup, actor: Actor, show: Show, groups: Groups
    ) -> None:
        if not action.sure:
            await show(screens.archive_sure(await groups.card(actor, action.group_id)))
            return
        archived = await groups.archive(actor, action.group_id)
        if isinstance(archived, Refused):
            await refuse(show, archived)
            return
        view = await groups.groups(actor, archived.organisation_id)
        await show(screens.groups(view), told("organisation-group-archived", view.organisation))

    return router
