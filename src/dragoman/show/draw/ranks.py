"""The relations of two states as lanes over one axis: the level, then either direction.

A lane's height tells the state as well as its colour does: full relations stand highest, severed
ones are a line on the floor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.show.band import Period, Scale, Tick, draw

HEIGHTS = {"full": 100, "recalled": 72, "charge": 46, "severed": 14, "unknown": 100}
"""Height of a state's bar, in percent of its lane."""

CAPTION = 16
"""Room above a lane for its name, in SVG units."""

AXIS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A run of days of one state; `label` is empty where it does not fit, `tip` says it in full."""

    x: int
    y: int
    width: int
    height: int
    state: str
    label: str
    label_y: int
    tip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One direction, or the level: its name above its bars; `floor` is the line they stand on."""

    name: str
    name_y: int
    floor: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """The drawing: `axis` is where the ticks hang."""

    width: int
    height: int
    lanes: tuple[Lane, ...]
    axis: int
    ticks: tuple[Tick, ...]


def lanes(tracks: Sequence[tuple[str, Sequence[Period], int]], scale: Scale) -> Lanes:
    """The lanes of `tracks`: name, periods in order of time, height in SVG units."""
    made: list[Lane] = []
    top = 0
    ticks: tuple[Tick, ...] = ()
    for name, periods, room in tracks:
        band = draw(periods, scale)
        ticks = band.ticks
        floor = top + CAPTION + room
        bars = []
        for segment in band.segments:
            height = max(room * HEIGHTS[segment.state] // 100, 3)
            label = segment.label if height >= 20 else ""
            bars.append(
                Bar(
                    x=segment.x, y=floor - height, width=segment.width, height=height,
                    state=segment.state, label=label, label_y=floor - height // 2 + 5,
                    tip=segment.tip,
                )
            )  # fmt: skip
        made.append(Lane(name=name, name_y=top + 12, floor=floor, bars=tuple(bars)))
        top = floor + 8
    return Lanes(width=scale.width, height=top + AXIS, lanes=tuple(made), axis=top, ticks=ticks)
