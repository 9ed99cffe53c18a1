"""What people type about themselves: own name, a child's pet name, what a partner can show."""

from domain.actions.menu import OpenSettings
from domain.forms import words
from domain.ids import ChildId, MembershipId
from domain.joining import OFFERS_LIMIT, PET_NAME_LIMIT, spoken_name
from domain.outcomes import Refused
from domain.people import Actor, Membership, child_code
from handlers.common.form_model import Form, Step
from handlers.common.form_run import FormRun
from screens import menu_settings
from services.settings import Settings, own_role


async def _own_name(run: FormRun) -> None:
    settings: Settings = run.services["settings"]
    target = MembershipId(int(run.context["membership"]))
    await _saved(
        run, "name", await settings.name_self(run.actor, run.maybe_text("name"), target, waiting=False)
    )


async def _pet_name(run: FormRun) -> None:
    settings: Settings = run.services["settings"]
    outcome = await settings.name_child(
        run.actor,
        MembershipId(int(run.context["membership"])),
        ChildId(int(run.context["child"])),
        run.maybe_text("name"),
    )
    await _saved(run, "name", outcome)


def _which_child(run: FormRun) -> dict[str, str]:
    """A parent of two reads which of them is asked about."""
    ties = (tie for membership in run.actor.memberships for tie in membership.children)
    wanted = next((tie for tie in ties if tie.child_id == int(run.context["child"])), None)
    return {
        "child": "" if wanted is None else child_code(wanted.number),
    }


async def _offers(run: FormRun) -> None:
    settings: Settings = run.services["settings"]
    outcome = await settings.offer(
        run.actor, MembershipId(int(run.context["membership"])), run.maybe_text("offers")
    )
    await _saved(run, "offers", outcome)


async def _saved(run: FormRun, step: str, outcome: Actor | Refused) -> None:
    if isinstance(outcome, Refused):
        await run.ask_again(step, outcome)
        return
    run.close()
    await run.show(menu_settings.settings(outcome), menu_settings.saved())


async def _stored_name(run: FormRun) -> str | None:
    return _held(run).name


async def _stored_pet_name(run: FormRun) -> str | None:
    wanted = int(run.context["child"])
    return next((tie.pet_name for tie in _held(run).children if tie.child_id == wanted), None)


async def _stored_offers(run: FormRun) -> str | None:
    return _held(run).offers


def _held(run: FormRun) -> Membership:
    return own_role(run.actor, MembershipId(int(run.context["membership"])))


OWN_NAME = Form(
    name="mname",
    title="joining-name-title",
    steps=(
        Step(
            "name",
            "joining-name-question",
            check=lambda text, _: spoken_name(text),
            example="joining-name-example",
            optional=True,
            stored=_stored_name,
        ),
    ),
    finish=_own_name,
    place=lambda _context: OpenSettings(),
)
PET_NAME = Form(
    name="mpet",
    title="menu-pet-title",
    steps=(
        Step(
            "name",
            "menu-pet-question",
            check=words(PET_NAME_LIMIT),
            example="menu-pet-example",
            optional=True,
            stored=_stored_pet_name,
            args=_which_child,
        ),
    ),
    finish=_pet_name,
    place=lambda _context: OpenSettings(),
)
OFFERS = Form(
    name="moffer",
    title="menu-offers-title",
    steps=(
        Step(
            "offers",
            "menu-offers-question",
            check=words(OFFERS_LIMIT),
            example="menu-offers-example",
            optional=True,
            stored=_stored_offers,
        ),
    ),
    finish=_offers,
    place=lambda _context: OpenSettings(),
)
FORMS = (OWN_NAME, PET_NAME, OFFERS)
