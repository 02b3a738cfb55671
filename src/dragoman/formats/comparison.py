"""Incidents of a record and events of a foreign file matched one to one, the likeliest pair first.

Two may be the same where their days lie no further apart than the window, the countries agree (two
in common where both name two or more, else one) and the acts are of one PLOVER type, or at least of
one quad class. Pairs are then taken in order: same type first, then same dyad and direction, then
fewer days apart, then same place, then by incident and row; each side is taken once.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dragoman.formats.countries import name_of
from dragoman.formats.foreign import ForeignEvent, Read
from dragoman.formats.kinds import types_of
from dragoman.knowledge.load import load
from dragoman.model.words import fold
from dragoman.show.filters import Filters

Row = dict[str, Any]
FACTS = ("actual", "claimed")
UNREAD = "theirs: could not be read"
SHOWN = ("incident_id", "date_start", "date_end", "event_type", "cameo", "place", "summary")
"""Columns of an incident that a row of a comparison has too."""

WIDEST_DAYS = 31
"""A date coarser than a month matches anything, and nothing can be learned from it."""

NEAREST = 20
"""Incidents that an event is weighed against: the likeliest."""

SAME_TYPE, SAME_CLASS = 0, 1
SAME_WAY, SAME_PAIR, ONE_COUNTRY = 0, 1, 2
SAME_PLACE, NO_PLACE, OTHER_PLACE = 0, 1, 2
NEAR_KM = 50
"""Two places closer than this are one: gazetteers differ in where they put the pin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What is compared of an incident or of a foreign event.

    Attributes:
        key: (incident_id,), or (file, row).
        first, last: days, as ordinals, both inclusive.
        actors, recipients: countries; all: of both, or of the place where no party has one.
        types: PLOVER types that it may be of; quads: their quad classes.
        place: folded name, latitude, longitude; None where none is told.
    """

    key: tuple[str, ...] | tuple[str, int]
    first: int
    last: int
    actors: frozenset[str]
    recipients: frozenset[str]
    all: frozenset[str]
    types: frozenset[str]
    quads: frozenset[int]
    place: tuple[str, float | None, float | None] | None


Cost = tuple[int, int, int, int]
"""How unlike two are: type, dyad, days apart, place; the least is the likeliest."""

Pair = tuple[Cost, int, int]
"""A cost, the number of an incident and that of an event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An incident and the foreign event that is taken for the same."""

    incident: Row
    event: ForeignEvent
    cost: Cost


@dataclass(kw_only=True)
class Comparison:
    """What a record and a file have in common.

    Attributes:
        window_days: how far days may lie apart.
        index: the incidents compared, by day.
        matches: in order of the incidents.
        ours: incidents compared; theirs: how many events of the file were.
        near: of events that found no match, the incident that another event was taken for, by
            (file, row): most repeat a happening under another code or for another report.
        left: why incidents (`ours: ...`) and events (`theirs: ...`) were not compared, counted.
        types_theirs: events compared by PLOVER type.
    """

    window_days: int
    index: Index
    matches: list[Match] = field(default_factory=list)
    ours: list[Row] = field(default_factory=list)
    theirs: int = 0
    near: dict[tuple[str, int], str] = field(default_factory=dict)
    left: Counter[str] = field(default_factory=Counter)
    types_theirs: Counter[str] = field(default_factory=Counter)

    @property
    def matched(self) -> dict[tuple[str, int], Match]:
        """The matches by file and row."""
        return {(one.event.file, one.event.row): one for one in self.matches}


def compare(
    incidents: Iterable[Row], found: Iterable[Read], *, window_days: int, filters: Filters
) -> Comparison:
    """Match the incidents with the events of a file.

    Memory holds the incidents, and of the file only events that may match one.

    Args:
        incidents: rows of `incidents`, already filtered.
        found: what a reader yields; rejections are counted.
        window_days: how many days the two may lie apart.
        filters: what of the file is to be compared: days, a party, a type.
    """
    sides: list[Side] = []
    ours: list[Row] = []
    left = Counter[str]()
    for row in incidents:
        side, why = _our_side(row, filters)
        if side is None:
            left[f"ours: {why}"] += 1
            continue
        ours.append(_slim(row))
        sides.append(side)
    index = Index(sides, window_days)
    done = Comparison(window_days=window_days, index=index, ours=ours, left=left)
    pairs: list[Pair] = []
    kept: list[ForeignEvent] = []
    known: dict[Cost, Cost] = {}
    for event, side in _their_sides(found, filters, done):
        near = index.nearest(side)
        if near:
            # Costs are few and pairs many: each cost is held once.
            pairs += [(known.setdefault(cost, cost), at, len(kept)) for cost, at in near]
            kept.append(event)
    _assign(done, pairs, kept)
    return done


def _assign(done: Comparison, pairs: list[Pair], kept: list[ForeignEvent]) -> None:
    taken: dict[int, Match] = {}
    matched: set[int] = set()
    best: dict[int, int] = {}
    names = [row["incident_id"] for row in done.ours]
    places = [(event.file, event.row) for event in kept]
    pairs.sort(key=lambda pair: (pair[0], names[pair[1]], places[pair[2]]))
    for cost, at, event in pairs:
        best.setdefault(event, at)
        if event not in matched and at not in taken:
            matched.add(event)
            taken[at] = Match(incident=done.ours[at], event=kept[event], cost=cost)
    done.matches = [taken[at] for at in sorted(taken)]
    done.near = {
        (kept[event].file, kept[event].row): done.ours[at]["incident_id"]
        for event, at in best.items()
        if event not in matched
    }


def _their_sides(
    found: Iterable[Read], filters: Filters, done: Comparison
) -> Iterator[tuple[ForeignEvent, Side]]:
    """The events that can be compared; the others are counted with the reason."""
    for event in found:
        if not isinstance(event, ForeignEvent):
            done.left[UNREAD] += 1
            continue
        side, why = their_side(event, filters, done.index)
        if side is None:
            done.left[f"theirs: {why}"] += 1
            continue
        done.theirs += 1
        done.types_theirs[min(side.types)] += 1
        yield event, side


def their_side(
    event: ForeignEvent, filters: Filters, index: Index | None
) -> tuple[Side | None, str]:
    """What is compared of a foreign event, or why it is not.

    `index`: bounds the days to those of the record; None: any day.
    """
    if event.status not in FACTS:
        return None, "planned, denied or supposed"
    types = types_of(event)
    if not types:
        return None, "no type of PLOVER's (a statement, or no code)"
    if event.date_start is None or event.date_end is None:
        return None, "no date"
    first, last = event.date_start.toordinal(), event.date_end.toordinal()
    if last - first >= WIDEST_DAYS:
        return None, "date coarser than a month"
    place = event.place
    actors, recipients = (
        frozenset(party.country for party in side if party.country is not None)
        for side in (event.actors, event.recipients)
    )
    land = frozenset({place.country} if place and place.country else ())
    if not (actors | recipients | land):
        return None, "no country"
    if not _is_asked(event, types, actors | recipients | land, filters):
        return None, "not asked for"
    if index is not None and not index.spans(first, last):
        return None, "outside the days of the record"
    where = (
        None if place is None or place.name is None else (fold(place.name), place.lat, place.lon)
    )
    if where is not None and place is not None and fold(name_of(place.country)) == where[0]:
        where = None  # the country says no more than the parties
    return Side(
        key=(event.file, event.row), first=first, last=last, actors=actors, recipients=recipients,
        all=actors | recipients or land, types=types, quads=_quads(types), place=where,
    ), ""  # fmt: skip


def _our_side(row: Row, filters: Filters) -> tuple[Side | None, str]:
    if filters.status is None and row["status"] not in FACTS:
        return None, "planned, denied or supposed"
    if row["event_type"] is None:
        return None, "no type of PLOVER's"
    start, end = row["date_start"], row["date_end"]
    if start is None or end is None:
        return None, "no date"
    if (end - start).days >= WIDEST_DAYS:
        return None, "date coarser than a month"
    actors, recipients = (
        frozenset(party["country"] for party in row[side] if party["country"] is not None)
        for side in ("actors", "recipients")
    )
    place = row["place"]
    land = frozenset({place["country"]} if place and place["country"] else ())
    if not (actors | recipients | land):
        return None, "no country"
    types = frozenset({row["event_type"]})
    where = None
    if place is not None and place["lat"] is not None:
        where = (fold(place["name"]), place["lat"], place["lon"])
    return Side(
        key=(row["incident_id"],), first=start.toordinal(), last=end.toordinal(), actors=actors,
        recipients=recipients, all=actors | recipients or land, types=types, quads=_quads(types),
        place=where,
    ), ""  # fmt: skip


def _slim(row: Row) -> Row:
    """What is shown of an incident; many of them are held."""
    lands = {
        side: [{"country": party["country"]} for party in row[side]]
        for side in ("actors", "recipients")
    }
    return {name: row[name] for name in SHOWN} | lands


def _quads(types: frozenset[str]) -> frozenset[int]:
    known = load().plover
    return frozenset(known[one].quad_class for one in types if one in known)


def _is_asked(
    event: ForeignEvent, types: frozenset[str], lands: frozenset[str], filters: Filters
) -> bool:
    if not filters.take_days(event.date_start, event.date_end):
        return False
    if filters.act is not None and _type_of(filters.act) not in types:
        return False
    if filters.party is None:
        return True
    if filters.state is not None:
        return filters.state in lands
    wanted = fold(filters.party)
    named = (party.name for party in (*event.actors, *event.recipients))
    return any(wanted in fold(name) for name in named if name)


def _type_of(act: str) -> str | None:
    """The PLOVER type of an act of ours, or the type itself."""
    kind = load().acts.get(act.casefold())
    return act.upper() if kind is None else kind.event_type


class Index:
    """The incidents by country, quad class and day, under each day of their range."""

    def __init__(self, sides: list[Side], window_days: int) -> None:
        self._sides, self._window = sides, window_days
        self._by_day: defaultdict[tuple[str, int, int], list[int]] = defaultdict(list)
        for at, side in enumerate(sides):
            for country in side.all:
                for quad in side.quads:
                    for day in range(side.first, side.last + 1):
                        self._by_day[country, quad, day].append(at)
        self._first = min((side.first for side in sides), default=0) - window_days
        self._last = max((side.last for side in sides), default=-1) + window_days

    def spans(self, first: int, last: int) -> bool:
        """Whether days meet those of the incidents."""
        return last >= self._first and first <= self._last

    def nearest(self, side: Side) -> list[tuple[Cost, int]]:
        """The incidents that may be the same, the likeliest first."""
        days = range(side.first - self._window, side.last + self._window + 1)
        held = self._by_day
        found = {
            at
            for country in side.all
            for quad in side.quads
            for day in days
            if (country, quad, day) in held
            for at in held[country, quad, day]
        }
        costs = ((cost_of(self._sides[at], side, self._window), at) for at in found)
        return heapq.nsmallest(NEAREST, [(cost, at) for cost, at in costs if cost is not None])


def cost_of(ours: Side, theirs: Side, window_days: int) -> Cost | None:
    """How unlike two are; None where they cannot be the same."""
    apart = max(0, ours.first - theirs.last, theirs.first - ours.last)
    dyad = _dyad(ours, theirs)
    if apart > window_days or dyad is None or not ours.quads & theirs.quads:
        return None
    kind = SAME_TYPE if ours.types & theirs.types else SAME_CLASS
    return kind, dyad, apart, _place(ours, theirs)


def _dyad(ours: Side, theirs: Side) -> int | None:
    shared = len(ours.all & theirs.all)
    if shared < min(2, len(ours.all), len(theirs.all)) or not shared:
        return None
    if min(len(ours.all), len(theirs.all)) < 2:
        return SAME_WAY if ours.all == theirs.all else ONE_COUNTRY
    is_mutual = not (ours.recipients and theirs.recipients)
    straight = ours.actors & theirs.actors and ours.recipients & theirs.recipients
    return SAME_WAY if is_mutual or straight else SAME_PAIR


def _place(ours: Side, theirs: Side) -> int:
    if ours.place is None or theirs.place is None:
        return NO_PLACE
    if ours.place[0] == theirs.place[0]:
        return SAME_PLACE
    apart = km_apart(ours.place[1:], theirs.place[1:])
    if apart is None:
        return NO_PLACE
    return SAME_PLACE if apart <= NEAR_KM else OTHER_PLACE


def km_apart(
    one: tuple[float | None, float | None], other: tuple[float | None, float | None]
) -> float | None:
    """Kilometres along the earth's surface; None where a point is not known."""
    if None in one or None in other:
        return None
    (lat, lon), (north, east) = (
        (math.radians(x or 0.0), math.radians(y or 0.0)) for x, y in (one, other)
    )
    half = (
        math.sin((north - lat) / 2) ** 2
        + math.cos(lat) * math.cos(north) * math.sin((east - lon) / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))
