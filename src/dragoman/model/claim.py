"""Where reports disagree, and what follows from the weighed record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.dates import DateRange

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
class Side:
    """Days of a spell on which both sides' ranks stayed as they were.

    `ranks`: of the head of the first state's mission in the second, and the other way round
    (`diplomacy.missions.Rank`). `since`: the incidents that brought it about. `start_precision` as
    for a spell.
    """

    date_start: dt.date | None
    date_end: dt.date | None
    ranks: tuple[str, str]
    since: tuple[str, ...]
    start_precision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Relations of two states over a run of days; `date_end` inclusive, None: still so.

    `start_precision` and `end_precision` say how exactly the day of the change is known: an act
    known to a month stands in the middle of it. `sides`: the days of the spell by both ranks.
    """

    pair: tuple[str, str]
    date_start: dt.date | None
    date_end: dt.date | None
    state: str
    since: tuple[str, ...]
    quotes: tuple[str, ...]
    start_precision: str | None = None
    end_precision: str | None = None
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """A change told of what stands beside the level of relations.

    Attributes:
        pair: the two states, sorted; None where one of them is not told.
        matter: "mission", "consular" (relations) or "protecting_power".
        change: "opened", "closed", "stormed", "kept", "severed", "restored", "taken_over".
        sender: whose mission or interests; receiver: in which state; protector: who looks after
            them. ISO 3166 alpha-3.
        mission: "embassy" or "consulate"; place: where, as the report names it.
        article: of the conventions, as in acts.toml.
    """

    pair: tuple[str, str] | None
    matter: str
    change: str
    sender: str | None
    receiver: str | None
    protector: str | None = None
    mission: str | None = None
    place: str | None = None
    status: str
    range: DateRange | None
    incident_id: str
    article: str | None


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
