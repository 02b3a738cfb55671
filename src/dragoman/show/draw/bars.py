"""Spells as bars over time, and counts by year as columns: geometry only, in whole numbers.

An end that is not known is drawn open: the bar reaches the edge of the frame, without an end line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.show.band import Scale, Tick

ROW = 44
"""Height of a bar with its label above it."""

BAR = 14
"""Height of the bar itself."""

LETTER = 7
"""Width reserved for one letter of a label, in units at font size 13."""

FOOT = 22
"""Room for the years below."""

MOST_COLUMNS = 30
"""Columns of a chart; years are put together where there are more."""

HALF = 44
"""Height of the longest column above the line, and below it."""

LINE = HALF + 16
"""Where the line between them lies: above it is room for the counts."""

LEAST_FIGURE = 18
"""Width of a column that has room for its counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Something that lasted: `since` and `until` are its first and last day, None not known."""

    label: str
    since: dt.date | None
    until: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar `width` units long; `y` is its upper edge, its label begins at `label_x`, above it."""

    x: int
    y: int
    width: int
    label: str
    label_x: int
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A drawing of `width` by `height` units."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The counts of some years, `done` above the line and `received` below it.

    Attributes:
        x, width: of both columns. above, below: their heights.
        figures: whether there is room to write the counts. label: years and counts in words.
    """

    x: int
    width: int
    above: int
    below: int
    done: int
    received: int
    figures: bool
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Columns above and below a line at `line` units from the top."""

    width: int
    height: int
    line: int
    columns: tuple[Column, ...]
    first: str
    last: str


def bars(spells: Sequence[Spell], *, width: int) -> Bars | None:
    """One bar a spell, in their order, on one scale of days; None where no day is known.

    A spell of which neither end is known has no bar.
    """
    spells = [one for one in spells if one.since is not None or one.until is not None]
    days = [day for one in spells for day in (one.since, one.until) if day is not None]
    if not days:
        return None
    scale = _scale(min(days), max(days), width)
    made = []
    for row, one in enumerate(spells):
        left = 0 if one.since is None else scale.at(one.since)
        right = width if one.until is None else scale.at(_after(one.until))
        made.append(
            Bar(
                x=min(left, width - 3), y=row * ROW + ROW - BAR - 6, width=max(right - left, 3),
                label=one.label, label_x=max(min(left, width - len(one.label) * LETTER), 0),
                open_left=one.since is None, open_right=one.until is None,
            )
        )  # fmt: skip
    height = len(spells) * ROW + FOOT
    return Bars(width=width, height=height, bars=tuple(made), ticks=_years(scale))


def columns(
    done: Mapping[int, int], received: Mapping[int, int], *, first: int, last: int, most: int,
    width: int,
) -> Columns:  # fmt: skip
    """Counts by year from `first` to `last`: `done` above the line, `received` below it.

    Args:
        done: how many in a year; years without are left out. received: the same.
        first: the first year drawn. last: the last one.
        most: the count that is drawn `HALF` units high, so that several drawings compare.
        width: of the drawing in units.
    """
    step = -(-(last - first + 1) // MOST_COLUMNS)
    begins = range(first, last + 1, step)
    room = width // len(begins)
    made = []
    for place, year in enumerate(begins):
        years = range(year, min(year + step, last + 1))
        up, down = (sum(counts.get(one, 0) for one in years) for counts in (done, received))
        name = str(year) if len(years) == 1 else f"{year}–{years[-1]}"
        if up or down:
            made.append(
                Column(
                    x=place * room + 1, width=max(room - 2, 1), above=_high(up, most),
                    below=_high(down, most), done=up, received=down,
                    figures=room - 2 >= LEAST_FIGURE, label=f"{name}: {up} done, {down} received",
                )
            )  # fmt: skip
    return Columns(
        width=width,
        height=2 * LINE + 1,
        line=LINE,
        columns=tuple(made),
        first=str(first),
        last=str(last),
    )


def binned(counts: Mapping[int, int], *, first: int, last: int) -> int:
    """The largest count of a column: what `most` of `columns` may be."""
    step = -(-(last - first + 1) // MOST_COLUMNS)
    return max(
        (
            sum(counts.get(one, 0) for one in range(year, year + step))
            for year in range(first, last + 1, step)
        ),
        default=0,
    )


def _high(count: int, most: int) -> int:
    """Two units at least for what is there at all."""
    return max(round(HALF * count / max(most, 1)), 2) if count else 0


def _scale(first: dt.date, last: dt.date, width: int) -> Scale:
    """Days with some room at both ends, so that an open end is seen to go on."""
    room = dt.timedelta(days=max((last - first).days // 12, 60))
    return Scale(
        first=first - room if first - dt.date.min > room else dt.date.min,
        last=last + room if dt.date.max - last > room else dt.date.max,
        width=width,
    )


def _after(day: dt.date) -> dt.date:
    return day if day == dt.date.max else day + dt.timedelta(days=1)


def _years(scale: Scale) -> tuple[Tick, ...]:
    """Each first of January that has room for its label; the year at the edge where none has."""
    years = range(scale.first.year + 1, scale.last.year + 1)
    apart = 44
    ticks: list[Tick] = []
    for year in years:
        x = scale.at(dt.date(year, 1, 1))
        if (not ticks or x - ticks[-1].x >= apart) and x + apart - 4 <= scale.width:
            ticks.append(Tick(x=x, label=str(year)))
    return tuple(ticks) or (Tick(x=0, label=str(scale.last.year)),)
