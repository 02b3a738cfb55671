"""Who did what to whom as a graph: parties are nodes, acts are edges.

An edge leads from each actor to each recipient of an incident. An act that both do (a meeting) has
an undirected edge between each two of its actors. Parties are what the record takes them for: one
id, one node.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

from dragoman.formats.chosen import Chosen, Row
from dragoman.formats.days import outer
from dragoman.formats.edtf import edtf
from dragoman.knowledge.load import load
from dragoman.show import wording

Pair = tuple[str, str]


@dataclass(slots=True)
class Node:
    """A party: its names and codes as often as they were told, and its days."""

    told: dict[str, Counter[str]] = field(default_factory=dict)
    events: int = 0
    first: dt.date | None = None
    last: dt.date | None = None

    def best(self, key: str) -> str | None:
        """What was told most often of "name", "kind", "country" or "sector"; of equals the first
        in the alphabet; None where nothing was."""
        counts = self.told.get(key, Counter())
        return min(counts, key=lambda value: (-counts[value], value), default=None)

    def add(self, party: Row, days: tuple[dt.date, dt.date] | None) -> None:
        """Count an incident that the party takes part in."""
        self.events += 1
        for key in ("name", "kind", "country", "sector"):
            if party[key] is not None:
                self.told.setdefault(key, Counter())[party[key]] += 1
        self.first, self.last = widened(self.first, self.last, days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One act between two parties; `date` is EDTF."""

    id: str
    source: str
    target: str
    directed: bool
    incident: Row
    date: str


@dataclass(slots=True)
class Sum:
    """The acts of a quad class between two parties; the days are those of the dated ones."""

    weight: int = 0
    intensities: list[float] = field(default_factory=list)
    first: dt.date | None = None
    last: dt.date | None = None

    @property
    def mean_intensity(self) -> float | None:
        """The mean of -10 to 10; None where no act has an intensity."""
        # fsum: the same mean in whatever order they came.
        known = self.intensities
        return round(math.fsum(known) / len(known), 4) if known else None


@dataclass
class Network:
    """The graph of the incidents asked for; each method goes through them once."""

    chosen: Chosen
    alone: int = 0

    def nodes(self) -> dict[str, Node]:
        """Every actor and recipient by party_id, sorted."""
        nodes: dict[str, Node] = {}
        for told in self.chosen.told():
            days = outer(told.incident)
            both = (*told.incident["actors"], *told.incident["recipients"])
            for party in {one["party_id"]: one for one in both}.values():
                nodes.setdefault(party["party_id"], Node()).add(party, days)
        return dict(sorted(nodes.items()))

    def edges(self) -> Iterator[Edge]:
        """One edge for each actor, recipient and incident, in order of date."""
        acts = load().acts
        self.alone = 0
        for told in self.chosen.told():
            row = told.incident
            kind = acts.get(row["act"])
            is_reciprocal = kind is not None and kind.reciprocal and not row["recipients"]
            pairs = _meetings(row) if is_reciprocal else _deeds(row)
            self.alone += not pairs
            date = edtf(row["date_start"], row["date_end"], row["date_precision"])
            for number, (source, target) in enumerate(pairs):
                yield Edge(
                    id=f"{row['incident_id']}-{number}", source=source, target=target,
                    directed=not is_reciprocal, incident=row, date=date,
                )  # fmt: skip

    def sums(self) -> dict[tuple[Pair, bool, int | None], Sum]:
        """Edges summed by source, target, direction and quad class, sorted."""
        sums: dict[tuple[Pair, bool, int | None], Sum] = {}
        for edge in self.edges():
            row = edge.incident
            key = (edge.source, edge.target), edge.directed, row["quad_class"]
            one = sums.setdefault(key, Sum())
            one.weight += 1
            if row["intensity"] is not None:
                one.intensities.append(row["intensity"])
            one.first, one.last = widened(one.first, one.last, outer(row))
        return dict(sorted(sums.items(), key=lambda item: (item[0][:2], item[0][2] or 0)))

    def notes(self) -> list[str]:
        """What the graph does not show; asked after the edges have run out."""
        if not self.alone:
            return []
        left = wording.count(self.alone, "incident")
        return [f"{left} without an edge: nobody is told to whom it was done, or by whom."]


def widened(
    first: dt.date | None, last: dt.date | None, days: tuple[dt.date, dt.date] | None
) -> tuple[dt.date | None, dt.date | None]:
    """The run of days that holds `first` to `last` and `days` too."""
    if days is None:
        return first, last
    return min(first or days[0], days[0]), max(last or days[1], days[1])


def _deeds(row: Row) -> list[Pair]:
    return list(product(_ids(row["actors"]), _ids(row["recipients"])))


def _meetings(row: Row) -> list[Pair]:
    return list(combinations(sorted(_ids(row["actors"])), 2))


def _ids(parties: list[Row]) -> list[str]:
    return list(dict.fromkeys(party["party_id"] for party in parties))
