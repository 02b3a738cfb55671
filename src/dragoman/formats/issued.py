"""When a report was published, as much of it as is known."""

from __future__ import annotations

import datetime as dt

from dragoman.store.rows import Row

LENGTHS = {"year": 4, "month": 7}


def issued(report: Row) -> str:
    """The day, month or year as ISO 8601 ("2025-03-14", "2025-03", "2025"); "" where unknown."""
    day: dt.date | None = report["published"]
    if day is None:
        return ""
    return day.isoformat()[: LENGTHS.get(report["published_precision"] or "day", 10)]
