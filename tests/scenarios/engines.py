"""On which databases a scenario plays: on both, unless it says otherwise."""

import pytest

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For what is about words, screens and forms: every statement behind it runs on PostgreSQL in other tests.

What depends on what an engine takes, refuses or does at once stays on both.
"""
