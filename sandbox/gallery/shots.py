"""Pictures of the demo as it looks on a wide screen, on a slim one, and in the dark."""

from pathlib import Path

from sandbox.gallery.camera import Camera, Frame
from sandbox.gallery.recorder import Recorder
from sandbox.gallery.walks.paths import menu

WIDE = Frame(1600, 900)
SLIM = Frame(380, 780, scale=2)
PART = Frame(1480, 900)
"""In which a part of the gallery is drawn: four phones beside each other."""


async def demo(stage: Recorder, camera: Camera, folder: Path, *, only_first: bool = False) -> None:
    """A teacher with guests, a father who has applied, a child in the middle of the quiz; `folder` stands."""
    teacher, father, guardian = stage.player("Марина"), stage.player("Руслан"), stage.player("Галина")
    await menu(guardian, "⭐ Викторина", "Продолжить")
    await menu(teacher, "Гость группы")
    people = [teacher.id, father.id, guardian.id]
    (folder / "demo.png").write_bytes(await camera.phones(people, WIDE))
    if only_first:
        return
    for name, frame in {
        "demo-dark": Frame(1600, 900, dark=True),
        "demo-380": SLIM,
        "demo-380-dark": Frame(380, 780, scale=2, dark=True),
    }.items():
        (folder / f"{name}.png").write_bytes(await camera.phones(people, frame))
