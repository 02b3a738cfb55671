"""The towns and regions of the world by name: places.csv and regions.csv, read when first asked.

Most runs ask for few of the 34,000 towns, so a line is taken apart only when its name is looked up,
and the files are read only when some name is.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable

from dragoman.errors import KnowledgeError

TOWNS, REGIONS = "places.csv", "regions.csv"
HEAD = "name,others,country,region,lat,lon,population,source"
KINDS = ("region", "land", "sea")
LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d",
        "þ": "th", "ə": "a", "’": None, "‘": None, "ʻ": None, "'": None, "`": None, "-": " ",
    }
)  # fmt: skip
PLAIN = str.maketrans({"'": None, "-": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """places.csv: a town, with the state (ISO3) and first-order region that it lies in.

    `others` are names it also has ("Bombay"); `region` a name of regions.csv, None where we have
    none; `lat` and `lon` degrees, `population` people.
    """

    name: str
    others: tuple[str, ...]
    country: str
    region: str | None
    lat: float
    lon: float
    population: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """regions.csv: a place that is no town, with the states (ISO3) that it lies in.

    `kind`: region (of the first order in its state), land ("Donbas"), sea (waters and shoals).
    `countries` is empty where it belongs to none or to more than can be told.
    """

    name: str
    others: tuple[str, ...]
    kind: str
    countries: tuple[str, ...]
    source: str


class Gazetteer:
    """Towns and regions under all their names; blind to case, accents, apostrophes and hyphens.

    Without a folder it knows none.
    """

    def __init__(self, folder: Traversable | None = None) -> None:
        self._folder = folder

    def towns(self, name: str) -> tuple[Town, ...]:
        """Towns of that name, the largest first; empty when none is known.

        Raises:
            KnowledgeError: a line of places.csv that has the name is broken.
        """
        lines = self._lines
        found = [_town(lines[at], at) for at in self._index.get(key(name), ())]
        return tuple(sorted(found, key=lambda town: -town.population))

    def regions(self, name: str) -> tuple[Region, ...]:
        """Regions, lands and seas of that name, those of one country first; mostly one or none."""
        return self._regions.get(key(name), ())

    def faults(self, states: Collection[str]) -> Iterator[str]:
        """Every fault of the two files as a plain sentence; `states` are those that are known."""
        for at, line in enumerate(self._lines[1:], start=1):
            try:
                town = _town(line, at)
            except KnowledgeError as error:
                yield from error.faults
                continue
            if town.country not in states:
                yield f"{TOWNS}:{at + 1}: {town.name!r}: no state {town.country!r}"
            if not (-90 <= town.lat <= 90 and -180 <= town.lon <= 180):
                yield f"{TOWNS}:{at + 1}: {town.name!r}: no place on earth: {town.lat}, {town.lon}"
        for region in dict.fromkeys(r for rows in self._regions.values() for r in rows):
            if region.kind not in KINDS:
                yield f"{REGIONS}: {region.name!r}: kind {region.kind!r} is not one of {KINDS}"
            for country in region.countries:
                if country not in states:
                    yield f"{REGIONS}: {region.name!r}: no state {country!r}"

    @cached_property
    def _lines(self) -> list[str]:
        if self._folder is None:
            return [HEAD]
        lines = (self._folder / TOWNS).read_text(encoding="utf-8").splitlines()
        if not lines or lines[0] != HEAD:
            raise KnowledgeError([f"{TOWNS}:1: expected the columns {HEAD}"])
        return lines

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        out: dict[str, list[int]] = {}
        for at, line in enumerate(self._lines[1:], start=1):
            name, _, rest = line.partition(",")
            others = rest.partition(",")[0]
            out.setdefault(key(name), []).append(at)
            for other in others.split(";") if others else ():
                rows = out.setdefault(key(other), [])
                if not rows or rows[-1] != at:
                    rows.append(at)
        return out

    @cached_property
    def _regions(self) -> dict[str, tuple[Region, ...]]:
        if self._folder is None:
            return {}
        text = (self._folder / REGIONS).read_text(encoding="utf-8")
        rows: dict[str, list[Region]] = {}
        for row in csv.DictReader(text.splitlines()):
            region = _region(row)
            for name in dict.fromkeys(map(key, (region.name, *region.others))):
                rows.setdefault(name, []).append(region)
        return {name: tuple(sorted(r, key=_by_countries)) for name, r in rows.items()}


def key(name: str) -> str:
    """A name as it is looked up: small plain letters, words parted by single blanks."""
    if name.isascii():
        return name.lower().translate(PLAIN)
    plain = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _by_countries(region: Region) -> tuple[int, str]:
    return (len(region.countries) or 99, region.name)


def _town(line: str, at: int) -> Town:
    cells = line.split(",")
    try:
        name, others, country, region, lat, lon, population, source = cells
        return Town(
            name=name, others=tuple(filter(None, others.split(";"))), country=country,
            region=region or None, lat=float(lat), lon=float(lon), population=int(population),
            source=source,
        )  # fmt: skip
    except ValueError as error:
        raise KnowledgeError([f"{TOWNS}:{at + 1}: {error} in {line!r}"]) from error


def _region(row: dict[str, str]) -> Region:
    return Region(
        name=row["name"], others=tuple(filter(None, row["others"].split(";"))), kind=row["kind"],
        countries=tuple(filter(None, row["countries"].split(";"))), source=row["source"],
    )  # fmt: skip
