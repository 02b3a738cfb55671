from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.formats import imports
from dragoman.formats.foreign import COLUMNS, ForeignPlace, rejected, row_of
from dragoman.formats.imports import NAMES, Tally
from tests.formats.eventful import event

FOUND = [
    event(event_id="1", source="=cmd", place=ForeignPlace("Lima", "PER", -12.0, -77.0)),
    rejected("theirs.csv", 2, "bad_date", "Day 'x' is no date"),
    event(event_id="3", row=3),
]


def test_a_row_has_the_columns_that_are_told() -> None:
    assert tuple(row_of(event())) == NAMES == tuple(name for name, _ in COLUMNS)


@pytest.mark.parametrize("form", ["jsonl", "json", "csv"])
def test_rows_in_each_form(form: str) -> None:
    tally = Tally()
    text = "".join(imports.texts(tally.rows(FOUND), NAMES, form))
    if form == "csv":
        ids = [row["event_id"] for row in csv.DictReader(io.StringIO(text))]
        assert "'=cmd" in text
    else:
        rows = json.loads(text) if form == "json" else map(json.loads, text.splitlines())
        ids = [row["event_id"] for row in rows]
    assert (ids, tally.events, tally.rejected) == (["1", "3"], 2, 1)


def test_no_rows_are_still_a_list() -> None:
    assert "".join(imports.texts([], NAMES, "json")) == "[]\n"


def test_a_folder_gets_events_and_rejections(tmp_path: Path) -> None:
    path = imports.into(tmp_path / "out", FOUND, Tally())
    assert [json.loads(line)["row"] for line in path.read_text().splitlines()] == [1, 3]
    (aside,) = (tmp_path / "out/rejections.jsonl").read_text().splitlines()
    assert json.loads(aside)["uri"] == "theirs.csv#2"
    assert sorted(one.name for one in path.parent.iterdir()) == ["events.jsonl", "rejections.jsonl"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(UsageError, match="is a file"):
        imports.into(tmp_path / "out", [], Tally())


def test_only_the_first_rejections_are_told_one_by_one() -> None:
    tally = Tally()
    list(tally.rows(rejected("f", row, "bad_date", "x") for row in range(imports.SHOWN + 3)))
    words = list(tally.words())
    assert (words[0], words[-1]) == ("f#0: bad_date: x", "... and 3 more.")
