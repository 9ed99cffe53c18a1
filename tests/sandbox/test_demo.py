"""Starting the demo: what is found taken is told, and nothing of a demo that runs is thrown away."""

import argparse
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from sandbox.__main__ import _port
from sandbox.demo import demo
from sandbox.folder import FolderTaken, lived_in, prepare
from sandbox.telling import Wish


def wish(folder: Path, *, port: int = 0, fresh: bool = False) -> Wish:
    return Wish("127.0.0.1", port, folder, fresh, True, "4242:" + "a" * 35, "gost_gruppy_bot", "Гость группы")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The folder of a demo whose story was told."""
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "story-is-told").touch()
    return folder


async def test_a_busy_port_is_told_and_nothing_is_thrown_away(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]

        assert await demo(wish(kept, port=port, fresh=True)) == 1

    said = capsys.readouterr().out
    assert f"Port {port} is busy" in said
    assert "make demo PORT=" in said
    assert (kept / "story-is-told").exists()


async def test_two_demos_do_not_share_a_folder(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with lived_in(wish(kept)):
        assert await demo(wish(kept, fresh=True)) == 1

    assert "Another demo runs in" in capsys.readouterr().out
    assert (kept / "story-is-told").exists()


def test_a_folder_is_free_again_when_its_demo_has_ended(kept: Path) -> None:
    with lived_in(wish(kept)), pytest.raises(FolderTaken), lived_in(wish(kept)):
        pytest.fail("two demos in one folder")

    with lived_in(wish(kept)):
        prepare(wish(kept))

    assert (kept / "story-is-told").exists()


def test_a_fresh_start_and_an_interrupted_story_begin_with_nothing(kept: Path) -> None:
    prepare(wish(kept, fresh=True))
    assert list(kept.iterdir()) == []

    (kept / "half a story").touch()
    prepare(wish(kept))
    assert list(kept.iterdir()) == []


@pytest.mark.parametrize("typed", ["abc", "80000", "-1", "", "８０９０"])
def test_what_is_no_port_is_refused(typed: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        _port(typed)


def test_a_port_is_a_number() -> None:
    assert [_port(typed) for typed in ("0", "8090", "65535")] == [0, 8090, 65535]


@pytest.mark.parametrize(
    ("python", "installs"), [(Path("/nowhere/python"), True), (Path(sys.executable), False)]
)
def test_an_environment_whose_python_is_gone_is_installed_anew(
    tmp_path: Path, python: Path, installs: bool
) -> None:
    root = Path(__file__).parents[2]
    for name in ("requirements.lock", "requirements-dev.lock", "Makefile"):
        shutil.copy(root / name, tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(python)
    (tmp_path / ".venv" / "installed.run").touch()

    planned = subprocess.run(
        ["make", "--dry-run", "demo"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout

    assert ("pip install" in planned) is installs
    assert "-m sandbox" in planned
