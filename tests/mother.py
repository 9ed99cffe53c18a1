"""A process that has imported the product: `python -m tests.mother NUMBER`, the number of a socket.

A start of `python -m bot` costs seconds of a core, nearly all of them for imports and texts. Here they are paid once
for a whole run. Each end of a line that comes through the socket is an order for a fork: from its own folder,
environment and arguments on it is `python -m bot …` to its own end, whether it comes to that by itself or is killed.
The line is told its number, and then how it ended. When the tests hang up, the mother leaves.
"""

import json
import os
import runpy
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from bot.lightly import import_aiogram

import_aiogram()

import bot.check  # noqa: E402 – after aiogram
import bot.cli  # noqa: E402 – after aiogram
import bot.obstacles  # noqa: E402 – after aiogram
import bot.operating  # noqa: E402 – after aiogram
import bot.running  # noqa: E402, F401 – after aiogram; all of it is for the children
from bot.warmup import warm_up  # noqa: E402 – after aiogram
from content.quizzes import instruments  # noqa: E402 – after aiogram
from locales import DEFAULT, texts_for  # noqa: E402 – after aiogram
from tests.children import NUMBER  # noqa: E402 – after aiogram


def main() -> None:
    """Learn everything once; then give a child to everybody who asks, until the tests hang up."""
    texts_for(DEFAULT).compile_all()
    instruments()
    warm_up()
    live = _wait_for_orders(socket.socket(fileno=int(sys.argv[1])))
    live()  # in a child: what it raises ends the interpreter, with everything that belongs to an end


def _wait_for_orders(orders: socket.socket) -> Callable[[], object]:
    """Returns in children only, with the life that was ordered."""
    while True:
        word, ends, _, _ = socket.recv_fds(orders, 1, 1)
        if not word:
            _bury()
            sys.exit()
        line = socket.socket(fileno=ends[0])
        if os.fork() == 0:
            orders.close()
            return _bear(line)
        line.close()
        _bury()


def _bury() -> None:
    """Let go of keepers whose child has ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            continue


def _bear(line: socket.socket) -> Callable[[], object]:
    """The keeper of one child: stays with it and tells how it ended. Returns in the child only."""
    with line, line.makefile() as words:
        order = json.loads(words.readline())
        child = os.fork()
        if child != 0:
            line.sendall(NUMBER.pack(child))
            _, status = os.waitpid(child, 0)
            line.sendall(NUMBER.pack(os.waitstatus_to_exitcode(status)))
            os._exit(0)
    return lambda: _live(**order)


def _live(
    module: str, arguments: list[str], folder: str, environment: dict[str, str], umask: int, log: str
) -> Any:
    """`python -m module …`, as the shell would have started it; nothing of the mother's surroundings is left."""
    os.chdir(folder)
    os.umask(umask)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    output = os.open(log, os.O_WRONLY | os.O_APPEND)
    for number in (1, 2):
        os.dup2(output, number)
    os.close(output)
    sys.path[0] = folder
    sys.argv[1:] = arguments
    return runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
