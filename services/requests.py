"""The queue «Новый родитель»: newcomers by a group's QR are bound to a code, or declined."""

from dataclasses import replace
from datetime import timedelta

from db.work import Database, Reading, Work
from domain.access import Permission, grant, reach, require
from domain.clock import Clock
from domain.ids import ChildId, GroupId, JoinRequestId, OrganisationId, PersonId
from domain.joining import (
    NOTE_LIMIT,
    CodePage,
    DeclineReason,
    JoinRequest,
    RequestCard,
    RequestLine,
    RequestQueue,
    typed_words,
)
from domain.links import ADULTS_OF_A_CHILD
from domain.notices import Notice, NoticeDraft, NoticeKind
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Group, Organisation, Role
from services.access import organisation_of, today_in
from services.event_newcomers import invite_newcomers
from services.guest_newcomers import invite_to_be_guests
from services.naming import keep_name
from services.seat_freeing import follow_families

PAGE = 8
TIME_FOR_A_NAME = timedelta(minutes=3)
CODES_ON_A_PAGE = 12
EVERYBODY = 10_000


class Requests:
    """What staff do with newcomers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def queue(self, actor: Actor, organisation_id: OrganisationId, page: int = 0) -> RequestQueue:
        """Newcomers who wait in the groups that the person answers for, the oldest first."""
        page = max(page, 0)
        organisation = organisation_of(actor, organisation_id)
        today = today_in(actor, organisation_id, self._clock)
        reached = reach(actor, Permission.DECIDE_REQUESTS, organisation_id, today)
        async with self._db.read() as reading:
            requests = await reading.requests.pending(
                organisation_id, reached, limit=PAGE + 1, offset=page * PAGE
            )
            groups = {group.id: group for group in await reading.groups.active(organisation_id)}
        lines = tuple(
            RequestLine(request, groups[request.group_id])
            for request in requests[:PAGE]
            if request.group_id in groups
        )
        return RequestQueue(organisation, lines, page, len(requests) > PAGE)

    async def open(self, actor: Actor, request_id: JoinRequestId) -> RequestCard:
        """One newcomer, waiting or decided."""
        async with self._db.read() as reading:
            return await self._access(reading, actor, request_id)

    async def codes(self, actor: Actor, request_id: JoinRequestId, page: int = 0) -> CodePage | RequestCard:
        """Codes of the newcomer's group to choose from; the newcomer's card when somebody has decided."""
        page = max(page, 0)
        async with self._db.read() as reading:
            card = await self._access(reading, actor, request_id)
            if card.request.decided_at is not None:
                return card
            lines = await reading.requests.codes(
                card.organisation.id,
                card.group.id,
                limit=CODES_ON_A_PAGE + 1,
                offset=page * CODES_ON_A_PAGE,
            )
        return CodePage(card, tuple(lines[:CODES_ON_A_PAGE]), page, len(lines) > CODES_ON_A_PAGE)

    async def approve(
        self, actor: Actor, request_id: JoinRequestId, child_id: ChildId
    ) -> RequestCard | Refused:
        """Bind the newcomer to a code of their group.

        Two teachers may decide at once: the request is held first, so one of them wins, and the other gets the
        newcomer's card as it stands now.
        """
        async with self._db.work() as work:
            card = await self._access(work, actor, request_id)
            request = card.request
            if not await work.requests.hold(request.organisation_id, request.id):
                now = await self._access(work, actor, request_id)
                return replace(now, overtaken=not now.request.decided_as(child_id))
            child = await work.children.find(request.organisation_id, child_id)
            if child is None:
                raise Missing
            if child.left_at is not None or child.group_id != request.group_id:
                return Refused(Reason.CHILD_LEFT)
            if not await work.people.has_seat(request.organisation_id, child.id, at_most=ADULTS_OF_A_CHILD):
                return Refused(Reason.CARD_FULL)
            membership_id = await work.people.open_membership(
                request.organisation_id, request.person_id, Role.PARENT
            )
            await work.people.bind_child(
                request.organisation_id, membership_id, child.id, request.kinship, at_most=ADULTS_OF_A_CHILD
            )
            await follow_families(work, request.organisation_id, people=[request.person_id])
            await keep_name(work, card.organisation, request.person_id, membership_id, request.name)
            await work.requests.decide(
                request.organisation_id, request.id, actor.person_id, child_id=child.id
            )
            await tell_newcomer(work, actor, request, NoticeKind.JOIN_APPROVED, "joining.approved")
            await invite_newcomers(work, child, [request.person_id])
            await invite_to_be_guests(work, child, [request.person_id])
            return await self._access(work, actor, request_id)

    async def decline(
        self, actor: Actor, request_id: JoinRequestId, reason: DeclineReason, words: str | None = None
    ) -> RequestCard | Refused:
        """Decline the newcomer, for a ready reason or in the teacher's own words."""
        note: str | None = None
        if reason is DeclineReason.OWN_WORDS:
            typed = typed_words(words or "", NOTE_LIMIT)
            if isinstance(typed, Refused):
                return typed
            note = typed
        async with self._db.work() as work:
            card = await self._access(work, actor, request_id)
            request = card.request
            if not await work.requests.decide(
                request.organisation_id, request.id, actor.person_id, reason=reason, note=note
            ):
                now = await self._access(work, actor, request_id)
                return replace(now, overtaken=not now.request.decided_as(None, reason, note))
            await tell_newcomer(work, actor, request, NoticeKind.JOIN_DECLINED, "joining.declined")
            return await self._access(work, actor, request_id)

    async def requested_for_notice(self, notice: Notice) -> RequestCard | None:
        """What «Новый родитель» is about; None once somebody has decided or may not decide any more."""
        async with self._db.read() as reading:
            card = await self._load(reading, notice)
            person = await reading.people.find_person(notice.person_id)
        if card is None or person is None or card.request.decided_at is not None:
            return None
        today = self._clock.today(card.organisation.timezone)
        allowed = grant(
            person, Permission.DECIDE_REQUESTS, card.organisation.id, group_id=card.group.id, today=today
        )
        return None if allowed is None else card

    async def decided_for_notice(self, notice: Notice) -> RequestCard | None:
        """What the answer to a newcomer says; None when the request is gone."""
        async with self._db.read() as reading:
            card = await self._load(reading, notice)
        return None if card is None or card.request.decided_at is None else card

    async def _load(self, reading: Reading, notice: Notice) -> RequestCard | None:
        organisation_id = OrganisationId(int(notice.params["organisation"]))
        request = await reading.requests.find(organisation_id, JoinRequestId(int(notice.params["request"])))
        return None if request is None else await _card(reading, request)

    async def _access(self, reading: Reading, actor: Actor, request_id: JoinRequestId) -> RequestCard:
        for organisation_id in sorted({held.organisation_id for held in actor.memberships}):
            request = await reading.requests.find(organisation_id, request_id)
            if request is not None:
                today = today_in(actor, organisation_id, self._clock)
                require(
                    actor,
                    Permission.DECIDE_REQUESTS,
                    organisation_id,
                    group_id=request.group_id,
                    today=today,
                )
                return await _card(reading, request)
        raise Missing


async def tell_staff(work: Work, request: JoinRequest, organisation: Organisation) -> None:
    """Tell those who answer for the group today that somebody waits; else the methodists, else the heads.

    Whoever is about to be asked for a name is given the time to say it: the notice shows what is known when it
    is sent (`hurry` sends it as soon as the question is answered).
    """
    now = work.clock.now()
    today = work.clock.today(organisation.timezone)
    asked = organisation.personal_data and request.name is None
    staff = await work.people.memberships(request.organisation_id, (Role.TEACHER, Role.METHODIST, Role.HEAD))
    told: list[PersonId] = [
        member.person_id
        for member in staff
        if any(held.group_id == request.group_id and held.holds_on(today) for held in member.teaches)
    ]
    for role in (Role.METHODIST, Role.HEAD):
        told = told or [member.person_id for member in staff if member.role is role]
    await work.outbox.put(
        *(
            NoticeDraft(
                kind=NoticeKind.JOIN_REQUESTED,
                person_id=person_id,
                organisation_id=request.organisation_id,
                dedupe_key=f"join-requested:{request.id}:{person_id}",
                due_at=now + TIME_FOR_A_NAME if asked else None,
                params={"organisation": request.organisation_id, "request": request.id},
                subject=f"request:{request.id}",
            )
            for person_id in dict.fromkeys(told)
        )
    )


async def hurry(work: Work, request: JoinRequest) -> None:
    """The newcomer has said a name, or that there will be none: staff need not wait for it any longer."""
    await work.outbox.hurry(f"request:{request.id}", NoticeKind.JOIN_REQUESTED, within=TIME_FOR_A_NAME)


async def close_queue(work: Work, actor: Actor, organisation_id: OrganisationId, group_id: GroupId) -> None:
    """The group goes into the archive: whoever still waits there hears that it is not the right one any more."""
    waiting = await work.requests.pending(organisation_id, [group_id], limit=EVERYBODY)
    for request in waiting:
        await work.requests.decide(
            organisation_id, request.id, actor.person_id, reason=DeclineReason.OTHER_GROUP
        )
        await tell_newcomer(work, actor, request, NoticeKind.JOIN_DECLINED, "joining.declined")


async def tell_newcomer(
    work: Work, actor: Actor, request: JoinRequest, kind: NoticeKind, action: str
) -> None:
    """Note the answer, tell the newcomer, and let nobody be told any more that they wait."""
    await work.audit.note(
        action,
        organisation_id=request.organisation_id,
        by=actor.person_id,
        subject=f"request:{request.id}",
    )
    await work.outbox.cancel(f"request:{request.id}", [NoticeKind.JOIN_REQUESTED])
    await work.outbox.put(
        NoticeDraft(
            kind=kind,
            person_id=request.person_id,
            organisation_id=request.organisation_id,
            dedupe_key=f"{kind.value}:{request.id}",
            params={"organisation": request.organisation_id, "request": request.id},
            subject=f"request:{request.id}",
        )
    )


async def _card(reading: Reading, request: JoinRequest) -> RequestCard:
    organisation = await reading.organisations.find(request.organisation_id)
    group: Group | None = await reading.groups.find(request.organisation_id, request.group_id)
    if organisation is None or group is None:
        raise Missing
    child = (
        None
        if request.child_id is None
        else await reading.children.find(request.organisation_id, request.child_id)
    )
    return RequestCard(organisation, group, request, child)
