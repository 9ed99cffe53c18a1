"""A teacher asks a guest to change what was told: nothing is refused, and nothing is lost until the guest has done it."""

from db.work import Database
from domain.clock import Clock
from domain.forms import accepted, clean
from domain.guest_asking import may_ask_change
from domain.guest_notices import subject_of
from domain.guest_request_notices import change_asked
from domain.guest_requests import AskedChange, Wish
from domain.guest_views import VisitCard
from domain.guests import NOTE_LIMIT, Application, may_give_back
from domain.ids import VisitId
from domain.notices import NoticeKind
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor
from domain.professions import Catalogue
from services.guest_access import access_own_visit, access_visit_to_decide, current_card
from services.guest_news import UNHEARD, note_visit, tell_teachers
from services.guest_taking import checked

_CHANGED = Refused(Reason.CHANGED_MEANWHILE)


class GuestChanges:
    """«Попросить изменить», and what the guest makes of it."""

    def __init__(self, database: Database, clock: Clock, catalogue: Catalogue) -> None:
        self._db = database
        self._clock = clock
        self._catalogue = catalogue

    async def ask(
        self, actor: Actor, visit_id: VisitId, version: int, wish: Wish, note: str | None
    ) -> VisitCard | Refused:
        """Ask in ready words, or in the teacher's own; the visit stays what it is."""
        typed = clean(note or "")
        words = accepted(typed, NOTE_LIMIT) if typed else None
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_decide(work, actor, visit_id)
            if isinstance(words, Refused):
                return words
            if wish is Wish.OTHER and words is None:
                return Refused(Reason.EMPTY)
            if refused := may_ask_change(visit, now=self._clock.now(), seen_version=version):
                return refused
            if not await work.guest_requests.ask_change(visit, AskedChange(wish, words)):
                return _CHANGED
            about = subject_of(visit.id)
            await work.outbox.cancel(about, (*UNHEARD, NoticeKind.GUEST_CHANGE_ASKED))
            if visit.guest_id is not None and visit.guest_id != actor.person_id:
                await work.outbox.put(change_asked(visit, version + 1, visit.guest_id))
            await note_visit(work, actor, visit, "guest-visit.change-asked", wish=wish.value)
            return await current_card(work, actor, visit, organisation)

    async def change_application(
        self, actor: Actor, visit_id: VisitId, application: Application
    ) -> VisitCard | Refused:
        """The guest shows something else, as was asked; the teachers hear of it as of an application."""
        written = checked(application, self._catalogue)
        async with self._db.work() as work:
            visit, organisation = await access_own_visit(work, actor, visit_id)
            if isinstance(written, Refused):
                return written
            if visit.change is None:
                return Refused(Reason.CHANGE_NOT_ASKED)
            if refused := may_give_back(visit, now=self._clock.now()):
                return refused
            if not await work.guest_requests.change_application(visit, written):
                return _CHANGED
            await work.outbox.cancel(subject_of(visit.id), (NoticeKind.GUEST_CHANGE_ASKED,))
            now = await work.guest_visits.find(organisation.id, visit.id)
            if now is None:
                raise Missing
            await tell_teachers(work, organisation, now, now.version, NoticeKind.GUEST_CHANGED)
            await note_visit(work, actor, visit, "guest-visit.changed")
            return await current_card(work, actor, visit, organisation)
