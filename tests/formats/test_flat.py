from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dragoman.api import export
from dragoman.formats import flat
from dragoman.store.schema import EXPORTED, tables
from dragoman.store.store import Store
from tests.formats.made import FORMULA


@pytest.fixture
def out(store: Store, tmp_path: Path) -> Path:
    export(store, "csv-flat", tmp_path)
    return tmp_path


def read(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_parties_stand_in_columns_of_their_own_in_one_order(out: Path) -> None:
    row = read(out, "events")[-1]
    assert row["actors_name"] == "Ana Ruiz; Fishers, and Boatmen's League"
    assert row["actors_kind"] == "person; organisation"
    assert row["actors_office"] == "president; "
    assert row["recipients_country"] == "NOR"


def test_what_is_changed_to_keep_lists_apart_is_said(out: Path) -> None:
    told = (out / "README.txt").read_text(encoding="utf-8")
    assert "events.csv: 3 lists have a value with a semicolon" in told


def test_a_place_and_a_number_have_columns(out: Path) -> None:
    row = read(out, "events")[-1]
    assert (row["place_lat"], row["number_unit"], row["number_value"]) == (
        "59.91273",
        "boats",
        "12.0",
    )
    assert read(out, "events")[0]["place_lat"] == ""


def test_days_stand_as_edtf_too(out: Path) -> None:
    assert [row["date_edtf"] for row in read(out, "events")] == [
        "2024-03-05", "2024-03-06", "2025-01", "2025-03-03/2025-03-05",
    ]  # fmt: skip
    assert [row["date_edtf"] for row in read(out, "relations")] == [
        "../2024-03-04",
        "2024-03-05/..",
    ]


def test_each_reading_of_a_disagreement_is_a_row(out: Path) -> None:
    rows = read(out, "readings")
    assert [(row["conflict_id"], row["number"], row["value"]) for row in rows] == [
        ("c1", "0", "5 March"), ("c1", "1", "6 March"),
    ]  # fmt: skip


def test_each_assertion_of_an_office_is_a_row(out: Path) -> None:
    (row,) = read(out, "assertions")
    assert (row["name"], row["office"], row["date"]) == ("Ana Ruiz", "president", "2024-03-07")


def test_sides_of_a_spell_and_steps_of_a_case_are_rows(out: Path) -> None:
    *_, side = read(out, "sides")
    assert (side["pair"], side["date_start"], side["side_ranks"]) == (
        "CHL; NOR", "2024-03-05", "charge; ambassador",
    )  # fmt: skip
    steps = [(row["case_id"], row["number"], row["step"]) for row in read(out, "steps")]
    assert steps[:2] == [("a1", "0", "sought"), ("a1", "1", "refused")]


@pytest.mark.parametrize("name", EXPORTED)
def test_lists_of_lists_have_a_file_of_their_own(name: str) -> None:
    nested = {
        column.name
        for column in tables()[name].columns
        if column.type.startswith("struct") and column.type.endswith("[]") and "[]," in column.type
    }
    assert nested <= {column for table, column in flat.APART if table == name}


def test_no_cell_holds_json_and_none_is_a_formula(out: Path) -> None:
    cells = [
        cell
        for path in out.glob("*.csv")
        for row in read(out, path.stem)
        for name, cell in row.items()
        if not name.endswith(("lat", "lon", "intensity"))
    ]
    assert "'" + FORMULA in cells
    assert [cell for cell in cells if cell[:1] in "=+-@\t\r[{" and cell[:1]] == [
        cell for cell in cells if cell.startswith("[bold]")
    ]


@pytest.mark.parametrize("name", EXPORTED)
def test_names_are_given_once(name: str) -> None:
    names = [cell.name for cell in flat.cells(name)]
    assert len(names) == len(set(names))
