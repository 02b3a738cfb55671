"""Where the nodes of a small network stand: springs and repulsion, the same on every machine.

After T. Fruchterman and E. Reingold, "Graph drawing by force-directed placement", Software:
Practice and Experience 21 (1991). Starting places are whole numbers on a ring, and only sums,
products, quotients and square roots follow, which all machines round alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

ROUNDS = 260
GRAVITY = 0.9
"""Pull to the middle, so that parts without ties between them stay together."""
APART = 120
"""Rounds that push overlapping boxes apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What a node covers around its middle, in SVG units: to the sides, above and below.

    Nodes push each other away by their `weight`s, 1 for one that is like most.
    """

    side: int
    above: int
    below: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spring:
    """A tie between two nodes, given by their places in the list; `pull` from 0 to 1."""

    a: int
    b: int
    pull: float


def placed(
    boxes: Sequence[Box], springs: Sequence[Spring], *, width: int, height: int
) -> list[tuple[int, int]]:
    """The middle of each node, in whole units, within `width` by `height`.

    Nodes come in order of weight: the first ones start opposite each other.
    """
    if not boxes:
        return []
    if len(boxes) == 1:
        return [(width // 2, height // 2)]
    points = _start(len(boxes), width, height)
    weights = [box.weight for box in boxes]
    _settle(points, weights, springs, width=width, height=height)
    _spread(points, boxes, width, height)
    _part(points, boxes, width, height)
    return [(round(x), round(y)) for x, y in points]


def _start(number: int, width: int, height: int) -> list[list[float]]:
    """On a ring; a node's neighbours in weight stand across from it."""
    ring = [2 * pi * at / number for at in range(number)]
    order = [at // 2 if at % 2 == 0 else (number + 1) // 2 + at // 2 for at in range(number)]
    return [
        [
            float(width // 2 + round(width * 0.38 * cos(ring[at] + pi))),
            float(height // 2 + round(height * 0.38 * sin(ring[at] + pi))),
        ]
        for at in order
    ]


def _settle(
    points: list[list[float]],
    weights: Sequence[float],
    springs: Sequence[Spring],
    *,
    width: int,
    height: int,
) -> None:
    number = len(points)
    ideal = 0.75 * sqrt(width * height / number)
    step, cooling = width / 10, 0.985
    for _ in range(ROUNDS):
        moves = [[0.0, 0.0] for _ in points]
        for a in range(number):
            ax, ay = points[a]
            for b in range(a + 1, number):
                dx, dy = ax - points[b][0], ay - points[b][1]
                square = max(dx * dx + dy * dy, 1.0)
                push = ideal * ideal / square * weights[a] * weights[b]
                moves[a][0] += dx * push
                moves[a][1] += dy * push
                moves[b][0] -= dx * push
                moves[b][1] -= dy * push
        for spring in springs:
            one, other = points[spring.a], points[spring.b]
            dx, dy = one[0] - other[0], one[1] - other[1]
            pull = sqrt(dx * dx + dy * dy) / ideal * spring.pull
            for at, sign in ((spring.a, -1), (spring.b, 1)):
                moves[at][0] += sign * dx * pull
                moves[at][1] += sign * dy * pull
        for point, move in zip(points, moves, strict=True):
            # The drawing is broader than high: what stands above and below is drawn in more.
            move[0] -= (point[0] - width / 2) * GRAVITY
            move[1] -= (point[1] - height / 2) * GRAVITY * width / height
            length = max(sqrt(move[0] * move[0] + move[1] * move[1]), 0.01)
            part = min(length, step) / length
            point[0] += move[0] * part
            point[1] += move[1] * part
        step *= cooling


def _spread(points: list[list[float]], boxes: Sequence[Box], width: int, height: int) -> None:
    """Let the nodes fill the drawing, each axis by itself."""
    for axis, size in ((0, width), (1, height)):
        before = max(b.side if axis == 0 else b.above for b in boxes)
        behind = max(b.side if axis == 0 else b.below for b in boxes)
        low = min(point[axis] for point in points)
        high = max(point[axis] for point in points)
        room = size - before - behind
        for point in points:
            share = (point[axis] - low) / (high - low) if high - low > 1 else 0.5
            point[axis] = before + share * room


def _part(points: list[list[float]], boxes: Sequence[Box], width: int, height: int) -> None:
    """Push boxes apart that cover each other, along the shorter way, and keep them inside."""
    for _ in range(APART):
        is_clear = True
        for a in range(len(points)):
            for b in range(a + 1, len(points)):
                is_clear = _pushed(points[a], points[b], boxes[a], boxes[b]) and is_clear
        for point, box in zip(points, boxes, strict=True):
            point[0] = min(max(point[0], box.side), max(width - box.side, box.side))
            point[1] = min(max(point[1], box.above), max(height - box.below, box.above))
        if is_clear:
            return


def _pushed(one: list[float], other: list[float], a: Box, b: Box) -> bool:
    """Whether two boxes lie apart; if not, each is moved half of the way."""
    across = a.side + b.side - abs(one[0] - other[0])
    upper = one[1] <= other[1]
    along = (a.below + b.above if upper else b.below + a.above) - abs(one[1] - other[1])
    if across <= 0 or along <= 0:
        return True
    if across < along:
        sign = 1 if one[0] <= other[0] else -1
        one[0] -= sign * (across / 2 + 0.5)
        other[0] += sign * (across / 2 + 0.5)
    else:
        sign = 1 if upper else -1
        one[1] -= sign * (along / 2 + 0.5)
        other[1] += sign * (along / 2 + 0.5)
    return False
