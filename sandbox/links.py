"""Addresses in buttons and texts, checked as Telegram checks them."""

import re

OWN = re.compile(r"(tg|ton|tonsite):(?://)?", re.IGNORECASE)
PROTOCOL = re.compile(r"([^:/?#@\[\]]*)://")
PLACE = re.compile(r"[^/?#]*")
HOST = re.compile(r"(?:[\w.!$,~*'();&+=-]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])+")
OWN_HOST = re.compile(r"[A-Za-z0-9_.-]+")
LAST_PORT = 65535


class WrongLink(Exception):
    """Not an address; the message is Telegram's."""


def check_link(url: str) -> None:
    """Refuse what is no address of the web or of Telegram itself.

    A word before a colon that is no protocol is taken for a host with a port, so ``javascript:…`` and ``data:…`` are
    refused for their port.
    """
    if own := OWN.match(url):
        if not OWN_HOST.fullmatch(_place(url[own.end() :])):
            raise WrongLink("Unallowed characters in URL host")
        return
    if found := PROTOCOL.match(url):
        if found[1].lower() not in ("http", "https"):
            raise WrongLink("Unsupported URL protocol")
        url = url[found.end() :]
    place = _place(url)
    before, colon, port = place.rpartition(":")
    if colon and before and "@" not in port and "]" not in port:
        if not (port.isascii() and port.isdigit() and 0 < int(port) <= LAST_PORT):
            raise WrongLink("Wrong port number specified in the URL")
        place = before
    host = place.rpartition("@")[2]
    if not host:
        raise WrongLink("URL host is empty")
    if not HOST.fullmatch(host):
        raise WrongLink("Disallowed character in URL host")
    if "." not in host.strip("."):
        raise WrongLink("Wrong HTTP URL")


def _place(url: str) -> str:
    """Host, port and user: what stands before the path."""
    found = PLACE.match(url)
    return found[0] if found else ""


def looks_like_link(url: str) -> bool:
    """Whether Telegram would take it for an address."""
    try:
        check_link(url)
    except WrongLink:
        return False
    return True
