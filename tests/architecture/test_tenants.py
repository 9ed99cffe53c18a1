"""Every question to a table of tenants says whose rows it is about."""

import inspect
from functools import cached_property
from typing import Any, get_args, get_type_hints

from db.audience import Audience
from db.work import Reading
from domain.announcements import Announcement
from domain.attempts import Attempt
from domain.closures import Closure
from domain.events import Event
from domain.guest_letters import Letter
from domain.guest_queue import Waiter
from domain.guests import Opening, Slot, Visit
from domain.ids import OrganisationId
from domain.links import LinkDraft
from domain.notices import Circular, NoticeDraft
from domain.people import Child, Membership, Organisation
from domain.posts import EventPost
from domain.seats import Party, Room
from domain.waves import Wave

SAY_SO = (
    *(Announcement, Attempt, Audience, Child, Circular, Event, LinkDraft, Membership, NoticeDraft),
    *(Letter, Opening, Organisation, Slot, Waiter),
    *(Closure, Visit, Wave, EventPost, Room, Party),
)
"""Arguments that are of one organisation themselves."""

WHOLE = {
    "form_states": "what one account is typing, by its key",
    "installation": "secrets of the installation itself",
    "instruments": "published quizzes, the same for everybody",
    "chats": "chats by their numbers, whoever sits there",
    "leases": "rows of the outbox that the delivery holds, by their numbers",
    "privacy_reads": "one person's own rows, for that person",
    "sent": "places of messages in chats",
}
"""Repositories that are about no organisation's rows."""

EXCEPT = {
    "a person, whatever the organisation": {
        "announcement_reads.held",
        "campaign_reads.reader_of",
        "consents.of_person",
        "deliveries.summary_lines",
        "erasures.account_of",
        "erasures.erase",
        "erasures.note",
        "event_newcomers.tells_of_more",
        "guest_summaries.guests",
        "guest_summaries.held",
        "guest_people.unsent_to",
        "people.create_person",
        "people.find_actor",
        "people.find_person",
        "people.reopen_chat",
        "people.set_current",
        "people.set_locale",
        "recaps.held",
        "requests.own_pending",
        "staff.clear_mentions",
        "staff.clear_screens",
    },
    "a chat by its number in the messenger, which one organisation at most has bound": {
        "bound_chats.by_number",
        "bound_chats.lose",
        "bound_chats.move",
        "bound_chats.regain",
    },
    "whoever has the secret": {"links.find_by_token", "links.take_turns"},
    "ticks, commands and the owner: all organisations": {
        "announcement_reads.stale",
        "announcements.due",
        "deliveries.events_to_remind",
        "erasures.journal",
        "event_approvals.begun",
        "erasures.message_edited",
        "erasures.messages_to_edit",
        "event_drafts.due",
        "event_messages.stale",
        "event_pictures.needed",
        "event_posts.due",
        "event_posts.lapse",
        "event_posts.leave_unsent",
        "event_posts.stale",
        "event_posts.stale_words",
        "event_messages.updated",
        "guest_requests.over",
        "guest_requests.unread",
        "guest_nudges.due",
        "guest_queue_reads.offered",
        "guest_queue_reads.with_room",
        "guest_reminders.near",
        "guest_reminders.to_follow_up",
        "guest_waits.due",
        "organisation_reads.tenants",
        "organisations.all",
        "organisations.create",
        "outbox.held_by",
        "recalls.finish",
        "recalls.open",
        "recalls.standing",
        "retention.drafts_before",
        "retention.messages_before",
        "retention.roleless_since",
        "retention.updates_before",
        "seat_reads.with_lapsed",
        "seat_reads.with_room",
        "wave_reads.ahead",
        "wave_reads.overdue",
    },
    "a subject or rows that were found within the organisation": {
        "erasures.forget_families",
        "erasures.forget_quizzes",
        "erasures.without_adults",
        "outbox.cancel",
        "outbox.hurry",
        "outbox.take_back",
        "people.joined_before",
        "recalls.count_standing",
        "recalls.is_open",
        "seat_reads.queue",
        "seat_reads.reachable",
        "seat_reads.said",
        "seat_reads.siblings",
        "seat_reads.ties_around",
        "seat_reads.ties_of_event",
        "seat_reads.ties_of_groups",
        "seats.of_event",
        "seats.of_kin",
        "seats.offered",
        "untold.forget_aside",
        "untold.put_aside",
        "untold.those_left_out",
        "wave_reads.told_in",
    },
    "no rows at all: a turn": {"outbox.take_turn"},
}


def _named(hint: Any) -> set[Any]:
    return {hint} | {part for inner in get_args(hint) for part in _named(inner)}


def _methods() -> dict[str, Any]:
    """Public methods of everything that a unit of work offers."""
    found = {}
    for name, offered in ((name, getattr(Reading, name)) for name in dir(Reading)):
        if isinstance(offered, cached_property):
            kind = get_type_hints(offered.func)["return"]
            for method, function in inspect.getmembers(kind, inspect.isfunction):
                if not method.startswith("_"):
                    found[f"{name}.{method}"] = function
    return found


def _says_whose(function: Any) -> bool:
    hints = {name: hint for name, hint in get_type_hints(function).items() if name != "return"}
    named = {part for hint in hints.values() for part in _named(hint)}
    return OrganisationId in named or any(kind in named for kind in SAY_SO)


def test_every_question_says_whose_rows_it_is_about() -> None:
    silent = {
        name
        for name, function in _methods().items()
        if name.partition(".")[0] not in WHOLE and not _says_whose(function)
    }
    assert silent == set().union(*EXCEPT.values())
