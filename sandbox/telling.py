"""What was asked for on the demo's command line, and how it answers there."""

import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wish:
    """The wishes of whoever starts the demo."""

    host: str
    port: int
    folder: Path
    fresh: bool
    story: bool
    token: str
    username: str
    name: str

    @property
    def mark(self) -> Path:
        """Stands once the story was told to its end."""
        return self.folder / "story-is-told"

    @property
    def untold(self) -> bool:
        """A story is wished and was not told to its end."""
        return self.story and not self.mark.exists()


def say(words: str) -> None:
    """Tell whoever started the demo, at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def say_address(base: str) -> None:
    """Where the page is."""
    say(f"\n    {base}/\n\nOpen this address in a browser.")
