from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import dragoman
from tests.cli.conftest import tables


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


def test_an_open_record_can_be_asked(record: Path) -> None:
    with dragoman.open_record(record) as store:
        assert [row["event_id"] for row in store.rows("events", act="meet")] == ["e3"]


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
        written = dragoman.export(store, "csv", tmp_path / "out")
    assert all(path.is_file() for path in written)


def test_a_text_gives_its_events() -> None:
    found = dragoman.events_in("Chile recalled its ambassador to Norway.", "2024-03-05")
    assert [event.act for event in found] == ["recall_ambassador"]


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
