from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from xlsxwriter import Workbook

from dragoman.api import export
from dragoman.formats import xlsx
from dragoman.formats.tally import Tally
from dragoman.store.store import Store
from tests.formats.made import FORMULA


@pytest.fixture(scope="module")
def path(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export(store, "xlsx", tmp_path_factory.mktemp("xlsx"))[0]


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def column(book: Any, sheet: str, title: str) -> list[Any]:
    heads = [title for title, _ in xlsx.SHEETS[sheet]]
    return [row[heads.index(title)].value for row in book[sheet].iter_rows(min_row=2)]


def test_there_are_four_sheets_with_a_frozen_header(book: Any) -> None:
    assert book.sheetnames == ["Timeline", "Tellings", "Disagreements", "Sources"]
    assert {sheet.freeze_panes for sheet in book} == {"A2"}


@pytest.mark.parametrize("sheet", xlsx.SHEETS)
def test_columns_have_their_titles(book: Any, sheet: str) -> None:
    first = next(book[sheet].iter_rows(max_row=1, values_only=True))
    assert list(first) == [title for title, _ in xlsx.SHEETS[sheet]]


def test_a_known_day_is_a_date_and_anything_coarser_is_text(book: Any) -> None:
    days = column(book, "Tellings", "Date")
    assert days[:2] == [dt.datetime(2024, 3, 5), dt.datetime(2024, 3, 6)]
    assert days[2:] == ["2025-01", "2025-03-03/2025-03-05"]


def test_no_cell_is_a_formula(book: Any) -> None:
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d", "inlineStr"}
    assert FORMULA in column(book, "Tellings", "Quote")


def test_no_formula_stands_in_the_file(path: Path) -> None:
    with zipfile.ZipFile(path) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]
    assert len(sheets) == 4
    assert not any(b"<f>" in sheet for sheet in sheets)


def test_only_web_addresses_are_links(book: Any) -> None:
    links = [cell.hyperlink.target for row in book["Sources"].iter_rows() for cell in row
             if cell.hyperlink]  # fmt: skip
    assert links == ["https://post.example/2024/recall?id=1&x=2"]


def test_hidden_characters_are_shown(book: Any) -> None:
    titles = column(book, "Sources", "Title")
    assert any("[U+202E]" in title for title in titles)
    assert not any("\u202e" in title or "\x1b" in title for title in titles)


def test_a_reading_is_a_row(book: Any) -> None:
    assert column(book, "Disagreements", "Reading") == ["5 March", "6 March"]
    assert column(book, "Disagreements", "Preferred") == ["yes", None]


def filled(name: str, *rows: list[Any]) -> tuple[Any, Tally]:
    """A book of one sheet that was given these rows, opened, and what was said of it."""
    tally, out = Tally(), io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    style = book.add_format()
    sheet = xlsx.Sheet(book, name, tally, dict.fromkeys(("head", "text", "mark", "day"), style))
    for row in rows:
        sheet.add(row)
    book.close()
    return openpyxl.load_workbook(out), tally


def test_what_does_not_fit_is_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 1)
    monkeypatch.setattr(xlsx, "LETTERS", 3)
    book, tally = filled("Sources", ["long text"], ["second"])
    assert column(book, "Sources", "Title") == ["lon"]
    assert tally.notes() == [
        "1 rows of Sources did not fit on the sheet and were left out",
        "1 texts were longer than the 3 characters of a cell and were cut",
    ]


def test_a_day_before_excel_counts_days_is_text() -> None:
    book, _ = filled("Timeline", [dt.date(1899, 12, 30)], [dt.date(1962, 4, 16)])
    assert column(book, "Timeline", "Date") == ["1899-12-30", 22752]


@pytest.mark.parametrize("text", ["javascript:alert(1)", "file:///etc/passwd", "internal:Sheet1",
                                  "https://x.example/" + "a" * 999])  # fmt: skip
def test_what_is_no_web_address_stays_text(text: str) -> None:
    book, _ = filled("Sources", [xlsx.Link(text)])
    cell = book["Sources"]["A2"]
    assert (cell.value, cell.hyperlink) == (text, None)
