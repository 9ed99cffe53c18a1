"""«Карта профессий»: drawn when it is asked for."""

import asyncio
from hashlib import sha256

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guests import DrawMetMap
from domain.clock import Clock
from domain.ids import OrganisationId
from domain.people import Actor, Organisation, OrganisationKind
from domain.professions import Sphere
from handlers.common.filters import Known, Tap
from locales import Texts
from messenger.show import Show
from reports.documents.profession_map import MapWords, catalogue_met, profession_map
from screens import guests_map as screens
from screens.base import Picture, say
from screens.render import plain
from services.guest_visits import GuestVisits
from services.professions import Professions


async def draw(
    _: CallbackQuery,
    action: DrawMetMap,
    actor: Actor,
    guest_visits: GuestVisits,
    professions: Professions,
    clock: Clock,
    show: Show,
) -> None:
    """«🗺 Карта профессий»."""
    group, met = await guest_visits.met(actor, action.group_id)
    here = _organisation(actor, action.organisation_id)
    if not met:
        kind = _kind(actor) if here is None else here.kind
        await show(screens.nothing_yet(group, kind, here))
        return
    await show.toast()  # drawing takes a moment
    catalogue = professions.catalogue
    count = screens.count(catalogue_met(met, catalogue), len(catalogue.professions))
    words = _words(plain(count, show.texts), show.texts)
    content = await asyncio.to_thread(profession_map, group.name, met, catalogue, words, clock.now())
    picture = Picture(content, "map.png", sha256(content).hexdigest())
    await show(screens.professions(group, picture, count, here))


def _words(count: str, texts: Texts) -> MapWords:
    return MapWords(
        title=plain(say("guests-map-title"), texts),
        count=count,
        own=plain(say("guests-map-own"), texts),
        spheres={sphere: plain(say("guests-map-sphere", sphere=sphere.value), texts) for sphere in Sphere},
    )


def _organisation(actor: Actor, organisation_id: OrganisationId | None) -> Organisation | None:
    """Where staff go back to their list."""
    here = [m.organisation for m in actor.memberships if m.organisation_id == organisation_id]
    return here[0] if here else None


def _kind(actor: Actor) -> OrganisationKind:
    current = actor.current
    return OrganisationKind.KINDERGARTEN if current is None else current.organisation.kind


def build() -> Router:
    """A new router of the map."""
    router = Router(name="guests-map")
    router.callback_query.register(draw, Tap(DrawMetMap), Known())
    return router
