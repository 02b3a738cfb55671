"""Run the commands that stand in the documentation and put their real output under them.

    python scripts/refresh_docs.py

Takes every block of the pages in `PAGES` that is marked `console` and begins with `$ dragoman`,
runs it beside a fresh record of the sample story, and writes what it printed on a terminal. A
comment above a block says what part to show:

    <!-- first 12 -->           the first 12 lines
    <!-- from Relations, 9 -->  9 lines from the first that begins so
    <!-- columns 140 -->        a wider terminal than 100 columns (before one of the others)
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/tour.md", "docs/time.md", "docs/howto-journalist.md")
BLOCK = re.compile(
    r"(?P<asked>(?:<!-- columns (?P<columns>\d+) -->\n)?"
    r"(?:<!-- (?:first|from (?P<start>[^\n]+?),) (?P<lines>\d+) -->\n)?)"
    r"```console\n\$ (?P<command>dragoman [^\n]+)\n(?P<output>.*?)```\n",
    re.S,
)
COLUMNS = "100"
TERMINAL = {"TERM": "dumb", "LINES": "40", "OPENBLAS_NUM_THREADS": "1"}


def main() -> None:
    """Refresh every page."""
    with tempfile.TemporaryDirectory() as folder:
        printed(folder, "dragoman demo")
        for name in PAGES:
            page = ROOT / name
            text = page.read_text(encoding="utf-8")
            page.write_text(
                BLOCK.sub(lambda block: refreshed(block, folder), text), encoding="utf-8"
            )


def refreshed(block: re.Match[str], folder: str) -> str:
    """The block with what its command prints now."""
    if block["command"] == "dragoman demo":
        shutil.rmtree(Path(folder) / "demo")
    text = printed(folder, block["command"], columns=block["columns"] or COLUMNS)
    lines = [line.rstrip() for line in text.splitlines()]
    if block["start"] is not None:
        at = next(n for n, line in enumerate(lines) if line.startswith(block["start"]))
        lines = ["…", *lines[at:]]
    if block["lines"] is not None and len(lines) > int(block["lines"]):
        lines = [*lines[: int(block["lines"])], "…"]
    body = "\n".join(lines)
    return f"{block['asked']}```console\n$ {block['command']}\n{body}\n```\n"


def printed(folder: str, command: str, *, columns: str = COLUMNS) -> str:
    """What a command prints on a terminal, standing in `folder`."""
    program = [str(Path(sys.executable).parent / "dragoman"), *shlex.split(command)[1:]]
    environment = {**os.environ, **TERMINAL, "COLUMNS": columns}
    ours, theirs = os.openpty()
    with subprocess.Popen(
        program, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
    ):
        os.close(theirs)
        text = b"".join(chunks(ours)).decode("utf-8").replace("\r\n", "\n")
    os.close(ours)
    return text.replace(os.path.realpath(folder), "/home/you").strip("\n")


def chunks(terminal: int) -> Iterator[bytes]:
    """What arrives at a terminal until the other side hangs up."""
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # Linux says so when the last writer has gone
            return
        if not chunk:
            return
        yield chunk


if __name__ == "__main__":
    main()
