from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import NoSuchPathError
from dragoman.run.stories import group_lines, group_rows

ROWS = [
    {"id": 7, "title": "Ferry sinks", "text": "The ferry Marisol sank off Port Vell.",
     "published": "2024-05-03"},
    {"id": "x", "text": "Teachers in Lindau walk out over pay.", "published": "2024-05-03T10:00"},
    {"id": 8, "title": "Ferry sinks", "text": "The ferry Marisol sank off Port Vell.",
     "published": "2024-05-03"},
]  # fmt: skip


def test_answers_come_in_the_order_of_the_rows() -> None:
    found = list(group_rows(ROWS))
    assert [row["id"] for row in found] == [7, "x", 8]
    assert found[0]["story"] == found[2]["story"] != found[1]["story"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"id": 1}, "no text"), ({"text": 5}, "no text"), ("words", "not a JSON object"),
        ({"text": "a", "title": 5}, "title is not a string"),
        ({"text": "a", "published": "soon"}, "published 'soon' is not a day"),
        (ValueError("line 1"), "not JSON"),
    ],
)  # fmt: skip
def test_a_bad_row_says_why_and_stops_no_other(row: object, why: str) -> None:
    *_, bad, last = group_rows([ROWS[0], row, ROWS[2]])
    assert bad["story"] is None
    assert why in bad["error"]
    assert last["story"] is not None


def test_a_file_is_grouped_as_its_rows_are(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    lines = [json.dumps(row) for row in ROWS]
    path.write_text("\n\n".join([*lines, "{broken", ""]), encoding="utf-8")
    found = list(group_lines(path))
    assert found[:3] == list(group_rows(ROWS))
    assert "not JSON" in found[3]["error"]


def test_no_file_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPathError):
        group_lines(tmp_path / "absent.jsonl")
