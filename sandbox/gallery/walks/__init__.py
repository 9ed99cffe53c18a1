"""Walks through the bot by taps, so that every screen is seen; the sample kindergarten stands already."""

from collections.abc import Awaitable, Callable

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks import families, garden, leading, rarities, school, teaching, troubles, wandering

Walk = Callable[[Recorder], Awaitable[None]]

WALKS: tuple[Walk, ...] = (
    leading.card_of_the_organisation,
    leading.names,
    leading.people,
    leading.groups,
    leading.substitutions,
    leading.groups_that_change_hands,
    leading.partners_and_sets,
    leading.own_things,
    teaching.groups_and_children,
    teaching.newcomers,
    teaching.form,
    teaching.events,
    families.coming_in,
    families.answering,
    families.own_things,
    families.in_english,
    families.leaving,
    garden.owner,
    garden.others,
    garden.partner,
    school.first_days,
    school.newcomers,
    wandering.links,
    wandering.nonsense,
    rarities.full_days,
    rarities.changed_plans,
    rarities.children,
    rarities.partners_and_sets,
    rarities.two_roles,
    troubles.two_at_once,
    troubles.long_queue,
    troubles.bad_delivery,
    troubles.busy_evening,
    troubles.used_up_codes,
    troubles.expired_links,
    garden.a_month_later,
)
