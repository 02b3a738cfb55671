from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.run import Run

ROWS = [
    {"id": "a", "text": "Chile recalled its ambassador to Norway.", "published": "2024-03-07"},
    {"id": "b", "text": "Norway condemned Chile."},
]  # fmt: skip


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rows") / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return path


def test_each_row_gives_its_events_in_order(run: Run, rows: Path) -> None:
    ran = run("code", rows)
    found = [json.loads(line) for line in ran.out.splitlines()]
    acts = [(row["id"], [event["act"] for event in row["events"]]) for row in found]
    assert (ran.code, acts) == (0, [("a", ["recall_ambassador"]), ("b", ["condemn"])])


def test_standard_input_is_read_where_no_file_is_named(
    run: Run, rows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(rows.read_bytes())))
    assert len(run("code").out.splitlines()) == 2


def test_a_broken_line_is_answered_in_its_place_and_exit_4(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": 1, \n{"id": 2, "text": "Norway condemned Chile."}\n')
    ran = run("code", path)
    errors = ["error" in json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, errors) == (4, [True, False])


def test_a_file_that_is_not_there_is_exit_2(run: Run, tmp_path: Path) -> None:
    assert run("code", tmp_path / "none.jsonl").code == 2
