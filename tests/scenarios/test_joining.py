"""Families, staff and partners come in, change their minds, and leave: by taps, over HTTP, on both engines."""

import json

from domain.links import LinkKind
from domain.people import PartnerKind, Role
from sandbox.stories.stage import Player
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.garden import Garden
from tests.scenarios.theatre import OWNER, Theatre

CONSENT_WORDS = (
    "Сообщения проходят через Telegram, серверы за пределами России",
    "Оператор",
    "Как отозвать",
)


async def _teacher(house: Theatre, garden: Garden) -> Player:
    olga = await house.stage.person("Ольга")
    start = await garden.link(LinkKind.STAFF, role=Role.TEACHER, group_ids=frozenset({garden.group_id}))
    await olga.start(start)
    await olga.tap("Согласен")
    return olga


async def test_a_family_joins_by_card_in_five_taps(house: Theatre, garden: Garden) -> None:
    await garden.names_on()
    anna = await house.stage.person("Анна", "<b>Петрова & Co")
    card = await garden.card(7)
    before = await garden.rows()
    seen = await anna.start(card)
    assert all(words in seen.text for words in CONSENT_WORDS)
    await anna.sees("0007", "Солнышко", "Ромашка")
    await anna.tap("Согласен")
    await anna.sees("Кто вы ребёнку?")
    assert await garden.rows() == before  # nothing is stored before the next tap
    await anna.tap("Мама или папа")
    await anna.sees("Как к вам обращаться?")
    await anna.tap("Меня зовут Анна <b>Петрова & Co")
    seen = await anna.sees("Готово", "0007", "Солнышко")
    assert len([message for message in await anna.messages() if not message.raw["from"]["is_bot"]]) == 1
    await anna.tap("Меню")
    seen = await anna.sees("Анна <b>Петрова & Co")
    assert "0007" in seen.text


async def test_whoever_does_not_agree_leaves_no_trace(house: Theatre, garden: Garden) -> None:
    anna = await house.stage.person("Анна")
    start = await garden.card()
    before = await garden.rows()
    await anna.start(start)
    await anna.tap("Не сейчас")
    await anna.sees("Объявления есть на стенде и в группе сада; данные не сохранены")
    await anna.tap("Назад")
    await anna.sees("Как отозвать")
    for command in ("/my_data", "/delete_me", "/privacy", "/help", "/menu", "/settings", "привет"):
        assert (await anna.send(command)).text
    await anna.give("sticker", emoji="🌸")
    await anna.sees("отсканируйте карточку")
    assert await garden.rows() == before


async def test_a_group_s_qr_leads_to_the_teacher_who_picks_the_code(house: Theatre, garden: Garden) -> None:
    olga = await _teacher(house, garden)
    boris = await house.stage.person("Борис")
    await boris.start(await garden.link(LinkKind.GROUP, group_id=garden.group_id))
    await boris.tap("Согласен")
    await boris.tap("Бабушка, дедушка")
    seen = await boris.sees("Заявка отправлена")
    number = next(word.strip(".") for word in seen.text.split() if word.strip(".").isdigit())
    assert len(number) == 4
    await olga.tap("Меню")
    await olga.tap("Новые родители")
    await olga.tap(f"№ {number}")
    seen = await olga.sees(number, "родственник")
    assert "Борис" not in seen.text  # names are off: the number is all there is
    await olga.tap("Выбрать код")
    await olga.tap("Показать ещё")
    await olga.tap("0013")
    await olga.sees("Принято", "0013")
    await boris.send("/menu")
    await boris.sees("0013", "Солнышко")


@ON_SQLITE
async def test_a_refusal_in_the_teacher_s_own_words(house: Theatre, garden: Garden) -> None:
    olga = await _teacher(house, garden)
    boris = await house.stage.person("Борис")
    await boris.start(await garden.link(LinkKind.GROUP, group_id=garden.group_id))
    await boris.tap("Согласен")
    await boris.tap("Мама или папа")
    await olga.send("/menu")
    await olga.tap("Новые родители")
    await olga.tap("№ ")
    await olga.tap("Отклонить")
    await olga.tap("Своими словами")
    await olga.give("sticker", emoji="🌸")
    await olga.sees("словами")  # a sticker is no reason: asked again
    await olga.send("нет СНИЛС 112-233-445 95")
    await olga.sees("номер документа")
    await olga.send("Подойдите, пожалуйста, вечером")
    await olga.sees("Отклонено", "вечером")
    await olga.send("/menu")
    await olga.tap("Новые родители")
    await olga.sees("Сейчас никто не ждёт")


@ON_SQLITE
async def test_a_typed_name_survives_a_wrong_turn(house: Theatre, garden: Garden) -> None:
    await garden.names_on()
    anna = await house.stage.person("🌸")
    await anna.start(await garden.card())
    await anna.tap("Согласен")
    await anna.tap("Опекун")
    seen = await anna.sees("Как к вам обращаться?")
    assert not any("Меня зовут" in label for label in seen.labels)  # an emoji is no name to offer
    await anna.give("sticker", emoji="🌸")
    await anna.sees("словами")
    await anna.send("паспорт 32 04 123456")
    await anna.sees("номер документа")
    await anna.send("12345")
    seen = await anna.sees("Имя пишут буквами")
    assert "12345" in seen.text, "what was typed stays"
    await anna.send("<b>Анна</b> \u202eСергеевна")
    await anna.sees("Готово")
    await anna.send("/menu")
    await anna.sees("<b>Анна</b> Сергеевна")


@ON_SQLITE
async def test_a_forged_link_is_explained(house: Theatre) -> None:
    for payload in ("c_" + "x" * 22, "nonsense", "c_", "s_" + "я" * 3):
        anna = await house.stage.person("Анна")
        seen = await anna.send(f"/start {payload}")
        assert "Такой ссылки нет" in seen.text, payload


@ON_SQLITE
async def test_used_and_revoked_links_are_explained(house: Theatre, garden: Garden) -> None:
    start = await garden.link(LinkKind.STAFF, role=Role.METHODIST)
    maria, pavel = await house.stage.person("Мария"), await house.stage.person("Павел")
    await pavel.start(start)
    await maria.start(start)
    await maria.tap("Согласен")
    await maria.sees("Готово", "старший воспитатель")
    await pavel.tap("Согласен")
    await pavel.sees("Этой ссылкой уже воспользовались")
    await maria.start(start)
    await maria.sees("С возвращением")


async def test_a_partner_comes_in_for_a_term(house: Theatre, garden: Garden) -> None:
    ivan = await house.stage.person("Иван")
    await ivan.start(
        await garden.link(LinkKind.PARTNER, title="Пекарня", partner_kind=PartnerKind.ENTERPRISE)
    )
    await ivan.sees("Пекарня")
    await ivan.tap("Согласен")
    await ivan.sees("Готово", "31 августа 2027")
    await ivan.tap("Рассказать, что я могу показать")
    await ivan.send("Печём хлеб, можно в гости")
    await ivan.tap("Мои данные")
    await ivan.sees("Печём хлеб, можно в гости")


async def test_the_owner_gets_their_menu_without_a_link(house: Theatre) -> None:
    owner = await house.stage.person("Владелец", id=OWNER)
    seen = await owner.start()
    assert "Владелец установки" in seen.text


@ON_SQLITE
async def test_settings_pet_name_language_and_the_file(house: Theatre, garden: Garden) -> None:
    anna = await house.stage.person("Анна")
    await anna.start(await garden.card(2))
    await anna.tap("Согласен")
    await anna.tap("Мама или папа")
    await anna.send("/settings")
    await anna.tap("Назвать по-домашнему")
    await anna.send("/help")  # a command works in the middle of a form
    await anna.sees("Помощь")
    await anna.send("/settings")
    await anna.tap("Назвать по-домашнему")
    assert "1 из 1" not in (await anna.sees("Как вы зовёте дома ребёнка 0002?")).text
    assert "Настройки" in (await anna.send("Зайчик")).text
    await anna.send("/menu")
    await anna.sees("Зайчик")
    await anna.send("/settings")
    await anna.tap("Язык")
    await anna.tap("English")
    await anna.sees("Settings")
    await anna.send("/my_data")
    await anna.sees("My data", "Зайчик")
    await anna.tap("Get everything as a file")
    newest = await anna.newest()
    content = json.loads(await house.stage.file(newest.raw["document"]["url"]))
    assert content["tables"]["guardianships"][0]["pet_name"] == "Зайчик"


async def test_delete_me_asks_once_and_forgets(house: Theatre, garden: Garden) -> None:
    anna = await house.stage.person("Анна")
    start = await garden.card()
    await anna.start(start)
    await anna.tap("Согласен")
    await anna.tap("Мама или папа")
    await anna.send("/delete_me")
    await anna.sees("Удалить все данные о вас?")
    await anna.tap("Да, удалить всё")
    await anna.sees("Всё удалено")
    seen = await anna.send("/my_data")
    assert "О вас ничего не сохранено" in seen.text
    await anna.start(start)
    await anna.sees("Как отозвать")  # as for the first time


async def test_a_consent_is_read_again_and_withdrawn(house: Theatre, garden: Garden) -> None:
    anna = await house.stage.person("Анна")
    await anna.start(await garden.card())
    await anna.tap("Согласен")
    await anna.tap("Мама или папа")
    await anna.send("/my_data")
    await anna.tap("Мои согласия")
    await anna.tap("Прочитать")
    await anna.sees(*CONSENT_WORDS)
    await anna.tap("Назад")
    await anna.tap("Отозвать согласие")
    await anna.tap("Отозвать согласие")
    await anna.sees("Всё удалено")


@ON_SQLITE
async def test_the_last_head_is_shown_the_way_to_a_successor(house: Theatre, garden: Garden) -> None:
    head = await house.stage.person("Галина")
    await head.start(await garden.link(LinkKind.STAFF, role=Role.HEAD))
    await head.tap("Согласен")
    await head.send("/delete_me")
    seen = await head.sees("единственный руководитель")
    assert any("преемник" in label for label in seen.labels)


@ON_SQLITE
async def test_buttons_of_somebody_else_and_of_nobody(house: Theatre, garden: Garden) -> None:
    await _teacher(house, garden)
    boris = await house.stage.person("Борис")
    await boris.start(await garden.link(LinkKind.GROUP, group_id=garden.group_id))
    await boris.tap("Согласен")
    await boris.tap("Мама или папа")
    before = await garden.rows()
    for data in (
        *("jp:1:1", "jr:1", "jc:1:0", "jd:1", "jz:1:unknown", "jz:1:own", "jq:1:0"),
        *("jk:bad:1:parent", "ja:bad:1", "jg:1:0", "jg:1:1", "jx:2:0", "zzz:9"),
        *("pw:1:1", "po:1:1", "pa:1", "pr:1", "mr:1", "mg:xx"),
    ):
        assert (await boris.tap_data(data)).answered, data
    after = await garden.rows()
    meanwhile = {"seen_updates": 0, "sent_messages": 0}  # the teacher's notice may arrive in between
    assert after | meanwhile == before | meanwhile  # nothing changed, nobody was told
