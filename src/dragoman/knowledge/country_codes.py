"""country_codes.csv: each state under the codes that other people's event files use.

Apart from the rest of the knowledge: reading reports never asks for it, so it is read when an
export or import first does, and stays out of the digest that decides what is read again.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from dragoman.errors import KnowledgeError

NAME = "country_codes.csv"
COLUMNS = ("id", "alpha2", "numeric", "cow", "gw", "fips", "cameo", "icews", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryCode:
    """One state's codes; None where the list in question has none for it.

    Attributes:
        id: ISO 3166 alpha-3, as in states.csv.
        alpha2, numeric: ISO 3166; XK for Kosovo is user-assigned. Numbers keep their zeros.
        cow: number of the Correlates of War project; gw: of Gleditsch and Ward (as UCDP uses it).
        fips: FIPS 10-4 codes, the one that is written first (West Bank before Gaza).
        cameo: CAMEO's three letters.
        icews: its English name in the ICEWS files.
        source: where the codes are from.
    """

    id: str
    alpha2: str | None
    numeric: str | None
    cow: str | None
    gw: str | None
    fips: tuple[str, ...]
    cameo: str | None
    icews: str | None
    source: str


@lru_cache(maxsize=1)
def country_codes() -> dict[str, CountryCode]:
    """The shipped table by ISO 3166 alpha-3, in the order of the file.

    Raises:
        KnowledgeError: a row is broken.
    """
    faults: list[str] = []
    rows = {row.id: row for row in _read(files("dragoman.knowledge") / "data" / NAME, faults)}
    if faults:
        raise KnowledgeError(faults)
    return rows


def faults_of(folder: Traversable, states: Collection[str]) -> Iterator[str]:
    """Every fault of the file in `folder` as a plain sentence; none where there is no such file.

    A state must have one row. FIPS and CAMEO codes and the names of ICEWS mean one state each;
    other codes were given anew when a state ended.
    """
    path = folder / NAME
    if not path.is_file():
        return
    broken: list[str] = []
    rows = list(_read(path, broken))
    yield from broken
    seen: set[str] = set()
    for row in rows:
        if row.id not in states:
            yield f"{NAME}: no state {row.id!r} in states.csv"
        if row.id in seen:
            yield f"{NAME}: {row.id!r} has two rows"
        seen.add(row.id)
    for missing in sorted(set(states) - seen):
        yield f"{NAME}: no row for the state {missing!r}"
    for column in ("fips", "cameo", "icews"):
        yield from _shared(rows, column)


def _shared(rows: list[CountryCode], column: str) -> Iterator[str]:
    owner: dict[str, str] = {}
    for row in rows:
        value = getattr(row, column)
        for code in value if isinstance(value, tuple) else (value,):
            if code is not None and owner.setdefault(code, row.id) != row.id:
                yield f"{NAME}: {column} {code!r} stands for {owner[code]} and {row.id}"


def _read(path: Traversable, faults: list[str]) -> Iterator[CountryCode]:
    rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    head = next(rows, [])
    if tuple(head) != COLUMNS:
        faults.append(f"{NAME}:1: expected the columns {','.join(COLUMNS)}")
        return
    for number, row in enumerate(rows, start=2):
        fault = _fault(row)
        if fault is None:
            yield _row(*row)
        else:
            faults.append(f"{NAME}:{number}: {fault} in {row}")


def _fault(row: list[str]) -> str | None:
    if len(row) != len(COLUMNS):
        return f"{len(row)} cells, expected {len(COLUMNS)}"
    iso, alpha2, numeric, cow, gw, _, cameo, _, source = row
    if not source:
        return "no source"
    for name, code, size in (("id", iso, 3), ("alpha2", alpha2, 2), ("cameo", cameo, 3)):
        if code and not (code.isascii() and code.isalpha() and len(code) == size):
            return f"{name} {code!r} is not {size} letters"
    for name, code in (("numeric", numeric), ("cow", cow), ("gw", gw)):
        if code and not (code.isascii() and code.isdigit()):
            return f"{name} {code!r} is not a number"
    return f"numeric {numeric!r} is not three digits" if numeric and len(numeric) != 3 else None


def _row(
    iso: str, alpha2: str, numeric: str, cow: str, gw: str, fips: str, cameo: str, icews: str,
    source: str,
) -> CountryCode:  # fmt: skip
    return CountryCode(
        id=iso, alpha2=alpha2 or None, numeric=numeric or None, cow=cow or None, gw=gw or None,
        fips=tuple(filter(None, fips.split(";"))), cameo=cameo or None, icews=icews or None,
        source=source,
    )  # fmt: skip
