from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dragoman.show.stories import KEYS
from tests.cli.run import Run

ROW = {"id": 1, "text": "The ferry Marisol sank off Port Vell.", "published": "2024-05-03"}


def test_the_stories_of_a_record_hold_each_report_once(run: Run, record: Path) -> None:
    ran = run("stories", record, "--json")
    reports = json.loads(run("reports", "--json", "--record", record).out)
    rows = json.loads(ran.out)
    assert ran.code == 0
    assert tuple(rows[0]) == KEYS
    held = [name for row in rows for name in row["report_ids"]]
    assert sorted(held) == sorted(row["report_id"] for row in reports)


def test_a_story_names_who_its_reports_tell_of(run: Run, record: Path) -> None:
    rows = json.loads(run("stories", "--json", "--record", record).out)
    names = {party["name"] for row in rows for party in row["parties"]}
    assert {"Chile", "Norway", "Ana Ruiz"} <= names


def test_filters_keep_the_stories_asked_for(run: Run, record: Path) -> None:
    rows = json.loads(run("stories", "--party", "Ana Ruiz", "--json", "--record", record).out)
    assert all(any("wire" in uri for uri in row["uris"]) for row in rows)
    assert rows
    assert run("stories", "--party", "Bolivia", "--record", record).code == 3
    assert run("stories", "--since", "2031", "--record", record).code == 3
    assert run("stories", "--report", "nowhere", "--record", record).code == 3


def test_csv_has_the_keys_as_header(run: Run, record: Path) -> None:
    read = csv.DictReader(io.StringIO(run("stories", record, "--csv").out))
    assert tuple(read.fieldnames or ()) == KEYS


def test_nothing_from_a_report_reaches_the_terminal_raw(run: Run, record: Path) -> None:
    assert not {"\x1b", "\x07", "\u202e"} & set(run("stories", record).out)


def test_rows_are_grouped_without_a_record(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(ROW) + "\n" + json.dumps({**ROW, "id": 2}) + "\n")
    ran = run("stories", "--jsonl", path)
    first, second = map(json.loads, ran.out.splitlines())
    assert (ran.code, first["id"], second["id"]) == (0, 1, 2)
    assert first["story"] == second["story"]


def test_a_bad_row_is_told_and_the_others_are_grouped(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(ROW) + "\nbroken\n")
    ran = run("stories", path, "--jsonl")
    assert ran.code == 4
    assert "1 row could not be grouped" in ran.err
    assert len(ran.out.splitlines()) == 2


def test_no_rows_are_nothing_found(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("")
    assert run("stories", path, "--jsonl").code == 3


@pytest.mark.parametrize("more", [(), ("--jsonl", "--party", "Peru"), ("--json",)])
def test_rows_take_jsonl_and_no_filters(run: Run, tmp_path: Path, more: tuple[str, ...]) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(ROW) + "\n")
    assert run("stories", path, *more).code == 2


def test_a_place_without_anything_is_told(run: Run, tmp_path: Path) -> None:
    assert run("stories", tmp_path / "absent", "--jsonl").code == 2
    assert run("stories", tmp_path).code == 1
