"""The contract's tables as flat CSV: no cell holds JSON, what is nested has columns of its own.

`actors` becomes `actors_party_id`, `actors_name`, ...: in each the values of all actors in one
order, "; " between, empty where one has none. What would be lists of lists has a file of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from dragoman.formats.chosen import Chosen
from dragoman.formats.contract import plain_type, with_bom
from dragoman.formats.edtf import edtf
from dragoman.formats.ends import lasting
from dragoman.formats.kept import Kept
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.tally import Tally
from dragoman.store.export import csv_lines
from dragoman.store.rows import Row
from dragoman.store.schema import EXPORTED, Column, tables

JOINED, LINES = "; ", "\n"
"""Between the values of a list; between quotes, which have semicolons of their own."""

APART = {
    ("conflicts", "readings"): ("readings", "", ("conflict_id", "kind", "preferred")),
    ("offices", "asserted"): ("assertions", "", ("party_id", "name", "office", "country")),
    ("relations", "sides"): ("sides", "side_", ("pair", "date_start", "date_end")),
    ("asylum", "steps"): ("steps", "", ("case_id", "seeker", "host")),
}
"""Lists that become a file of their own: its name, what stands before the names of its columns,
and which columns of the row go along."""

EDTF = ("date_edtf", "string", "first and last day and precision in one text (EDTF level 1)")
_STRUCT = re.compile(r"struct\((?P<fields>.*)\)(?P<list>\[\])?$")
_FIELD = re.compile(r'"?(\w+)"? (\w+(?:\[\])?)')

Get = Callable[[Row, Tally], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A column of a flat table: name, plain type, meaning, and how its value is had."""

    name: str
    type: str
    about: str
    get: Get


@lru_cache(maxsize=16)
def cells(table: str) -> tuple[Cell, ...]:
    """The columns of a table of the contract, flat."""
    found: list[Cell] = []
    names = tables()[table].names
    last_of_days = "date_precision" if "date_precision" in names else "date_end"
    for column in tables()[table].columns:
        if (table, column.name) not in APART:
            found += _flat(column)
        if column.name == last_of_days:
            found.append(Cell(name=EDTF[0], type=EDTF[1], about=EDTF[2], get=_edtf))
    return tuple(found)


@lru_cache(maxsize=4)
def cells_apart(table: str, column: str) -> tuple[Cell, ...]:
    """The columns of a list that has a file of its own: those of its row, its place, its own."""
    _, prefix, along = APART[table, column]
    of_row = {one.name: one for one in tables()[table].columns}
    found = [cell for name in along for cell in _flat(of_row[name])]
    found.append(
        Cell(name="number", type="integer", about=f"place among the {column}, from 0",
             get=lambda row, tally: row["number"])
    )  # fmt: skip
    for name, kind in _fields(of_row[column].type):
        about = f"{column}: {name}"
        found += _flat(Column(name=prefix + name, type=kind, about=about))
    return tuple(found)


def files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    """One file a table, and one for each list of lists, behind its table."""
    kept = Kept(chosen)
    for name in EXPORTED:
        table = tables()[name]
        yield _file(name, table.about, cells(name), partial(kept.rows, name), settings)
        for (of, column), (apart, _, _) in APART.items():
            if of == name:
                yield _file(
                    apart, f"One row per item of {column} of {of}.", cells_apart(of, column),
                    partial(_items, kept, of, column), settings,
                )  # fmt: skip


def _file(
    name: str, about: str, wanted: tuple[Cell, ...], rows: Callable[[], Iterator[Row]],
    settings: Settings,
) -> File:  # fmt: skip
    tally = Tally()

    def content() -> Iterator[str]:
        flat = (
            {cell.name: cell.get(row, tally) for cell in wanted} for row in tally.over(rows())
        )  # fmt: skip
        yield from with_bom(csv_lines([cell.name for cell in wanted], flat), settings)

    return File(
        name=f"{name}.csv", about=about.rstrip("."), content=content(), count=tally.count,
        notes=tally.notes, columns=tuple((cell.name, cell.type, cell.about) for cell in wanted),
    )  # fmt: skip


def _items(kept: Kept, table: str, column: str) -> Iterator[Row]:
    _, prefix, _ = APART[table, column]
    for row in kept.rows(table):
        for number, item in enumerate(row[column] or ()):
            yield {**row, "number": number, **{prefix + name: item[name] for name in item}}


def _fields(kind: str) -> list[tuple[str, str]]:
    """Name and type of the fields of a struct, or of a list of structs."""
    struct = _STRUCT.match(kind)
    return [] if struct is None else _FIELD.findall(struct["fields"])


def _flat(column: Column) -> Iterator[Cell]:
    kind = column.type.removesuffix(" not null")
    struct = _STRUCT.match(kind)
    if struct is None:
        is_list = kind.endswith("[]")
        yield Cell(
            name=column.name, type="string" if is_list else plain_type(kind), about=column.about,
            get=_listed(column.name) if is_list else _plain(column.name),
        )  # fmt: skip
        return
    for name, of in _fields(kind):
        yield Cell(
            name=f"{column.name}_{name}", type="string" if struct["list"] else plain_type(of),
            about=f"{column.about}: {name}",
            get=_each(column.name, name) if struct["list"] else _inner(column.name, name),
        )  # fmt: skip


def _plain(name: str) -> Get:
    return lambda row, tally: row[name]


def _inner(name: str, field: str) -> Get:
    return lambda row, tally: None if row[name] is None else row[name][field]


def _listed(name: str) -> Get:
    if name.endswith("quotes"):
        return lambda row, tally: LINES.join(row[name] or ())
    return lambda row, tally: _join(row[name] or (), tally)


def _each(name: str, field: str) -> Get:
    return lambda row, tally: _join((one[field] for one in row[name] or ()), tally)


def _join(values: Any, tally: Tally) -> str:
    texts = ["" if value is None else str(value) for value in values]
    if len(texts) > 1 and any(";" in text for text in texts):
        tally.say("lists have a value with a semicolon, which became a comma")
        texts = [text.replace(";", ",") for text in texts]
    return JOINED.join(texts)


def _edtf(row: Row, tally: Tally) -> str:
    if "start_precision" in row:
        return lasting(row)
    return edtf(row["date_start"], row["date_end"], row.get("date_precision"))


FORMATS = (
    Format(
        name="csv-flat", about="the record's tables as CSV without JSON in any cell",
        files=files, takes=("bom",),
    ),
)  # fmt: skip
