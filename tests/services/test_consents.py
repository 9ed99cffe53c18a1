"""A new version of a consent is asked for anew; the old proof and the old text stay what they were."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

import content.consents
from content.consents import ConsentTexts
from db.work import Database
from domain.joining import Invitation, Joined
from domain.people import Kinship
from domain.privacy import Purpose
from services.consents import Consents
from services.joining import Joining
from tests.services.doorstep import Doorstep, open_door

SECOND = "parent.v2.ru.md"


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open."""
    return await open_door(database, tmp_path)


def _with_a_second_version(folder: Path) -> ConsentTexts:
    copied = folder / "consents"
    shutil.copytree(
        Path(content.consents.__file__).parent, copied, ignore=shutil.ignore_patterns("__pycache__", "*.py")
    )
    text = (copied / "parent.v1.ru.md").read_text().replace("version: 1", "version: 2")
    (copied / SECOND).write_text(text.replace("Ни для рекламы", "Никогда для рекламы"))
    digest = sha256((copied / SECOND).read_bytes()).hexdigest()
    with (copied / "published.sha256").open("a") as listed:
        listed.write(f"{digest}  {SECOND}\n")
    return ConsentTexts(copied)


async def test_the_next_card_asks_for_the_new_version(door: Doorstep, tmp_path: Path) -> None:
    visitor = door.visitor()
    actor = await door.parent(1, visitor)
    newer = Consents(door.database, _with_a_second_version(tmp_path))
    joining = Joining(door.database, door.database.clock, newer)
    start = await door.card(2)
    opened = await joining.look(actor, start, "ru")
    assert isinstance(opened, Invitation)
    assert not opened.consent_stands
    assert opened.consent.version == 2
    stale = await joining.become(visitor, actor, start, 1, Kinship.PARENT, "ru")
    assert isinstance(stale, Invitation)  # a button of the first version: the second is shown
    assert isinstance(await joining.become(visitor, actor, start, 2, Kinship.PARENT, "ru"), Joined)
    data = await door.privacy.my_data(actor)
    assert sorted(line.consent.version for line in data.consents) == [1, 2]
    texts = {line.consent.version: await newer.read(actor, line.consent.id, "ru") for line in data.consents}
    assert {version: text.version for version, text in texts.items()} == {1: 1, 2: 2}
    for line in data.consents:
        assert line.consent.text_hash == texts[line.consent.version].sha256


async def test_the_proof_is_of_the_language_that_was_read(door: Doorstep) -> None:
    visitor, start = door.visitor(), await door.card()
    joined = await door.joining.become(visitor, None, start, 1, Kinship.PARENT, "en")
    assert isinstance(joined, Joined)
    english = door.consents.current(Purpose.PARENT, "en", joined.membership.organisation)
    assert english.locale == "en"
    assert await door.column("consents", "text_hash") == [english.sha256]


async def test_the_operator_s_card_stands_in_the_text(door: Doorstep) -> None:
    async with door.database.work() as work:
        await work.organisations.change(
            door.organisation_id,
            operator="МБДОУ <7>",
            address="ул. Лесная, 3",
            contact="почта",
            processor="ООО «Сервер»",
        )
    opened = await door.joining.look(None, await door.card(), "ru")
    assert isinstance(opened, Invitation)
    whole = " ".join(part.text for part in opened.consent.parts)
    for said in ("МБДОУ <7>", "ул. Лесная, 3", "почта", "ООО «Сервер»"):
        assert said in whole


async def test_the_key_of_hashes_is_made_once(door: Doorstep) -> None:
    async with door.database.work() as work:
        first = await work.installation.person_hash_key()
    async with door.database.work() as work:
        assert await work.installation.person_hash_key() == first
    assert len(first) == 32
