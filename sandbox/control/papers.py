"""Printed papers as a camera sees them: the links in the PDFs that people were sent."""

import re

from sandbox.control.wishes import Route, Wish
from sandbox.world import World
from sandbox.world.store import Json

MAX_PAPERS = 20


def papers(world: World, wish: Wish) -> Json:
    """The newest papers with links to the bot, in the order in which the links stand on them; a reprint counts once."""
    link = re.compile(rb"https://t\.me/" + re.escape(world.bot.username.encode()) + rb"\?start=([\w-]{1,64})")
    found: dict[tuple[str, ...], Json] = {}
    for message in world.messages.holding("document", world.bot.id):
        file = world.files.find(message.content["document"]["file_id"])
        if file is None or file.mime_type != "application/pdf":
            continue
        codes = tuple(dict.fromkeys(code.decode() for code in link.findall(world.files.content(file))))
        if codes:
            found.setdefault(codes, {"file_name": file.name, "chat_id": message.chat_id, "payloads": codes})
        if len(found) == MAX_PAPERS:
            break
    return {"papers": list(found.values())}


ROUTES: tuple[Route, ...] = (("GET", "/papers", papers),)
