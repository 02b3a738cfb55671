"""The piece of the world that a map shows: a rectangle on the Equal Earth projection.

Longitudes and latitudes are whole hundredths of a degree, lengths on the drawing SVG units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.knowledge.shapes import TURN, UNIT
from dragoman.show.draw.projection import latitude_at, northing, project, width_at

WIDTH = 960
"""Width of the drawing in SVG units."""
LOWEST, HIGHEST = 420, 620
"""Its least and its greatest height: as the region needs it."""
MARGIN_SHARE = 8
"""The frame reaches past what it must show by one part in so many of its width and height."""
LEAST = 14 * UNIT
"""Least height of a frame: nearer, lines thinned for a map of the world look crude."""
WIDEST = 200 * UNIT
"""What spreads over more of the longitudes than that is shown on the whole world."""
STEP = 5 * UNIT
"""The middle of a map is a whole number of these: few different maps have to be drawn."""
SEAM = 11 * UNIT
"""Middle of the map of the world: its edges run through the Bering Strait and no country."""
SOUTH, NORTH = -57 * UNIT, 84 * UNIT
"""Latitudes of the map of the world, without the Antarctic where nothing is told of it."""
Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A map's middle meridian, west and north edge in projected units, units a pixel, height."""

    middle: int
    west: int
    north: int
    grain: int
    height: int

    def at(self, longitude: int, latitude: int) -> tuple[int, int]:
        """Where a point lies on the drawing, which may be outside of it."""
        x, y = project(turned(longitude - self.middle), latitude)
        return round((x - self.west) / self.grain), round((self.north - y) / self.grain)

    @property
    def latitudes(self) -> tuple[int, int]:
        """The southernmost and the northernmost latitude that are seen."""
        return latitude_at(self.north - self.height * self.grain), latitude_at(self.north)

    def holds(self, x: int, y: int) -> bool:
        """Whether a point of the drawing is seen."""
        return 0 <= x <= WIDTH and 0 <= y <= self.height


def turned(longitude: int) -> int:
    """A longitude between -180 and 180 degrees."""
    return (longitude + TURN // 2) % TURN - TURN // 2


def around(boxes: Sequence[Box]) -> Frame:
    """The frame that shows all of `boxes` (west, south, east, north); the world where none is.

    A box that reaches over the 180th meridian has its east below its west.
    """
    if not boxes:
        return _fitted(SEAM, -TURN // 2, TURN // 2, SOUTH, NORTH)
    south, north = min(box[1] for box in boxes), max(box[3] for box in boxes)
    west, width = _stretch([(box[0], _breadth(box)) for box in boxes])
    if width > WIDEST:
        return _fitted(SEAM, -TURN // 2, TURN // 2, min(SOUTH, south), NORTH)
    lack = max(0, LEAST - (north - south)) // 2
    south, north = max(south - lack, -90 * UNIT), min(north + lack, 90 * UNIT)
    middle = turned(round((west + width / 2) / STEP) * STEP)
    left = turned(west - middle)
    return _fitted(middle, left, left + width, south, north)


def _breadth(box: Box) -> int:
    return TURN if box[2] - box[0] >= TURN else (box[2] - box[0]) % TURN


def _stretch(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The shortest run of longitudes that holds all spans: where it begins and its width."""
    best = (0, TURN)
    for start, _ in sorted(spans):
        width = max((at - start) % TURN + size for at, size in spans)
        if width < best[1]:
            best = (start, width)
    return best


def _fitted(middle: int, left: int, right: int, south: int, north: int) -> Frame:
    """The frame of the drawing's shape around what is asked for, with a margin."""
    broad = [at for at in (south, north, 0) if south <= at <= north]
    west = min(left * width_at(at) for at in broad)
    east = max(right * width_at(at) for at in broad)
    low, high = northing(south), northing(north)
    is_world = right - left == TURN
    share = 1.02 if is_world else 1 + 2 / MARGIN_SHARE
    height = min(max(round(WIDTH * (high - low) / max(east - west, 1)), LOWEST), HIGHEST)
    grain = round(max((east - west) / WIDTH, (high - low) / height) * share) + 1
    top = (low + high) / 2 + height * grain / 2
    pole = northing(90 * UNIT) * 1.02
    if height * grain < 2 * pole:  # no more of the void beyond the poles than must be
        top = max(min(top, pole), height * grain - pole)
    return Frame(
        middle=middle,
        west=round((west + east) / 2 - WIDTH * grain / 2),
        north=round(top),
        grain=grain,
        height=height,
    )
