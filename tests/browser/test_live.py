"""The served pages as a reader meets them, and a review by keyboard from question to undo."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe

from dragoman.store.store import Store
from tests.browser.conftest import Watched
from tests.browser.test_static import FOREIGN

LINK = re.compile(r'href="(/[^"#]*)')


@contextmanager
def served(record: Path) -> Iterator[str]:
    """The address of a server of that record."""
    command = [sys.executable, "-m", "dragoman", "serve", "--record", str(record), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        for line in process.stderr:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                yield found[0]
                return
        pytest.fail(f"the server did not start: {process.wait()}")
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="module")
def site(sample: Store) -> Iterator[str]:
    with served(sample.folder) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_site(hostile: Store) -> Iterator[str]:
    with served(hostile.folder) as address:
        yield address


@pytest.fixture(scope="module")
def addresses(site: str) -> list[str]:
    """Every address that is linked from somewhere, found from the first page on."""
    seen = {"/"}
    waiting = ["/"]
    with httpx.Client(base_url=site) as client:
        while waiting:
            answer = client.get(address := waiting.pop())
            assert answer.status_code == 200, address
            for link in map(_decoded, LINK.findall(answer.text)):
                path, _, query = link.partition("?")
                # Choices lead on to choices without end: one step is enough.
                if link not in seen and not (query and answer.url.query):
                    seen.add(link)
                    if not query and not path.startswith("/assets/"):
                        waiting.append(link)
    return sorted(seen)


def _decoded(link: str) -> str:
    return link.replace("&amp;", "&").replace("&#39;", "'").replace("&#34;", '"')


def kinds(addresses: list[str]) -> list[str]:
    """One address of each kind of page, without choices."""
    found: dict[str, str] = {}
    for one in addresses:
        if "?" not in one and not one.startswith("/assets/"):
            parts = one.split("/")
            found.setdefault("/".join(parts[:2]) + ("/KEY" if len(parts) > 2 else ""), one)
    return list(found.values())


def test_every_link_is_answered_and_has_a_twin(site: str, addresses: list[str]):
    with httpx.Client(base_url=site) as client:
        for address in addresses:
            assert client.get(address).status_code == 200, address
            path, mark, query = address.partition("?")
            if path.startswith("/assets/") or "as=" in query:
                continue
            twin = client.get(f"{path if path != '/' else '/story'}.json{mark}{query}")
            assert twin.status_code == 200, address
            assert twin.json()["title"], address


def test_every_kind_of_page_is_quiet_and_without_barrier(
    watched: Watched, site: str, addresses: list[str]
):
    found = []
    for address in kinds(addresses):
        tab = watched.open(site.rstrip("/") + address)
        assert tab.locator("main h1").count() == 1, address
        watched_before = len(watched.faults)
        for one in Axe().run(tab).response["violations"]:
            places = [node["html"][:200] for node in one["nodes"][:3]]
            found.append(f"{address}: {one['id']}: {one['help']}: {places}")
        del watched.faults[watched_before:]  # axe itself tries to fetch style sheets
    assert found == []
    assert watched.faults == []


def test_scripts_in_every_field_stay_text(watched: Watched, hostile: Store, hostile_site: str):
    pages = ["", "disagreements", "map", "network", "parties", "reports", "search?q=alert",
             "review", "about", "relations"]  # fmt: skip
    for table, name in (("incidents", "incident_id"), ("reports", "report_id")):
        kind = name.removesuffix("_id")
        keys = [row[name] for row in hostile.rows(table)]
        pages.extend(f"{kind}/{quote(key, safe='')}" for key in keys[::6])
    for page in pages:
        tab = watched.open(hostile_site + page)
        odd, count = tab.evaluate(FOREIGN)
        assert odd == [], page
        assert count["SCRIPT"] == 1, page
        assert not set(count) & {"IFRAME", "OBJECT", "EMBED", "IMG", "VIDEO", "AUDIO", "BASE"}
    assert [fault for fault in watched.faults if "404" not in fault] == []


def test_a_review_by_keyboard(watched: Watched, sample: Store, tmp_path: Path):
    record = tmp_path / "record"
    shutil.copytree(sample.folder, record)
    with served(record) as address:
        tab = watched.open(f"{address}review?by=Ana")
        first = tab.locator(".card h2").nth(0)
        asked = first.inner_text()
        tab.keyboard.press("j")
        assert tab.evaluate("document.activeElement.className") == "card"
        tab.keyboard.press("2")
        assert tab.evaluate("document.activeElement.value") == "2"
        with tab.expect_navigation():
            tab.keyboard.press("s")
        assert "Settle" in tab.locator(".said").inner_text()
        assert first.inner_text() != asked
        with tab.expect_navigation():
            tab.keyboard.press("u")
        assert "Undo" in tab.locator(".said").inner_text()
        assert first.inner_text() == asked
        card = tab.locator(".card:has([data-key=a])").first
        card.focus()
        told = card.locator("h2").get_attribute("id")
        with tab.expect_navigation():
            tab.keyboard.press("a")
        assert tab.locator(f"#{told}").count() == 0
        tab.locator("input[name=note]").first.fill("just because")
        assert tab.locator(".said").count() == 1
    with Store.open(record) as store:
        made = store.judgements()
    assert [one.ruling for one in made] == ["settle", "undo", "accept"]
    assert {one.by for one in made} == {"Ana"}
    assert watched.faults == []
