"""The network: parties as nodes, what they did to each other as curves with a head.

Geometry only, in whole SVG units, two a CSS pixel; the template writes the SVG and the table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt, log2, sqrt

from dragoman.show.draw.layout import Box, Spring, placed

UNITS = 2
"""SVG units a CSS pixel."""
LETTER, LINE = 8.2, 15
"""Width of a letter and height of a line of a label, in CSS pixels."""
BROAD, BROADEST = 15, 22
"""Letters of a name that stand in one line, and at most in each of two."""
LEAST, SPREAD = 9, 15
"""Radius of a node of one incident, and how much that of the most is larger, in CSS pixels."""
BEND = 17
"""How far curves of one pair lie apart in their middle, in CSS pixels."""
HEAD = 9
"""Length of an arrow's head, in CSS pixels, of the thinnest curve."""
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A node to draw; `kind`: state, organisation or person; `count`: incidents it is part of.

    `home` is the key of the state that it belongs to, which it is drawn near to.
    """

    key: str
    name: str
    kind: str
    count: int
    home: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What one party did to another; `mutual`: they did it with each other, in no direction.

    `quad` is 1 to 4, None where the act has no class.
    """

    source: str
    target: str
    quad: int | None
    mutual: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A party on the drawing: its middle, radius, and its name in one or two lines.

    Each line is centred below the middle, at its `y`.
    """

    party: Party
    x: int
    y: int
    r: int
    label: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A tie on the drawing: `path` and `head` are the `d` of paths, `head` empty if mutual.

    `number` is the count as it stands at `x`, `y`; empty where there is no room for it.
    """

    tie: Tie
    path: str
    head: str
    width: int
    x: int
    y: int
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A drawing `width` by `height`; `left_out` counts parties that had no room."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    curves: tuple[Curve, ...]
    left_out: int


def draw(
    parties: Sequence[Party], ties: Sequence[Tie], *, width: int, height: int, most: int
) -> Network:
    """The network of the `most` parties with the strongest ties.

    Args:
        parties: each once.
        ties: between parties of the list; of two ties with the same ends, quad and direction the
            later one counts. A party's tie to itself is not drawn.
        width, height: of the drawing, in CSS pixels.
        most: nodes at most.
    """
    told = {(t.source, t.target, t.quad, t.mutual): t for t in ties if t.source != t.target}
    tied = _by_strength(parties, told.values())
    shown = tied[:most]
    while True:
        keys = {party.key for party in shown}
        kept = [tie for tie in told.values() if tie.source in keys and tie.target in keys]
        ends = {end for tie in kept for end in (tie.source, tie.target)}
        if ends == keys:
            break
        # Whose ties all lead to parties without room is left out as well.
        shown = [party for party in shown if party.key in ends]
    kept.sort(key=lambda tie: (-tie.count, tie.source, tie.target, tie.quad or 9, tie.mutual))
    nodes = _nodes(shown, kept, width * UNITS, height * UNITS)
    return Network(
        width=width * UNITS,
        height=height * UNITS,
        nodes=tuple(nodes.values()),
        curves=_curves(kept, nodes),
        left_out=len(tied) - len(shown),
    )


def _by_strength(parties: Sequence[Party], ties: Iterable[Tie]) -> list[Party]:
    """Those that have ties at all, with the most incidents in their ties first."""
    strength: dict[str, int] = defaultdict(int)
    for tie in ties:
        strength[tie.source] += tie.count
        strength[tie.target] += tie.count
    tied = [party for party in parties if strength[party.key]]
    return sorted(tied, key=lambda party: (-strength[party.key], party.key))


def _nodes(shown: Sequence[Party], ties: Sequence[Tie], width: int, height: int) -> dict[str, Node]:
    most = max((party.count for party in shown), default=1)
    radii = [_radius(party.count, most) * UNITS for party in shown]
    names = [in_lines(party.name) for party in shown]
    boxes = [
        Box(
            side=max(r, _long(lines) // 2) + 6 * UNITS,
            above=r + 6 * UNITS,
            below=r + (6 + LINE * len(lines)) * UNITS,
            weight=r / (LEAST * UNITS),
        )
        for r, lines in zip(radii, names, strict=True)
    ]
    spots = placed(boxes, _springs(shown, ties), width=width, height=height)
    return {
        party.key: Node(
            party=party,
            x=x,
            y=y,
            r=r,
            label=tuple(
                (y + r + (LINE * at - 1) * UNITS, line) for at, line in enumerate(lines, 1)
            ),
        )
        for party, (x, y), r, lines in zip(shown, spots, radii, names, strict=True)
    }


def _radius(count: int, most: int) -> int:
    """Of a node, in CSS pixels: its area grows with the count, at last with its share of `most`."""
    return LEAST + min(isqrt(4 * max(count - 1, 0)), isqrt(SPREAD**2 * count // max(most, 1)))


def in_lines(name: str) -> list[str]:
    """A name in one line, or, where it is long, in two that are cut if they must."""
    words = name.split()
    if len(name) <= BROAD or len(words) < 2:
        lines = [name]
    else:
        halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
        lines = list(min(halves, key=lambda half: max(map(len, half))))
    return [line if len(line) <= BROADEST else f"{line[: BROADEST - 1]}…" for line in lines]


def _long(lines: Sequence[str]) -> int:
    return round(max(map(len, lines)) * LETTER * UNITS)


def _springs(shown: Sequence[Party], ties: Sequence[Tie]) -> list[Spring]:
    """One for each pair with ties, stronger by count; a weak one to the state one belongs to."""
    place = {party.key: at for at, party in enumerate(shown)}
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for tie in ties:
        a, b = sorted((place[tie.source], place[tie.target]))
        counts[a, b] += tie.count
    most = max(counts.values(), default=1)
    springs = {pair: 0.1 + 0.4 * sqrt(count / most) for pair, count in sorted(counts.items())}
    for party in shown:
        if party.home in place and party.home != party.key:
            a, b = sorted((place[party.key], place[party.home]))
            springs[a, b] = max(springs.get((a, b), 0.0), 0.25)
    return [Spring(a=a, b=b, pull=pull) for (a, b), pull in springs.items()]


def _curves(ties: Sequence[Tie], nodes: Mapping[str, Node]) -> tuple[Curve, ...]:
    pairs: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        one, other = sorted((tie.source, tie.target))
        pairs[one, other].append(tie)
    taken = [
        (node.x - node.r, node.y - node.r, node.x + node.r, node.y + node.r)
        for node in nodes.values()
    ]
    for node in nodes.values():
        half = _long([line for _, line in node.label]) // 2
        last = node.label[-1][0]
        taken.append((node.x - half, node.y + node.r, node.x + half, last + 3 * UNITS))
    out = []
    for (one, other), group in pairs.items():
        # Those of one direction lie on one side, the lightest outside.
        group.sort(key=lambda tie: (tie.source, tie.mutual, tie.quad or 9))
        for at, tie in enumerate(group):
            bend = round((2 * at - len(group) + 1) * BEND * UNITS / 2)
            out.append(_curve(tie, nodes[one], nodes[other], bend=bend, width=_width(tie, ties)))
    out.sort(key=lambda curve: (-curve.tie.count, curve.path))
    return tuple(_numbered(out, taken))


def _width(tie: Tie, ties: Sequence[Tie]) -> int:
    """Of a curve: by the count where all are few, by its share of the most where they are many."""
    most = ties[0].count  # they come sorted
    return 2 + round(min(1.5 * log2(tie.count), 12 * tie.count / most))


def _curve(tie: Tie, one: Node, other: Node, *, bend: int, width: int) -> Curve:
    """A quadratic curve from node to node, its middle `bend` units beside the straight line."""
    dx, dy = other.x - one.x, other.y - one.y
    length = max(sqrt(dx * dx + dy * dy), 1.0)
    cx = (one.x + other.x) / 2 - dy / length * bend * 2
    cy = (one.y + other.y) / 2 + dx / length * bend * 2
    source, target = (one, other) if tie.source == one.party.key else (other, one)
    size = 0.0 if tie.mutual else HEAD * UNITS + width
    start = _towards(source, cx, cy, source.r + 2 * UNITS)
    tip = _towards(target, cx, cy, target.r + 2 * UNITS)
    end = _towards(target, cx, cy, target.r + 2 * UNITS + size * 0.8)
    control = f"{round(cx)} {round(cy)}"
    path = f"M{round(start[0])} {round(start[1])}Q{control} {round(end[0])} {round(end[1])}"
    return Curve(
        tie=tie,
        path=path,
        head="" if tie.mutual else _head(tip, (cx, cy), size, is_open=tie.quad in (1, 2)),
        width=width,
        x=round((start[0] + 2 * cx + tip[0]) / 4),
        y=round((start[1] + 2 * cy + tip[1]) / 4),
        number=str(tie.count),
    )


def _towards(node: Node, x: float, y: float, distance: float) -> tuple[float, float]:
    dx, dy = x - node.x, y - node.y
    length = max(sqrt(dx * dx + dy * dy), 1.0)
    part = min(distance / length, 0.9)
    return node.x + dx * part, node.y + dy * part


def _head(
    tip: tuple[float, float], towards: tuple[float, float], size: float, *, is_open: bool
) -> str:
    """An arrow's head at `tip`: two open strokes for cooperation, else a closed triangle."""
    dx, dy = towards[0] - tip[0], towards[1] - tip[1]
    length = max(sqrt(dx * dx + dy * dy), 1.0)
    ux, uy = dx / length * size, dy / length * size
    left = f"{round(tip[0] + ux - uy / 2)} {round(tip[1] + uy + ux / 2)}"
    right = f"{round(tip[0] + ux + uy / 2)} {round(tip[1] + uy - ux / 2)}"
    return f"M{left}L{round(tip[0])} {round(tip[1])}L{right}" + ("" if is_open else "z")


def _numbered(curves: Sequence[Curve], taken: list[tuple[int, int, int, int]]) -> Iterator[Curve]:
    """The curves, without the numbers that would stand on something else; ones are not written."""
    for curve in curves:
        half = round(len(curve.number) * LETTER * UNITS / 2) + UNITS
        box = (curve.x - half, curve.y - 8 * UNITS, curve.x + half, curve.y + 8 * UNITS)
        has_room = curve.tie.count > 1 and all(
            box[2] <= b[0] or b[2] <= box[0] or box[3] <= b[1] or b[3] <= box[1] for b in taken
        )
        if has_room:
            taken.append(box)
        yield curve if has_room else _unnumbered(curve)


def _unnumbered(curve: Curve) -> Curve:
    return Curve(
        tie=curve.tie,
        path=curve.path,
        head=curve.head,
        width=curve.width,
        x=curve.x,
        y=curve.y,
        number="",
    )
