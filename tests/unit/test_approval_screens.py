"""What a methodist and an author read of a publication that waits, and of what became of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.approvals import Approved, DecisionNews, ProposedCard, ProposedPage, Settled, Settlement
from domain.event_drafts import KeptCard
from domain.events import Event, EventStatus, GroupLabel, Reach
from domain.ids import EventId, GroupId, MembershipId, OrganisationId, PersonId
from domain.outcomes import Reason, Refused
from domain.people import Membership, Organisation, OrganisationKind, Role
from locales import LOCALES, texts_for
from screens import events_approvals, events_drafts
from screens.base import Screen
from screens.render import Rendered, render

GARDEN = Organisation(
    OrganisationId(1), "Ромашка", OrganisationKind.KINDERGARTEN, "Asia/Novokuznetsk", personal_data=True
)
SCHOOL = replace(GARDEN, kind=OrganisationKind.SCHOOL, personal_data=False, approve_events=True)
AT = datetime(2026, 9, 12, 2, 20, tzinfo=UTC)
WAITS = Event(
    *(EventId(12), GARDEN.id, MembershipId(1), PersonId(1), "День <b>", AT, "зал", None, False),
    *(EventStatus.PROPOSED, 3, frozenset({GroupId(1)})),
)
SUN = (GroupLabel(GroupId(1), "Солнышко", "🐻"),)
REACH = Reach(adults=21, families=14, limited_families=0, closed=0, without_phone=0)


def member(organisation: Organisation, role: Role = Role.METHODIST) -> Membership:
    """A colleague with a name, which is shown where that is allowed."""
    return Membership(MembershipId(7), PersonId(7), organisation, role, name="Ольга Ивановна")


def said(shown: Screen, locale: str = "ru") -> Rendered:
    """The screen in words."""
    return render(shown, texts_for(locale), AT - timedelta(days=5))


def test_a_methodist_reads_all_of_it_and_decides() -> None:
    card = ProposedCard(WAITS, GARDEN, SUN, (), REACH, member(GARDEN, Role.TEACHER))
    shown = events_approvals.card(card)
    words = said(shown)
    for each in ("Просит опубликовать:</b> Ольга Ивановна", "День &lt;b&gt;", "21 взрослому"):
        assert each in words.text
    assert shown.mentions == {7}, "edited out when she is erased"
    labels = [button.text for row in words.rows for button in row]
    assert labels[:2] == ["✅ Опубликовать", "✏️ Вернуть с замечанием"]
    gone = events_approvals.card(replace(card, reach=Refused(Reason.DATE_PAST), author=None))
    assert "✅ Опубликовать" not in [button.text for row in said(gone).rows for button in row]
    later = replace(WAITS, publish_at=AT - timedelta(days=1))
    assert (
        "Выйдет <b>пт, 11 сентября, 9:20</b>" in said(events_approvals.card(replace(card, event=later))).text
    )
    weekly = said(events_approvals.card(replace(card, event=replace(WAITS, proposed_weeks=2)))).text
    assert "2 встречи:\nсб, 12 сентября, 9:20\nсб, 19 сентября, 9:20" in weekly


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("organisation", [GARDEN, SCHOOL], ids=["kindergarten", "school"])
@pytest.mark.parametrize("what", Settlement)
def test_whoever_comes_second_reads_who_was_first(
    what: Settlement, organisation: Organisation, locale: str
) -> None:
    decided = replace(WAITS, decided_by=PersonId(7), publish_at=AT - timedelta(days=1))
    who = member(organisation)
    for by in (who, None):
        words = said(events_approvals.settled(Settled(decided, organisation, what, by)), locale).text
        named = by is not None and organisation.personal_data
        decisions = (Settlement.PUBLISHED, Settlement.PLANNED, Settlement.RETURNED)
        assert ("Ольга Ивановна" in words) is (named and what in decisions)
    for draw in (events_approvals.let_out, events_approvals.returned):
        assert said(draw(DecisionNews(decided, organisation, what, who)), locale).text


def test_what_an_author_sees_while_it_waits_and_when_it_came_back() -> None:
    kept = KeptCard(WAITS, SCHOOL, SUN, REACH, approval=True)
    words = said(events_drafts.card(kept))
    assert "Завуч посмотрит" in words.text
    assert [button.text for button in words.rows[0]] == ["↩️ Забрать"]
    assert words.rows[1:] == words.rows[-1:], "nothing else may be done with it"
    deciding = said(events_drafts.card(replace(kept, decides=True)))
    assert deciding.rows[0][0].text == "📨 Посмотреть и решить"
    back = replace(WAITS, status=EventStatus.DRAFT, returned_words="Где <сбор>?")
    words = said(events_drafts.card(replace(kept, event=back)))
    assert "Замечание завуча: <i>Где &lt;сбор&gt;?</i>" in words.text
    assert words.rows[0][0].text == "📨 На проверку"
    planned = replace(back, status=EventStatus.PLANNED, publish_at=AT - timedelta(days=1))
    words = said(events_drafts.card(replace(kept, event=planned)))
    assert words.rows[0][0].text == "✅ Опубликовать сейчас", "it was looked at"
    done = said(events_approvals.approved(Approved(planned, SCHOOL)))
    assert "Бот опубликует сам: пт, 11 сентября, 9:20" in done.text


def test_the_switch_says_what_goes_without_approval() -> None:
    on = said(events_approvals.page(ProposedPage(SCHOOL, (), 0, more=False)))
    assert "мероприятия и объявления учителей сначала смотрит завуч" in on.text
    assert "Переносы, отмены и правки отправленного уходят сразу" in on.text
    off = said(events_approvals.page(ProposedPage(GARDEN, (), 0, more=False)))
    assert "☑️ Включить проверку" in [button.text for row in off.rows for button in row]
