"""A process that the mother bore is like one that the shell started."""

from pathlib import Path

from tests.children import Mother


async def test_a_child_ends_with_its_own_code_and_knows_only_what_it_was_told(
    mother: Mother, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    (tmp_path / ".env").write_text("DEFAULT_LOCALE=en\n")
    child = await mother.bear("bot", "run", folder=tmp_path, environment={}, log=log)
    assert await child.wait() == child.returncode == 2
    assert log.read_text().startswith("BOT_TOKEN is not set")

    wrong = await mother.bear("bot", "rum", folder=tmp_path, environment={}, log=log)
    assert await wrong.wait() == 2
    assert log.read_text().startswith("Usage: python -m bot")
