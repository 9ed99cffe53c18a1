"""What people read about guests: the group first, exact numbers in good Russian, nothing that leads nowhere, all that fits."""

from dataclasses import replace

import pytest

from domain.actions.guests import (
    AcceptVisit,
    AskDecline,
    HoldVisit,
    MissVisit,
    MoveVisit,
    OpenOpening,
    WithdrawSlot,
)
from domain.delivery import DeliveryReport, DeliveryTrouble, EveningSummary, OpeningLine
from domain.forms import utf16_length
from domain.guest_views import (
    DeclinedVisit,
    Opened,
    SlotLine,
    VisitCard,
)
from domain.guests import (
    CALLING_OFF,
    Details,
    GuestDecline,
    VisitStatus,
)
from domain.ids import OpeningId
from domain.outcomes import Reason, Refused
from domain.people import Organisation, Role, ShownAdult
from locales import LOCALES, texts_for
from screens import (
    delivery,
    guests_decisions,
    guests_entry,
    guests_invited,
    guests_notices,
    guests_opening,
    guests_staff,
    guests_visits,
)
from screens.base import Screen
from screens.guests_words import refused_word
from screens.render import Rendered, plain, render
from tests.unit.guests_asked_drawn import requests
from tests.unit.guests_drawn import (
    BIG,
    DETAILS,
    FAMILY,
    GARDEN,
    GROUP,
    SCHOOL,
    START,
    card,
    every_screen,
    invitation,
    notices,
    preview,
    reach,
    slots,
    visit,
)


def said(screen: Screen, locale: str = "ru") -> str:
    """The text of a screen."""
    return render(screen, texts_for(locale)).text


def labels(screen: Screen) -> list[str]:
    """The buttons of a screen."""
    return [button.text for row in render(screen, texts_for("ru")).rows for button in row]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("here", [GARDEN, SCHOOL], ids=["kindergarten", "school"])
def test_everything_fits_and_every_button_packs(here: Organisation, locale: str) -> None:
    drawn = [render(screen, texts_for(locale), START) for screen in (*every_screen(here), *requests(here))]
    assert len(drawn) > 50
    for shown in drawn:
        assert 0 < utf16_length(shown.text) <= 4096
        assert shown.picture is None or utf16_length(shown.text) <= 1024
        assert len(shown.rows) <= 20
        for button in (button for row in shown.rows for button in row):
            assert button.data is not None
            assert len(button.data.encode()) <= 64
            assert len(button.text) <= 64
        assert_leads_on(shown)


def assert_leads_on(shown: Rendered) -> None:
    """No screen of many dates is the end of the way."""
    assert shown.rows


@pytest.mark.parametrize("here", [GARDEN, SCHOOL], ids=["kindergarten", "school"])
def test_a_notice_begins_with_the_group(here: Organisation) -> None:
    for notice in notices(here):
        assert said(notice).startswith(f"<b>{GROUP.name} · 🐻</b>")


def test_the_preview_tells_exact_numbers_and_leaves_out_nought() -> None:
    text = said(
        preview(reach(adults=21, families=21, partners=1, limited_families=1, closed=1, without_phone=1))
    )
    for words in (
        "21 взрослому из 21 семьи",
        "Партнёров среди приглашённых: 1",
        "У 1 семьи лимит",
        "1 семья ещё не в боте",
        "1 взрослый закрыл бота: ему не дойдёт",
        "тихие часы",
        "12 дат:",
    ):
        assert words in text
    text = said(preview(reach(without_phone=4), count=1))
    assert "пока никто не получит" in text
    assert "4 семьи ещё не в боте" in text
    assert "1 дата:" in text
    for words in ("партнёр", "лимит", "закрыл", "тихие часы"):
        assert words not in text
    opened = Opened(OpeningId(1), GARDEN.id, GROUP, slots(3), 1)
    assert "Приглашение получит 1 человек." in said(guests_opening.opened(opened, GARDEN))
    opened = replace(opened, told=0)
    assert "получ" not in said(guests_opening.opened(opened, GARDEN))


def actions(shown: Screen) -> set[type]:
    """The kinds of a card's buttons that change something."""
    wanted = (AcceptVisit, AskDecline, HoldVisit, MissVisit, MoveVisit, WithdrawSlot)
    return {type(b.action) for row in shown.rows for b in row if isinstance(b.action, wanted)}


def only_seen(view: VisitCard) -> VisitCard:
    """The card of somebody who decides nothing."""
    return replace(view, may_decide=False, may_decline=False)


def over(view: VisitCard) -> VisitCard:
    """The card once the hour has come."""
    return replace(only_seen(view), may_conclude=True, ahead=False)


def test_only_what_is_possible_is_offered() -> None:
    asked = guests_staff.card(card(visit=visit()))
    assert actions(asked) == {AcceptVisit, AskDecline, MoveVisit}
    assert "Предварительно да" in str(labels(asked))
    assert "✖️ Отказать" in labels(asked)
    assert "✅ Подтвердить" in labels(guests_staff.card(card(VisitStatus.DETAILED)))
    agreed = guests_staff.card(card(VisitStatus.CONFIRMED, may_decide=False))
    assert actions(agreed) == {AskDecline, MoveVisit}
    assert "✖️ Отменить визит" in labels(agreed), "what was agreed upon is not refused, it is called off"
    asked_why = guests_decisions.decline(card(VisitStatus.CONFIRMED), 3)
    assert "Почему отменяем визит?" in said(asked_why)
    assert labels(asked_why)[:3] == ["В этот день не получится", "Изменились планы", "✏️ Своими словами"]
    assert actions(guests_staff.card(only_seen(card()))) == set()
    concluded = {
        status: actions(guests_staff.card(over(card(status))))
        for status in (VisitStatus.CONFIRMED, VisitStatus.HELD, VisitStatus.NOT_HELD)
    }
    assert concluded == {
        VisitStatus.CONFIRMED: {HoldVisit, MoveVisit, MissVisit},
        VisitStatus.HELD: {HoldVisit, MissVisit},
        VisitStatus.NOT_HELD: {HoldVisit, MoveVisit, MissVisit},
    }
    assert "Отметьте, пожалуйста, как прошло" in said(guests_staff.card(over(card(VisitStatus.CONFIRMED))))
    free = SlotLine(slots(1)[0], GROUP, None, None)
    assert actions(guests_staff.slot(free, GARDEN)) == set()
    assert actions(guests_staff.slot(replace(free, may_withdraw=True), GARDEN)) == {WithdrawSlot}


def test_a_guest_may_change_only_what_is_ahead() -> None:
    aside = {"🎒 Подготовка", "✉️ Написать воспитателю"}

    def own(status: VisitStatus, *, ahead: bool = True, details: Details | None = None) -> list[str]:
        seen = card(status, mine=True, guest=None, may_decide=False, may_decline=False, ahead=ahead)
        shown = guests_visits.card(replace(seen, visit=replace(seen.visit, details=details)))
        return [label for label in labels(shown)[:-2] if label not in aside]

    assert own(VisitStatus.APPLIED) == ["↩️ Вернуть дату"]
    door = "🚪 Имя для входа"
    assert own(VisitStatus.TENTATIVE) == ["✏️ Рассказать подробнее", "↩️ Вернуть дату", door]
    assert own(VisitStatus.CONFIRMED, details=DETAILS) == ["✏️ Изменить подробности", "↩️ Вернуть дату", door]
    assert own(VisitStatus.CONFIRMED, ahead=False) == []
    for ended in (VisitStatus.HELD, VisitStatus.NOT_HELD, VisitStatus.DECLINED, VisitStatus.GIVEN_BACK):
        assert own(ended) == []


def test_codes_and_names_remove_themselves_and_can_be_found() -> None:
    coded = guests_staff.card(card())
    assert coded.fleeting
    assert coded.mentions == frozenset()
    named = guests_notices.applied(card(guest=replace(FAMILY, name="Анна")))
    assert named.fleeting
    assert named.mentions == {7}
    partner = guests_staff.card(card(guest=ShownAdult(Role.PARTNER, title="Завод")))
    assert not partner.fleeting, "an enterprise is no person"
    assert not guests_visits.card(card(mine=True, guest=None)).fleeting


def test_a_guest_without_a_phone_is_spoken_for() -> None:
    told = replace(visit(VisitStatus.TENTATIVE), guest_id=None, entered=True)
    seen = card(visit=told, may_decide=False, may_decline=True, may_speak=True)
    shown = guests_staff.card(seen)
    assert labels(shown)[:3] == ["✏️ Записать подробности", "↪️ Перенести", "🗑 Убрать запись"]
    assert "семья 0147" in said(shown)
    assert "Гостя нет в боте" in said(shown)
    assert shown.fleeting
    assert guests_entry.take_back(seen, 1).fleeting
    only = guests_staff.card(only_seen(replace(seen, may_speak=False)))
    assert actions(only) == set()
    assert "Убрать" not in str(labels(only))
    free = SlotLine(slots(1)[0], GROUP, None, None)
    assert "Внести" not in str(labels(guests_staff.slot(free, GARDEN)))
    assert "✍️ Внести за семью" in labels(guests_staff.slot(replace(free, may_enter=True), GARDEN))


def test_without_a_free_day_nobody_is_invited() -> None:
    empty = guests_invited.invitation(invitation(0))
    assert "Приглашаем" not in said(empty)
    assert "Гость группы" in said(empty)
    assert "Встаньте в очередь" in said(empty)
    assert "Приглашаем" in said(guests_invited.invitation(invitation(1)))


def test_a_partner_reads_which_kindergarten_invites() -> None:
    for shown in (guests_notices.invited, guests_invited.invitation):
        assert GARDEN.name not in said(shown(invitation(1)))
        assert f"🏠 {GARDEN.name}" in said(shown(invitation(1, from_outside=True)))


def test_the_day_that_does_not_suit_is_not_offered_again() -> None:
    seen = card(VisitStatus.DECLINED, mine=True)
    told = guests_notices.declined(DeclinedVisit(seen, slots(2)))
    assert len(told.rows) == 1
    assert "в другой день" in said(told)
    assert "в другой день" not in said(guests_notices.declined(DeclinedVisit(seen, slots(1))))


@pytest.mark.parametrize("reason", GuestDecline)
def test_a_guest_reads_why(reason: GuestDecline) -> None:
    seen = card(VisitStatus.DECLINED, SCHOOL)
    shown = replace(seen, visit=replace(seen.visit, decline=reason, decline_note=None))
    text = said(guests_notices.declined(DeclinedVisit(shown, ())))
    assert "Причина: " in text
    assert ("Нам очень жаль" in text) is (reason in CALLING_OFF)
    assert "None" not in text
    closed = reason is GuestDecline.GROUP_CLOSED
    assert ("в очередь" in text) is not closed, "there is always a next step"
    assert len(labels(guests_notices.declined(DeclinedVisit(shown, ())))) == 2 - closed


def test_a_change_meanwhile_is_said_of_the_visit() -> None:
    words = plain(refused_word(Refused(Reason.CHANGED_MEANWHILE)), texts_for("ru"))
    assert "в этом визите" in words
    assert "мероприятие" not in words


def test_the_evening_summary_names_the_group_and_its_dates() -> None:
    line = OpeningLine(OpeningId(BIG), GARDEN.id, GROUP, 3)
    told = delivery.evening_summary(EveningSummary((), openings=(line,)))
    assert "свободны 3 даты" in said(told)
    assert labels(told) == [f"🎤 🐻 {GROUP.name}", "🏠 Меню"]
    assert told.rows[0][0].action == OpenOpening(line.opening_id, fresh=True), "the summary stays"
    trouble = DeliveryTrouble(None, DeliveryReport(failed=2), line)
    assert "До 2 взрослых оно не дошло" in said(delivery.trouble(trouble))
