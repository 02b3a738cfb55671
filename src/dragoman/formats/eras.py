"""Spells of relations as stretches of a timeline, between its first and its last day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.formats.chosen import Chosen, Row, Told
from dragoman.formats.days import outer
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
    """A spell of relations, cut to the days of the timeline; `text` tells its true ends."""

    pair: tuple[str, str]
    state: str
    first: dt.date
    last: dt.date
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
    text = f"{states}: {wording.of(wording.STATES, row['state'])}{_ends(row)}"
    return Era(pair=(one, other), state=row["state"], first=first, last=last, text=text)


def _ends(row: Row) -> str:
    first, last = row["date_start"], row["date_end"]
    if first is None and last is None:
        return ""
    if first is None:
        return f", until {wording.day_text(last)}"
    return (
        f", since {wording.day_text(first)}"
        if last is None
        else f", {wording.span_text(first, last)}"
    )


def family(incident: Row) -> str | None:
    """The family of an incident in words; None where it has no quad class."""
    return FAMILIES.get(incident["quad_class"])
