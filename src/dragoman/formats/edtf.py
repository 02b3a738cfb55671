"""Dates as EDTF, level 1 (ISO 8601-2): the one text form of first day, last day and precision.

Citation managers, map tools and libraries read it; a spreadsheet takes it as text.
"""

from __future__ import annotations

import datetime as dt

from dragoman import dates

OPEN = ".."
_MONTH = len("2025-03")
_YEAR = len("2025")


def edtf(first: dt.date | None, last: dt.date | None, precision: str | None) -> str:
    """Days of the record as EDTF; empty where nothing is known.

    "2025-03-14" a day, "2025-03" a month, "2025" a year, "2025-03-03/2025-03-05" from the first to
    the last day on which it may have happened, "../2025-03-14" by that day at the latest. An
    interval of EDTF is read as lasting; ours bounds a day that is not known. Level 1 has no form
    for that (level 2 has), so the columns beside it stay the reference. "~" (about) is never
    written: the record keeps bounds instead.

    Args:
        first, last: first and last day, both inclusive; None: not known.
        precision: "day", "week", "month", "year", "range" or None, as in the record. A month or a
            year is written short only where the two days are its first and its last.
    """
    if first is None and last is None:
        return ""
    if first is None or last is None:
        return f"{_text(first)}/{_text(last)}"
    length = _length(first, last, precision)
    begin, end = first.isoformat()[:length], last.isoformat()[:length]
    return begin if begin == end else f"{begin}/{end}"


def _text(day: dt.date | None) -> str:
    return OPEN if day is None else day.isoformat()


def _length(first: dt.date, last: dt.date, precision: str | None) -> int | None:
    """How many characters of the two days say all that is known; None: all of them."""
    ends = dates.month(last.year, last.month).last
    if precision == "month" and first.day == 1 and last == ends:
        return _MONTH
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return _YEAR if precision == "year" and whole_years else None
