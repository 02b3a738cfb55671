"""A telling, resolved: one report says that this happened."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.dates import DateRange

PARTY_KINDS = ("state", "organisation", "person", "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A state, organisation, person or group.

    `party_id` is ISO 3166 alpha-3 for a state, else a stable id; `name_raw` the report's words;
    `country` ISO3 or None; `sector` a PLOVER sector (GOV, MIL, ...) or None.
    """

    party_id: str
    name: str
    name_raw: str
    kind: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherParty:
    """A further named participant with its role ("beneficiary", "official", ...)."""

    role: str
    party: Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count that is part of the act, with the words it was read from."""

    value: float
    unit: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it happened; coordinates in degrees, None when unknown; `why` one plain phrase.

    `country` is None where it lies in none or several, or where namesakes cannot be told apart.
    """

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    why: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When an act happened.

    Attributes:
        range: the days, or None when unknown.
        words: the expression it was read from ("last Thursday"), or None.
        relative: the expression's value in a form that can be grounded later, when the report's
            own date becomes known (`resolve.times.ground`); None when `range` needs no anchor.
        why: one plain phrase: how the date was found.
    """

    range: DateRange | None = None
    words: str | None = None
    relative: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One telling: a report's words saying that something happened. Fields as in record.md.

    `report.text[start:end] == quote` always. For a reciprocal act all parties are actors and
    `recipients` is empty.
    """

    event_id: str
    report_id: str
    report: str
    act: str
    event_type: str | None
    mode: str | None
    cameo: str
    quad_class: int | None
    intensity: float | None
    contexts: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    others: tuple[OtherParty, ...]
    number: Count | None
    when: When
    place: Place | None
    status: str
    attributed_to: tuple[str, ...]
    quote: str
    start: int
    end: int
    sentence: int
    trigger: str
    pattern: str
    confidence: float
    coder: str


IN_OFFICE = "in office since then"
TOOK_OFFICE = "took office then"
"""`When.why` of an office with a first day and no last: held to the report's day, or only begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeAssertion:
    """A report's words giving a person an office.

    `tense` is "current", "former" or "future" as seen from the report; `at` are the office's days
    when the words give them ("president from 1990 to 2000"; open at the end for "since 2019" and
    "took office in May", at the start for "until 2017"), else None, which stands for the
    report's date.
    """

    report_id: str
    uri: str
    party_id: str
    name: str
    office: str
    country: str | None
    tense: str
    quote: str
    start: int
    end: int
    at: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person as one report names them: every variant found, longest first, and what is said.

    `party_id` is the report-level id that events and office assertions of this report carry;
    linking maps it to the record's person.
    """

    report_id: str
    party_id: str
    name: str
    variants: tuple[str, ...]
    country: str | None = None
    offices: tuple[str, ...] = ()
