"""One seat and three families: full, a queue, a freed seat, an offer, nobody answers, the next one takes it."""

from datetime import timedelta

from tests.scenarios.seat_room import CHILD, NO, SeatRoom, room

__all__ = ["room"]


async def test_a_freed_seat_goes_through_the_queue(room: SeatRoom) -> None:
    await room.announce(1)
    await room.anna.sees("Занято 0 из 1 места (место – на семью)", "Сможете прийти?")
    assert "Место для вас есть." in (await room.answers(room.anna, CHILD)).text
    invitation = await room.boris.sees("🪑")
    tapped = await room.boris.tap(CHILD, message_id=invitation.id)
    assert tapped.text == "Вы в очереди: № 1"
    waits = await room.boris.sees("вы в очереди: № 1")
    assert waits.labels[:3] == (f"⏳ {CHILD}", "Приду один/одна", "✖️ Выйти из очереди")
    assert "№ 2" in (await room.answers(room.vera, CHILD)).text
    await room.vera.tap("Как дают места")
    await room.vera.sees("по порядку очереди", "Семью не делим")
    card = await room.card()
    assert "Занято 1 из 1 места (место – на семью), в очереди: 2" in card.text
    assert "Ждут места: 2 семьи" in card.text
    await room.teacher.tap("Очередь")
    assert "1. семья 0002\n2. семья 0003" in (await room.teacher.newest()).text
    assert await room.counted() == (1, 2, 3)

    await room.answers(room.anna, NO)
    await room.pass_by()
    offer = await room.boris.sees("Для вас освободилось место!", "Ждём ответа до вт, 8 сентября")
    assert offer.labels[:2] == ("✅ Беру", "Уже не нужно")
    assert "освободилось" not in str([m.text for m in await room.vera.messages()])
    await room.card()
    await room.teacher.tap("Очередь")
    await room.teacher.sees("🎉 семья 0002 – предложили место", "1. семья 0003")
    assert await room.counted() == (1, 1, 2)

    await room.pass_by(timedelta(days=1, hours=2))
    await room.boris.sees("место предложили следующему", "Вы теперь в конце очереди")
    await room.vera.sees("Для вас освободилось место!")
    late = await room.boris.tap("✅ Беру", message_id=offer.id)
    assert late.alert
    assert late.text == "Это предложение уже не действует. Вот как обстоят дела теперь."
    await room.boris.sees("вы в очереди: № 1")
    tapped = await room.vera.tap("✅ Беру")
    assert tapped.text == "Место за вами. Ждём вас!"
    assert "Место для вас есть." in (await room.vera.sees("Ваш ответ")).text
    assert await room.counted() == (1, 1, 2)
    card = await room.card()
    assert "Придут: 1 семья" in card.text
    assert "Ждут места: 1 семья" in card.text
