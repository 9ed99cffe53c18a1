"""The tests' side of `tests/mother.py`: asks for processes, sends them signals, knows whether they live."""

import asyncio
import json
import os
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
NUMBER = struct.Struct("!i")
"""What is told of a child: its number, and later its exit code, below zero where a signal ended it."""
IMPORT_SECONDS = 240.0
"""In which the mother has imported everything, also on a busy machine."""


@dataclass(slots=True)
class Child:
    """A process that the mother bore; it is used like one of `asyncio.subprocess`."""

    pid: int
    _line: socket.socket
    _code: int | None = None

    @property
    def returncode(self) -> int | None:
        """How it ended; None while it lives."""
        if self._code is None:
            with suppress(BlockingIOError):
                self._hear(self._line.recv(NUMBER.size))
        return self._code

    def send_signal(self, which: int) -> None:
        """To it alone; nothing where it has ended."""
        if self.returncode is None:
            os.kill(self.pid, which)

    async def wait(self) -> int:
        """Until it has ended; gives the exit code."""
        if self._code is None:
            self._hear(await asyncio.get_running_loop().sock_recv(self._line, NUMBER.size))
        assert self._code is not None
        return self._code

    def _hear(self, told: bytes) -> None:
        self._line.close()
        self._code = _number(told)


@dataclass(frozen=True, slots=True)
class Mother:
    """Who bears processes for the tests of one worker."""

    _orders: socket.socket

    async def bear(
        self, module: str, *arguments: str, folder: Path, environment: Mapping[str, str], log: Path
    ) -> Child:
        """`python -m module …` in `folder`, with just this environment; whatever it says goes into `log`."""
        _begin(log)
        umask = os.umask(0o077)
        os.umask(umask)
        order = {
            "module": module,
            "arguments": arguments,
            "folder": str(folder),
            "environment": dict(environment),
            "umask": umask,
            "log": str(log),
        }
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        with theirs:
            socket.send_fds(self._orders, [b"!"], [theirs.fileno()])
        loop = asyncio.get_running_loop()
        try:
            await loop.sock_sendall(ours, json.dumps(order).encode() + b"\n")
            async with asyncio.timeout(IMPORT_SECONDS):
                return Child(_number(await loop.sock_recv(ours, NUMBER.size)), ours)
        except BaseException:
            ours.close()
            raise


@contextmanager
def open_mother() -> Iterator[Mother]:
    """The process that imports everything; it is there at once and learns meanwhile."""
    ours, theirs = socket.socketpair()
    number = theirs.fileno()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.mother", str(number)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            pass_fds=(number,),
            process_group=0,
        )
    with process, ours:  # hung up first, then waited for
        yield Mother(ours)


def _begin(log: Path) -> None:
    """It can be read from now on, whether the child has begun or not."""
    log.write_bytes(b"")


def _number(told: bytes) -> int:
    assert told, "the mother is gone: what she said stands above"
    number: int = NUMBER.unpack(told)[0]
    return number
