"""The land in a frame as SVG paths, cut at its edges and no finer than the drawing can show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dragoman.knowledge import shapes
from dragoman.knowledge.shapes import TURN, UNIT, Ring
from dragoman.show.draw.frame import WIDTH, Frame
from dragoman.show.draw.projection import project, width_at

BLEED = 6
"""SVG units that shapes reach past the drawing, so that the cut is not seen."""
NEXT = 2
"""SVG units, across and along together, that two points of a line lie apart."""
HALF = TURN // 2
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A state on the drawing: its path, and the middle, width and height of its largest part.

    The middle is that of the part's box, in SVG units.
    """

    path: str
    middle: Spot
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Basemap:
    """The outlines in a frame by ISO 3166 alpha-3, and the path of the globe behind them."""

    globe: str
    outlines: Mapping[str, Outline]


@lru_cache(maxsize=16)
def basemap(frame: Frame) -> Basemap:
    """What of the world is seen in a frame; the last few are kept, as they follow from it alone."""
    window = _Window(frame)
    found = {}
    for code, rings in shapes.load().items():
        drawn = [points for ring in rings for points in window.drawn(ring)]
        if drawn:
            found[code] = _outline(drawn)
    return Basemap(globe=_path([window.globe()]), outlines=found)


class _Window:
    """Cuts and projects rings for one frame."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._south, self._north = frame.latitudes
        narrowest = min(width_at(self._south), width_at(self._north))
        reach = max(-frame.west, frame.west + WIDTH * frame.grain)
        self._reach = min(HALF, round(reach / narrowest) + UNIT)

    def drawn(self, ring: Ring) -> Iterator[list[Spot]]:
        """The parts of a ring that are seen, each a closed line of the drawing."""
        west, south, east, north = ring.box
        if north < self._south or south > self._north:
            return
        for turn in (-TURN, 0, TURN):
            shift = turn - self._frame.middle
            if east + shift < -self._reach or west + shift > self._reach:
                continue
            points: Sequence[tuple[float, float]] = [(x + shift, y) for x, y in ring.points]
            if west + shift < -HALF or east + shift > HALF:
                points = _cut(_cut(points, 0, -HALF, 1), 0, HALF, -1)
            placed = self._placed(points)
            if len(placed) > 3:
                yield placed

    def globe(self) -> list[Spot]:
        """The edge of the world, as far as it is seen."""
        steps = range(-90 * UNIT, 90 * UNIT + 1, 3 * UNIT)
        edge = [(float(HALF), float(y)) for y in steps]
        edge += [(float(-HALF), float(y)) for y in reversed(steps)]
        return self._placed([*edge, edge[0]])

    def _placed(self, points: Sequence[tuple[float, float]]) -> list[Spot]:
        grain, west, top = self._frame.grain, self._frame.west, self._frame.north
        flat: Sequence[tuple[float, float]] = [
            ((x - west) / grain, (top - y) / grain)
            for x, y in (project(round(lon), round(lat)) for lon, lat in points)
        ]
        xs, ys = [x for x, _ in flat], [y for _, y in flat]
        if not flat:
            return []
        for axis, values, last in ((0, xs, WIDTH), (1, ys, self._frame.height)):
            if min(values) < -BLEED:
                flat = _cut(flat, axis, -BLEED, 1)
            if max(values) > last + BLEED:
                flat = _cut(flat, axis, last + BLEED, -1)
        return _plain([(round(x), round(y)) for x, y in flat])


def _cut(
    points: Sequence[tuple[float, float]], axis: int, edge: int, side: int
) -> list[tuple[float, float]]:
    """The part of a closed line on one side of an edge (Sutherland and Hodgman, 1974)."""
    out: list[tuple[float, float]] = []
    for here, there in zip(points, [*points[1:], *points[:1]], strict=True):
        is_in = (here[axis] - edge) * side >= 0
        if is_in:
            out.append(here)
        if is_in != ((there[axis] - edge) * side >= 0):
            part = (edge - here[axis]) / (there[axis] - here[axis])
            x, y = (a + (b - a) * part for a, b in zip(here, there, strict=True))
            out.append((x, y))
    return out


def _plain(points: Sequence[Spot]) -> list[Spot]:
    """The line without points that are next to the one before or straight between two others."""
    out: list[Spot] = []
    for point in points:
        if out and abs(out[-1][0] - point[0]) + abs(out[-1][1] - point[1]) < NEXT:
            continue
        while len(out) > 1 and _is_between(out[-2], out[-1], point):
            out.pop()
        out.append(point)
    return out


def _is_between(a: Spot, b: Spot, c: Spot) -> bool:
    dx, dy, ex, ey = b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]
    return dx * ey == dy * ex and dx * ex + dy * ey >= 0


def _outline(lines: Sequence[Sequence[Spot]]) -> Outline:
    def box(line: Sequence[Spot]) -> tuple[int, int, int, int]:
        xs, ys = [x for x, _ in line], [y for _, y in line]
        return min(xs), min(ys), max(xs), max(ys)

    boxes = [box(line) for line in lines]
    left, top, right, bottom = max(boxes, key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))
    return Outline(
        path=_path(lines),
        middle=((left + right) // 2, (top + bottom) // 2),
        width=right - left,
        height=bottom - top,
    )


def _path(lines: Sequence[Sequence[Spot]]) -> str:
    """Closed lines as the `d` of a path: a start, then steps, in as few signs as there can be."""
    parts = []
    for line in lines:
        if len(line) < 3:
            continue
        steps = [f"{there[0] - here[0]} {there[1] - here[1]}" for here, there in pairwise(line)]
        parts.append(f"M{line[0][0]} {line[0][1]}l{' '.join(steps)}z".replace(" -", "-"))
    return "".join(parts)
