"""The live report in words: states, counts, whom to tell by oneself, what may be done."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.campaigns import CampaignReport, CampaignState, Sending, Trouble, state_of, troubles
from domain.delivery import DeliveryReport
from domain.events import Event, EventStatus, GroupLabel
from domain.ids import EventId, GroupId, MembershipId, OrganisationId, PersonId
from domain.people import Organisation, OrganisationKind
from locales import LOCALES, texts_for
from screens import campaigns
from screens.render import Rendered, render

AT = datetime(2026, 9, 7, 3, 0, tzinfo=UTC)
GARDEN = Organisation(
    OrganisationId(1), "Ромашка", OrganisationKind.KINDERGARTEN, "Asia/Novokuznetsk", personal_data=False
)
EVENT = Event(
    EventId(12),
    GARDEN.id,
    MembershipId(1),
    PersonId(1),
    "День <b>",
    datetime(2026, 9, 12, 2, 20, tzinfo=UTC),
    "зал",
    None,
    False,
    EventStatus.PUBLISHED,
    3,
    frozenset({GroupId(1)}),
)
SUN, RAYS = GroupLabel(GroupId(1), "Солнышко", "🐻"), GroupLabel(GroupId(2), "Лучики", "🦊")
NOTHING = Sending(DeliveryReport(), {}, (), 0)


def made(state: CampaignState, sending: Sending = NOTHING, left: int = 0, **may: bool) -> CampaignReport:
    """A report in a state."""
    allowed = {"may_stop": False, "may_go_on": False, "may_recall": False, **may}
    return CampaignReport(EVENT, GARDEN, state, sending, left, **allowed)


def shown(view: CampaignReport, locale: str = "ru") -> Rendered:
    """What the author sees."""
    return render(campaigns.report(view), texts_for(locale))


def labels(rendered: Rendered) -> str:
    """Its buttons."""
    return " | ".join(button.text for row in rendered.rows for button in row)


def test_what_failed_is_said_in_human_words_and_closed_chats_by_group() -> None:
    report = DeliveryReport(total=9, sent=2, failed=3, closed=2, in_summary=1, unknown=1)
    sending = Sending(
        report, troubles({"bad-request": 1, "gone": 1, None: 1}), ((SUN, 2), (RAYS, 1)), stoppable=1
    )
    text = shown(made(CampaignState.DONE, sending)).text
    assert "Доставлено сообщений: 2" in text
    assert "Закрыли бота, им не дойдёт: 2\n· 🐻 Солнышко: 2\n· 🦊 Лучики: 1" in text
    assert "Не получилось доставить: 3\n· мессенджер не принял сообщение: 2\n" in text
    assert "мессенджер так и не ответил: 1" in text
    assert text.endswith("Этим семьям лучше сказать лично.")
    assert "Ждёт отправки" not in text, "nought is left out"
    assert sending.troubles == {Trouble.REFUSED: 2, Trouble.LOST: 1}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("state", CampaignState)
def test_every_state_has_its_words_and_only_what_moves_renews_itself(
    state: CampaignState, locale: str
) -> None:
    rendered = shown(made(state, left=2), locale)
    assert "&lt;b&gt;" in rendered.text
    moves = state in (CampaignState.SENDING, CampaignState.RECALLING)
    assert (campaigns.report(made(state)).live == f"event:{EVENT.id}") is moves


def test_one_may_stop_or_go_on_and_take_back_while_that_is_possible() -> None:
    sending = labels(shown(made(CampaignState.SENDING, may_stop=True, may_recall=True)))
    assert "Остановить" in sending
    assert "Отозвать" in sending
    stopped = labels(shown(made(CampaignState.STOPPED, may_go_on=True, may_recall=True)))
    assert "Продолжить" in stopped
    assert "Остановить" not in stopped
    over = labels(shown(made(CampaignState.DONE)))
    assert over == "🔄 Обновить | ‹ Назад | 🏠 Меню"


def test_the_state_follows_from_the_event_and_the_outbox() -> None:
    going, gone = DeliveryReport(waiting=1), DeliveryReport(sent=1)
    stopped, back = replace(EVENT, stopped_at=AT), replace(EVENT, recalled_at=AT)
    assert state_of(EVENT, going, recalling=False) is CampaignState.SENDING
    assert state_of(EVENT, gone, recalling=False) is CampaignState.DONE
    assert state_of(stopped, going, recalling=False) is CampaignState.STOPPED
    assert state_of(back, gone, recalling=True) is CampaignState.RECALLING
    assert state_of(back, gone, recalling=False) is CampaignState.RECALLED
