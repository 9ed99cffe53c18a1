"""The group's QR for the wall: printed, renewed, revoked."""

from domain.actions.groups import OpenGroup, OpenPoster, PrintPoster, RevokePoster
from domain.organisation_views import PosterState
from domain.people import Group
from screens.base import Button, Document, Screen, Style, say
from screens.common import menu_button


def poster(view: PosterState) -> Screen:
    """The group's QR for the wall: how many are out there."""
    here = view.group
    rows: list[tuple[Button, ...]] = [
        (Button(say("organisation-poster-print"), PrintPoster(here.id, renew=False), style=Style.PRIMARY),)
    ]
    if view.posters:
        rows.append((Button(say("organisation-poster-renew"), PrintPoster(here.id, renew=True)),))
        rows.append((Button(say("organisation-poster-revoke"), RevokePoster(here.id, sure=False)),))
    return Screen(
        body=(
            say(
                "organisation-poster-title",
                sign=here.emoji,
                group=here.name,
                kind=view.organisation.kind.value,
            ),
            say("organisation-poster-state", count=view.posters),
        ),
        rows=(*rows, (Button(say("button-back"), OpenGroup(here.id)), menu_button())),
    )


def poster_ready(group: Group, document: Document) -> Screen:
    """The printed QR of a group as a file."""
    return Screen(
        body=(say("organisation-poster-ready", sign=group.emoji, group=group.name),),
        rows=((Button(say("button-back"), OpenPoster(group.id)), menu_button()),),
        document=document,
        fresh=True,
    )


def revoke_sure(view: PosterState) -> Screen:
    """Really make every printed QR of the group open nothing?"""
    here = view.group
    return Screen(
        body=(say("organisation-poster-revoke-sure", sign=here.emoji, group=here.name, count=view.posters),),
        rows=(
            (Button(say("organisation-revoke-yes"), RevokePoster(here.id, sure=True), style=Style.DANGER),),
            (Button(say("button-back"), OpenPoster(here.id)),),
        ),
    )
