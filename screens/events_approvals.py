"""Publications that a methodist looks at first: the list, what waits, what was decided, and who is told."""

from dataclasses import replace

from domain.actions.announcement_approvals import OpenProposedAnnouncement
from domain.actions.event_approvals import (
    ApproveEvent,
    OpenProposal,
    OpenProposals,
    ProposeKept,
    ReturnEvent,
    ShowProposalPicture,
    SwitchApproval,
    TakeBackProposal,
)
from domain.actions.event_drafts import OpenKept
from domain.actions.events import OpenEvent
from domain.announcements import ListedAnnouncement
from domain.approvals import (
    Approved,
    DecisionNews,
    ProposedCard,
    ProposedEvent,
    ProposedPage,
    Settled,
    Settlement,
)
from domain.event_drafts import as_draft, weekly
from domain.event_forms import FOR_PARENTS
from domain.events import Event, EventStatus
from domain.ids import OrganisationId
from domain.outcomes import Refused
from domain.people import Membership, Organisation, OrganisationKind, shown_adult
from screens.base import Arg, Button, Joined, Moment, Phrase, Picture, Rows, Screen, Style, say, screen
from screens.common import menu_button, refusal
from screens.events_facts import whom
from screens.events_form import preview_facts, reach_lines
from screens.events_parents import heading, short
from screens.paging import turning_on
from screens.people import adult, mentioned


def page(view: ProposedPage) -> Screen:
    """What waits, the soonest first; and the switch."""
    here, kind = view.organisation, view.organisation.kind.value
    state = "on" if here.approve_events else "off"
    body: list[Phrase | Joined] = [say("approvals-title", organisation=here.name)]
    if view.events or view.announcements:
        body.append(say("approvals-hint"))
    elif view.page == 0:
        body.append(say("approvals-empty"))
    body.append(say("approvals-setting", state=state, kind=kind))
    rows: list[tuple[Button, ...]] = [
        (Button(_words_line(each), OpenProposedAnnouncement(each.id)),) for each in view.announcements
    ]
    rows += [(Button(_line(event, here.timezone), OpenProposal(event.id)),) for event in view.events]
    rows += turning_on(view.page, lambda at: OpenProposals(here.id, at), more=view.more)
    switch = Button(
        say("approvals-button-switch", state=state), SwitchApproval(here.id, not here.approve_events)
    )
    return screen(*body, rows=(*rows, (switch,), (menu_button(),)))


def card(view: ProposedCard, hint: Refused | None = None) -> Screen:
    """What people will read, whom it reaches, when it comes out, and the two decisions."""
    event, zone = view.event, view.organisation.timezone
    asks = say("approvals-asks", who=named(view.author, "approvals-somebody", view.organisation))
    body: list[Phrase | Joined] = [asks if hint is None else say("forms-hint", reason=refusal(hint))]
    if view.groups:
        body.append(heading(view.groups))
    if (invited := whom(event.invitees, view.sets)) is not None:
        body.append(invited)
    body.append(preview_facts(as_draft(event), zone))
    body += _when(event, zone)
    rows: Rows = ()
    if isinstance(view.reach, Refused):
        body.append(say("forms-hint", reason=refusal(view.reach)))
    else:
        body.append(Joined(reach_lines(view.reach, mixed=event.invitees != FOR_PARENTS)))
        yes = Button(
            say("approvals-button-approve"), ApproveEvent(event.id, event.version), style=Style.SUCCESS
        )
        rows = ((yes,),)
    if event.picture is not None:
        rows += ((Button(say("approvals-button-picture"), ShowProposalPicture(event.id)),),)
    back = Button(say("approvals-button-return"), ReturnEvent(event.id, event.version))
    made = screen(*body, rows=(*rows, (back,), (list_button(event.organisation_id), menu_button())))
    return mentioning(made, view.author, view.organisation)


def picture(view: ProposedCard, content: bytes | None) -> Screen:
    """The picture that goes with it, in a message of its own; it may not be kept any more."""
    event, back = view.event, Button(say("button-back"), OpenProposal(view.event.id))
    if content is None or event.picture is None:
        return screen(say("approvals-no-picture"), rows=((back,),))
    shown = Picture(content, "picture.jpg", event.picture)
    return replace(screen(say("events-title", title=event.title), rows=((back,),)), picture=shown, fresh=True)


def settled(view: Settled) -> Screen:
    """What has become of it: for a methodist who came second, or late."""
    made = screen(_fate(view), rows=((list_button(view.organisation.id), menu_button()),))
    return mentioning(made, view.by, view.organisation)


def approved(done: Approved) -> Screen:
    """«Опубликовано», a moment ago; or when it comes out."""
    event = done.event
    if event.status is EventStatus.PLANNED and event.publish_at is not None:
        word = say("approvals-done-planned", when=Moment(event.publish_at, done.organisation.timezone))
    elif done.meetings > 1:
        word = say("events-draft-series-published", count=done.meetings)
    else:
        word = say("approvals-done")
    return screen(
        word,
        say("approvals-author-told"),
        rows=(*_open(event), (list_button(event.organisation_id), menu_button())),
    )


def sent_back(event: Event) -> Screen:
    """«Вернули», a moment ago."""
    return screen(
        say("approvals-sent-back", title=event.title),
        rows=((list_button(event.organisation_id), menu_button()),),
    )


def let_out(news: DecisionNews) -> Screen:
    """Its author reads that it is out, or will be."""
    event, zone = news.event, news.organisation.timezone
    facts: dict[str, Arg] = {
        "title": event.title,
        "when": Moment(event.starts_at, zone),
        "who": who_decided(news.by, news.organisation),
    }
    word = say("approvals-notice-approved", **facts)
    if news.what is Settlement.PLANNED and event.publish_at is not None:
        word = say("approvals-notice-planned", **facts, out=Moment(event.publish_at, zone))
    made = screen(word, rows=(*_open(event), (menu_button(),)))
    return mentioning(made, news.by, news.organisation)


def returned(news: DecisionNews) -> Screen:
    """Its author reads that it is a draft again, and why."""
    event = news.event
    facts: dict[str, Arg] = {
        "title": event.title,
        "when": Moment(event.starts_at, news.organisation.timezone),
    }
    if news.what is Settlement.RETURNED:
        body = [say("approvals-notice-returned", **facts, who=who_decided(news.by, news.organisation))]
        if event.returned_words is not None:
            body.append(say("approvals-remark", words=event.returned_words))
    else:
        body = [say("approvals-notice-late", **facts)]
    open_it = Button(say("events-draft-button-open"), OpenKept(event.id))
    return mentioning(screen(*body, rows=((open_it,), (menu_button(),))), news.by, news.organisation)


def proposed_word(organisation: Organisation) -> Phrase:
    """«Отправили на проверку»."""
    return say("approvals-sent", kind=organisation.kind.value)


def taken_back_word() -> Phrase:
    """«Забрали»."""
    return say("approvals-taken-back")


def waits(event: Event, organisation: Organisation) -> tuple[Phrase | Joined, ...]:
    """On its author's card: that it waits, and how it will come out."""
    waiting = say("approvals-waits", kind=organisation.kind.value)
    return (waiting, *_when(event, organisation.timezone))


def remark(event: Event, organisation: Organisation) -> tuple[Phrase, ...]:
    """On its author's card: what the methodist said."""
    if event.returned_words is None:
        return ()
    return (say("approvals-remark-of", words=event.returned_words, kind=organisation.kind.value),)


def take_back_button(event: Event) -> Button:
    """«↩️ Забрать»."""
    return Button(say("approvals-button-take-back"), TakeBackProposal(event.id, event.version))


def decide_button(event: Event) -> Button:
    """From the list of what is kept, where a methodist finds it too."""
    return Button(say("approvals-button-decide"), OpenProposal(event.id))


def propose_button(event: Event) -> Button:
    """«📨 На проверку»."""
    return Button(say("approvals-button-propose"), ProposeKept(event.id, event.version), style=Style.SUCCESS)


def list_button(organisation_id: OrganisationId, waiting: int = 0) -> Button:
    """«📨 На проверке: 3»."""
    return Button(say("approvals-button-list", count=waiting), OpenProposals(organisation_id))


def asked_first(kind: OrganisationKind) -> Phrase:
    """Under a preview: that a methodist looks at it before it comes out."""
    return say("approvals-first", kind=kind.value)


def _fate(view: Settled) -> Phrase:
    event, zone = view.event, view.organisation.timezone
    facts: dict[str, Arg] = {"title": event.title, "when": Moment(event.starts_at, zone)}
    who = who_decided(view.by, view.organisation)
    match view.what:
        case Settlement.PUBLISHED if event.decided_by is None:
            return say("approvals-fate-out", **facts)
        case Settlement.PLANNED if event.decided_by is None:
            return say("approvals-fate-out", **facts)
        case Settlement.PUBLISHED:
            return say("approvals-fate-published", **facts, who=who)
        case Settlement.PLANNED:
            return say("approvals-fate-planned", **facts, who=who)
        case Settlement.RETURNED:
            return say("approvals-fate-returned", **facts, who=who)
        case Settlement.TAKEN_BACK:
            return say("approvals-fate-taken-back", **facts)
        case Settlement.LATE:
            return say("approvals-fate-late", **facts)


def who_decided(by: Membership | None, organisation: Organisation) -> Phrase:
    """The colleague who decided; «старший воспитатель», if they have no role here any more."""
    return named(by, "approvals-methodist", organisation)


def named(member: Membership | None, unknown: str, organisation: Organisation) -> Phrase:
    """A colleague as colleagues know them, or the word for one who has no role here any more."""
    if member is None:
        return say(unknown, kind=organisation.kind.value)
    return adult(shown_adult(member, organisation))


def mentioning(made: Screen, member: Membership | None, organisation: Organisation) -> Screen:
    """The screen, which names a colleague."""
    named = () if member is None else (member,)
    return replace(made, mentions=mentioned(named, organisation))


def _when(event: Event, zone: str) -> tuple[Phrase | Joined, ...]:
    """When it comes out, and on which days, if that is not at once and once."""
    if event.publish_at is not None:
        return (say("approvals-at", when=Moment(event.publish_at, zone)),)
    if event.proposed_weeks is None:
        return ()
    days = tuple(
        say("events-series-day", when=Moment(each.starts_at, zone))
        for each in weekly(as_draft(event), zone, event.proposed_weeks)
    )
    return (Joined((say("approvals-weekly", count=event.proposed_weeks), *days)),)


def _open(event: Event) -> Rows:
    out = event.status is not EventStatus.PLANNED
    label = say("approvals-button-open")
    return ((Button(label, OpenEvent(event.id) if out else OpenKept(event.id)),),)


def _line(event: ProposedEvent, zone: str) -> Phrase:
    when = Moment(event.starts_at, zone)
    return say("events-list-line", emojis=_few(event.emojis), when=when, title=short(event.title))


def _words_line(each: ListedAnnouncement) -> Phrase:
    return say("announcements-check-line", emojis=_few(each.emojis), opening=short(each.opening))


def _few(emojis: tuple[str, ...]) -> str:
    return "".join(emojis[:3]) + ("…" if len(emojis) > 3 else "") or "👥"
