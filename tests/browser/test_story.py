"""The story in a browser: marks by keyboard, a search in the one file, pages without the script."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.show.room import Room
from dragoman.show.site import static
from tests.browser.conftest import Watched


@pytest.fixture(scope="module")
def one_file(sample_room: Room, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return static.write_file(
        static.single_file(sample_room), tmp_path_factory.mktemp("one") / "story.html"
    )


def test_arrow_keys_go_from_mark_to_mark(watched: Watched, folder: Path) -> None:
    tab = watched.open((folder / "index.html").as_uri())
    lanes = tab.locator("svg.lanes.wide .lane")
    lane = (
        "[...document.querySelectorAll('svg.lanes.wide .lane')].findIndex("
        "one => one.contains(document.activeElement))"
    )
    tab.locator("svg.lanes.wide a").first.focus()
    assert (lanes.count() > 2, tab.evaluate(lane)) == (True, 0)
    before = tab.evaluate("document.activeElement.href.baseVal")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.activeElement.href.baseVal") != before
    tab.keyboard.press("ArrowDown")
    assert tab.evaluate(lane) == 1
    stops = tab.locator("svg.lanes.wide a[tabindex='0']")
    assert stops.count() == 1
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/incident/*.html")
    assert watched.faults == []


def test_search_of_the_one_file_leads_to_a_sheet(watched: Watched, one_file: Path) -> None:
    tab = watched.open(one_file.as_uri())
    tab.keyboard.press("/")
    tab.keyboard.type("chavez asylum")
    tab.locator(".found-here a").first.wait_for()
    assert "Chávez" in tab.locator(".found-here").inner_text()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Enter")
    tab.locator(".found-here").wait_for(state="hidden")
    assert tab.locator(".sheet:visible").count() == 1
    assert "Chávez" in tab.locator(".sheet:visible").inner_text()
    assert watched.faults == []


def test_words_that_stand_nowhere_are_said_to(watched: Watched, one_file: Path) -> None:
    tab = watched.open(one_file.as_uri())
    tab.locator(".find input").fill("zzzz")
    tab.get_by_text("No page has all of these words.").wait_for()
    tab.keyboard.press("Escape")
    tab.locator(".found-here").wait_for(state="hidden")


def test_phone_has_a_drawing_of_its_own(watched: Watched, folder: Path) -> None:
    tab = watched.open((folder / "index.html").as_uri())
    assert tab.locator("svg.lanes.narrow").is_hidden()
    tab.set_viewport_size({"width": 390, "height": 800})
    assert tab.locator("svg.lanes.narrow").is_visible()
    assert tab.locator("svg.lanes.wide").is_hidden()
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
