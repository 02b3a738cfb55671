"""Rows of the record as text: JSON lines and CSV, one form for commands, exports and pages."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterable, Iterator

from dragoman.store.rows import Row

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula; such text gets a quote mark in front."""

_BREAKS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


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
    return "".join(csv_lines(names, rows))


def csv_lines(names: Iterable[str], rows: Iterable[Row]) -> Iterator[str]:
    """As `csv_text`, a row at a time, the header first; each piece ends its line."""
    line = csv.writer(_Passed(), lineterminator="\n").writerow
    columns = list(names)
    yield line([_cell(column) for column in columns])
    for row in rows:
        yield line([_cell(row.get(column)) for column in columns])


class _Passed:
    """What a CSV writer writes to, and hands back: the line itself."""

    def write(self, line: str) -> str:
        return line


def csv_row(names: Iterable[str], row: Row) -> str:
    """One row as `csv_text` writes it, without the header."""
    line: str = csv.writer(_Passed(), lineterminator="\n").writerow(
        [_cell(row.get(name)) for name in names]
    )
    return line


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
