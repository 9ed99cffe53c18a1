"""What several walks do."""

from sandbox.gallery.recorder import Recorder
from sandbox.stories.stage import Player


async def menu(player: Player, *path: str) -> None:
    """From the menu through these buttons."""
    await player.send("/menu")
    await taps(player, *path)


async def taps(player: Player, *path: str) -> None:
    """These buttons one after another."""
    for label in path:
        await player.tap(label)


async def cards(teacher: Player, group: str) -> list[str]:
    """New cards for the families of a group that have not joined; gives their links."""
    await menu(teacher, "Группы", group, "Карточки семей")
    return await teacher.links_in_document()


async def passer_by(stage: Recorder, first_name: str, link: str, role: str = "прохожий") -> Player:
    """Somebody new who opens a link."""
    person = await stage.person(first_name, role=role)
    await person.open(link)
    return person
