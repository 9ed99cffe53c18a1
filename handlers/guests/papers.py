"""«📒 Журнал гостей» and «🚪 Плакат на дверь»; the group's dates for whoever scans the poster."""

import asyncio

from aiogram import Bot, F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from domain.actions.guest_papers import DrawPoster, OpenJournal, OpenPosters, TakeJournal
from domain.clock import Clock
from domain.guest_papers import DoorPoster
from domain.ids import GroupId
from domain.links import guests_link, guests_of_start
from domain.outcomes import Forbidden, Missing
from domain.people import Actor, Visitor
from domain.waves import school_year
from handlers.common.deep_links import arrived
from handlers.common.filters import Known, Tap
from handlers.common.forms import Forms
from handlers.guests.letter_words import journal_of
from locales import Texts
from messenger.show import Show
from reports.documents.door_poster import DoorPaper, door_poster
from reports.documents.guest_tables import guest_document, guest_workbook
from screens import events_parents, guests_invited
from screens import guests_papers as screens
from screens.base import Document, say
from screens.render import plain
from services.guest_applications import GuestApplications
from services.guest_papers import GuestPapers
from services.menu import Menu
from services.professions import Professions


async def journal(
    _: CallbackQuery, action: OpenJournal, actor: Actor, guest_papers: GuestPapers, show: Show, clock: Clock
) -> None:
    """«📒 Журнал гостей»."""
    view = await guest_papers.journal(actor, action.organisation_id, action.year)
    await show(screens.journal(view, now=school_year(clock.today(view.organisation.timezone))))


async def take(
    _: CallbackQuery, action: TakeJournal, actor: Actor, guest_papers: GuestPapers, show: Show, clock: Clock
) -> None:
    """The journal as a table, or as a document."""
    view = await guest_papers.journal(actor, action.organisation_id, action.year)
    await show.toast()
    paper = journal_of(view, show.texts, clock.now())
    made = guest_document if action.document else guest_workbook
    content = await asyncio.to_thread(made, paper)
    name = say(
        "guests-journal-file",
        year=str(view.year),
        next=str(view.year + 1),
        form="docx" if action.document else "xlsx",
    )
    now = school_year(clock.today(view.organisation.timezone))
    await show(screens.journal(view, now=now, document=Document(content, plain(name, show.texts))))


async def posters(
    _: CallbackQuery, action: OpenPosters, actor: Actor, guest_papers: GuestPapers, show: Show
) -> None:
    """«🚪 Плакат на дверь»: of which group."""
    organisation, groups = await guest_papers.groups(actor, action.organisation_id)
    await show(screens.posters(organisation, groups, action.page))


async def poster(
    _: CallbackQuery,
    action: DrawPoster,
    actor: Actor,
    guest_papers: GuestPapers,
    professions: Professions,
    show: Show,
    clock: Clock,
    bot: Bot,
) -> None:
    """The poster of a group."""
    view = await guest_papers.poster(actor, action.group_id)
    await show.toast()
    address = guests_link((await bot.me()).username or "", view.group.id)
    paper = DoorPaper(**_words(view, show.texts), address=address, made_at=clock.now())
    content = await asyncio.to_thread(door_poster, paper, view.met, professions.catalogue)
    name = plain(say("guests-poster-file", group=view.group.name), show.texts)
    await show(screens.poster(view, Document(content, name)))


def _words(view: DoorPoster, texts: Texts) -> dict[str, str]:
    kind = view.organisation.kind.value
    return {
        "title": texts.plain("guests-poster-title", {"kind": kind}),
        "group": view.group.name,
        "lead": texts.plain("guests-poster-lead", {"met": len(view.met)}),
        "blank": texts.plain("guests-poster-blank"),
        "invites": texts.plain("guests-poster-invites"),
        "how": texts.plain("guests-poster-how", {"kind": kind}),
    }


async def open_by_poster(
    _: Message,
    command: CommandObject,
    visitor: Visitor,
    actor: Actor | None,
    show: Show,
    menu: Menu,
    forms: Forms,
    guest_applications: GuestApplications,
) -> None:
    """A family of the group gets its open dates; others are told how to come in."""
    group_id = guests_of_start(command.args or "")
    assert group_id is not None, "the filter lets nothing else through"
    greeted = await arrived(visitor, actor, show, menu, forms)
    if greeted is None:
        return
    try:
        view = await guest_applications.dates(greeted, GroupId(group_id))
    except (Forbidden, Missing):
        await show(events_parents.not_for_you())
        return
    own = any(child.group_id == group_id for held in greeted.memberships for child in held.children)
    await show(guests_invited.invitation(view, 0, with_map=own))


def build() -> Router:
    """A new router of papers; it stands before the one of links by which people join."""
    router = Router(name="guests-papers")
    router.callback_query.register(journal, Tap(OpenJournal), Known())
    router.callback_query.register(take, Tap(TakeJournal), Known())
    router.callback_query.register(posters, Tap(OpenPosters), Known())
    router.callback_query.register(poster, Tap(DrawPoster), Known())
    of_a_poster = F.args.func(lambda payload: guests_of_start(payload) is not None)
    router.message.register(open_by_poster, CommandStart(deep_link=True, magic=of_a_poster))
    return router
