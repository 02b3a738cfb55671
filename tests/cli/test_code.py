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


def test_explain_draws_the_parse_the_pattern_and_the_roles(run: Run) -> None:
    ran = run("code", "--explain", "Chile recalled its ambassador to Norway.")
    assert ran.code == 0
    for words in ("nsubj NNP", "recall_ambassador", "Norway = NOR (state, GOV)", "CHL -> NOR"):
        assert words in ran.out


def test_explain_shows_hostile_text_as_plain_text(run: Run) -> None:
    ran = run("code", "--explain", "Chile\x1b[31m recalled [bold]its[/bold] envoy to Norway.")
    assert (ran.code, "\x1b" in ran.out, "[U+001B]" in ran.out) == (0, False, True)


def test_explain_of_nothing_says_so_and_exit_4(run: Run) -> None:
    ran = run("code", "--explain", "  ")
    assert (ran.code, "no text" in ran.err) == (4, True)


def test_without_the_second_opinion_an_unseen_wording_is_not_coded(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "in.jsonl"
    row = {"text": "Kenya turned its back upon Malawi.", "actor": "Kenya", "recipient": "Malawi"}
    path.write_text(json.dumps(row) + "\n")
    (alone,) = (json.loads(line) for line in run("code", path, "--no-second").out.splitlines())
    (asked,) = (json.loads(line) for line in run("code", path).out.splitlines())
    assert alone["events"] == []
    assert [event["coder"] for event in asked["events"]] == ["opinion@1"]


def test_a_row_of_a_day_that_cannot_be_is_answered_with_the_reason(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "in.jsonl"
    days = ("2999-01-01", "1215-06-15", "2025-02-31")
    rows = [{"text": "Norway condemned Chile.", "published": day} for day in days]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    ran = run("code", path)
    errors = [json.loads(line)["error"] for line in ran.out.splitlines()]
    assert ran.code == 4
    assert ["future" in errors[0], "1400" in errors[1], "not a day" in errors[2]] == [True] * 3


def test_explain_refuses_a_day_that_cannot_be(run: Run) -> None:
    ran = run("code", "--explain", "Norway condemned Chile.", "--published", "2999-01-01")
    assert (ran.code, "lies in the future" in ran.err) == (2, True)


def test_phrases_give_parties_in_order_and_exit_4_for_a_bad_row(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "a", "phrase": "Norwegian lawmakers"}\n{"id": "b"}\n')
    ran = run("code", "--phrases", path)
    first, second = (json.loads(line) for line in ran.out.splitlines())
    assert (ran.code, first["id"], first["party"]["sector"]) == (4, "a", "LEG")
    assert (second["party"], "no phrase" in second["error"]) == (None, True)


def test_phrases_and_explain_exclude_each_other(run: Run) -> None:
    assert run("code", "--phrases", "--explain", "Chile met Peru.").code == 2
