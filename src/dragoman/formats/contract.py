"""The contract's tables as files of their own, one a table: JSON lines, CSV, Parquet, Arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from dragoman.formats.arrow import arrow_file, parquet_file
from dragoman.formats.chosen import Chosen
from dragoman.formats.kept import Kept
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.tally import Tally
from dragoman.store.export import csv_lines, json_lines
from dragoman.store.schema import EXPORTED, Table, tables

BOM = "\ufeff"
Columns = tuple[tuple[str, str, str], ...]

_TYPES = {
    "varchar": "string", "integer": "integer", "bigint": "integer", "double": "number",
    "boolean": "boolean", "date": "date", "timestamp": "datetime",
}  # fmt: skip


def columns(table: Table) -> Columns:
    """Name, Frictionless type and meaning of each column of a table."""
    return tuple((column.name, plain_type(column.type), column.about) for column in table.columns)


def plain_type(kind: str) -> str:
    """A DuckDB type of schema.sql, constraints and all, in Frictionless words."""
    kind = kind.removesuffix(" not null")
    if kind.endswith("[]"):
        return "array"
    return "object" if kind.startswith("struct") else _TYPES[kind]


def files(
    chosen: Chosen, settings: Settings, *, suffix: str, content: Callable[..., Any]
) -> Iterator[File]:
    """One file a table, in the contract's order."""
    kept = Kept(chosen)
    for name in EXPORTED:
        tally = Tally()
        table = tables()[name]
        yield File(
            name=f"{name}.{suffix}", about=table.about.rstrip("."), columns=columns(table),
            content=content(kept, table, tally, settings), count=tally.count,
        )  # fmt: skip


def json_content(kept: Kept, table: Table, tally: Tally, settings: Settings) -> Iterator[str]:
    """A table as JSON lines."""
    for line in json_lines(tally.over(kept.rows(table.name))):
        yield line + "\n"


def csv_content(kept: Kept, table: Table, tally: Tally, settings: Settings) -> Iterator[str]:
    """A table as CSV, lists and objects as JSON in the cell."""
    return with_bom(csv_lines(table.names, tally.over(kept.rows(table.name))), settings)


def with_bom(text: Iterable[str], settings: Settings) -> Iterator[str]:
    """Text, with the mark in front by which Excel knows UTF-8, if that is asked for."""
    if settings.bom:
        yield BOM
    yield from text


def _binary(write: Callable[..., Iterator[bytes]]) -> Callable[..., Iterator[bytes]]:
    def content(kept: Kept, table: Table, tally: Tally, settings: Settings) -> Iterator[bytes]:
        return write(kept, table.name, tally)

    return content


FORMATS = (
    Format(
        name="jsonl", about="the record's tables as JSON lines",
        files=partial(files, suffix="jsonl", content=json_content),
    ),
    Format(
        name="csv", about="the record's tables as CSV; lists and objects as JSON in the cell",
        files=partial(files, suffix="csv", content=csv_content), takes=("bom",),
    ),
    Format(
        name="parquet", about="the record's tables as Parquet: dates, lists and records typed",
        files=partial(files, suffix="parquet", content=_binary(parquet_file)),
    ),
    Format(
        name="arrow", about="the record's tables as Arrow files (IPC, also known as Feather 2)",
        files=partial(files, suffix="arrow", content=_binary(arrow_file)),
    ),
)  # fmt: skip
