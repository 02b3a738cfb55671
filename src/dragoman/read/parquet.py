"""Parquet: each row is a report; only the columns of a report are read, a few rows at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from dragoman.read.files import Refused
from dragoman.read.limits import Limits
from dragoman.read.rows import is_named
from dragoman.read.units import Unit, said

ROWS = 64
"""Rows fetched at a time: each cell may be as large as a record."""


def rows(
    stream: BinaryIO, limits: Limits, *, columns: Iterable[str] = (), group: int | None = None,
    number: int = 1,
) -> Iterator[Unit]:  # fmt: skip
    """The rows of a file, or of one of its row groups; a unit's offsets are those of its group.

    Args:
        stream: the file; it can be sought in.
        limits: what a row may hold.
        columns: names of further columns that hold a value of a report.
        group: which row group, from 0; None: all.
        number: of the first row.

    Raises:
        Refused: no Parquet, damaged, or without a column of a report.
    """
    from pyarrow import ArrowException, parquet

    further = frozenset(columns)
    try:
        file = parquet.ParquetFile(stream, read_dictionary=_texts(stream))
        wanted = [name for name in file.schema_arrow.names if is_named(name) or name in further]
        if not wanted:
            known = ", ".join(file.schema_arrow.names[:8])
            raise Refused("no_text", f"no column of a report; found: {known}")
        groups = range(file.num_row_groups) if group is None else (group,)
        for one in groups:
            for row in _rows(file, one, wanted):
                yield _unit(row, one, number, limits)
                number += 1
    except (ArrowException, OSError, ValueError) as error:
        said = " ".join(str(error).split())[:200]
        raise Refused("corrupt_file", f"it is no Parquet file, or damaged: {said}") from error


def _texts(stream: BinaryIO) -> list[str]:
    """Columns of text, held as dictionaries: what is repeated a million times is held once."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = parquet.read_schema(stream)
    stream.seek(0)
    kinds = (pa.types.is_string, pa.types.is_large_string, pa.types.is_binary)
    return [field.name for field in schema if any(is_kind(field.type) for is_kind in kinds)]


def _rows(file: Any, group: int, wanted: list[str]) -> Iterator[dict[str, Any]]:
    for batch in file.iter_batches(batch_size=ROWS, row_groups=[group], columns=wanted):
        for at in range(batch.num_rows):
            yield {name: batch.column(name)[at].as_py() for name in wanted}


def _unit(found: dict[str, Any], group: int, number: int, limits: Limits) -> Unit:
    row: dict[str, object] = {}
    for name, value in found.items():
        if isinstance(value, bytes):
            value = value.decode("utf-8", "replace")
        if isinstance(value, str) and len(value) > limits.record_bytes:
            detail = f"column {name} holds {len(value)} characters"
            return Unit(group, group + 1, number, None, ("too_large", detail))
        row[name] = value.isoformat() if isinstance(value, dt.date) else value
    return Unit(group, group + 1, number, said(row), row=row)
