"""The outlines of states and territories: shapes.json, read when a map is first drawn.

No part of `Knowledge`: nothing is coded by them, and a record does not depend on them. Built by
scripts/build_shapes.py; docs/knowledge.md tells from what.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from dragoman.errors import KnowledgeError

FILE = "shapes.json"
Point = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A closed line: `points` as (longitude, latitude), first and last the same, and its box.

    Whole hundredths of a degree (`UNIT`). `box` is west, south, east, north; a ring over the 180th
    meridian runs on beyond it, to the east or to the west.
    """

    points: tuple[Point, ...]
    box: tuple[int, int, int, int]


UNIT = 100
"""Whole numbers a degree, in the file and in a `Ring`."""
TURN = 360 * UNIT


@lru_cache(maxsize=2)
def load(path: Path | None = None) -> Mapping[str, tuple[Ring, ...]]:
    """Rings by ISO 3166 alpha-3, the largest of a state first; a ring in another is a hole.

    The shipped file, or that at `path`. `KAS` (the Siachen Glacier) is nobody's.

    Raises:
        KnowledgeError: the file is not as scripts/build_shapes.py writes it.
    """
    source = files("dragoman.knowledge") / "data" / FILE if path is None else path
    try:
        found = json.loads(source.read_text(encoding="utf-8"))
        arcs = [_arc(deltas) for deltas in found["arcs"]]
        if found["unit"] != UNIT:
            raise ValueError(f"unit {found['unit']}, expected {UNIT}")
        return {
            code: tuple(_ring(ring, arcs) for ring in rings)
            for code, rings in found["shapes"].items()
        }
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise KnowledgeError([f"{FILE}: {error!r}; `make shapes` builds it anew"]) from error


def faults(shapes: Mapping[str, tuple[Ring, ...]], states: Collection[str]) -> Iterator[str]:
    """Every fault of the shapes as a plain sentence; `states` are those that are known."""
    for code, rings in shapes.items():
        if code not in states and code not in NOBODYS:
            yield f"{FILE}: a shape for {code!r}, which is no state of states.csv"
        for ring in rings:
            west, south, east, north = ring.box
            if ring.points[0] != ring.points[-1]:
                yield f"{FILE}: {code}: a ring that begins at {ring.points[0]} does not close"
            if west < -TURN or east > TURN or south < -90 * UNIT or north > 90 * UNIT:
                yield f"{FILE}: {code}: a ring outside the world: {ring.box}"


NOBODYS = frozenset({"KAS"})
"""Shapes of no state."""


def _arc(deltas: list[int]) -> list[Point]:
    """The points of an arc, told as the first one and the steps to each next."""
    x, y = deltas[0], deltas[1]
    points = [(x, y)]
    for at in range(2, len(deltas), 2):
        x, y = x + deltas[at], y + deltas[at + 1]
        points.append((x, y))
    return points


def _ring(ring: list[int], arcs: list[list[Point]]) -> Ring:
    """Arcs end to end; one with its bits turned (`~i`) runs backwards, as in TopoJSON.

    A line that crosses the 180th meridian runs on beyond it; one around the pole, which does not
    come back to where it began, is closed along the pole.
    """
    points: list[Point] = []
    for at in ring:
        line = arcs[at] if at >= 0 else arcs[~at][::-1]
        turns = round((points[-1][0] - line[0][0]) / TURN) * TURN if points else 0
        points.extend((x + turns, y) for x, y in (line[1:] if points else line))
    if abs(points[-1][0] - points[0][0]) == TURN:
        pole = 90 * UNIT if points[0][1] > 0 else -90 * UNIT
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Ring(points=tuple(points), box=(min(xs), min(ys), max(xs), max(ys)))
