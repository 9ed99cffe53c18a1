"""What `python -m bot export` prints: an operator at the organisation's computer asks, so there is no actor."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from db.work import Database
from domain.clock import Clock
from domain.ids import OrganisationId
from domain.outcomes import Missing
from domain.people import Group, Membership, Organisation


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

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def organisations(self) -> list[Organisation]:
        """Every organisation, to choose one from."""
        async with self._db.read() as reading:
            return await reading.organisations.all()

    async def lists(self, organisation_id: OrganisationId) -> OrganisationLists:
        """Groups, codes and the adults bound; the export itself is noted in the audit log."""
        async with self._db.work() as work:
            organisation = await work.organisations.find(organisation_id)
            if organisation is None:
                raise Missing
            sheets = []
            for group in await work.groups.active(organisation_id):
                children = await work.children.in_group(organisation_id, group.id)
                adults: dict[int, list[Membership]] = {}
                for child in children:
                    found = await work.people.guardians(organisation_id, {child.id})
                    adults[child.id] = [adult for adult in found if adult.children]
                sheets.append(
                    GroupSheet(group, tuple(ListedChild(c.number, tuple(adults[c.id])) for c in children))
                )
            await work.audit.note(
                "organisation.exported",
                organisation_id=organisation_id,
                by=None,
                subject=f"organisation:{organisation_id}",
            )
        return OrganisationLists(organisation, tuple(sheets))
