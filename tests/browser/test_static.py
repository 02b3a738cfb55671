"""The static forms as a reader meets them: every page whole, quiet, reachable, for everyone."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from dragoman.show.room import Room
from dragoman.show.site import static
from tests.browser.conftest import Watched

FOREIGN = """() => {
  const odd = [];
  for (const one of document.querySelectorAll("*")) {
    for (const {name, value} of one.attributes) {
      if (name.startsWith("on") || name === "style") odd.push(`${one.tagName} has ${name}`);
      if (["href", "src", "action", "xlink:href"].includes(name)
          && /^\\s*(javascript|vbscript|data:text)/i.test(value)) odd.push(`${name}: ${value}`);
    }
  }
  const allowed = new Set(["SCRIPT", "STYLE", "LINK", "BASE", "IFRAME", "OBJECT", "EMBED", "FORM",
    "IMG", "VIDEO", "AUDIO", "META"]);
  const count = {};
  for (const one of document.querySelectorAll("*")) {
    if (allowed.has(one.tagName)) count[one.tagName] = (count[one.tagName] || 0) + 1;
  }
  return [odd, count];
}"""
"""What a page must not have, and how many it has of what it may have few of."""


@pytest.fixture(scope="module")
def hostile_folder(hostile_room: Room, tmp_path_factory: pytest.TempPathFactory) -> Path:
    dest = tmp_path_factory.mktemp("hostile-pages")
    static.write_folder(hostile_room, dest)
    return dest


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def kinds(folder: Path) -> list[Path]:
    """One file of each kind of page."""
    found: dict[str, Path] = {}
    for path in files(folder):
        parts = path.relative_to(folder).parts
        found.setdefault(parts[0], path)
    return list(found.values())


def test_every_page_is_whole_and_quiet(watched: Watched, folder: Path):
    for path in files(folder):
        tab = watched.open(path.as_uri())
        assert tab.locator("main h1").count() == 1, path.name
        assert tab.title(), path.name
        assert tab.locator("main").inner_text().strip(), path.name
        assert len(tab.screenshot()) > 5_000, path.name
    assert watched.faults == []


def test_every_link_leads_somewhere(watched: Watched, folder: Path):
    known: dict[Path, set[str]] = {}
    for path in files(folder):
        watched.open(path.as_uri())
        known[path] = set(
            watched.tab.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
        )
    for path in files(folder):
        watched.open(path.as_uri())
        links = watched.tab.evaluate("[...document.links].map(one => [one.protocol, one.href])")
        for protocol, address in links:
            if protocol != "file:":
                assert protocol in ("http:", "https:"), address
                continue
            file, _, place = address.partition("#")
            target = Path(file.removeprefix("file://"))
            assert target in known, f"{path.name} leads to {target}"
            assert not place or place in known[target], f"{path.name} leads to {address}"


@pytest.mark.parametrize("width", [1200, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_that_axe_finds(watched: Watched, folder: Path, width: int, scheme: str):
    watched.tab.set_viewport_size({"width": width, "height": 800})
    watched.tab.emulate_media(color_scheme=scheme)
    found = []
    for path in kinds(folder):
        watched.open(path.as_uri())
        for one in Axe().run(watched.tab).response["violations"]:
            places = [node["html"][:200] for node in one["nodes"][:3]]
            found.append(f"{path.name}: {one['id']}: {one['help']}: {places}")
    assert found == []


def test_nothing_is_wider_than_a_phone(watched: Watched, folder: Path):
    watched.tab.set_viewport_size({"width": 360, "height": 800})
    for path in kinds(folder):
        watched.open(path.as_uri())
        width = watched.tab.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, f"{path.name} is {width} wide"


def test_scripts_in_every_field_stay_text(watched: Watched, hostile_folder: Path):
    for path in files(hostile_folder):
        tab = watched.open(path.as_uri())
        odd, count = tab.evaluate(FOREIGN)
        assert odd == [], path.name
        assert count.pop("SCRIPT") == 1, path.name
        assert count.pop("LINK") == 2, path.name
        assert count.pop("META") == 6, path.name
        assert set(count) <= {"STYLE"}, path.name
    assert watched.faults == []


def test_one_file_with_scripts_in_every_field(watched: Watched, hostile_room: Room, tmp_path: Path):
    path = static.write_file(static.single_file(hostile_room), tmp_path / "story.html")
    tab = watched.open(path.as_uri())
    odd, count = tab.evaluate(FOREIGN)
    assert odd == []
    assert count.pop("SCRIPT") == 1
    assert count.pop("STYLE") == 1
    assert not set(count) - {"LINK", "META"}
    for sheet in tab.evaluate("[...document.querySelectorAll('.sheet')].map(one => one.id)"):
        tab.evaluate("name => { location.hash = name; }", sheet)
        tab.wait_for_function(
            "name => document.querySelector('.sheet.open').id === name", arg=sheet
        )
    assert watched.faults == []


def test_the_one_file_shows_the_sheet_of_its_address(
    watched: Watched, sample_room: Room, tmp_path: Path
):
    path = static.write_file(static.single_file(sample_room), tmp_path / "story.html")
    tab = watched.open(path.as_uri())
    assert tab.locator(".sheet:visible").count() == 1
    for name in tab.evaluate("[...document.querySelectorAll('.top nav a')].map(one => one.hash)"):
        tab.locator(f".top nav a[href='{name}']").click()
        tab.locator(f".sheet.open[id='{name[1:]}']").wait_for()
        assert tab.locator(".sheet:visible").count() == 1
    assert watched.faults == []


def test_the_same_record_gives_the_same_bytes(sample_room: Room, folder: Path, tmp_path: Path):
    static.write_folder(sample_room, tmp_path)
    for path in (one for one in folder.rglob("*") if one.is_file()):
        assert (tmp_path / path.relative_to(folder)).read_bytes() == path.read_bytes()
    assert static.single_file(sample_room) == static.single_file(sample_room)
