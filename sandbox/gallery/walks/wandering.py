"""Strangers: links that do not open any more, and everything one can say to a bot that does not know one."""

from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu, passer_by, taps


async def links(stage: Recorder) -> None:
    """Unknown, spent, revoked and full."""
    stranger = await stage.person("Глеб", role="прохожий")
    await stranger.start()
    await stranger.send("/start c_aaaaaaaaaaaaaaaaaaaaaa")
    head = stage.player("Елена")
    await menu(head, "Сотрудники", "Пригласить", "психолог")
    spent = await head.link()
    invited = await passer_by(stage, "Зоя", spent, role="педагог-психолог")
    await taps(invited, "Согласен", "верно")
    await stranger.open(spent)
    await menu(head, "Сотрудники", "Зоя", "Убрать из сотрудников", "Да, закончить роль")
    await invited.send("/menu")
    teacher = stage.player("Юлия")
    await menu(teacher, "Группы", "Капитошка", "Семьи", "0025", "Новая карточка")
    card = (await teacher.links_in_document())[0]
    for name in ("Яна", "Ян", "Яков", "Ярослава"):
        adult = await passer_by(stage, name, card, role="родственник, «Капитошка»")
        await taps(adult, "Согласен", "Бабушка", "верно")
    await passer_by(stage, "Яша", card)
    await menu(teacher, "Группы", "Капитошка", "Семьи", "0025", "Отозвать карточки", "Да, отозвать")
    await stranger.open(card)


async def nonsense(stage: Recorder) -> None:
    """Commands and things that are no commands; buttons that nobody made."""
    stranger = stage.player("Глеб")
    for text in ("/menu", "/help", "/settings", "/my_data", "/delete_me", "/privacy", "привет"):
        await stranger.send(text)
    await stranger.give("voice")
    mother = stage.player("Анна")
    await mother.send("/menu")
    for forged in ("zzz:9", "eo:1"):
        await mother.tap_data(forged)
