"""The formats that `dragoman export` knows, and how their files come to stand in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.formats.chosen import Chosen

READABLE = ("polecat", "icews", "gdelt", "plover", "acled", "ucdp")
"""Formats that `dragoman import` and `dragoman eval` read; `events.READERS` says how.

Here, since `--help` names them and need not load what reads them.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person may ask of an export beside which rows.

    Attributes:
        with_text: whether texts of reports go along, where the format has a place for them.
        coarse: "first" or "drop": what becomes of a date coarser than a day in a format without a
            column for precision.
        unit: "telling" or "incident" for formats that have a row for either; None: their own.
        unplaced: whether what has no place is written by formats of places.
        weighted: whether edges are summed up by dyad and quad class.
        media: whether a slide shows its first report's page.
        bom: whether text begins with the mark by which Excel knows UTF-8.
        title: what the export is called, in formats that have a title; None: they have none.
    """

    with_text: bool = False
    coarse: str = "first"
    unit: str | None = None
    unplaced: bool = False
    weighted: bool = False
    media: bool = False
    bom: bool = False
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file of an export.

    Attributes:
        name: within the folder.
        about: what a row is, for README.txt.
        content: its text, or bytes, piece by piece; made while it is written.
        count: how many rows it has come to, asked after `content` has run out; None: no rows.
        notes: what was left out or changed, asked after `content` has run out.
        columns: name, Frictionless type (string, integer, number, boolean, date, datetime, array,
            object) and, where it is known, meaning of each column, where it has columns.
        dialect: Frictionless' words for a table that is not commas under a header.
    """

    name: str
    about: str
    content: Iterable[str] | Iterable[bytes]
    count: Callable[[], int | None] = lambda: None
    notes: Callable[[], list[str]] = list
    columns: tuple[tuple[str, str] | tuple[str, str, str], ...] = ()
    dialect: Mapping[str, str | bool] | None = None

    def pieces(self) -> Iterator[bytes]:
        """The content as bytes."""
        for part in self.content:
            yield part.encode("utf-8") if isinstance(part, str) else part


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: its name on the command line, what it is, and what writes it.

    Attributes:
        name: as asked for.
        about: one line, for `dragoman export --list`.
        files: makes its files, in order; nothing is read before their content is.
        takes: the names of the settings that mean something to it; others are refused.
        reads: its reader, where it has one.
    """

    name: str
    about: str
    files: Callable[[Chosen, Settings], Iterable[File]]
    takes: tuple[str, ...] = ()
    reads: Callable[..., Any] | None = None
