"""Family cards and the group's QR: printed, handed over as files, revoked."""

import asyncio

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from domain.actions.groups import (
    OpenPoster,
    PrintCard,
    PrintCards,
    PrintPoster,
    RevokeCards,
    RevokeGroupCards,
    RevokePoster,
)
from domain.links import LinkKind
from domain.organisation_views import PrintedCards
from domain.outcomes import Refused
from domain.people import Actor, child_code
from handlers.common.filters import Known, Tap
from handlers.organisation.answers import address, refuse, told
from messenger.show import Show
from reports.documents.cards import CardSheet, CardToPrint, Poster, family_cards, group_poster
from screens import organisation_families as screens
from screens import organisation_posters as posters
from screens.base import Document, Phrase, say
from screens.render import plain
from services.cards import Cards
from services.families import Families


def build() -> Router:
    """The router of papers."""
    router = Router(name="organisation-papers")

    @router.callback_query(Tap(PrintCards), Known())
    async def print_cards(
        _: CallbackQuery, action: PrintCards, actor: Actor, show: Show, bot: Bot, cards: Cards
    ) -> None:
        printed = await cards.print_group(actor, action.group_id, everybody=action.all)
        if isinstance(printed, Refused):
            await refuse(show, printed)
            return
        await show.toast()
        name = say("organisation-paper-cards-file", group=printed.group.name)
        document = await _sheet(printed, bot, show, name)
        await show(screens.cards(printed.group, document, len(printed.cards)))

    @router.callback_query(Tap(PrintCard), Known())
    async def print_card(
        _: CallbackQuery,
        action: PrintCard,
        actor: Actor,
        show: Show,
        bot: Bot,
        cards: Cards,
        families: Families,
    ) -> None:
        printed = await cards.print_child(actor, action.child_id)
        if isinstance(printed, Refused):
            await refuse(show, printed)
            return
        await show.toast()
        name = say("organisation-paper-card-file", code=child_code(printed.cards[0][0]))
        document = await _sheet(printed, bot, show, name)
        await show(screens.card(await families.child(actor, action.child_id), document))

    @router.callback_query(Tap(RevokeCards), Known())
    async def revoke_cards(
        _: CallbackQuery, action: RevokeCards, actor: Actor, show: Show, cards: Cards, families: Families
    ) -> None:
        if not action.sure:
            await show(screens.revoke_sure(await families.child(actor, action.child_id)))
            return
        await cards.revoke_child(actor, action.child_id)
        view = await families.child(actor, action.child_id)
        await show(screens.child(view), told("organisation-revoked"))

    @router.callback_query(Tap(RevokeGroupCards), Known())
    async def revoke_group(
        _: CallbackQuery,
        action: RevokeGroupCards,
        actor: Actor,
        show: Show,
        cards: Cards,
        families: Families,
    ) -> None:
        if not action.sure:
            await show(screens.revoke_group_sure(await families.families(actor, action.group_id)))
            return
        await cards.revoke_group(actor, action.group_id)
        view = await families.families(actor, action.group_id)
        await show(screens.families(view), told("organisation-revoked"))

    @router.callback_query(Tap(OpenPoster), Known())
    async def poster(_: CallbackQuery, action: OpenPoster, actor: Actor, show: Show, cards: Cards) -> None:
        await show(posters.poster(await cards.poster(actor, action.group_id)))

    @router.callback_query(Tap(PrintPoster), Known())
    async def print_poster(
        _: CallbackQuery, action: PrintPoster, actor: Actor, show: Show, bot: Bot, cards: Cards
    ) -> None:
        printed = await cards.print_poster(actor, action.group_id, renew=action.renew)
        if isinstance(printed, Refused):
            await refuse(show, printed)
            return
        await show.toast()
        paper = Poster(
            organisation=printed.organisation.name,
            kind=printed.organisation.kind,
            group=printed.group.name,
            address=await address(bot, LinkKind.GROUP, printed.token),
            made_at=printed.made_at,
        )
        content = await asyncio.to_thread(group_poster, paper, show.texts)
        name = plain(say("organisation-paper-poster-file", group=printed.group.name), show.texts)
        await show(posters.poster_ready(printed.group, Document(content, name)))

    @router.callback_query(Tap(RevokePoster), Known())
    async def revoke_poster(
        _: CallbackQuery, action: RevokePoster, actor: Actor, show: Show, cards: Cards
    ) -> None:
        if not action.sure:
            await show(posters.revoke_sure(await cards.poster(actor, action.group_id)))
            return
        await cards.revoke_poster(actor, action.group_id)
        view = await cards.poster(actor, action.group_id)
        await show(posters.poster(view), told("organisation-poster-revoked"))

    return router


async def _sheet(printed: PrintedCards, bot: Bot, show: Show, name: Phrase) -> Document:
    sheet = CardSheet(
        organisation=printed.organisation.name,
        group=printed.group.name,
        cards=[
            CardToPrint(number, await address(bot, LinkKind.CARD, token)) for number, token in printed.cards
        ],
        made_at=printed.made_at,
    )
    content = await asyncio.to_thread(family_cards, sheet, show.texts)
    return Document(content, plain(name, show.texts))
