"""A restored backup goes on where the replaced database stopped: nothing is told, numbered or allowed a second time."""

from datetime import datetime

from db.errors import DATABASE_ERRORS
from db.repositories.restoring import Past, Restoring
from db.work import Database, Work
from domain.restoring import CarriedOver
from services.guest_freeing import leave_visits
from services.seat_freeing import follow_families


async def look_back(database: Database, since: datetime) -> Past | None:
    """What the database that is going to be replaced knows; None when it cannot be read."""
    try:
        async with database.read() as reading:
            return await Restoring(reading.connection, reading.clock).past(since)
    except DATABASE_ERRORS:
        return None


async def carry_over(database: Database, past: Past | None) -> CarriedOver:
    """Give the restored database what the replaced one knew, before the first tick of the bot.

    What was said, numbers that were given, roles and links that were taken away, names that were switched off. The
    past of another installation tells nothing of this one.
    """
    async with database.work(claims=False) as work:
        restoring = Restoring(work.connection, work.clock)
        if past is not None and not await restoring.is_of_here(past):
            past = None
        carried = await restoring.carry_over(past)
        await work.event_posts.leave_unsent()
        if past is not None:
            await _take_away_again(work, restoring, past)
    return carried


async def _take_away_again(work: Work, restoring: Restoring, past: Past) -> None:
    for organisation_id, membership_id, person_id in await restoring.came_back(past):
        await work.people.end_membership(organisation_id, membership_id)
        await work.staff.clear_screens(person_id)
        await leave_visits(work, person_id, organisation_id)
        await follow_families(work, organisation_id, people=[person_id])
    for organisation in await work.organisations.all():
        if organisation.personal_data and organisation.id in past.nameless:
            await work.organisations.change(organisation.id, personal_data=False, personal_data_decision=None)
            await work.staff.clear_mentions(await work.organisations.erase_names(organisation.id))
