"""Ruling on a record that was read from reports: it holds, survives re-reading, can be undone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.run.local import InProcess
from dragoman.run.pipeline import build
from dragoman.run.review import rule
from dragoman.store.journal import NAME
from dragoman.store.rows import Row
from dragoman.store.store import Store
from tests.run.conftest import exported

_MADE: dict[Path, Path] = {}


@pytest.fixture
def record(corpus: Path, tmp_path: Path) -> Path:
    """A copy of one record: it is read once for all tests of this file."""
    if corpus not in _MADE:
        build([corpus], corpus.parent / "reviewed", engine=InProcess())
        _MADE[corpus] = corpus.parent / "reviewed"
    shutil.copytree(_MADE[corpus], tmp_path / "record")
    return tmp_path / "record"


def rows(record: Path, table: str, **equal: object) -> list[Row]:
    with Store.open(record) as store:
        return store.rows(table, **equal)


def telling(record: Path, act: str) -> str:
    return str(rows(record, "events", act=act)[0]["event_id"])


def test_a_rejected_telling_stays_out_when_reports_are_added(record: Path, tmp_path: Path) -> None:
    wrong = telling(record, "recall_ambassador")
    rule(record, "reject", [wrong], by="Ana")
    assert rows(record, "events", event_id=wrong) == []
    (tmp_path / "more.txt").write_text("Chile praised Norway on 9 July 2024.", encoding="utf-8")
    build([tmp_path / "more.txt"], record, engine=InProcess())
    assert rows(record, "events", event_id=wrong) == []
    assert rows(record, "rejections", reason="judged_wrong") != []


def test_what_is_undone_is_as_before(record: Path, tmp_path: Path) -> None:
    before = exported(record, tmp_path / "before")
    made = rule(record, "reject", [telling(record, "recall_ambassador")], by="Ana")
    rule(record, "undo", [made.judgement_id], by="Ana")
    after = exported(record, tmp_path / "after")
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"judgements.jsonl"}


def test_a_correction_changes_the_row_and_what_follows_from_it(record: Path) -> None:
    right = {"act": "praise_or_support", "actors": ["CHL"], "date": "2024-03-04"}
    name = telling(record, "condemn")
    rule(record, "correct", [name], value=right, by="Ana", note="as printed")
    (row,) = rows(record, "events", event_id=name)
    assert (row["act"], row["coder"], row["confidence"]) == ("praise_or_support", "human:Ana", 1.0)
    assert [party["country"] for party in row["actors"]] == ["CHL"]
    (incident,) = rows(record, "incidents", incident_id=row["incident_id"])
    assert incident["act"] == "praise_or_support"


def test_incidents_are_merged_and_split_again(record: Path) -> None:
    alone = [row for row in rows(record, "incidents") if len(row["events"]) == 1]
    ids = [row["incident_id"] for row in alone[:2]]
    rule(record, "merge", ids, by="Ana")
    (merged,) = [row for row in rows(record, "incidents") if row["incident_id"] in ids]
    assert len(merged["events"]) == 2
    rule(record, "split", [merged["events"][-1]], by="Ana")
    assert {row["incident_id"] for row in rows(record, "incidents")} >= set(ids)


def test_the_journal_alone_brings_the_rulings_back(
    corpus: Path, record: Path, tmp_path: Path
) -> None:
    wrong = telling(record, "recall_ambassador")
    rule(record, "reject", [wrong], by="Ana")
    build([], tmp_path / "anew", engine=InProcess())
    shutil.copy(record / NAME, tmp_path / "anew" / NAME)
    build([corpus], tmp_path / "anew", engine=InProcess())
    assert exported(tmp_path / "anew", tmp_path / "a") == exported(record, tmp_path / "b")


@pytest.mark.parametrize(
    ("ruling", "about", "value", "message"),
    [
        ("accept", [], {}, "name what it is about"),
        ("accept", ["e-none"], {}, "neither a telling nor an incident"),
        ("merge", ["i-one"], {}, "two incidents or more"),
        ("split", ["e-none"], {}, "no telling of this record"),
        ("settle", ["c-none"], {"reading": 1}, "name one conflict"),
        ("undo", ["j-none"], {}, "no such judgement"),
        ("correct", ["e-none"], {"act": "meet"}, "name one telling"),
    ],
)
def test_a_ruling_on_what_is_not_there_is_refused(
    record: Path, ruling: str, about: list[str], value: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        rule(record, ruling, about, value=value)
    assert not (record / NAME).exists()


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({}, "no field to correct"),
        ({"colour": "red"}, "colour is no field"),
        ({"act": "fly"}, "no such act"),
        ({"status": "maybe"}, "expected one of actual"),
        ({"date": "yesterday"}, "write 2024-03-05"),
        ({"actors": ["Ruritania"]}, "no party of this record"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(
    record: Path, value: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        rule(record, "correct", [telling(record, "condemn")], value=value)
