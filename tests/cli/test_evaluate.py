from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.formats import polecat
from dragoman.formats.cells import line
from tests.cli.run import Run


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    said = {
        "Event ID": "P1", "Event Date": "2024-03-06", "Event Type": "SANCTION",
        "Actor Name": "Chile", "Actor Country": "CHL", "Recipient Name": "Norway",
        "Recipient Country": "NOR",
    }  # fmt: skip
    later = said | {"Event ID": "P2", "Event Date": "2024-03-08", "Event Type": "AID"}
    rows = [polecat.HEADER, *([one.get(name) for name in polecat.HEADER] for one in (said, later))]
    path = tmp_path / "polecat.txt"
    path.write_text("".join(map(line, rows)))
    return path


def test_a_table_says_what_both_have(run: Run, record: Path, theirs: Path) -> None:
    ran = run("eval", "--against", theirs, "--record", record)
    assert ran.code == 0
    rows = [row.split() for row in ran.out.splitlines()]
    assert ["compared", "1", "2"] in rows
    assert ["found", "by", "both", "1", "1"] in rows
    assert ["1", "day", "apart", "1", "(100.0", "%)"] in rows
    assert "different code books" in ran.err


def test_rows_of_matched_and_unmatched(run: Run, record: Path, theirs: Path) -> None:
    ran = run("eval", "--against", theirs, "--record", record, "--jsonl")
    rows = [json.loads(row) for row in ran.out.splitlines()]
    assert [(row["found"], row["incident_id"], row["event_id"]) for row in rows] == [
        ("both", "i1", "P1"), ("file", None, "P2"),
    ]  # fmt: skip
    assert "found by both: record 1, file 1" in ran.err


def test_the_window_bounds_the_days(run: Run, record: Path, theirs: Path) -> None:
    ran = run("eval", "--against", theirs, "--record", record, "--window", "0", "--json")
    assert {row["found"] for row in json.loads(ran.out)} == {"record"}


def test_filters_hold_for_both_sides(run: Run, record: Path, theirs: Path) -> None:
    ran = run("eval", "--against", theirs, "--record", record, "--act", "AID", "--csv")
    assert [row.split(",")[0] for row in ran.out.splitlines()] == ["found"]


def test_what_cannot_be_read_is_exit_4(run: Run, record: Path, theirs: Path) -> None:
    with theirs.open("a") as file:
        file.write("broken\n")
    ran = run("eval", "--against", theirs, "--record", record)
    assert (ran.code, "could not be read 1" in ran.err) == (4, True)


def test_misuse_is_exit_2(run: Run, record: Path, theirs: Path) -> None:
    base = ("eval", "--record", record, "--against")
    assert run(*base, theirs, "--format", "xml").code == 2
    assert run(*base, theirs.with_name("gone.txt")).code == 2
    assert run(*base, theirs, "--window", "99").code == 2
