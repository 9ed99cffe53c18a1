"""What is measured: programs that answer taps on a webhook of their own, all of them running at once."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen
from urllib.error import URLError
from urllib.request import urlopen

import psutil

from sandbox.world.world import DEFAULT_TOKEN
from tests.bench.load import SECRET, TOKEN

ROOT = Path(__file__).parents[2]
API_PORT = 18_081
"""Where the load plays Telegram; the programs take the ports above."""
OUR_RATE = 28
"""Messages a second that the bot is set to send."""
LONGEST_START = 180.0


@dataclass(frozen=True, slots=True)
class Program:
    """A command that will listen on a port."""

    port: int
    command: tuple[str, ...]
    env: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Running:
    """A program that accepts connections."""

    process: psutil.Process
    webhook: str
    start: float
    """Seconds from the command to the first accepted connection."""

    def mib(self) -> float:
        """Resident memory."""
        return float(self.process.memory_info().rss) / 2**20


def full(port: int, url: str, folder: Path) -> Program:
    """The whole bot on a webhook, limiter off."""
    env = {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": f"http://127.0.0.1:{API_PORT}",
        "DATABASE_URL": url,
        "DATA_DIR": str(folder),
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/webhook",
        "WEBHOOK_SECRET": SECRET,
        "LISTEN_PORT": str(port),
        "SEND_RATE": "0",
        "LOG_LEVEL": "error",
    }
    return Program(port, (sys.executable, "-m", "bot", "run"), env)


def sending(port: int, api: str, url: str, folder: Path, rate: float = OUR_RATE) -> Program:
    """The whole bot as it is run without a webhook, limiter on."""
    env = {
        "BOT_TOKEN": DEFAULT_TOKEN,
        "BOT_API_URL": api,
        "DATABASE_URL": url,
        "DATA_DIR": str(folder),
        "WEBHOOK_URL": "",
        "LISTEN_PORT": str(port),
        "SEND_RATE": str(rate),
        "LOG_LEVEL": "error",
    }
    return Program(port, (sys.executable, "-m", "bot", "run"), env)


def bare(port: int, *options: str) -> Program:
    """One handler of aiogram, alone."""
    command = (sys.executable, "-m", "tests.bench.bare", "--port", str(port))
    return Program(port, (*command, "--api", f"http://127.0.0.1:{API_PORT}", *options))


@contextmanager
def running(program: Program) -> Iterator[Running]:
    """The program as a process, until the end of the block; raises `RuntimeError` when it does not start."""
    begun = time.perf_counter()
    child = Popen(program.command, cwd=ROOT, env=os.environ | program.env)
    try:
        while not _accepts(program.port):
            if child.poll() is not None or time.perf_counter() - begun > LONGEST_START:
                raise RuntimeError(f"{' '.join(program.command)} did not start")
        started = time.perf_counter() - begun
        yield Running(psutil.Process(child.pid), f"http://127.0.0.1:{program.port}/webhook", started)
    finally:
        child.terminate()
        child.wait(20)


def _accepts(port: int) -> bool:
    """Whether somebody listens; waits a moment for the answer, so that the question is not a busy loop."""
    try:
        urlopen(f"http://127.0.0.1:{port}/", timeout=0.2).close()  # our own address
    except URLError as error:
        return not isinstance(error.reason, ConnectionRefusedError) and not isinstance(
            error.reason, TimeoutError
        )
    except OSError:
        return False
    return True
