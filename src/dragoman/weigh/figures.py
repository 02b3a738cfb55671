"""Conflicts over numbers, days and places of one incident.

Of report pairs that give different numbers for one event fewer than one in five really disagree:
the rest count other things, give bounds, speak of a part or of a later state. So only plain counts
of the same unit are compared, and a later, higher toll is an update.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from dragoman.model.claim import Conflict
from dragoman.model.event import Event
from dragoman.model.incident import Incident
from dragoman.weigh.holders import report_days
from dragoman.weigh.readings import Record, Side, conflict, question

BOUND = re.compile(
    r"\b(?:at least|at most|more than|less than|fewer than|over|under|up to|about|around|some|"
    r"nearly|almost|roughly|approximately|dozens|hundreds|thousands|several)\b",
    re.IGNORECASE,
)
SOONEST_DAYS = 2
LATEST_DAYS = 10
"""A day apart may be a time zone; more than ten days are as a rule two happenings."""


def numbers(record: Record) -> Iterator[Conflict]:
    """Different plain counts of one unit in one incident whose number is single-valued."""
    days = report_days(record)
    for incident in record.incidents:
        kind = record.knowledge.acts.get(incident.act)
        if kind is None or "number" not in kind.single:
            continue
        by_unit: dict[str, list[Event]] = defaultdict(list)
        for event in record.tellings(incident):
            if event.number is not None and not BOUND.search(event.quote):
                by_unit[event.number.unit.rstrip("s")].append(event)
        for unit in sorted(by_unit):
            events = by_unit[unit]
            dated = {days.get(e.report_id) for e in events}
            if len(dated) > 1 and unit not in ("year", "month"):
                continue  # a later count is an update
            yield from _split(record, incident, events, _count, "number", "How many")


def _count(event: Event) -> str:
    return "" if event.number is None else f"{event.number.value:g} {event.number.unit}"


def days(record: Record) -> Iterator[Conflict]:
    """Days of one incident that cannot both be its day, as told by different reports."""
    for incident in record.incidents:
        dated = [
            e
            for e in record.tellings(incident)
            if e.when.range is not None and e.when.range.precision == "day"
        ]
        apart = any(
            SOONEST_DAYS < a.when.range.gap_days(b.when.range) <= LATEST_DAYS
            for a, b in combinations(dated, 2)
            if a.when.range is not None and b.when.range is not None
        )
        if apart:
            yield from _split(record, incident, dated, _day, "date", "On which day")


def _day(event: Event) -> str:
    first = None if event.when.range is None else event.when.range.first
    return "" if first is None else first.isoformat()


def places(record: Record) -> Iterator[Conflict]:
    """Places of one incident that lie in different countries, as told by different reports."""
    for incident in record.incidents:
        placed = [e for e in record.tellings(incident) if e.place and e.place.country]
        countries = {e.place.country for e in placed if e.place}
        if len(countries) > 1 and incident.event_type in ("ASSAULT", "PROTEST", "CONSULT"):
            yield from _split(record, incident, placed, _where, "place", "Where")


def _where(event: Event) -> str:
    return "" if event.place is None else event.place.name


def _split(
    record: Record,
    incident: Incident,
    events: Sequence[Event],
    value: Callable[[Event], str],
    kind: str,
    words: str,
) -> Iterator[Conflict]:
    """A conflict of the values, when at least two are given by different reports."""
    by_value: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_value[value(event)].append(event)
    made = [
        Side(value=v, passages=tuple(map(record.passage, by_value[v]))) for v in sorted(by_value)
    ]
    apart = [(a, b) for a, b in combinations(made, 2) if not a.reports & b.reports]
    if apart:
        yield conflict(
            kind, question(record, incident, words), list(apart[0]),
            incidents=[incident.incident_id],
        )  # fmt: skip
