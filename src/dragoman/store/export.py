"""Exports: the contract's tables as files of their own, one a table."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.store.rows import Row
from dragoman.store.schema import EXPORTED, tables
from dragoman.store.store import Store

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula; such text gets a quote mark in front."""

_BREAKS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def export(store: Store, form: str, folder: Path) -> tuple[Path, ...]:
    """Write every table of the contract into `folder`; the files written, in the contract's order.

    The same record gives the same bytes.

    Args:
        store: the record.
        form: "jsonl", "csv" or "parquet".
        folder: made when missing; files of the same names are replaced, each one whole.

    Raises:
        UsageError: no such format, or `folder` is a file.
    """
    if form not in WRITERS:
        raise UsageError(f"format {form!r}: expected one of {', '.join(WRITERS)}")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is a file; name a folder to export to")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in EXPORTED:
        path = folder / f"{name}.{form}"
        unfinished = folder / f".{name}.{form}.unfinished"
        unfinished.write_bytes(WRITERS[form](store, name))
        unfinished.replace(path)
        written.append(path)
    return tuple(written)


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Each row as one line of JSON, keys as they stand, without the line's end."""
    for row in rows:
        yield json_text(row)


def json_text(value: object) -> str:
    """A value as JSON on one line, whatever characters a reader may take for line ends."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, default=_plain)
    return text.translate(_BREAKS)


def csv_text(names: Iterable[str], rows: Iterable[Row]) -> str:
    """Rows as CSV under a header; lists and records as JSON, formulas made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = list(names)
    writer.writerow([_cell(column) for column in columns])
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    if isinstance(value, dt.date):
        return value.isoformat()
    return json_text(value)


def _plain(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no JSON form")


def _jsonl(store: Store, name: str) -> bytes:
    return "".join(line + "\n" for line in json_lines(store.rows(name))).encode("utf-8")


def _csv(store: Store, name: str) -> bytes:
    return csv_text(tables()[name].names, store.rows(name)).encode("utf-8")


def _parquet(store: Store, name: str) -> bytes:
    from pyarrow import parquet

    sink: Any = io.BytesIO()
    parquet.write_table(store.table(name), sink)
    written: bytes = sink.getvalue()
    return written


WRITERS: dict[str, Callable[[Store, str], bytes]] = {
    "jsonl": _jsonl, "csv": _csv, "parquet": _parquet,
}  # fmt: skip
