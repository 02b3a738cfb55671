"""PLOVER JSONL: the exchange format of the PLOVER manual, one JSON object a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.formats import countries
from dragoman.formats.cells import day, number, point, shown
from dragoman.formats.chosen import Chosen
from dragoman.formats.foreign import (
    BadRow,
    ForeignEvent,
    ForeignParty,
    ForeignPlace,
    Rows,
    rejected,
)
from dragoman.formats.polecat import STATUSES, contexts, country_of
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.tellings import Row, Telling, Tellings
from dragoman.read.files import Refused
from dragoman.read.jsons import parse
from dragoman.read.limits import DEFAULT
from dragoman.show.visible import web_link
from dragoman.store.export import json_text

CODEBOOK = "PLOVER 2.0"
FIELDS = (
    ("id", "string"), ("has_event", "boolean"), ("date", "date"), ("enddate", "date"),
    ("actor", "list"), ("recipient", "list"), ("event", "list"), ("event_loc", "object"),
    ("event_text", "list"), ("quad_code", "integer"), ("event_scale", "number"),
    ("mode", "list"), ("context", "list"), ("link", "string"), ("text", "string"),
    ("text_info", "object"), ("cite_info", "object"), ("coder", "string"), ("comment", "string"),
)  # fmt: skip
"""What is written, in order; a field that does not apply is left out."""

REQUIRED = ("id", "date", "actor", "event")


def files(chosen: Chosen, settings: Settings) -> Iterable[File]:
    """`plover.jsonl`; a row a telling, or an incident where the settings ask for it."""
    tellings = Tellings(chosen, settings, texts=True, days=False, facts=False)

    def content() -> Iterator[str]:
        for telling in tellings.rows():
            yield json_text(object_of(telling, with_text=settings.with_text)) + "\n"

    yield File(
        name="plover.jsonl",
        about="One event a line, in the fields of the PLOVER manual; `link` is the incident. "
        "Planned, denied and supposed acts bear PLOVER's flags future, negation and hypothetical "
        "among their contexts.",
        content=content(), count=lambda: tellings.count, notes=tellings.notes, columns=FIELDS,
    )  # fmt: skip


def object_of(telling: Telling, *, with_text: bool) -> dict[str, Any]:
    """One event; `with_text` adds the quote and the report's whole text."""
    row, report = telling.row, telling.report
    first = telling.first
    text = telling.company.texts.get(report["report_id"])
    is_long = row["date_end"] is not None and row["date_end"] != row["date_start"]
    url = web_link(report["uri"])
    fields = {
        "id": telling.event_id,
        "has_event": True,
        "date": row["date_start"],
        "enddate": row["date_end"] if is_long else None,
        "actor": [_entity(party) for party in row["actors"]],
        "recipient": [_entity(party) for party in row["recipients"]],
        "event": [row["event_type"]] if row["event_type"] else [],
        "event_loc": _location(row["place"]),
        "event_text": [first["trigger"]] if first["trigger"] else [],
        "quad_code": row["quad_class"],
        "event_scale": row["intensity"],
        "mode": [row["mode"]] if row["mode"] else [],
        "context": contexts(row),
        "link": telling.told.incident["incident_id"],
        "text": first["quote"] if with_text else None,
        "text_info": _filled({
            "sequence": telling.sentence, "start": first["start"], "end": first["end"],
            "text_story": text if with_text else None,
        }),
        "cite_info": _filled({
            "citation": report["uri"], "url": url, "title": report["title"],
            "language": report["lang"], "publication": report["publisher"],
            "codebook": CODEBOOK,
        }),
        "coder": telling.coder,
        "comment": "claimed" if row["status"] == "claimed" else None,
    }  # fmt: skip
    return {name: value for name, value in fields.items() if name in REQUIRED or not _empty(value)}


def _empty(value: object) -> bool:
    return value is None or value == [] or value == {}


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if not _empty(value)}


def _entity(party: Row) -> dict[str, Any]:
    return _filled({
        "code": country_of(party) or None, "sector": party["sector"],
        "entity_text": party["name_raw"], "identifier_text": party["name"],
        "office": party["office"],
    })  # fmt: skip


def _location(place: Row | None) -> dict[str, Any]:
    if place is None:
        return {}
    return _filled({
        "resolved_place": place["name"], "lat": place["lat"], "lon": place["lon"],
        "country": countries.name_of(place["country"]) or None,
        "country_code": countries.plover_code(place["country"]) or None,
    })  # fmt: skip


def read(file: str, rows: Iterable[tuple[int, str | None]]) -> Rows:
    """The events of a file's lines; texts that hold none (`has_event` false) are passed over."""
    for row, content in rows:
        if content is None:
            yield rejected(file, row, "too_large", f"line {row} is longer than 1 MiB")
            continue
        if not content.strip():
            continue
        try:
            fields = parse(content, DEFAULT)
            if fields.get("has_event", True):
                yield _event(file, row, fields)
        except Refused as refusal:
            yield rejected(file, row, refusal.reason, refusal.detail)
        except BadRow as fault:
            yield rejected(file, row, fault.reason, fault.detail)


def _event(file: str, row: int, fields: dict[str, Any]) -> ForeignEvent:
    event_id = _text(fields, "id")
    if event_id is None:
        raise BadRow("bad_json", 'no "id"')
    first, last = (_day(fields, key) for key in ("date", "enddate"))
    if first is not None and last is not None and last < first:
        raise BadRow("bad_date", f"enddate {last} is before date {first}")
    flags = [flag.casefold() for flag in _texts(fields, "context")]
    status = next((STATUSES[flag] for flag in flags if flag in STATUSES), "actual")
    cite = _object(fields, "cite_info")
    is_claimed = status == "actual" and _text(fields, "comment") == "claimed"
    kinds, modes = _texts(fields, "event"), _texts(fields, "mode")
    precision = None if first is None else ("day" if last in (None, first) else "range")
    return ForeignEvent(
        format="plover", file=file, row=row, event_id=event_id, date_start=first,
        date_end=last or first, date_precision=precision,
        actors=_parties(fields, "actor"), recipients=_parties(fields, "recipient"),
        event_type=kinds[0].upper() if kinds else None, mode=modes[0] if modes else None,
        quad_class=_whole(fields, "quad_code"),
        intensity=number(_text(fields, "event_scale"), "event_scale", low=-10, high=10),
        contexts=tuple(flag for flag in flags if flag not in STATUSES),
        place=_place(_object(fields, "event_loc")), status="claimed" if is_claimed else status,
        source=_text(cite, "publication"), url=_text(cite, "url"),
    )  # fmt: skip


def _day(fields: dict[str, Any], key: str) -> dt.date | None:
    told = _text(fields, key)
    return None if told is None else day(told, key)


def _whole(fields: dict[str, Any], key: str) -> int | None:
    value = number(_text(fields, key), key, low=1, high=4)
    return None if value is None else int(value)


def _parties(fields: dict[str, Any], key: str) -> tuple[ForeignParty, ...]:
    found = fields.get(key) or []
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise BadRow("bad_json", f"{key!r} is no list of entities")
    return tuple(_party(one) for one in found)


def _party(entity: dict[str, Any]) -> ForeignParty:
    code = (_text(entity, "code") or "").upper()
    raw = _text(entity, "entity_text")
    return ForeignParty(
        name=_text(entity, "identifier_text") or raw, country=countries.plover_state(code),
        sector=_text(entity, "sector"), group=code if code in countries.GROUPS else None,
        name_raw=raw, office=_text(entity, "office"),
    )  # fmt: skip


def _place(location: dict[str, Any]) -> ForeignPlace | None:
    name = _text(location, "resolved_place") or _text(location, "extracted_place")
    lat, lon = point(_text(location, "lat"), _text(location, "lon"))
    land = _text(location, "country_code") or ""
    state = countries.plover_state(land) or countries.state_named(_text(location, "country") or "")
    return ForeignPlace(name, state, lat, lon) if name or state or lat is not None else None


def _object(fields: dict[str, Any], key: str) -> dict[str, Any]:
    found = fields.get(key) or {}
    if not isinstance(found, dict):
        raise BadRow("bad_json", f"{key!r} is no object")
    return found


def _texts(fields: dict[str, Any], key: str) -> list[str]:
    """A list of words; one word stands for a list of it."""
    found = fields.get(key) or []
    several = found if isinstance(found, list) else [found]
    if not all(isinstance(one, str) for one in several):
        raise BadRow("bad_json", f"{key!r} is no list of words")
    return several


def _text(fields: dict[str, Any], key: str) -> str | None:
    """A value that stands alone, as text; None where it is missing or empty."""
    found = fields.get(key)
    if found is None or found == "":
        return None
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        raise BadRow("bad_json", f"{key!r} is {shown(str(found))}, expected one value")
    return str(found)


FORMAT = Format(
    name="plover", about="the PLOVER manual's JSON Lines, one object a telling", files=files,
    reads=read, takes=("unit", "with_text"),
)  # fmt: skip
