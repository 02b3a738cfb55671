from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from dragoman import __version__
from dragoman.api import export
from dragoman.formats import arrow
from dragoman.formats import contract as formats
from dragoman.formats.kept import Kept
from dragoman.store.schema import EXPORTED, tables
from dragoman.store.store import Store
from tests.formats.made import FORMULA

BINARY = ("parquet", "arrow")


def lines(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text().splitlines()]


def read(path: Path) -> Any:
    return (
        parquet.read_table(path) if path.suffix == ".parquet" else pa.ipc.open_file(path).read_all()
    )


@pytest.mark.parametrize("form", [one.name for one in formats.FORMATS if one.name[:4] != "csv-"])
def test_every_table_of_the_contract_is_written(store: Store, tmp_path: Path, form: str) -> None:
    export(store, form, tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {f"{name}.{form}" for name in EXPORTED} | {"README.txt", "datapackage.json"}


def test_rows_are_sorted_by_id(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out")
    assert [row["event_id"] for row in lines(tmp_path / "out", "events")] == [
        "e1",
        "e2",
        "e3",
        "e4",
    ]


def test_keys_stand_in_the_order_of_the_table(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out")
    assert tuple(lines(tmp_path / "out", "events")[0]) == tables()["events"].names


def test_formulas_are_made_harmless_in_csv(store: Store, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "out")
    with (tmp_path / "out/events.csv").open(encoding="utf-8", newline="") as file:
        quotes = [row["quote"] for row in csv.DictReader(file)]
    assert quotes[-1] == "'" + FORMULA


def test_the_mark_of_utf_8_stands_in_front_of_csv_if_asked(store: Store, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "out", bom=True)
    assert (tmp_path / "out/events.csv").read_bytes()[:11] == b"\xef\xbb\xbfevent_id"


@pytest.mark.parametrize("form", BINARY)
def test_columns_are_typed_and_nested(store: Store, tmp_path: Path, form: str) -> None:
    export(store, form, tmp_path / "out")
    table = read(tmp_path / f"out/events.{form}")
    assert table.to_pylist() == store.rows("events")
    assert str(table.schema.field("date_start").type) == "date32[day]"


@pytest.mark.parametrize("form", BINARY)
def test_an_empty_table_keeps_its_column_types(store: Store, tmp_path: Path, form: str) -> None:
    export(store, form, tmp_path / "out", since="2100")
    table = read(tmp_path / f"out/reports.{form}")
    assert (table.num_rows, str(table.schema.field("published").type)) == (0, "date32[day]")


@pytest.mark.parametrize("form", BINARY)
def test_who_made_the_rows_is_kept_with_them(store: Store, tmp_path: Path, form: str) -> None:
    export(store, form, tmp_path / "out")
    kept = read(tmp_path / f"out/events.{form}").schema.metadata
    assert kept[b"dragoman.version"] == __version__.encode()
    assert json.loads(kept[b"dragoman.run"]) == {"coder": "rules@0", "knowledge": "k"}


@pytest.mark.parametrize("asked", [{}, {"until": "2100"}])
def test_parquet_stands_in_groups(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: dict[str, str]
) -> None:
    monkeypatch.setattr(arrow, "ROWS", 3)
    monkeypatch.setattr(arrow, "CHUNK", 1)
    export(store, "parquet", tmp_path / "out", **asked)
    found = parquet.ParquetFile(tmp_path / "out/events.parquet").metadata
    assert [found.row_group(at).num_rows for at in range(found.num_row_groups)] == [3, 1]


def test_parquet_is_compressed_with_zstd(store: Store, tmp_path: Path) -> None:
    export(store, "parquet", tmp_path / "out")
    group = parquet.ParquetFile(tmp_path / "out/events.parquet").metadata.row_group(0)
    assert group.column(0).compression == "ZSTD"


@pytest.mark.parametrize("form", ["jsonl", *BINARY])
def test_a_part_of_the_record_comes_with_what_belongs_to_it(
    store: Store, tmp_path: Path, form: str
) -> None:
    export(store, form, tmp_path / "out", act="recall_ambassador")
    one = {
        name: lines(tmp_path / "out", name) if form == "jsonl"
        else read(tmp_path / f"out/{name}.{form}").to_pylist()
        for name in EXPORTED
    }  # fmt: skip
    assert [row["incident_id"] for row in one["incidents"]] == ["i1"]
    assert [row["event_id"] for row in one["events"]] == ["e1", "e2"]
    assert [row["report_id"] for row in one["reports"]] == ["post", "wire"]
    assert [row["conflict_id"] for row in one["conflicts"]] == ["c1"]
    assert [row["judgement_id"] for row in one["judgements"]] == ["j2"]
    assert one["rejections"] == []
    assert [row["case_id"] for row in one["asylum"]] == ["a2"]
    assert [row["incident_id"] for row in one["presence"]] == ["i1"]
    assert len(one["relations"]) == 2


def test_relations_and_offices_hang_on_party_and_days_alone(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out", party="Ruiz", since="2024-03-06")
    counts = [len(lines(tmp_path / "out", name)) for name in ("offices", "relations", "incidents")]
    assert counts == [1, 0, 2]


def test_a_whole_record_is_not_read_through_the_incidents(store: Store) -> None:
    kept = Kept(formats.Chosen(store=store))
    assert [row["report_id"] for row in kept.rows("reports")] == ["copia", "post", "wire"]


def test_every_column_has_a_plain_type() -> None:
    known = {"string", "integer", "number", "boolean", "date", "datetime", "array", "object"}
    found = {kind for table in tables().values() for _, kind, _ in formats.columns(table)}
    assert found <= known


def test_csv_reads_back(store: Store, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "out")
    text = (tmp_path / "out/incidents.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [json.loads(row["actors"]) for row in rows] == [
        row["actors"] for row in store.rows("incidents")
    ]
