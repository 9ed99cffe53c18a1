"""Announcements of the crowd: of «Солнышко», of both groups, and one put aside."""

from dataclasses import dataclass

from bot.services import Services
from domain.announcements import Announcement, AnnouncementDraft
from domain.ids import AnnouncementId, GroupId, OrganisationId
from domain.people import Actor


@dataclass(frozen=True, slots=True)
class AnnouncementsOfTheCrowd:
    """What was announced without a date."""

    of_sun: AnnouncementId
    of_both: AnnouncementId
    kept: AnnouncementId
    """Of «Солнышко», made of the draft «said<organisation>»."""


def words(*groups: GroupId) -> AnnouncementDraft:
    """For the parents of some groups."""
    return AnnouncementDraft("Собираем коробки", frozenset(groups))


async def announce(
    do: Services,
    organisation_id: OrganisationId,
    groups: tuple[GroupId, GroupId],
    *,
    teacher: Actor,
    head: Actor,
) -> AnnouncementsOfTheCrowd:
    """Two that are on their way, and a draft."""
    here = organisation_id
    made = [
        await do.announcements.publish(teacher, here, words(groups[0]), f"words{here}"),
        await do.announcements.publish(head, here, words(*groups), f"wide{here}"),
        await do.announcement_drafts.keep(teacher, here, words(groups[0]), f"said{here}"),
    ]
    numbers = [one.id for one in made if isinstance(one, Announcement)]
    assert len(numbers) == 3
    return AnnouncementsOfTheCrowd(*numbers)
