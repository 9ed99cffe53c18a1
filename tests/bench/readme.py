"""Where the README's figures stand: between two comments that nobody sees."""

from tests.bench.programs import ROOT


def write(block: str, figures: str) -> None:
    """Put new figures into a block."""
    begin, end = f"<!-- {block} -->", f"<!-- /{block} -->"
    readme = ROOT / "README.md"
    before, found, rest = readme.read_text().partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise RuntimeError(f"README.md has no place {begin} … {end}")
    readme.write_text(f"{before}{begin}\n{figures}\n{end}{after}")
