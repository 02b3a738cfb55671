"""The days of an incident as words and as parts, no more precise than they are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dragoman.formats.edtf import OPEN, edtf
from dragoman.show.wording import MONTHS, day_text

Parts = tuple[int, ...]
"""Year; year and month; or year, month and day: as many as are known."""


def in_words(row: Mapping[str, Any]) -> str:
    """ "3 November 2025", "November 2025", "between 3 and 5 March 2025", "by 8 May 2024".

    "Between" and "by", since one day is meant that is not known to the day; `row` is one of
    incidents or events.
    """
    begin, slash, end = _edtf(row).partition("/")
    if not begin:
        return "date not known"
    if not slash:
        return _text(begin)
    if begin == OPEN:
        return f"by {_text(end)}"
    if end == OPEN:
        return f"on or after {_text(begin)}"
    return f"between {_text(begin, beside=end)} and {_text(end)}"


def ends(row: Mapping[str, Any]) -> tuple[Parts, Parts] | None:
    """Parts of the first and of the last day; None where no day is known.

    A side that is open is taken for the other: what happened "by 8 May" stands on 8 May.
    """
    text = _edtf(row)
    if not text:
        return None
    begin, _, end = text.partition("/")
    known = [side for side in (begin, end or begin) if side != OPEN]
    return _parts(known[0]), _parts(known[-1])


def outer(row: Mapping[str, Any]) -> tuple[dt.date, dt.date] | None:
    """First and last day, an open side taken for the other; None where no day is known."""
    first = row["date_start"] or row["date_end"]
    return None if first is None else (first, row["date_end"] or first)


def is_coarse(row: Mapping[str, Any]) -> bool:
    """Whether a date is known, but not to the day."""
    return bool(row["date_start"] != row["date_end"])


def _edtf(row: Mapping[str, Any]) -> str:
    return edtf(row["date_start"], row["date_end"], row["date_precision"])


def _parts(text: str) -> Parts:
    return tuple(int(part) for part in text.split("-"))


def _text(date: str, *, beside: str = "") -> str:
    """A day, month or year in words; what the date `beside` it says too is left out."""
    parts = _parts(date)
    if len(parts) == 1:
        return str(parts[0])
    month = MONTHS[parts[1] - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    if date[:7] == beside[:7]:
        return str(parts[2])
    return f"{parts[2]} {month}" if date[:4] == beside[:4] else day_text(dt.date(*parts))
