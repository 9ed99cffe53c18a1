"""Staff: the list, one member, who leaves, who becomes a head."""

from collections.abc import Iterable

from domain.actions.staff import (
    AppointHead,
    InviteStaff,
    OpenMember,
    OpenStaff,
    OpenStaffLinks,
    OpenTeaching,
    RemoveMember,
    Retitle,
)
from domain.organisation import permanent_groups
from domain.organisation_views import (
    MemberCard,
    StaffList,
)
from domain.people import Group, Membership, Organisation, Role, shown_adult
from screens import people
from screens.base import Button, Joined, Phrase, Rows, Screen, Style, say
from screens.common import menu_button
from screens.organisation_links import group_names
from screens.paging import page_of, turning
from screens.people import mentioned


def staff(view: StaffList, page: int = 0) -> Screen:
    """Who works here."""
    here = view.organisation.id
    shown = page_of(view.members, page)
    people_here = {member.person_id for member in view.members}  # who has two roles is one of them
    rows: Rows = tuple(
        (Button(label, OpenMember(member.id)),)
        for member, label in told_apart(view.members, view.organisation, view.groups)
        if member in shown
    )
    invite: Rows = ()
    if view.may_invite:
        invite = (
            (Button(say("organisation-staff-invite"), InviteStaff(here), style=Style.PRIMARY),),
            *(
                ((Button(say("organisation-staff-waiting", count=view.waiting), OpenStaffLinks(here)),),)
                if view.waiting
                else ()
            ),
        )
    return Screen(
        body=(say("organisation-staff-title", organisation=view.organisation.name, count=len(people_here)),),
        rows=(
            *rows,
            *turning(len(view.members), page, lambda p: OpenStaff(here, p)),
            *invite,
            (menu_button(),),
        ),
        fleeting=view.organisation.personal_data,
        mentions=mentioned(shown, view.organisation),
    )


def member(view: MemberCard) -> Screen:
    """One member of the staff, with what may be changed."""
    who = view.member
    rows: list[tuple[Button, ...]] = []
    if view.may_change:
        if who.role is Role.TEACHER:
            taught = say("organisation-member-groups", kind=view.organisation.kind.value)
            rows.append((Button(taught, OpenTeaching(who.id)),))
        if who.role is Role.SPECIALIST:
            rows.append((Button(say("organisation-member-retitle"), Retitle(who.id)),))
        if who.role is not Role.HEAD:
            appoint = say("organisation-member-appoint", kind=view.organisation.kind.value)
            rows.append((Button(appoint, AppointHead(who.id, sure=False)),))
        rows.append(
            (
                Button(
                    say("organisation-member-leave" if view.myself else "organisation-member-remove"),
                    RemoveMember(who.id, sure=False),
                    style=Style.DANGER,
                ),
            )
        )
    return Screen(
        body=(
            say(
                "organisation-member-title",
                who=_called(who, view.organisation),
                organisation=view.organisation.name,
            ),
            *(
                (say("organisation-member-number", number=int(who.person_id)),)
                if shown_adult(who, view.organisation).name is None
                else ()
            ),
            *(
                (
                    say(
                        "organisation-member-teaches",
                        groups=group_names(view.groups),
                        kind=view.organisation.kind.value,
                    ),
                )
                if view.groups
                else ()
            ),
        ),
        rows=(*rows, (Button(say("button-back"), OpenStaff(who.organisation_id)), menu_button())),
        fleeting=view.organisation.personal_data,
        mentions=mentioned((who,), view.organisation),
    )


def remove_sure(view: MemberCard) -> Screen:
    """Really end this role?"""
    who = view.member
    shown = _called(who, view.organisation)
    asked = (
        say("organisation-leave-sure")
        if view.myself
        else say("organisation-remove-sure", who=shown, kind=view.organisation.kind.value)
    )
    return Screen(
        body=(asked,),
        rows=(
            (Button(say("organisation-remove-yes"), RemoveMember(who.id, sure=True), style=Style.DANGER),),
            (Button(say("button-back"), OpenMember(who.id)),),
        ),
        fleeting=view.organisation.personal_data,
        mentions=mentioned((who,), view.organisation),
    )


def gave_up() -> Screen:
    """One's own role has ended: the list of the staff is no longer one's to see."""
    return Screen(body=(say("organisation-removed"),), rows=((menu_button(),),))


def appoint_sure(view: MemberCard) -> Screen:
    """Really make this person a head, too?"""
    who = view.member
    return Screen(
        body=(
            say(
                "organisation-appoint-sure",
                who=_called(who, view.organisation),
                kind=view.organisation.kind.value,
            ),
        ),
        rows=(
            (Button(say("organisation-appoint-yes"), AppointHead(who.id, sure=True), style=Style.PRIMARY),),
            (Button(say("button-back"), OpenMember(who.id)),),
        ),
        fleeting=view.organisation.personal_data,
        mentions=mentioned((who,), view.organisation),
    )


def told_apart(
    members: Iterable[Membership], organisation: Organisation, groups: Iterable[Group]
) -> list[tuple[Membership, Phrase]]:
    """Everybody with a label of their own: those who would read alike get their numbers."""
    labels = [(member, _named(member, organisation, groups)) for member in members]
    alike = [label for _, label in labels]
    return [
        (member, label)
        if alike.count(label) == 1
        else (member, say("organisation-staff-number", who=label, number=int(member.person_id)))
        for member, label in labels
    ]


def _called(member: Membership, organisation: Organisation) -> Phrase | Joined:
    """«Анна Петрова, воспитатель», or «воспитатель № 6»: of two without names the right one is meant."""
    shown = shown_adult(member, organisation)
    if shown.name is not None:
        return people.adult_with_role(shown)
    return say("organisation-staff-nameless", who=people.adult(shown), number=int(member.person_id))


def _named(member: Membership, organisation: Organisation, groups: Iterable[Group]) -> Phrase:
    """«Анна Петрова, воспитатель · 🐻 Солнышко»: without names the group tells teachers apart."""
    held = permanent_groups(member)
    taught = tuple(group for group in groups if group.id in held)
    who = people.adult_with_role(shown_adult(member, organisation))
    if not taught:
        return say("organisation-staff-line", who=who)
    return say("organisation-staff-line-group", who=who, groups=group_names(taught))
