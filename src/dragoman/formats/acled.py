"""ACLED: 31 columns of CSV, read to compare. Never written: their rules are not ours."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import BinaryIO

from dragoman import dates
from dragoman.dates import DateRange
from dragoman.formats import countries
from dragoman.formats.cells import day, point, shown, whole
from dragoman.formats.foreign import (
    BadRow,
    Deaths,
    ForeignEvent,
    ForeignParty,
    ForeignPlace,
    Rows,
)
from dragoman.formats.tables import Values, listed, needed, read_table

HEADER = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WORDED = re.compile(r"(\d{1,2})[ -]([A-Za-z]+)[ -](\d{4})")
INTER = {
    "state forces": "1", "rebel group": "2", "rebel groups": "2", "political militia": "3",
    "political militias": "3", "identity militia": "4", "identity militias": "4", "rioters": "5",
    "protesters": "6", "civilians": "7", "external/other forces": "8", "other forces": "8",
}  # fmt: skip
"""The numbers of old files by the words of new ones."""

SECTORS = {"1": "MIL", "2": "REB", "5": "CVL", "6": "CVL", "7": "CVL"}
"""PLOVER's sector by ACLED's kind of actor; militias (3, 4) and other forces (8) have none."""

OF_STATE = re.compile(r"\bof (?:the )?([A-Z][^()]*?) \(")
IN_BRACKETS = re.compile(r"\(([A-Z][^()0-9]*)\)")
WEEK = dt.timedelta(days=3)


def read(file: str, stream: BinaryIO) -> Rows:
    """The events of a file. The row number is that of the row's first line."""
    yield from read_table(file, stream, HEADER, sign="event_id_cnty", make=_event)


def _event(file: str, row: int, values: Values) -> ForeignEvent:
    days = _days(values)
    lat, lon = point(values["latitude"], values["longitude"])
    state = _state(values)
    died = whole(values["fatalities"], "fatalities", low=0, high=10_000_000)
    kind = " / ".join(filter(None, (values["event_type"], values["sub_event_type"])))
    place = ForeignPlace(values["location"] or values["country"], state, lat, lon)
    return ForeignEvent(
        format="acled", file=file, row=row, event_id=needed(values, "event_id_cnty"),
        date_start=days.first, date_end=days.last, date_precision=days.precision,
        actors=_parties(values, "1"), recipients=_parties(values, "2"), kind=kind or None,
        place=place if place.name or lat is not None else None,
        deaths=None if died is None else Deaths(died), source=values["source"],
    )  # fmt: skip


def _days(values: Values) -> DateRange:
    """The days of an event: one, the seven around it, or its calendar month."""
    on = _day(needed(values, "event_date"))
    precision = values["time_precision"] or "1"
    if precision == "1":
        return dates.day(on)
    if precision == "2":
        return dates.span(on - WEEK, on + WEEK, precision="week")
    if precision == "3":
        return dates.month(on.year, on.month)
    raise BadRow("bad_code", f"time_precision {shown(precision)} is not 1, 2 or 3")


def _day(told: str) -> dt.date:
    """2025-05-16, or 16 May 2025 as some downloads have it."""
    found = WORDED.fullmatch(told)
    if found is None:
        return day(told, "event_date")
    name = found[2].casefold()
    month = next((at for at, one in enumerate(MONTHS, start=1) if one[:3] == name[:3]), 0)
    try:
        if month and MONTHS[month - 1].startswith(name):
            return dt.date(int(found[3]), month, int(found[1]))
    except ValueError:
        pass
    raise BadRow("bad_date", f"event_date {shown(told)} is no date; expected 16 May 2025")


def _state(values: Values) -> str | None:
    return (
        countries.state_of(values["iso"] or "", "numeric")
        or countries.state_named(values["country"] or "")
    )  # fmt: skip


def _parties(values: Values, side: str) -> tuple[ForeignParty, ...]:
    told = (values[f"inter{side}"] or "").casefold()
    inter = INTER.get(told, told)
    main = values[f"actor{side}"]
    return tuple(
        _party(name, SECTORS.get(inter) if name == main else None)
        for name in listed(main, values[f"assoc_actor_{side}"])
    )


@lru_cache(maxsize=8192)
def _party(name: str, sector: str | None) -> ForeignParty:
    """A party; its name tells the state: "Police Forces of Peru (2021-)", "Rioters (Peru)"."""
    found = OF_STATE.search(name) or IN_BRACKETS.search(name)
    state = None if found is None else countries.state_named(found[1])
    if sector == "MIL" and not name.startswith("Military"):
        sector = "COP" if name.startswith("Police") else "GOV"
    return ForeignParty(name=name, country=state, sector=sector)
