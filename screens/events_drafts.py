"""Events that nobody has been told of yet: their list, their cards, and why one did not come out."""

from domain.actions.event_approvals import ProposeSeries
from domain.actions.event_drafts import (
    AskSeries,
    ConfirmDropDraft,
    DropDraft,
    EditKept,
    OpenDrafts,
    OpenKept,
    PlanEvent,
    PublishKept,
    PublishSeries,
    UnplanEvent,
)
from domain.event_drafts import WEEKS, KeptCard, KeptEvent, KeptPage, NotPublished, as_draft, weekly
from domain.event_forms import FOR_PARENTS
from domain.events import Event, EventStatus
from domain.ids import OrganisationId
from domain.outcomes import Refused
from domain.people import Organisation
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.common import menu_button, refusal
from screens.events import list_button
from screens.events_approvals import (
    asked_first,
    decide_button,
    propose_button,
    remark,
    take_back_button,
    waits,
)
from screens.events_facts import whom
from screens.events_form import preview_facts, reach_lines
from screens.events_parents import heading, short
from screens.events_templates import save_button
from screens.paging import turning_on


def page(view: KeptPage) -> Screen:
    """What is kept, the soonest first."""
    here = view.organisation
    body = [say("events-drafts-title", organisation=here.name)]
    if view.events:
        body.append(say("events-drafts-hint"))
    elif view.page == 0:
        body.append(say("events-drafts-empty"))
    if any(event.proposed for event in view.events):
        body.append(say("approvals-waits-hint", kind=here.kind.value))
    rows: list[tuple[Button, ...]] = [
        (Button(_line(event, here.timezone), OpenKept(event.id)),) for event in view.events
    ]
    rows += turning_on(view.page, lambda at: OpenDrafts(here.id, at), more=view.more)
    rows.append((list_button(here.id), menu_button()))
    return screen(*body, rows=tuple(rows))


def card(view: KeptCard, word: Phrase | None = None) -> Screen:
    """A kept event, when it comes out, and whom it would reach; `word` says what has just happened."""
    event, zone = view.event, view.organisation.timezone
    body: list[Phrase | Joined] = [] if word is None else [word]
    if view.groups:
        body.append(heading(view.groups))
    if (invited := whom(event.invitees, ())) is not None:
        body.append(invited)
    body += [preview_facts(as_draft(event), zone)]
    last = (drafts_button(event.organisation_id), menu_button())
    if event.status is EventStatus.PROPOSED:
        body += waits(event, view.organisation)
        row = decide_button(event) if view.decides else take_back_button(event)
        return screen(*body, rows=((row,), last))
    if event.publish_at is None:
        body.append(say("events-draft-state"))
    else:
        body.append(say("events-draft-state-planned", when=Moment(event.publish_at, zone)))
    body += remark(event, view.organisation)
    rows: Rows = ()
    if isinstance(view.reach, Refused):
        body.append(say("forms-hint", reason=refusal(view.reach)))
    else:
        body.append(Joined(reach_lines(view.reach, mixed=event.invitees != FOR_PARENTS)))
        if view.approval and event.publish_at is None:
            body.append(asked_first(view.organisation.kind))
        rows = _ways_out(event, approval=view.approval)
    return screen(
        *body,
        rows=(
            *rows,
            (
                Button(say("events-button-edit"), EditKept(event.id)),
                Button(say("events-draft-button-drop"), DropDraft(event.id), style=Style.DANGER),
            ),
            (save_button(event.id, kept=True),),
            last,
        ),
    )


def confirm_drop(view: KeptCard) -> Screen:
    """Asks once; nobody was told, so nobody is."""
    event = view.event
    return screen(
        say(
            "events-draft-drop-question",
            title=event.title,
            when=Moment(event.starts_at, view.organisation.timezone),
        ),
        rows=(
            (
                Button(
                    say("events-draft-button-drop-yes"),
                    ConfirmDropDraft(event.id, event.version),
                    style=Style.DANGER,
                ),
            ),
            (Button(say("events-button-cancel-no"), OpenKept(event.id)),),
        ),
    )


def series(view: KeptCard, weeks: int) -> Screen:
    """The days of a weekly series, and other numbers of meetings to choose from."""
    event, zone = view.event, view.organisation.timezone
    days = tuple(
        say("events-series-day", when=Moment(each.starts_at, zone))
        for each in weekly(as_draft(event), zone, weeks)
    )
    body: list[Phrase | Joined] = [say("events-draft-series-title", title=event.title), Joined(days)]
    rows: Rows = in_rows(
        [
            Button(
                say(
                    "events-draft-series-weeks-chosen" if count == weeks else "events-draft-series-weeks",
                    count=count,
                ),
                AskSeries(event.id, count),
            )
            for count in WEEKS
        ],
        4,
    )
    if isinstance(view.reach, Refused):
        body.append(refused_word(view.reach))
    else:
        body += [
            Joined(reach_lines(view.reach, mixed=event.invitees != FOR_PARENTS)),
            say("events-draft-series-once"),
        ]
        chosen = event.id, event.version, weeks
        publish = ProposeSeries(*chosen) if view.approval else PublishSeries(*chosen)
        key = "approvals-button-propose-series" if view.approval else "events-draft-button-series-publish"
        rows += ((Button(say(key, count=weeks), publish, style=Style.SUCCESS),),)
    return screen(*body, rows=(*rows, (Button(say("button-back"), OpenKept(event.id)),)))


def series_word(weeks: int) -> Phrase:
    """«Опубликовано: 4 встречи»."""
    return say("events-draft-series-published", count=weeks)


def not_published(shown: NotPublished) -> Screen:
    """Why a planned event did not come out, and where it is now."""
    event = shown.event
    return screen(
        say(
            "events-draft-not-published",
            title=event.title,
            when=Moment(event.starts_at, shown.zone),
            why=say("events-draft-why-past" if shown.past else "events-draft-why-rights"),
        ),
        rows=((Button(say("events-draft-button-open"), OpenKept(event.id)),), (menu_button(),)),
    )


def kept_word() -> Phrase:
    """«Сохранили»."""
    return say("events-draft-kept")


def planned_word(event: Event, organisation: Organisation) -> Phrase:
    """«Бот опубликует сам тогда-то»."""
    when = event.publish_at
    assert when is not None, "It was planned a moment ago."
    return say("events-draft-planned", when=Moment(when, organisation.timezone))


def unplanned_word() -> Phrase:
    """«Само не выйдет»."""
    return say("events-draft-unplanned")


def dropped() -> Screen:
    """«Удалено»."""
    return screen(say("events-draft-dropped"), rows=((menu_button(),),))


def refused_word(refused: Refused) -> Phrase:
    """Why nothing was changed."""
    return say("forms-hint", reason=refusal(refused))


def drafts_button(organisation_id: OrganisationId) -> Button:
    """«🗂 Отложенные»."""
    return Button(say("events-draft-button-list", count=0), OpenDrafts(organisation_id))


def _ways_out(event: Event, *, approval: bool) -> Rows:
    """How it may come out. What waits for its time was looked at, or did not have to be; all else goes there first."""
    publish = Button(
        say("events-draft-button-publish"), PublishKept(event.id, event.version), style=Style.SUCCESS
    )
    if approval and event.publish_at is None:
        publish = propose_button(event)
    again = Button(say("events-draft-button-series"), AskSeries(event.id))
    if event.publish_at is None:
        plan = Button(say("events-draft-button-plan"), PlanEvent(event.id, event.version))
        return ((publish,), (plan,), (again,))
    return (
        (publish,),
        (again,),
        (
            Button(say("events-draft-button-replan"), PlanEvent(event.id, event.version)),
            Button(say("events-draft-button-unplan"), UnplanEvent(event.id, event.version)),
        ),
    )


def _line(event: KeptEvent, zone: str) -> Phrase:
    key = "events-draft-line" if event.publish_at is None else "events-draft-line-planned"
    if event.proposed:
        key = "approvals-waits-line"
    return say(key, when=Moment(event.starts_at, zone), title=short(event.title))
