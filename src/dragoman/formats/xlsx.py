"""A workbook: the timeline, its tellings, the disagreements and the sources, a sheet each.

Cells hold text, numbers and days, never a formula; links lead to http and https only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import Any

from dragoman.formats.chosen import Chosen, Told
from dragoman.formats.edtf import edtf
from dragoman.formats.issued import issued
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.tally import Tally
from dragoman.show.visible import visible, web_link
from dragoman.store.export import FORMULA
from dragoman.store.rows import Row

NAME = "record.xlsx"
PIECE = 1 << 16
ROWS = 1_048_575
"""Rows that a sheet holds below its header."""

LETTERS, LINKS, LINK = 32_767, 65_000, 690
"""Characters of a cell; links of a sheet; characters of a link, each escaped: what Excel opens."""

TEXT = {"text_wrap": True, "valign": "top"}

FIRST_DAY = dt.date(1900, 3, 1)
"""Excel takes 1900 for a leap year: days before its March are counted wrong, or not at all."""

MADE = dt.datetime(1980, 1, 1)
"""Stands as the workbook's date of making: the same record gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Link:
    """Text of a cell that leads somewhere, if it can."""

    text: str


Cell = str | int | float | dt.date | Link | None

SHEETS: dict[str, tuple[tuple[str, int], ...]] = {
    "Timeline": (
        ("Date", 12), ("Last day", 12), ("Date (EDTF)", 22), ("What happened", 60), ("Status", 11),
        ("Act", 20), ("PLOVER type", 14), ("Actors", 28), ("Recipients", 28), ("Place", 18),
        ("Country", 9), ("Independent sources", 11), ("Reports", 9), ("Disputed", 16),
        ("Confidence", 11), ("Incident", 20),
    ),
    "Tellings": (
        ("Date", 12), ("Last day", 12), ("Date (EDTF)", 22), ("Quote", 70), ("Publisher", 20),
        ("Published", 12), ("Report", 30), ("Status", 11), ("According to", 20), ("Act", 20),
        ("Actors", 28), ("Recipients", 28), ("Place", 18), ("Confidence", 11), ("Coder", 12),
        ("Incident", 20), ("Telling", 20),
    ),
    "Disagreements": (
        ("Question", 50), ("Kind", 11), ("Reading", 30), ("Independent sources", 11),
        ("Preferred", 10), ("Reports", 30), ("Quotes", 60), ("Why", 40), ("Incidents", 20),
        ("Disagreement", 20),
    ),
    "Sources": (
        ("Title", 50), ("Publisher", 20), ("Author", 20), ("Published", 12), ("Language", 9),
        ("Where", 50), ("Words", 8), ("Copy of", 20), ("Report", 20),
    ),
}  # fmt: skip
"""Each sheet's columns and how wide they are, in characters."""


class Sheet:
    """A sheet that is filled from the top, a row at a time."""

    def __init__(self, book: Any, name: str, tally: Tally, styles: dict[str, Any]) -> None:
        self._sheet = book.add_worksheet(name)
        self._name, self._tally, self._styles = name, tally, styles
        self._at = self._links = 0
        for at, (title, width) in enumerate(SHEETS[name]):
            self._sheet.set_column(at, at, width)
            self._sheet.write_string(0, at, title, styles["head"])
        self._sheet.freeze_panes(1, 0)

    def add(self, cells: Sequence[Cell]) -> None:
        """One row more, while there is room."""
        if self._at == ROWS:
            self._tally.say(f"rows of {self._name} did not fit on the sheet and were left out")
            return
        self._at += 1
        for at, cell in enumerate(cells):
            self._put(at, cell)

    def end(self) -> None:
        """Let the rows be filtered by column."""
        self._sheet.autofilter(0, 0, self._at, len(SHEETS[self._name]) - 1)

    def _put(self, at: int, cell: Cell) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, dt.date):
            if cell >= FIRST_DAY:
                self._sheet.write_datetime(self._at, at, cell, self._styles["day"])
            else:
                self._text(at, cell.isoformat())
        elif isinstance(cell, Link):
            self._link(at, cell.text)
        elif isinstance(cell, str):
            self._text(at, cell)
        else:
            self._sheet.write_number(self._at, at, cell)

    def _text(self, at: int, text: str) -> None:
        shown = visible(text)
        if len(shown) > LETTERS:
            self._tally.say(
                f"texts were longer than the {LETTERS} characters of a cell and were cut"
            )
            shown = shown[:LETTERS]
        # A cell of text is no formula; the style keeps it text when somebody edits it.
        style = self._styles["mark" if shown.startswith(FORMULA) else "text"]
        self._sheet.write_string(self._at, at, shown, style)

    def _link(self, at: int, text: str) -> None:
        target = web_link(text)
        if target is None or len(target) > LINK or self._links == LINKS:
            self._text(at, text)
            return
        self._links += 1
        self._sheet.write_url(self._at, at, target, string=target)


def files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    """The workbook."""
    tally = Tally()
    yield File(
        name=NAME, about="a workbook of four sheets, its rows those of the timeline",
        content=_content(chosen, tally), count=tally.count, notes=tally.notes,
    )  # fmt: skip


def _content(chosen: Chosen, tally: Tally) -> Iterator[bytes]:
    from xlsxwriter import Workbook

    with TemporaryFile() as out:
        book: Any = Workbook(out, {"constant_memory": True})
        book.set_properties({"title": "dragoman", "created": MADE})
        styles = {
            "head": book.add_format({**TEXT, "bold": True, "bottom": 1}),
            "text": book.add_format(TEXT),
            "mark": book.add_format({**TEXT, "quote_prefix": True}),
            "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        }  # fmt: skip
        sheets = {name: Sheet(book, name, tally, styles) for name in SHEETS}
        _fill(sheets, chosen, tally)
        book.close()
        out.seek(0)
        while piece := out.read(PIECE):
            yield piece


def _fill(sheets: dict[str, Sheet], chosen: Chosen, tally: Tally) -> None:
    disputes: dict[str, Row] = {}
    for told in tally.over(chosen.told()):
        sheets["Timeline"].add(_incident(told))
        for telling in told.tellings:
            sheets["Tellings"].add(_telling(telling, told.reports[telling["report_id"]]))
        disputes.update((row["conflict_id"], row) for row in told.conflicts)
    for dispute in disputes.values():
        for cells in _readings(dispute):
            sheets["Disagreements"].add(cells)
    for report in chosen.reports():
        sheets["Sources"].add(_source(report))
    for sheet in sheets.values():
        sheet.end()


def _days(row: Row) -> tuple[Cell, Cell, Cell]:
    """First and last day where the day is known, else text; and the whole as EDTF."""
    text = edtf(row["date_start"], row["date_end"], row["date_precision"])
    if row["date_precision"] == "day":
        return row["date_start"], row["date_end"], text
    return text, row["date_end"], text


def _incident(told: Told) -> tuple[Cell, ...]:
    row = told.incident
    kinds = sorted({conflict["kind"] for conflict in told.conflicts})
    return (
        *_days(row), row["summary"], row["status"], row["act"], row["event_type"],
        _names(row["actors"]), _names(row["recipients"]), *_place(row),
        row["independent_sources"], row["reports"], ", ".join(kinds), row["confidence"],
        row["incident_id"],
    )  # fmt: skip


def _telling(row: Row, report: Row) -> tuple[Cell, ...]:
    return (
        *_days(row), row["quote"], report["publisher"], report["published"], row["report"],
        row["status"], ", ".join(row["attributed_to"] or ()), row["act"], _names(row["actors"]),
        _names(row["recipients"]), _place(row)[0], row["confidence"], row["coder"],
        row["incident_id"], row["event_id"],
    )  # fmt: skip


def _readings(row: Row) -> Iterator[tuple[Cell, ...]]:
    for at, reading in enumerate(row["readings"]):
        yield (
            row["about"], row["kind"], reading["value"], reading["independent_sources"],
            "yes" if row["preferred"] == at else None, ", ".join(reading["uris"]),
            " / ".join(f"“{quote}”" for quote in reading["quotes"]), row["why"],
            ", ".join(row["incidents"]), row["conflict_id"],
        )  # fmt: skip


def _source(row: Row) -> tuple[Cell, ...]:
    return (
        row["title"], row["publisher"], row["byline"], _published(row), row["lang"],
        Link(row["uri"]), row["words"], row["duplicate_of"], row["report_id"],
    )  # fmt: skip


def _published(row: Row) -> Cell:
    is_known = row["published_precision"] in ("day", None)
    return row["published"] if is_known else issued(row)


def _place(row: Row) -> tuple[Cell, Cell]:
    place = row["place"]
    return (None, None) if place is None else (place["name"], place["country"])


def _names(parties: Iterable[Row]) -> str:
    return "; ".join(party["name"] for party in parties)


FORMATS = (Format(name="xlsx", about="a workbook for Excel and LibreOffice", files=files),)
