"""Ports for servers that a test starts by their number."""

import random
import socket

LISTENING = range(20_000, 32_000)
"""Below those that systems give to outgoing connections: one of these would be gone before the server takes it."""


def free_port() -> int:
    """A port that nobody listens on."""
    while True:
        port = random.SystemRandom().choice(LISTENING)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
