from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from dragoman.errors import RecordError, RecordMissingError, RecordVersionError, UsageError
from dragoman.model.incident import incident_name
from dragoman.store import rows, snapshot
from dragoman.store.store import Store
from tests import factory
from tests.store.made import FIRST, SECOND, reading, refused

EVENT = factory.event("meet", ("CHL", "NOR"), date="2024-03-05", number=(2, "envoys"))
ROW = rows.event_row(EVENT, "i1")


def made(folder: Path) -> Store:
    store = Store.open(folder, create=True)
    store.publish({"events": [ROW]})
    return store


def test_a_place_without_a_record_says_so(tmp_path: Path) -> None:
    with pytest.raises(RecordMissingError, match="there is no record here"):
        Store.open(tmp_path)


def test_a_record_of_another_format_is_refused(tmp_path: Path) -> None:
    Store.open(tmp_path / "r", create=True)
    (tmp_path / "r/record.json").write_text(json.dumps({"format": 99}))
    with pytest.raises(RecordVersionError, match="has format 99, this program reads format 1"):
        Store.open(tmp_path / "r")


def test_a_damaged_note_is_refused_as_another_version(tmp_path: Path) -> None:
    Store.open(tmp_path / "r", create=True)
    (tmp_path / "r/record.json").write_text("{")
    with pytest.raises(RecordVersionError, match="format unreadable"):
        Store.open(tmp_path / "r", create=True)


def test_no_record_is_made_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(RecordError, match="holds other files"):
        Store.open(tmp_path, create=True)


def test_no_record_is_made_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(RecordError, match="this is a file"):
        Store.open(tmp_path / "thesis.txt", create=True)


def test_an_empty_folder_may_become_a_record(tmp_path: Path) -> None:
    assert Store.open(tmp_path, create=True).folder == tmp_path


def test_known_names_what_that_version_has_read(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "r", create=True)
    store.add({"a": reading("r1"), "b": refused("x")}, FIRST)
    assert (store.known(FIRST), store.known(SECOND)) == ({"a": None, "b": "empty"}, {})


def test_what_failed_for_a_passing_reason_is_tried_again(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "r", create=True)
    store.add({"a": refused("a.txt", "timeout"), "b": reading("r1")}, FIRST)
    assert store.known(FIRST) == {"b": None}


def test_a_second_try_that_succeeds_counts(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "r", create=True)
    store.add({"a": refused("a.txt", "crash")}, FIRST)
    store.add({"a": reading("r1")}, FIRST)
    assert [found.report is not None for found in store.readings(FIRST)] == [True]


def test_readings_are_sorted_by_report_with_refusals_first(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "r", create=True)
    store.add({"a": reading("r2"), "b": refused("x")}, FIRST)
    store.add({"c": reading("r1")}, FIRST)
    ids = [found.report and found.report.report_id for found in store.readings(FIRST)]
    assert ids == [None, "r1", "r2"]


def test_two_raw_reports_of_one_report_count_once(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "r", create=True)
    store.add({"a": reading("r1"), "b": reading("r1", "elect")}, FIRST)
    assert [found.events[0].act for found in store.readings(FIRST)] == ["meet"]


def test_adding_again_does_not_change_the_inputs(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "r", create=True)
    store.add({"a": reading("r1")}, FIRST)
    before = store.inputs(FIRST)
    store.add({"a": reading("r1")}, FIRST)
    assert store.inputs(FIRST) == before


def test_adding_more_changes_the_inputs(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "r", create=True)
    store.add({"a": reading("r1")}, FIRST)
    before = store.inputs(FIRST)
    store.add({"b": reading("r2")}, FIRST)
    assert store.inputs(FIRST) != before


def test_a_record_without_tables_says_what_to_do(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "r", create=True)
    with pytest.raises(RecordError, match=r"run `dragoman read PATH"):
        store.rows("events")


def test_rows_come_back_as_given(tmp_path: Path) -> None:
    assert made(tmp_path / "r").rows("events") == [ROW]


def test_rows_are_kept_by_equal_values(tmp_path: Path) -> None:
    store = made(tmp_path / "r")
    assert (len(store.rows("events", act="meet")), store.rows("events", act="x'; --")) == (1, [])


def test_rows_can_be_asked_for_unknown_values(tmp_path: Path) -> None:
    assert len(made(tmp_path / "r").rows("events", mode=None)) == 1


@pytest.mark.parametrize(("table", "column"), [("nothing", "act"), ("events", "act=1 or 1; --")])
def test_rows_of_no_such_table_or_column_are_refused(
    tmp_path: Path, table: str, column: str
) -> None:
    with pytest.raises(UsageError, match="no "):
        made(tmp_path / "r").rows(table, **{column: 1})


def test_queries_cannot_write(tmp_path: Path) -> None:
    with pytest.raises(duckdb.Error, match="read-only"):
        made(tmp_path / "r").sql("delete from events")


def test_queries_reach_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    with pytest.raises(duckdb.Error, match="disabled"):
        made(tmp_path / "r").sql("select * from read_csv(?)", [str(secret)])


def test_a_reader_keeps_its_view_while_a_newer_one_is_published(tmp_path: Path) -> None:
    reader = made(tmp_path / "r")
    assert len(reader.rows("events")) == 1
    Store.open(tmp_path / "r").publish({})
    assert len(reader.rows("events")) == 1


def test_publishing_leaves_one_snapshot(tmp_path: Path) -> None:
    made(tmp_path / "r")
    store = made(tmp_path / "r")
    assert [path.name for path in store.folder.glob("*.duckdb")] == ["record-2.duckdb"]


def test_rows_are_stored_in_the_same_order_whatever_order_they_come_in(tmp_path: Path) -> None:
    events = [rows.event_row(factory.event("meet", report=name), "i") for name in "abc"]
    stores = [Store.open(tmp_path / name, create=True) for name in ("one", "two")]
    stores[0].publish({"events": events})
    stores[1].publish({"events": events[::-1]})
    found = [store.sql("select event_id from events") for store in stores]
    assert found[0] == found[1]


def test_rows_with_other_columns_are_a_fault_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="rows of events: columns"):
        Store.open(tmp_path / "r", create=True).publish({"events": [{"act": "meet"}]})


def test_the_meaning_of_a_column_stands_in_the_database(tmp_path: Path) -> None:
    found = made(tmp_path / "r").sql(
        "select comment from duckdb_columns() where table_name = 'events' and column_name = 'cameo'"
    )
    assert found == [{"comment": "CAMEO code"}]


def test_is_published_knows_its_inputs(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "r", create=True)
    note = {"dragoman": "1", "coder": "c", "knowledge": "k", "inputs": "i1"}
    store.publish({"made": [note]})
    assert (store.is_published("i1"), store.is_published("i2")) == (True, False)


def test_an_interrupted_publication_leaves_the_old_view(tmp_path: Path) -> None:
    store = made(tmp_path / "r")
    (store.folder / "unfinished.duckdb").write_bytes(b"half")
    assert len(Store.open(tmp_path / "r").rows("events")) == 1


def test_current_is_none_before_the_first_publication(tmp_path: Path) -> None:
    assert snapshot.current(Store.open(tmp_path / "r", create=True).folder) is None


def test_an_incident_answers_to_the_ids_that_its_tellings_gave_it(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "record", create=True)
    told = [
        factory.event("meet", ("CHL", "NOR"), report="a", event_id=name) for name in ("e1", "e2")
    ]
    merged = incident_name("e2")
    store.publish({"events": [rows.event_row(one, merged) for one in told]})
    for name in (merged, incident_name("e1"), "e1"):
        assert store.incident_now(name) == merged
    assert store.incident_now(incident_name("e3")) is None
    assert store.incident_now("x' or true --") is None
