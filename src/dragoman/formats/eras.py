"""Spells of relations as stretches of a timeline, between its first and its last day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.dates import DAY
from dragoman.formats.chosen import Chosen, Row, Told
from dragoman.formats.days import Parts, outer
from dragoman.knowledge.load import load
from dragoman.show import wording

FAMILIES = {
    1: "Verbal cooperation",
    2: "Material cooperation",
    3: "Verbal conflict",
    4: "Material conflict",
}
"""incidents.quad_class in words: the families that lanes of a timeline are made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """A spell of relations, cut to the days of the timeline.

    Attributes:
        pair, state: as in the record.
        first, last: its days, as if each change were known to the day.
        begin, end: the same as parts, without the month and day of a change that are not known.
        text: what it is, with its true ends as they are known.
    """

    pair: tuple[str, str]
    state: str
    first: dt.date
    last: dt.date
    begin: Parts
    end: Parts
    text: str


@dataclass(slots=True)
class Extent:
    """What a timeline has shown so far: its incidents, its first and its last day."""

    incidents: set[str] = field(default_factory=set)
    first: dt.date | None = None
    last: dt.date | None = None

    def add(self, told: Told) -> None:
        """Take in an incident with a date."""
        days = outer(told.incident)
        if days is None:
            return
        self.incidents.add(told.incident["incident_id"])
        self.first = days[0] if self.first is None else min(self.first, days[0])
        self.last = days[1] if self.last is None else max(self.last, days[1])


def eras(chosen: Chosen, extent: Extent) -> list[Era]:
    """The spells that a timeline can show, by pair and date.

    Of pairs whose relations one of its incidents changed; spells of which nothing is known, or
    that lie outside the timeline, are no eras.
    """
    spells = sorted(
        chosen.relations(), key=lambda row: (row["pair"], row["date_start"] or dt.date.min)
    )
    shown = {tuple(row["pair"]) for row in spells if extent.incidents & set(row["since"])}
    names = {code: state.name for code, state in load().states.items()}
    found = (
        _era(row, extent, names)
        for row in spells
        if tuple(row["pair"]) in shown and row["state"] != "unknown"
    )
    return [era for era in found if era is not None]


def _era(row: Row, extent: Extent, names: Mapping[str, str]) -> Era | None:
    if extent.first is None or extent.last is None:
        return None
    first = max(row["date_start"] or extent.first, extent.first)
    last = min(row["date_end"] or extent.last, extent.last)
    if first > last:
        return None
    one, other = row["pair"]
    states = f"{names.get(one, one)} and {names.get(other, other)}"
    return Era(
        pair=(one, other),
        state=row["state"],
        first=first,
        last=last,
        begin=_parts(first, row["start_precision"] if first == row["date_start"] else None),
        end=_parts(*_ending(row)) if last == row["date_end"] else _parts(last, None),
        text=f"{states}: {wording.of(wording.STATES, row['state'])}{_ends(row)}",
    )


def _ending(row: Row) -> tuple[dt.date, str | None]:
    """The day of a spell's end: where it is not known, that of the change which ended it.

    The last day of a spell is the day before a change: one "in February" may have come after
    1 February, so the spell is not told to end in January.
    """
    last, precision = row["date_end"], row["end_precision"]
    return (last, precision) if precision in (None, "day") else (last + DAY, precision)


def _parts(day: dt.date, precision: str | None) -> Parts:
    parts = (day.year, day.month, day.day)
    return parts[: {"year": 1, "month": 2}.get(precision or "", 3)]


def _ends(row: Row) -> str:
    first, last = row["date_start"], row["date_end"]
    since = "" if first is None else wording.edge(first, row["start_precision"])
    until = "" if last is None else wording.edge(*_ending(row))
    if since and until:
        return f", from {since} to {until}"
    if since or until:
        return f", since {since}" if since else f", until {until}"
    return ""


def family(incident: Row) -> str | None:
    """The family of an incident in words; None where it has no quad class."""
    return FAMILIES.get(incident["quad_class"])
