"""Families of a group: codes, the adults bound to them, and their cards."""

from domain.actions.groups import (
    AddChildren,
    MarkLeft,
    MoveChild,
    OpenChild,
    OpenFamilies,
    OpenGroup,
    PrintCard,
    PrintCards,
    ReturnChild,
    RevokeCards,
    RevokeGroupCards,
    UnbindAdult,
)
from domain.ids import MembershipId
from domain.links import ADULTS_OF_A_CHILD
from domain.organisation_views import ChildCard, FamilyList, MoveChoice
from domain.people import Group, Membership, shown_adult
from screens import people
from screens.base import Button, Document, Joined, Phrase, Rows, Screen, Style, in_rows, say
from screens.common import menu_button
from screens.paging import page_of, turning
from screens.people import mentioned

CODES_ON_A_PAGE = 24
"""Codes are short: four in a row, six rows."""


def families(view: FamilyList, page: int = 0) -> Screen:
    """The codes of a group: a mark where the family has joined."""
    here = view.group
    shown = page_of(view.lines, page, CODES_ON_A_PAGE)
    codes = [
        Button(
            say("organisation-families-code", mark="✅" if line.adults else "▫️", code=line.child.code),
            OpenChild(line.child.id),
        )
        for line in shown
    ]
    rows = [*in_rows(codes, 4)]
    rows += turning(len(view.lines), page, lambda p: OpenFamilies(here.id, p), CODES_ON_A_PAGE)
    if view.may_print and view.lines:
        rows.append((Button(say("organisation-families-print"), PrintCards(here.id, all=False)),))
        rows.append((Button(say("organisation-families-print-all"), PrintCards(here.id, all=True)),))
        revoke = say("organisation-families-revoke", kind=view.organisation.kind.value)
        rows.append((Button(revoke, RevokeGroupCards(here.id, sure=False)),))
    if view.may_add:
        rows.append((Button(say("organisation-group-add"), AddChildren(here.id)),))
    return Screen(
        body=(
            say(
                "organisation-families-title",
                sign=here.emoji,
                group=here.name,
                families=view.joined,
                children=len(view.lines),
            ),
            say("organisation-families-hint" if view.lines else "organisation-group-no-children"),
        ),
        rows=(*rows, (Button(say("button-back"), OpenGroup(here.id)), menu_button())),
        fleeting=True,
    )


def child(view: ChildCard) -> Screen:
    """One code: the adults bound, and what may be done."""
    code, here = view.child.code, view.child.id
    rows: list[tuple[Button, ...]] = []
    if view.child.left_at is not None:
        if view.may_edit:
            rows.append((Button(say("organisation-child-return"), ReturnChild(here), style=Style.PRIMARY),))
    else:
        if view.may_print:
            rows.append((Button(say("organisation-child-print"), PrintCard(here)),))
            if view.cards:
                rows.append((Button(say("organisation-child-revoke"), RevokeCards(here, sure=False)),))
        if view.may_edit:
            rows += [
                (
                    Button(
                        say(
                            "organisation-child-unbind", number=number, who=_adult_of(view, bound.membership)
                        ),
                        UnbindAdult(here, bound.membership.id, sure=False),
                    ),
                )
                for number, bound in enumerate(view.adults, start=1)
            ]
            rows.append(
                (
                    Button(
                        say("organisation-child-move", kind=view.organisation.kind.value), MoveChild(here)
                    ),
                    Button(say("organisation-child-left"), MarkLeft(here, sure=False)),
                )
            )
    return Screen(
        body=(
            say("organisation-child-title", code=code, sign=view.group.emoji, group=view.group.name),
            *_state(view),
        ),
        rows=(*rows, (Button(say("button-back"), OpenFamilies(view.group.id)), menu_button())),
        fleeting=True,
        mentions=mentioned([bound.membership for bound in view.adults], view.organisation),
    )


def move(view: MoveChoice, page: int = 0) -> Screen:
    """Which group does the child move to?"""
    rows: Rows = tuple(
        (
            Button(
                say("organisation-move-line", sign=group.emoji, name=group.name),
                MoveChild(view.child.id, group.id),
            ),
        )
        for group in page_of(view.groups, page)
    )
    text = "organisation-move-title" if rows else "organisation-move-nowhere"
    return Screen(
        body=(say(text, code=view.child.code, kind=view.organisation.kind.value),),
        rows=(
            *rows,
            *turning(len(view.groups), page, lambda p: MoveChild(view.child.id, page=p)),
            (Button(say("button-back"), OpenChild(view.child.id)), menu_button()),
        ),
        fleeting=True,
    )


def left_sure(view: ChildCard) -> Screen:
    """Really mark the child as gone?"""
    return _sure(
        view,
        say("organisation-left-sure", code=view.child.code, adults=len(view.adults)),
        Button(say("organisation-left-yes"), MarkLeft(view.child.id, sure=True), style=Style.DANGER),
    )


def revoke_sure(view: ChildCard) -> Screen:
    """Really make the printed cards open nothing?"""
    return _sure(
        view,
        say("organisation-revoke-sure", code=view.child.code, cards=view.cards),
        Button(say("organisation-revoke-yes"), RevokeCards(view.child.id, sure=True), style=Style.DANGER),
    )


def revoke_group_sure(view: FamilyList) -> Screen:
    """Really make every printed card of the group open nothing?"""
    here = view.group
    return Screen(
        body=(
            say(
                "organisation-families-revoke-sure",
                sign=here.emoji,
                group=here.name,
                kind=view.organisation.kind.value,
            ),
        ),
        rows=(
            (
                Button(
                    say("organisation-revoke-yes"), RevokeGroupCards(here.id, sure=True), style=Style.DANGER
                ),
            ),
            (Button(say("button-back"), OpenFamilies(here.id)),),
        ),
    )


def unbind_sure(view: ChildCard, membership_id: MembershipId) -> Screen:
    """Really undo the tie of this adult?"""
    found = next(
        (pair for pair in enumerate(view.adults, start=1) if pair[1].membership.id == membership_id), None
    )
    if found is None:
        return child(view)
    number, bound = found
    who = _adult_of(view, bound.membership)
    return _sure(
        view,
        say("organisation-unbind-sure", number=number, who=who, code=view.child.code),
        Button(
            say("organisation-unbind-yes"),
            UnbindAdult(view.child.id, membership_id, sure=True),
            style=Style.DANGER,
        ),
    )


def cards(group: Group, document: Document, count: int) -> Screen:
    """The printed cards of a group as a file."""
    return Screen(
        body=(say("organisation-cards-ready", sign=group.emoji, group=group.name, count=count),),
        rows=(
            (Button(say("organisation-families-print-all"), PrintCards(group.id, all=True)),),
            (menu_button(),),
        ),
        document=document,
        fleeting=True,
        fresh=True,
    )


def card(view: ChildCard, document: Document) -> Screen:
    """One more card of a child as a file."""
    return Screen(
        body=(say("organisation-card-ready", code=view.child.code, limit=ADULTS_OF_A_CHILD),),
        rows=((menu_button(),),),
        document=document,
        fleeting=True,
        fresh=True,
    )


def _state(view: ChildCard) -> tuple[Phrase | Joined, ...]:
    if view.child.left_at is not None:
        return (say("organisation-child-has-left"),)
    if not view.adults:
        return (
            say("organisation-child-nobody", kind=view.organisation.kind.value),
            say("organisation-child-cards", count=view.cards),
        )
    adults = Joined(
        tuple(
            say("organisation-child-adult", number=number, who=_adult_of(view, bound.membership))
            for number, bound in enumerate(view.adults, start=1)
        )
    )
    return (
        say("organisation-child-adults", count=len(view.adults), limit=ADULTS_OF_A_CHILD),
        adults,
        say("organisation-child-cards", count=view.cards),
    )


def _adult_of(view: ChildCard, adult: Membership) -> Phrase | Joined:
    """Who an adult is to the child, by name when names are on; «семья 0147» would say nothing here."""
    shown = shown_adult(adult, view.organisation)
    if shown.name is None and shown.kinship is not None:
        return people.kinship(shown.kinship)
    return people.adult_with_role(shown)


def _sure(view: ChildCard, text: Phrase, yes: Button) -> Screen:
    return Screen(
        body=(text,),
        rows=((yes,), (Button(say("button-back"), OpenChild(view.child.id)),)),
        fleeting=True,
        mentions=mentioned([bound.membership for bound in view.adults], view.organisation),
    )
