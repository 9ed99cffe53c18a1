"""What staff see of announcements: the list, the card, previews of what is typed."""

from datetime import datetime

from domain.actions.announcements import (
    DropAnnouncement,
    KeepAnnouncement,
    NewAnnouncement,
    OpenAnnouncement,
    OpenAnnouncements,
    PublishAnnouncement,
    SaveAnnouncement,
)
from domain.actions.forms import FormCancel, FormStep
from domain.announcement_views import AnnouncementCard, AnnouncementPage
from domain.announcements import (
    Announcement,
    AnnouncementDraft,
    AnnouncementStatus,
    opening_of,
)
from domain.event_forms import FOR_PARENTS, Invitees
from domain.event_views import OthersToInvite
from domain.events import GroupLabel, Reach
from domain.ids import OrganisationId
from domain.outcomes import Refused
from domain.people import Organisation, OrganisationKind
from screens.announcements_hand import hand, ways_out
from screens.announcements_notices import listed, mine_button
from screens.announcements_waiting import (
    asked_first,
    decide_button,
    propose_typed,
    remark,
    take_back_button,
    waits,
)
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.common import menu_button, refusal
from screens.events_approvals import proposed_word
from screens.events_parents import heading
from screens.paging import turning_on


def page(view: AnnouncementPage) -> Screen:
    """The list, the newest first."""
    here = view.organisation
    body = [say("announcements-title", organisation=here.name)]
    empty = not view.announcements and view.page == 0
    body.append(say("announcements-empty" if empty else "announcements-hint"))
    rows: list[tuple[Button, ...]] = [
        (Button(listed(each), OpenAnnouncement(each.id)),) for each in view.announcements
    ]
    rows += turning_on(view.page, lambda at: OpenAnnouncements(here.id, at), more=view.more)
    if view.may_post:
        new = Button(say("announcements-button-new"), NewAnnouncement(here.id), style=Style.PRIMARY)
        rows.append((new,))
    return screen(*body, rows=(*rows, (_received_button(), menu_button())))


def preview(
    form: str,
    token: str,
    draft: AnnouncementDraft,
    zone: str,
    groups: tuple[GroupLabel, ...],
    reach: Reach,
    *,
    choice: bool,
    others: OthersToInvite,
    heard_at: datetime | None = None,
    approval: OrganisationKind | None = None,
) -> Screen:
    """The message as it will be, and the exact number of people who get it.

    `choice`: there are several groups to choose from. `heard_at`: the quiet hours hold it back until then.
    `approval`: a methodist looks at it before it goes out.
    """
    send = Button(say("announcements-button-publish"), PublishAnnouncement(token), style=Style.SUCCESS)
    if approval is not None:
        send = propose_typed(token)
    sets = tuple(name for of, name in others.sets if of in draft.invitees.set_ids)
    lines = reach_lines(reach, draft.invitees)
    if heard_at is not None and reach.adults:
        lines += (say("announcements-reach-later", when=Moment(heard_at, zone)),)
    names = [
        "text",
        *(("groups",) if choice and draft.invitees.parents else ()),
        *(("who",) if others.everybody or others.teachers else ()),
        "picture",
    ]
    fields = [Button(say(f"announcements-field-{name}"), FormStep(form, name)) for name in names]
    return screen(
        say("announcements-preview-title"),
        *said(draft.text, groups, draft.invitees, sets, pictured=draft.picture is not None),
        Joined(lines),
        *(() if approval is None else (asked_first(approval),)),
        rows=(
            (send, Button(say("announcements-button-keep"), KeepAnnouncement(token))),
            *in_rows(fields, 2),
            (Button(say("button-cancel"), FormCancel(form, token)),),
        ),
    )


def preview_change(
    form: str, token: str, changed: Announcement, groups: tuple[GroupLabel, ...], standing: int
) -> Screen:
    """The words as they will be, and in how many chats they change."""
    return screen(
        say("announcements-change-title"),
        *said(changed.text, groups, changed.invitees, (), pictured=changed.picture is not None),
        say("announcements-change-standing", count=standing),
        rows=(
            (
                Button(
                    say("announcements-button-save"),
                    SaveAnnouncement(changed.id, changed.version),
                    style=Style.SUCCESS,
                ),
            ),
            (Button(say("announcements-field-text"), FormStep(form, "text")),),
            (Button(say("button-cancel"), FormCancel(form, token)),),
        ),
    )


def card(view: AnnouncementCard, word: Phrase | None = None) -> Screen:
    """An announcement with its state; `word` says above it what has just happened."""
    shown, zone = view.announcement, view.organisation.timezone
    body: list[Phrase | Joined] = [] if word is None else [word]
    body += said(shown.text, view.groups, shown.invitees, view.sets, pictured=shown.picture is not None)
    waiting = shown.status is AnnouncementStatus.PROPOSED
    body += waits(shown, view.organisation) if waiting else (_state(shown, zone),)
    body += remark(shown, view.organisation)
    rows: Rows = ()
    match view.reach:
        case Refused():
            body.append(refused_word(view.reach))
        case Reach():
            body.append(Joined(reach_lines(view.reach, shown.invitees)))
            rows = () if waiting else ways_out(shown, approval=view.approval)
    if waiting:
        rows = ((decide_button(shown) if view.decides else take_back_button(shown),),)
    if view.may_change:
        rows += hand(shown)
    return screen(*body, rows=(*rows, (list_button(shown.organisation_id), menu_button())))


def confirm_drop(announcement: Announcement) -> Screen:
    """Asks once; nobody was told, so nobody is."""
    sure = DropAnnouncement(announcement.id, announcement.version, sure=True)
    return screen(
        say("announcements-drop-question", opening=opening_of(announcement.text)),
        rows=(
            (Button(say("announcements-button-drop-yes"), sure, style=Style.DANGER),),
            (Button(say("announcements-button-drop-no"), OpenAnnouncement(announcement.id)),),
        ),
    )


def dropped(organisation_id: OrganisationId) -> Screen:
    """«Удалено»."""
    return screen(say("announcements-dropped"), rows=((list_button(organisation_id), menu_button()),))


def word(what: str) -> Phrase:
    """«Отправили», «Сохранено», …: what has just been done, by this tap or the one before it."""
    return say(f"announcements-word-{what}")


def done_word(view: AnnouncementCard) -> Phrase:
    """The same about what it has become."""
    match view.announcement.status:
        case AnnouncementStatus.PROPOSED:
            return proposed_word(view.organisation)
        case AnnouncementStatus.PUBLISHED:
            return word("published")
        case _:
            return word("kept")


def planned_word(announcement: Announcement, organisation: Organisation) -> Phrase:
    """«Бот отправит сам тогда-то»."""
    when = announcement.publish_at
    assert when is not None, "It was planned a moment ago."
    return say("announcements-word-planned", when=Moment(when, organisation.timezone))


def refused_word(refused: Refused) -> Phrase:
    """Why nothing was changed."""
    return say("forms-hint", reason=refusal(refused))


def reach_lines(reach: Reach, invitees: Invitees) -> tuple[Phrase, ...]:
    """Whom it reaches, and whom it does not."""
    lines: list[Phrase] = []
    if reach.adults and invitees != FOR_PARENTS:
        lines.append(say("announcements-reach-mixed", adults=reach.adults))
    elif reach.adults:
        lines.append(say("announcements-reach", adults=reach.adults, families=reach.families))
    else:
        lines.append(say("announcements-reach-nobody", closed=reach.closed))
    if reach.limited_families:
        lines.append(say("events-reach-limited", families=reach.limited_families))
    if reach.without_phone:
        lines.append(say("announcements-reach-without-phone", families=reach.without_phone))
    if reach.closed:
        lines.append(say("events-reach-closed", adults=reach.closed))
    return tuple(lines)


def list_button(organisation_id: OrganisationId) -> Button:
    """«📣 Объявления»."""
    return Button(say("announcements-button-list"), OpenAnnouncements(organisation_id))


def menu_rows(organisation_id: OrganisationId) -> Rows:
    """What the menu of a member of staff offers about announcements."""
    return ((list_button(organisation_id),),)


def _received_button() -> Button:
    return Button(say("announcements-button-received"), mine_button().action)


def said(
    text: str,
    groups: tuple[GroupLabel, ...],
    invitees: Invitees,
    sets: tuple[str, ...],
    *,
    pictured: bool,
) -> tuple[Phrase | Joined, ...]:
    """The words as people read them; for whom, unless it is parents alone."""
    head = heading(groups) if groups else say("announcements-heading")
    named: list[Phrase] = []
    if invitees.parents:
        named.append(say("announcements-who-parents"))
    if invitees.staff:
        named.append(say("announcements-who-teachers" if groups else "announcements-who-staff"))
    if invitees.partners:
        named.append(say("announcements-who-partners"))
    named += [say("events-who-set", name=name) for name in sets]
    if invitees.set_ids and not sets:
        named.append(say("announcements-who-sets", count=len(invitees.set_ids)))
    whom = (say("announcements-who", who=Joined(tuple(named), by=", ")),) if invitees != FOR_PARENTS else ()
    picture = (say("announcements-pictured"),) if pictured else ()
    return head, say("announcements-text", text=text), *whom, *picture


def _state(shown: Announcement, zone: str) -> Phrase:
    match shown.status:
        case AnnouncementStatus.PLANNED if shown.publish_at is not None:
            return say("announcements-card-planned", when=Moment(shown.publish_at, zone))
        case AnnouncementStatus.PUBLISHED if shown.published_at is not None:
            return say("announcements-card-published", when=Moment(shown.published_at, zone))
        case AnnouncementStatus.RECALLED:
            return say("announcements-card-recalled")
        case _:
            return say("announcements-card-draft")
