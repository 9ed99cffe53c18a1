"""What a newcomer sees: an invitation, a consent, who they are to the child, and a welcome."""

from typing import assert_never

from domain.actions.guests import BecomeGuest
from domain.actions.joining import (
    Agree,
    NoName,
    OpenLink,
    StayOut,
    TellKinship,
    TypeName,
    UseProfileName,
)
from domain.actions.menu import EditOffers, EditPetName
from domain.joining import AlreadyIn, Invitation, Joined, Waiting
from domain.links import LinkKind
from domain.menu import MenuState
from domain.outcomes import Reason, Refused
from domain.people import Group, Kinship, Organisation, Role, child_code
from domain.privacy import ConsentText
from screens import base
from screens.base import Button, Day, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button, refusal
from screens.events_parents import mine_button
from screens.people import role, role_of


def greeting(invitation: Invitation) -> Screen:
    """Who invites, and to what; the consent follows as a message of its own."""
    return screen(say("joining-greeting-hello"), _offer(invitation))


def consent(invitation: Invitation) -> Screen:
    """The consent and nothing else, with the two answers."""
    return screen(*consent_text(invitation.consent), rows=_answers(invitation))


def confirm(invitation: Invitation) -> Screen:
    """An invitation to somebody whose consent stands already."""
    return screen(say("joining-greeting-hello"), _offer(invitation), rows=_answers(invitation))


def consent_text(text: ConsentText) -> tuple[Phrase, ...]:
    """The paragraphs of a consent; the words come from the published file."""
    return (
        say("joining-consent-title", title=text.title),
        *(
            say("joining-consent-lead", text=part.text)
            if part.heading is None
            else say("joining-consent-part", heading=part.heading, text=part.text)
            for part in text.parts
        ),
    )


def kinship(invitation: Invitation) -> Screen:
    """«Кто вы ребёнку?»: the tap that stores everything. Whoever comes again has read no greeting: it says of whom."""
    rows: Rows = tuple(
        (
            Button(
                say("joining-kinship-choice", kinship=kin.value),
                TellKinship(invitation.start.payload, invitation.consent.version, kin),
            ),
        )
        for kin in Kinship
    )
    back = () if invitation.consent_stands else ((_back(invitation),),)
    offer = (_offer(invitation),) if invitation.consent_stands else ()
    return screen(*offer, say("joining-kinship-ask"), say("joining-kinship-hint"), rows=(*rows, *back))


def stayed_out(invitation: Invitation) -> Screen:
    """The way out without consent."""
    kind = invitation.organisation.kind.value
    return screen(
        say("joining-out-text", kind=kind, role=invitation.role.value), rows=((_back(invitation),),)
    )


def ask_name(target: int, profile: str | None, *, waiting: bool) -> Screen:
    """«Как вас зовут?», once it may be asked (rule 9)."""
    rows: Rows = (
        (Button(say("joining-name-type"), TypeName(target, waiting)),),
        (Button(say("joining-name-none"), NoName(target, waiting)),),
    )
    if profile is not None:
        this = Button(
            say("joining-name-profile", name=profile), UseProfileName(target, waiting), style=Style.SUCCESS
        )
        rows = ((this,), *rows)
    return screen(say("joining-name-ask"), say("joining-name-hint"), rows=rows)


def named(state: MenuState, target: int, *, waiting: bool) -> Screen:
    """After the name: a number to say aloud while the request waits, else the welcome."""
    actor = state.actor
    if waiting:
        body = [
            say(
                "menu-request-waits",
                group=_group(line.group),
                number=line.request.said,
                kind=line.kind.value,
            )
            for line in state.waiting
            if line.request.id == target
        ]
        return screen(*body, say("joining-waiting-hint"), rows=((menu_button(),),))
    membership = next(held for held in actor.memberships if held.id == target)
    return welcome(Joined(actor, membership, groups=state.groups))


def welcome(joined: Joined) -> Screen:
    """It is done: who you are here, and what comes next."""
    membership = joined.membership
    kind = membership.organisation.kind.value
    what: Phrase | base.Joined
    rows: Rows = ((menu_button(),),)
    match membership.role:
        case Role.PARENT:
            groups = {group.id: group for group in (joined.group, *joined.groups) if group is not None}
            here = [child for child in membership.children if child.group_id in groups]
            what = base.Joined(
                tuple(
                    say(
                        "joining-welcome-child",
                        code=child_code(child.number),
                        group=_group(groups[child.group_id]),
                        kind=kind,
                    )
                    for child in here
                )
                or (say("joining-welcome-member", organisation=membership.organisation.name),)
            )
            rows = (
                *(
                    (Button(say("joining-welcome-pet-name"), EditPetName(membership.id, child.child_id)),)
                    for child in here[:1]
                    if child.pet_name is None
                ),
                (mine_button(),),
                *rows,
            )
        case Role.PARTNER:
            what = say("joining-welcome-partner", organisation=membership.organisation.name)
            rows = (
                (Button(say("guests-button-invitations"), BecomeGuest()),),
                (Button(say("joining-welcome-offers"), EditOffers(membership.id)),),
                *rows,
            )
        case _:
            what = say(
                "joining-welcome-staff",
                role=role_of(membership),
                organisation=membership.organisation.name,
            )
    more = (
        (say("joining-partner-term", until=Day(membership.term_until, "year")),)
        if membership.term_until is not None
        else (say(_hint(joined), kind=kind),)
    )
    return screen(say("joining-welcome-title"), what, *more, rows=rows)


def _hint(joined: Joined) -> str:
    role = joined.membership.role
    if role is Role.TEACHER and not joined.groups:
        return "menu-teacher-no-group"
    return f"menu-{role.value}-hint"


def waiting(state: Waiting) -> Screen:
    """The request stands: a number to tell the teacher aloud."""
    return screen(
        say("joining-waiting-title", group=_group(state.group), kind=state.organisation.kind.value),
        say("joining-waiting-number", number=state.request.said, kind=state.organisation.kind.value),
        say("joining-waiting-hint"),
        rows=((menu_button(),),),
    )


def already_in(state: AlreadyIn) -> Screen:
    """The link gives what the person has got."""
    membership = state.membership
    return screen(
        say(
            "joining-already-text",
            role=role_of(membership),
            organisation=membership.organisation.name,
        ),
        rows=((menu_button(),),),
    )


def refused(why: Refused, *, known: bool) -> Screen:
    """A link that opens nothing, and what to do instead."""
    rows: Rows = ((menu_button(),),) if known else ()
    match why.reason:
        case Reason.PASSED_OWN:
            return screen(refusal(why), rows=rows)
        case Reason.PASSED_SPENT | Reason.PASSED_EXPIRED | Reason.PASSED_REVOKED if known:
            return screen(refusal(why), rows=rows)  # something is stored of who is here already
        case Reason.CARD_FULL:
            advice = "joining-refused-card"
        case Reason.PASSED_SPENT | Reason.PASSED_EXPIRED | Reason.PASSED_REVOKED:
            advice = "joining-refused-passed"
        case _:
            advice = "joining-refused-advice"
    return screen(refusal(why), say(advice), rows=rows)


def stranger() -> Screen:
    """Somebody came without a link."""
    return screen(say("joining-stranger-title"), say("joining-stranger-how"), say("joining-stranger-privacy"))


def _offer(invitation: Invitation) -> Phrase:
    organisation = invitation.organisation
    kind = organisation.kind.value
    match invitation.start.kind:
        case LinkKind.CARD:
            assert invitation.child is not None
            code = child_code(invitation.child.number)
            return say(
                "joining-greeting-card",
                organisation=organisation.name,
                group=_group(invitation.group),
                code=code,
                kind=kind,
            )
        case LinkKind.GROUP:
            return say(
                "joining-greeting-group",
                organisation=organisation.name,
                group=_group(invitation.group),
                kind=kind,
            )
        case LinkKind.STAFF if invitation.groups:
            return say(
                "joining-greeting-teacher",
                organisation=organisation.name,
                role=_role(invitation, organisation),
                groups=base.Joined(tuple(_group(group) for group in invitation.groups), by=", "),
                kind=kind,
            )
        case LinkKind.STAFF:
            return say(
                "joining-greeting-staff",
                organisation=organisation.name,
                role=_role(invitation, organisation),
            )
        case LinkKind.PARTNER:
            return say(
                "joining-greeting-partner",
                organisation=organisation.name,
                partner=invitation.title or role(Role.PARTNER),
            )
        case LinkKind.INVITED:
            return say(
                "joining-greeting-invited",
                organisation=organisation.name,
                group=_group(invitation.group),
                kind=kind,
            )
        case _:
            assert_never(invitation.start.kind)


def _role(invitation: Invitation, organisation: Organisation) -> Phrase:
    if invitation.role is Role.SPECIALIST and invitation.title is not None:
        return say("people-name", name=invitation.title)
    return role(invitation.role, organisation.kind)


def _group(group: Group | None) -> Phrase:
    assert group is not None, "a card and a group's QR have a group"
    return say("people-group", emoji=group.emoji, name=group.name)


def _answers(invitation: Invitation) -> Rows:
    agree = say("joining-consent-accept" if invitation.consent_stands else "joining-consent-agree")
    start, version = invitation.start.payload, invitation.consent.version
    return (
        (Button(agree, Agree(start, version), style=Style.SUCCESS),),
        (Button(say("joining-consent-refuse"), StayOut(start)),),
    )


def _back(invitation: Invitation) -> Button:
    return Button(say("button-back"), OpenLink(invitation.start.payload))
