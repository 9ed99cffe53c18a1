"""What `python -m bot export` prints: an operator at the organisation's computer asks, so there is no actor."""

from collections import defaultdict
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from db.work import Database, Work
from domain.ids import ChildId, OrganisationId
from domain.outcomes import Missing
from domain.people import Child, Group, Membership, Organisation


@dataclass(frozen=True, slots=True)
class ListedChild:
    """A code and the adults bound to it, each restricted to this child."""

    number: int
    adults: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """A group with its codes."""

    group: Group
    children: tuple[ListedChild, ...]


@dataclass(frozen=True, slots=True)
class OrganisationLists:
    """Every active group of an organisation."""

    organisation: Organisation
    groups: tuple[GroupSheet, ...]

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the day of the list is said."""
        return ZoneInfo(self.organisation.timezone)


class Exports:
    """Reads whole organisations for papers that never go through the messenger (rule 9)."""

    def __init__(self, database: Database) -> None:
        self._db = database

    async def lists(self, organisation_id: OrganisationId) -> OrganisationLists:
        """Groups, codes and the adults bound; the export itself is noted in the audit log."""
        async with self._db.work() as work:
            organisation = await work.organisations.find(organisation_id)
            if organisation is None:
                raise Missing
            sheets = [
                await _sheet(work, group, await work.children.in_group(organisation_id, group.id))
                for group in await work.groups.active(organisation_id)
            ]
            await work.audit.note(
                "organisation.exported",
                organisation_id=organisation_id,
                by=None,
                subject=f"organisation:{organisation_id}",
            )
        return OrganisationLists(organisation, tuple(sheets))


async def _sheet(work: Work, group: Group, children: list[Child]) -> GroupSheet:
    adults: dict[ChildId, list[Membership]] = defaultdict(list)
    for adult in await work.people.guardians(group.organisation_id, [child.id for child in children]):
        for tie in adult.children:
            adults[tie.child_id].append(replace(adult, children=(tie,)))
    return GroupSheet(group, tuple(ListedChild(child.number, tuple(adults[child.id])) for child in children))
