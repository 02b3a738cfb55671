"""CSV files of other people, with quoting: rows under a header, or known by their width."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from dragoman.formats.foreign import BadRow, ForeignEvent, Rows, rejected
from dragoman.formats.sources import ROW_BYTES, decoded
from dragoman.read.files import Refused
from dragoman.read.limits import Limits
from dragoman.read.tables import fields, rows

LIMITS = Limits(record_bytes=ROW_BYTES)
DELIMITERS = ",;\t"

Values = dict[str, str | None]


def read_table(
    file: str,
    stream: BinaryIO,
    columns: Sequence[str],
    *,
    sign: str,
    make: Callable[[str, int, Values], ForeignEvent],
) -> Rows:
    """The events of a CSV file, by its header, or in the standard order where it has none.

    Args:
        file: its name in rows and rejections.
        stream: its bytes, which can be peeked at.
        columns: the format's columns in their order.
        sign: a column that only this format has: a row that names it is the header.
        make: an event out of a row's number and its values by column, None where a cell is empty.
    """
    delimiter = _delimiter(stream)
    header = None
    for unit in rows(stream, delimiter, LIMITS):
        if unit.data is None:
            reason, detail = unit.fault or ("bad_csv", "")
            yield rejected(file, unit.number, reason, detail)
            continue
        try:
            cells = fields(decoded(unit.data.removeprefix(b"\xef\xbb\xbf")), delimiter)
            if header is None:
                named = [cell.strip().casefold() for cell in cells]
                if sign in named:
                    header = named
                    continue
                header = list(columns)
            yield make(file, unit.number, _values(cells, header, columns))
        except (BadRow, Refused) as fault:
            yield rejected(file, unit.number, fault.reason, fault.detail)


def _values(cells: list[str], header: Sequence[str], columns: Sequence[str]) -> Values:
    if len(cells) != len(header):
        raise BadRow("bad_width", f"{len(cells)} cells, expected {len(header)}")
    found = dict(zip(header, cells, strict=True))
    return {name: found.get(name, "").strip() or None for name in columns}


def _delimiter(stream: BinaryIO) -> str:
    """What stands between cells: whatever the first line has most of."""
    line: bytes = stream.peek(1 << 13).partition(b"\n")[0]  # type: ignore[attr-defined]
    return max(DELIMITERS, key=lambda mark: line.count(mark.encode()))


def needed(values: Values, column: str) -> str:
    """A value that a row cannot do without.

    Raises:
        BadRow: it is empty.
    """
    value = values[column]
    if value is None:
        raise BadRow("bad_code", f"no {column}")
    return value


def listed(*values: str | None) -> Iterator[str]:
    """The names in cells that hold one or, between semicolons, several; each once."""
    seen: set[str] = set()
    for value in values:
        for part in (value or "").split(";"):
            name = part.strip()
            if name and name not in seen:
                seen.add(name)
                yield name
