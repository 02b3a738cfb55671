"""Parquet: a row is a report; only its columns are read, and never all at once."""

from __future__ import annotations

import datetime as dt
import random
import tracemalloc
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from dragoman.errors import UsageError
from dragoman.model.report import RawReport
from dragoman.read import Limits, check_columns, plan, read

TEXT = "The envoy of Kenya left Oslo."


def write(path: Path, group: int = 10, **columns: object) -> Path:
    parquet.write_table(pa.table(columns), path, row_group_size=group)
    return path


def got(path: Path, columns: dict[str, str] | None = None, **limits: int) -> list[RawReport | str]:
    bounds, named = Limits(**limits), columns or {}
    shards = plan([path], limits=bounds, columns=named)
    found = [one for shard in shards for one in read(shard, limits=bounds, columns=named)]
    return [one if isinstance(one, RawReport) else one.reason for one in found]


def test_rows_are_reports_with_the_values_of_their_columns(tmp_path: Path):
    path = write(
        tmp_path / "a.parquet", body=[f"{TEXT} {n}" for n in range(25)], id=list(range(25)),
        date_publish=[dt.date(2025, 11, 1 + n) for n in range(25)], vector=[[0.0] * 9] * 25,
    )  # fmt: skip
    found = got(path)
    assert len(found) == 25
    last = found[-1]
    assert isinstance(last, RawReport)
    assert (last.uri, last.content, last.published) == ("24", f"{TEXT} 24", "2025-11-25")


def test_columns_of_other_names_are_read_when_they_are_told(tmp_path: Path):
    path = write(tmp_path / "a.parquet", corpo=[TEXT], dia=["2025-11-03"])
    assert got(path) == ["no_text"]
    (report,) = got(path, {"text": "corpo", "published": "dia"})
    assert isinstance(report, RawReport)
    assert (report.content, report.published) == (TEXT, "2025-11-03")


def test_a_value_that_no_report_has_is_a_fault_of_the_user():
    with pytest.raises(UsageError, match="txt"):
        check_columns({"txt": "corpo"})


def test_rows_without_text_cost_themselves(tmp_path: Path):
    path = write(tmp_path / "a.parquet", text=[TEXT, None, "", TEXT])
    assert ["ok" if isinstance(one, RawReport) else one for one in got(path)] == [
        "ok", "no_text", "no_text", "ok",
    ]  # fmt: skip


def test_a_cell_beyond_the_limit_costs_its_row(tmp_path: Path):
    path = write(tmp_path / "a.parquet", text=[TEXT, "x" * 5000, TEXT])
    found = got(path, record_bytes=1000)
    assert [one for one in found if isinstance(one, str)] == ["too_large"]


def test_a_small_file_of_much_text_is_read_in_little_memory(tmp_path: Path):
    large = "word " * 40_000
    # Held as a dictionary here, as in the file: written out it would be a gigabyte.
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 5_000, pa.int32()), pa.array([large]))
    path = write(tmp_path / "a.parquet", group=5_000, text=column)
    pool = pa.default_memory_pool()
    before = pool.max_memory()
    assert path.stat().st_size < 1_000_000
    tracemalloc.start()
    try:
        count = sum(1 for shard in plan([path]) for _ in read(shard))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 5_000
    assert peak < 50_000_000
    assert pool.max_memory() - before < 100_000_000


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_told_or_read(tmp_path: Path, seed: int):
    path = write(tmp_path / "a.parquet", text=[f"{TEXT} {n}" for n in range(50)])
    data = bytearray(path.read_bytes())
    chance = random.Random(seed)
    for _ in range(3):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    assert all(isinstance(one, RawReport | str) for one in got(path))


@pytest.mark.parametrize("data", [b"", b"PAR1", b"no parquet at all"])
def test_what_is_no_parquet_says_so(tmp_path: Path, data: bytes):
    (tmp_path / "a.parquet").write_bytes(data)
    assert got(tmp_path / "a.parquet") == ["corrupt_file"]


def test_the_shards_are_the_same_each_time(tmp_path: Path):
    path = write(tmp_path / "a.parquet", text=[f"{TEXT} {n}" for n in range(35)])
    assert plan([path]) == plan([path])
    assert sum(shard.reports for shard in plan([path])) == 35
