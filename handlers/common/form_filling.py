"""What a form knows while it is being filled in."""

from collections.abc import Mapping
from typing import Any

from domain.clock import Clock
from domain.forms import Value
from domain.ids import OrganisationId
from domain.people import Actor, Organisation, OrganisationKind
from domain.terms import Vocabulary
from handlers.common.form_model import Draft, Form
from messenger.show import Show
from screens.base import Phrase


class Filling:
    """A form in the hands of one person: who fills it in, for which organisation, and what has been answered."""

    def __init__(
        self,
        form: Form,
        draft: Draft,
        *,
        actor: Actor | None,
        show: Show,
        services: Mapping[str, Any],
        clock: Clock,
        vocabulary: Vocabulary,
        default_zone: str,
    ) -> None:
        self.form = form
        self.draft = draft
        self.person = actor
        self.show = show
        self.services = services
        """Services by name, as handlers get them: `run.services["events"]`."""
        self.clock = clock
        self.vocabulary = vocabulary
        self._default_zone = default_zone
        self.closed = False

    @property
    def actor(self) -> Actor:
        """Who fills the form in; a form of known people only."""
        assert self.person is not None, "This form is offered to known people only."
        return self.person

    @property
    def values(self) -> Mapping[str, Value]:
        """What has been answered, by step."""
        return self.draft.values

    @property
    def context(self) -> Mapping[str, int | str]:
        """What the form was started with: ids only."""
        return self.draft.context

    @property
    def token(self) -> str:
        """Random name of this draft."""
        return self.draft.token

    @property
    def organisation(self) -> Organisation | None:
        """The form's organisation (`context["organisation"]`), else that of the person's current role."""
        memberships = self.person.memberships if self.person is not None else ()
        wanted = self.context.get("organisation")
        for membership in memberships:
            if isinstance(wanted, int) and membership.organisation_id == OrganisationId(wanted):
                return membership.organisation
        current = self.person.current if self.person is not None else None
        return None if current is None else current.organisation

    @property
    def zone(self) -> str:
        """The zone of the form's organisation."""
        return self._default_zone if self.organisation is None else self.organisation.timezone

    @property
    def kind(self) -> str:
        """`$kind` of the titles, questions and examples: a school has classes and teachers of its own words."""
        here = self.organisation
        return (OrganisationKind.KINDERGARTEN if here is None else here.kind).value

    @property
    def title(self) -> Phrase:
        """What is being filled in."""
        return Phrase(self.form.title, {"kind": self.kind})

    @property
    def name(self) -> str | None:
        """What tells this draft from others, once it is answered."""
        value = None if self.form.named is None else self.values.get(self.form.named)
        return value if isinstance(value, str) else None

    def text(self, name: str) -> str:
        """The answer of a step that stores a text."""
        value = self.values[name]
        assert isinstance(value, str)
        return value

    def maybe_text(self, name: str) -> str | None:
        """The answer of an optional step that stores a text."""
        value = self.values.get(name)
        assert value is None or isinstance(value, str)
        return value

    def picked(self, name: str) -> list[str]:
        """The answers of a step with several options."""
        value = self.values.get(name)
        return list(value) if isinstance(value, list) else []

    def close(self) -> None:
        """The form has done its work: the draft is dropped after this update."""
        self.closed = True
