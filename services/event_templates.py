"""Templates of events: ready-made ones, and those that the staff of an organisation save of their own events."""

from collections.abc import Mapping, Sequence

from db.work import Database, Reading
from domain.access import Permission, grant, reach
from domain.clock import Clock
from domain.event_templates import (
    MOST_TEMPLATES,
    NAME_LIMIT,
    Begun,
    ReadyTemplate,
    Template,
    TemplateCard,
    TemplatePage,
    as_far_as,
    called_like,
    is_for,
    pattern_of,
)
from domain.forms import accepted, clean
from domain.ids import EventId, OrganisationId, TemplateId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Organisation
from services.access import access_organisation, organisation_of, organisations_of, today_in
from services.event_access import access_any_event
from services.events import PAGE


class EventTemplates:
    """What staff begin a new event with."""

    def __init__(self, database: Database, clock: Clock, ready: Sequence[ReadyTemplate]) -> None:
        self._db = database
        self._clock = clock
        self._ready: Mapping[str, ReadyTemplate] = {one.slug: one for one in ready}

    async def page(self, actor: Actor, organisation_id: OrganisationId, page: int = 0) -> TemplatePage:
        """Their own ones by name, then the ready-made ones that this person has a use for."""
        organisation = organisation_of(actor, organisation_id)
        everybody = self._everybody(actor, organisation_id)
        async with self._db.read() as reading:
            own = await reading.event_templates.all(organisation_id)
        ready = [
            one
            for one in self._ready.values()
            if organisation.kind in one.kinds and is_for(one.pattern, everybody=everybody)
        ]
        page = max(page, 0)
        first, last = page * PAGE, (page + 1) * PAGE
        left = max(first - len(own), 0), max(last - len(own), 0)
        return TemplatePage(
            organisation,
            ready=tuple(ready[slice(*left)]),
            own=tuple(own[first:last]),
            page=page,
            more=len(own) + len(ready) > last,
        )

    async def begin_ready(self, actor: Actor, organisation_id: OrganisationId, slug: str) -> Begun:
        """What a new event begins with: a ready-made template, as far as this person's invitations go."""
        organisation = organisation_of(actor, organisation_id)
        everybody = self._everybody(actor, organisation_id)
        found = self._ready.get(slug)
        if found is None or organisation.kind not in found.kinds:
            raise Missing
        return Begun(as_far_as(found.pattern, everybody=everybody), organisation)

    async def begin(self, actor: Actor, template_id: TemplateId) -> Begun:
        """The same with one of their own."""
        async with self._db.read() as reading:
            template, organisation = await access_template(reading, actor, template_id)
        everybody = self._everybody(actor, organisation.id)
        return Begun(as_far_as(template.pattern, everybody=everybody), organisation)

    async def look(self, actor: Actor, template_id: TemplateId) -> TemplateCard:
        """One of their own."""
        async with self._db.read() as reading:
            template, organisation = await access_template(reading, actor, template_id)
        return TemplateCard(template, organisation, self._may_change(actor, template, organisation))

    async def save(self, actor: Actor, event_id: EventId, name: str | None) -> TemplateId | Refused:
        """An event is kept as a template; without a name it is called like the event."""
        async with self._db.work() as work:
            event, organisation, _ = await access_any_event(work, actor, event_id, Permission.POST_EVENTS)
            called = _called(name or called_like(event.title))
            if isinstance(called, Refused):
                return called
            await work.organisations.lock(organisation.id)  # or two at once would make one too many
            if await work.event_templates.count(organisation.id) >= MOST_TEMPLATES:
                return Refused(Reason.TOO_MANY_TEMPLATES, {"limit": MOST_TEMPLATES})
            made = await work.event_templates.create(
                organisation.id, actor.person_id, called, pattern_of(event)
            )
            if made is None:
                return Refused(Reason.NAME_TAKEN)
            await work.audit.note(
                "template.saved",
                organisation_id=organisation.id,
                by=actor.person_id,
                subject=f"template:{made}",
            )
            return made

    async def rename(self, actor: Actor, template_id: TemplateId, name: str) -> Refused | None:
        """Whoever has saved it, a methodist or a head calls it otherwise."""
        called = _called(name)
        if isinstance(called, Refused):
            return called
        async with self._db.work() as work:
            template, organisation = await access_template(work, actor, template_id)
            self._require_change(actor, template, organisation)
            if not await work.event_templates.rename(organisation.id, template_id, called):
                return Refused(Reason.NAME_TAKEN)
            await work.audit.note(
                "template.renamed",
                organisation_id=organisation.id,
                by=actor.person_id,
                subject=f"template:{template_id}",
            )
            return None

    async def drop(self, actor: Actor, template_id: TemplateId) -> OrganisationId:
        """The same people delete it; events that were made with it stay."""
        async with self._db.work() as work:
            template, organisation = await access_template(work, actor, template_id)
            self._require_change(actor, template, organisation)
            await work.event_templates.drop(organisation.id, template_id)
            await work.audit.note(
                "template.dropped",
                organisation_id=organisation.id,
                by=actor.person_id,
                subject=f"template:{template_id}",
            )
            return organisation.id

    def _everybody(self, actor: Actor, organisation_id: OrganisationId) -> bool:
        """Whether the person invites anybody of the organisation; raises `Forbidden` for who announces nothing."""
        today = today_in(actor, organisation_id, self._clock)
        return reach(actor, Permission.POST_EVENTS, organisation_id, today) is None

    def _may_change(self, actor: Actor, template: Template, organisation: Organisation) -> bool:
        today = today_in(actor, organisation.id, self._clock)
        leads = grant(actor, Permission.EDIT_TEMPLATES, organisation.id, today=today) is not None
        return leads or template.made_by == actor.person_id

    def _require_change(self, actor: Actor, template: Template, organisation: Organisation) -> None:
        if not self._may_change(actor, template, organisation):
            raise Forbidden(f"template {template.id}")


async def access_template(
    reading: Reading, actor: Actor, template_id: TemplateId
) -> tuple[Template, Organisation]:
    """A template of an organisation in which the person announces things, and the organisation."""
    for organisation_id in organisations_of(actor):
        template = await reading.event_templates.find(organisation_id, template_id)
        if template is not None:
            here = access_organisation(actor, organisation_id, Permission.POST_EVENTS, reading.clock)
            return template, here.organisation
    raise Missing


def _called(name: str) -> str | Refused:
    return accepted(clean(name), NAME_LIMIT)
