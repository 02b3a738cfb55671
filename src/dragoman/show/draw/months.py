"""Counts per month or year as small bars, one row for each kind, on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ROW = 46
"""Height of the bars of one row, in SVG units."""
CAPTION = 16
AXIS = 24
WIDEST = 26
"""Most units that a bar is wide, however few there are."""
MOST_MONTHS = 72
"""With more months than this a bar stands for a year."""
LABEL = 72
"""Least distance between two labels of the axis, in SVG units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One count; `tip` says it in words."""

    x: int
    y: int
    width: int
    height: int
    tip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The bars of one kind over their floor."""

    name: str
    kind: int
    name_y: int
    floor: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """The drawing; `most` is the count that the highest bar stands for."""

    width: int
    height: int
    most: int
    rows: tuple[Row, ...]
    axis: int
    ticks: tuple[tuple[int, str], ...]


def periods(first: str, last: str) -> list[str]:
    """Every month from "2022-12" to "2023-02"; years where the months are too many."""
    begin, end = _number(first), _number(last)
    if end - begin + 1 > MOST_MONTHS:
        return [str(year) for year in range(begin // 12, end // 12 + 1)]
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(begin, end + 1)]


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def bars(
    names: Sequence[str],
    counts: Mapping[int, Mapping[str, int]],
    kinds: Mapping[int, str],
    *,
    width: int,
) -> Months:
    """Bars for each of the periods `names`, by kind.

    Args:
        names: the periods, as `periods` gives them.
        counts: by kind and period.
        kinds: each kind and its name, in the order of the rows.
        width: of the drawing, in SVG units.
    """
    most = max((n for held in counts.values() for n in held.values()), default=0)
    edges = [width * at // len(names) for at in range(len(names) + 1)]
    rows = []
    top = 0
    for kind, name in kinds.items():
        floor = top + CAPTION + ROW
        held = counts.get(kind, {})
        drawn = []
        for at, period in enumerate(names):
            count = held.get(period, 0)
            if count:
                height = max(ROW * count // most, 2)
                room = edges[at + 1] - edges[at]
                drawn.append(
                    Bar(x=edges[at], y=floor - height, height=height,
                        width=min(max(room - (room > 3), 1), WIDEST),
                        tip=f"{period}: {count}, {name}")
                )  # fmt: skip
        rows.append(Row(name=name, kind=kind, name_y=top + 12, floor=floor, bars=tuple(drawn)))
        top = floor + 6
    step = max(1, -(-LABEL * len(names) // width))
    ticks = tuple(
        (edges[at], names[at])
        for at in range(0, len(names), step)
        if edges[at] + LABEL <= width or at == 0
    )
    return Months(
        width=width, height=top + AXIS, most=most, rows=tuple(rows), axis=top, ticks=ticks
    )
