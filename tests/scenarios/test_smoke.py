"""The bot answers a stranger."""

from tests.scenarios.theatre import Theatre


async def test_a_stranger_is_told_how_to_join(house: Theatre) -> None:
    anna = await house.stage.person("Анна")
    seen = await anna.start()
    assert seen.text
