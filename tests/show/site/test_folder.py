"""The written pages: every link leads somewhere, every id stands once, same record same bytes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from dragoman.show.pages.page import Ask, plain
from dragoman.show.pages.registry import PAGES
from dragoman.show.site.links import file_of
from dragoman.show.site.static import single_file, write_folder
from tests.show.pages import record
from tests.show.rooms import room
from tests.show.site.reading import Seen, read, read_folder, target

AWAITED = {"story", "incident", "pair", "relations", "map", "network"} - {one.name for one in PAGES}
"""Pages that others lead to and that are not there yet."""

RECORDS = {
    "whole": lambda: room(record.content()),
    "public": lambda: room(record.content(), public=True),
    "long": lambda: room(record.many(340)),
    "empty": lambda: room(record.empty()),
}


@pytest.fixture(scope="module", params=RECORDS)
def given(request):
    return RECORDS[request.param]()


@pytest.fixture(scope="module")
def folder(given, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Seen]:
    place = tmp_path_factory.mktemp("pages")
    write_folder(given, place)
    return read_folder(place)


def is_awaited(file: Path) -> bool:
    pages = {Path(file_of(name, None)) for name in AWAITED}
    return file in pages or file.parts[0] in AWAITED


def test_every_link_of_the_folder_leads_to_a_place(folder):
    broken = []
    for page, seen in folder.items():
        for link in seen.links:
            if link.startswith(("https://", "http://")):
                continue
            file, place = target(page, link)
            if is_awaited(file):
                continue
            if file not in folder or (place is not None and place not in folder[file].ids):
                broken.append((str(page), link))
    assert broken == []


def test_every_page_has_one_heading_and_each_id_once(folder):
    for page, seen in folder.items():
        assert sum(tag == "h1" for tag, _ in seen.elements) == 1, page
        assert [one for one, count in Counter(seen.ids).items() if count > 1] == [], page


def test_every_label_is_there(folder):
    for page, seen in folder.items():
        assert set(seen.referred) <= set(seen.ids), page


def test_every_link_of_the_one_file_leads_to_a_place(given):
    seen = read(single_file(given))
    assert [one for one, count in Counter(seen.ids).items() if count > 1] == []
    ids = set(seen.ids)
    for link in seen.links:
        if link.startswith("#") and not link[1:].startswith(tuple(AWAITED)):
            assert link[1:] in ids


def test_every_page_is_also_json(given):
    for page in (one for one in PAGES if not one.live):
        for key in page.keys(given):
            shown = page.view(given, Ask(key=key))
            assert json.loads(json.dumps(plain(shown)))["title"] == shown.title


def test_the_same_record_gives_the_same_bytes(tmp_path: Path):
    for name in ("one", "two"):
        write_folder(room(record.content()), tmp_path / name)
    first, second = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in files}
        for name in ("one", "two")
        for files in [sorted(one for one in (tmp_path / name).rglob("*") if one.is_file())]
    )
    assert first == second
