"""The relations of two states as a band over time: geometry only, the template writes the SVG.

Numbers are whole; labels pass through the template's escaping like all other text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

LETTER = 8
"""Width reserved for one letter of a label, in SVG units at font size 14."""

LEAST_YEAR = 48
"""Least distance between two year labels, in SVG units."""

MARGIN_SHARE = 12
"""The part of the drawn time, as its divisor, that is left free on either side."""

LEAST_MARGIN_DAYS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A spell to draw; `until` is the last day, None an open side."""

    since: dt.date | None
    until: dt.date | None
    state: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A rectangle of the band; `label` is empty where it does not fit, `tip` says it in full."""

    x: int
    width: int
    state: str
    label: str
    tip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """The first day of a year on the axis; `label` is empty where there is no room."""

    x: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A drawing `width` units wide."""

    width: int
    segments: tuple[Segment, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Days to units: `first` at 0, the day after `last` at `width`."""

    first: dt.date
    last: dt.date
    width: int

    def at(self, day: dt.date) -> int:
        """Where `day` begins, kept within the frame."""
        days = (self.last - self.first).days + 1
        return round(self.width * min(max((day - self.first).days, 0), days) / days)


class Line(Protocol):
    """A line of days `width` units wide: a `Scale`, or an axis with cuts (`show.draw.axis`)."""

    @property
    def first(self) -> dt.date:
        """The first day drawn."""

    @property
    def last(self) -> dt.date:
        """The last day drawn."""

    @property
    def width(self) -> int:
        """Units from the first day to the last."""

    def at(self, day: dt.date) -> int:
        """Where `day` begins, kept within the frame."""
        ...


def draw(periods: Sequence[Period], scale: Line) -> Band:
    """The band of `periods`, which are sorted and without gaps.

    A period that is open or reaches past the frame is cut there; one outside it is left out; one
    of a few days keeps two units, so that it can be seen.
    """
    segments = []
    for period in periods:
        if period.since is not None and period.since > scale.last:
            continue
        if period.until is not None and period.until < scale.first:
            continue
        start = 0 if period.since is None else scale.at(period.since)
        end = scale.width if period.until is None else scale.at(_next(period.until))
        room = max(end - start, 2)
        label = period.label if len(period.label) * LETTER + 12 <= room else ""
        segments.append(
            Segment(x=start, width=room, state=period.state, label=label, tip=_tip(period))
        )
    return Band(width=scale.width, segments=tuple(segments), ticks=_ticks(scale))


def _next(day: dt.date) -> dt.date:
    return day if day == dt.date.max else day + dt.timedelta(days=1)


def _tip(period: Period) -> str:
    if period.since is None:
        when = "all the time" if period.until is None else f"until {period.until.isoformat()}"
    elif period.until is None:
        when = f"since {period.since.isoformat()}"
    else:
        when = f"{period.since.isoformat()} to {period.until.isoformat()}"
    return f"{period.label}, {when}"


def _ticks(scale: Line) -> tuple[Tick, ...]:
    """Every first of January inside the frame; as many labels as fit, evenly."""
    years = range(scale.first.year + 1, scale.last.year + 1)
    places = [(year, scale.at(dt.date(year, 1, 1))) for year in years]
    if not places:
        return (Tick(x=0, label=str(scale.first.year)),)
    apart = scale.width / max((scale.last - scale.first).days / 365.25, 1.0)
    step = max(1, -(-LEAST_YEAR // max(int(apart), 1)))
    return tuple(
        Tick(x=x, label=str(year) if year % step == 0 and x + LEAST_YEAR <= scale.width else "")
        for year, x in places
    )


def frame(
    rows: Sequence[Mapping[str, Any]], last: dt.date | None = None
) -> tuple[dt.date, dt.date]:
    """The days to draw: from before the first change of `rows` to after the last, with a margin.

    `last` is a day that is to be seen in any case.
    """
    changes = [row["date_start"] for row in rows if row["date_start"] is not None]
    ends = [row["date_end"] for row in rows if row["date_end"] is not None]
    known = [*changes, *ends, *([] if last is None else [last])]
    if not known:
        known = [dt.date(2000, 1, 1)]
    first, end = min(changes or known), max(known)
    margin = dt.timedelta(days=max((end - first).days // MARGIN_SHARE, LEAST_MARGIN_DAYS))
    floor, ceiling = dt.date.min + margin, dt.date.max - margin
    return max(first, floor) - margin, min(end, ceiling) + margin
