"""What is told about events unasked: invitation, change, cancellation, reminder."""

from dataclasses import replace

from domain.event_notices import subject_of
from domain.events import ChangedEvent, Invitation
from screens.base import Joined, Moment, Screen, say, screen
from screens.events_facts import facts
from screens.events_form import differences
from screens.events_parents import answer_rows, closed, heading, invitation, mine_button, own


def invited(shown: Invitation) -> Screen:
    """The announcement, with its four answers; a newcomer's last one says how many others are ahead."""
    made = invitation(shown)
    if shown.more:
        made = replace(made, body=(*made.body, say("events-notice-more", count=shown.more)))
    return _about(shown, made)


def updated(shown: Invitation, *, open_: bool) -> Screen:
    """What an older message says after the event was changed or cancelled."""
    return _about(shown, invitation(shown, open_=open_))


def changed(shown: ChangedEvent) -> Screen:
    """«Было … стало …», and the answers anew; or that the event is no longer for this group."""
    now = shown.now
    if not now.invited:
        told = say(
            "events-notice-uninvited",
            title=shown.before.title,
            when=Moment(shown.before.starts_at, now.zone),
        )
        return _about(now, screen(told, rows=((mine_button(fresh=True),),)))
    return _about(
        now,
        screen(
            *((heading(now.groups),) if now.groups else ()),
            say("events-notice-changed"),
            Joined(differences(shown.before, now.event, now.zone)),
            facts(now.event, now.zone),
            closed(now) if now.closed else own(now),
            rows=(*(() if now.closed else answer_rows(now)), (mine_button(fresh=True),)),
        ),
    )


def cancelled(shown: Invitation) -> Screen:
    """«Мероприятие отменено»."""
    body = (say("events-notice-cancelled"), facts(shown.event, shown.zone))
    head = (heading(shown.groups),) if shown.groups else ()
    return _about(shown, screen(*head, *body, rows=((mine_button(fresh=True),),)))


def restored(shown: Invitation) -> Screen:
    """«Мероприятие состоится»: what was cancelled today takes place after all."""
    made = invitation(shown)
    return _about(shown, replace(made, body=(say("events-notice-restored"), *made.body)))


def nudged(shown: Invitation) -> Screen:
    """«Ждём вашего ответа», once."""
    made = invitation(shown)
    return _about(shown, replace(made, body=(say("events-notice-nudge"), *made.body)))


def reminder(shown: Invitation, *, bring: bool = False) -> Screen:
    """The evening before, or five days before if something must be brought."""
    made = invitation(shown)
    first = say("events-notice-bring" if bring else "events-notice-reminder")
    return _about(shown, replace(made, body=(made.body[0], first, *made.body[1:])))


def _about(shown: Invitation, made: Screen) -> Screen:
    return replace(made, subject=subject_of(shown.event.id))
