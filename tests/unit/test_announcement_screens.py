"""Announcements in words: what people read, what their author follows, and the lines they leave elsewhere."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.announcement_views import AnnouncementCard, AnnouncementReport, ReceivedPage
from domain.announcements import Announcement, AnnouncementStatus, ListedAnnouncement, ShownAnnouncement
from domain.campaigns import CampaignState, Sending
from domain.delivery import AnnouncementLine, DeliveryReport, DeliveryTrouble, EveningSummary
from domain.event_forms import FOR_PARENTS, Invitees
from domain.events import GroupLabel, Reach
from domain.ids import AnnouncementId, GroupId, MembershipId, OrganisationId, PersonId, PersonSetId
from domain.outcomes import Reason, Refused
from domain.people import Organisation, OrganisationKind
from locales import LOCALES, texts_for
from screens import announcements, announcements_notices, announcements_report, delivery
from screens.base import Screen
from screens.render import Rendered, render

AT = datetime(2026, 9, 7, 3, 0, tzinfo=UTC)
ZONE = "Asia/Novokuznetsk"
GARDEN = Organisation(OrganisationId(1), "Ромашка", OrganisationKind.KINDERGARTEN, ZONE, personal_data=False)
SUN = GroupLabel(GroupId(1), "Солнышко", "🐻")
WORDS = Announcement(
    *(AnnouncementId(3), GARDEN.id, MembershipId(1), PersonId(1), "Коробки <b>\nдо пятницы", None),
    *(AnnouncementStatus.PUBLISHED, 2, frozenset({SUN.id}), FOR_PARENTS),
    published_at=AT,
)
REACH = Reach(adults=20, families=18, limited_families=14, closed=2, without_phone=3)
NOTHING = Sending(DeliveryReport(), {}, (), 0)


def seen(screen: Screen, locale: str = "ru") -> Rendered:
    """What stands on the phone."""
    return render(screen, texts_for(locale), AT)


def labels(rendered: Rendered) -> list[str]:
    """Its buttons."""
    return [button.text for row in rendered.rows for button in row]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_message_begins_with_the_group(locale: str) -> None:
    told = announcements_notices.told(ShownAnnouncement(WORDS, ZONE, (SUN,), True))
    assert seen(told, locale).text.startswith("<b>Солнышко · 🐻</b>")
    assert "Коробки &lt;b&gt;\nдо пятницы" in seen(told, locale).text
    assert told.subject == "announcement:3"
    others = announcements_notices.told(ShownAnnouncement(WORDS, ZONE, (), True))
    assert "📣" in seen(others, locale).text.split("\n")[0]


def test_one_that_was_taken_back_says_nothing_else() -> None:
    gone = replace(WORDS, status=AnnouncementStatus.RECALLED)
    text = seen(announcements_notices.read(ShownAnnouncement(gone, ZONE, (SUN,), True))).text
    assert "отозвано" in text
    assert "Коробки" not in text


def test_the_card_says_whom_it_reaches_and_what_may_be_done() -> None:
    kept = replace(WORDS, status=AnnouncementStatus.DRAFT, published_at=None)
    card = AnnouncementCard(kept, GARDEN, (SUN,), (), REACH, may_change=True)
    shown = seen(announcements.card(card))
    assert "20 взрослым из 18 семей" in shown.text
    assert "У 14 семей лимит сообщений" in shown.text
    assert "✅ Отправить сейчас" in labels(shown)
    nobody = replace(card, reach=Refused(Reason.NOBODY_ADDRESSED))
    assert "✅ Отправить сейчас" not in labels(seen(announcements.card(nobody)))
    closed = replace(card, reach=Reach(0, 0, 0, closed=2, without_phone=0))
    assert "закрыли бота" in seen(announcements.card(closed)).text
    planned = replace(card, announcement=replace(kept, status=AnnouncementStatus.PLANNED, publish_at=AT))
    assert "пн, 7 сентября, 10:00" in seen(announcements.card(planned)).text
    colleague = replace(card, announcement=WORDS, reach=None, may_change=False)
    assert labels(seen(announcements.card(colleague))) == ["📣 Объявления", "🏠 Меню"]


def test_whom_else_it_is_for() -> None:
    invitees = Invitees(parents=False, staff=True, partners=True, set_ids=frozenset({PersonSetId(1)}))
    out = replace(WORDS, invitees=invitees, group_ids=frozenset())
    named = AnnouncementCard(out, GARDEN, (), ("Творческая группа",), None, may_change=True)
    text = seen(announcements.card(named)).text
    assert "Кому: всему коллективу, партнёрам, «Творческая группа»" in text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("state", CampaignState)
def test_the_report_says_where_it_stands(state: CampaignState, locale: str) -> None:
    view = AnnouncementReport(WORDS, GARDEN, state, NOTHING, 3, False, state is CampaignState.STOPPED, True)
    made = announcements_report.report(view)
    moves = state in (CampaignState.SENDING, CampaignState.RECALLING)
    assert made.live == ("announcement:3" if moves else None)
    assert "Коробки &lt;b&gt;" in seen(made, locale).text
    assert "мероприятие" not in seen(made, locale).text


@pytest.mark.parametrize("locale", LOCALES)
def test_lines_in_the_summary_and_to_the_author(locale: str) -> None:
    line = AnnouncementLine(WORDS.id, "Коробки", ("🐻",))
    summary = seen(delivery.evening_summary(EveningSummary((), announcements=(line,))), locale)
    assert "🐻" in summary.text
    assert "📣 Коробки" in labels(summary)
    trouble = DeliveryTrouble(None, DeliveryReport(closed=2), announcement=line)
    assert "«Коробки»" in seen(delivery.trouble(trouble), locale).text or locale == "en"
    listed = ListedAnnouncement(WORDS.id, "Коробки", WORDS.status, ZONE, AT, ("🐻",))
    mine = seen(announcements_notices.mine(ReceivedPage((listed,), 0, more=True)), locale)
    assert len(labels(mine)) == 3
