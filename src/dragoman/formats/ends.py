"""Where a spell of relations begins and ends, no more precisely than the change is known."""

from __future__ import annotations

import datetime as dt

from dragoman.dates import DAY
from dragoman.store.rows import Row

KNOWN = (None, "day")
_LENGTHS = {"year": 4, "month": 7, "week": 7, "range": 7}
"""Characters of the ISO date that stay; of a week or a range its middle is kept, so its month."""


def begins(row: Row) -> str:
    """The first day of a spell, or its month or year; "" where it began before what is told."""
    return _cut(row["date_start"], row["start_precision"])


def ends(row: Row) -> str:
    """The last day of a spell, or the month or year of the change that ended it; "" if open.

    The last day is the one before the change: a spell that ended "in February" may have lasted
    beyond 31 January, so February is told.
    """
    day, precision = row["date_end"], row["end_precision"]
    is_known = day is None or precision in KNOWN
    return _cut(day if is_known else day + DAY, precision)


def lasting(row: Row) -> str:
    """Both as one interval of EDTF, an open or unknown side as ".."."""
    return f"{begins(row) or '..'}/{ends(row) or '..'}"


def _cut(day: dt.date | None, precision: str | None) -> str:
    return "" if day is None else day.isoformat()[: _LENGTHS.get(precision or "day", 10)]
