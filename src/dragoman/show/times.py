"""Time expressions as a table: the words, the days, TimeML's terms, and why."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.dates import DateRange
from dragoman.resolve.times.told import FoundTime, as_row
from dragoman.show.views import Column, View

KEYS = ("start", "end", "words", "type", "value", "date_start", "date_end", "date_precision",
        "relative", "why", "open")  # fmt: skip


def times(found: Sequence[FoundTime]) -> View:
    """A view of what `resolve.times.told.times_in` found; rows have the keys of `KEYS`."""
    columns = (
        Column(title="Words"),
        Column(title="Means"),
        Column(title="Precision"),
        Column(title="TimeML", spare=True),
        Column(title="Why", long=True),
    )
    lines = tuple(
        (
            time.words,
            in_words(time.range),
            "" if time.range is None else time.range.precision,
            f"{time.type} {time.value}",
            time.why if time.open is None else f"{time.why}; open: {time.open}",
        )
        for time in found
    )
    rows = tuple(as_row(time) for time in found)
    return View(name="times", columns=columns, lines=lines, rows=rows, keys=KEYS)


def in_words(days: DateRange | None) -> str:
    """Days as "2025-11-03", "2025-11-01 to 2025-11-30", "up to 2025-11-03"; "open" for none."""
    if days is None:
        return "open"
    if days.first is None:
        return f"up to {days.last}"
    if days.last is None:
        return f"from {days.first} on"
    return f"{days.first}" if days.first == days.last else f"{days.first} to {days.last}"
