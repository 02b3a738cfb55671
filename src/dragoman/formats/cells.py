"""Cells of the old event files: tabs between them, no quoting; values out of cells and back."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable

from dragoman.formats.foreign import BadRow
from dragoman.store.export import FORMULA

GAP = re.compile(r"[\t\r\n\x0b\x0c\x00\x1c-\x1e\x85\u2028\u2029]+")
"""What would end a cell or a row, here or in somebody's reader."""

TABS: dict[str, str | bool] = {"delimiter": "\t", "header": True}
"""Frictionless' words for a table with tabs under a header."""

BETWEEN = "; "
LONGEST_SHOWN = 40


def cell(value: object) -> str:
    """A value as a cell: "" for None, numbers as Python writes them, no tab and no line's end.

    Text that a spreadsheet would take for a formula gets a quote mark in front, which `text` takes
    away again. There is no quoting in these files, but most readers look for it: a value that
    begins with a double quote, which would swallow the cells behind it, gets single ones.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    plain = value if value.isprintable() else GAP.sub(" ", value)
    if plain.startswith('"'):
        return plain.replace('"', "'")
    return f"'{plain}" if plain.startswith(FORMULA) else plain


def text(value: str) -> str | None:
    """A cell as text; None where it is empty."""
    bare = value.strip()
    if bare.startswith("'") and bare.startswith(FORMULA, 1):
        return bare[1:]
    return bare or None


def line(values: Iterable[object]) -> str:
    """Values as one row with its line's end."""
    return "\t".join(map(cell, values)) + "\n"


def joined(values: Iterable[str | None], missing: str = "") -> str:
    """Values as a list in one cell; "" when all are missing.

    A semicolon within a value becomes a comma. `missing` holds the place of a value that is not
    known, so that several lists stay in the same order.
    """
    found = list(values)
    if not any(found):
        return ""
    return BETWEEN.join(value.replace(";", ",") if value else missing for value in found)


def parted(text: str | None) -> list[str]:
    """The values of a list in one cell."""
    return [] if text is None else [part.strip() for part in text.split(";")]


def day(text: str, column: str) -> dt.date:
    """A day written 2025-05-16, 20250516, or the first with a time behind it.

    Raises:
        BadRow: it is none of these.
    """
    try:
        if len(text) == 8 and text.isascii() and text.isdigit():
            return dt.date(int(text[:4]), int(text[4:6]), int(text[6:]))
        head, gap, _ = text.replace("T", " ").partition(" ")
        if len(head) == 10 and (gap or len(text) == 10):
            return dt.date.fromisoformat(head)
    except ValueError:
        pass
    raise BadRow("bad_date", f"{column} {shown(text)} is no date; expected one like 2025-05-16")


def number(text: str | None, column: str, *, low: float, high: float) -> float | None:
    """A number within bounds; None where the cell is empty.

    Raises:
        BadRow: it is none, or lies outside them.
    """
    if text is None or text == "":
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        raise BadRow("bad_number", f"{column} {shown(text)} is no number from {low:g} to {high:g}")
    return value


def whole(text: str | None, column: str, *, low: int, high: int) -> int | None:
    """A whole number within bounds; None where the cell is empty.

    Raises:
        BadRow: it is none, or lies outside them.
    """
    value = number(text, column, low=low, high=high)
    if value is None:
        return None
    if value != int(value):
        raise BadRow("bad_number", f"{column} {shown(text or '')} is no whole number")
    return int(value)


def point(lat: str | None, lon: str | None) -> tuple[float | None, float | None]:
    """Latitude and longitude in degrees; both or none.

    Raises:
        BadRow: they are no place on earth.
    """
    north = number(lat, "latitude", low=-90, high=90)
    east = number(lon, "longitude", low=-180, high=180)
    return (None, None) if north is None or east is None else (north, east)


def shown(text: str) -> str:
    """A value as a message quotes it: short, on one line."""
    return repr(text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…")
