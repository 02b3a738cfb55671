from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow.parquet as parquet
import pytest

from dragoman.errors import UsageError
from dragoman.store import rows
from dragoman.store.export import csv_text, export, json_text
from dragoman.store.schema import EXPORTED, tables
from dragoman.store.store import Store
from tests import factory

EVENTS = [
    rows.event_row(factory.event("meet", ("CHL", "NOR"), report=name, quote=quote), "i1")
    for name, quote in (("b", "=1+1"), ("a", "two\u2028lines — é"))
]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "record", create=True)
    store.publish({"events": EVENTS})
    return store


def test_every_table_of_the_contract_is_written(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {f"{name}.jsonl" for name in EXPORTED}


def test_rows_are_sorted_by_id(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out")
    lines = (tmp_path / "out/events.jsonl").read_text(encoding="utf-8").splitlines()
    ids = [json.loads(line)["event_id"] for line in lines]
    assert ids == sorted(row["event_id"] for row in EVENTS)


def test_keys_stand_in_the_order_of_the_table(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out")
    first = (tmp_path / "out/events.jsonl").read_text(encoding="utf-8").splitlines()[0]
    assert tuple(json.loads(first)) == tables()["events"].names


def test_text_is_written_as_it_is(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out")
    assert "lines — é" in (tmp_path / "out/events.jsonl").read_text(encoding="utf-8")


def test_exporting_twice_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    one, two = (export(store, "jsonl", tmp_path / name) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_formulas_are_made_harmless_in_csv(store: Store, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "out")
    with (tmp_path / "out/events.csv").open(encoding="utf-8", newline="") as file:
        quotes = {row["quote"] for row in csv.DictReader(file)}
    assert quotes == {"'=1+1", "two\u2028lines — é"}


@pytest.mark.parametrize("text", ["=A1", "+1", "-1", "@sum", "\tx", "\rx"])
def test_every_start_of_a_formula_gets_a_quote_mark(text: str) -> None:
    assert list(csv.reader(csv_text(["a"], [{"a": text}]).splitlines(True)))[1][0][0] == "'"


def test_numbers_keep_their_sign_in_csv() -> None:
    assert csv_text(["a"], [{"a": -4.5}]) == "a\n-4.5\n"


def test_parquet_has_the_nested_columns(store: Store, tmp_path: Path) -> None:
    export(store, "parquet", tmp_path / "out")
    table = parquet.read_table(tmp_path / "out/events.parquet")
    assert table.column("actors").to_pylist()[0][0]["party_id"] == "CHL"


def test_an_empty_parquet_table_keeps_its_column_types(store: Store, tmp_path: Path) -> None:
    export(store, "parquet", tmp_path / "out")
    schema = parquet.read_schema(tmp_path / "out/reports.parquet")
    assert str(schema.field("published").type) == "date32[day]"


def test_an_unknown_format_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="expected one of jsonl, csv, parquet"):
        export(store, "xlsx", tmp_path / "out")


def test_a_file_in_the_way_is_left_alone(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UsageError, match="is a file"):
        export(store, "jsonl", tmp_path / "out")


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\n", "\x0b", "\x1c"])
def test_json_stays_on_one_line_and_reads_back(mark: str) -> None:
    line = json_text({"a": f"x{mark}y"})
    assert (len(line.splitlines()), json.loads(line)["a"]) == (1, f"x{mark}y")
