"""Spells of relations in words, and the days to draw them on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.show import wording

Row = Mapping[str, Any]

WIDE, NARROW = 960, 320
"""Widths of the two drawings in SVG units: a desk and a phone."""

MARGIN_SHARE = 12
"""The frame reaches past the first and the last change by one part in so many of the whole."""

LEAST_MARGIN_DAYS = 20


def when_text(row: Row) -> str:
    """The days of a spell in words, as exactly as its changes are dated."""
    first, last = row["date_start"], row["date_end"]
    begun = None if first is None else wording.edge(first, row.get("start_precision"))
    ended = None if last is None else wording.edge(last, row.get("end_precision"))
    if begun is None:
        return "all the time" if ended is None else f"until {ended}"
    return f"since {begun}" if ended is None else f"from {begun} to {ended}"


def frame(rows: Sequence[Row]) -> tuple[dt.date, dt.date]:
    """The days to draw spells on: from before the first change to after the last, with a margin."""
    changes = [row["date_start"] for row in rows if row["date_start"] is not None]
    known = changes or [dt.date(2000, 1, 1)]
    first, end = min(known), max(known)
    margin = dt.timedelta(days=max((end - first).days // MARGIN_SHARE, LEAST_MARGIN_DAYS))
    floor, ceiling = dt.date.min + margin, dt.date.max - margin
    return max(first, floor) - margin, min(end, ceiling) + margin
