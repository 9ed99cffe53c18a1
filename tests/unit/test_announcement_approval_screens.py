"""What a methodist and an author read of an announcement that waits, and of what became of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.announcement_approvals import ProposedWords, SettledWords
from domain.announcement_views import AnnouncementCard
from domain.announcements import Announcement, AnnouncementStatus, ListedAnnouncement
from domain.approvals import ProposedPage, Settlement
from domain.event_forms import FOR_PARENTS
from domain.events import GroupLabel, Reach
from domain.ids import AnnouncementId, GroupId, MembershipId, OrganisationId, PersonId
from domain.outcomes import Reason, Refused
from domain.people import Membership, Organisation, OrganisationKind, Role
from locales import LOCALES, texts_for
from screens import announcements, announcements_approvals, events_approvals
from screens.base import Screen
from screens.render import Rendered, render

SCHOOL = Organisation(
    OrganisationId(1), "Школа", OrganisationKind.SCHOOL, "Asia/Novokuznetsk", personal_data=False
)
AT = datetime(2026, 9, 12, 2, 20, tzinfo=UTC)
WAITS = Announcement(
    *(AnnouncementId(3), SCHOOL.id, MembershipId(1), PersonId(1), "Собираем <коробки>", "aa"),
    *(AnnouncementStatus.PROPOSED, 3, frozenset({GroupId(1)}), FOR_PARENTS, AT),
)
CLASS = (GroupLabel(GroupId(1), "1А", "🐻"),)
REACH = Reach(adults=21, families=14, limited_families=0, closed=0, without_phone=0)
DEPUTY = Membership(MembershipId(7), PersonId(7), SCHOOL, Role.METHODIST)


def said(shown: Screen, locale: str = "ru") -> Rendered:
    """The screen in words."""
    return render(shown, texts_for(locale), AT - timedelta(days=5))


def labels(shown: Screen) -> list[str]:
    """Its buttons."""
    return [button.text for row in said(shown).rows for button in row]


def test_a_deputy_head_reads_all_of_it_and_decides() -> None:
    card = ProposedWords(WAITS, SCHOOL, CLASS, (), REACH, None)
    words = said(announcements_approvals.card(card)).text
    for each in (
        "Собираем &lt;коробки&gt;",
        "21 взрослому",
        "с картинкой",
        "Выйдет <b>сб, 12 сентября, 9:20</b>",
    ):
        assert each in words
    assert labels(announcements_approvals.card(card))[:3] == [
        *("✅ Опубликовать", "🖼 Показать картинку", "✏️ Вернуть с замечанием"),
    ]
    gone = announcements_approvals.card(replace(card, reach=Refused(Reason.GONE)))
    assert "✅ Опубликовать" not in labels(gone)
    assert "придёт без неё" in said(announcements_approvals.picture(card, None)).text
    line = ListedAnnouncement(WAITS.id, "Собираем", WAITS.status, SCHOOL.timezone, None, ("🐻",))
    page = ProposedPage(SCHOOL, (), 0, more=False, announcements=(line,))
    assert labels(events_approvals.page(page))[0] == "📣 🐻 Собираем"


def test_its_author_takes_it_back_and_a_deputy_head_decides() -> None:
    card = AnnouncementCard(WAITS, SCHOOL, CLASS, (), REACH, may_change=True, approval=True)
    assert "Завуч посмотрит, и объявление уйдёт" in said(announcements.card(card)).text
    assert labels(announcements.card(card))[:2] == ["↩️ Забрать", "📋 Скопировать"]
    assert labels(announcements.card(replace(card, decides=True)))[0] == "📨 Посмотреть и решить"
    draft = replace(WAITS, status=AnnouncementStatus.DRAFT, publish_at=None, returned_words="Какой <день>?")
    back = announcements.card(replace(card, announcement=draft))
    assert "Замечание завуча: <i>Какой &lt;день&gt;?</i>" in said(back).text
    assert "📨 На проверку" in labels(back)
    assert "✅ Отправить сейчас" not in labels(back)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("by", [None, DEPUTY], ids=["somebody", "deputy"])
def test_every_end_is_said(locale: str, by: Membership | None) -> None:
    ends = {
        Settlement.PUBLISHED: AnnouncementStatus.PUBLISHED,
        Settlement.PLANNED: AnnouncementStatus.PLANNED,
        Settlement.RETURNED: AnnouncementStatus.DRAFT,
        Settlement.TAKEN_BACK: AnnouncementStatus.DRAFT,
    }
    for what, status in ends.items():
        decided = None if what is Settlement.TAKEN_BACK else PersonId(7)
        now = replace(WAITS, status=status, decided_by=decided, returned_words="Поправьте")
        view = SettledWords(now, SCHOOL, what, by)
        shown = [announcements_approvals.settled(view)]
        if what in (Settlement.PUBLISHED, Settlement.PLANNED):
            shown += [announcements_approvals.let_out(view), announcements_approvals.approved(now, SCHOOL)]
        else:
            shown += [announcements_approvals.returned(view), announcements_approvals.sent_back(now, SCHOOL)]
        for each in shown:
            assert said(each, locale).text
    out = replace(WAITS, status=AnnouncementStatus.PUBLISHED)
    alone = announcements_approvals.settled(SettledWords(out, SCHOOL, Settlement.PUBLISHED, None))
    assert "уже отправил его автор" in said(alone).text
