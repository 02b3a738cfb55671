"""Where reports disagree, and what follows from the weighed record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

CONFLICT_KINDS = ("argument", "office", "date", "number", "status", "place", "sequence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One side of a conflict: a value and the reports that give it, with their words."""

    value: str
    reports: tuple[str, ...]
    uris: tuple[str, ...]
    quotes: tuple[str, ...]
    independent_sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One disagreement. `between` is "reports", "parties" or "within"; readings best first."""

    conflict_id: str
    kind: str
    between: str
    about: str
    incidents: tuple[str, ...]
    readings: tuple[Reading, ...]
    preferred: int | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Relations of two states over a run of days; `date_end` inclusive, None: still so."""

    pair: tuple[str, str]
    date_start: dt.date | None
    date_end: dt.date | None
    state: str
    since: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asserted:
    """One report's assertion of an office, dated."""

    report_id: str
    uri: str
    date: dt.date | None
    quote: str
    tense: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """Who held what, when, as the reports tell it."""

    party_id: str
    name: str
    office: str
    country: str | None
    date_start: dt.date | None
    date_end: dt.date | None
    asserted: tuple[Asserted, ...]
