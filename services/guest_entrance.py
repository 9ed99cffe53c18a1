"""A guest's full name for the entrance list: asked of the guest after approval, with a consent of its own (rule 13)."""

from content.consents import ConsentTexts
from db.work import Database, Reading
from domain.access import Permission
from domain.clock import Clock
from domain.guest_entrance import EntranceName, asks_full_name, full_name
from domain.guests import Visit
from domain.ids import VisitId
from domain.outcomes import Forbidden, Reason, Refused
from domain.people import Actor, Organisation
from domain.privacy import Purpose
from services.consents import give_consent
from services.guest_access import access_own_visit, card_of, current_card
from services.guest_news import note_visit


class GuestEntrance:
    """«🚪 Имя для входа»."""

    def __init__(self, database: Database, clock: Clock, texts: ConsentTexts) -> None:
        self._db = database
        self._clock = clock
        self._texts = texts

    async def look(self, actor: Actor, visit_id: VisitId, locale: str) -> EntranceName:
        """What is asked, and what was answered, for the guest alone."""
        async with self._db.read() as reading:
            visit, organisation = await access_own_visit(reading, actor, visit_id)
            return await self._look(reading, actor, visit, organisation, locale)

    async def keep(
        self, actor: Actor, visit_id: VisitId, name: str, version: int, locale: str
    ) -> EntranceName | Refused:
        """Write the name down, with the proof that its guest agreed to the text of `version`."""
        line = full_name(name)
        if isinstance(line, Refused):
            return line
        if version != self._texts.current_version(Purpose.ENTRANCE):
            return Refused(Reason.CHANGED_MEANWHILE)
        async with self._db.work() as work:
            visit, organisation = await access_own_visit(work, actor, visit_id)
            await work.groups.lock(organisation.id, visit.group_id)
            card = await current_card(work, actor, visit, organisation)
            if not asks_full_name(card):
                return Refused(Reason.VISIT_DECIDED)
            account = await work.erasures.account_of(actor.person_id)
            if account is None:
                raise Forbidden(f"{Permission.BE_GUEST} {visit_id}")
            text = self._texts.text(Purpose.ENTRANCE, version, "ru")
            await give_consent(work, organisation.id, actor.person_id, account, text)
            await work.guest_entrance.keep(card.visit, line)
            await note_visit(work, actor, card.visit, "guest-entrance.named")
            return await self._look(work, actor, card.visit, organisation, locale)

    async def drop(self, actor: Actor, visit_id: VisitId, locale: str) -> EntranceName:
        """«🗑 Убрать имя»: the guest shows a document at the entrance instead."""
        async with self._db.work() as work:
            visit, organisation = await access_own_visit(work, actor, visit_id)
            if await work.guest_entrance.drop(visit):
                await note_visit(work, actor, visit, "guest-entrance.dropped")
            return await self._look(work, actor, visit, organisation, locale)

    async def _look(
        self, reading: Reading, actor: Actor, visit: Visit, organisation: Organisation, locale: str
    ) -> EntranceName:
        names = await reading.guest_entrance.names(organisation.id, [visit.id])
        given = await reading.consents.standing(organisation.id, actor.person_id, Purpose.ENTRANCE)
        return EntranceName(
            await card_of(reading, actor, visit, organisation),
            names.get(visit.id),
            self._texts.current(Purpose.ENTRANCE, locale).filled(organisation),
            given is not None and given.version == self._texts.current_version(Purpose.ENTRANCE),
        )
