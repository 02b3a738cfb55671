"""Take the pictures of the docs anew: the pages of the sample story, as a reader sees them.

    python scripts/pictures.py [CHROMIUM]

Needs a Chromium and playwright. Each is 1,100 wide and as high as PICTURES says.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).parents[1] / "docs" / "images"
PICTURES = (
    ("story", "", None, 1250),
    ("disagreements", "disagreements", ".conflict, .card, main > article", 700),
    ("pair", "pair/MEX-PER", None, 1000),
    ("report", "report/{report}", None, 900),
    ("map", "map", None, 960),
    ("search", "search?q=asylum", None, 640),
    ("review", "review", None, 720),
)
"""Name, address, the element it begins with (None: the page), height."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of the sample story's record."""
    program = [sys.executable, "-m", "dragoman"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([*program, "demo", str(folder / "demo")], check=True, **quiet)
    record = str(folder / "demo" / "record")
    command = [*program, "serve", "--record", record, "--port", "0", "--title", "Peru and Mexico"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        for line in server.stderr:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                yield found[0]
                return
        raise SystemExit("the server did not start")
    finally:
        server.terminate()
        server.communicate()


def main() -> None:
    """Take every picture."""
    chromium = sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium"
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1100, "height": 900})
        tab.goto(f"{site}reports")
        links = tab.evaluate("[...document.links].map(one => one.pathname)")
        reports = [one.rpartition("/")[2] for one in links if one.startswith("/report/")]
        for name, address, first, height in PICTURES:
            tab.goto(site + address.format(report=reports[len(reports) // 2]))
            top = 0
            if first is not None and tab.locator(first).count():
                top = max(int(tab.locator(first).first.bounding_box()["y"]) - 90, 0)
            clip = {"x": 0, "y": top, "width": 1100, "height": height}
            tab.screenshot(path=IMAGES / f"{name}.png", clip=clip, full_page=True)
            size = os.path.getsize(IMAGES / f"{name}.png")
            sys.stdout.write(f"{name}.png: {size // 1000} kB\n")
        browser.close()


if __name__ == "__main__":
    main()
