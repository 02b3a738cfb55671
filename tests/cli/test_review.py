"""dragoman review: the queue, the rulings, and what they print."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dragoman.run.local import InProcess
from dragoman.run.pipeline import build
from tests.cli.run import Run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    text = "OSLO, 5 March 2024 - Chile recalled its ambassador to Norway on Tuesday."
    (folder / "report.txt").write_text(text, encoding="utf-8")
    build([folder / "report.txt"], folder / "record", engine=InProcess())
    return folder / "record"


@pytest.fixture
def read(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "record")
    return tmp_path / "record"


def first_event(run: Run, record: Path) -> dict[str, object]:
    lines = run("events", "--record", record, "--jsonl").out.splitlines()
    found: dict[str, object] = json.loads(lines[0])
    return found


def test_a_ruling_is_confirmed_listed_and_undone(run: Run, read: Path) -> None:
    event = first_event(run, read)
    done = run("review", "accept", event["event_id"], "--record", read, "--by", "Ana")
    name = done.err.split(":")[0]
    assert (done.code, done.out, name[:2]) == (0, "", "j_")
    assert first_event(run, read)["confidence"] == 1.0
    listed = json.loads(run("review", "list", "--record", read, "--json").out)
    assert [(row["ruling"], row["by"], row["holds"]) for row in listed] == [("accept", "Ana", True)]
    run("review", "undo", name, "--record", read)
    assert first_event(run, read)["confidence"] == event["confidence"]


def test_the_queue_leaves_out_what_was_ruled_on(run: Run, read: Path) -> None:
    before = json.loads(run("review", "--record", read, "--json").out)
    for row in before:
        run("review", "accept", row["id"], "--record", read)
    after = run("review", "--record", read, "--json")
    assert (after.code, json.loads(after.out)) == (3, [])


def test_a_correction_needs_something_to_correct(run: Run, read: Path) -> None:
    event = first_event(run, read)
    done = run("review", "correct", event["event_id"], "--record", read)
    assert done.code == 2
    assert "say what is right" in done.err


def test_the_recipient_can_be_taken_away(run: Run, read: Path) -> None:
    event = first_event(run, read)
    run("review", "correct", event["event_id"], "--recipient", "", "--record", read)
    assert first_event(run, read)["recipients"] == []


def test_an_unknown_id_is_told_and_nothing_is_written(run: Run, read: Path) -> None:
    done = run("review", "reject", "e-none", "--record", read)
    assert done.code == 2
    assert "neither a telling nor an incident" in done.err
    assert not (read / "judgements.jsonl").exists()


def test_review_of_no_record_says_so(run: Run, tmp_path: Path) -> None:
    assert run("review", "--record", tmp_path / "none").code == 1
