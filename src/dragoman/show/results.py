"""Answers of a record that are read when they are looked at, and go on to data frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from html import escape
from importlib import import_module
from typing import Any, overload

from dragoman.errors import LibraryMissingError, UsageError
from dragoman.show.views import Column, Row, View
from dragoman.show.visible import visible
from dragoman.store.export import json_text
from dragoman.store.store import Store

SHOWN = 10
"""Rows that a notebook shows."""

CELL = 200
"""Characters of a cell that a notebook shows."""


class Result(Sequence[Row]):
    """Rows of a record: a sequence of mappings, keys in the contract's order.

    Nothing is read before the first look: iterating, `len`, an index, a conversion. What was read
    is kept, so a result shows the record as it was at the first look.
    """

    def __init__(self, name: str, view: Callable[[], View], schema: Callable[[], Any]) -> None:
        self._name, self._look, self._schema = name, view, schema

    def __iter__(self) -> Iterator[Row]:
        """The rows, in the order in which the command of the name shows them."""
        return iter(self._view.rows)

    def __len__(self) -> int:
        """How many rows."""
        return len(self._view.rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        """One row, or several as a tuple."""
        return self._view.rows[at]

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`: dates as dates, lists as lists, parties as lists of records."""
        import pyarrow as pa

        return pa.Table.from_pylist(list(self._view.rows), schema=self._schema())

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`; days are timestamps, lists and records as Arrow gives them.

        Raises:
            LibraryMissingError: pandas is not installed.
        """
        _library("pandas")
        return self.to_arrow().to_pandas(date_as_object=False)

    def to_polars(self) -> Any:
        """A `polars.DataFrame`.

        Raises:
            LibraryMissingError: polars is not installed.
        """
        return _library("polars").from_arrow(self.to_arrow())

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows for any library that takes Arrow streams."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        """What it is, and how many rows where that is known."""
        is_read = "_view" in self.__dict__
        return f"<{self._name}: {len(self)} rows>" if is_read else f"<{self._name}: not read yet>"

    def _repr_html_(self) -> str:
        """The first rows as a table for a notebook; whatever the reports say is text in it."""
        view = self._view
        titles = "".join(f"<th>{_cell(column.title)}</th>" for column in view.columns)
        lines = "".join(
            "<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in line) + "</tr>"
            for line in view.lines[:SHOWN]
        )
        more = f", the first {SHOWN}" if len(self) > SHOWN else ""
        caption = f"{escape(visible(self._name))}: {len(self)} rows{more}"
        return (
            f"<table><caption>{caption}</caption><thead><tr>{titles}</tr></thead>"
            f"<tbody>{lines}</tbody></table>"
        )

    @cached_property
    def _view(self) -> View:
        return self._look()


class Query(Result):
    """What a query of one's own gives: columns and order are those of the query."""

    def __init__(self, store: Store, query: str, parameters: Sequence[object]) -> None:
        super().__init__("sql", self._read, lambda: None)
        self._store, self._query, self._parameters = store, query, tuple(parameters)

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`, straight from the database."""
        return self._table

    @cached_property
    def _table(self) -> Any:
        import duckdb

        try:
            return self._store.arrow(self._query, self._parameters)
        except duckdb.Error as error:
            raise UsageError(f"sql: {error}; docs/tables.md tells the tables") from error

    def _read(self) -> View:
        names = tuple(self._table.column_names)
        rows = tuple(self._table.to_pylist())
        return View(
            name="sql", columns=tuple(Column(title=name) for name in names), rows=rows, keys=names,
            lines=tuple(tuple(_text(row[name]) for name in names) for row in rows),
        )  # fmt: skip


def _text(value: object) -> str:
    if value is None:
        return ""
    return json_text(value) if isinstance(value, list | dict) else str(value)


def _cell(text: str) -> str:
    """Text as a cell of HTML: line by line, nothing hidden, nothing that runs."""
    short = text if len(text) <= CELL else text[:CELL] + "…"
    return "<br>".join(escape(visible(line)) for line in short.split("\n"))


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise LibraryMissingError(name) from error
