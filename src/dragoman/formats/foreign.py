"""An event out of somebody else's file, in one plain shape whatever the format it came in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.model.report import Rejection

STAGE = "import"
REASONS = {
    "bad_code": "a cell that must be a code of the format is none, such as the CAMEO code `13y`",
    "bad_csv": "a row is broken: a quote is never closed",
    "bad_date": "a date that cannot be read, or a range that ends before it begins",
    "bad_json": "a line is not valid JSON, or no object of the format",
    "bad_number": "a cell that must be a number is none, or lies outside its bounds",
    "bad_width": "a row has not as many cells as the format has columns",
    "bomb": "a packed file unpacks to more than 200 times its size",
    "corrupt_file": "a packed file is damaged or cut short; what came before it was read",
    "not_a_file": "a link, pipe, socket or device: only regular files are read",
    "too_deep": "JSON nested more than 64 levels deep",
    "too_large": "a row above 1 MiB, or an archive of more than 1,000 files",
    "unknown_format": "what a file holds is not what a file of this format holds",
    "unreadable": "the system refused to open or read the file",
}
"""Every reason that an import gives, with its meaning."""


@dataclass(frozen=True, slots=True)
class ForeignParty:
    """A party as the file has it.

    Attributes:
        name, name_raw: its name, and the words of the report where the format keeps them.
        country: ISO 3166 alpha-3 where the file's code or name for it is known, else None.
        group: PLOVER's letters for what is of no state: IGO, UNO, EUR, NGO, ISM, IMG, MNC.
        sector: PLOVER's sector where the file's word for it has one.
        office: title or office.
    """

    name: str | None = None
    country: str | None = None
    sector: str | None = None
    group: str | None = None
    name_raw: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class ForeignPlace:
    """Where it happened, as the file has it; coordinates in degrees, country ISO 3166 alpha-3."""

    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Deaths:
    """How many died: the file's best estimate, and its lowest and highest where it gives them."""

    best: int
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignEvent:
    """One event of a foreign file. What the format has no column for is None or empty.

    Attributes:
        format: "polecat", "icews", "gdelt", "plover", "acled" or "ucdp".
        file, row: where it stands; rows count from 1, a header among them.
        event_id: as the file gives it. In ICEWS it is unique only together with the date.
        date_start, date_end: first and last day on which it may have happened, both inclusive.
        date_precision: "day", "week", "month", "year" or "range"; None without a date.
        actors, recipients: who did it, and to whom.
        kind: the format's own words for what happened.
        event_type, mode, contexts: PLOVER's, where the format has them.
        cameo: CAMEO's code, a string with its leading zero.
        quad_class: 1 to 4; intensity: the file's own score (PLOVER's, or Goldstein's).
        place: None where the file gives none.
        deaths: None where the format does not count them.
        status: "actual" where the format knows no other; PLOVER's flags else.
        source: publisher or publishers; url: where the report is; published: its day.
    """

    format: str
    file: str
    row: int
    event_id: str
    date_start: dt.date | None
    date_end: dt.date | None
    date_precision: str | None
    actors: tuple[ForeignParty, ...] = ()
    recipients: tuple[ForeignParty, ...] = ()
    kind: str | None = None
    event_type: str | None = None
    mode: str | None = None
    cameo: str | None = None
    quad_class: int | None = None
    intensity: float | None = None
    contexts: tuple[str, ...] = ()
    place: ForeignPlace | None = None
    deaths: Deaths | None = None
    status: str = "actual"
    source: str | None = None
    url: str | None = None
    published: dt.date | None = None


Read = ForeignEvent | Rejection
"""What a reader yields: an event, or why a row gave none."""

Rows = Iterator[Read]


class BadRow(Exception):
    """A row cannot be read; `reason` is one of `REASONS`, `detail` a plain sentence."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail


COLUMNS = (
    ("format", "string"), ("file", "string"), ("row", "integer"), ("event_id", "string"),
    ("event_type", "string"), ("mode", "string"), ("cameo", "string"), ("kind", "string"),
    ("quad_class", "integer"), ("intensity", "number"), ("actors", "list"),
    ("recipients", "list"), ("date_start", "date"), ("date_end", "date"),
    ("date_precision", "string"), ("place", "object"), ("status", "string"),
    ("contexts", "list"), ("deaths", "object"), ("source", "string"), ("url", "string"),
    ("published", "date"),
)  # fmt: skip
"""The columns of an imported row, in order, with their plain types."""


def row_of(event: ForeignEvent) -> dict[str, Any]:
    """An event as a row with the columns of `COLUMNS`, lists and objects as in `events`."""
    place, deaths = event.place, event.deaths
    return {
        "format": event.format,
        "file": event.file,
        "row": event.row,
        "event_id": event.event_id,
        "event_type": event.event_type,
        "mode": event.mode,
        "cameo": event.cameo,
        "kind": event.kind,
        "quad_class": event.quad_class,
        "intensity": event.intensity,
        "actors": [_party(party) for party in event.actors],
        "recipients": [_party(party) for party in event.recipients],
        "date_start": event.date_start,
        "date_end": event.date_end,
        "date_precision": event.date_precision,
        "place": place and {
            "name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon,
        },
        "status": event.status,
        "contexts": list(event.contexts),
        "deaths": deaths and {"best": deaths.best, "low": deaths.low, "high": deaths.high},
        "source": event.source,
        "url": event.url,
        "published": event.published,
    }  # fmt: skip


def rejected(file: str, row: int | None, reason: str, detail: str) -> Rejection:
    """A row, or a file, that was set aside: "events.csv#17"."""
    uri = file if row is None else f"{file}#{row}"
    return Rejection(stage=STAGE, uri=uri, reason=reason, detail=detail)


def _party(party: ForeignParty) -> dict[str, str | None]:
    return {
        "name": party.name,
        "name_raw": party.name_raw,
        "country": party.country,
        "group": party.group,
        "sector": party.sector,
        "office": party.office,
    }
