"""What people see of their own data: /privacy, /my_data, /delete_me, consents, leaving; the head's acts."""

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from domain.actions.menu import OpenSettings
from domain.actions.privacy import (
    EraseMe,
    GetAct,
    GetMyDataFile,
    LeaveOrganisation,
    OpenActs,
    OpenConsents,
    OpenMyData,
    OpenPrivacy,
    ReadConsent,
    WithdrawConsent,
)
from domain.actions.staff import OpenStaff
from domain.ids import OrganisationId
from domain.outcomes import Reason, Refused
from domain.people import Actor, Membership, Role, child_code
from domain.privacy import ConsentText, Left, MyData, MyDataFile
from domain.retention import RetentionAct, RetentionActs
from screens.base import Button, Day, Document, Joined, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button, refusal
from screens.joining import consent_text
from screens.paging import page_of, turning
from screens.people import kinship, role_of

_RECORDS = {
    "rsvps": "answers",
    "event_feedback": "moods",
    "guest_likings": "likings",
    "join_requests": "requests",
    "consents": "consents",
    "outbox": "messages",
    "form_states": "drafts",
    "guest_visits": "visits",
    "guest_messages": "correspondence",
    "guest_entrance_names": "entrance-names",
    "child_consents": "agreed",
    "attempts": "quizzes",
    "events": "events",
    "guest_openings": "dates",
    "waves": "waves",
    "links_issued": "invitations",
    "answers_entered_for_families": "entered",
    "event_attendances": "marked",
    "event_pictures": "pictures",
    "lesson_sheets": "sheets",
    "visits_entered_for_guests": "visits-entered",
    "requests_decided": "decided",
    "person_set_members": "sets",
    "audit": "journal",
}
"""Traces that have a line of their own, by their name in the file."""
_SHOWN_AS_ROLES = frozenset({"persons", "memberships", "guardianships", "children", "teachings"})


def privacy(*, known: bool) -> Screen:
    """How the bot treats data, in short; anybody may read it."""
    rows: Rows = ((Button(say("privacy-my-data-button"), OpenMyData()), menu_button()),) if known else ()
    return screen(
        say("privacy-policy-title"),
        say("privacy-policy-what"),
        say("privacy-policy-where"),
        say("privacy-policy-how-long"),
        say("privacy-policy-rights"),
        rows=rows,
    )


def nothing_stored() -> Screen:
    """/my_data or /delete_me of somebody unknown."""
    return screen(say("privacy-nothing-stored"))


def my_data(data: MyData) -> Screen:
    """What is stored about the person, in words; the file has all of it."""
    rows: Rows = (
        (Button(say("privacy-file-button"), GetMyDataFile()),),
        (Button(say("privacy-consents-button"), OpenConsents()),),
        (Button(say("privacy-erase-button"), EraseMe(sure=False), style=Style.DANGER),),
        (Button(say("privacy-policy-button"), OpenPrivacy()), menu_button()),
    )
    roles = tuple(_role(data.actor, index) for index in range(len(data.actor.memberships)))
    return screen(
        say("privacy-my-data-title"),
        say("privacy-my-data-account", number=str(data.actor.person_id)),
        *((Joined((say("privacy-my-data-roles"), *roles)),) if roles else ()),
        Joined((say("privacy-my-data-records"), *_records(data.rows))),
        say("privacy-my-data-more"),
        rows=rows,
    )


def _records(rows: Mapping[str, int]) -> tuple[Phrase, ...]:
    """A line for each kind of records that there are; what is shown above as a role is not counted again."""
    counted = {kind: rows.get(name, 0) for name, kind in _RECORDS.items()}
    counted["other"] = sum(count for name, count in rows.items() if name not in {*_RECORDS, *_SHOWN_AS_ROLES})
    return tuple(
        say("privacy-my-data-record", kind=kind, count=count) for kind, count in counted.items() if count
    )


def my_data_file(made: MyDataFile) -> Screen:
    """The file with every row."""
    file = Document(made.content, f"my_data_{made.made_at:%Y-%m-%d}.json")
    shown = screen(say("privacy-file-caption"), rows=((menu_button(),),))
    return Screen(body=shown.body, rows=shown.rows, document=file)


def consents(data: MyData) -> Screen:
    """The consents given: read them again, withdraw one."""
    several = len([line for line in data.consents if line.consent.withdrawn_at is None]) > 1
    lines: list[Phrase] = []
    rows: list[tuple[Button, ...]] = []
    for line in data.consents:
        given = line.consent
        zone = _zone(data.actor, given.organisation_id)
        said = say(
            "privacy-consents-line" if given.withdrawn_at is None else "privacy-consents-withdrawn",
            purpose=given.purpose.value,
            organisation=line.organisation_name,
            version=given.version,
            at=Day(given.given_at.astimezone(ZoneInfo(zone)).date(), "year"),
        )
        if given.withdrawn_at is not None:
            lines.append(said)
            continue
        number = len(rows) + 1
        lines.append(say("privacy-consents-numbered", number=str(number), line=said) if several else said)
        rows.append(
            (
                Button(
                    say("privacy-consents-read-one", number=str(number))
                    if several
                    else say("privacy-consents-read"),
                    ReadConsent(given.id),
                ),
                Button(
                    say("privacy-consents-withdraw-one", number=str(number))
                    if several
                    else say("privacy-consents-withdraw"),
                    WithdrawConsent(given.id, sure=False),
                ),
            )
        )
    back = (Button(say("button-back"), OpenMyData()), menu_button())
    body = (Joined(tuple(lines), by="\n\n"),) if lines else (say("privacy-consents-none"),)
    return screen(say("privacy-consents-title"), *body, rows=(*rows, back))


def consent(text: ConsentText) -> Screen:
    """The text that was agreed to."""
    return screen(*consent_text(text), rows=((Button(say("button-back"), OpenConsents()),),))


def ask_withdraw(action: WithdrawConsent, data: MyData) -> Screen:
    """Asked once: what ends with the consent."""
    purpose = next((c.consent.purpose.value for c in data.consents if c.consent.id == action.consent_id), "")
    return screen(
        say("privacy-withdraw-ask", purpose=purpose),
        rows=(
            (
                Button(
                    say("privacy-consents-withdraw"),
                    WithdrawConsent(action.consent_id, sure=True),
                    style=Style.DANGER,
                ),
            ),
            (Button(say("button-back"), OpenConsents()),),
        ),
    )


def choose_leaving(actor: Actor) -> Screen:
    """Which organisation to leave."""
    organisations = {held.organisation_id: held.organisation.name for held in actor.memberships}
    rows: Rows = tuple(
        (Button(name, LeaveOrganisation(organisation_id, sure=False)),)
        for organisation_id, name in organisations.items()
    )
    back = (Button(say("button-back"), OpenSettings()), menu_button())
    return screen(say("privacy-leave-choose"), rows=(*rows, back))


def ask_leave(actor: Actor, organisation_id: OrganisationId) -> Screen:
    """Asked once: what goes when one leaves."""
    held = [m for m in actor.memberships if m.organisation_id == organisation_id]
    name = held[0].organisation.name
    sure = LeaveOrganisation(organisation_id, sure=True)
    return screen(
        say("privacy-leave-ask", organisation=name),
        *_family_stays(held),
        *(() if len(held) < len(actor.memberships) or actor.owner else (say("privacy-leave-everything"),)),
        rows=(
            (Button(say("privacy-leave-sure"), sure, style=Style.DANGER),),
            (Button(say("button-back"), OpenSettings()),),
        ),
    )


def ask_erase(actor: Actor) -> Screen:
    """Asked once: what goes, and what the law makes us keep."""
    return screen(
        say("privacy-erase-ask"),
        *_family_stays(actor.memberships),
        say("privacy-erase-stays"),
        rows=(
            (Button(say("privacy-erase-sure"), EraseMe(sure=True), style=Style.DANGER),),
            (menu_button(),),
        ),
    )


def _family_stays(held: Iterable[Membership]) -> tuple[Phrase, ...]:
    """To a parent: the child's other adults are not concerned."""
    return (say("privacy-family-stays"),) if any(role.role is Role.PARENT for role in held) else ()


def left(outcome: Left) -> Screen:
    """It is done."""
    if outcome.name_only and not outcome.erased:
        return screen(say("privacy-name-only-done"), rows=((menu_button(),),))
    if outcome.organisation_name is None:
        return screen(say("privacy-erased-done"), say("privacy-erased-again"))
    done = say("privacy-left-done", organisation=outcome.organisation_name)
    if outcome.erased:
        return screen(done, say("privacy-erased-done"), say("privacy-erased-again"))
    return screen(done, rows=((menu_button(),),))


def refused(why: Refused, actor: Actor) -> Screen:
    """The last head names a successor first: the way there."""
    rows: Rows = ((menu_button(),),)
    heads = [held for held in actor.memberships if held.role is Role.HEAD]
    if why.reason is Reason.LAST_HEAD and heads:
        rows = (
            *((Button(say("privacy-successor-button"), OpenStaff(h.organisation_id)),) for h in heads),
            *rows,
        )
    return screen(refusal(why), rows=rows)


def acts(state: RetentionActs, page: int) -> Screen:
    """Acts of deletion month by month, for the head."""
    here = state.organisation.id
    rows: Rows = tuple(
        (
            Button(
                say("privacy-acts-month", month=Day(act.month, "month"), total=act.total),
                GetAct(here, act.month),
            ),
        )
        for act in page_of(state.acts, page)
    )
    body = () if state.acts else (say("privacy-acts-none"),)
    turn = turning(len(state.acts), page, lambda to: OpenActs(here, to))
    return screen(say("privacy-acts-title"), *body, rows=(*rows, *turn, (menu_button(),)))


def act(made: RetentionAct, document: Document, *, over: bool) -> Screen:
    """The act of a month as a file; of a month that is not over it is not the last word."""
    back = (Button(say("button-back"), OpenActs(made.organisation.id)), menu_button())
    caption = say("privacy-act-caption", number=made.number, total=made.total)
    shown = screen(caption, *(() if over else (say("privacy-act-not-over"),)), rows=(back,))
    return Screen(body=shown.body, rows=shown.rows, document=document)


def _role(actor: Actor, index: int) -> Phrase | Joined:
    membership = actor.memberships[index]
    line = say(
        "privacy-my-data-role",
        role=role_of(membership),
        organisation=membership.organisation.name,
    )
    more: list[Phrase] = []
    if membership.name is not None:
        more.append(say("privacy-my-data-name", name=membership.name))
    if membership.offers is not None:
        more.append(say("privacy-my-data-offers", offers=membership.offers))
    if membership.term_until is not None:
        more.append(say("privacy-my-data-term", until=Day(membership.term_until, "year")))
    for child in membership.children:
        code = child_code(child.number)
        more.append(say("privacy-my-data-child", code=code, kinship=kinship(child.kinship)))
        if child.pet_name is not None:
            more.append(say("privacy-my-data-pet-name", name=child.pet_name))
    return Joined((line, *more)) if more else line


def _zone(actor: Actor, organisation_id: OrganisationId) -> str:
    for membership in actor.memberships:
        if membership.organisation_id == organisation_id:
            return membership.organisation.timezone
    return "UTC"
