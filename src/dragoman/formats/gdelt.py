"""GDELT 2.0: 61 columns of events and 16 of mentions, tabs between, no header."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.formats import cameo, countries
from dragoman.formats.cells import TABS, line
from dragoman.formats.chosen import Chosen
from dragoman.formats.company import first_paragraph_end
from dragoman.formats.gdelt_read import EVENTS, MENTIONS, read
from dragoman.formats.polecat import group_of
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.tellings import Row, Telling, Tellings, first_report, published_on, two_sides
from dragoman.knowledge.load import load
from dragoman.show.visible import web_link

LOW_BITS = (1 << 62) - 1
COUNTRY, US_STATE, US_CITY, CITY, STATE = 1, 2, 3, 4, 5
NO_GEO = 0
"""What GDELT writes where it knows no place."""

WEB, CITATION = 1, 2
"""What a mention is cited by."""

TYPES = {group: group for group in ("IGO", "NGO", "MNC", "IMG")} | {
    "UNO": "IGO", "EUR": "IGO", "ISM": "NGM",
}  # fmt: skip
"""CAMEO's type of an actor by PLOVER's letters for what is of no state."""

NUMBERS = frozenset({
    "FractionDate", "GoldsteinScale", "AvgTone", "MentionDocTone",
    *(f"{one}Geo_{what}" for one in ("Actor1", "Actor2", "Action") for what in ("Lat", "Long")),
})  # fmt: skip
COUNTS = frozenset({
    "GlobalEventID", "IsRootEvent", "QuadClass", "NumMentions", "NumSources", "NumArticles",
    "MentionType", "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset",
    "InRawText", "Confidence", "MentionDocLen", "Actor1Geo_Type", "Actor2Geo_Type",
    "ActionGeo_Type",
})  # fmt: skip
"""Whole numbers; a GlobalEventID has more digits than a float can hold."""

BARE = TABS | {"header": False}


def number_of(incident_id: str) -> int:
    """The GlobalEventID of an incident: the low 62 bits of its id's SHA-256."""
    digest = hashlib.sha256(incident_id.encode()).digest()
    return int.from_bytes(digest, "big") & LOW_BITS


def files(chosen: Chosen, settings: Settings) -> Iterable[File]:
    """Events (a row an incident), mentions (a row a telling), and whose number is whose."""
    events, mentions, ids = (
        Tellings(chosen, settings, unit="incident", texts=texts, sides=1)
        for texts in (True, True, False)
    )
    told = Counter[str]()

    def all_mentions() -> Iterator[str]:
        for one in mentions.rows():
            for telling in one.told.tellings:
                told["mentions"] += 1
                yield line(mention_cells(one, telling))

    def numbers() -> Iterator[str]:
        yield "GlobalEventID,incident_id\n"
        for one in ids.rows():
            yield f"{number_of(one.event_id)},{one.event_id}\n"

    yield File(
        name="gdelt.export.CSV",
        about="GDELT 2.0's 61 event columns, tabs between, no header, UTF-8. A row is one "
        "happening; countries of actors are CAMEO's letters, those of places FIPS 10-4.",
        content=(line(event_cells(one)) for one in events.rows()),
        count=lambda: events.count, notes=events.notes, columns=_typed(EVENTS),
        dialect=BARE,
    )  # fmt: skip
    yield File(
        name="gdelt.mentions.CSV",
        about="GDELT 2.0's 16 mention columns, tabs between, no header, UTF-8. A row is what one "
        "report tells.",
        content=all_mentions(), count=lambda: told["mentions"], columns=_typed(MENTIONS),
        dialect=BARE,
    )  # fmt: skip
    yield File(
        name="ids.csv", about="The incident of each GlobalEventID.", content=numbers(),
        count=lambda: ids.count,
        columns=(("GlobalEventID", "integer"), ("incident_id", "string")),
    )  # fmt: skip


def event_cells(one: Telling) -> list[object]:
    """The 61 cells of an incident."""
    row, told = one.row, one.told
    code = "" if row["cameo"] == cameo.NO_CODE else row["cameo"]
    first, second = two_sides(row)
    return [
        number_of(one.event_id), *_days(one.day), *_actor(first), *_actor(second), _is_root(one),
        code, code[:3], code[:2], cameo.quad_class(code), cameo.goldstein(code),
        len(told.tellings), row["independent_sources"], len(told.reports), None,
        *_geo(None), *_geo(None), *_geo(row["place"]), _moment(published_on(first_report(told))),
        first_report(told)["uri"],
    ]  # fmt: skip


def mention_cells(one: Telling, telling: Row) -> list[object]:
    """The 16 cells of one telling of an incident."""
    report = one.told.reports[telling["report_id"]]
    name = report["report_id"]
    text = one.company.texts.get(name, "")
    quote = (telling["start"], telling["end"])
    offsets = [_offset(text, quote, party) for party in two_sides(telling)]
    is_web = web_link(report["uri"]) is not None
    return [
        number_of(one.told.incident["incident_id"]), _moment(one.day),
        _moment(published_on(report)), WEB if is_web else CITATION, report["publisher"],
        report["uri"], one.company.sentence(name, telling["start"]), *offsets, telling["start"],
        1, round(100 * telling["confidence"]), len(text), None, None, None,
    ]  # fmt: skip


def _days(day: dt.date | None) -> list[object]:
    """Day, MonthYear, Year and FractionDate, the last as the code book reckons it."""
    if day is None:
        return [None] * 4
    fraction = day.year + (day.month * 30 + day.day) / 365
    return [f"{day:%Y%m%d}", f"{day:%Y%m}", f"{day:%Y}", f"{fraction:.4f}"]


def _moment(day: dt.date | None) -> str:
    """Midnight of a day: which hour it was is not known."""
    return "" if day is None else f"{day:%Y%m%d}000000"


def _actor(party: Row | None) -> list[object]:
    """The ten columns of an actor."""
    if party is None:
        return [None] * 10
    land = countries.code(party["country"], "cameo")
    group = (None if party["country"] else group_of(party)) or ""
    role = cameo.ROLES.get(party["sector"] or "", "")
    kind = TYPES.get(group, "")
    types = [code for code in (kind, role) if code]
    return [
        (land + "".join(types)) or None, party["name"].upper(), land, None, None, None, None,
        *(types + [""] * 3)[:3],
    ]  # fmt: skip


def _geo(place: Row | None) -> list[object]:
    """The eight columns of a place."""
    if place is None:
        return [NO_GEO, *[None] * 7]
    name, state = place["name"], place["country"]
    land = countries.name_of(state)
    whole = name if not land or name == land else f"{name.replace(',', ' ')}, {land}"
    fips = countries.code(state, "fips")
    return [_geo_type(place, land), whole, fips, None, None, place["lat"], place["lon"], None]


def _geo_type(place: Row, land: str) -> int:
    is_american = place["country"] == "USA"
    if place["name"] == land or place["name"] == place["country"]:
        return COUNTRY
    if place["lat"] is not None:
        return US_CITY if is_american else CITY
    regions = load().places.regions(place["name"])
    if any(region.kind == "region" and place["country"] in region.countries for region in regions):
        return US_STATE if is_american else STATE
    return NO_GEO


def _is_root(one: Telling) -> int:
    """1 where a telling lies in the title or the first paragraph of its report."""
    for telling in one.told.tellings:
        report = one.told.reports[telling["report_id"]]
        text = one.company.texts.get(report["report_id"])
        if text and telling["start"] < first_paragraph_end(text, report["title"]):
            return 1
    return 0


def _offset(text: str, quote: tuple[int, int], party: Row | None) -> int:
    """Where a party's words stand: in the quote; -1 where they do not."""
    if party is None or not party["name_raw"]:
        return -1
    return text.find(party["name_raw"], *quote)


def _typed(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    kinds = dict.fromkeys(NUMBERS, "number") | dict.fromkeys(COUNTS, "integer")
    return tuple((name, kinds.get(name, "string")) for name in names)


FORMAT = Format(
    name="gdelt", about="GDELT 2.0's events (61 columns), mentions (16) and ids.csv", files=files,
    reads=read, takes=("coarse",),
)  # fmt: skip
