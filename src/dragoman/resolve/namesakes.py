"""What a place's name may stand for, and which of several is meant.

"Paris" is in France and in Texas, "Georgia" a state of the world and one of the United States. Each
reading has a weight, the logarithm of its people with something added for capitals; the countries
that the passage is about add to theirs. Where two countries stay close nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import log10

from dragoman.knowledge.names import NameIndex, words_of
from dragoman.knowledge.tables import Alias

STATE, REGION, SEAT = 7.5, 6.3, 7.0
"""Weights of a state, a first-order region, a seat of government: as of 30, 2 and 10 million."""
CAPITAL, CITY = 0.7, 0.3
"""What is added for a capital, and for a town that stands for its state in aliases.csv."""
PARTY, SENTENCE, REPORT = 0.8, 0.4, 0.3
"""What a country's part in the event, the sentence, the report adds to its places of a name."""
MOST = PARTY + SENTENCE + REPORT
NEAR = 0.7  # by the name alone a choice by less, five to one in people, is none
SMALLEST, CAPITALS = 3.0, 6.0
"""Weights of a town and of a capital at least."""

KNOWN = 5.3  # a smaller town, of 200,000, is meant only where its country has a part in the report

ANYWHERE = "anywhere"
"""The key under which evidence says that the place may as well lie in a third country."""

Evidence = Callable[[], Mapping[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One reading of a name. `kind`: state, capital, town, region, land, sea or seat.

    `country` ISO3 or None where it lies in none or several; `region` that of a town; coordinates in
    degrees or None; `weight` how likely the name alone means it.
    """

    kind: str
    country: str | None
    weight: float
    lat: float | None = None
    lon: float | None = None
    region: str | None = None
    name: str = ""


def senses(name: str, names: NameIndex) -> tuple[Sense, ...]:
    """Every reading of a name, the likeliest first; empty when it is no place that we know."""
    words = words_of(name)
    found = names.at(words, 0) if words else None
    rows = found[1] if found is not None and found[0] == len(words) else ()
    told = [*_of_rows(rows, names), *_of_tables(name, rows, names)]
    return tuple(sorted(told, key=lambda s: (-s.weight, s.kind, s.country or "", s.lat or 0.0)))


def choose(told: Iterable[Sense], evidence: Evidence) -> tuple[Sense | None, str]:
    """The reading that is meant, or None where two countries stay close; and why."""
    chosen, why = _chosen(list(told), evidence)
    if chosen is not None and chosen.kind == "town" and chosen.weight < KNOWN:
        more = evidence()
        told_by = {chosen.country, chosen.region, ANYWHERE}
        if more and not any(more.get(key) for key in told_by if key is not None):
            return None, f"a town of {chosen.country} has the name, which the report does not name"
    return chosen, why


def _chosen(rest: list[Sense], evidence: Evidence) -> tuple[Sense | None, str]:
    best = rest[0]
    others = [s for s in rest if s.country != best.country]
    if not others:
        return _within(rest, best.country, evidence), "the one place of that name"
    if best.weight - others[0].weight > MOST + NEAR:
        return _within(rest, best.country, evidence), "by far the best known place of that name"
    more = evidence()
    rest.sort(key=lambda s: -(s.weight + more.get(s.country or "", 0.0)))
    best = rest[0]
    other = next(s for s in rest if s.country != best.country)
    mine, theirs = more.get(best.country or "", 0.0), more.get(other.country or "", 0.0)
    lead = best.weight + mine - other.weight - theirs
    is_theirs = mine >= PARTY and not theirs
    if lead < (0.0 if is_theirs else NEAR / 2 if mine or theirs else NEAR):
        return None, f"in {best.country} or {other.country}: nothing tells which"
    told_by = "the passage is about its country" if mine else "best known"
    return _within(rest, best.country, evidence), f"of several of that name: {told_by}"


def _within(told: Iterable[Sense], country: str | None, evidence: Evidence) -> Sense:
    """Of the readings in one country the likeliest; a town goes before the region named after it.

    Of several towns of near size that one is meant whose region the report names; where that does
    not tell, nobody knows where in the country.
    """
    mine = [s for s in told if s.country == country]
    towns = [s for s in mine if s.lat is not None]
    if not towns or mine[0].kind == "state":
        return mine[0]
    close = [s for s in towns if towns[0].weight - s.weight < NEAR]
    if len(close) > 1:
        named = evidence()
        close = [s for s in towns if s.region is not None and named.get(s.region)] or close
    if len(close) > 1 and len({s.region for s in close}) > 1:
        return replace(close[0], lat=None, lon=None)
    return close[0]


def _of_rows(rows: Iterable[Alias], names: NameIndex) -> Iterator[Sense]:
    """Readings that the names of states give."""
    for row in rows:
        state = names.knowledge.states.get(row.party_id)
        if state is None:
            continue
        if row.kind in ("name", "initials"):
            yield Sense(kind="state", country=state.id, weight=STATE)
        elif row.kind == "capital":
            towns = names.towns(row.alias)
            people = next((t.population for t in towns if t.country == state.id), 0)
            weight = max(CAPITALS, _weight(people)) + CAPITAL
            yield Sense(kind="capital", country=state.id, weight=weight, lat=state.lat,
                        lon=state.lon)  # fmt: skip
        elif row.kind == "seat":
            yield Sense(kind="seat", country=state.id, weight=SEAT, lat=state.lat, lon=state.lon)


def _of_tables(name: str, rows: Iterable[Alias], names: NameIndex) -> Iterator[Sense]:
    """Readings that the tables of towns and regions give, and cities that they lack."""
    capitals = {row.party_id for row in rows if row.kind == "capital"}
    cities = {row.party_id for row in rows if row.kind == "city"}
    seen = set(capitals)
    for town in names.towns(name):
        if town.country in capitals:
            capitals.discard(town.country)  # the largest of them is the capital itself
            continue
        known = CITY if town.country in cities else 0.0
        cities.discard(town.country)
        seen.add(town.country)
        yield Sense(
            kind="town", country=town.country, weight=_weight(town.population) + known,
            lat=town.lat, lon=town.lon, region=town.region, name=town.name,
        )  # fmt: skip
    regions = names.knowledge.places.regions(name)
    for region in regions:
        country = region.countries[0] if len(region.countries) == 1 else None
        yield Sense(kind=region.kind, country=country, weight=REGION, name=region.name)
    for row in rows if not regions else ():
        is_state = row.party_id in names.knowledge.states and row.party_id not in seen
        if is_state and row.kind in ("city", "region"):
            yield Sense(kind="region", country=row.party_id, weight=REGION)


def _weight(people: int) -> float:
    return max(SMALLEST, log10(max(people, 1)))


def lies_in(sense: Sense, outer: tuple[Sense, ...]) -> bool:
    """Whether a place lies in one of the readings of what is said to hold it."""
    return any(
        sense.country == out.country
        and (out.kind == "state" or sense.region in (None, out.name) or out.name == "")
        for out in outer
    )
