"""What people may see and erase of their own data, at once and by themselves (rule 12)."""

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from db.erasure_journal import ErasureJournal
from db.work import Database, Work
from domain.clock import Clock
from domain.ids import ConsentId, OrganisationId
from domain.outcomes import Missing, Refused
from domain.people import Actor
from domain.privacy import Consent, ConsentLine, Erasure, Left, MessageToEdit, MyData, MyDataFile, Purpose
from services.erasing import end_roles, erase_person, refuse_last_head, roles_in, take_child_consent_back

FORMAT = 1
"""Version of the file that /my_data hands over."""


class Privacy:
    """/my_data, /delete_me, withdrawal of a consent, leaving an organisation; and erasing again after a restore."""

    def __init__(self, database: Database, clock: Clock, journal: ErasureJournal) -> None:
        self._db = database
        self._clock = clock
        self._journal = journal

    async def my_data(self, actor: Actor) -> MyData:
        """What is stored about the person, in counts, and the consents that stand."""
        async with self._db.read() as reading:
            consents = await reading.consents.of_person(actor.person_id)
            names = await reading.privacy_reads.organisation_names({c.organisation_id for c in consents})
            rows = await reading.privacy_reads.counts(actor.person_id)
        lines = tuple(ConsentLine(consent, names[consent.organisation_id]) for consent in consents)
        return MyData(actor, lines, rows)

    async def my_data_file(self, actor: Actor) -> MyDataFile:
        """Everything stored about the person as JSON: every row of every table, nothing about anybody else."""
        async with self._db.read() as reading:
            rows = await reading.privacy_reads.everything(actor.person_id)
            names = await reading.privacy_reads.organisation_names(_named(rows, "organisation_id"))
            groups = await reading.privacy_reads.group_names(_named(rows, "group_id"))
        made_at = self._clock.now()
        content = {
            "format": FORMAT,
            "made_at": made_at,
            "participant": actor.person_id,
            "organisations": {str(number): name for number, name in sorted(names.items())},
            "groups": {str(number): name for number, name in sorted(groups.items())},
            "tables": rows,
        }
        written = json.dumps(content, ensure_ascii=False, indent=2, default=_written)
        return MyDataFile(written.encode(), made_at)

    async def may_leave(self, actor: Actor, organisation_id: OrganisationId | None) -> Refused | None:
        """Whether the person may leave an organisation, or (None) the installation; asked before the question."""
        leaving = [m for m in actor.memberships if organisation_id in (None, m.organisation_id)]
        if organisation_id is not None and not leaving:
            raise Missing
        async with self._db.work(claims=False) as work:
            return await refuse_last_head(work, actor.person_id, leaving)

    async def erase(self, actor: Actor) -> Left | Refused:
        """/delete_me: everything of rule 12, at once, in one transaction."""
        async with self._db.work() as work:
            refused = await refuse_last_head(work, actor.person_id, list(actor.memberships))
            if refused is not None:
                return refused
            line = await erase_person(work, actor.person_id)
        self._write(line)
        return Left(None, erased=True)

    async def leave(self, actor: Actor, organisation_id: OrganisationId) -> Left | Refused:
        """Give up every role in an organisation; whoever has none left anywhere is erased whole."""
        return await self._end(actor, organisation_id, None)

    async def withdraw(self, actor: Actor, consent_id: ConsentId) -> Left | Refused:
        """Withdraw one consent: the roles that rest on it end."""
        async with self._db.read() as reading:
            own = await reading.consents.of_person(actor.person_id)
        consent = next((given for given in own if given.id == consent_id), None)
        if consent is None or consent.withdrawn_at is not None:
            raise Missing
        return await self._end(actor, consent.organisation_id, consent)

    async def _end(
        self, actor: Actor, organisation_id: OrganisationId, consent: Consent | None
    ) -> Left | Refused:
        purpose = None if consent is None else consent.purpose
        async with self._db.work() as work:
            organisation = await work.organisations.find(organisation_id)
            ending = roles_in(actor, organisation_id, purpose)
            if organisation is None or (consent is None and not ending):
                raise Missing
            refused = await refuse_last_head(work, actor.person_id, ending)
            if refused is not None:
                return refused
            pending = [
                request
                for request in await work.requests.own_pending(actor.person_id)
                if request.organisation_id != organisation_id
            ]
            nothing_left = len(ending) == len(actor.memberships) and not pending and not actor.owner
            if nothing_left:
                line = await erase_person(work, actor.person_id)
            else:
                line = await end_roles(work, actor, organisation_id, purpose)
        self._write(line)
        return Left(organisation.name, erased=nothing_left, name_only=purpose is Purpose.ENTRANCE)

    async def replay(self, journal: Iterable[Erasure]) -> int:
        """Erase again whom a restored backup brought back; how many lines still had somebody to erase.

        A number is erased only if the account behind it is still the one of the journal's keyed hash.
        """
        carried_out = 0
        for line in journal:
            async with self._db.work(claims=False) as work:
                done: Erasure | None
                if line.child_id is not None:
                    done = await take_child_consent_back(work, line)
                elif line.organisation_id is None:
                    done = await erase_person(work, line.person_id, line)
                else:
                    actor = await work.people.find_person(line.person_id)
                    left_before = actor is not None and await _stands_from_before(work, actor, line)
                    done = (
                        await end_roles(work, actor, line.organisation_id, line.purpose, line)
                        if actor is not None and left_before
                        else None
                    )
            carried_out += done is not None
        return carried_out

    async def write_journal(self) -> int:
        """Bring the journal's file up to what the database remembers, after a crash between the two."""
        async with self._db.read() as reading:
            lines = await reading.erasures.journal()
        return self._journal.append(lines)

    async def messages_to_edit(self, limit: int = 50) -> list[MessageToEdit]:
        """Older messages to staff that still name somebody who is erased: the delivery edits them."""
        async with self._db.read() as reading:
            return await reading.erasures.messages_to_edit(limit)

    async def message_edited(self, sent_id: int) -> None:
        """The delivery has taken the name out of a message, or found the message gone."""
        async with self._db.work(claims=False) as work:
            await work.erasures.message_edited(sent_id)

    def _write(self, line: Erasure | None) -> None:
        if line is not None:
            self._journal.append([line])


async def _stands_from_before(work: Work, actor: Actor, line: Erasure) -> bool:
    """Whether what was left is back: a role or a consent from before the line; what was taken up later is not."""
    if line.organisation_id is None:
        return False
    held = roles_in(actor, line.organisation_id, line.purpose)
    if await work.people.joined_before([membership.id for membership in held], line.at):
        return True
    purposes = tuple(Purpose) if line.purpose is None else (line.purpose,)
    consents = [
        await work.consents.standing(line.organisation_id, actor.person_id, purpose) for purpose in purposes
    ]
    return any(consent is not None and consent.given_at < line.at for consent in consents)


def _named(tables: dict[str, list[dict[str, Any]]], column: str) -> set[int]:
    """Numbers in a column of any table."""
    return {row[column] for rows in tables.values() for row in rows if row.get(column) is not None}


def _written(value: object) -> str:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    raise TypeError(f"{type(value)} in the file of one's own data")
