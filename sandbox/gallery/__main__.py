"""``python -m sandbox.gallery``: walk through everything, then write pages and pictures under build/gallery."""

import argparse
import asyncio
import shutil
import sys
import tempfile
import traceback
from pathlib import Path

from bot.lightly import import_aiogram
from sandbox.telling import say


def main() -> None:
    """Exit 1 when a walk did not find its way: what it saw until then is in the gallery all the same."""
    parser = argparse.ArgumentParser(prog="python -m sandbox.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/gallery"), help="where the gallery goes")
    parser.add_argument(
        "--guide",
        type=Path,
        metavar="FOLDER",
        help="only renew the pictures of README and guide: docs/pictures",
    )
    wish = parser.parse_args()
    import_aiogram()
    if wish.guide is not None:
        (wish.guide / "ru").mkdir(parents=True, exist_ok=True)
        sys.exit(asyncio.run(_renew_guide(wish.guide)))
    shutil.rmtree(wish.out, ignore_errors=True)
    wish.out.mkdir(parents=True)
    sys.exit(asyncio.run(_gallery(wish.out.absolute())))


async def _gallery(out: Path) -> int:
    from sandbox.gallery.camera import MISSING, camera, find_chromium
    from sandbox.gallery.house import house
    from sandbox.gallery.page import anchor, gallery, sections
    from sandbox.gallery.papers import drawn, keep
    from sandbox.gallery.shots import PART, demo
    from sandbox.gallery.walks import WALKS
    from sandbox.stories.kindergarten import play

    lost = 0
    chromium = find_chromium()
    with tempfile.TemporaryDirectory() as folder:
        async with house(Path(folder)) as theatre:
            stage = theatre.stage
            say("The sample kindergarten is filled …")
            await play(stage)
            if chromium is None:
                say(MISSING)
            else:
                async with camera(chromium, theatre.base) as eye:
                    await demo(stage, eye, out)
            for walk in WALKS:
                say(f"{walk.__module__.rpartition('.')[2]}.{walk.__name__}")
                try:
                    await walk(stage)
                except AssertionError:
                    traceback.print_exc()
                    lost += 1
            files = await stage.files()
            keep(out / "papers", files | {"Списки.xlsx": await theatre.lists()})
            papers = await asyncio.to_thread(drawn, files)
            page = out / "index.html"
            title, pictures = "«Гость группы»: все экраны", await stage.pictures()
            page.write_text(gallery(stage.screens, stage.answers, papers, title, pictures))
            if chromium is not None:
                names = [*map(anchor, sections(stage.screens)), "papers", "answers"]
                async with camera(chromium, theatre.base) as eye:
                    await eye.parts(page, names, out, PART)
    say(f"{len(stage.screens)} screens: {page}")
    return 1 if lost else 0


async def _renew_guide(folder: Path) -> int:
    from sandbox.gallery.camera import MISSING, camera, find_chromium
    from sandbox.gallery.guide import guide
    from sandbox.gallery.house import house
    from sandbox.gallery.shots import demo
    from sandbox.stories.kindergarten import play

    chromium = find_chromium()
    if chromium is None:
        say(MISSING)
        return 1
    with tempfile.TemporaryDirectory() as place:
        async with house(Path(place)) as theatre, camera(chromium, theatre.base) as eye:
            await play(theatre.stage)
            await demo(theatre.stage, eye, folder, only_first=True)
            await guide(theatre.stage, eye, folder / "ru")
    return 0


if __name__ == "__main__":
    main()
