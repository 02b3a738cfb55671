"""A headless Chromium, the sample record and a hostile one, and both as pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from dragoman.knowledge.load import load
from dragoman.show.room import Room
from dragoman.store.store import Store
from tests.browser import payloads

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome")
     if (found := shutil.which(name))),
    None,
)  # fmt: skip


@dataclass
class Watched:
    """A tab, and all that went wrong in it."""

    tab: Any
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> Any:
        """Load a page and let its script run; the tab."""
        self.tab.goto(address, wait_until="load")
        return self.tab


@pytest.fixture(scope="package")  # an event loop runs while it is open: others want their own
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: the pages are not looked at (Debian: chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    """A tab in which dialogs, errors, broken policies and requests to other hosts are noted."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    seen = Watched(context.new_page())

    def on_dialog(dialog: Any) -> None:
        seen.faults.append(f"{seen.tab.url}: dialog {dialog.message}")
        dialog.dismiss()

    def on_console(message: Any) -> None:
        if message.type in ("error", "warning"):
            seen.faults.append(f"{seen.tab.url}: {message.text}")

    def on_request(request: Any) -> None:
        if not request.url.startswith(("file:", "data:", "http://127.0.0.1:")):
            seen.faults.append(f"{seen.tab.url}: asks {request.url}")

    seen.tab.on("dialog", on_dialog)
    seen.tab.on("console", on_console)
    seen.tab.on("pageerror", lambda error: seen.faults.append(f"{seen.tab.url}: {error}"))
    seen.tab.on("request", on_request)
    yield seen
    context.close()


@pytest.fixture(scope="session")
def names() -> dict[str, str]:
    return {row.id: row.name for row in load().states.values()}


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The record of the built-in sample story."""
    from dragoman.run.local import InProcess
    from dragoman.run.pipeline import build
    from dragoman.show import sample as story

    folder = tmp_path_factory.mktemp("sample") / "record"
    build([story.folder()], folder, engine=InProcess())
    return Store.open(folder)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A record with a script in every field."""
    return payloads.record(tmp_path_factory.mktemp("hostile") / "record")


@pytest.fixture(scope="session")
def sample_room(sample: Store, names: dict[str, str]) -> Room:
    return Room.of(sample, names, title="Peru and Mexico")


@pytest.fixture(scope="session")
def hostile_room(hostile: Store, names: dict[str, str]) -> Room:
    return Room.of(hostile, names, title=payloads.PAYLOADS[0])


@pytest.fixture(scope="session")
def folder(sample_room: Room, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the sample record as a folder."""
    from dragoman.show.site import static

    dest = tmp_path_factory.mktemp("folder")
    static.write_folder(sample_room, dest)
    return dest
