"""Who answers for which group: a teacher's groups, substitutions, the teachers of one group."""

from domain.actions.groups import OpenGroup
from domain.actions.staff import (
    EndSubstitution,
    OpenMember,
    OpenSubstitutions,
    OpenTeaching,
    SetTeaching,
    Substitute,
)
from domain.organisation import TeachingLine, permanent_groups
from domain.organisation_views import Substitutions, Teaching
from domain.people import Organisation, shown_adult
from screens import people
from screens.base import Button, Day, Joined, Phrase, Rows, Screen, Style, say
from screens.common import menu_button
from screens.organisation_staff import told_apart
from screens.paging import page_of, turning
from screens.people import mentioned


def teaching(view: Teaching, page: int = 0) -> Screen:
    """Which groups does the teacher answer for?"""
    who = view.member
    held = permanent_groups(who)
    rows: Rows = tuple(
        (
            Button(
                say(
                    "organisation-teaching-line",
                    mark="✅" if group.id in held else "▫️",
                    sign=group.emoji,
                    name=group.name,
                ),
                SetTeaching(who.id, group.id, on=group.id not in held, page=page),
            ),
        )
        for group in page_of(view.groups, page)
    )
    return Screen(
        body=(
            say(
                "organisation-teaching-title",
                who=people.adult(shown_adult(who, who.organisation)),
                kind=who.organisation.kind.value,
            ),
        ),
        rows=(
            *rows,
            *turning(len(view.groups), page, lambda p: OpenTeaching(who.id, p)),
            (Button(say("button-done"), OpenMember(who.id)), menu_button()),
        ),
        fleeting=who.organisation.personal_data,
        mentions=mentioned((who,), who.organisation),
    )


def substitutions(view: Substitutions) -> Screen:
    """Who answers for the group now and soon."""
    substitutes = [line for line in view.lines if line.substitute]
    rows: Rows = tuple(
        (
            Button(
                say(
                    "organisation-substitution-end",
                    who=people.adult(shown_adult(line.membership, view.organisation)),
                ),
                EndSubstitution(view.group.id, line.membership.id),
            ),
        )
        for line in substitutes
    )
    return Screen(
        body=(
            say("organisation-substitution-title", sign=view.group.emoji, group=view.group.name),
            teachers_of(view.lines, view.organisation),
        ),
        rows=(
            *rows,
            (Button(say("organisation-substitution-new"), Substitute(view.group.id), style=Style.PRIMARY),),
            (Button(say("button-back"), OpenGroup(view.group.id)), menu_button()),
        ),
        fleeting=view.organisation.personal_data,
        mentions=mentioned([line.membership for line in view.lines], view.organisation),
    )


def substitute_whom(view: Substitutions, page: int = 0) -> Screen:
    """Which teacher stands in?"""
    shown = page_of(told_apart(view.others, view.organisation, view.groups), page)
    rows: Rows = tuple((Button(label, Substitute(view.group.id, teacher.id)),) for teacher, label in shown)
    text = "organisation-substitution-whom" if rows else "organisation-substitution-nobody"
    return Screen(
        body=(say(text, kind=view.organisation.kind.value),),
        rows=(
            *rows,
            *turning(len(view.others), page, lambda p: Substitute(view.group.id, page=p)),
            (Button(say("button-back"), OpenSubstitutions(view.group.id)), menu_button()),
        ),
        fleeting=view.organisation.personal_data,
        mentions=mentioned([teacher for teacher, _ in shown], view.organisation),
    )


def teachers_of(lines: tuple[TeachingLine, ...], organisation: Organisation) -> Phrase | Joined:
    """The teachers of a group, substitutes with their days; a line that says so when there is none."""
    if not lines:
        return say("organisation-teachers-none", kind=organisation.kind.value)
    return Joined(tuple(_teacher(line, organisation) for line in lines))


def _teacher(line: TeachingLine, organisation: Organisation) -> Phrase:
    who = people.adult(shown_adult(line.membership, organisation))
    begins, ends = line.teaching.starts_on, line.teaching.ends_on
    if begins is None or ends is None:
        return say("organisation-teachers-line", who=who)
    return say("organisation-teachers-substitute", who=who, begins=Day(begins), ends=Day(ends))
