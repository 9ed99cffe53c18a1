"""A theatre for every scenario, on both engines unless it says otherwise (`engines.py`)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conftest import START
from tests.scenarios.garden import Garden, plant
from tests.scenarios.theatre import Theatre, theatre


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[Theatre]:
    """The whole product, its clock standing at `START`."""
    async with theatre(database_url, tmp_path, START) as opened:
        yield opened


@pytest.fixture
async def garden(house: Theatre) -> Garden:
    """«Ромашка» with group «Солнышко» and children 0001–0014."""
    return await plant(house.app.database)
