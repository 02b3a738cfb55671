"""Rows as CSV for people's spreadsheets (RFC 4180 but for its line ends), a line at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from dragoman.formats.escapes import cell

Cell = str | int | float | None


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """A header and the rows; None is an empty cell, numbers stay numbers, formulas do not run."""
    yield _line(columns)
    for row in rows:
        yield _line([cell(one) if isinstance(one, str) else one for one in row])


def _line(cells: Sequence[Cell]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
