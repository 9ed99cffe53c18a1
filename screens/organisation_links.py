"""Personal links of staff and partners: for whom, handed over, still waiting."""

from urllib.parse import quote

from domain.actions.organisation import InvitePartner, OpenPartnerLinks, OpenPartners, OpenTenant
from domain.actions.staff import InviteStaff, OpenStaff, OpenStaffLinks, RenewLink, RevokeLink
from domain.links import Link, LinkKind
from domain.organisation_views import HeadLink, IssuedLink, WaitingLinks
from domain.people import Group, Organisation, PartnerKind, Role
from screens import people
from screens.base import Button, Moment, Phrase, Rows, Screen, say, screen
from screens.common import menu_button
from screens.paging import page_of, turning

ROLES = (Role.TEACHER, Role.METHODIST, Role.PSYCHOLOGIST, Role.SPECIALIST, Role.HEAD)


def roles(organisation: Organisation) -> Screen:
    """Which role is the link for?"""
    return screen(
        say("organisation-invite-role"),
        rows=(
            *(
                (Button(people.role(role, organisation.kind), InviteStaff(organisation.id, role)),)
                for role in ROLES
            ),
            (Button(say("button-back"), OpenStaff(organisation.id)), menu_button()),
        ),
    )


def partner_kinds(organisation: Organisation) -> Screen:
    """What kind of partner is the link for?"""
    return screen(
        say("organisation-invite-partner"),
        rows=(
            *((Button(partner_kind(kind), InvitePartner(organisation.id, kind)),) for kind in PartnerKind),
            (Button(say("button-back"), OpenPartners(organisation.id)), menu_button()),
        ),
    )


def issued(view: IssuedLink, address: str) -> Screen:
    """A new personal link, to be sent to the person."""
    here = view.organisation.id
    partner = view.link.kind is LinkKind.PARTNER
    back = OpenPartners(here) if partner else OpenStaff(here)
    return Screen(
        body=(
            say(
                "organisation-link-title",
                who=_invited(view.link, view.organisation),
                organisation=view.organisation.name,
            ),
            *(
                (
                    say(
                        "organisation-link-groups",
                        groups=group_names(view.groups),
                        kind=view.organisation.kind.value,
                    ),
                )
                if view.groups
                else ()
            ),
            say("organisation-link-address", address=address),
            _until(view.link, view.organisation),
        ),
        rows=(*handing_over(address), (Button(say("button-back"), back), menu_button())),
        fleeting=True,
    )


def head_link(view: HeadLink, address: str) -> Screen:
    """The one-time link of a head, as the owner gets it."""
    return Screen(
        body=(
            say(
                "organisation-link-title",
                who=people.role(Role.HEAD, view.organisation.kind),
                organisation=view.organisation.name,
            ),
            say("organisation-link-address", address=address),
            say("organisation-link-once"),
        ),
        rows=(
            *handing_over(address),
            (Button(say("button-back"), OpenTenant(view.organisation.id)), menu_button()),
        ),
        fleeting=True,
    )


def handing_over(address: str) -> Rows:
    """Copy the link, or pass it on inside the messenger."""
    return (
        (
            Button(say("organisation-link-copy"), copy=address),
            Button(
                say("organisation-link-share"), url=f"https://t.me/share/url?url={quote(address, safe='')}"
            ),
        ),
    )


def waiting(view: WaitingLinks, page: int = 0) -> Screen:
    """Links that nobody has opened yet; the address of an old link is not known any more, only a new one is."""
    here = view.organisation.id
    partner = view.kind is LinkKind.PARTNER
    rows: Rows = tuple(
        (
            Button(_invited(link, view.organisation), RenewLink(here, link.id)),
            Button("✖️", RevokeLink(here, link.id)),
        )
        for link in page_of(view.links, page)
    )
    return screen(
        say("organisation-waiting-title" if view.links else "organisation-waiting-empty"),
        rows=(
            *rows,
            *turning(
                len(view.links),
                page,
                lambda p: OpenPartnerLinks(here, p) if partner else OpenStaffLinks(here, p),
            ),
            (
                Button(say("button-back"), OpenPartners(here) if partner else OpenStaff(here)),
                menu_button(),
            ),
        ),
    )


def partner_kind(kind: PartnerKind) -> Phrase:
    """«предприятие», «центр занятости»."""
    return say("organisation-partner-kind", kind=kind.value)


def group_names(groups: tuple[Group, ...]) -> str:
    """«🐻 Солнышко, 🦊 Лисички»."""
    return ", ".join(f"{group.emoji} {group.name}" for group in groups)


def _invited(link: Link, organisation: Organisation) -> Phrase:
    if link.title is not None:
        return say("verbatim", text=link.title)
    return people.role(link.role or Role.PARTNER, organisation.kind)


def _until(link: Link, organisation: Organisation) -> Phrase:
    if link.expires_at is None:
        return say("organisation-link-once")
    return say("organisation-link-until", day=Moment(link.expires_at, organisation.timezone))
