"""Consents: proof that somebody agreed to a text, and until when."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import RowMapping, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import ConsentRow
from domain.clock import Clock
from domain.ids import ConsentId, OrganisationId, PersonId
from domain.privacy import Consent, ConsentText, Purpose


class Consents:
    """Writes down, finds and withdraws consents."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def give(
        self, organisation_id: OrganisationId, person_id: PersonId, person_hash: str, text: ConsentText
    ) -> None:
        """Write down that a person agreed to a text; the same version that stands is not written again."""
        standing = await self.standing(organisation_id, person_id, text.purpose)
        if standing is not None and standing.version == text.version:
            return
        await self._connection.execute(
            insert(ConsentRow).values(
                organisation_id=organisation_id,
                person_id=person_id,
                person_hash=person_hash,
                purpose=text.purpose.value,
                version=text.version,
                text_hash=text.sha256,
                given_at=self._clock.now(),
            )
        )

    async def standing(
        self, organisation_id: OrganisationId, person_id: PersonId, purpose: Purpose
    ) -> Consent | None:
        """The newest consent of a purpose that is not withdrawn."""
        rows = await self._connection.execute(
            select(*ConsentRow.__table__.c)
            .where(
                ConsentRow.organisation_id == organisation_id,
                ConsentRow.person_id == person_id,
                ConsentRow.purpose == purpose.value,
                ConsentRow.withdrawn_at.is_(None),
            )
            .order_by(ConsentRow.version.desc(), ConsentRow.id.desc())
            .limit(1)
        )
        row = rows.mappings().one_or_none()
        return None if row is None else _consent(row)

    async def of_person(self, person_id: PersonId) -> list[Consent]:
        """All consents of a person, the newest first."""
        rows = await self._connection.execute(
            select(*ConsentRow.__table__.c)
            .where(ConsentRow.person_id == person_id)
            .order_by(ConsentRow.id.desc())
        )
        return [_consent(row) for row in rows.mappings()]

    async def withdraw(
        self, organisation_id: OrganisationId, person_id: PersonId, purposes: Iterable[Purpose]
    ) -> int:
        """Withdraw a person's consents of these purposes in the organisation; how many stood."""
        done = await self._connection.execute(
            update(ConsentRow)
            .where(
                ConsentRow.organisation_id == organisation_id,
                ConsentRow.person_id == person_id,
                ConsentRow.purpose.in_([purpose.value for purpose in purposes]),
                ConsentRow.withdrawn_at.is_(None),
            )
            .values(withdrawn_at=self._clock.now())
        )
        return done.rowcount

    async def purge_withdrawn_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Drop proofs whose term has ended; how many."""
        done = await self._connection.execute(
            delete(ConsentRow).where(
                ConsentRow.organisation_id == organisation_id, ConsentRow.withdrawn_at < moment
            )
        )
        return done.rowcount


def _consent(row: RowMapping) -> Consent:
    return Consent(
        id=ConsentId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        purpose=Purpose(row["purpose"]),
        version=row["version"],
        text_hash=row["text_hash"],
        given_at=row["given_at"],
        withdrawn_at=row["withdrawn_at"],
    )
