"""Buttons of «Гость группы»: dates, applications, visits and what becomes of them."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.guest_outcomes import Missed
from domain.guests import GuestDecline
from domain.ids import ChildId, GroupId, OpeningId, OrganisationId, SlotId, VisitId


@dataclass(frozen=True, slots=True)
class OpenGuests(Action):
    """The staff's list of dates and visits."""

    code: ClassVar[str] = "gl"
    organisation_id: OrganisationId
    past: bool = False
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenSlot(Action):
    """A date of the list: free, or with its visit."""

    code: ClassVar[str] = "go"
    slot_id: SlotId


@dataclass(frozen=True, slots=True)
class WithdrawSlot(Action):
    """«Закрыть дату»: nobody has taken it."""

    code: ClassVar[str] = "gx"
    slot_id: SlotId


@dataclass(frozen=True, slots=True)
class EnterGuest(Action):
    """«Внести за семью»: who comes to this date."""

    code: ClassVar[str] = "gc"
    slot_id: SlotId
    page: int = 0


@dataclass(frozen=True, slots=True)
class EnterGuestFor(Action):
    """The family of a child, or (None) a partner without a phone."""

    code: ClassVar[str] = "gz"
    slot_id: SlotId
    child_id: ChildId | None = None


@dataclass(frozen=True, slots=True)
class EnterInstead(Action):
    """Another date after a refusal: the same guest, if the draft named by `token` is still there."""

    code: ClassVar[str] = "gei"
    slot_id: SlotId
    token: str


@dataclass(frozen=True, slots=True)
class TakeBackEntered(Action):
    """«Убрать запись» of a guest without a phone: asks once, then does it."""

    code: ClassVar[str] = "geb"
    visit_id: VisitId
    version: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class NewGuestDates(Action):
    """«Открыть даты»."""

    code: ClassVar[str] = "gn"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class InviteGuests(Action):
    """«Пригласить» under the preview of the dates."""

    code: ClassVar[str] = "gp"
    token: str


@dataclass(frozen=True, slots=True)
class OpenVisit(Action):
    """The card of a visit, for its guest and for staff."""

    code: ClassVar[str] = "gv"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class AcceptVisit(Action):
    """«Предварительно да»; once the details are there, «Подтвердить»."""

    code: ClassVar[str] = "ga"
    visit_id: VisitId
    version: int


@dataclass(frozen=True, slots=True)
class AskDecline(Action):
    """«Отказать», or «Отменить визит» of one that was agreed upon: asks why."""

    code: ClassVar[str] = "gd"
    visit_id: VisitId
    version: int


@dataclass(frozen=True, slots=True)
class DeclineVisit(Action):
    """A reason was tapped; «своими словами» asks for them."""

    code: ClassVar[str] = "gk"
    visit_id: VisitId
    version: int
    reason: GuestDecline


@dataclass(frozen=True, slots=True)
class HoldVisit(Action):
    """«Провели»: asks how many children there were."""

    code: ClassVar[str] = "gh"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class MissVisit(Action):
    """«Не состоялось»: asks why, or (with a reason) notes it."""

    code: ClassVar[str] = "gu"
    visit_id: VisitId
    reason: Missed | None = None


@dataclass(frozen=True, slots=True)
class MoveVisit(Action):
    """«Перенесли»: the free dates of the group, or another day."""

    code: ClassVar[str] = "gm"
    visit_id: VisitId
    page: int = 0


@dataclass(frozen=True, slots=True)
class MoveVisitTo(Action):
    """A free date to move the visit to; with the version that was seen it is sure."""

    code: ClassVar[str] = "gj"
    visit_id: VisitId
    slot_id: SlotId
    version: int = 0


@dataclass(frozen=True, slots=True)
class MoveVisitElsewhere(Action):
    """«Другой день»: asks which."""

    code: ClassVar[str] = "gw"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class DrawMetMap(Action):
    """«Карта профессий» of a group."""

    code: ClassVar[str] = "gq"
    group_id: GroupId
    organisation_id: OrganisationId | None = None
    """Of the staff's list to go back to; a family has none."""


@dataclass(frozen=True, slots=True)
class BecomeGuest(Action):
    """«Стать гостем группы»: the groups with their free dates."""

    code: ClassVar[str] = "gb"


@dataclass(frozen=True, slots=True)
class OpenGroupDates(Action):
    """Every free date of a group."""

    code: ClassVar[str] = "gr"
    group_id: GroupId
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenOpening(Action):
    """The dates of one invitation."""

    code: ClassVar[str] = "gi"
    opening_id: OpeningId
    fresh: bool = False
    """In a new message: the evening summary it was tapped in stays."""


@dataclass(frozen=True, slots=True)
class PassInvitation(Action):
    """«🤝 Передать коллеге»: asks once, then makes the link; `again` in place of one that nobody has used."""

    code: ClassVar[str] = "gip"
    opening_id: OpeningId
    sure: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class TakeDate(Action):
    """A free date was tapped."""

    code: ClassVar[str] = "gt"
    slot_id: SlotId
    group_id: GroupId


@dataclass(frozen=True, slots=True)
class TakeInstead(Action):
    """Another date after a refusal: the same application, if the draft named by `token` is still there."""

    code: ClassVar[str] = "gs"
    slot_id: SlotId
    group_id: GroupId
    token: str


@dataclass(frozen=True, slots=True)
class MyVisits(Action):
    """A guest's own visits."""

    code: ClassVar[str] = "gy"
    page: int = 0


@dataclass(frozen=True, slots=True)
class FillDetails(Action):
    """«Рассказать подробнее»."""

    code: ClassVar[str] = "gf"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class SendDetails(Action):
    """«Отправить» under the preview of the details."""

    code: ClassVar[str] = "ge"
    visit_id: VisitId
    token: str


@dataclass(frozen=True, slots=True)
class GiveBackDate(Action):
    """«Вернуть дату»: asks once, then does it."""

    code: ClassVar[str] = "gg"
    visit_id: VisitId
    version: int
    sure: bool = False
