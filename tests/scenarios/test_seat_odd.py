"""Seats and people who tap at odd moments: old buttons, buttons of others, two phones of one family, staff at the door."""

from datetime import timedelta

from domain.actions.seats import DeclineSeat, LeaveQueue, OpenQueue, TakeSeat
from domain.seats import SeatsBy
from screens.buttons import pack
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.seat_room import ALONE, CHILD, NO, SeatRoom, room

__all__ = ["room"]


async def test_two_phones_of_one_family_are_one_party(room: SeatRoom) -> None:
    await room.announce(1)
    await room.answers(room.boris, CHILD)
    assert "№ 1" in (await room.answers(room.anna, ALONE)).text
    assert "№ 1" in (await room.answers(room.pavel, CHILD)).text, "one party, one place"
    assert await room.counted() == (1, 1, 2)
    await room.answers(room.boris, NO)
    await room.pass_by()
    await room.anna.sees("Для вас освободилось место!")
    await room.pavel.sees("Для вас освободилось место!")
    tapped = await room.anna.tap("✅ Беру")
    assert tapped.text == "Место за вами. Ждём вас!"
    await room.pavel.tap("✅ Беру")
    assert "Место для вас есть." in (await room.pavel.sees("Ваш ответ")).text
    assert await room.counted() == (1, 0, 1)
    await room.answers(room.anna, NO)
    assert await room.counted() == (1, 0, 1), "the other one still comes"
    await room.answers(room.pavel, NO)
    assert await room.counted() == (0, 0, 0)


@ON_SQLITE
async def test_out_of_the_queue_and_no_longer_needed(room: SeatRoom) -> None:
    event = await room.announce(1)
    await room.answers(room.anna, CHILD)
    await room.answers(room.boris, CHILD)
    await room.answers(room.vera, CHILD)
    tapped = await room.boris.tap("Выйти из очереди")
    assert tapped.text == "Вы вышли из очереди."
    assert await room.counted() == (1, 1, 2)
    await room.boris.tap_data(pack(LeaveQueue(event.id)))
    assert await room.counted() == (1, 1, 2), "a second tap changes nothing"
    await room.answers(room.anna, NO)
    await room.pass_by()
    await room.vera.sees("Для вас освободилось место!")
    tapped = await room.vera.tap("Уже не нужно")
    assert "вы не придёте" in str(tapped.text)
    assert await room.counted() == (0, 0, 0)
    await room.vera.tap_data(pack(DeclineSeat(event.id)))
    assert (await room.vera.tap_data(pack(TakeSeat(event.id)))).alert
    assert await room.counted() == (0, 0, 0)


@ON_SQLITE
async def test_buttons_of_others_change_nothing(room: SeatRoom) -> None:
    event = await room.announce(1)
    await room.answers(room.anna, CHILD)
    await room.answers(room.boris, CHILD)
    await room.answers(room.anna, NO)
    await room.pass_by()
    await room.boris.sees("Для вас освободилось место!")
    stranger = await room.house.stage.person("Олег")
    await stranger.start()
    await room.sunny.adult(5, account=stranger.id)
    await stranger.send("/menu")
    before = await room.counted()
    for player in (stranger, room.vera, room.pavel):
        for action in (TakeSeat(event.id), DeclineSeat(event.id), LeaveQueue(event.id), OpenQueue(event.id)):
            await player.tap_data(pack(action))
            assert "семья 0" not in (await player.newest()).text
    assert await room.counted() == before


@ON_SQLITE
async def test_staff_enter_a_family_when_it_is_full(room: SeatRoom) -> None:
    await room.announce(1)
    await room.answers(room.anna, CHILD)
    await room.card()
    await room.teacher.tap("Внести за семью")
    await room.teacher.tap("0004")
    await room.teacher.tap("Придут с ребёнком")
    assert "Свободных мест нет." in (await room.teacher.newest()).text
    assert await room.counted() == (1, 0, 1), "nothing is done until it is said what"
    tapped = await room.teacher.tap("Поставить в очередь")
    assert tapped.text == "Поставили семью 0004 в очередь."
    assert "⏳ 0004" in (await room.teacher.newest()).labels
    assert await room.counted() == (1, 1, 2)
    await room.teacher.tap("0003")
    await room.teacher.tap("Придёт взрослый")
    tapped = await room.teacher.tap("Записать сверх мест")
    assert tapped.text == "Записали семью 0003 сверх мест."
    assert await room.counted() == (2, 1, 3)
    assert "Занято 2 из 1 места" in (await room.card()).text


@ON_SQLITE
async def test_a_family_that_sits_and_grows_is_told_what_is_left(room: SeatRoom) -> None:
    await room.announce(2, SeatsBy.PERSON)
    assert "Место для вас есть." in (await room.answers(room.anna, ALONE)).text
    await room.answers(room.boris, ALONE)
    invitation = await room.anna.sees("🪑")
    tapped = await room.anna.tap(CHILD, message_id=invitation.id)
    assert tapped.alert
    assert "Столько мест уже нет: свободно 0." in str(tapped.text)
    stays = await room.anna.sees("Ваш ответ: Приду один/одна")
    assert f"✅ {ALONE}" in stays.labels, "answers are still taken"
    assert await room.counted() == (2, 0, 2)


@ON_SQLITE
async def test_seats_without_a_limit_are_told_to_everybody_who_waited(room: SeatRoom) -> None:
    await room.announce(1)
    await room.answers(room.anna, CHILD)
    await room.answers(room.boris, CHILD)
    await room.boris.tap("Мои мероприятия")
    assert (await room.boris.newest()).labels[0].startswith("⏳")
    await room.card()
    for label in ("Изменить", "Ещё", "Сколько мест", "Без ограничений"):
        await room.teacher.tap(label)
    await room.teacher.tap("Сохранить")
    await room.pass_by()
    given = await room.boris.sees("Мест хватит всем: место для вас есть!")
    assert "🪑" not in given.text
    assert f"✅ {CHILD}" in given.labels
    assert "Мест хватит всем" not in str([m.text for m in await room.anna.messages()]), "she had one"


@ON_SQLITE
async def test_in_the_last_two_hours_the_first_tap_gets_the_seat(room: SeatRoom) -> None:
    await room.announce(1)
    await room.answers(room.anna, CHILD)
    await room.answers(room.boris, CHILD)
    await room.pass_by(timedelta(days=4, hours=22, minutes=30))
    await room.answers(room.anna, NO)
    await room.pass_by()
    assert "освободилось" not in str([m.text for m in await room.boris.messages()])
    assert "Место для вас есть." in (await room.answers(room.vera, CHILD)).text
    late = await room.answers(room.boris, CHILD)
    assert "кто первым нажмёт «Приду»" in late.text
    await room.answers(room.vera, NO)
    assert "Место для вас есть." in (await room.answers(room.boris, CHILD)).text, "the same answer again"
