from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa
import pytest

from dragoman.errors import LibraryMissingError, UsageError
from dragoman.show.record import Record
from dragoman.show.results import Result
from dragoman.show.views import Column, View
from dragoman.store.store import Store
from tests.formats.made import tables

SCRIPT = '<script>alert(1)</script>\u202e\x1b[31m"'


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder = tmp_path_factory.mktemp("results") / "record"
    with Store.open(folder, create=True) as store:
        store.publish(tables())
    return Record.open(folder)


def made(*cells: str) -> Result:
    rows = tuple({"a": cell} for cell in cells)
    view = View(name="made", columns=(Column(title="A"),), rows=rows, keys=("a",),
                lines=tuple((cell,) for cell in cells))  # fmt: skip
    return Result("made", lambda: view, lambda: None)


def test_nothing_is_read_before_it_is_asked_for() -> None:
    def fail() -> View:
        raise AssertionError("read")

    lazy = Result("lazy", fail, fail)
    assert repr(lazy) == "<lazy: not read yet>"
    with pytest.raises(AssertionError, match="read"):
        len(lazy)


def test_a_result_is_a_sequence(record: Record) -> None:
    result = record.incidents()
    assert len(result) == len(list(result)) == 3
    assert result[0]["incident_id"] == "i1"
    assert [row["incident_id"] for row in result[:2]] == ["i1", "i2"]
    assert repr(result) == "<incidents: 3 rows>"


def test_it_is_read_once() -> None:
    looks = []

    def look() -> View:
        looks.append(1)
        return View(name="v", columns=(), lines=(), rows=({"a": 1},), keys=("a",))

    result = Result("v", look, lambda: None)
    assert (len(result), result[0], list(result), looks) == (1, {"a": 1}, [{"a": 1}], [1])


def test_arrow_has_the_types_of_the_table(record: Record) -> None:
    table = record.incidents().to_arrow()
    assert str(table.schema.field("date_start").type) == "date32[day]"
    assert table.column("actors").to_pylist()[0][0]["party_id"] == "CHL"


@pytest.mark.parametrize("name", ["timeline", "incidents", "events", "conflicts", "offices",
                                  "reports", "rejections", "parties", "relations"])  # fmt: skip
def test_every_answer_goes_to_arrow_and_back(record: Record, name: str) -> None:
    result = getattr(record, name)()
    assert len(result) > 0
    assert result.to_arrow().to_pylist() == list(result)


def test_an_empty_answer_keeps_its_types(record: Record) -> None:
    table = record.timeline(since="2100").to_arrow()
    assert (table.num_rows, str(table.schema.field("date_start").type)) == (0, "date32[day]")
    assert table.schema.names[-2:] == ["disputed", "quotes"]


def test_other_libraries_take_the_stream(record: Record) -> None:
    table = pa.table(record.reports())
    assert table.num_rows == 3


def test_pandas_gets_days_as_timestamps(record: Record) -> None:
    frame = record.incidents().to_pandas()
    assert (len(frame), str(frame["date_start"].dtype)[:10]) == (3, "datetime64")


def test_polars_gets_the_rows(record: Record) -> None:
    frame = record.incidents().to_polars()
    assert frame["incident_id"].to_list() == ["i1", "i2", "i3"]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_missing_is_named(
    record: Record, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(LibraryMissingError, match=f"{library} is not installed"):
        getattr(record.incidents(), f"to_{library}")()


def test_a_notebook_shows_the_first_rows(record: Record) -> None:
    page = record.incidents()._repr_html_()
    assert "<caption>incidents: 3 rows</caption>" in page
    assert page.count("<tr>") == 4


def test_a_notebook_shows_text_as_text() -> None:
    page = made(SCRIPT)._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\u202e" not in page
    assert "\x1b" not in page


def test_a_notebook_shows_no_more_than_is_looked_at() -> None:
    page = made(*(["x" * 5000] * 30))._repr_html_()
    assert "30 rows, the first 10" in page
    assert len(page) < 4000


def test_a_query_of_ones_own(record: Record) -> None:
    result = record.sql("select uri from reports where report_id = ?", ["wire"])
    assert (list(result), repr(result)) == ([{"uri": "wire.txt"}], "<sql: 1 rows>")
    assert "wire.txt" in result._repr_html_()
    assert result.to_arrow().column_names == ["uri"]


def test_a_query_is_looked_at_late(record: Record) -> None:
    result = record.sql("this is no query")
    with pytest.raises(UsageError, match="sql: "):
        len(result)


@pytest.mark.parametrize("query", ["create table x (a int)", "drop table reports", "",
                                   "select * from read_csv('/etc/hostname')",
                                   "copy reports to 'out.csv'", "install httpfs"])  # fmt: skip
def test_a_query_reads_the_record_and_nothing_else(
    record: Record, query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="sql"):
        list(record.sql(query))
    assert list(tmp_path.iterdir()) == []
