"""GDELT read: events of 2.0 (61 columns) and 1.0 (58, and 57 before April 2013), and mentions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from dragoman.formats import cameo, countries
from dragoman.formats.cells import number, point, shown, text, whole
from dragoman.formats.foreign import (
    BadRow,
    ForeignEvent,
    ForeignParty,
    ForeignPlace,
    Rows,
    rejected,
)
from dragoman.model.report import Rejection


def _actor(one: str) -> tuple[str, ...]:
    return tuple(
        f"{one}{what}"
        for what in (
            "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
            "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
        )
    )  # fmt: skip


def _geo(one: str) -> tuple[str, ...]:
    return tuple(
        f"{one}Geo_{what}"
        for what in (
            "Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID",
        )
    )  # fmt: skip


EVENTS = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate", *_actor("Actor1"),
    *_actor("Actor2"), "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
    "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone", *_geo("Actor1"),
    *_geo("Actor2"), *_geo("Action"), "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""The 61 columns of GDELT 2.0."""

MENTIONS = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName",
    "MentionIdentifier", "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset",
    "InRawText", "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo",
    "Extras",
)  # fmt: skip
"""The 16 columns of its mentions."""

OLD_EVENTS = tuple(name for name in EVENTS if not name.endswith("ADM2Code"))
"""The 58 columns of GDELT 1.0; before April 2013 without the last."""

LAYOUTS = {
    len(EVENTS): EVENTS, len(OLD_EVENTS): OLD_EVENTS, len(OLD_EVENTS) - 1: OLD_EVENTS[:-1],
}  # fmt: skip
GROUPS = frozenset(countries.GROUPS)


class _At(NamedTuple):
    """Where the columns that we read stand in a layout; -1: not there."""

    actor1: int
    actor2: int
    code: int
    quad: int
    goldstein: int
    fullname: int
    land: int
    lat: int
    lon: int
    geo_type: int
    url: int


class Mention(NamedTuple):
    """A row of a mentions file: which event, where, how sure."""

    event_id: str
    happened: dt.date | None
    published: dt.date | None
    kind: int
    source: str | None
    identifier: str | None
    sentence: int | None
    offsets: tuple[int, int, int]
    confidence: int | None


def read(file: str, rows: Iterable[tuple[int, str | None]]) -> Rows:
    """The events of a file's rows; which GDELT it is, is told by the count of columns."""
    places: dict[int, _At] = {}
    for row, content in rows:
        if content is None:
            yield rejected(file, row, "too_large", f"row {row} is longer than 1 MiB")
            continue
        cells = content.split("\t")
        if len(cells) == 1 and not content.strip():
            continue
        if row == 1 and cells[0].casefold() == "globaleventid":  # a header put there by somebody
            continue
        try:
            at = places.get(len(cells)) or places.setdefault(len(cells), _layout(len(cells)))
            yield _event(file, row, cells, at)
        except BadRow as fault:
            yield rejected(file, row, fault.reason, fault.detail)


def _layout(width: int) -> _At:
    """Where things stand in a row of so many cells.

    Raises:
        BadRow: no file of GDELT's events has so many columns.
    """
    names = LAYOUTS.get(width)
    if names is None:
        hint = "; this is a mentions file, give the events file" if width == len(MENTIONS) else ""
        known = ", ".join(map(str, LAYOUTS))
        raise BadRow("bad_width", f"{width} cells, expected {known}{hint}")
    at = names.index
    return _At(
        at("Actor1Code"), at("Actor2Code"), at("EventCode"), at("QuadClass"), at("GoldsteinScale"),
        at("ActionGeo_Fullname"), at("ActionGeo_CountryCode"), at("ActionGeo_Lat"),
        at("ActionGeo_Long"), at("ActionGeo_Type"),
        at("SOURCEURL") if "SOURCEURL" in names else -1,
    )  # fmt: skip


def _event(file: str, row: int, cells: list[str], at: _At) -> ForeignEvent:
    event_id, code = cells[0].strip(), cells[at.code].strip()
    if not event_id.isdigit():
        raise BadRow("bad_code", f"GlobalEventID {shown(event_id)} is no number")
    if code and not cameo.WELL_FORMED.fullmatch(code):
        raise BadRow("bad_code", f"EventCode {shown(code)} is none of CAMEO's")
    on = _day(cells[1]) if cells[1] else None
    quad, scale = cells[at.quad], cells[at.goldstein]
    return ForeignEvent(
        format="gdelt", file=file, row=row, event_id=event_id, date_start=on, date_end=on,
        date_precision=None if on is None else "day", actors=_side(cells, at.actor1),
        recipients=_side(cells, at.actor2), cameo=code or None,
        quad_class=whole(quad, "QuadClass", low=1, high=4),
        intensity=number(scale, "GoldsteinScale", low=-10, high=10), place=_place(cells, at),
        url=None if at.url < 0 else text(cells[at.url]),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _day(value: str) -> dt.date:
    """A day written YYYYMMDD; kept, since a file holds few different ones.

    Raises:
        BadRow: it is none.
    """
    try:
        if len(value) == 8 and value.isascii() and value.isdigit():
            return dt.date(int(value[:4]), int(value[4:6]), int(value[6:]))
    except ValueError:
        pass
    raise BadRow("bad_date", f"Day {shown(value)} is no date; expected one like 20250516")


def _side(cells: list[str], at: int) -> tuple[ForeignParty, ...]:
    code, name, land = cells[at], cells[at + 1], cells[at + 2]
    if not (code or name):
        return ()
    return (_party(name, land, cells[at + 7], cells[at + 8], cells[at + 9]),)


@lru_cache(maxsize=65536)
def _party(name: str, land: str, *types: str) -> ForeignParty:
    """The same actors come again and again: each is made once."""
    state = None
    if land:  # states that CAMEO's list is too old for stand under their ISO code
        state = countries.state_of(land, "cameo") or countries.plover_state(land)
    group = next((one for one in types if one in GROUPS), None)
    sector = next((cameo.SECTORS[one] for one in types if one in cameo.SECTORS), None)
    return ForeignParty(name=text(name), country=state, sector=sector, group=group)


def _place(cells: list[str], at: _At) -> ForeignPlace | None:
    whole_name = cells[at.fullname]
    if not whole_name:
        return None
    lat, lon = point(cells[at.lat], cells[at.lon])
    name = text(whole_name)
    if cells[at.geo_type] != "1" and name is not None:  # "Lima, Lima, Peru"
        name = name.partition(",")[0].strip()
    return ForeignPlace(name, countries.state_of(cells[at.land], "fips"), lat, lon)


def read_mentions(
    file: str, rows: Iterable[tuple[int, str | None]]
) -> Iterator[Mention | Rejection]:
    """The mentions of a file's rows."""
    for row, content in rows:
        if content is None:
            yield rejected(file, row, "too_large", f"row {row} is longer than 1 MiB")
            continue
        if not content.strip():
            continue
        cells = content.split("\t")
        try:
            if len(cells) != len(MENTIONS):
                raise BadRow("bad_width", f"{len(cells)} cells, expected {len(MENTIONS)}")
            yield _mention(dict(zip(MENTIONS, cells, strict=True)))
        except BadRow as fault:
            yield rejected(file, row, fault.reason, fault.detail)


def _mention(cells: dict[str, str]) -> Mention:
    most = 10**9

    def count(column: str, low: int = 0, high: int = most) -> int | None:
        return whole(cells[column], column, low=low, high=high)

    offsets = [count(f"{one}CharOffset", low=-1) for one in ("Actor1", "Actor2", "Action")]
    happened, told = cells["EventTimeDate"][:8], cells["MentionTimeDate"][:8]
    first, second, third = (-1 if one is None else one for one in offsets)
    return Mention(
        event_id=cells["GlobalEventID"], happened=_day(happened) if happened else None,
        published=_day(told) if told else None, kind=count("MentionType", 1, 6) or 1,
        source=text(cells["MentionSourceName"]), identifier=text(cells["MentionIdentifier"]),
        sentence=count("SentenceID"), offsets=(first, second, third),
        confidence=count("Confidence", 0, 100),
    )  # fmt: skip
