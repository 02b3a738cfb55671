"""What the rows of every command that answers JSON lines have in common: an object, a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dragoman.dates import publication_fault


def shape_fault(row: Any) -> str | None:
    """Why a row is no object, in a plain sentence; an error stands for a line that is not JSON."""
    if isinstance(row, Exception):
        return f"not JSON: {row}"
    return None if isinstance(row, dict) else "not a JSON object"


def day_of(value: object) -> dt.date | None:
    """The day that a value writes, a time behind it left out; None when it is none."""
    try:
        return dt.date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def day_fault(
    published: object, today: dt.date | None = None, *, most: int | None = None
) -> str | None:
    """Why a row cannot be of a day, in a plain sentence; None when it can, or gives none.

    `today`: a row published after it has a fault, as one published before 1400; None: none has.
    `most`: characters of the value that are shown.
    """
    if published is None:
        return None
    on = day_of(published)
    if on is None:
        return f"published {repr(published)[:most]} is not a day; write it as 2025-11-05"
    fault = None if today is None else publication_fault(on, today)
    return None if fault is None else f"published {fault}"
