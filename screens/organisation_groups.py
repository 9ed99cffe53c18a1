"""Groups: the list, one group, its sign and age, new codes."""

from domain.actions.groups import (
    AddChildren,
    ArchiveGroup,
    CreateGroup,
    EditGroup,
    GroupPart,
    OpenFamilies,
    OpenGroup,
    OpenGroups,
    OpenPoster,
    PrintCards,
    SetGroupPart,
    TypeChildren,
)
from domain.actions.staff import InviteStaff, OpenSubstitutions
from domain.organisation import AGE_BANDS, CHILDREN_AT_ONCE, SIGNS
from domain.organisation_views import FamilyList, GroupCard, GroupList
from domain.people import AgeBand, Group, Role, child_code
from screens.base import Button, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.closures import close_button, standing_button
from screens.common import menu_button
from screens.organisation_teachings import teachers_of
from screens.paging import page_of, turning
from screens.people import mentioned
from screens.posts import chats_button

COUNTS = (1, 5, 10, 15, 20, 25)
"""Numbers of new codes offered as buttons; others are typed."""


def groups(view: GroupList, page: int = 0) -> Screen:
    """The groups that the person reaches, each with «12 из 24»."""
    here, kind = view.organisation.id, view.organisation.kind.value
    rows: Rows = tuple(
        (
            Button(
                say(
                    "organisation-groups-line",
                    sign=counts.group.emoji,
                    name=counts.group.name,
                    families=counts.families,
                    children=counts.children,
                ),
                OpenGroup(counts.group.id),
            ),
        )
        for counts in page_of(view.groups, page)
    )
    create: Rows = ()
    if view.may_edit:
        new = say("organisation-groups-create", kind=kind)
        create = ((Button(new, CreateGroup(here), style=Style.PRIMARY),),)
    text = "organisation-groups-title" if view.groups else "organisation-groups-empty"
    return screen(
        say(text, organisation=view.organisation.name, kind=kind),
        rows=(
            *rows,
            *turning(len(view.groups), page, lambda p: OpenGroups(here, p)),
            *create,
            (menu_button(),),
        ),
    )


def group(view: GroupCard) -> Screen:
    """One group: families, teachers, and what to do next."""
    counts, here = view.counts, view.counts.group
    rows: list[tuple[Button, ...]] = []
    if counts.children and view.may_see_families:
        families = say("organisation-group-families", families=counts.families, children=counts.children)
        rows.append((Button(families, OpenFamilies(here.id)),))
    if view.may_add:
        rows.append(
            (
                Button(
                    say("organisation-group-add"),
                    AddChildren(here.id),
                    style=Style.PLAIN if counts.children else Style.PRIMARY,
                ),
            )
        )
    if view.may_invite and not view.teachers:
        invite = say("organisation-teachers-invite", kind=view.organisation.kind.value)
        rows.append((Button(invite, InviteStaff(here.organisation_id, Role.TEACHER, here.id)),))
    if view.may_print and counts.children:
        rows.append((Button(say("organisation-group-print"), PrintCards(here.id, all=False)),))
    if view.may_print:
        rows.append((Button(say("organisation-group-poster"), OpenPoster(here.id)),))
    if view.may_bind:
        rows.append((chats_button(here.organisation_id),))
    rows += [(standing_button(closure, view.organisation),) for closure in view.closures]
    if view.may_close:
        rows.append((close_button(here.id, view.organisation),))
    if view.may_substitute:
        rows.append((Button(say("organisation-group-substitution"), OpenSubstitutions(here.id)),))
    if view.may_edit:
        rows.append(
            (
                Button(say("organisation-group-rename"), EditGroup(here.id, GroupPart.NAME)),
                Button(say("organisation-group-sign"), EditGroup(here.id, GroupPart.EMOJI)),
            )
        )
        rows.append(
            (
                Button(
                    say("organisation-group-age", kind=view.organisation.kind.value),
                    EditGroup(here.id, GroupPart.AGE),
                ),
                Button(say("organisation-group-archive"), ArchiveGroup(here.id, sure=False)),
            )
        )
    return Screen(
        body=(
            say(
                "organisation-group-title",
                sign=here.emoji,
                name=here.name,
                age=age(here.age_band),
                organisation=view.organisation.name,
            ),
            _joined(view),
            teachers_of(view.teachers, view.organisation),
        ),
        rows=(*rows, (Button(say("button-back"), OpenGroups(here.organisation_id)), menu_button())),
        fleeting=view.organisation.personal_data and bool(view.teachers),
        mentions=mentioned([line.membership for line in view.teachers], view.organisation),
    )


def pick_sign(view: GroupCard) -> Screen:
    """Which sign?"""
    here = view.counts.group
    buttons = [
        Button(
            sign,
            SetGroupPart(here.id, GroupPart.EMOJI, sign),
            style=Style.PRIMARY if sign == here.emoji else Style.PLAIN,
        )
        for sign in SIGNS
    ]
    return screen(
        say("organisation-group-pick-sign", name=here.name),
        rows=(
            *in_rows(buttons, 5),
            (Button(say("button-back"), OpenGroup(here.id)),),
        ),
    )


def pick_age(view: GroupCard) -> Screen:
    """How old are the children?"""
    here = view.counts.group
    return screen(
        say("organisation-group-pick-age", name=here.name, kind=view.organisation.kind.value),
        rows=(
            *(
                (
                    Button(
                        age(band),
                        SetGroupPart(here.id, GroupPart.AGE, band.value),
                        style=Style.PRIMARY if band is here.age_band else Style.PLAIN,
                    ),
                )
                for band in AGE_BANDS[view.organisation.kind]
            ),
            (Button(say("button-back"), OpenGroup(here.id)),),
        ),
    )


def archive_sure(view: GroupCard) -> Screen:
    """Really put the group away?"""
    here = view.counts.group
    return screen(
        say(
            "organisation-group-archive-sure",
            sign=here.emoji,
            name=here.name,
            kind=view.organisation.kind.value,
        ),
        rows=(
            (
                Button(
                    say("organisation-group-archive-yes"),
                    ArchiveGroup(here.id, sure=True),
                    style=Style.DANGER,
                ),
            ),
            (Button(say("button-back"), OpenGroup(here.id)),),
        ),
    )


def how_many(here: Group) -> Screen:
    """How many children are there? Each gets a code."""
    buttons = [Button(str(count), AddChildren(here.id, count)) for count in COUNTS]
    return screen(
        say("organisation-children-how-many", sign=here.emoji, name=here.name, limit=CHILDREN_AT_ONCE),
        rows=(
            *in_rows(buttons, 3),
            (Button(say("organisation-children-other"), TypeChildren(here.id)),),
            (Button(say("button-back"), OpenGroup(here.id)),),
        ),
    )


def children_added(view: FamilyList, numbers: range) -> Screen:
    """The new codes, and what to do with them."""
    here = view.group
    return Screen(
        body=(
            say(
                "organisation-children-added",
                count=len(numbers),
                first=child_code(numbers[0]),
                last=child_code(numbers[-1]),
                sign=here.emoji,
                name=here.name,
            ),
        ),
        rows=(
            (Button(say("organisation-group-print"), PrintCards(here.id, all=False), style=Style.PRIMARY),),
            (Button(say("organisation-children-list"), OpenFamilies(here.id)),),
            (Button(say("button-back"), OpenGroup(here.id)), menu_button()),
        ),
        fleeting=True,
    )


def age(band: AgeBand) -> Phrase:
    """«5–6 лет», «1–2 классы»."""
    return say("organisation-age", band=band.name.lower())


def _joined(view: GroupCard) -> Phrase:
    if not view.counts.children:
        return say("organisation-group-no-children")
    return say("organisation-group-joined", families=view.counts.families, children=view.counts.children)
