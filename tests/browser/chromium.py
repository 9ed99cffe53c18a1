"""Finding a Chromium on this machine."""

import os
import shutil
from collections.abc import Mapping

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "NO CHROMIUM FOUND, so the chat page is not tested: install one (Debian: apt install chromium) "
    "or name it in the environment variable CHROMIUM. REQUIRE_BROWSER=1 turns this skip into a failure."
)


def find_chromium(environment: Mapping[str, str] = os.environ) -> str | None:
    """The path of a Chromium: the one the environment names, else the first on the path."""
    if named := environment.get("CHROMIUM"):
        return shutil.which(named, path=environment.get("PATH"))
    found = (shutil.which(name, path=environment.get("PATH")) for name in NAMES)
    return next((path for path in found if path), None)


def required(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a missing browser is a failure and not a reason to skip."""
    return environment.get("REQUIRE_BROWSER", "") not in ("", "0")
