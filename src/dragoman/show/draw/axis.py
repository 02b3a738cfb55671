"""Days on a line: where each day is drawn, and the labels below.

A story often has its weeks, a gap of years, and its weeks again. Drawn evenly, the weeks become a
dot. A long stretch in which nothing happened is therefore cut out, and the cut is shown and says
how long it is. All numbers are whole SVG units.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.show import wording

LEAST_CUT = 16
CUTS = 30
"""A cut is so thin, or one part in so many of the line."""

MOST_CUTS = 4
LONG = 8
"""A gap is long when it is so many times the mean gap, and no less than 1/LONG of what is drawn."""

LEAST_GAP_DAYS = 45
LETTER = 7
"""Width reserved for one letter of a label at font size 12."""

_STEPS = (
    ("day", 1), ("day", 2), ("day", 7), ("month", 1), ("month", 3), ("month", 6), ("year", 1),
    ("year", 2), ("year", 5), ("year", 10), ("year", 20), ("year", 50), ("year", 100),
    ("year", 500),
)  # fmt: skip
_DAYS = {"day": 1, "month": 30, "year": 365}
_LEAST_STEP = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days that are drawn: `first` begins at `x`, the day after `last` at `x + width`."""

    first: dt.date
    last: dt.date
    x: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Days that are left out; `label` says how many: "2 years"."""

    x: int
    width: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day with a line; `label` is empty where there is no room."""

    x: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A line of days `width` units wide."""

    width: int
    stretches: tuple[Stretch, ...]
    cuts: tuple[Cut, ...]
    ticks: tuple[Tick, ...]

    @property
    def first(self) -> dt.date:
        """The first day drawn."""
        return self.stretches[0].first

    @property
    def last(self) -> dt.date:
        """The last day drawn."""
        return self.stretches[-1].last

    def at(self, day: dt.date) -> int:
        """Where `day` begins, kept within the frame; a day that is cut out is at the cut's end."""
        for one in self.stretches:
            if day < one.first:
                return one.x
            if day <= one.last:
                days = (one.last - one.first).days + 1
                return one.x + round(one.width * (day - one.first).days / days)
        return self.width

    def after(self, day: dt.date) -> int:
        """Where `day` ends."""
        return self.at(day if day == dt.date.max else day + dt.timedelta(days=1))


def axis(days: Sequence[dt.date], width: int) -> Axis:
    """The line for `days`, at least one, in any order."""
    known = sorted(set(days))
    runs = _runs(known)
    margin = dt.timedelta(days=max(sum((b - a).days for a, b in runs) // 40, 1))
    runs = [(_back(first, margin), _on(last, margin)) for first, last in runs]
    total = sum((last - first).days + 1 for first, last in runs)
    gap = max(LEAST_CUT, width // CUTS)
    free = width - gap * (len(runs) - 1)
    stretches, cuts, x, done = [], [], 0, 0
    for at, (first, last) in enumerate(runs):
        if at:
            gone = (first - runs[at - 1][1]).days - 1
            cuts.append(Cut(x=x, width=gap, label=_length(gone)))
            x += gap
        done += (last - first).days + 1
        end = round(free * done / total) + gap * at
        stretches.append(Stretch(first=first, last=last, x=x, width=end - x))
        x = end
    ticks = _ticks(stretches, width, total / max(free, 1))
    return Axis(width=width, stretches=tuple(stretches), cuts=tuple(cuts), ticks=ticks)


def _runs(days: Sequence[dt.date]) -> list[tuple[dt.date, dt.date]]:
    """First and last day of each run; the gaps between them are cut out."""
    gaps = sorted(((later - day).days, at) for at, (day, later) in enumerate(pairwise(days)))
    left, cut = (days[-1] - days[0]).days, list[int]()
    while gaps and len(cut) < MOST_CUTS:
        length, at = gaps.pop()
        mean = left / (len(gaps) + 1)
        if length < max(LONG * mean, left / LONG, LEAST_GAP_DAYS):
            break
        cut.append(at)
        left -= length
    edges = sorted(cut)
    firsts = [days[0], *(days[at + 1] for at in edges)]
    lasts = [*(days[at] for at in edges), days[-1]]
    return list(zip(firsts, lasts, strict=True))


def _back(day: dt.date, by: dt.timedelta) -> dt.date:
    return day - by if day - dt.date.min > by else dt.date.min


def _on(day: dt.date, by: dt.timedelta) -> dt.date:
    return day + by if dt.date.max - day > by else dt.date.max


def _length(days: int) -> str:
    if days >= 600:
        return wording.count(round(days / 365.25), "year")
    return wording.count(max(round(days / 30.4), 1), "month")


def _ticks(stretches: Sequence[Stretch], width: int, days_per_unit: float) -> tuple[Tick, ...]:
    """Round days within the stretches; each stretch that has room says at least once when it is."""
    unit, step = next(
        (one for one in _STEPS if _DAYS[one[0]] * one[1] >= _LEAST_STEP * days_per_unit), _STEPS[-1]
    )
    made: list[Tick] = []
    free = -LETTER
    for stretch in stretches:
        days = list(_round_days(stretch, unit, step)) or [_middle(stretch)]
        said = 0
        for day in days:
            x = stretch.x + round(
                stretch.width * (day - stretch.first).days
                / ((stretch.last - stretch.first).days + 1)
            )  # fmt: skip
            label = _label(day, unit if len(days) > 1 else "", new=day.year != said)
            if x + 4 < free or x + 4 + len(label) * LETTER > width:
                label = ""
            else:
                free, said = x + 4 + (len(label) + 1) * LETTER, day.year
            made.append(Tick(x=x, label=label))
    return tuple(made)


def _middle(stretch: Stretch) -> dt.date:
    return stretch.first + (stretch.last - stretch.first) // 2


def _label(day: dt.date, unit: str, *, new: bool) -> str:
    month = wording.MONTHS[day.month - 1][:3]
    if unit == "year":
        return str(day.year)
    text = month if unit == "month" else f"{day.day} {month}" if unit == "day" else month
    return f"{text} {day.year}" if new else text


def _round_days(stretch: Stretch, unit: str, step: int) -> Iterator[dt.date]:
    """The first days of months or years, or each so-manieth day, within a stretch."""
    if unit == "day":
        day = stretch.first
        while day <= stretch.last:
            yield day
            if dt.date.max - day < dt.timedelta(days=step):
                return
            day += dt.timedelta(days=step)
        return
    for year in range(stretch.first.year, stretch.last.year + 1):
        if unit == "year" and year % step:
            continue
        for month in range(1, 13, step if unit == "month" else 12):
            if stretch.first <= (day := dt.date(year, month, 1)) <= stretch.last:
                yield day
