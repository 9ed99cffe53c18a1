"""A date is taken: the profession, «что покажете», and the application is sent (rule 31)."""

from collections.abc import Sequence
from datetime import UTC, datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guests import OpenGroupDates, TakeDate, TakeInstead
from domain.guest_checks import (
    CARD,
    OWN,
    TYPED,
    chosen,
    is_exact,
    likely,
    match_check,
    profession_check,
    sphere_check,
)
from domain.guest_views import GuestInvitation, VisitCard
from domain.guests import Application, Format, Slot
from domain.ids import GroupId, SlotId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from domain.professions import Catalogue, Profession, Sphere
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.guests.cards import show_card
from messenger.show import Show
from screens import guests_invited as screens
from screens import guests_visits
from screens.base import Arg, Moment, say
from services.guest_applications import GuestApplications
from services.professions import Professions

MATCHES = 6
"""Professions that are offered for typed words."""


def _catalogue(run: FormRun) -> Catalogue:
    professions: Professions = run.services["professions"]
    return professions.catalogue


async def _spheres(_run: FormRun) -> Sequence[Option]:
    return [Option(sphere.value, say("guests-sphere", sphere=sphere.value)) for sphere in Sphere]


async def _of_sphere(run: FormRun) -> Sequence[Option]:
    return [_card(one) for one in _catalogue(run).of(Sphere(run.text("sphere")))]


async def _matches(run: FormRun) -> Sequence[Option]:
    words = run.text("profession")
    found = likely(words, _catalogue(run))[:MATCHES]
    return [*map(_card, found), Option(OWN, say("guests-match-own", words=words))]


def _is_unclear(run: FormRun) -> bool:
    """Whether the typed words may mean a card, and do not name it."""
    words = run.maybe_text("profession")
    if words is None:
        return False
    found = likely(words, _catalogue(run))
    return bool(found) and not is_exact(words, found[0])


async def _formats(_run: FormRun) -> Sequence[Option]:
    return [Option(one.value, say("guests-format-button", format=one.value)) for one in Format]


def _card(profession: Profession) -> Option:
    return Option(CARD + profession.slug, f"{profession.sign} {profession.name}")


def _when(run: FormRun) -> dict[str, Arg]:
    return {"when": Moment(datetime.fromtimestamp(int(run.context["at"]), UTC), run.zone)}


def _words(run: FormRun) -> dict[str, Arg]:
    return {"words": run.text("profession")}


async def _send(run: FormRun) -> None:
    """Everything is answered: it is sent at once. Somebody quicker, or a closed date: the others, all is kept."""
    applications: GuestApplications = run.services["guest_applications"]
    application = Application(
        chosen(run.text("profession"), run.values.get("match"), _catalogue(run)),
        frozenset(Format(value) for value in run.picked("formats")),
    )
    try:
        outcome = await applications.take(run.actor, SlotId(int(run.context["slot"])), application, run.token)
    except AlreadyDone:  # sent, or refused, but the bot was stopped before it could say so
        await _again(run, applications)
        return
    if outcome.visit is not None:
        run.close()
        await _sent(await applications.visit(run.actor, outcome.visit.id), run.show)
    else:
        await _refused(run, outcome.invitation, outcome.refused or Refused(Reason.SLOT_TAKEN))


async def _again(run: FormRun, applications: GuestApplications) -> None:
    try:
        card = await applications.applied(run.actor, run.token)
    except Missing:
        view = await applications.dates(run.actor, GroupId(int(run.context["group"])))
        await _refused(run, view, Refused(Reason.SLOT_TAKEN))
        return
    run.close()
    await _sent(card, run.show)


async def _sent(card: VisitCard, show: Show) -> None:
    await show(guests_visits.card(card, guests_visits.applied_word(card)))


async def _refused(run: FormRun, view: GuestInvitation, refused: Refused) -> None:
    if not view.slots:
        run.close()
    await run.show(screens.not_taken(view, refused, run.token))


APPLICATION = Form(
    "ga",
    "guests-form-application",
    (
        Step(
            "sphere",
            "guests-ask-sphere",
            check=sphere_check,
            example="guests-example-profession",
            options=_spheres,
            args=_when,
        ),
        Step(
            "profession",
            "guests-ask-profession",
            check=profession_check,
            example="guests-example-profession",
            options=_of_sphere,
            when=lambda run: run.values.get("sphere") != TYPED,
        ),
        Step(
            "match",
            "guests-ask-match",
            check=match_check,
            example="guests-example-profession",
            options=_matches,
            when=_is_unclear,
            args=_words,
        ),
        Step(
            "formats",
            "guests-ask-formats",
            options=_formats,
            many=True,
            everything=False,
            none_picked=Reason.NOTHING_PICKED,
        ),
    ),
    _send,
    restart=lambda context: TakeDate(SlotId(int(context["slot"])), GroupId(int(context["group"]))),
    place=lambda context: OpenGroupDates(GroupId(int(context["group"]))),
)


async def take(
    _: CallbackQuery,
    action: TakeDate,
    actor: Actor,
    guest_applications: GuestApplications,
    forms: Forms,
    show: Show,
) -> None:
    """A free date: the questions begin, or go on with the answers that a form for another date of the group has."""
    view = await guest_applications.dates(actor, action.group_id)
    slot = _free(view, action.slot_id)
    if slot is None:
        await _not_free(actor, view, action.slot_id, guest_applications, show)
        return
    run = await forms.find(APPLICATION)
    context = _context(view, slot)
    other_date = run is not None and run.context != context and run.context["group"] == view.group.id
    if run is None or not other_date or not run.draft.begun:
        await forms.start(APPLICATION, context=context)
        return
    run.draft.context, run.draft.paused = context, False
    await (run.ask() if run.draft.at is not None else run.go_to("formats"))
    await forms.keep(run)


async def take_instead(
    _: CallbackQuery,
    action: TakeInstead,
    actor: Actor,
    guest_applications: GuestApplications,
    forms: Forms,
    show: Show,
) -> None:
    """Another date after a refusal: the same application is sent by this one tap."""
    view = await guest_applications.dates(actor, action.group_id)
    slot = _free(view, action.slot_id)
    run = await forms.find(APPLICATION)
    if run is None or run.token != action.token or run.draft.at is not None:
        if slot is None:
            await _not_free(actor, view, action.slot_id, guest_applications, show)
        else:
            await forms.start(APPLICATION, context=_context(view, slot))
        return
    if slot is None:
        await _refused(run, view, Refused(Reason.SLOT_TAKEN))
    else:
        run.draft.context = _context(view, slot)
        await _send(run)
    await forms.keep(run)


def _free(view: GuestInvitation, slot_id: SlotId) -> Slot | None:
    return next((slot for slot in view.slots if slot.id == slot_id), None)


async def _not_free(
    actor: Actor, view: GuestInvitation, slot_id: SlotId, guest_applications: GuestApplications, show: Show
) -> None:
    """The date is one's own by now, or somebody else's."""
    own = next((visit for visit in view.mine if visit.slot_id == slot_id), None)
    if own is not None:
        await show_card(actor, own.id, guest_applications, show)
    else:
        await show(screens.not_taken(view, Refused(Reason.SLOT_TAKEN), None))


def _context(view: GuestInvitation, slot: Slot) -> dict[str, int | str]:
    return {
        "organisation": view.organisation.id,
        "group": view.group.id,
        "slot": slot.id,
        "at": int(slot.starts_at.timestamp()),
    }


def build() -> Router:
    """A new router of the application."""
    router = Router(name="guests-application")
    router.callback_query.register(take, Tap(TakeDate), Known())
    router.callback_query.register(take_instead, Tap(TakeInstead), Known())
    answer_forms(router, APPLICATION)
    return router
