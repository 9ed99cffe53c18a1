"""The head's and the teacher's side by taps: forms, warnings, names, substitutions, partners, sets, removal."""

from sandbox.stories.stage import Player, Stage
from tests.scenarios.engines import ON_SQLITE
from tests.scenarios.test_first_day import (
    head_of_a_new_kindergarten,
    joined,
    printed_cards,
    teacher_of_a_new_group,
)
from tests.scenarios.theatre import Theatre


async def menu(player: Player, *path: str) -> None:
    """From the menu through these buttons."""
    await player.send("/menu")
    for label in path:
        await player.tap(label)


@ON_SQLITE
async def test_names_are_switched_on_with_a_decision_and_erased_when_switched_off(house: Theatre) -> None:
    head = await head_of_a_new_kindergarten(house.stage)
    await menu(head, "Организация", "Имена в боте: выключены")
    await head.sees("149-ФЗ")
    await head.tap("Включить имена")
    await head.send("Приказ № 45-од от 01.09.2026")
    await head.sees("Проверьте ещё раз", "серверы которого за пределами России")
    await head.tap("Да, решение есть")
    await head.sees("Имена в боте включены", "Приказ № 45-од")
    await head.tap("Выключить и стереть")
    await head.sees("Вернуть имена нельзя")
    await head.tap("Да, выключить")
    await head.sees("Имена в боте выключены")


@ON_SQLITE
async def test_a_name_that_tells_a_diagnosis_is_warned_of_and_may_be_changed(house: Theatre) -> None:
    head = await head_of_a_new_kindergarten(house.stage)
    await menu(head, "Группы", "Новая группа")
    await head.send("Звёздочки ТНР")
    await head.tap("🐰")
    await head.tap("4–5")
    await head.sees("может выдать диагноз")
    await head.tap("Придумать другое")
    await head.send("<b>Звёздочки & Co")
    card = await head.sees("<b>Звёздочки & Co", "4–5 лет")
    assert "Детей пока нет" in card.text
    await head.tap("✏️ Название")
    await head.send("Логопедическая")
    await head.sees("может выдать диагноз")
    await head.tap("Оставить как есть")
    await head.sees("Логопедическая")


@ON_SQLITE
async def test_a_teacher_is_invited_from_the_group_that_has_none(house: Theatre) -> None:
    head = await head_of_a_new_kindergarten(house.stage)
    await teacher_of_a_new_group(house.stage, head)
    await menu(head, "Группы", "Новая группа")
    await head.send("Пчёлки")
    await head.tap("🐝")
    await head.tap("5–6")
    await head.tap("Пригласить воспитателя")
    asked = await head.sees("Какие группы ведёт воспитатель")
    assert "✅ 🐝 Пчёлки" in asked.labels
    assert "🐻 Солнышко" in asked.labels, "only the group one came from is ticked"
    await head.tap("Готово")
    await head.sees("Ссылка готова: воспитатель", "Группы: 🐝 Пчёлки")
    second = await house.stage.person("Раиса")
    await second.open(await head.link())
    await second.tap("Согласен")
    await menu(head, "Группы", "Пчёлки")
    assert not any("Пригласить" in label for label in (await head.newest()).labels)


@ON_SQLITE
async def test_wrong_answers_are_explained_and_nothing_is_lost(house: Theatre) -> None:
    head = await head_of_a_new_kindergarten(house.stage)
    await teacher_of_a_new_group(house.stage, head)
    await menu(head, "Группы", "Новая группа")
    await head.send("солнышко")
    await head.tap("🐰")
    await head.tap("4–5")
    await head.sees("Такое название уже есть")
    await head.send("Лучики")
    await head.sees("Лучики")
    await head.tap("Добавить детей")
    await head.tap("Другое число")
    await head.send("много")
    await head.sees("от 1 до 40")
    await head.send("41")
    await head.sees("от 1 до 40")
    await head.send("2")
    await head.sees("0006 – 0007")


@ON_SQLITE
async def test_the_card_of_the_organisation_is_filled_in(house: Theatre) -> None:
    head = await head_of_a_new_kindergarten(house.stage)
    await menu(head, "Организация")
    await head.sees("Укажите, куда писать")
    await head.tap("✉️ Контакт")
    await head.send("8 (3843) 12-34-56")
    await head.sees("8 (3843) 12-34-56")
    await head.tap("🌙 Тихие часы")
    await head.tap("22:00 – 7:00")
    await head.sees("Тихие часы: 22:00 – 7:00")
    await head.tap("🗞 Сводка")
    await head.tap("18:00")
    await head.sees("Вечерняя сводка: 18:00")


async def test_a_substitute_partners_and_sets(house: Theatre) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    await teacher_of_a_new_group(stage, head)
    stand_in = await teacher_of_a_new_group(stage, head, "Лучики", 2)
    await menu(head, "Группы", "Солнышко", "Замены", "Назначить замену", "Лучики")
    await head.send("сегодня")
    await head.send("вчера")
    await head.send("в пятницу")
    await head.sees("замена пн, 7 сентября – пт, 11 сентября")
    await menu(stand_in, "Группы")
    await stand_in.tap("Солнышко")
    await menu(head, "Партнёры", "Пригласить партнёра", "предприятие")
    await head.send("Пожарная часть № 3")
    await head.sees("Пожарная часть № 3", "t.me/")
    await menu(head, "Рабочие группы", "Создать")
    await head.send("Творческая группа")
    await head.send("12-од")
    await head.sees("Пока никого", "Приказ № 12-од")
    await head.tap("▫️ заведующий")
    await head.sees("1 участник")


@ON_SQLITE
async def test_a_removed_teacher_may_do_nothing_any_more(house: Theatre) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    await menu(teacher, "Группы", "Солнышко", "Семьи")
    codes = await teacher.sees("С нами 0 из 5")
    await menu(head, "Сотрудники", "воспитатель", "Убрать из сотрудников", "Да, закончить роль")
    await stage.idle()
    await teacher.sees("роль в организации", "закончилась")
    await house.app.tick()
    assert codes.id not in {message.id for message in await teacher.messages()}


async def test_a_child_is_moved_unbound_and_marked_as_gone(house: Theatre) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    await teacher_of_a_new_group(stage, head, "Лучики", 1)
    mother = await joined(stage, "Анна", (await printed_cards(teacher))[0])
    await menu(head, "Группы", "Солнышко", "Семьи: 1 из 5", "✅ 0001")
    await head.sees("Взрослых: 1 из 4", "мама или папа")
    await head.tap("В другую группу")
    await head.tap("Лучики")
    await head.sees("Код 0001", "Лучики")
    await head.tap("Отозвать карточки")
    await head.sees("1 карточка перестанет открываться")
    await head.tap("Да, отозвать")
    await head.tap("Выбыл")
    await head.sees("1 взрослый перестанет видеть этого ребёнка")
    await head.tap("Да, выбыл")
    await head.sees("Ребёнок выбыл")
    await stage.idle()
    await mother.sees("приглашений больше не будет")


async def wall(teacher: Player, stage: Stage) -> list[str]:
    """The link on the group's poster."""
    await menu(teacher, "Группы", "Солнышко", "QR на стену", "Напечатать лист")
    await stage.idle()
    return await teacher.links_in_document()


@ON_SQLITE
async def test_the_poster_is_printed_and_revoked(house: Theatre) -> None:
    stage = house.stage
    head = await head_of_a_new_kindergarten(stage)
    teacher = await teacher_of_a_new_group(stage, head)
    [link] = await wall(teacher, stage)
    await menu(teacher, "Группы", "Солнышко", "Семьи", "Отозвать карточки группы")
    await teacher.sees("Отозвать все карточки группы")
    await teacher.tap("Да, отозвать")
    await menu(teacher, "Группы", "Солнышко", "QR на стену")
    await teacher.sees("Действующих листов: 1")
    await teacher.tap("Отозвать все")
    await teacher.sees("больше никого не впустит")
    await teacher.tap("Да, отозвать")
    late = await stage.person("Пётр")
    await late.open(link)
    await late.sees("отозвали")
