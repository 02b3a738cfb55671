"""The rows of an event file that knows days and facts only: which tellings become one, and why not.

Files without a column for status hold what happened or is claimed to have happened; what is only
planned, denied or supposed is left out and counted, unless it was asked for by its status.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dragoman.formats.chosen import Chosen, Told
from dragoman.formats.company import Company, Names
from dragoman.formats.registry import Settings

Row = dict[str, Any]
FACTS = ("actual", "claimed")
BATCH = 1_000
"""Incidents whose reports are looked up together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One row to be.

    Attributes:
        told: the incident and all that belongs to it.
        row: the telling, a row of `events`; or the incident itself.
        report: the report that tells it; of an incident the first one, by day and name.
        day: the day to write; None where none is known.
        company: what is known of the reports.
    """

    told: Told
    row: Row
    report: Row
    day: dt.date | None
    company: Company

    @property
    def first(self) -> Row:
        """The telling; of an incident, the first in its first report."""
        if not self.is_incident:
            return self.row
        name = self.report["report_id"]
        return next(one for one in self.told.tellings if one["report_id"] == name)

    @property
    def sentence(self) -> int | None:
        """Number of the telling's sentence in the stored text, from 1; None without texts."""
        return self.company.sentence(self.report["report_id"], self.first["start"])

    @property
    def names(self) -> Names:
        """People, organisations and places in the tellings of the report."""
        return self.company.names.get(self.report["report_id"], Names())

    @property
    def is_incident(self) -> bool:
        """Whether the row is of the incident and not of one telling."""
        return "event_id" not in self.row

    @property
    def event_id(self) -> str:
        """The telling's id, or the incident's."""
        name: str = self.row["incident_id"] if self.is_incident else self.row["event_id"]
        return name

    @property
    def coder(self) -> str:
        """Who coded it; of an incident, who coded its first telling."""
        return str(self.first["coder"])


@dataclass(kw_only=True)
class Left:
    """How many rows were changed or left out, and why."""

    coarse: int = 0
    dropped: int = 0
    undated: int = 0
    unsure: int = 0
    crowded: int = 0


@dataclass
class Tellings:
    """What an event file is written from, and the count of what could not be written as it is.

    Attributes:
        chosen, settings: what is asked for.
        unit: "telling" or "incident"; "": what the settings ask for, else a telling.
        names: whether the names of each report are wanted; texts: its text; days: whether the file
            has room for a day only, so that coarser dates are changed or dropped.
        sides: how many actors, and how many recipients, the file has room for; None: any number.
        facts: whether the file has no word for what is planned, denied or supposed.
    """

    chosen: Chosen
    settings: Settings
    unit: str = ""
    names: bool = False
    texts: bool = False
    days: bool = True
    sides: int | None = None
    facts: bool = True
    count: int = 0
    left: Left = field(default_factory=Left)

    def __post_init__(self) -> None:
        self.unit = self.unit or self.settings.unit or "telling"
        self._names: dict[str, Names] | None = {} if self.names else None

    def rows(self) -> Iterator[Telling]:
        """The rows to write, in the order of the incidents; counts begin anew."""
        self.count, self.left = 0, Left()
        batch: list[Told] = []
        for told in self.chosen.told():
            batch.append(told)
            if len(batch) == BATCH:
                yield from self._of(batch)
                batch = []
        yield from self._of(batch)

    def notes(self) -> list[str]:
        """What was left out or changed, in plain sentences; complete once `rows` has run out."""
        left, noun = self.left, self.unit
        told = (
            (left.coarse, "With a date coarser than a day, written under its first day"),
            (left.dropped, "Left out, their date being coarser than a day"),
            (left.undated, "Without a date"),
            (left.unsure, "Left out, being planned, denied or supposed, for which the format has "
                          "no word (--status writes them)"),
            (left.crowded, "With more parties than there are columns for, the first of each side "
                           "written"),
        )  # fmt: skip
        return [
            f"{words}: {count:,} {noun}{'' if count == 1 else 's'}."
            for count, words in told
            if count
        ]

    def _of(self, batch: list[Told]) -> Iterator[Telling]:
        company = Company.of(self.chosen.store, batch, names=self._names, texts=self.texts)
        for told in batch:
            for row in self._units(told):
                if self._is_unsure(row):
                    self.left.unsure += 1
                    continue
                day = self._day(row)
                if day is None and self._is_dropped(row):
                    self.left.dropped += 1
                    continue
                if self.sides is not None and is_crowded(row, self.sides):
                    self.left.crowded += 1
                self.left.undated += day is None
                self.count += 1
                yield Telling(
                    told=told, row=row, report=_report(told, row), day=day, company=company
                )

    def _units(self, told: Told) -> Iterator[Row]:
        if self.unit == "incident":
            yield told.incident
            return
        take = self.chosen.filters.take_report
        for row in told.tellings:
            if take(row["report_id"], row["report"]):
                yield row

    def _is_unsure(self, row: Row) -> bool:
        asked = self.chosen.filters.status
        if asked is not None:
            return bool(row["status"] != asked)
        return self.facts and row["status"] not in FACTS

    def _day(self, row: Row) -> dt.date | None:
        first: dt.date | None = row["date_start"]
        if not self.days or first is None or first == row["date_end"]:
            return first
        if self.settings.coarse == "drop":
            return None
        self.left.coarse += 1
        return first

    def _is_dropped(self, row: Row) -> bool:
        dated = row["date_start"] is not None or row["date_end"] is not None
        return self.days and self.settings.coarse == "drop" and dated


def first_report(told: Told) -> Row:
    """The report that told it first: by day, those without one last, then by name."""
    late = dt.date.max
    return min(told.reports.values(), key=lambda row: (row["published"] or late, row["uri"]))


def published_on(report: Row) -> dt.date | None:
    """The day of a report; None where only its month or year is known."""
    day: dt.date | None = report["published"]
    return day if report["published_precision"] == "day" else None


def is_crowded(row: Row, sides: int) -> bool:
    """Whether a telling has more parties than fit; two actors of a reciprocal act fit two sides."""
    actors, recipients = len(row["actors"]), len(row["recipients"])
    return (actors > 2 * sides) if not recipients else (actors > sides or recipients > sides)


def two_sides(row: Row) -> tuple[Row | None, Row | None]:
    """One actor and one recipient; of a reciprocal act, which has no recipient, two actors."""
    actors = row["actors"]
    recipients = row["recipients"] or actors[1:2]
    return (actors[0] if actors else None), (recipients[0] if recipients else None)


def _report(told: Told, row: Row) -> Row:
    return told.reports[row["report_id"]] if "report_id" in row else first_report(told)
