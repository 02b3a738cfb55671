from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

import dragoman
from tests.cli.conftest import tables

LONG = "Chile recalled its ambassador to Norway. The foreign ministry gave no reason for the step."


@pytest.fixture
def record(tmp_path: Path) -> Path:
    from dragoman.store.store import Store

    with Store.open(tmp_path / "record", create=True) as store:
        store.publish(tables())
    return tmp_path / "record"


@pytest.mark.parametrize("name", dragoman.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    assert callable(getattr(dragoman, name))


def test_no_other_name_is_public() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        dragoman.nonsense  # noqa: B018


def test_public_names_and_their_types_are_one_list() -> None:
    stub = Path(dragoman.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    named = {line.rsplit(" ", 1)[-1] for line in stub.splitlines() if " as " in line}
    assert named == set(dragoman.__all__)


@pytest.mark.parametrize("name", ["open", "open_record"])
def test_an_open_record_can_be_asked(record: Path, name: str) -> None:
    with getattr(dragoman, name)(record) as opened:
        assert [row["event_id"] for row in opened.events(act="meet")] == ["e3"]
        assert [row["event_id"] for row in opened.rows("events", act="meet")] == ["e3"]


def test_no_record_is_an_error_of_dragoman(tmp_path: Path) -> None:
    with pytest.raises(dragoman.DragomanError):
        dragoman.open_record(tmp_path)


@pytest.mark.parametrize("on", ["2024-04-01", dt.date(2024, 4, 1)])
def test_relations_on_a_day(record: Path, on: str | dt.date) -> None:
    with dragoman.open_record(record) as store:
        answer = dragoman.relation(store, "CHL", "NOR", on=on)
    assert answer is not None
    assert answer.state == "recalled"


def test_a_record_can_be_exported(record: Path, tmp_path: Path) -> None:
    with dragoman.open_record(record) as store:
        written = dragoman.export(store, "csv", tmp_path / "out", act="meet", bom=True)
    assert all(path.is_file() for path in written)
    assert len((tmp_path / "out/events.csv").read_text().splitlines()) == 2


def test_a_text_gives_its_events() -> None:
    found = dragoman.events_in("Chile recalled its ambassador to Norway.", "2024-03-05")
    assert [event.act for event in found] == ["recall_ambassador"]


def test_a_text_gives_its_times() -> None:
    (time,) = dragoman.when("They met late Thursday.", "2024-03-05")
    assert time.range is not None
    assert (time.words, time.range.first) == ("late Thursday", dt.date(2024, 2, 29))


def test_rows_give_their_timexes() -> None:
    rows = [{"id": 7, "text": "They met in March.", "dct": "2024-03-05"}, "no row"]
    first, last = dragoman.timexes(rows)
    assert first == {
        "id": 7, "timexes": [{"start": 12, "end": 17, "type": "DATE", "value": "2024-03"}],
    }  # fmt: skip
    assert "error" in last


@pytest.mark.parametrize("published", ["2024-02-31", dt.date(2999, 1, 1), dt.date(1215, 6, 15)])
def test_a_day_of_publication_that_cannot_be_is_refused(published: str | dt.date) -> None:
    with pytest.raises(dragoman.DragomanError, match="published"):
        dragoman.when("They met late Thursday.", published)


def test_a_report_that_cannot_be_of_its_day_is_read_without_it(tmp_path: Path) -> None:
    days = ("1215-06-15", "2999-01-01")
    rows = [{"id": day, "text": LONG, "date": day} for day in days]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    dragoman.read_reports(tmp_path / "in.jsonl", into=tmp_path / "record")
    with dragoman.open_record(tmp_path / "record") as store:
        assert [row["published"] for row in store.rows("reports")] == [None, None]
        told = [row["detail"] for row in store.rows("rejections") if row["reason"] == "bad_date"]
    assert [day in detail for day, detail in zip(days, sorted(told), strict=True)] == [True, True]


def test_one_path_or_several_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chile recalled its ambassador to Norway on 5 March 2024.")
    one = dragoman.read_reports(tmp_path / "a.txt", into=tmp_path / "record")
    several = dragoman.read_reports([tmp_path / "a.txt"], into=tmp_path / "record")
    assert (one.new, several.new) == (1, 0)


def test_phrases_a_text_and_a_record_give_parties(record: Path) -> None:
    (row,) = dragoman.parties_of([{"phrase": "Kenyan nurses"}])
    assert row["party"]["country"] == "KEN"
    assert [meant.words for meant in dragoman.who("Peru left.", "2024-03-05")] == ["Peru"]
    with dragoman.open_record(record) as store:
        assert [row["name"] for row in dragoman.parties(store, kind="state")] == ["Chile", "Norway"]
