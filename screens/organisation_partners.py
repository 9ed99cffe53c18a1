"""Partners and named sets of people."""

from domain.actions.organisation import (
    CreateSet,
    DeleteSet,
    EditPartner,
    EditSet,
    EndPartner,
    InvitePartner,
    OpenPartner,
    OpenPartnerLinks,
    OpenPartners,
    OpenSet,
    OpenSets,
    PartnerPart,
    SetMember,
    SetPart,
)
from domain.organisation import PartnerLine, PartnerTerms
from domain.organisation_views import PartnerCard, Registry, SetCard, SetList
from domain.people import shown_adult
from screens import people
from screens.base import Button, Day, Joined, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.organisation_links import partner_kind
from screens.paging import page_of, turning
from screens.people import mentioned


def registry(view: Registry, page: int = 0) -> Screen:
    """The partners of the organisation."""
    here = view.organisation.id
    rows: Rows = tuple(
        (Button(_title(line), OpenPartner(line.membership.id)),) for line in page_of(view.lines, page)
    )
    invite: Rows = ()
    if view.may_invite:
        invite = ((Button(say("organisation-partners-invite"), InvitePartner(here), style=Style.PRIMARY),),)
        if view.waiting:
            waiting = say("organisation-staff-waiting", count=view.waiting)
            invite += ((Button(waiting, OpenPartnerLinks(here)),),)
    text = "organisation-partners-title" if view.lines else "organisation-partners-empty"
    return screen(
        say(text, organisation=view.organisation.name),
        rows=(
            *rows,
            *turning(len(view.lines), page, lambda p: OpenPartners(here, p)),
            *invite,
            (menu_button(),),
        ),
    )


def partner(view: PartnerCard) -> Screen:
    """One partner: kind, what they can show, number of the agreement and term."""
    who, terms = view.line.membership, view.line.terms
    rows: Rows = ()
    if view.may_change:
        rows = (
            (
                Button(say("organisation-partner-agreement"), EditPartner(who.id, PartnerPart.AGREEMENT)),
                Button(say("organisation-partner-term"), EditPartner(who.id, PartnerPart.TERM)),
            ),
            (Button(say("organisation-partner-end"), EndPartner(who.id, sure=False), style=Style.DANGER),),
        )
    shown = shown_adult(who, view.organisation)
    return Screen(
        body=(
            say("organisation-partner-title", title=_title(view.line), kind=partner_kind(terms.kind)),
            *((say("organisation-partner-person", name=shown.name),) if shown.name is not None else ()),
            *((say("organisation-partner-offers", offers=who.offers),) if who.offers is not None else ()),
            _agreement(terms),
            *((say("organisation-partner-passed"),) if view.passed_on else ()),
        ),
        rows=(*rows, (Button(say("button-back"), OpenPartners(who.organisation_id)), menu_button())),
        fleeting=shown.name is not None or who.offers is not None,
        mentions=mentioned((who,), view.organisation),
    )


def end_sure(view: PartnerCard) -> Screen:
    """Really end the partnership?"""
    who = view.line.membership
    return screen(
        say("organisation-partner-end-sure", title=_title(view.line)),
        rows=(
            (Button(say("organisation-partner-end-yes"), EndPartner(who.id, sure=True), style=Style.DANGER),),
            (Button(say("button-back"), OpenPartner(who.id)),),
        ),
    )


def sets(view: SetList, page: int = 0) -> Screen:
    """Working group, creative group, and others."""
    here = view.organisation.id
    rows: Rows = tuple(
        (
            Button(
                say("organisation-sets-line", name=found.name, count=len(found.members)),
                OpenSet(here, found.id),
            ),
        )
        for found in page_of(view.sets, page)
    )
    return screen(
        say("organisation-sets-title" if view.sets else "organisation-sets-empty"),
        rows=(
            *rows,
            *turning(len(view.sets), page, lambda p: OpenSets(here, p)),
            (Button(say("organisation-sets-create"), CreateSet(here), style=Style.PRIMARY),),
            (menu_button(),),
        ),
    )


def set_card(view: SetCard, page: int = 0) -> Screen:
    """One set: tap a person to put them in or take them out."""
    here, found = view.organisation.id, view.set
    shown = page_of(view.staff, page)
    rows: Rows = tuple(
        (
            Button(
                say(
                    "organisation-set-person",
                    mark="✅" if member.id in found.members else "▫️",
                    who=people.adult_with_role(shown_adult(member, view.organisation)),
                ),
                SetMember(here, found.id, member.id, on=member.id not in found.members, page=page),
            ),
        )
        for member in shown
    )
    return Screen(
        body=(
            say("organisation-set-title", name=found.name, count=len(found.members)),
            say("organisation-set-no-order")
            if found.order_number is None
            else say("organisation-set-order", number=found.order_number),
        ),
        rows=(
            *rows,
            *turning(len(view.staff), page, lambda p: OpenSet(here, found.id, p)),
            (
                Button(say("organisation-set-rename"), EditSet(here, found.id, SetPart.NAME)),
                Button(say("organisation-set-write-order"), EditSet(here, found.id, SetPart.ORDER)),
            ),
            (Button(say("organisation-set-delete"), DeleteSet(here, found.id, sure=False)),),
            (Button(say("button-back"), OpenSets(here)), menu_button()),
        ),
        fleeting=view.organisation.personal_data,
        mentions=mentioned(shown, view.organisation),
    )


def delete_sure(view: SetCard) -> Screen:
    """Really delete the set?"""
    here, found = view.organisation.id, view.set
    return screen(
        say("organisation-set-delete-sure", name=found.name),
        rows=(
            (
                Button(
                    say("organisation-set-delete-yes"),
                    DeleteSet(here, found.id, sure=True),
                    style=Style.DANGER,
                ),
            ),
            (Button(say("button-back"), OpenSet(here, found.id)),),
        ),
    )


def _agreement(terms: PartnerTerms) -> Joined:
    number = (
        say("organisation-partner-no-number")
        if terms.agreement is None
        else say("organisation-partner-number", number=terms.agreement)
    )
    until = (
        say("organisation-partner-no-term")
        if terms.term_until is None
        else say("organisation-partner-until", until=Day(terms.term_until, "year"))
    )
    return Joined((number, until))


def _title(line: PartnerLine) -> Phrase:
    if line.membership.title is not None:
        return say("verbatim", text=line.membership.title)
    return partner_kind(line.terms.kind)
