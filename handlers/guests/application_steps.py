"""The questions of an application: the profession, and «что покажете». A guest answers them, or staff for one."""

from collections.abc import Sequence
from datetime import UTC, datetime

from domain.actions.guest_preparation import LookAhead
from domain.guest_checks import (
    CARD,
    OWN,
    TYPED,
    chosen,
    is_exact,
    likely,
    match_check,
    profession_check,
    sphere_check,
)
from domain.guests import Application, Format
from domain.outcomes import Reason
from domain.professions import Catalogue, ChosenProfession, Profession, Sphere
from handlers.common.form_model import Option, Step
from handlers.common.form_run import FormRun
from screens.base import Arg, Button, Moment, Rows, say
from services.professions import Professions

MATCHES = 6
"""Professions that are offered for typed words."""
BY = "by"
"""In a draft's context: who answers, «guest» or «staff»."""


def _catalogue(run: FormRun) -> Catalogue:
    professions: Professions = run.services["professions"]
    return professions.catalogue


async def _spheres(_run: FormRun) -> Sequence[Option]:
    return [Option(sphere.value, say("guests-sphere", sphere=sphere.value)) for sphere in Sphere]


async def _of_sphere(run: FormRun) -> Sequence[Option]:
    return [_card(one) for one in _catalogue(run).of(Sphere(run.text("sphere")))]


async def _matches(run: FormRun) -> Sequence[Option]:
    words = run.text("profession")
    found = likely(words, _catalogue(run))[:MATCHES]
    return [*map(_card, found), Option(OWN, say("guests-match-own", words=words))]


def _is_unclear(run: FormRun) -> bool:
    """Whether the typed words may mean a card, and do not name it."""
    words = run.maybe_text("profession")
    if words is None:
        return False
    found = likely(words, _catalogue(run))
    return bool(found) and not is_exact(words, found[0])


async def _formats(_run: FormRun) -> Sequence[Option]:
    return [Option(one.value, say("guests-format-button", format=one.value)) for one in Format]


def _card(profession: Profession) -> Option:
    return Option(CARD + profession.slug, f"{profession.sign} {profession.name}")


def answered_by(run: FormRun) -> dict[str, Arg]:
    """Whom the questions speak to."""
    return {BY: str(run.context.get(BY, "guest"))}


def _when(run: FormRun) -> dict[str, Arg]:
    at = datetime.fromtimestamp(int(run.context["at"]), UTC)
    return {"when": Moment(at, run.zone), **answered_by(run)}


def _aside(run: FormRun) -> Rows:
    """A guest may look at what there is to tell before they say what they will show."""
    if run.context.get(BY) == "staff" or "group" not in run.context:
        return ()
    return ((Button(say("guests-button-look-ahead"), LookAhead(run.form.name, run.token)),),)


def _words(run: FormRun) -> dict[str, Arg]:
    return {"words": run.text("profession")}


STEPS = (
    Step(
        "sphere",
        "guests-ask-sphere",
        check=sphere_check,
        example="guests-example-profession",
        options=_spheres,
        args=_when,
    ),
    Step(
        "profession",
        "guests-ask-profession",
        check=profession_check,
        example="guests-example-profession",
        options=_of_sphere,
        when=lambda run: run.values.get("sphere") != TYPED,
        args=answered_by,
    ),
    Step(
        "match",
        "guests-ask-match",
        check=match_check,
        example="guests-example-profession",
        options=_matches,
        when=_is_unclear,
        args=_words,
    ),
    Step(
        "formats",
        "guests-ask-formats",
        options=_formats,
        many=True,
        everything=False,
        none_picked=Reason.NOTHING_PICKED,
        args=answered_by,
        aside=_aside,
    ),
)


def profession_of(run: FormRun) -> ChosenProfession:
    """The profession that was chosen, or typed."""
    return chosen(run.text("profession"), run.values.get("match"), _catalogue(run))


def application_of(run: FormRun) -> Application:
    """What the answers make."""
    return Application(
        profession_of(run),
        frozenset(Format(value) for value in run.picked("formats")),
    )
