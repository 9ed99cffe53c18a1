"""Guests as full as they can be: the longest words, the most dates, every state; and all screens of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from content.professions import catalogue
from domain.events import GroupLabel
from domain.guest_checklist import OF_GUEST, CheckItem, checklists
from domain.guest_follow_ups import FollowUpDesk
from domain.guest_messages import (
    MESSAGE_LIMIT,
    MESSAGES_SHOWN,
    Correspondence,
    DeliveredMessage,
    GuestMessage,
)
from domain.guest_outcomes import FollowUp, Missed
from domain.guest_preparation import Preparation
from domain.guest_questions import QUESTION_LIMIT, QUESTIONS_AT_MOST, Question, QuestionsPage
from domain.guest_views import (
    DeclinedVisit,
    EntryChoice,
    GuestInvitation,
    GuestPage,
    GuestReminder,
    MovedVisit,
    MyVisit,
    Opened,
    OpeningReach,
    SlotLine,
    VisitCard,
)
from domain.guests import (
    DATES_AT_ONCE,
    NOTE_LIMIT,
    PLAN_LIMIT,
    PROFESSION_LIMIT,
    THINGS_LIMIT,
    WISH_LIMIT,
    Details,
    Format,
    GuestDecline,
    OpeningDraft,
    Slot,
    Visit,
    VisitStatus,
)
from domain.ids import (
    ChildId,
    GroupId,
    GuestMessageId,
    OpeningId,
    OrganisationId,
    PersonId,
    QuestionId,
    SlotId,
    VisitId,
)
from domain.outcomes import Reason, Refused
from domain.people import Child, Organisation, OrganisationKind, Role, ShownAdult
from domain.professions import ChosenProfession, Danger
from screens import (
    guests_decisions,
    guests_entry,
    guests_follow_ups,
    guests_invited,
    guests_map,
    guests_messages,
    guests_notices,
    guests_opening,
    guests_preparation,
    guests_preparation_notices,
    guests_questions,
    guests_staff,
    guests_visits,
)
from screens.base import Picture, Screen
from screens.guests_words import refused_word

BIG = 2**40
TOKEN = "0123456789abcdef"
START = datetime(2027, 3, 12, 2, 20, tzinfo=UTC)
GROUP = GroupLabel(GroupId(BIG), "Подготовительная к школе № 2 «Звёздочки»", "🐻")
GARDEN = Organisation(OrganisationId(BIG), "Ромашка", OrganisationKind.KINDERGARTEN, "Asia/Omsk", True)
SCHOOL = replace(GARDEN, kind=OrganisationKind.SCHOOL)
FAMILY = ShownAdult(Role.PARENT, numbers=(147,))
LONGEST = ChosenProfession("Щ" * PROFESSION_LIMIT)
DETAILS = Details("п" * PLAN_LIMIT, "с" * THINGS_LIMIT, "н" * THINGS_LIMIT, frozenset(Danger), 25)


def slots(number: int) -> tuple[Slot, ...]:
    """So many free dates, a day apart."""
    return tuple(
        Slot(
            SlotId(BIG + day),
            GARDEN.id,
            GROUP.id,
            OpeningId(BIG),
            START + timedelta(days=day),
            "в" * WISH_LIMIT,
            False,
            None,
        )
        for day in range(number)
    )


def visit(status: VisitStatus = VisitStatus.APPLIED, **changed: object) -> Visit:
    """The visit with the longest of everything."""
    made = Visit(
        VisitId(BIG),
        GARDEN.id,
        GROUP.id,
        SlotId(BIG),
        START,
        PersonId(7),
        LONGEST,
        frozenset(Format),
        status,
        version=2**31,
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # tests name any field


def card(
    status: VisitStatus = VisitStatus.APPLIED, here: Organisation = GARDEN, **changed: object
) -> VisitCard:
    """The visit as staff see it who may do anything."""
    shown = visit(
        status,
        details=DETAILS,
        decline=GuestDecline.OTHER,
        decline_note="н" * NOTE_LIMIT,
        missed=Missed.OTHER_DAY,
        note="з" * NOTE_LIMIT,
    )
    made = VisitCard(
        shown, here, GROUP, FAMILY, mine=False, may_decide=True, may_decline=True, done=tuple(FollowUp)
    )
    made = replace(made, may_prepare=True, may_write=True)
    return replace(made, **changed)  # type: ignore[arg-type]  # tests name any field


def invitation(number: int, here: Organisation = GARDEN, **changed: object) -> GuestInvitation:
    """So many free dates of the group."""
    made = GuestInvitation(here, GROUP, slots(number), "в" * WISH_LIMIT)
    return replace(made, **changed)  # type: ignore[arg-type]  # tests name any field


def reach(**numbers: int) -> OpeningReach:
    """Nobody, but for what is named."""
    nought = {
        "adults": 0,
        "families": 0,
        "partners": 0,
        "limited_families": 0,
        "closed": 0,
        "without_phone": 0,
    }
    return OpeningReach(**(nought | numbers))


def preview(reached: OpeningReach, here: Organisation = GARDEN, count: int = DATES_AT_ONCE) -> Screen:
    """The dates before they are opened."""
    draft = OpeningDraft(GROUP.id, tuple(slot.starts_at for slot in slots(count)), "в" * WISH_LIMIT)
    return guests_opening.preview(
        "gn",
        TOKEN,
        draft,
        here,
        GROUP,
        reached,
        heard_at=START,
        fields=("group", "dates", "wish", "partners"),
    )


def every_screen(here: Organisation) -> Iterator[Screen]:
    """Every screen of the feature, as full as it can be."""
    lines = tuple(SlotLine(slot, GROUP, visit(), FAMILY) for slot in slots(4)) + tuple(
        SlotLine(slot, GROUP, None, None) for slot in slots(4)
    )
    for past in (False, True):
        yield guests_staff.page(GuestPage(here, lines, past, 3, True, True))
        yield guests_staff.page(GuestPage(here, (), past, 0, False, not past))
    free = SlotLine(slots(1)[0], GROUP, None, None, may_withdraw=True, may_enter=True, passed_on=True)
    yield guests_staff.slot(free, here)
    for status in VisitStatus:
        for ahead in (False, True):
            seen = card(status, here, may_conclude=not ahead, ahead=ahead, may_decline=ahead)
            yield guests_staff.card(seen, refused_word(Refused(Reason.CHANGED_MEANWHILE)))
            yield guests_visits.card(replace(seen, mine=True, guest=None), guests_visits.given_back_word())
    yield guests_decisions.decline(card(here=here), 3)
    yield guests_decisions.decline(card(VisitStatus.CONFIRMED, here), 3)
    told = replace(visit(VisitStatus.TENTATIVE, details=DETAILS), guest_id=None, entered=True)
    entered = card(here=here, visit=told, may_decide=False, may_decline=False, may_speak=True)
    yield guests_staff.card(entered, guests_entry.entered_word())
    yield guests_entry.take_back(entered, 3)
    codes = tuple(Child(ChildId(BIG + n), here.id, 9000 + n, GROUP.id) for n in range(8))
    for some in (codes, ()):
        yield guests_entry.choice(EntryChoice(here, GROUP, slots(1)[0], some, 1 if some else 0, bool(some)))
    for number in (0, 40):
        for reason in (Reason.SLOT_TAKEN, Reason.FAMILY_JOINED):
            yield guests_entry.not_entered(invitation(number, here), Refused(reason), TOKEN)
    yield guests_decisions.missed(card(here=here))
    days = {kind: START.date() for kind in FollowUp}
    for may_tick in (True, False):
        for done in (days, {}):
            for status in (VisitStatus.HELD, VisitStatus.NOT_HELD):
                followed = FollowUpDesk(card(status, here), None, done, may_tick)
                yield guests_follow_ups.desk(followed, guests_decisions.noted_word(gone=may_tick))
                yield guests_follow_ups.reminder(followed)
    for profession in catalogue().professions:
        yield guests_follow_ups.reminder(FollowUpDesk(card(VisitStatus.HELD, here), profession, {}, True))
    yield preview(
        reach(adults=24, families=12, partners=3, limited_families=2, closed=4, without_phone=5), here
    )
    yield guests_opening.opened(Opened(OpeningId(1), here.id, GROUP, slots(DATES_AT_ONCE), 24), here)
    full = invitation(40, here, mine=(visit(), visit()), passes=OpeningId(BIG))
    yield guests_invited.invitation(full, 1, with_map=True)
    yield guests_invited.groups((full, invitation(0, here)), here.kind)
    yield guests_invited.groups((), here.kind)
    for token in (None, TOKEN):
        for number in (0, 40):
            taken = Refused(Reason.SLOT_TAKEN)
            yield guests_invited.not_taken(invitation(number, here), taken, token)
    yield guests_visits.mine((), 0, more=False)
    yield guests_visits.mine(tuple(MyVisit(visit(), GROUP, "Asia/Omsk") for _ in range(8)), 1, more=True)
    yield guests_visits.give_back(card(here=here), 2)
    yield guests_visits.details_preview("gf", TOKEN, card(here=here), DETAILS, suggested=True)
    yield guests_map.nothing_yet(GROUP, here.kind, here)
    yield guests_map.professions(GROUP, Picture(b"", "map.png", ""), guests_map.count(7, 50), None)
    for view in readied(here):
        yield guests_preparation.preparation(view, refused_word(Refused(Reason.SLOT_PAST)))
        yield guests_preparation.talk(view)
        yield guests_preparation.advice(view)
        yield guests_preparation.talk_ahead(view.talk, "ga")
        yield guests_questions.page(QuestionsPage(view.card, view.questions, may_change=True))
    yield guests_questions.page(QuestionsPage(entered, (), may_change=True))
    for said in written(here):
        yield guests_messages.correspondence(said, refused_word(Refused(Reason.MESSAGES_OVER)))
    yield from notices(here)


def notices(here: Organisation) -> Iterator[Screen]:
    """Everything that is told unasked."""
    seen = card(here=here)
    own = replace(seen, mine=True, guest=None)
    yield guests_notices.invited(invitation(DATES_AT_ONCE, here, passes=OpeningId(BIG)))
    for told in (
        guests_notices.applied,
        guests_notices.detailed,
        guests_notices.ready,
        guests_notices.gave_back,
        guests_notices.after,
    ):
        yield told(seen)
    yield guests_notices.accepted(own)
    yield guests_notices.confirmed(own)
    yield guests_notices.declined(DeclinedVisit(own, slots(40)))
    yield guests_notices.moved(MovedVisit(own, START - timedelta(days=1)))
    for hours in (24, 2):
        yield guests_notices.reminder(GuestReminder(own, hours, START))
        yield guests_notices.reminder(GuestReminder(seen, hours, START))
    yield guests_notices.reminder(GuestReminder(own, 24, START, OF_GUEST))
    for view in readied(here):
        yield guests_preparation_notices.advised(view)
        yield guests_preparation_notices.asked(view)
    for said in written(here):
        for message in said.messages:
            yield guests_messages.delivered(DeliveredMessage(said.card, message))


def readied(here: Organisation) -> Iterator[Preparation]:
    """A visit as its guest, and as staff, prepare for it: everything asked, half of it ready."""
    questions = tuple(
        Question(QuestionId(BIG + at), "щ" * QUESTION_LIMIT, sent=at % 2 == 0)
        for at in range(QUESTIONS_AT_MOST)
    )
    seen = card(here=here)
    own = replace(seen, mine=True, guest=None)
    for view, decides in ((own, False), (seen, True)):
        guest, group = checklists(view.visit, {CheckItem.ADVICE, CheckItem.PLACE})
        yield Preparation(view, None, 20, guest, group, questions, decides)


def written(here: Organisation) -> Iterator[Correspondence]:
    """As much as a screen shows of what was written, for both sides; and nothing, when one may not write any more."""
    seen = card(here=here)
    own = replace(seen, mine=True, guest=None)
    messages = tuple(
        GuestMessage(GuestMessageId(at), PersonId(at), at % 2 == 0, "щ" * MESSAGE_LIMIT, START)
        for at in range(MESSAGES_SHOWN)
    )
    for view in (own, seen):
        yield Correspondence(view, messages, PersonId(1))
    yield Correspondence(replace(seen, may_write=False), (), PersonId(1))
