"""Texts of reports stay texts: in every field, on every page, in each form."""

from __future__ import annotations

import datetime as dt
from itertools import cycle
from typing import Any

import pytest

from dragoman.show.site.static import single_file
from tests.hostile.payloads import PAYLOADS
from tests.show.pages import record
from tests.show.rooms import room
from tests.show.site.reading import Seen, read

CODES = frozenset({
    "event_id", "incident_id", "report_id", "conflict_id", "party_id", "duplicate_of", "kind",
    "between", "status", "lang", "published_from", "published_precision", "date_precision",
    "stage", "tense", "country", "pair", "state", "since", "incidents", "events", "reports",
})  # fmt: skip
"""Fields that the program writes itself, from fixed lists or as hashes."""

FORBIDDEN = frozenset({"script", "style", "iframe", "object", "embed", "base", "img", "form"})
HIDDEN = [chr(code) for code in (0, 1, 7, 0x1B, 0x9B, 0x200B, 0x202E, 0x2066, 0x2028, 0xFEFF)]


def poisoned(value: Any, texts: Any, name: str = "") -> Any:
    """Rows with a hostile text in every field that a report can fill."""
    if isinstance(value, dict):
        return {key: poisoned(item, texts, key) for key, item in value.items()}
    if name in CODES or value is None or isinstance(value, int | float | dt.date):
        return value
    if isinstance(value, list):
        return [poisoned(item, texts, name) for item in value]
    return next(texts)


@pytest.fixture(scope="module")
def plain() -> Seen:
    """The same pages of harmless texts."""
    return read(single_file(room(record.content())))


@pytest.mark.parametrize(
    ("first", "public"), [(0, False), (19, False), (38, False), (57, False), (9, True)]
)
def test_no_text_leaves_its_place(first: int, public: bool, plain: Seen):
    texts = cycle(one.replace("\ud800", "\ufffd") for one in PAYLOADS[first:] + PAYLOADS[:first])
    rows = poisoned(record.content(), texts)
    page = single_file(room(rows, title=PAYLOADS[first], public=public))
    seen = read(page)
    names = {tag for tag, _ in seen.elements}
    assert names <= {tag for tag, _ in plain.elements} | {"bdi", "mark", "details", "summary"}
    assert sum(tag in FORBIDDEN for tag, _ in seen.elements) == sum(
        tag in FORBIDDEN for tag, _ in plain.elements
    )
    given = {name for _, attributes in seen.elements for name in attributes}
    assert not any(name.startswith("on") or name in ("style", "srcdoc") for name in given)
    links = [one for one in seen.links if not one.startswith("#")]
    assert all(one.startswith(("http://", "https://")) and "@" not in one for one in links)
    assert not any(char in page for char in HIDDEN)


def test_words_of_a_template_are_not_run():
    rows = record.content()
    rows["reports"][0]["title"] = "{{ 7 * 191 }}"
    page = single_file(room(rows))
    assert "{{ 7 * 191 }}" in page
    assert "1337" not in page
