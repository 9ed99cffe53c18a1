"""What the operator does at the machine itself: whoever has its shell has the database, so there is no actor."""

from db.work import Database
from domain.clock import Clock
from domain.ids import Token
from domain.links import STAFF_LINK_LIFE, LinkDraft, LinkKind, Start
from domain.organisation import PART_LIMITS, OrganisationPart, one_line
from domain.outcomes import Missing, Reason, Refused
from domain.people import STAFF, Organisation, OrganisationKind, Role


class Installation:
    """Makes organisations and one-time links from the command line; the audit log notes them without a person."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def find_organisation(self, wanted: str) -> Organisation | None:
        """The organisation of this number or of exactly this name; None when there is none."""
        async with self._db.read() as reading:
            known = await reading.organisations.all()
        return next((one for one in known if wanted.strip() in (str(one.id), one.name)), None)

    async def organisations(self) -> list[Organisation]:
        """All of them, to choose from."""
        async with self._db.read() as reading:
            return await reading.organisations.all()

    async def create(self, name: str, kind: OrganisationKind, zone: str) -> Organisation | Refused:
        """A new organisation, with names in the messenger off (rule 9)."""
        line = one_line(name, PART_LIMITS[OrganisationPart.NAME], numbers=True)
        if isinstance(line, Refused):
            return line
        if await self.find_organisation(line) is not None:
            return Refused(Reason.NAME_TAKEN)
        async with self._db.work() as work:
            made = await work.organisations.create(line, kind, zone)
            await work.audit.note(
                "organisation.created", organisation_id=made.id, by=None, subject=f"organisation:{made.id}"
            )
        return made

    async def invite(self, organisation: Organisation, role: Role) -> Start:
        """A one-time link for a role of the staff; raises `Missing` for a role that no staff link gives."""
        if role not in STAFF:
            raise Missing
        async with self._db.work() as work:
            link_id, token = await work.links.create(
                LinkDraft(
                    organisation_id=organisation.id,
                    kind=LinkKind.STAFF,
                    created_by=None,
                    expires_at=self._clock.now() + STAFF_LINK_LIFE,
                    role=role,
                )
            )
            await work.audit.note(
                "staff.invited",
                organisation_id=organisation.id,
                by=None,
                subject=f"link:{link_id}",
                role=role.value,
            )
        return Start(LinkKind.STAFF, Token(token))
