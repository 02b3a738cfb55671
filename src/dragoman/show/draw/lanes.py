"""The timeline as lanes, one for each family of acts: where each mark stands, as whole numbers.

A mark's size tells how many independent sources there are (hollow: one), its whisker between which
days it lies, its shape how the reports assert it. Marks that would cover each other stand in rows.
Where there are too many marks to tell apart, they are counted in bins.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.show.draw.axis import Axis, axis

MOST = 2000
"""Marks that are drawn one by one."""

VAGUE_DAYS = 731
"""What is known only within more days than these has no place on the line."""

LABEL = 24
"""Height of a lane's name."""

ROW, SMALL_ROW = 21, 12
MOST_ROWS, MOST_SMALL_ROWS = 12, 24
LEAST_R, MOST_R = 5, 10
BARS = 56
"""Height of the tallest bar of a lane of bins."""

LANES = (
    (2, "material cooperation"),
    (1, "verbal cooperation"),
    (None, "other acts"),
    (3, "verbal conflict"),
    (4, "material conflict"),
)
"""quad_class and name, from the friendliest to the most hostile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """An incident to draw; one of `first` and `last` may be None, an open side."""

    incident_id: str
    first: dt.date | None
    last: dt.date | None
    family: int | None
    status: str
    sources: int
    disputed: bool
    tip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark; `low` and `high`: the ends of its whisker, None without one."""

    incident_id: str
    x: int
    y: int
    r: int
    low: int | None
    high: int | None
    shape: str
    hollow: bool
    disputed: bool
    tip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many incidents of a family fall into the days from `since` to `until`.

    `place`: of the first of them in the whole chronology, from 1.
    """

    family: int | None
    since: dt.date
    until: dt.date
    count: int
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bin as a bar."""

    x: int
    y: int
    width: int
    height: int
    bin: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A lane between `y` and `y + height`; its name's baseline is at `y + 16`."""

    family: int | None
    name: str
    y: int
    height: int
    count: int
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """A drawing."""

    width: int
    height: int
    axis: Axis
    lanes: tuple[Lane, ...]

    @property
    def quiet(self) -> int:
        """The height at which a word across the lanes meets no lane's name."""
        tallest = max(self.lanes, key=lambda lane: lane.height)
        return tallest.y + (LABEL + tallest.height) // 2


def frame(dots: Iterable[Dot], more: Iterable[dt.date] = (), *, width: int) -> Axis | None:
    """The line of days that `dots` and `more` days need; None where there is no day."""
    days = [day for dot in dots for day in (dot.first, dot.last) if day is not None]
    days.extend(more)
    return axis(days, width) if days else None


def is_placed(dot: Dot) -> bool:
    """Whether it is known well enough when it was to be drawn."""
    if dot.first is None or dot.last is None:
        return dot.first is not dot.last
    return (dot.last - dot.first).days <= VAGUE_DAYS


def draw(dots: Sequence[Dot], line: Axis) -> Lanes:
    """The marks of `dots`, all of them placed, in order of time."""
    groups: Mapping[int | None, list[Dot]] = defaultdict(list)
    for dot in dots:
        groups[dot.family].append(dot)
    lanes, y = [], 0
    for family, name in LANES:
        if not groups[family]:
            continue
        lane = _lane(groups[family], line, family=family, name=name, y=y)
        lanes.append(lane)
        y += lane.height
    return Lanes(width=line.width, height=y, axis=line, lanes=tuple(lanes))


def draw_bins(bins: Sequence[Count], line: Axis) -> Lanes:
    """The counts as bars, one scale for all lanes."""
    tallest = max((one.count for one in bins), default=1)
    lanes, y = [], 0
    for family, name in LANES:
        own = [one for one in bins if one.family == family]
        if not own:
            continue
        bars = tuple(_bar(one, line, y + LABEL + BARS, tallest) for one in own)
        height = LABEL + BARS + 8
        count = sum(one.count for one in own)
        lanes.append(Lane(family=family, name=name, y=y, height=height, count=count, bars=bars))
        y += height
    return Lanes(width=line.width, height=y, axis=line, lanes=tuple(lanes))


def _bar(one: Count, line: Axis, floor: int, tallest: int) -> Bar:
    x, end = line.at(one.since), line.after(one.until)
    height = max(round(BARS * one.count / tallest), 2)
    return Bar(x=x, y=floor - height, width=max(end - x - 1, 2), height=height, bin=one)


def _lane(dots: Sequence[Dot], line: Axis, *, family: int | None, name: str, y: int) -> Lane:
    marks = [_mark(dot, line) for dot in dots]
    rows = _rows(marks, MOST_ROWS + 1)
    row, most = ROW, MOST_ROWS
    if max(rows) >= MOST_ROWS:
        marks = [replace(mark, r=max(mark.r // 2 + 1, 3)) for mark in marks]
        row, most = SMALL_ROW, MOST_SMALL_ROWS
        rows = _rows(marks, most)
    top = y + LABEL + row // 2
    placed = tuple(
        replace(mark, y=top + row * min(at, most - 1)) for mark, at in zip(marks, rows, strict=True)
    )
    height = LABEL + row * (min(max(rows), most - 1) + 1) + 8
    return Lane(family=family, name=name, y=y, height=height, count=len(dots), marks=placed)


def _mark(dot: Dot, line: Axis) -> Mark:
    first = dot.first or dot.last
    last = dot.last or dot.first
    if first is None or last is None:
        raise ValueError(f"{dot.incident_id} has no day; ask is_placed first")
    low, high = line.at(first), line.after(last)
    open_ = dot.first is None or dot.last is None
    r = min(LEAST_R + dot.sources - 1, MOST_R)
    middle = min(max((low + high) // 2, r + 2), line.width - r - 2)
    if open_:
        low, high = (low - 3 * r, high) if dot.first is None else (low, high + 3 * r)
    is_long = (open_ or first != last) and (low < middle - r or high > middle + r)
    return Mark(
        incident_id=dot.incident_id, x=middle, y=0, r=r,
        low=max(low, 1) if is_long else None, high=min(high, line.width - 1) if is_long else None,
        shape=dot.status, hollow=dot.sources < 2, disputed=dot.disputed, tip=dot.tip,
    )  # fmt: skip


def _rows(marks: Sequence[Mark], most: int) -> list[int]:
    """The row of each mark: the first in which it covers none that came before, else the last."""
    ends: list[int] = []
    rows = []
    for mark in marks:
        reach = mark.r + (4 if mark.disputed else 2)
        left = min(mark.x - reach, mark.x if mark.low is None else mark.low)
        right = max(mark.x + reach, mark.x if mark.high is None else mark.high)
        at = next((row for row, end in enumerate(ends) if end <= left), len(ends))
        at = min(at, most - 1)
        if at == len(ends):
            ends.append(right)
        ends[at] = max(ends[at], right)
        rows.append(at)
    return rows
