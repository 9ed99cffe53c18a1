"""Organisations: made by the owner of the installation, kept by their heads."""

from collections.abc import Awaitable
from datetime import time
from typing import assert_never
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from db.work import Database, Work
from domain.access import Permission, require_owner
from domain.clock import Clock
from domain.ids import OrganisationId
from domain.links import STAFF_LINK_LIFE, LinkDraft, LinkKind
from domain.organisation import DECISION_LIMIT, PART_LIMITS, OrganisationPart, TenantCounts, one_line
from domain.organisation_views import HeadLink, Installation
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Organisation, OrganisationKind, Role
from services.access import access_organisation

PAGE = 8


class Organisations:
    """What the owner does with organisations, and a head with their own."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def installation(self, actor: Actor, page: int = 0) -> Installation:
        """The owner looks at the organisations: counts, and no personal data (rule 14)."""
        require_owner(actor)
        page = max(page, 0)
        async with self._db.read() as reading:
            tenants = await reading.organisation_reads.tenants(limit=PAGE + 1, offset=page * PAGE)
        return Installation(tuple(tenants[:PAGE]), page, len(tenants) > PAGE)

    async def tenant(self, actor: Actor, organisation_id: OrganisationId) -> TenantCounts:
        """The owner looks at one organisation."""
        require_owner(actor)
        async with self._db.read() as reading:
            tenant = await reading.organisation_reads.tenant(organisation_id)
        if tenant is None:
            raise Missing
        return tenant

    async def create(
        self, actor: Actor, name: str, kind: OrganisationKind, zone: str
    ) -> Organisation | Refused:
        """The owner makes an organisation; names in the messenger are off (rule 9)."""
        require_owner(actor)
        line = one_line(name, PART_LIMITS[OrganisationPart.NAME], numbers=True)
        if isinstance(line, Refused):
            return line
        _check_zone(zone)
        async with self._db.work() as work:
            organisation = await work.organisations.create(line, kind, zone)
            await work.audit.note(
                "organisation.created",
                organisation_id=organisation.id,
                by=actor.person_id,
                subject=f"organisation:{organisation.id}",
                kind=kind.value,
            )
        return organisation

    async def issue_head_link(self, actor: Actor, organisation_id: OrganisationId) -> HeadLink:
        """The owner issues the one-time link of a head."""
        require_owner(actor)
        async with self._db.work() as work:
            organisation = await work.organisations.find(organisation_id)
            if organisation is None:
                raise Missing
            link_id, token = await work.links.create(
                LinkDraft(
                    organisation_id=organisation_id,
                    kind=LinkKind.STAFF,
                    created_by=actor.person_id,
                    expires_at=self._clock.now() + STAFF_LINK_LIFE,
                    role=Role.HEAD,
                )
            )
            await work.audit.note(
                "staff.invited",
                organisation_id=organisation_id,
                by=actor.person_id,
                subject=f"link:{link_id}",
                role=Role.HEAD.value,
            )
        return HeadLink(organisation, token)

    async def card(self, actor: Actor, organisation_id: OrganisationId) -> Organisation:
        """The head looks at the organisation's card."""
        access_organisation(actor, organisation_id, Permission.EDIT_ORGANISATION, self._clock)
        async with self._db.read() as reading:
            return await _existing(reading.organisations.find(organisation_id))

    async def change(
        self, actor: Actor, organisation_id: OrganisationId, part: OrganisationPart, value: str
    ) -> Organisation | Refused:
        """The head changes one part of the card; an empty address, operator or contact is forgotten.

        Quiet hours come as «21-8», hours of the summary as «19», a zone by its IANA name.
        """
        access_organisation(actor, organisation_id, Permission.EDIT_ORGANISATION, self._clock)
        columns = _columns(part, value)
        if isinstance(columns, Refused):
            return columns
        async with self._db.work() as work:
            await work.organisations.change(organisation_id, **columns)
            await self._note(work, actor, organisation_id, "organisation.changed", part=part.value)
            return await _existing(work.organisations.find(organisation_id))

    async def turn_personal_data_on(
        self, actor: Actor, organisation_id: OrganisationId, decision: str
    ) -> Organisation | Refused:
        """The head allows names in the messenger, naming the decision that allows it (rule 9)."""
        access_organisation(actor, organisation_id, Permission.SWITCH_PERSONAL_DATA, self._clock)
        line = one_line(decision, DECISION_LIMIT, numbers=True)
        if isinstance(line, Refused):
            return line
        async with self._db.work() as work:
            await work.organisations.change(organisation_id, personal_data=True, personal_data_decision=line)
            await self._note(work, actor, organisation_id, "organisation.personal-data-on")
            return await _existing(work.organisations.find(organisation_id))

    async def turn_personal_data_off(self, actor: Actor, organisation_id: OrganisationId) -> Organisation:
        """The head forbids names in the messenger: stored names are erased at once, screens with them removed."""
        access_organisation(actor, organisation_id, Permission.SWITCH_PERSONAL_DATA, self._clock)
        async with self._db.work() as work:
            await work.organisations.change(organisation_id, personal_data=False, personal_data_decision=None)
            named = await work.organisations.erase_names(organisation_id)
            await work.staff.clear_mentions(named)
            gone = len(named) + await work.guest_entrance.forget(organisation_id)
            await self._note(work, actor, organisation_id, "organisation.personal-data-off", names=gone)
            return await _existing(work.organisations.find(organisation_id))

    async def _note(
        self, work: Work, actor: Actor, organisation_id: OrganisationId, action: str, **details: int | str
    ) -> None:
        await work.audit.note(
            action,
            organisation_id=organisation_id,
            by=actor.person_id,
            subject=f"organisation:{organisation_id}",
            **details,
        )


def _columns(part: OrganisationPart, value: str) -> dict[str, object] | Refused:
    match part:
        case OrganisationPart.NAME:
            line = one_line(value, PART_LIMITS[part], numbers=True)
            return line if isinstance(line, Refused) else {"name": line}
        case (
            OrganisationPart.ADDRESS
            | OrganisationPart.OPERATOR
            | OrganisationPart.CONTACT
            | OrganisationPart.PROCESSOR
        ):
            line = one_line(value, PART_LIMITS[part], numbers=True)
            if isinstance(line, Refused) and line.reason is not Reason.EMPTY:
                return line
            return {part.value: None if isinstance(line, Refused) else line}
        case OrganisationPart.ZONE:
            _check_zone(value)
            return {"timezone": value}
        case OrganisationPart.QUIET:
            begins, _, ends = value.partition("-")
            return {"quiet_from": _hour(begins), "quiet_to": _hour(ends)}
        case OrganisationPart.SUMMARY:
            return {"summary_at": _hour(value)}
        case _:
            assert_never(part)


def _hour(text: str) -> time:
    """A whole hour of a button; a forged one is of a thing that does not exist."""
    if not text.isdecimal() or int(text) > 23:
        raise Missing
    return time(int(text))


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Missing from error


async def _existing(found: Awaitable[Organisation | None]) -> Organisation:
    organisation = await found
    if organisation is None:
        raise Missing
    return organisation
