"""The tables of a record, read from schema.sql: columns, their meaning, their order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

EXPORTED = (
    "reports",
    "events",
    "incidents",
    "conflicts",
    "relations",
    "asylum",
    "presence",
    "rejections",
    "offices",
    "judgements",
)
"""The contract's tables, in the contract's order, with what we add to it."""

ORDER = {
    "reports": ("report_id",),
    "events": ("event_id",),
    "incidents": ("incident_id",),
    "conflicts": ("conflict_id",),
    "relations": ("pair", "date_start", "date_end"),
    "asylum": ("case_id",),
    "presence": (
        "pair",
        "date_start",
        "date_end",
        "matter",
        "change",
        "incident_id",
        "sender",
        "receiver",
        "protector",
    ),
    "rejections": ("uri", "stage", "reason", "report_id", "detail"),
    "offices": ("party_id", "office", "country", "date_start", "date_end", "name"),
    "judgements": ("at", "judgement_id"),
    "texts": ("report_id",),
    "made": ("dragoman",),
}
"""The columns that rows are sorted by: the id, or what stands for it."""

_TABLE = re.compile(
    r"^-- (?P<about>[^\n]+)\ncreate table (?P<name>\w+) \(\n(?P<body>.*?)^\);", re.M | re.S
)
_COLUMN = re.compile(r"^    (?P<name>\"?\w+\"?) (?P<type>.+?),\s+-- (?P<about>.+)$", re.M)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, its DuckDB type with constraints, its meaning."""

    name: str
    type: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: its name, what a row is, its columns in the contract's order."""

    name: str
    about: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order."""
        return tuple(column.name for column in self.columns)


@lru_cache(maxsize=1)
def script() -> str:
    """The text of schema.sql."""
    return (files("dragoman.store") / "schema.sql").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def tables() -> dict[str, Table]:
    """The tables by name, as schema.sql gives them."""
    found = {}
    for table in _TABLE.finditer(script()):
        columns = tuple(
            Column(name=c["name"].strip('"'), type=c["type"], about=c["about"])
            for c in _COLUMN.finditer(table["body"])
        )
        found[table["name"]] = Table(name=table["name"], about=table["about"], columns=columns)
    return found


def comments() -> list[str]:
    """SQL statements that write each table's and column's meaning into the database itself."""
    out = []
    for table in tables().values():
        out.append(f"comment on table {table.name} is {_literal(table.about)}")
        for column in table.columns:
            name = f'{table.name}."{column.name}"'
            out.append(f"comment on column {name} is {_literal(column.about)}")
    return out


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
