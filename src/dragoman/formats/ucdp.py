"""UCDP GED: 49 columns of CSV, with or without a header, read to compare. Never written."""

from __future__ import annotations

import datetime as dt
import re
from typing import BinaryIO

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
from dragoman.formats.tables import Values, needed, read_table

HEADER = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
KINDS = {"1": "state-based violence", "2": "non-state violence", "3": "one-sided violence"}
PRECISIONS = {"1": "day", "2": "range", "3": "week", "4": "month", "5": "range"}
GOVERNMENT = re.compile(r"Government of\b")
MOST = 100_000_000


def read(file: str, stream: BinaryIO) -> Rows:
    """The events of a file. The row number is that of the row's first line."""
    yield from read_table(file, stream, HEADER, sign="type_of_violence", make=_event)


def _event(file: str, row: int, values: Values) -> ForeignEvent:
    first, last = (day(needed(values, key), key) for key in ("date_start", "date_end"))
    if last < first:
        raise BadRow("bad_date", f"date_end {last} is before date_start {first}")
    kind = KINDS.get(needed(values, "type_of_violence"))
    if kind is None:
        found = shown(values["type_of_violence"] or "")
        raise BadRow("bad_code", f"type_of_violence {found} is not 1, 2 or 3")
    told = PRECISIONS.get(values["date_prec"] or "", "range")
    precision = "day" if first == last else "range" if told == "day" else told
    lat, lon = point(values["latitude"], values["longitude"])
    state = _state(values["country_id"], first) or countries.state_named(values["country"] or "")
    name = values["where_coordinates"] or values["adm_1"] or values["country"]
    return ForeignEvent(
        format="ucdp", file=file, row=row, event_id=needed(values, "id"), date_start=first,
        date_end=last, date_precision=precision,
        actors=_party(values["side_a"], values["gwnoa"], first),
        recipients=_party(values["side_b"], values["gwnob"], first), kind=kind,
        place=ForeignPlace(name, state, lat, lon) if name or lat is not None else None,
        deaths=_deaths(values), source=values["source_office"] or values["source_original"],
    )  # fmt: skip


def _deaths(values: Values) -> Deaths | None:
    best, low, high = (whole(values[key], key, low=0, high=MOST) for key in ("best", "low", "high"))
    return None if best is None else Deaths(best, low, high)


def _party(name: str | None, number: str | None, on: dt.date) -> tuple[ForeignParty, ...]:
    if name is None:
        return ()
    is_state = GOVERNMENT.match(name) is not None
    sector = "GOV" if is_state else "CVL" if name == "Civilians" else None
    return (ForeignParty(name=name, country=_state(number, on), sector=sector),)


def _state(number: str | None, on: dt.date) -> str | None:
    """The state of a Gleditsch-Ward number on a day; of several numbers, the first's."""
    first = re.split(r"[,;]", number or "")[0].strip().removesuffix(".0")
    return countries.state_of(first, "gw", on) if first else None
