"""The map: states filled by how much is told of them, pins where the town is known.

Geometry only, in whole SVG units; the template writes the SVG and the table beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from dragoman.knowledge import shapes
from dragoman.knowledge.shapes import TURN, UNIT
from dragoman.show.draw import scale
from dragoman.show.draw.basemap import Basemap, Outline, basemap
from dragoman.show.draw.frame import WIDTH, Box, Frame, around

DESK, PHONE = 10, 24
"""Tenths of an SVG unit that a CSS pixel takes, on a desk and on a phone."""
COVERED = 0.92
"""The frame holds the states and towns with so much of all that is counted; the rest is named."""
LARGE = 60 * UNIT
"""Of a state that is broader, the frame holds so much, around its capital."""
SMALL = 9
"""A state narrower and lower than this, in CSS pixels, gets a dot to see and to click."""
LETTER, LINE = 8.2, 17
"""Width of a letter and height of a line of a label, in CSS pixels."""
LABELLED = {DESK: 24, PHONE: 8}
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town where something happened: degrees, and of how many incidents it is told."""

    name: str
    latitude: float
    longitude: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Capital:
    """Where a state's capital lies, in degrees, for states that are large or without a shape."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A filled state: `path` is the `d` of its outline, `level` its class from 1."""

    code: str
    path: str
    level: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A filled state too small to be seen, or without an outline."""

    code: str
    x: int
    y: int
    r: int
    level: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """Towns that fall together on the drawing; `towns` are places in the list that was given."""

    x: int
    y: int
    r: int
    count: int
    towns: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words centred on a point."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What lies over the land, for one size of screen; `size` is the font's, in SVG units."""

    dots: tuple[Dot, ...]
    pins: tuple[Pin, ...]
    labels: tuple[Label, ...]
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A map `width` by `height`.

    `globe` and `rest` are paths: the sea, and the land of which nothing is counted. `steps` are
    the least counts of the classes and `classes` the same in figures. `beyond` are codes of states
    and `towns_beyond` places of towns that are counted and lie outside the frame; `shapeless`
    counted states that no map shows.
    """

    width: int
    height: int
    globe: str
    rest: str
    lands: tuple[Land, ...]
    classes: tuple[str, ...]
    desk: Marks
    phone: Marks
    beyond: tuple[str, ...]
    towns_beyond: tuple[int, ...]
    shapeless: tuple[str, ...]


def draw(
    counts: Mapping[str, int],
    towns: Sequence[Town],
    *,
    names: Mapping[str, str],
    capitals: Mapping[str, Capital],
    whole: bool = False,
) -> World:
    """The map of counts by ISO 3166 alpha-3 and of towns.

    Args:
        counts: incidents by state; a state without any may be left out.
        towns: in the order of the list beside the map.
        names: words for states, for the labels.
        capitals: of the states that have one.
        whole: show the whole world, not the region of what is counted.
    """
    told = {code: count for code, count in sorted(counts.items()) if count > 0}
    frame = around([] if whole else _region(told, towns, capitals))
    land = basemap(frame)
    steps = scale.classes([*told.values()])
    spots = {code: _spot(code, land, frame, capitals) for code in told}
    seen = {code: spot for code, spot in spots.items() if spot and frame.holds(*spot)}
    placed = [
        (at, *frame.at(round(town.longitude * UNIT), round(town.latitude * UNIT)))
        for at, town in enumerate(towns)
    ]
    within = [(at, x, y) for at, x, y in placed if frame.holds(x, y)]
    overlay = _Overlay(told, towns, within, land, seen, steps, names)
    known = shapes.load()
    return World(
        width=WIDTH,
        height=frame.height,
        globe=land.globe,
        rest="".join(one.path for code, one in land.outlines.items() if code not in told),
        lands=tuple(
            Land(
                code=code,
                path=land.outlines[code].path,
                level=scale.level(count, steps),
                count=count,
            )
            for code, count in told.items()
            if code in land.outlines
        ),
        classes=scale.words(steps, max(told.values(), default=0)),
        desk=overlay.marks(DESK),
        phone=overlay.marks(PHONE),
        beyond=tuple(
            code
            for code in told
            if code not in seen
            and code not in land.outlines
            and (code in known or code in capitals)
        ),
        towns_beyond=tuple(at for at, x, y in placed if not frame.holds(x, y)),
        shapeless=tuple(code for code in told if code not in known and code not in capitals),
    )


def _region(
    told: Mapping[str, int], towns: Sequence[Town], capitals: Mapping[str, Capital]
) -> list[Box]:
    """The boxes of the states and towns with most of what is counted, the most told first."""
    found: list[tuple[int, Box]] = []
    for code, count in told.items():
        box = _box(code, capitals)
        if box is not None:
            found.append((count, box))
    for town in towns:
        x, y = round(town.longitude * UNIT), round(town.latitude * UNIT)
        found.append((town.count, (x, y, x, y)))
    found.sort(key=lambda one: (-one[0], one[1]))
    goal, held, boxes = COVERED * sum(count for count, _ in found), 0, []
    for count, box in found:
        if held >= goal:
            break
        held += count
        boxes.append(box)
    return boxes


def _box(code: str, capitals: Mapping[str, Capital]) -> Box | None:
    """The box of a state's largest part; of a very broad one what lies around its capital."""
    rings = shapes.load().get(code)
    capital = capitals.get(code)
    if rings is None:
        if capital is None:
            return None
        x, y = round(capital.longitude * UNIT), round(capital.latitude * UNIT)
        return (x, y, x, y)
    west, south, east, north = rings[0].box
    if east - west <= LARGE or capital is None:
        return rings[0].box
    at = round(capital.longitude * UNIT)
    at += round(((west + east) / 2 - at) / TURN) * TURN
    return (max(west, at - LARGE // 2), south, min(east, at + LARGE // 2), north)


def _spot(code: str, land: Basemap, frame: Frame, capitals: Mapping[str, Capital]) -> Spot | None:
    """Where a state is marked: in the middle of its largest part, else at its capital."""
    outline = land.outlines.get(code)
    if outline is not None:
        return outline.middle
    rings, capital = shapes.load().get(code), capitals.get(code)
    if rings is not None:  # too small for the drawing, or outside of it
        west, south, east, north = rings[0].box
        return frame.at((west + east) // 2, (south + north) // 2)
    if capital is None:
        return None
    return frame.at(round(capital.longitude * UNIT), round(capital.latitude * UNIT))


class _Overlay:
    """Lays pins, dots and labels over the land so that they can be told apart."""

    def __init__(
        self,
        told: Mapping[str, int],
        towns: Sequence[Town],
        within: Sequence[tuple[int, int, int]],
        land: Basemap,
        seen: Mapping[str, Spot],
        steps: Sequence[int],
        names: Mapping[str, str],
    ) -> None:
        self._told = told
        self._towns = towns
        self._within = within
        self._land = land
        self._seen = seen
        self._steps = steps
        self._names = names

    def marks(self, grain: int) -> Marks:
        """Everything at `grain` tenths of a unit a CSS pixel."""
        dots, pins = self._dots(grain), self._pins(grain)
        return Marks(
            dots=dots,
            pins=pins,
            labels=self._labels(grain, dots, pins),
            size=13 * grain // 10,
        )

    def _dots(self, grain: int) -> tuple[Dot, ...]:
        return tuple(
            Dot(
                code=code,
                x=x,
                y=y,
                r=6 * grain // 10,
                level=scale.level(self._told[code], self._steps),
                count=self._told[code],
            )
            for code, (x, y) in self._seen.items()
            if _is_small(self._land.outlines.get(code), SMALL * grain // 10)
        )

    def _pins(self, grain: int) -> tuple[Pin, ...]:
        """The towns, the most told first, each with those that would lie under its pin."""
        order = sorted(self._within, key=lambda one: (-self._towns[one[0]].count, one[0]))
        groups: list[tuple[int, int, list[int]]] = []
        for at, x, y in order:
            home = next((one for one in groups if self._is_under(one, x, y, grain)), None)
            if home is None:
                groups.append((x, y, [at]))
            else:
                home[2].append(at)
        return tuple(
            self._pin(x, y, towns, grain)
            for x, y, towns in sorted(groups, key=lambda group: (group[1], group[0]))
        )

    def _pin(self, x: int, y: int, towns: Sequence[int], grain: int) -> Pin:
        count = sum(self._towns[at].count for at in towns)
        return Pin(x=x, y=y, r=self._radius(count, grain), count=count, towns=tuple(towns))

    def _radius(self, count: int, grain: int) -> int:
        """Of a pin: its area grows with the count, and of very many with the share of the most."""
        most = max(town.count for town in self._towns)
        return (7 + min(isqrt(count - 1), isqrt(100 * min(count, most) // most))) * grain // 10

    def _is_under(self, group: tuple[int, int, list[int]], x: int, y: int, grain: int) -> bool:
        """Whether the middle of a pin of one would lie under, or touch, the pin of a group."""
        near = self._radius(self._towns[group[2][0]].count, grain) + 9 * grain // 10
        return (group[0] - x) ** 2 + (group[1] - y) ** 2 < near**2

    def _labels(self, grain: int, dots: Sequence[Dot], pins: Sequence[Pin]) -> tuple[Label, ...]:
        """Names with counts where they lie on nothing else, those of the most told first."""
        taken = [(p.x - p.r, p.y - p.r, p.x + p.r, p.y + p.r) for p in pins]
        taken += [(d.x - d.r, d.y - d.r, d.x + d.r, d.y + d.r) for d in dots]
        out = []
        for code in sorted(self._seen, key=lambda c: (-self._told[c], c))[: LABELLED[grain]]:
            text = f"{self._names.get(code, code)} {self._told[code]}"
            x, y = self._seen[code]
            half, line = round(len(text) * LETTER * grain / 20), LINE * grain // 10
            outline = self._land.outlines.get(code)
            is_low = outline is None or outline.height < 2 * line
            for shift in (1, -1, 2, -2) if is_low else (0, 1, -1, 2, -2):
                middle = y + shift * line
                left = min(max(x, half + 4), WIDTH - half - 4)
                box = (left - half, middle - line // 2, left + half, middle + line // 2)
                if all(_is_apart(box, other) for other in taken):
                    taken.append(box)
                    out.append(Label(x=left, y=middle + line // 4, text=text))
                    break
        return tuple(out)


def _is_small(outline: Outline | None, least: int) -> bool:
    return outline is None or max(outline.width, outline.height) < least


def _is_apart(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
