"""Organisations as their owner and their head see them."""

from datetime import time

from domain.actions.event_approvals import OpenProposals
from domain.actions.groups import OpenGroups
from domain.actions.organisation import (
    CreateOrganisation,
    EditOrganisation,
    IssueHeadLink,
    OpenInstallation,
    OpenOrganisation,
    OpenPersonalData,
    OpenTenant,
    SetOrganisationPart,
    TurnPersonalDataOff,
    TurnPersonalDataOn,
)
from domain.actions.privacy import OpenActs
from domain.actions.staff import OpenStaff
from domain.organisation import QUIET_HOURS, SUMMARY_HOURS, ZONES, OrganisationPart, TenantCounts
from domain.organisation_views import Installation
from domain.people import Organisation
from screens.base import Button, Joined, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.paging import turning_on


def installation(view: Installation) -> Screen:
    """The owner's list: each organisation with how many of its families have joined."""
    rows: Rows = tuple(
        (
            Button(
                say(
                    "organisation-installation-line",
                    name=tenant.organisation.name,
                    families=tenant.families,
                    children=tenant.children,
                ),
                OpenTenant(tenant.organisation.id),
            ),
        )
        for tenant in view.tenants
    )
    text = "organisation-installation-title" if view.tenants else "organisation-installation-empty"
    return screen(
        say(text),
        rows=(
            *rows,
            *turning_on(view.page, OpenInstallation, more=view.more),
            (Button(say("organisation-installation-create"), CreateOrganisation(), style=Style.PRIMARY),),
            (menu_button(),),
        ),
    )


def tenant(counts: TenantCounts) -> Screen:
    """One organisation as its owner sees it: counts and no personal data."""
    return screen(
        say(
            "organisation-tenant",
            name=counts.organisation.name,
            kind=counts.organisation.kind.value,
            zone=zone(counts.organisation.timezone),
            heads=counts.heads,
            staff=counts.staff,
            groups=counts.groups,
            children=counts.children,
            families=counts.families,
        ),
        *(() if counts.heads else (say("organisation-tenant-no-head"),)),
        rows=(
            (
                Button(
                    say("organisation-tenant-link", kind=counts.organisation.kind.value),
                    IssueHeadLink(counts.organisation.id),
                    style=Style.PLAIN if counts.heads else Style.PRIMARY,
                ),
            ),
            (Button(say("button-back"), OpenInstallation()), menu_button()),
        ),
    )


def card(organisation: Organisation) -> Screen:
    """The organisation's card with a button for each part."""
    here = organisation.id
    parts = (
        (OrganisationPart.NAME, OrganisationPart.ADDRESS),
        (OrganisationPart.OPERATOR, OrganisationPart.CONTACT),
        (OrganisationPart.PROCESSOR, OrganisationPart.ZONE),
        (OrganisationPart.QUIET, OrganisationPart.SUMMARY),
    )
    rows: Rows = tuple(
        tuple(Button(say(f"organisation-part-{part.value}"), EditOrganisation(here, part)) for part in pair)
        for pair in parts
    )
    approval = say("approvals-button-setting", state="on" if organisation.approve_events else "off")
    names = say("organisation-names-button", on="on" if organisation.personal_data else "off")
    return screen(
        say("organisation-card-title", name=organisation.name),
        Joined(
            (
                (
                    say("organisation-card-no-address")
                    if organisation.address is None
                    else say("organisation-card-address", value=organisation.address)
                ),
                say("organisation-card-operator", value=organisation.operator or organisation.name),
                *(
                    (say("organisation-card-contact", value=organisation.contact),)
                    if organisation.contact
                    else ()
                ),
                *(
                    (say("organisation-card-processor", value=organisation.processor),)
                    if organisation.processor
                    else ()
                ),
                say("organisation-card-zone", zone=zone(organisation.timezone)),
                say("organisation-card-quiet", hours=_hours(organisation.quiet_from, organisation.quiet_to)),
                say("organisation-card-summary", hour=_hour(organisation.summary_at)),
            )
        ),
        *(() if organisation.contact else (say("organisation-card-contact-missing"),)),
        rows=(
            *rows,
            (Button(names, OpenPersonalData(here)),),
            (Button(approval, OpenProposals(here)),),
            (Button(say("privacy-acts-button"), OpenActs(here)),),
            (
                Button(say("organisation-staff-button"), OpenStaff(here)),
                Button(say("organisation-groups-button", kind=organisation.kind.value), OpenGroups(here)),
            ),
            (menu_button(),),
        ),
    )


def pick(organisation: Organisation, part: OrganisationPart) -> Screen:
    """Ready-made answers: zones, quiet hours, the hour of the summary."""
    here = organisation.id
    rows: Rows
    match part:
        case OrganisationPart.ZONE:
            rows = tuple((Button(zone(name), SetOrganisationPart(here, part, name)),) for name in ZONES)
        case OrganisationPart.QUIET:
            rows = tuple(
                (
                    Button(
                        _hours(begins, ends),
                        SetOrganisationPart(here, part, f"{begins.hour}-{ends.hour}"),
                        style=_chosen((begins, ends) == (organisation.quiet_from, organisation.quiet_to)),
                    ),
                )
                for begins, ends in QUIET_HOURS
            )
        case _:
            rows = (
                tuple(
                    Button(
                        _hour(hour),
                        SetOrganisationPart(here, part, str(hour.hour)),
                        style=_chosen(hour == organisation.summary_at),
                    )
                    for hour in SUMMARY_HOURS
                ),
            )
    return screen(
        say(f"organisation-pick-{part.value}"),
        rows=(*rows, (Button(say("button-back"), OpenOrganisation(here)), menu_button())),
    )


def personal_data(organisation: Organisation) -> Screen:
    """Whether names may stand in the bot, and what the law says about it."""
    here = organisation.id
    back = (Button(say("button-back"), OpenOrganisation(here)), menu_button())
    if organisation.personal_data:
        return screen(
            say("organisation-names-on", decision=organisation.personal_data_decision or "–"),
            rows=((Button(say("organisation-names-turn-off"), TurnPersonalDataOff(here, sure=False)),), back),
        )
    return screen(
        say("organisation-names-off"),
        say("organisation-names-law"),
        rows=((Button(say("organisation-names-turn-on"), TurnPersonalDataOn(here)),), back),
    )


def personal_data_off_sure(organisation: Organisation) -> Screen:
    """What happens to names when they are switched off."""
    return screen(
        say("organisation-names-off-sure"),
        rows=(
            (
                Button(
                    say("organisation-names-off-yes"),
                    TurnPersonalDataOff(organisation.id, sure=True),
                    style=Style.DANGER,
                ),
            ),
            (Button(say("button-back"), OpenPersonalData(organisation.id)),),
        ),
    )


def zone(name: str) -> Phrase:
    """«Новокузнецк (МСК+4)»; a zone that is not in the list by its own name."""
    if name in ZONES:
        return say(f"organisation-zone-{name.rpartition('/')[2].lower()}")
    return say("verbatim", text=name)


def _hour(at: time) -> str:
    return f"{at.hour}:{at.minute:02d}"


def _hours(begins: time, ends: time) -> str:
    return f"{_hour(begins)} – {_hour(ends)}"


def _chosen(chosen: bool) -> Style:
    return Style.PRIMARY if chosen else Style.PLAIN
