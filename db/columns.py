"""Every column of the database, and what it tells of a person.

A test compares this register with the tables: a new table or column fails it until somebody has said here what it
is, and whatever tells of a person must be gone, or lead to nobody, after an erasure.
"""

from collections.abc import Mapping
from enum import StrEnum


class Tells(StrEnum):
    """What a column tells of a person."""

    ACCOUNT = "account"
    """It leads to the account: gone at erasure."""
    WORDS = "words"
    """Said by a person or about one: gone at erasure."""
    NUMBER = "number"
    """A participant or a role of one. May stay: the number leads to nobody once its person is erased."""
    HASH = "hash"
    """A keyed hash of the account: the proof of consent, and the erasure journal."""


_ACCOUNT, _WORDS, _NUMBER, _HASH = Tells.ACCOUNT, Tells.WORDS, Tells.NUMBER, Tells.HASH

TELLING: Mapping[str, Mapping[str, Tells]] = {
    "announcements": {
        "author_id": _NUMBER,
        "author_person_id": _NUMBER,
        "returned_words": _WORDS,
        "decided_by": _NUMBER,
    },
    "attempts": {"stopped_by": _NUMBER},
    "audit": {"person_id": _NUMBER, "subject": _NUMBER},
    "bound_chats": {"bound_by": _NUMBER},
    "child_consents": {
        "person_id": _NUMBER,
        "person_hash": _HASH,
        "entered_by": _NUMBER,
        "withdrawn_by": _NUMBER,
    },
    "consents": {"person_id": _NUMBER, "person_hash": _HASH},
    "erasures": {"person_id": _NUMBER, "person_hash": _HASH},
    "event_attendances": {"marked_by": _NUMBER},
    "event_feedback": {"person_id": _NUMBER},
    "event_parties": {"person_id": _NUMBER},
    "event_pictures": {"confirmed_by": _NUMBER},
    "event_templates": {"made_by": _NUMBER},
    "event_versions": {"changed_by": _NUMBER},
    "events": {
        "author_id": _NUMBER,
        "author_person_id": _NUMBER,
        "returned_words": _WORDS,
        "decided_by": _NUMBER,
    },
    "form_states": {"key": _ACCOUNT, "user_id": _ACCOUNT, "data": _WORDS},
    "group_closures": {"closed_by": _NUMBER},
    "guardianships": {"membership_id": _NUMBER, "pet_name": _WORDS},
    "guest_letters": {"guest_id": _NUMBER, "salutation": _WORDS, "words": _WORDS, "created_by": _NUMBER},
    "guest_entrance_names": {"guest_id": _NUMBER, "name": _WORDS},
    "guest_messages": {"author_id": _NUMBER, "text": _WORDS},
    "guest_likings": {"person_id": _NUMBER},
    "guest_opening_partners": {"membership_id": _NUMBER},
    "guest_openings": {"author_id": _NUMBER, "author_person_id": _NUMBER},
    "guest_pauses": {"person_id": _NUMBER},
    "guest_queue": {"guest_id": _NUMBER, "profession": _WORDS},
    "guest_visits": {
        "guest_id": _NUMBER,
        "entered_by": _NUMBER,
        "profession": _WORDS,
        "plan": _WORDS,
        "brings": _WORDS,
        "needs": _WORDS,
        "decline_note": _WORDS,
        "note": _WORDS,
        "change_note": _WORDS,
    },
    "join_requests": {
        "person_id": _NUMBER,
        "name": _WORDS,
        "spoken_number": _NUMBER,
        "decided_by": _NUMBER,
        "decline_note": _WORDS,
    },
    "lesson_sheets": {"person_id": _NUMBER, "takeaway": _WORDS, "advice": _WORDS},
    "links": {"title": _WORDS, "created_by": _NUMBER, "spent_by": _NUMBER},
    "memberships": {
        "id": _NUMBER,
        "person_id": _NUMBER,
        "name": _WORDS,
        "title": _WORDS,
        "offers": _WORDS,
        "agreement": _WORDS,
    },
    "message_mentions": {"person_id": _NUMBER},
    "outbox": {
        "person_id": _NUMBER,
        "chat_id": _ACCOUNT,
        "subject": _NUMBER,
        "params": _NUMBER,
        "dedupe_key": _NUMBER,
    },
    "pack_approvals": {"approved_by": _NUMBER},
    "person_set_members": {"membership_id": _NUMBER},
    "persons": {
        "id": _NUMBER,
        "platform_user_id": _ACCOUNT,
        "chat_id": _ACCOUNT,
        "current_membership_id": _NUMBER,
    },
    "recalls": {"asked_by": _NUMBER},
    "rsvps": {"person_id": _NUMBER, "entered_by": _NUMBER},
    "sent_messages": {"chat_id": _ACCOUNT, "person_id": _NUMBER, "subject": _NUMBER},
    "teachings": {"membership_id": _NUMBER},
    "waves": {"opened_by": _NUMBER},
}
"""Columns that tell something."""

PLAIN: Mapping[str, str] = {
    "announcement_groups": "announcement_id group_id",
    "announcement_sets": "announcement_id set_id",
    "announcements": "id organisation_id text picture status version draft_token for_parents for_staff for_partners"
    " publish_at published_at stopped_at stale_until created_at updated_at",
    "attempt_scores": "attempt_id measure numerator denominator answered asked level",
    "attempts": "id organisation_id wave_id child_id group_id form mode seed status pictures started_at role_name"
    " help finished_at uneven median_ms same_place",
    "audit": "id organisation_id at action details",
    "bound_chats": "id organisation_id group_id chat_id kind title bound_at lost_at lost_why",
    "child_consents": "id organisation_id child_id purpose version text_hash paper_number paper_day given_at"
    " withdrawn_at",
    "children": "id organisation_id number group_id created_at left_at",
    "closure_steps": "closure_id subject organisation_id deed was_at now_at version status",
    "consents": "id organisation_id purpose version text_hash given_at withdrawn_at",
    "erasures": "id at organisation_id purpose child_id",
    "event_attendances": "event_id child_id organisation_id adults children marked_at",
    "event_feedback": "event_id organisation_id mood said_at",
    "event_groups": "event_id group_id",
    "event_parties": "id organisation_id event_id child_id size status ticket offered_until lapses changed_at",
    "event_pictures": "id organisation_id event_id sha256 added_at",
    "event_posts": "id organisation_id bound_chat_id subject status message_id version due_at leased_until attempts"
    " last_error",
    "event_sets": "event_id set_id",
    "event_templates": "id organisation_id name sort_key form title place note bring seats seats_by for_parents"
    " for_staff for_partners picture created_at",
    "event_versions": "event_id version organisation_id title starts_at place note ends_at answer_until form"
    " changed_at",
    "events": "id organisation_id title starts_at place note bring status version draft_token created_at"
    " updated_at reminded_for bring_reminded_for form ends_at answer_until seats seats_by seats_taken waiting"
    " next_ticket for_parents for_staff for_partners picture publish_at published_at cancelled_at nudged_at"
    " stopped_at recalled_at series_id result album_url thanked_at proposed_weeks",
    "form_draws": "child_id slug school_year organisation_id form drawn_at",
    "form_states": "state updated_at",
    "group_closures": "id organisation_id group_id from_day until_day closed_at undone_at",
    "groups": "id organisation_id name sort_key emoji age_band created_at archived_at",
    "guardianships": "id organisation_id child_id kinship created_at",
    "guest_free_days": "id organisation_id group_id from_day until_day note",
    "guest_opening_families": "opening_id child_id organisation_id",
    "guest_follow_ups": "visit_id kind organisation_id done_on",
    "guest_letters": "id organisation_id year number visit_id issued_on sent_at",
    "guest_entrance_names": "visit_id organisation_id given_at",
    "guest_messages": "id organisation_id visit_id from_guest sent_at",
    "guest_likings": "visit_id organisation_id liking said_at",
    "guest_opening_partners": "opening_id organisation_id passed_at came_at",
    "guest_openings": "id organisation_id group_id wish draft_token created_at nudged_at named",
    "guest_pauses": "group_id organisation_id until_day",
    "guest_queue": "id organisation_id group_id profession_slug formats weekdays ticket status slot_id offered_until lapses"
    " offers created_at passed",
    "guest_questions": "id organisation_id visit_id text sent_at",
    "guest_slots": "id organisation_id group_id opening_id starts_at withdrawn_at visit_id",
    "guest_visit_families": "id organisation_id visit_id group_id child_id family",
    "guest_ticks": "visit_id item organisation_id",
    "guest_visits": "id organisation_id group_id slot_id child_id profession_slug formats status version dangers"
    " minutes decline children draft_token created_at updated_at reminded_for hours_reminded_for asked_for advised_for"
    " waited_version waited_long_version comer_kind missed follow_up_told move_slot_id move_until move_made"
    " change_asked unread_told_at",
    "installation": "name value",
    "instrument_versions": "slug version sha256 json published_at",
    "item_counts": "wave_id form mode item_id first points organisation_id n",
    "join_requests": "id organisation_id group_id kinship created_at decided_at approved decline_reason child_id",
    "lesson_sheets": "event_id organisation_id marks filled_at",
    "link_groups": "link_id group_id",
    "links": "id organisation_id kind token_hash role group_id child_id partner_kind opening_id created_at"
    " expires_at revoked_at spent_at",
    "memberships": "organisation_id role partner_kind term_until created_at ended_at",
    "message_mentions": "sent_message_id",
    "organisations": "id name kind timezone address operator contact processor personal_data"
    " personal_data_decision quiet_from quiet_to summary_at next_child_number letters_year letters_number approve_events quiet_months created_at",
    "outbox": "id organisation_id kind urgency budget_day status attempts due_at expires_at leased_until"
    " last_error may_have_come created_at finished_at summary_id",
    "pack_approvals": "organisation_id slug version approved_at",
    "pair_changes": "wave_id group_id mode measure change organisation_id n",
    "pair_fates": "wave_id group_id mode measure fate organisation_id n",
    "pair_levels": "wave_id group_id mode measure start_level final_level organisation_id n",
    "person_set_members": "set_id organisation_id",
    "person_sets": "id organisation_id name sort_key order_number created_at",
    "persons": "platform locale chat_closed_at created_at",
    "quiz_answers": "attempt_id item_id try_no choice at",
    "recalls": "subject organisation_id asked_at done_at",
    "rsvps": "id organisation_id event_id child_id answer answered_at",
    "seen_updates": "bot_id update_id at",
    "sent_messages": "id message_id rendered_hash sent_at updated_at remove_after",
    "teachings": "id organisation_id group_id starts_on ends_on",
    "wave_cells": "wave_id group_id mode measure level organisation_id n",
    "wave_groups": "wave_id group_id",
    "wave_nudges": "wave_id number put_at",
    "waves": "id organisation_id slug version kind school_year status seed draft_token opened_at closes_at closed_at",
}
"""All others, by table. What the operator says of itself (`organisations.contact`) and what it announces (titles of
events, the wish of a group that awaits guests, what its children ask them, the name of its chat, what came of an
event) is the operator's, whoever typed it."""
