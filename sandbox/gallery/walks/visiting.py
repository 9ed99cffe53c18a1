"""«Гость группы»: dates are opened, taken, refused, decided on, moved and given back; what comes of a visit."""

from datetime import timedelta

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu, passer_by, taps
from sandbox.stories.guests import apply, open_dates
from sandbox.stories.kindergarten import ZONE

SOON = timedelta(minutes=5)


async def opening(stage: Recorder) -> None:
    """The form with everything that people type instead of a date, the preview, a date that is closed again."""
    methodist = stage.player("Ольга")
    await menu(methodist, "Гость группы", "Открыть даты", "Ромашка")
    for typed in ("вчера 9:20", "31 февраля 10:00", "12 марта 2030 10:00", "как-нибудь", "29 сентября 10:00"):
        await methodist.send(typed)
    await methodist.tap("30")
    await methodist.send("утром")
    await taps(methodist, "9:20", "Готово", "Пропустить", "Пожарная часть", "Готово")
    await taps(methodist, "Какие профессии")
    await methodist.send("повар или пекарь")
    await taps(methodist, "Пригласить", "Гость группы", "30 сентября", "Закрыть дату")
    for name in ("Елена", "Вера", "Игорь"):
        await menu(stage.player(name), "Гость группы")
    await menu(stage.player("Вера"), "Гость группы", "Программист")
    await menu(stage.player("Юлия"), "Гость группы", "Прошедшие")
    await menu(stage.player("Светлана"), "Гость группы", "Карта профессий")


async def applying(stage: Recorder) -> None:
    """Taken dates, words instead of a profession, a date that goes while the form is open; relatives, a partner."""
    teacher = stage.player("Марина")
    days = [(await stage.now()).astimezone(ZONE).replace(day=28 + number, hour=10) for number in range(3)]
    await open_dates(teacher, tuple(days), "повар", "Пожарная часть")
    await stage.move_clock(by=SOON)
    father, grandmother, partner = stage.player("Пётр"), stage.player("Нина"), stage.player("Максим")
    await menu(partner, "Мои визиты")
    older = next(seen for seen in await father.messages() if "22 сентября" in str(seen.labels))
    await father.tap("22 сентября", message_id=older.id)
    invitation = await grandmother.sees("Приглашаем вас в гости")
    await grandmother.tap("28 сентября", message_id=invitation.id)
    await taps(grandmother, "С людьми", "Назад")
    await grandmother.send("паспорт 32 04 123456")
    await grandmother.send("пек")
    await grandmother.tap("Назад")
    await grandmother.send("повар")
    await taps(grandmother, "Готово", "Мастер-класс", "Рассказ")
    await apply(stage.player("Анна"), days[0], "укротитель тигров", "Игра")
    await taps(grandmother, "Готово", "29 сентября")
    await apply(partner, days[2], "пожарный", "Экскурсия к нам", "Показ инструментов")
    await stage.move_clock(by=SOON)
    for name in ("Анна", "Ирина", "Татьяна", "Максим"):
        person = stage.player(name)
        await menu(person, "Приглашения" if name == "Максим" else "Стать гостем группы")
    await taps(stage.player("Ирина"), "Ромашка")
    await menu(stage.player("Анна"), "Стать гостем группы", "Мои визиты", "28 сентября", "Вернуть дату")
    await stage.player("Анна").tap("Нет, я приду")


async def passing_on(stage: Recorder) -> None:
    """A partner hands the invitation to a colleague, who comes; it goes to nobody else."""
    partner = stage.player("Максим")
    await menu(partner, "Приглашения", "Передать коллеге", "Назад", "Передать коллеге", "Сделать ссылку")
    link = await partner.link()
    await partner.open(link)
    colleague = await passer_by(stage, "Захар", link, role="партнёр: пожарная часть")
    await taps(colleague, "Согласен", "верно")
    await passer_by(stage, "Леонид", link)
    await menu(colleague, "Приглашения")
    await menu(stage.player("Марина"), "Гость группы", "30 сентября")


async def deciding(stage: Recorder) -> None:
    """Yes, no in two ways, the rest of the form, something dangerous, another day, a date that is given back."""
    teacher, mother = stage.player("Марина"), stage.player("Анна")
    grandmother, partner = stage.player("Нина"), stage.player("Максим")
    await menu(teacher, "Гость группы", "Программист", "Отказать", "Своими словами")
    await teacher.send("В этот день у нас утренник, а в другой – пожалуйста")
    for words in ("Укротитель", "Повар", "Пожарный"):
        await menu(teacher, "Гость группы", words, "Предварительно да")
    await stage.move_clock(by=SOON)
    await mother.tap("Рассказать подробнее")
    await taps(mother, "Готово", "Животные", "Готово")
    await mother.send("Покажу плюшевого тигра и обруч")
    await taps(mother, "Пропустить", "Пропустить", "Отправить")
    await grandmother.tap("Рассказать подробнее")
    await taps(grandmother, "Горячее", "Еда", "Готово", "План")
    await grandmother.send("Слепим вареники и угостим друг друга")
    await taps(grandmother, "Минуты", "20", "Отправить")
    await partner.tap("Рассказать подробнее")
    await taps(partner, "Ничего такого нет", "Готово", "Отправить")
    await stage.move_clock(by=SOON)
    await menu(teacher, "Гость группы", "Повар", "Подтвердить")
    await menu(teacher, "Гость группы", "Укротитель", "Отменить визит", "Изменились планы")
    await menu(teacher, "Гость группы", "Пожарный", "Перенести", "Другой день")
    for typed in ("вчера", "1 октября", "15:40"):
        await teacher.send(typed)
    await teacher.tap("Спросить гостя")
    await stage.move_clock(by=SOON)
    await menu(teacher, "Группы", "Солнышко", "Группа закрыта", "С другого дня")
    await teacher.send("1 октября")
    await teacher.send("1 октября")
    await partner.tap("Да, подходит")
    await stage.move_clock(by=SOON)
    await menu(grandmother, "Стать гостем группы", "Мои визиты", "Повар", "Вернуть дату", "Да, вернуть")
    await menu(partner, "Мои визиты", "Пожарный")
    await stage.move_clock(by=SOON)
    await menu(mother, "Стать гостем группы", "Карта профессий")
    await menu(teacher, "Гость группы", "Прошедшие", "Врач", "Исправить")
    await teacher.send("сто")
    await teacher.send("12")
    await taps(teacher, "Заметка в журнал")
    await teacher.send("Слушали сердце игрушечного мишки")
    await taps(teacher, "После визита", "Рисунок")


async def entering(stage: Recorder) -> None:
    """A guest without a phone is written down for a family, told of, taken back; a partner is written down."""
    teacher = stage.player("Марина")
    await menu(teacher, "Гость группы", "22 сентября", "Внести за семью", "0007")
    await teacher.send("пекарь")
    await taps(
        teacher, "Рассказ", "Готово", "Записать подробности", "Ничего такого нет", "Готово", "Отправить"
    )
    await taps(teacher, "Убрать запись", "Да, убрать")
    await menu(teacher, "Гость группы", "22 сентября", "Внести за семью", "Партнёр")
    await teacher.send("библиотекарь")
    await taps(teacher, "Показ инструментов", "Готово")


async def afterwards(stage: Recorder) -> None:
    """The visit was due: it did not take place, it is moved to another day, and another one was held."""
    teacher = stage.player("Марина")
    asked = await teacher.sees("Как прошёл визит", "Ветеринар")
    await teacher.tap("Не состоялось", message_id=asked.id)
    await teacher.tap("Гость не смог прийти", message_id=asked.id)
    await menu(teacher, "Гость группы", "Прошедшие", "Ветеринар", "Перенести", "28 сентября")
    await teacher.tap("Перенести")
    await stage.move_clock(by=SOON)
    await menu(stage.player("Ирина"), "Стать гостем группы", "Мои визиты", "Ветеринар")
